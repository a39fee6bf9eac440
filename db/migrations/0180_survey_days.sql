-- A day that the phone said and that cannot be: the day of receipt counts, what was said is kept beside the answers, and who
-- checks says of which day they are. Sent once more, it is the same survey by the day it said.
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
           (select jsonb_build_object('by', s.account_id, 'round', s.round_id, 'form', s.form_hash, 'on', coalesce(s.aside #>> '{day,said}', s.surveyed_on::text), 'counted', s.surveyed_on,
                                      'facts', s.facts, 'beside', s.beside)
              from survey s where s.household_id = of_household and s.id = of_survey)
      from round r join household h on h.household_id = of_household
     where r.id = one.round_id;
end
$function$;

-- The answers are of another day: what came of them is told anew. False where the case has moved on.
create function survey_redate(of_household uuid, of_case uuid, of_survey uuid, of_day date, settled jsonb, verdicts json)
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
                       undecidable = n.undecidable, reasons = n.reasons
    from json_to_recordset(verdicts) as n (purpose text, class text, possible text[], b1 numeric, b2 integer, lacking text[],
         undecidable text, reasons json)
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
comment on function survey_redate is 'room: surveys';
revoke execute on function survey_redate(uuid, uuid, uuid, date, jsonb, json) from public;
grant execute on function survey_redate(uuid, uuid, uuid, date, jsonb, json) to nb_app;
