-- A seat is told with the id of its plan: what may be said of the plan its own policies say. Of one that may not be read
-- it is known whether it is a draft, and of a unit above.
drop function seats_of(uuid, integer, date, uuid[]);
create function seats_of(of_area uuid, of_year integer, of_day date, people uuid[])
  returns table (official_id uuid, topic_id uuid, weeks integer[], plan_id uuid, drafted boolean, above boolean)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with seated as materialized (
      select s.official_id as who, s.topic_id as topic, l.weeks as held, p.id as plan, p.state = 'drafted' as draft, p.area_id as unit
        from plan_seat s join unnest(people) u (id) on u.id = s.official_id
        join plan_line l on l.id = s.plan_line_id join training_plan p on p.id = l.plan_id
       where s.stands and s.year = of_year
         and exists (select from area_reach r where r.over_id = of_area and (r.area_id = s.from_id or r.area_id in (
               select a.area_id from appointment a where a.official_id = s.official_id)))),
    called as materialized (
      select d.topic, topic_on(d.topic, of_day) as now from (select distinct s.topic from seated s) d)
    select s.who, coalesce(c.now, s.topic), s.held, s.plan, s.draft,
           s.unit <> of_area and exists (select from area_reach r where r.area_id = of_area and r.over_id = s.unit)
      from seated s join called c on c.topic = s.topic;
end
$$;
comment on function seats_of is 'room: training';
revoke execute on function seats_of(uuid, integer, date, uuid[]) from public;
grant execute on function seats_of(uuid, integer, date, uuid[]) to nb_app;
