-- Which columns of a household table or a ledger may change was said by grants on columns. A distributed engine does not
-- carry those to its shards, so the application no longer changes these tables at all: each change is a function here that
-- writes the columns it names, in rows that the actor reaches. Such an engine also lets one transaction write the rows of
-- a household (or a row of a ledger) under one role only, so a function writes whatever goes with its change.
revoke update on session, setup_token, signed_paper, household_class, review_case from nb_app;
revoke insert on signed_paper, household_class, survey, verdict, survey_note, decision_entry, certificate from nb_app;

-- people ------------------------------------------------------------------------------------------------------------

-- The actor's own session was used.
create function session_seen(of_session uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update session set seen_at = now() where id = of_session and account_id = nb_account();
end
$$;

-- Ends the actor's own sessions: one, or all `but` one. Answers how many stood.
create function session_end(one uuid, but uuid) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  ended integer;
begin
  update session set ended_at = now()
   where account_id = nb_account() and ended_at is null and (one is null or id = one) and id is distinct from but;
  get diagnostics ended = row_count;
  return ended;
end
$$;

-- False where there is no such token, or it was used.
create function setup_token_use(hash bytea) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update setup_token set used_at = now() where token_hash = hash and used_at is null;
  return found;
end
$$;

comment on function session_seen is 'room: people';
comment on function session_end is 'room: people';
comment on function setup_token_use is 'room: people';

-- papers ------------------------------------------------------------------------------------------------------------

-- Papers that a unit of the actor issued, as they were signed.
create function paper_register(of_area uuid, of_series text, papers json) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then
    raise exception 'area' using errcode = '42501';
  end if;
  insert into signed_paper (id, kind, series, number, area_id, subject_id, issued_on, in_force_from, payload_hash)
    select p.id, p.kind, of_series, p.number, of_area, p.subject_id, p.issued_on, p.in_force_from, p.payload_hash
      from json_to_recordset(papers) as p (id uuid, kind text, number text, subject_id uuid, issued_on date,
           in_force_from date, payload_hash bytea);
end
$$;

-- A paper that waited is signed by hand; false where it does not wait.
create function paper_begin(paper uuid, of_number text, issued date, begins date) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update signed_paper p set number = of_number, issued_on = issued, in_force_from = begins
   where p.id = paper and p.in_force_from is null
     and nb_holds(p.area_id);
  return found;
end
$$;

comment on function paper_register is 'room: papers';
comment on function paper_begin is 'room: papers';

-- households --------------------------------------------------------------------------------------------------------

-- Classes that a decision gives: what they succeed (`ends`: by its first day) ends where they begin. Nothing else of a
-- class ever changes. Answers how many ended.
create function class_succeed(of_decision uuid, of_standard text, classes json) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  ended integer;
begin
  if exists (select from json_to_recordset(classes) as n (household uuid, village uuid) where not exists (
               select from household h join area_reach r on r.area_id in (n.village, h.village_id)
                where h.household_id = n.household and r.over_id = any ((select nb_areas())::uuid[]))) then
    raise exception 'household' using errcode = '42501';
  end if;
  update household_class c set valid_until = n.begins
    from json_to_recordset(classes) as n (household uuid, begins date, ends date)
   where c.household_id = n.household and c.valid_from = n.ends
     and exists (select from household h join area_reach r on r.area_id in (c.village_id, h.village_id)
                  where h.household_id = c.household_id and r.over_id = any ((select nb_areas())::uuid[]));
  get diagnostics ended = row_count;
  insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, valid_until, decision_id,
                               verdict_id)
    select n.household, n.id, n.village, h.village_id, n.class, of_standard, n.begins, n.until, of_decision, n.verdict
      from json_to_recordset(classes) as n (household uuid, id uuid, village uuid, class text, begins date, until date, verdict uuid)
      join household h on h.household_id = n.household;
  return ended;
end
$$;
comment on function class_succeed is 'room: households';

-- rounds ------------------------------------------------------------------------------------------------------------

-- Gives cases that are not with the checker to an enumerator: all of the round, of one village, of these households.
-- Answers how many.
create function case_assign(of_round uuid, enumerator uuid, of_village uuid, households uuid[]) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  assigned integer;
begin
  update review_case c
     set account_id = enumerator, state = case when c.state = 'listed' then 'assigned' else c.state end, changed_at = now()
   where c.round_id = of_round and c.state in ('listed', 'assigned', 'returned')
     and (of_village is null or c.village_id = of_village)
     and (households is null or c.household_id = any (households))
     and nb_holds(c.village_id)
     and exists (select from household h join area_reach r on r.area_id = h.village_id
                  where h.household_id = c.household_id and h.ended_on is null and r.over_id = any ((select nb_areas())::uuid[]));
  get diagnostics assigned = row_count;
  return assigned;
end
$$;

-- The cases of a round that end with their households, but those of households that are decided on. Answers how many.
create function case_end(of_round uuid, but uuid[]) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  ended integer;
begin
  update review_case c set state = 'ended', changed_at = now()
   where c.round_id = of_round and c.state <> 'ended'
     and nb_holds(c.village_id)
     and exists (select from household h join area_reach r on r.area_id = h.village_id
                  where h.household_id = c.household_id and h.ended_on is not null and r.over_id = any ((select nb_areas())::uuid[]))
     and c.household_id <> all (but);
  get diagnostics ended = row_count;
  return ended;
end
$$;

comment on function case_assign is 'room: rounds';
comment on function case_end is 'room: rounds';

-- surveys -----------------------------------------------------------------------------------------------------------

-- As before, all of it under one role: the village is asked once instead of for each row.
create or replace function survey_store(account uuid, told jsonb, facts jsonb, verdicts json)
  returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  of_household uuid := (told ->> 'household')::uuid;
  of_village uuid := (told ->> 'village')::uuid;
  of_round uuid := (told ->> 'round')::uuid;
  of_survey uuid := (told ->> 'survey')::uuid;
begin
  if not exists (select from area_reach r where r.area_id = of_village and r.over_id = any (nb_areas())) then
    raise exception 'village' using errcode = '42501';
  end if;
  if not household_stands(of_household) then raise exception 'household' using errcode = 'NB004'; end if;
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
     and c.survey_id is not distinct from (told ->> 'was_survey')::uuid
     and c.account_id is not distinct from (told ->> 'was_account')::uuid
     and c.village_id = of_village and c.round_id = of_round;
  if not found then raise exception 'case' using errcode = 'NB002'; end if;
end
$$;

-- A case moves as it was seen, with the checker's comments on its survey; false where it has moved on since.
create function survey_check(of_household uuid, of_case uuid, of_survey uuid, was text, becomes text, notes json)
  returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update review_case c set state = becomes, changed_at = now()
   where c.household_id = of_household and c.id = of_case and c.state = was and c.survey_id = of_survey
     and nb_holds(c.village_id);
  if not found then return false; end if;
  insert into survey_note (household_id, id, home_id, case_id, survey_id, question, person, note, account_id)
    select h.household_id, n.id, h.village_id, of_case, of_survey, n.question, n.person, n.note, nb_account()
      from json_to_recordset(notes) as n (id uuid, question text, person text, note text)
      join household h on h.household_id = of_household;
  return true;
end
$$;
comment on function survey_check is 'room: surveys';

-- decisions ---------------------------------------------------------------------------------------------------------

-- The list of a decision, each household in a village of the actor.
create function decision_list(of_decision uuid, of_round uuid, entries json) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if exists (select from (select distinct village from json_to_recordset(entries) as e (village uuid)) v
              where not nb_holds(v.village)) then
    raise exception 'village' using errcode = '42501';
  end if;
  insert into decision_entry (household_id, id, decision_id, round_id, village_id, verdict_id, class, class_before, movement, members)
    select e.household, e.id, of_decision, of_round, e.village, e.verdict, e.class, e.before, e.movement, e.members
      from json_to_recordset(entries) as e (household uuid, id uuid, village uuid, verdict uuid, class text, before text,
           movement text, members smallint);
end
$$;

-- The certificates of a decision, for households of the actor.
create function certificate_make(of_decision uuid, of_year smallint, certificates json) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if exists (select from json_to_recordset(certificates) as c (household uuid) where not exists (
               select from household h join area_reach r on r.area_id = h.village_id
                where h.household_id = c.household and r.over_id = any ((select nb_areas())::uuid[]))) then
    raise exception 'household' using errcode = '42501';
  end if;
  insert into certificate (household_id, id, home_id, decision_id, class, year, number, signed)
    select c.household, c.id, h.village_id, of_decision, c.class, of_year, c.number, c.signed
      from json_to_recordset(certificates) as c (household uuid, id uuid, class text, number text, signed text)
      join household h on h.household_id = c.household;
end
$$;

-- Certificates of these households that end by a decision, or that it gave for days until a later one: whose class ends
-- where another begins (`until`: the first day on which it no longer holds). The next certificate ends them, or the
-- decision that gave the household none.
create function certificate_replaced(of_decision uuid, households uuid[])
  returns table (paper uuid, until date, successor uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select k.id, n.valid_from, coalesce(nk.id, n.decision_id)
      from household_class n
      join household h on h.household_id = n.household_id
      join household_class c on c.household_id = n.household_id and c.valid_until = n.valid_from
      join certificate k on k.household_id = c.household_id and k.decision_id = c.decision_id
      left join certificate nk on nk.household_id = n.household_id and nk.decision_id = n.decision_id
     where n.household_id = any (households)
       and (n.decision_id = of_decision or c.decision_id = of_decision)
       and nb_holds(h.village_id);
end
$$;

comment on function decision_list is 'room: decisions';
comment on function certificate_make is 'room: decisions';
comment on function certificate_replaced is 'room: decisions';

-- What is created is everybody's to call until it is taken back.
revoke execute on function session_seen(uuid), session_end(uuid, uuid), setup_token_use(bytea),
  paper_register(uuid, text, json), paper_begin(uuid, text, date, date), class_succeed(uuid, text, json),
  case_assign(uuid, uuid, uuid, uuid[]), case_end(uuid, uuid[]), survey_check(uuid, uuid, uuid, text, text, json),
  decision_list(uuid, uuid, json), certificate_make(uuid, smallint, json), certificate_replaced(uuid, uuid[]) from public;
grant execute on function session_seen(uuid), session_end(uuid, uuid), setup_token_use(bytea),
  paper_register(uuid, text, json), paper_begin(uuid, text, date, date), class_succeed(uuid, text, json),
  case_assign(uuid, uuid, uuid, uuid[]), case_end(uuid, uuid[]), survey_check(uuid, uuid, uuid, text, text, json),
  decision_list(uuid, uuid, json), certificate_make(uuid, smallint, json), certificate_replaced(uuid, uuid[]) to nb_app;
