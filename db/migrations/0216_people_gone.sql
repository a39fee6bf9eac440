-- Who of some people is not to be called to a class any more: they have died, retired, left, or only hold no post, and since which day.
create function officials_gone(people uuid[], of_day date) returns table (official_id uuid, why text, since date)
  language sql stable set search_path = public, pg_temp as $$
  select h.who, case when h.died is not null then 'died' when h.last in ('retired', 'left') then h.last else 'postless' end,
         coalesce(h.died, h.until)
    from (select a.official_id as who, min(a.valid_until) filter (where a.ended_because = 'died' and a.valid_until <= of_day) as died,
                 bool_or(a.valid_until is null or of_day < a.valid_until) as holds,
                 (array_agg(a.ended_because order by a.valid_until desc nulls first))[1] as last, max(a.valid_until) as until
            from appointment a
           where a.official_id = any (people) and a.ended_because is distinct from 'entered_by_mistake' group by a.official_id) h
   where h.died is not null or not h.holds
$$;
comment on function officials_gone is 'room: training';
revoke execute on function officials_gone(uuid[], date) from public;

-- Of those who were or are of an area, or have their record there. A post anywhere counts, past what the reader sees of other units.
create function people_gone(of_area uuid, of_day date, people uuid[]) returns table (official_id uuid, why text, since date)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select g.official_id, g.why, g.since from officials_gone(people, of_day) g join official o on o.id = g.official_id
     where exists (select from area_reach r where r.over_id = of_area and (r.area_id = o.unit_id or r.area_id in (
             select a.area_id from appointment a where a.official_id = o.id)));
end
$$;
comment on function people_gone is 'room: training';
revoke execute on function people_gone(uuid, date, uuid[]) from public;
grant execute on function people_gone(uuid, date, uuid[]) to nb_app;

drop function seats_gone(uuid, date);
create function seats_gone(of_plan uuid, of_day date) returns table (seat_id uuid, why text, since date)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  if not exists (select from training_plan p join area_reach r on r.area_id = p.area_id
                  where p.id = of_plan and p.state = 'drafted' and r.over_id = any (nb_areas())) then return; end if;
  return query
    select s.id, g.why, g.since
      from officials_gone(array(select distinct x.official_id from plan_seat x where x.plan_id = of_plan), of_day) g
      join plan_seat s on s.official_id = g.official_id and s.plan_id = of_plan;
end
$$;
comment on function seats_gone is 'room: training';
revoke execute on function seats_gone(uuid, date) from public;
grant execute on function seats_gone(uuid, date) to nb_app;

-- Whoever asked for a topic is told of the seat that they have in it: of which topic, in which plan.
drop function my_seats(date);
create function my_seats(of_day date) returns table (seat_id uuid, topic_id uuid, plan_id uuid, code text, title text, year smallint,
  weeks integer[], place_id uuid, place text, plan_name text, amendment smallint, area_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select s.id, s.topic_id, coalesce(p.original_id, p.id), t.code, t.title, s.year, l.weeks, l.place_id, l.place, p.name, p.amendment, p.area_id
      from official o join plan_seat s on s.official_id = o.id join plan_line l on l.id = s.plan_line_id
      join training_plan p on p.id = s.plan_id join framework_topic t on t.id = l.topic_id
     where o.account_id = nb_account() and s.stands and s.year >= extract(year from of_day) and p.state = 'approved'
     order by s.year, l.weeks, t.code, s.id limit 100;
end
$$;
comment on function my_seats is 'room: training';
revoke execute on function my_seats(date) from public;
grant execute on function my_seats(date) to nb_app;
