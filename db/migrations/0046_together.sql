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

-- rounds ------------------------------------------------------------------------------------------------------------

-- Takes villages of its commune into a round, or back into it where they had left; an annual one holds them for its year.
create function round_take_in(of_round uuid, villages uuid[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  units uuid[] := round_units(of_round);
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id)) or not villages <@ units then
    raise exception 'round' using errcode = '42501';
  end if;
  insert into round_village (round_id, village_id, annual_area, annual_from)
    select r.id, v.id, case when r.kind = 'annual' then r.area_id end, case when r.kind = 'annual' then r.classes_hold_from end
      from round r, unnest(villages) as v (id) where r.id = of_round order by v.id
    on conflict (round_id, village_id) do update
      set left_on = null, annual_area = excluded.annual_area, annual_from = excluded.annual_from;
  -- Of a village that is back, those who were handed over are asked again where they stood.
  update review_case c set state = case when c.survey_id is not null then 'submitted' when c.account_id is not null then 'assigned'
                                        else 'listed' end, changed_at = now()
   where c.round_id = of_round and c.village_id = any (villages) and c.state = 'ended' and c.left_because is null
     and exists (select from household h where h.household_id = c.household_id and h.village_id = c.village_id and h.ended_on is null);
end
$$;
comment on function round_take_in is 'room: rounds';
revoke execute on function round_take_in(uuid, uuid[]) from public;
grant execute on function round_take_in(uuid, uuid[]) to nb_app;
