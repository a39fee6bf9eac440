-- How the class of a test stands, to who has a seat there or holds it: whether it was called off, and whether it was ever
-- completed, after which what was right is shown and nothing is opened again.
create function class_of_test(test uuid) returns table (off boolean, was_completed boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.state = 'cancelled', exists (select from class_step s where s.class_id = c.id and s.to_state = 'completed')
    from class_test t join training_class c on c.id = t.class_id where t.id = test and (is_my_test(t.id) or nb_holds(t.area_id))
$$;
comment on function class_of_test is 'room: tests';
revoke execute on function class_of_test(uuid) from public;
grant execute on function class_of_test(uuid) to nb_app;

-- The tests that two records of one person have both begun and not sent: of classes held elsewhere too.
create function attempts_open_in_both(kept uuid, former uuid) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.title from test_attempt a
    join test_attempt b on b.test_id = a.test_id and b.official_id = former and b.sent_at is null
    join class_test t on t.id = a.test_id
   where a.official_id = kept and a.sent_at is null
     and exists (select from official o where o.id in (kept, former) and nb_holds(o.unit_id))
   order by t.title, t.id
$$;
comment on function attempts_open_in_both is 'room: tests';
revoke execute on function attempts_open_in_both(uuid, uuid) from public;
grant execute on function attempts_open_in_both(uuid, uuid) to nb_app;
