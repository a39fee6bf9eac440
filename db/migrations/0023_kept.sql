-- The beginning tells under which name and check a command is kept; whether that is the same call is asked by the server,
-- which alone knows the call's former names and takes their checks only where something is kept.
drop function nb_begin(uuid, uuid[], uuid, text[], bytea[]);
create function nb_begin(of_account uuid, of_areas uuid[], of_command uuid,
                         out account uuid, out kept_as text, out kept_hash bytea, out answer jsonb)
  language plpgsql as $$
begin
  perform set_config('nb.account', coalesce(of_account::text, ''), true),
          set_config('nb.areas', coalesce(of_areas::text, '{}'), true);
  account := of_account;
  if of_command is not null then
    select k.endpoint, k.content_hash, k.result into kept_as, kept_hash, answer from command k where k.id = of_command;
  end if;
end
$$;
comment on function nb_begin is 'room: platform';
revoke execute on function nb_begin(uuid, uuid[], uuid) from public;
grant execute on function nb_begin(uuid, uuid[], uuid) to nb_app;
