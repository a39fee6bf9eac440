-- A topic is the same through the versions of its framework: a seat names it as the first approved version has it, so that
-- nobody sits twice in a topic of a year by two versions.
create function topic_first(topic uuid) returns uuid language sql stable set search_path = public, pg_temp as $$
  select n.id from framework_topic t join framework f on f.id = t.framework_id
    join framework g on g.line_id = f.line_id and g.state = 'approved'
    join framework_topic n on n.framework_id = g.id and n.code = t.code
   where t.id = topic order by g.version limit 1
$$;
comment on function topic_first is 'room: training';
revoke execute on function topic_first(uuid) from public;
grant execute on function topic_first(uuid) to nb_app;

-- Who has two seats by two versions already keeps both, as they were decided.
with named as materialized (
  select s.id, s.plan_id, s.official_id, s.year, s.stands, s.topic_id, coalesce(topic_first(s.topic_id), s.topic_id) as first from plan_seat s)
update plan_seat s set topic_id = n.first from named n
 where s.id = n.id and n.first <> n.topic_id
   and not exists (select from named o where o.id <> n.id and o.official_id = n.official_id and o.first = n.first
                      and (o.plan_id = n.plan_id or (o.year = n.year and o.stands and n.stands)));
