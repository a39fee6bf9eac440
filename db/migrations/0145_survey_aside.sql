-- What a survey says beside its answers: how each of them came about (kept as the form had filled it in, or given anew), and
-- how members of the register had left the household, as who surveyed it heard it. Surveys of before have none.
alter table survey add column aside jsonb;

create or replace function survey_store(account uuid, told jsonb, facts jsonb, verdicts json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  of_household uuid := (told ->> 'household')::uuid;
  of_village uuid := (told ->> 'village')::uuid;
  of_round uuid := (told ->> 'round')::uuid;
  of_survey uuid := (told ->> 'survey')::uuid;
  of_beside uuid := (told ->> 'beside')::uuid;
  -- Out of its round, or of a household that has ended: it stands as it was, as if the survey had come before.
  has_left boolean := (told ->> 'left')::boolean;
  has_gone boolean := (told ->> 'gone')::boolean;
  -- The same answers once more leave nothing to decide.
  alike boolean := exists (select from survey s where s.household_id = of_household and s.id = of_beside
                              and s.facts = survey_store.facts);
  before review_case;
  after review_case;
  opens_as text;
  closes_as text;
begin
  if not exists (select from area_reach r where r.area_id = of_village and r.over_id = any (nb_areas()))
     and not exists (select from review_case c where c.household_id = of_household
                        and (c.handed_from = account or account = any (c.had_by) or c.account_id = account and c.left_because = 'moved')) then
    raise exception 'village' using errcode = '42501';
  end if;
  perform from household h where h.household_id = of_household and (h.ended_on is not null) = has_gone for share;
  if not found then raise exception 'household' using errcode = 'NB002'; end if;
  if of_beside is not null and (select count(*) >= 5 from survey s where s.household_id = of_household
                                   and s.round_id = of_round and s.beside is not null and s.taken is null) then
    raise exception 'beside' using errcode = 'NB005';
  end if;
  insert into survey (household_id, id, round_id, village_id, account_id, form_hash, facts, surveyed_on, members, income,
                      beside, taken, sent_from, aside)
    values (of_household, of_survey, of_round, of_village, account, told ->> 'form', facts,
            (told ->> 'surveyed_on')::date, (told ->> 'members')::smallint, (told ->> 'income')::bigint,
            of_beside, case when alike then false end, (told ->> 'from')::uuid, told -> 'aside')
    on conflict (household_id, id) do nothing;
  if not found then raise exception 'survey' using errcode = 'NB003'; end if;
  insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, standard_hash, points_hash,
                       class, possible, b1, b2, lacking, undecidable, reasons)
    select of_household, v.id, of_survey, of_round, of_village, v.purpose, v.standard_id, v.standard_hash, v.points_hash,
           v.class, v.possible, v.b1, v.b2, v.lacking, v.undecidable, v.reasons
      from json_to_recordset(verdicts) as v (id uuid, purpose text, standard_id text, standard_hash text,
           points_hash text, class text, possible text[], b1 numeric, b2 integer, lacking text[], undecidable text,
           reasons json);
  select max(coalesce(v.class, 'open')) filter (where v.purpose = 'opens'), max(coalesce(v.class, 'open')) filter (where v.purpose = 'closes')
    into opens_as, closes_as from json_to_recordset(verdicts) as v (purpose text, class text);
  select * into before from review_case c where c.household_id = of_household and c.id = (told ->> 'case')::uuid for update;
  update review_case c set state = case when alike or has_left then c.state else told ->> 'state' end,
                           left_state = case when alike or c.left_state is null then c.left_state else told ->> 'state' end,
                           survey_id = coalesce(of_beside, of_survey), changed_at = now(),
                           opens = case when of_beside is null then opens_as else c.opens end,
                           closes = case when of_beside is null then closes_as else c.closes end
   where c.household_id = of_household and c.id = (told ->> 'case')::uuid
     and (c.state = 'ended') = has_left
     and (coalesce(c.left_state, c.state) = told ->> 'was'
          or of_beside is not null and coalesce(c.left_state, c.state) in ('submitted', 'accepted'))
     and c.survey_id is not distinct from (told ->> 'was_survey')::uuid
     and c.account_id is not distinct from (told ->> 'was_account')::uuid
     and c.village_id = of_village and c.round_id = of_round
   returning c.* into after;
  if not found then raise exception 'case' using errcode = 'NB002'; end if;
  if has_left or has_gone then
    perform case_recount(array[of_round], array[of_village]);
  else
    perform case_moved(before, after);
  end if;
end
$$;
