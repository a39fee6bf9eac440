-- One beginning and one end of every call that reads or changes: every door, batch and job goes through these two. Both
-- run as whoever calls, so row security holds.

-- Sets whose standing row security sees for this transaction, and says what the command was answered before: `new`,
-- `kept` (with the answer; null where it was not to be kept) or `reused` (the id belongs to something else). A reading
-- has no command.
create function nb_begin(of_account uuid, of_areas uuid[], of_command uuid, of_endpoint text, of_hash bytea)
  returns table (account uuid, state text, answer jsonb)
  language plpgsql as $$
begin
  perform set_config('nb.account', coalesce(of_account::text, ''), true),
          set_config('nb.areas', coalesce(of_areas::text, '{}'), true);
  if of_command is not null then
    return query
      select of_account,
             case when k.endpoint = of_endpoint and k.content_hash = of_hash then 'kept' else 'reused' end,
             case when k.endpoint = of_endpoint and k.content_hash = of_hash then k.result end
        from command k where k.id = of_command;
    if found then return; end if;
  end if;
  return query select of_account, 'new', null::jsonb;
end
$$;

-- Keeps the command with its answer (where `of_hash` is given) and writes the line of the audit. NB001: the command's id
-- is used: sent twice at once, or somebody else's.
create function nb_finish(of_account uuid, of_command uuid, of_endpoint text, of_hash bytea, of_answer jsonb,
                          line uuid, of_what text, of_subject uuid, of_area uuid, of_facts jsonb)
  returns void
  language plpgsql as $$
begin
  if of_hash is not null then
    insert into command (id, account_id, endpoint, content_hash, result)
      values (of_command, of_account, of_endpoint, of_hash, coalesce(of_answer, 'null'))
      on conflict (id) do nothing;
    if not found then raise exception 'command' using errcode = 'NB001'; end if;
  end if;
  insert into audit_line (id, account_id, command_id, what, subject_id, area_id, facts)
    values (line, of_account, of_command, of_what, of_subject, of_area, of_facts);
end
$$;

-- Sending a survey makes two statements after the session's, each of them whole: the reading and the storing, put
-- between the beginning and the end above by the door.
drop function survey_context(uuid, uuid[], uuid, uuid, uuid);
drop function survey_store(uuid, uuid[], jsonb, jsonb, json, bytea);

create function survey_context(account uuid, of_household uuid, of_case uuid)
  returns table (village_id uuid, over_ids uuid[], case_state text, case_account uuid, case_survey uuid, round_id uuid,
                 round_state text, window_from date, form_hash text, opening_hash text, opening_points text,
                 closing_hash text, closing_points text)
  language plpgsql stable as $$
begin
  return query
    select c.village_id, array(select a.over_id from area_reach a where a.area_id = c.village_id),
           c.state, c.account_id, c.survey_id, r.id, r.state, r.window_from,
           r.form_hash, r.opening_hash, r.opening_points, r.closing_hash, r.closing_points
      from review_case c join round r on r.id = c.round_id
     where c.household_id = of_household and c.id = of_case;
end
$$;

-- Stores a survey with its verdicts and moves its case. `told` holds ids and columns. NB002: the case has moved on.
-- NB003: the survey's id is used.
create function survey_store(account uuid, told jsonb, facts jsonb, verdicts json)
  returns void
  language plpgsql as $$
declare
  of_household uuid := (told ->> 'household')::uuid;
  of_village uuid := (told ->> 'village')::uuid;
  of_round uuid := (told ->> 'round')::uuid;
  of_survey uuid := (told ->> 'survey')::uuid;
begin
  insert into survey (household_id, id, round_id, village_id, account_id, form_hash, facts, surveyed_on, members, income)
    values (of_household, of_survey, of_round, of_village, account, told ->> 'form', facts,
            (told ->> 'surveyed_on')::date, (told ->> 'members')::smallint, (told ->> 'income')::bigint)
    on conflict (household_id, id) do nothing;
  if not found then raise exception 'survey' using errcode = 'NB003'; end if;
  insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, standard_hash, points_hash,
                       class, possible, b1, b2, lacking, undecidable, reasons)
    select of_household, v.id, of_survey, of_round, of_village, v.purpose, v.standard_id, v.standard_hash, v.points_hash,
           v.class, v.possible, v.b1, v.b2, v.lacking, v.undecidable, v.reasons
      from json_to_recordset(verdicts) as v (id uuid, purpose text, standard_id text, standard_hash text,
           points_hash text, class text, possible text[], b1 numeric, b2 integer, lacking text[], undecidable text,
           reasons json);
  update review_case c set state = told ->> 'state', survey_id = of_survey, changed_at = now()
   where c.household_id = of_household and c.id = (told ->> 'case')::uuid and c.state = told ->> 'was'
     and c.survey_id is not distinct from (told ->> 'was_survey')::uuid;
  if not found then raise exception 'case' using errcode = 'NB002'; end if;
end
$$;

revoke execute on function nb_begin(uuid, uuid[], uuid, text, bytea),
  nb_finish(uuid, uuid, text, bytea, jsonb, uuid, text, uuid, uuid, jsonb),
  survey_context(uuid, uuid, uuid), survey_store(uuid, jsonb, jsonb, json) from public;
grant execute on function nb_begin(uuid, uuid[], uuid, text, bytea),
  nb_finish(uuid, uuid, text, bytea, jsonb, uuid, text, uuid, uuid, jsonb),
  survey_context(uuid, uuid, uuid), survey_store(uuid, jsonb, jsonb, json) to nb_app;
