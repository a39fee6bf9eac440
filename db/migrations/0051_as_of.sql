-- households --------------------------------------------------------------------------------------------------------

-- What each member was to the head of a day, where the head has changed since: as the household stood before that change.
-- Null where nothing was kept of it. No row of a household whose head is the same.
-- Volatile, since it reads households and so is never called where a row of another lies.
create function relations_on(households uuid[], of_day date)
  returns table (household_id uuid, member_id uuid, relation text)
  language sql volatile set search_path = public, pg_temp as $$
  with change as (
    select distinct on (e.household_id) e.household_id, e.act_id, (e.facts->>'fromPerson')::uuid as person
      from household_event e
     where e.household_id = any (households) and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > of_day
     order by e.household_id, e.happened_on, e.created_at),
  kept as (
    select c.household_id, (k.value->>'id')::uuid as member_id, k.value->>'relation' as relation
      from change c
      join household_event e on e.household_id = c.household_id and e.act_id = c.act_id and e.before is not null
      cross join jsonb_array_elements(e.before->'members') k)
  select m.household_id, m.id,
         case when m.person_id = c.person then 'head' else nullif(k.relation, 'head') end
    from change c
    join member m on m.household_id = c.household_id
    left join kept k on k.household_id = m.household_id and k.member_id = m.id
$$;
comment on function relations_on is 'room: households';
revoke execute on function relations_on(uuid[], date) from public;
grant execute on function relations_on(uuid[], date) to nb_app;

-- decisions ---------------------------------------------------------------------------------------------------------

-- As before; the village is the one where it lived on the day, as long as that lies under the unit of the round, and each
-- member is what he was to the head of the day: null where that is not known.
create or replace function entry_texts(of_round uuid, of_day date, households uuid[], verdicts uuid[])
  returns table (household_id uuid, content jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with change as (
    select distinct on (e.household_id) e.household_id, (e.facts->>'fromPerson')::uuid as person, e.facts->>'from' as name
      from household_event e
     where e.household_id = any (households) and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > of_day
     order by e.household_id, e.happened_on, e.created_at),
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
      left join relations_on(households, of_day) o on o.household_id = m.household_id and o.member_id = m.id
     where h.household_id = any (households) and m.joined_on <= of_day and (m.left_on is null or m.left_on > of_day)
     group by m.household_id),
  home as (
    select c.household_id, r.address,
           case when exists (select from area_reach a where a.area_id = r.village_id and a.over_id = o.area_id)
                then r.village_id else c.village_id end as village_id
      from review_case c
      join round o on o.id = c.round_id
      left join household_residence r on r.household_id = c.household_id
            and r.valid_from <= of_day and (r.valid_until is null or r.valid_until > of_day)
     where c.round_id = of_round and c.household_id = any (households)),
  villages as (
    select distinct on (v.area_id) v.area_id, v.name from area_version v
     where v.area_id in (select n.village_id from home n)
     order by v.area_id, (v.valid_from <= of_day) desc, v.valid_from desc)
  select h.household_id, jsonb_build_object(
           'head', coalesce(b.name, h.head_name), 'address', coalesce(n.address, h.address), 'village', v.name,
           'members', coalesce(p.list, '[]'),
           'merit', coalesce(jsonb_path_exists(s.facts, '$.members[*] ? (@.merit == true)'), false),
           'noLabour', coalesce(jsonb_path_exists(s.facts, '$.members[*]')
             and not jsonb_path_exists(s.facts, '$.members[*] ? (!(@.canWork == false))'), false),
           'supports', coalesce(s.facts->'support', '[]'))
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
comment on function entry_texts is 'room: decisions';
