-- A command is the same under every name its call ever had: the names today's and before, and over each the check.
drop function nb_begin(uuid, uuid[], uuid, text, bytea);
create function nb_begin(of_account uuid, of_areas uuid[], of_command uuid, of_endpoints text[], of_hashes bytea[],
                         out account uuid, out state text, out answer jsonb)
  language plpgsql as $$
declare
  kept record;
begin
  perform set_config('nb.account', coalesce(of_account::text, ''), true),
          set_config('nb.areas', coalesce(of_areas::text, '{}'), true);
  account := of_account;
  state := 'new';
  if of_command is null then return; end if;
  select k.content_hash = of_hashes[array_position(of_endpoints, k.endpoint)] as same, k.result into kept
    from command k where k.id = of_command;
  if not found then return; end if;
  if kept.same then state := 'kept'; answer := kept.result; else state := 'reused'; end if;
end
$$;
comment on function nb_begin is 'room: platform';
revoke execute on function nb_begin(uuid, uuid[], uuid, text[], bytea[]) from public;
grant execute on function nb_begin(uuid, uuid[], uuid, text[], bytea[]) to nb_app;
