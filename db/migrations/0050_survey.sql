-- A survey and the register may differ in a person: what becomes of it is recorded in the register, or why it stays so is kept.

-- surveys -----------------------------------------------------------------------------------------------------------

-- What a checker decided on a survey, with why, beside the comments: `question` is kept.<what>; of a difference to the register
-- `person` is the one who differs, of a choice between two surveys (kept.chosen) the other survey.
create function survey_explain(of_household uuid, of_case uuid, of_survey uuid, of_note json)
  returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from review_case c
   where c.household_id = of_household and c.id = of_case and c.survey_id = of_survey
     and c.state in ('submitted', 'accepted') and nb_holds(c.village_id)
     for no key update;
  if not found or exists (
    select from survey_note n, json_to_record(of_note) as o (question text, person text)
     where n.household_id = of_household and n.survey_id = of_survey and n.question = o.question
       and n.person is not distinct from o.person) then return false; end if;
  insert into survey_note (household_id, id, home_id, case_id, survey_id, question, person, note, account_id)
    select h.household_id, n.id, h.village_id, of_case, of_survey, n.question, n.person, n.note, nb_account()
      from json_to_record(of_note) as n (id uuid, question text, person text, note text)
      join household h on h.household_id = of_household;
  return true;
end
$$;
comment on function survey_explain is 'room: surveys';

-- Of the accepted cases of a round those whose people may differ from the register of a day, with both and what was explained.
create function survey_people(of_round uuid, on_day date)
  returns table (household_id uuid, case_id uuid, head_name text, seen boolean, asked jsonb, present jsonb, explained text[])
  language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select from round r where r.id = of_round and nb_holds(r.area_id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  return query
  with surveyed as materialized (
    select c.household_id, c.id as case_id, c.village_id, s.id as survey_id, s.facts -> 'members' as list
      from review_case c join survey s on s.household_id = c.household_id and s.id = c.survey_id
     where c.round_id = of_round and c.state = 'accepted' and jsonb_typeof(s.facts -> 'members') = 'array'),
  answered as (
    select s.household_id,
           jsonb_agg(jsonb_build_object('id', m ->> 'id', 'name', m -> 'name', 'sex', m -> 'sex', 'birth', m -> 'birth',
             'relation', m -> 'relation')) as list,
           string_agg(concat_ws('|', m ->> 'id', m ->> 'name', m ->> 'sex', m -> 'birth', m ->> 'relation' = 'head'), chr(10)
             order by m ->> 'id') as key
      from surveyed s cross join lateral jsonb_array_elements(s.list) m group by s.household_id),
  living as (
    select m.household_id,
           jsonb_agg(jsonb_build_object('memberId', m.id, 'answers', jsonb_build_object('id', m.person_id,
             'name', m.full_name, 'sex', m.sex, 'relation', case when m.person_id = h.head_person_id then 'head' else m.relation end,
             'birth', b.birth))) as list,
           string_agg(concat_ws('|', m.person_id, m.full_name, m.sex, b.birth, m.person_id = h.head_person_id), chr(10)
             order by m.person_id::text) as key
      from surveyed s join household h on h.household_id = s.household_id join member m on m.household_id = s.household_id
      cross join lateral (select jsonb_strip_nulls(jsonb_build_object('year', m.birth_year, 'month', m.birth_month,
             'day', m.birth_day)) as birth) b
     where m.joined_on <= on_day and (m.left_on is null or m.left_on > on_day)
     group by m.household_id)
  select s.household_id, s.case_id, h.head_name, nb_holds(s.village_id), a.list, coalesce(l.list, '[]'),
         array(select n.question || ' ' || coalesce(n.person, '') from survey_note n
                where n.household_id = s.household_id and n.survey_id = s.survey_id and n.question like 'kept.%')
    from surveyed s join household h on h.household_id = s.household_id
    join answered a on a.household_id = s.household_id
    left join living l on l.household_id = s.household_id
   where h.ended_on is null and a.key is distinct from l.key;
end
$$;
comment on function survey_people is 'room: surveys';

revoke execute on function survey_explain(uuid, uuid, uuid, json), survey_people(uuid, date) from public;
grant execute on function survey_explain(uuid, uuid, uuid, json), survey_people(uuid, date) to nb_app;
