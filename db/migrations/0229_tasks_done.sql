-- Tasks of mine that are done, or were taken back, beside those that are open.
drop function my_body_tasks(date);
create function my_body_tasks(today date, over boolean) returns table (task_id uuid, meeting_id uuid, body_id uuid, unit_id uuid,
  body_name text, what text, due_on date, held_on date, owed_by text, mine boolean, heads boolean, done_on date, taken_back text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with me as materialized (select o.id from official o where o.account_id = nb_account()),
    headed as materialized (
      select distinct m.body_id as id from body_member m join me on me.id = m.official_id
       where m.role = 'head' and m.valid_from <= today and coalesce(m.valid_until, 'infinity') > today),
    task as (
      select t.id from body_task t join me on me.id = t.official_id where (t.done_on is not null or t.taken_back is not null) = over
      union
      select t.id from body_task t join headed h on h.id = t.body_id where (t.done_on is not null or t.taken_back is not null) = over)
    select t.id, t.meeting_id, t.body_id, b.unit_id, b.name, t.what, t.due_on, g.held_on, o.full_name,
           t.official_id in (select me.id from me), t.body_id in (select h.id from headed h), t.done_on, t.taken_back
      from task k join body_task t on t.id = k.id join body b on b.id = t.body_id
      join body_meeting g on g.id = t.meeting_id join official o on o.id = t.official_id
     order by case when over then coalesce(t.done_on, t.due_on) end desc, t.due_on, t.id limit 500;
end
$$;
comment on function my_body_tasks is 'room: bodies';
revoke execute on function my_body_tasks(date, boolean) from public;
grant execute on function my_body_tasks(date, boolean) to nb_app;
