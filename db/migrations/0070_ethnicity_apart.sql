-- Papers print the ethnic group of the register: where a survey has another, the two differ as in name, sex and birth.
CREATE OR REPLACE FUNCTION public.survey_people(of_round uuid, on_day date)
 RETURNS TABLE(household_id uuid, case_id uuid, head_name text, seen boolean, asked jsonb, present jsonb, explained text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
     cross join lateral jsonb_array_elements(case jsonb_typeof(v.facts -> 'members') when 'array' then v.facts -> 'members' end) m
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
              from survey v cross join lateral jsonb_array_elements(v.facts -> 'members') m
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
$function$;
