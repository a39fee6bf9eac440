-- One answer to each of these notices that still is in the state, as `survey_notices_follow` writes them: a transaction writes
-- units under one role, and the act that answers them has moved them before.
create function survey_notices_answer(ids uuid[], of_state text, answer jsonb)
  returns table (notice_id uuid, village_id uuid, round_id uuid, kind text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query
    update survey_notice n set state = 'settled', answers = n.answers || jsonb_build_array(answer)
     where n.id = any (ids) and n.state = of_state and nb_holds(n.village_id)
     returning n.id, n.village_id, n.round_id, n.kind;
end
$$;
comment on function survey_notices_answer(uuid[], text, jsonb) is 'room: surveys';
revoke execute on function survey_notices_answer(uuid[], text, jsonb) from public;
grant execute on function survey_notices_answer(uuid[], text, jsonb) to nb_app;
