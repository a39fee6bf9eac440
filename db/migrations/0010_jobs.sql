-- Work in the background acts as an account of its own: over the nation, told in the audit like anybody's work. Nobody
-- can sign in with it: it is closed, and its password is no hash. What waits and what was done stands in the schema
-- `pgboss`, which the library of the queue keeps itself.
create function nb_system() returns uuid
  language sql immutable parallel safe
  return '01980000-0000-7000-8000-000000000001'::uuid;
comment on function nb_system is 'room: platform';

insert into account (id, login, full_name, password_hash, must_change_password, disabled_at)
  values (nb_system(), 'hệ thống', 'Hệ thống', '', true, now());

-- Its name may be told to everybody.
create policy account_system on account for select using (id = nb_system());

-- It alone forgets sessions that are long over.
create policy session_over_read on session for select using (nb_account() = nb_system());
create policy session_over on session for delete using (nb_account() = nb_system());
grant delete on session to nb_app;
