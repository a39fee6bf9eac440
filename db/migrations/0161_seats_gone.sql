-- Who is named in a draft and holds no post on the day, though they held one: they have died, retired, left, or only hold none.
-- A post anywhere counts, so it is asked past what the reader of the plan sees of other units.
create function seats_gone(of_plan uuid, of_day date)
  returns table (seat_id uuid, why text)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  if not exists (select from training_plan p join area_reach r on r.area_id = p.area_id
                  where p.id = of_plan and p.state = 'drafted' and r.over_id = any (nb_areas())) then return; end if;
  return query
    with held as materialized (
      select s.id as seat, bool_or(a.ended_because = 'died') as dead,
             bool_or(a.valid_until is null or of_day < a.valid_until) as holds,
             (array_agg(a.ended_because order by a.valid_until desc nulls first))[1] as last
        from plan_seat s join appointment a on a.official_id = s.official_id
       where s.plan_id = of_plan and a.ended_because is distinct from 'entered_by_mistake' group by s.id)
    select h.seat, case when h.dead then 'died' when h.last in ('retired', 'left') then h.last else 'postless' end
      from held h where h.dead or not h.holds;
end
$$;
comment on function seats_gone is 'room: training';
revoke execute on function seats_gone(uuid, date) from public;
grant execute on function seats_gone(uuid, date) to nb_app;
