-- A verdict keeps codes; its reasons are told again from the answers and the law that its round pins, which never changes
-- (`judged.ts` of the surveys). What was kept in full stays so, and a decision that comes into force fixes the full text of
-- every verdict in its list. A survey and its verdicts name their form and law by the round; those of before by themselves.
alter table verdict
  alter column reasons drop not null,
  alter column standard_hash drop not null,
  add column codes text,
  add constraint verdict_told check (reasons is not null or codes is not null);
alter table survey alter column form_hash drop not null;
-- Who could not be decided on is all that is looked up among the verdicts of a round: classes stand at the cases.
drop index verdict_found;
create index verdict_undecidable on verdict (round_id) include (village_id, household_id, survey_id)
  where purpose = 'opens' and undecidable is not null;
-- Time grows: where an index grows at its end its pages fill up, at its beginning they are left half empty.
drop index audit_line_newest, audit_line_area, audit_line_account;
create index audit_line_newest on audit_line (at, id desc);
create index audit_line_area on audit_line (area_id, at);
create index audit_line_account on audit_line (account_id, at);

CREATE OR REPLACE FUNCTION public.survey_context(account uuid, of_household uuid, of_case uuid, of_survey uuid, of_day date)
 RETURNS TABLE(case_id uuid, village_id uuid, over_ids uuid[], case_state text, case_account uuid, case_survey uuid, survey_account uuid, has_left boolean, has_gone boolean, handed boolean, sent_from uuid, round_id uuid, round_state text, window_from date, window_until date, form_hash text, opening_hash text, opening_points text, closing_hash text, closing_points text, kept jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one review_case;
  there review_case;
  reaches boolean;
  was_mine boolean;
  was_in uuid;
begin
  select * into one from review_case c where c.household_id = of_household and c.id = of_case;
  if not found then return; end if;
  reaches := exists (select from area_reach a where a.area_id = one.village_id and a.over_id = any (nb_areas()));
  was_mine := (one.account_id is distinct from account or not reaches)
              and coalesce(one.handed_from = account or account = any (one.had_by), false);
  if not was_mine and not reaches then return; end if;
  if was_mine then
    was_in := (select h.village from unnest(one.had_by, one.had_in) with ordinality as h (who, village, n)
                where h.who = account order by h.n desc limit 1);
  end if;
  if one.left_because = 'moved' and (was_mine or one.account_id = account) then
    select c.* into there
      from review_case c join round r on r.id = c.round_id join round x on x.id = one.round_id
     where c.household_id = of_household and c.state <> 'ended' and r.state in ('surveying', 'checking')
       and r.form_hash = x.form_hash and of_day between r.window_from and r.window_until
       and not exists (select from survey s where s.household_id = of_household and s.id = of_survey and s.round_id = x.id)
     order by r.window_from desc, c.id limit 1;
    if found then
      was_mine := true;
      was_in := coalesce(was_in, one.village_id);
      one := there;
    end if;
  end if;
  return query
    select one.id, one.village_id, array(select a.over_id from area_reach a where a.area_id = one.village_id),
           coalesce(one.left_state, one.state), one.account_id, one.survey_id,
           (select s.account_id from survey s where s.household_id = of_household and s.id = one.survey_id),
           one.state = 'ended', h.ended_on is not null, was_mine, was_in,
           r.id, r.state, r.window_from, r.window_until,
           r.form_hash, r.opening_hash, r.opening_points, r.closing_hash, r.closing_points,
           (select jsonb_build_object('by', s.account_id, 'round', s.round_id, 'form', coalesce(s.form_hash, (select x.form_hash from round x where x.id = s.round_id)), 'on', coalesce(s.aside #>> '{day,said}', s.surveyed_on::text), 'counted', s.surveyed_on,
                                      'facts', s.facts, 'beside', s.beside)
              from survey s where s.household_id = of_household and s.id = of_survey)
      from round r join household h on h.household_id = of_household
     where r.id = one.round_id;
end
$function$;

CREATE OR REPLACE FUNCTION public.survey_store(account uuid, told jsonb, facts jsonb, verdicts json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
  insert into survey (household_id, id, round_id, village_id, account_id, facts, surveyed_on, members, income,
                      beside, taken, sent_from, aside)
    values (of_household, of_survey, of_round, of_village, account, facts,
            (told ->> 'surveyed_on')::date, (told ->> 'members')::smallint, (told ->> 'income')::bigint,
            of_beside, case when alike then false end, (told ->> 'from')::uuid, told -> 'aside')
    on conflict (household_id, id) do nothing;
  if not found then raise exception 'survey' using errcode = 'NB003'; end if;
  insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, class, possible, b1, b2,
                       lacking, undecidable, codes)
    select of_household, v.id, of_survey, of_round, of_village, v.purpose, v.standard_id, v.class, v.possible, v.b1, v.b2,
           v.lacking, v.undecidable, v.codes
      from json_to_recordset(verdicts) as v (id uuid, purpose text, standard_id text, class text, possible text[], b1 numeric,
           b2 integer, lacking text[], undecidable text, codes text);
  select * into before from review_case c where c.household_id = of_household and c.id = (told ->> 'case')::uuid for update;
  update review_case c set state = case when alike or has_left then c.state else told ->> 'state' end,
                           left_state = case when alike or c.left_state is null then c.left_state else told ->> 'state' end,
                           survey_id = coalesce(of_beside, of_survey), changed_at = now(),
                           opens = case when of_beside is null then told ->> 'opens' else c.opens end,
                           closes = case when of_beside is null then told ->> 'closes' else c.closes end
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
$function$;

CREATE OR REPLACE FUNCTION public.survey_redate(of_household uuid, of_case uuid, of_survey uuid, of_day date, settled jsonb, verdicts json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
    from json_to_recordset(verdicts) as n (purpose text, class text, possible text[], b1 numeric, b2 integer, lacking text[],
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
$function$;

-- The verdicts of a decision's list whose full text is not fixed yet, with what they are judged by. For who decides there.
create function decision_verdicts(of_decision uuid)
 RETURNS TABLE(household_id uuid, verdict_id uuid, purpose text, codes text, line jsonb, facts jsonb, surveyed_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
begin
  if not exists (select from decision d where d.id = of_decision and nb_holds(d.area_id)) then return; end if;
  return query
    select v.household_id, v.id, v.purpose, v.codes,
           jsonb_build_object('class', v.class, 'possible', to_jsonb(v.possible), 'b1', v.b1, 'b2', v.b2,
                              'lacking', to_jsonb(v.lacking)),
           s.facts, s.surveyed_on
      from decision_entry e
      join verdict v on v.household_id = e.household_id and v.id = e.verdict_id
      join survey s on s.household_id = v.household_id and s.id = v.survey_id
     where e.decision_id = of_decision and v.reasons is null;
end
$$;
comment on function decision_verdicts is 'room: decisions';

-- What a decision in force rests on is fixed word by word, once; nothing that is fixed is written again. Says of how many.
create function decision_fix_verdicts(of_decision uuid, fixed json)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  done integer;
begin
  if not exists (select from decision d where d.id = of_decision and nb_holds(d.area_id)) then
    raise exception 'decision' using errcode = '42501';
  end if;
  update verdict v set reasons = f.reasons
    from json_to_recordset(fixed) as f (household uuid, verdict uuid, reasons json)
   where v.household_id = f.household and v.id = f.verdict and v.reasons is null
     and exists (select from decision_entry e where e.household_id = v.household_id and e.verdict_id = v.id
                    and e.decision_id = of_decision);
  get diagnostics done = row_count;
  return done;
end
$$;
comment on function decision_fix_verdicts is 'room: decisions';
revoke execute on function decision_verdicts(uuid), decision_fix_verdicts(uuid, json) from public;
grant execute on function decision_verdicts(uuid), decision_fix_verdicts(uuid, json) to nb_app;
