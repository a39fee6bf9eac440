-- Who chaired a meeting in the place of the head: one of those who were there.
alter table body_meeting add column chaired_by uuid;
alter table body_meeting add constraint body_meeting_chair check (chaired_by is null or chaired_by = any (present));

-- Whoever owes a task records that it is done, whichever unit its body is of; its row is nothing they could write.
create function my_task_held(one uuid) returns table (
    body_id uuid, unit_id uuid, meeting_id uuid, held_on date, due_on date, ended boolean)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from body_task t where t.id = one
    and t.official_id in (select o.id from official o where o.account_id = nb_account()) for update;
  if not found then return; end if;
  return query
    select t.body_id, b.unit_id, t.meeting_id, g.held_on, t.due_on, t.done_on is not null or t.taken_back is not null
      from body_task t join body b on b.id = t.body_id join body_meeting g on g.id = t.meeting_id where t.id = one;
end
$$;
comment on function my_task_held is 'room: bodies';

create function my_task_done(one uuid, on_day date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update body_task t set done_on = on_day where t.id = one and t.done_on is null and t.taken_back is null
    and t.official_id in (select o.id from official o where o.account_id = nb_account());
end
$$;
comment on function my_task_done is 'room: bodies';
revoke execute on function my_task_held(uuid), my_task_done(uuid, date) from public;
grant execute on function my_task_held(uuid), my_task_done(uuid, date) to nb_app;
