-- What two people changed at once is told with who, when and from where; villages come to the rounds of their new commune.

-- people ------------------------------------------------------------------------------------------------------------

-- Who made a change at a place at a moment, for whoever holds the place: the name, the role then held over the place (the
-- nearest that may change something), and the kind of device that the audit kept.
create function change_maker(of_account uuid, place uuid, moment timestamptz)
  returns table (name text, role text, area_id uuid, device text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not nb_holds(place) then return; end if;
  return query
    select a.full_name, g.role, g.area_id,
           (select l.facts ->> 'device' from audit_line l
             where l.account_id = of_account and l.at >= moment and l.at < moment + interval '1 millisecond' limit 1)
      from account a
      left join lateral (
        select x.role, x.area_id from access_grant x join area_reach r on r.over_id = x.area_id and r.area_id = place
         where x.account_id = a.id and x.valid_from <= (moment at time zone 'Asia/Ho_Chi_Minh')::date
           and (x.valid_until is null or x.valid_until > (moment at time zone 'Asia/Ho_Chi_Minh')::date)
         order by x.role in ('viewer', 'auditor', 'training_organiser'),
                  (select count(*) from area_reach u where u.area_id = x.area_id) desc, x.id limit 1) g on true
     where a.id = of_account;
end
$$;
comment on function change_maker is 'room: people';
revoke execute on function change_maker(uuid, uuid, timestamptz) from public;
grant execute on function change_maker(uuid, uuid, timestamptz) to nb_app;

-- households --------------------------------------------------------------------------------------------------------

-- Who was joined to somebody, to be known again by the other name.
create index household_event_joined on household_event (home_id) where kind = 'persons_joined' and undone_by is null;
