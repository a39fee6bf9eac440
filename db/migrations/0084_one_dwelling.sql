-- What the papers of a decision say of a household names one place: the address and the village of the same dwelling on the
-- same day. The village was that of the case where the household's own had gone to another commune, its address never; and
-- a correction hears the village itself, so that it knows under which commune it stood, and stands.
drop function entry_contents(uuid, date, uuid[], uuid[]);
drop function entry_texts(uuid, date, uuid[], uuid[]);

create function entry_texts(of_round uuid, of_day date, households uuid[], verdicts uuid[])
 returns table(household_id uuid, content jsonb, village_id uuid)
 language plpgsql
 stable security definer
 set search_path = public, pg_temp
as $$
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
    -- Address and village of one dwelling: what was of different days or villages named a place that there is not.
    select h.household_id, case when r.id is null then h.address else r.address end as address,
           coalesce(r.village_id, h.village_id) as village_id
      from review_case c
      join household h on h.household_id = c.household_id
      left join household_residence r on r.household_id = c.household_id
            and r.valid_from <= of_day and (r.valid_until is null or r.valid_until > of_day)
     where c.round_id = of_round and c.household_id = any (households)),
  villages as (
    select distinct on (v.area_id) v.area_id, v.name from area_version v
     where v.area_id in (select n.village_id from home n)
     order by v.area_id, (v.valid_from <= of_day) desc, v.valid_from desc)
  select h.household_id, jsonb_build_object(
           'head', coalesce(b.name, h.head_name), 'address', n.address, 'village', v.name,
           'members', coalesce(p.list, '[]'),
           'merit', coalesce(jsonb_path_exists(s.facts, '$.members[*] ? (@.merit == true)'), false),
           'noLabour', coalesce(jsonb_path_exists(s.facts, '$.members[*]')
             and not jsonb_path_exists(s.facts, '$.members[*] ? (!(@.canWork == false))'), false),
           'supports', coalesce(s.facts->'support', '[]')), n.village_id
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

create function entry_contents(of_round uuid, of_day date, households uuid[], verdicts uuid[])
 returns table(household_id uuid, content jsonb, village_id uuid)
 language plpgsql
 stable security definer
 set search_path = public, pg_temp
as $$
begin
  if not exists (select from round r where r.id = of_round and nb_holds(r.area_id))
     and (select count(*) from household h where h.household_id = any (households) and nb_holds(h.village_id))
         < (select count(distinct x.id) from unnest(households) as x (id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  return query select * from entry_texts(of_round, of_day, households, verdicts);
end
$$;

create or replace function decision_fill(of_decision uuid, of_day date)
 returns void
 language plpgsql
 set search_path = public, pg_temp
as $$
declare
  of_round uuid;
  households uuid[];
  verdicts uuid[];
begin
  select e.round_id, array_agg(e.household_id), array_agg(e.verdict_id) into of_round, households, verdicts
    from decision_entry e where e.decision_id = of_decision group by e.round_id;
  update decision_entry e set place = t.place, content = t.content
    from (select n.household_id, n.content, row_number() over (order by
                   array_position(array['poor', 'near_poor', 'average', 'not_poor'], d.class), n.ordinality) as place
            from entry_texts(of_round, of_day, households, verdicts) with ordinality as n (household_id, content, village_id, ordinality)
            join decision_entry d on d.household_id = n.household_id and d.decision_id = of_decision) t
   where e.household_id = t.household_id and e.decision_id = of_decision;
end
$$;

comment on function entry_texts is 'room: decisions';
comment on function entry_contents is 'room: decisions';
revoke execute on function entry_texts(uuid, date, uuid[], uuid[]), entry_contents(uuid, date, uuid[], uuid[]) from public;
grant execute on function entry_contents(uuid, date, uuid[], uuid[]) to nb_app;
