-- Of a page of bodies what each has on a day is summed in one question: who may see a body is asked once, not for each of its counts.
create function bodies_summed(ones uuid[], of_day date, of_today date)
returns table (body_id uuid, head text, members int, open_tasks int, late_tasks int)
language plpgsql stable security definer set search_path to 'public', 'pg_temp' set plan_cache_mode to 'force_custom_plan' as $$
begin
  return query
    with kept as materialized (
      select b.id from body b
       where b.id = any (ones)
         and exists (select from area_reach r where r.area_id = b.unit_id and r.over_id = any (nb_areas()))),
    sitting as materialized (
      select m.body_id as id, m.role, o.full_name from kept k join body_member m on m.body_id = k.id join official o on o.id = m.official_id
       where m.valid_from <= of_day and (m.valid_until is null or of_day < m.valid_until)
         and not exists (select from appointment d where d.official_id = m.official_id and d.ended_because = 'died' and d.valid_until <= of_day)),
    seats as (select s.id, min(s.full_name) filter (where s.role = 'head') as head, count(*)::int as n from sitting s group by s.id),
    owed as (
      select t.body_id as id, count(*)::int as n, (count(*) filter (where t.due_on < of_today))::int as late
        from kept k join body_task t on t.body_id = k.id
       where t.done_on is null and t.taken_back is null group by t.body_id)
    select k.id, s.head, coalesce(s.n, 0), coalesce(o.n, 0), coalesce(o.late, 0)
      from kept k left join seats s on s.id = k.id left join owed o on o.id = k.id;
end $$;
comment on function bodies_summed(uuid[], date, date) is 'room: bodies';
revoke execute on function bodies_summed(uuid[], date, date) from public;
grant execute on function bodies_summed(uuid[], date, date) to nb_app;
