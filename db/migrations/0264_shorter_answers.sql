-- Answers are kept as the text they came in: compressed, it takes a sixth less than its parts. What lacks and what is possible
-- are lists of a few words, with commas, in place of arrays that say type and bounds. Rows of before are written anew, once.
alter table survey alter column facts type json using facts::json;
alter table verdict
  drop constraint verdict_possible,
  alter column possible type text using array_to_string(possible, ','),
  alter column lacking type text using array_to_string(lacking, ','),
  add constraint verdict_possible check (
    case when class is null then coalesce(possible, '') <> '' else possible is null or possible = class end);

create or replace function decision_verdicts(of_decision uuid)
 RETURNS TABLE(household_id uuid, verdict_id uuid, purpose text, codes text, line jsonb, facts jsonb, surveyed_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
begin
  if not exists (select from decision d where d.id = of_decision and nb_holds(d.area_id)) then return; end if;
  return query
    select v.household_id, v.id, v.purpose, v.codes,
           jsonb_build_object('class', v.class, 'possible', to_jsonb(string_to_array(coalesce(v.possible, v.class), ',')), 'b1', v.b1, 'b2', v.b2,
                              'lacking', to_jsonb(string_to_array(coalesce(v.lacking, ''), ','))),
           s.facts::jsonb, s.surveyed_on
      from decision_entry e
      join verdict v on v.household_id = e.household_id and v.id = e.verdict_id
      join survey s on s.household_id = v.household_id and s.id = v.survey_id
     where e.decision_id = of_decision and v.reasons is null;
end
$$;
create or replace function entry_texts(of_round uuid, of_day date, households uuid[], verdicts uuid[], fixed uuid DEFAULT NULL::uuid)
 RETURNS TABLE(household_id uuid, content jsonb, village_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
#variable_conflict use_column
begin
  return query
  with since as materialized (select * from happened_since(households, of_day, fixed)),
  headed as (
    select distinct on (e.household_id) e.household_id, (e.facts->>'fromPerson')::uuid as person, e.facts->>'from' as name
      from household_event e
     where e.household_id = any (households) and e.kind = 'head_changed' and e.undone_by is null and e.happened_on >= of_day
       and (e.happened_on > of_day or e.id in (select x.id from since x where x.what = 'headed'))
     order by e.household_id, e.happened_on, e.created_at),
  -- Who was head then is called as the register calls him by now, as among the members.
  change as (
    select c.household_id, c.person, coalesce(k.name, c.name) as name
      from headed c
      left join lateral (select m.full_name as name from member m
                          where m.household_id = c.household_id and m.person_id = c.person
                          order by m.joined_on desc limit 1) k on true),
  present as (
    select m.household_id, jsonb_agg(jsonb_build_object('name', m.full_name, 'birthYear', m.birth_year, 'sex', m.sex,
             'relation', case when m.person_id = coalesce(c.person, h.head_person_id) then 'head'
                              when c.household_id is not null then o.relation
                              when m.relation = 'head' then 'other' else m.relation end,
             'ethnicity', m.ethnicity)
             order by m.person_id <> coalesce(c.person, h.head_person_id), m.birth_year, m.birth_month, m.birth_day, m.id) as list
      from household h
      join member m on m.household_id = h.household_id
      left join change c on c.household_id = h.household_id
      left join relations_on(households, of_day, fixed) o on o.household_id = m.household_id and o.member_id = m.id
     where h.household_id = any (households) and m.joined_on <= of_day
       and (m.left_on is null or m.left_on > of_day or m.id in (select x.id from since x where x.what = 'went'))
       and m.id not in (select x.id from since x where x.what = 'came')
     group by m.household_id),
  home as (
    -- Address and village of one dwelling: what was of different days or villages named a place that there is not.
    select h.household_id, case when r.id is null then h.address else r.address end as address,
           coalesce(r.village_id, h.village_id) as village_id
      from review_case c
      join household h on h.household_id = c.household_id
      left join household_residence r on r.household_id = c.household_id
            and case when exists (select from since x where x.household_id = c.household_id and x.what = 'moved')
                     then r.valid_from < of_day and r.valid_until = of_day
                     else r.valid_from <= of_day and (r.valid_until is null or r.valid_until > of_day) end
     where c.round_id = of_round and c.household_id = any (households)),
  villages as (
    select distinct on (v.area_id) v.area_id, v.name from area_version v
     where v.area_id in (select n.village_id from home n)
     order by v.area_id, (v.valid_from <= of_day) desc, v.valid_from desc)
  select h.household_id, jsonb_build_object(
           'head', coalesce(b.name, h.head_name), 'address', n.address, 'village', v.name,
           'members', coalesce(p.list, '[]'),
           'merit', coalesce(jsonb_path_exists(s.facts::jsonb, '$.members[*] ? (@.merit == true)'), false),
           'noLabour', coalesce(jsonb_path_exists(s.facts::jsonb, '$.members[*]')
             and not jsonb_path_exists(s.facts::jsonb, '$.members[*] ? (!(@.canWork == false))'), false),
           'supports', coalesce(s.facts->'support', '[]')::jsonb), n.village_id
    from household h
    join unnest(households, verdicts) as a (household_id, verdict_id) on a.household_id = h.household_id
    join home n on n.household_id = h.household_id
    join villages v on v.area_id = n.village_id
    left join change b on b.household_id = h.household_id
    left join present p on p.household_id = h.household_id
    left join verdict o on o.household_id = h.household_id and o.id = a.verdict_id
    left join survey s on s.household_id = o.household_id and s.id = o.survey_id
   order by v.name collate vietnamese, n.village_id, given_name(coalesce(b.name, h.head_name)) collate vietnamese,
            coalesce(b.name, h.head_name) collate vietnamese, h.number collate vietnamese, h.household_id;
end
$$;
create or replace function survey_people(of_round uuid, on_day date)
 RETURNS TABLE(household_id uuid, case_id uuid, head_name text, seen boolean, asked jsonb, present jsonb, explained text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $$
#variable_conflict use_column
declare
  households uuid[];
  surveys uuid[];
  ids uuid[];
begin
  if not exists (select from round r where r.id = of_round and nb_holds(r.area_id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  with surveyed as materialized (
    select c.household_id, c.id as case_id, c.survey_id, h.head_person_id
      from review_case c join household h on h.household_id = c.household_id
     where c.round_id = of_round and c.state = 'accepted' and h.ended_on is null),
  answered as (
    select s.household_id, s.case_id, s.survey_id,
           string_agg(concat_ws('|', m ->> 'id', m ->> 'name', m ->> 'sex', m -> 'birth', m ->> 'ethnicity', m ->> 'relation' = 'head'), chr(10)
             order by m ->> 'id') as key
      from surveyed s join survey v on v.household_id = s.household_id and v.id = s.survey_id
     cross join lateral jsonb_array_elements(case json_typeof(v.facts -> 'members') when 'array' then (v.facts -> 'members')::jsonb end) m
     group by s.household_id, s.case_id, s.survey_id),
  living as (
    select m.household_id,
           string_agg(concat_ws('|', m.person_id, m.full_name, m.sex, jsonb_strip_nulls(jsonb_build_object('year', m.birth_year,
             'month', m.birth_month, 'day', m.birth_day)), m.ethnicity, m.person_id = s.head_person_id), chr(10)
             order by m.person_id::text) as key
      from surveyed s join member m on m.household_id = s.household_id
     where m.joined_on <= on_day and (m.left_on is null or m.left_on > on_day)
     group by m.household_id),
  -- In full: never each with each, however few are guessed.
  side_by_side as materialized (
    select a.household_id, a.survey_id, a.case_id, a.key is distinct from l.key as differ
      from answered a full join living l on l.household_id = a.household_id)
  select array_agg(s.household_id), array_agg(s.survey_id), array_agg(s.case_id) into households, surveys, ids
    from side_by_side s where s.differ and s.case_id is not null;
  return query
    select h.household_id, a.case_id, h.head_name, nb_holds(c.village_id),
           (select jsonb_agg(jsonb_build_object('id', m ->> 'id', 'name', m -> 'name', 'sex', m -> 'sex', 'birth', m -> 'birth',
                     'relation', m -> 'relation', 'ethnicity', m -> 'ethnicity'))
              from survey v cross join lateral jsonb_array_elements((v.facts -> 'members')::jsonb) m
             where v.household_id = h.household_id and v.id = a.survey_id),
           coalesce((select jsonb_agg(jsonb_build_object('memberId', m.id, 'answers', jsonb_build_object('id', m.person_id,
                     'name', m.full_name, 'sex', m.sex, 'ethnicity', m.ethnicity,
                     'relation', case when m.person_id = h.head_person_id then 'head' else m.relation end,
                     'birth', jsonb_strip_nulls(jsonb_build_object('year', m.birth_year, 'month', m.birth_month, 'day', m.birth_day)))))
              from member m
             where m.household_id = h.household_id and m.joined_on <= on_day and (m.left_on is null or m.left_on > on_day)), '[]'),
           array(select n.question || ' ' || coalesce(n.person, '') from survey_note n
                  where n.household_id = h.household_id and n.survey_id = a.survey_id and n.question like 'kept.%')
      from unnest(households, surveys, ids) as a (household_id, survey_id, case_id)
      join household h on h.household_id = a.household_id
      join review_case c on c.household_id = a.household_id and c.id = a.case_id;
end
$$;
create or replace function survey_redate(of_household uuid, of_case uuid, of_survey uuid, of_day date, settled jsonb, verdicts json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  before review_case;
  after review_case;
begin
  select * into before from review_case c where c.household_id = of_household and c.id = of_case for update;
  if before.survey_id is distinct from of_survey or before.state <> 'submitted' or not nb_holds(before.village_id) then
    return false;
  end if;
  update survey s set surveyed_on = of_day, aside = jsonb_set(s.aside, '{day,settled}', settled)
   where s.household_id = of_household and s.id = of_survey and s.aside ? 'day'
     and s.aside #> '{day,settled}' is distinct from settled;
  if not found then return false; end if;
  update verdict v set class = n.class, possible = n.possible, b1 = n.b1, b2 = n.b2, lacking = n.lacking,
                       undecidable = n.undecidable, reasons = null, codes = n.codes
    from json_to_recordset(verdicts) as n (purpose text, class text, possible text, b1 numeric, b2 integer, lacking text,
         undecidable text, codes text)
   where v.household_id = of_household and v.survey_id = of_survey and v.purpose = n.purpose;
  update review_case c set changed_at = now(),
         opens = (select max(coalesce(v.class, 'open')) from verdict v
                   where v.household_id = of_household and v.survey_id = of_survey and v.purpose = 'opens'),
         closes = (select max(coalesce(v.class, 'open')) from verdict v
                    where v.household_id = of_household and v.survey_id = of_survey and v.purpose = 'closes')
   where c.household_id = of_household and c.id = of_case
   returning c.* into after;
  perform case_moved(before, after);
  return true;
end
$$;
-- As before, of answers as a text.
drop function survey_store(jsonb, jsonb, jsonb);
create function survey_store(told jsonb, facts json, verdicts jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $$
declare
  many integer := jsonb_array_length(told);
  accounts uuid[] := '{}';
  one record;
  of_household uuid;
  -- The same answers once more leave nothing to decide.
  alike uuid[] := '{}';
  stored integer;
  were review_case[];
  are review_case[];
  recounted boolean[];
begin
  -- Held in the order of their households.
  for one in
    select s.n, s.account, t.*,
           exists (select from area_reach r where r.area_id = t.village and r.over_id = any (s.areas)) as reaches
      from nb_standings(many) s,
           jsonb_to_record(told -> s.n - 1) as t (household uuid, village uuid, round uuid, survey uuid, beside uuid, has_gone boolean)
     order by t.household
  loop
    accounts[one.n] := one.account;
    of_household := one.household;
    if not one.reaches
       and not exists (select from review_case c where c.household_id = one.household
                          and (c.handed_from = one.account or one.account = any (c.had_by)
                               or c.account_id = one.account and c.left_because = 'moved')) then
      raise exception 'village' using errcode = '42501';
    end if;
    perform from household h where h.household_id = of_household and (h.ended_on is not null) = one.has_gone for share;
    if not found then raise exception 'household' using errcode = 'NB002'; end if;
    continue when one.beside is null;
    if (select count(*) >= 5 from survey s where s.household_id = one.household
           and s.round_id = one.round and s.beside is not null and s.taken is null) then
      raise exception 'beside' using errcode = 'NB005';
    end if;
    if exists (select from survey s where s.household_id = one.household and s.id = one.beside
                  and s.facts::jsonb = (survey_store.facts -> one.n - 1)::jsonb) then
      alike := alike || one.survey;
    end if;
  end loop;
  insert into survey (household_id, id, round_id, village_id, account_id, facts, surveyed_on, members, income,
                      beside, taken, sent_from, aside)
    select t.household, t.survey, t.round, t.village, accounts[t.n], t.facts, t.surveyed_on, t.members, t.income,
           t.beside, case when t.survey = any (alike) then false end, t.sent_from, t.aside
      from rows from (jsonb_to_recordset(told) as (household uuid, survey uuid, round uuid, village uuid, surveyed_on date,
                        members smallint, income bigint, beside uuid, sent_from uuid, aside jsonb), json_array_elements(facts))
             with ordinality as t (household, survey, round, village, surveyed_on, members, income, beside, sent_from, aside, facts, n)
    on conflict (household_id, id) do nothing;
  get diagnostics stored = row_count;
  if stored <> many then raise exception 'survey' using errcode = 'NB003'; end if;
  insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, class, possible, b1, b2,
                       lacking, undecidable, codes)
    select t.household, v.id, t.survey, t.round, t.village, v.purpose, v.standard_id, v.class, v.possible, v.b1, v.b2,
           v.lacking, v.undecidable, v.codes
      from rows from (jsonb_to_recordset(told) as (household uuid, survey uuid, round uuid, village uuid), jsonb_array_elements(verdicts))
             as t (household, survey, round, village, verdicts),
           jsonb_to_recordset(t.verdicts) as v (id uuid, purpose text, standard_id text, class text, possible text,
             b1 numeric, b2 integer, lacking text, undecidable text, codes text);
  -- A case out of its round, or of a household that has ended, stands as it was, as if the survey had come before. What is
  -- counted as it was is looked at once more where somebody held it meanwhile.
  with moved as (
    update review_case c set state = case when t.survey = any (alike) or t.has_left then c.state else t.state end,
                             left_state = case when t.survey = any (alike) or c.left_state is null then c.left_state else t.state end,
                             survey_id = coalesce(t.beside, t.survey), changed_at = now(),
                             opens = case when t.beside is null then t.opens else c.opens end,
                             closes = case when t.beside is null then t.closes else c.closes end
      from jsonb_to_recordset(told) as t (household uuid, village uuid, round uuid, survey uuid, of_case uuid, has_left boolean,
             has_gone boolean, was text, was_survey uuid, was_account uuid, state text, opens text, closes text, beside uuid),
           review_case o
     where o.household_id = t.household and o.id = t.of_case and c.household_id = o.household_id and c.id = o.id
       and c.state = o.state and c.opens is not distinct from o.opens and c.closes is not distinct from o.closes
       and (c.state = 'ended') = t.has_left
       and (coalesce(c.left_state, c.state) = t.was
            or t.beside is not null and coalesce(c.left_state, c.state) in ('submitted', 'accepted'))
       and c.survey_id is not distinct from t.was_survey
       and c.account_id is not distinct from t.was_account
       and c.village_id = t.village and c.round_id = t.round
    returning o as was, c as is_now, t.has_left or t.has_gone as recounts)
  select array_agg(m.was), array_agg(m.is_now), array_agg(m.recounts) into were, are, recounted from moved m;
  if cardinality(are) is distinct from many then raise exception 'case' using errcode = 'NB002'; end if;
  perform cases_moved(were, are, recounted);
end
$$;
comment on function survey_store(jsonb, json, jsonb) is 'room: surveys';
