-- A signature given in the morning stays good where the grant is ended in the afternoon: `with_ended` tells too who held it on
-- the day on which somebody ended it. A grant that was ended before it began was never held.
drop function chairs_on(uuid, date);
create function chairs_on(of_area uuid, on_day date, with_ended boolean default false)
  returns table (account_id uuid, full_name text, authority text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not nb_holds(of_area) then return; end if;
  return query
    select a.id, a.full_name, g.authority
      from access_grant g
      join account a on a.id = g.account_id
      join area_reach r on r.over_id = g.area_id and r.area_id = of_area
     where g.role = 'commune_chair' and g.valid_from <= on_day
       and (g.valid_until is null or on_day < g.valid_until
            or (with_ended and g.ended_by is not null and on_day = g.valid_until and g.valid_from < g.valid_until))
     group by a.id, a.full_name, g.authority
     order by array_position(array['own', 'acting', 'for_chair'], g.authority), a.full_name, a.id;
end
$$;
comment on function chairs_on is 'room: people';
revoke execute on function chairs_on(uuid, date, boolean) from public;
grant execute on function chairs_on(uuid, date, boolean) to nb_app;
