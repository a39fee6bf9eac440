-- What the papers of a decision say of each household is fixed with its draft, in the order of its list: reprints are drawn
-- from there, whatever the register says since. A trial of all its papers is kept with the hash of what was drawn.
alter table decision_entry add column place integer, add column content jsonb;
alter table decision add column register_day date, add column tried_hash text, add column tried_at timestamptz,
  add column tried_fault jsonb;
grant update (tried_hash, tried_at, tried_fault) on decision to nb_app;

-- What papers say of these households of a round, as the register has them on the day: head, address, village and who lives
-- there, the head first, then by age; from the answers on which the verdict stands, the columns of forms 14 and 15. Who
-- comes first in a list comes first here. Asks for nobody's rights: `entry_contents` does.
create function entry_texts(of_round uuid, of_day date, households uuid[], verdicts uuid[])
  returns table (household_id uuid, content jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with change as (
    select distinct on (e.household_id) e.household_id, (e.facts->>'fromPerson')::uuid as person, e.facts->>'from' as name
      from household_event e
     where e.household_id = any (households) and e.kind = 'head_changed' and e.happened_on > of_day
     order by e.household_id, e.happened_on, e.created_at),
  present as (
    select m.household_id, jsonb_agg(jsonb_build_object('name', m.full_name, 'birthYear', m.birth_year, 'sex', m.sex,
             'relation', case when m.person_id = coalesce(c.person, h.head_person_id) then 'head'
                              when m.relation = 'head' then 'other' else m.relation end,
             'ethnicity', m.ethnicity)
             order by m.person_id <> coalesce(c.person, h.head_person_id), m.birth_year, m.birth_month, m.birth_day, m.id) as list
      from household h
      join member m on m.household_id = h.household_id
      left join change c on c.household_id = h.household_id
     where h.household_id = any (households) and m.joined_on <= of_day and (m.left_on is null or m.left_on > of_day)
     group by m.household_id),
  villages as (
    select distinct on (v.area_id) v.area_id, v.name from area_version v
     where v.area_id in (select c.village_id from review_case c where c.round_id = of_round)
     order by v.area_id, (v.valid_from <= of_day) desc, v.valid_from desc)
  select h.household_id, jsonb_build_object(
           'head', coalesce(b.name, h.head_name), 'address', coalesce(r.address, h.address), 'village', v.name,
           'members', coalesce(p.list, '[]'),
           'merit', coalesce(jsonb_path_exists(s.facts, '$.members[*] ? (@.merit == true)'), false),
           'noLabour', coalesce(jsonb_path_exists(s.facts, '$.members[*]')
             and not jsonb_path_exists(s.facts, '$.members[*] ? (!(@.canWork == false))'), false),
           'supports', coalesce(s.facts->'support', '[]'))
    from household h
    join unnest(households, verdicts) as a (household_id, verdict_id) on a.household_id = h.household_id
    join review_case c on c.household_id = h.household_id and c.round_id = of_round
    join villages v on v.area_id = c.village_id
    left join change b on b.household_id = h.household_id
    left join household_residence r on r.household_id = h.household_id
          and r.valid_from <= of_day and (r.valid_until is null or r.valid_until > of_day)
    left join present p on p.household_id = h.household_id
    left join verdict o on o.household_id = h.household_id and o.id = a.verdict_id
    left join survey s on s.household_id = o.household_id and s.id = o.survey_id
   order by v.name collate vietnamese, c.village_id, given_name(coalesce(b.name, h.head_name)) collate vietnamese,
            coalesce(b.name, h.head_name) collate vietnamese, p.list->0->>'birthYear', h.household_id;
end
$$;

-- The same, for who stands over the round's commune.
create function entry_contents(of_round uuid, of_day date, households uuid[], verdicts uuid[])
  returns table (household_id uuid, content jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from round r where r.id = of_round and nb_holds(r.area_id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  return query select * from entry_texts(of_round, of_day, households, verdicts);
end
$$;

-- Fixes what was decided before: as on the day given, in the order of its list.
create function decision_fill(of_decision uuid, of_day date) returns void
  language plpgsql volatile set search_path = public, pg_temp as $$
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
            from entry_texts(of_round, of_day, households, verdicts) with ordinality as n (household_id, content, ordinality)
            join decision_entry d on d.household_id = n.household_id and d.decision_id = of_decision) t
   where e.household_id = t.household_id and e.decision_id = of_decision;
end
$$;

update decision set register_day = coalesce(signed_on, (coalesce(printed_at, drafted_at) at time zone 'Asia/Ho_Chi_Minh')::date);
select decision_fill(d.id, d.register_day) from decision d;

alter table decision alter column register_day set not null;
alter table decision_entry alter column place set not null, alter column content set not null;

-- The list of a decision, each household in a village of the actor.
create or replace function decision_list(of_decision uuid, of_round uuid, entries json) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if exists (select from (select distinct village from json_to_recordset(entries) as e (village uuid)) v
              where not nb_holds(v.village)) then
    raise exception 'village' using errcode = '42501';
  end if;
  insert into decision_entry (household_id, id, decision_id, round_id, village_id, verdict_id, class, class_before, movement,
                              members, place, content)
    select e.household, e.id, of_decision, of_round, e.village, e.verdict, e.class, e.before, e.movement, e.members, e.place,
           e.content
      from json_to_recordset(entries) as e (household uuid, id uuid, village uuid, verdict uuid, class text, before text,
           movement text, members smallint, place integer, content jsonb);
end
$$;

comment on function entry_texts is 'room: decisions';
comment on function entry_contents is 'room: decisions';
comment on function decision_fill is 'room: decisions';
revoke execute on function entry_texts(uuid, date, uuid[], uuid[]), entry_contents(uuid, date, uuid[], uuid[]),
  decision_fill(uuid, date) from public;
grant execute on function entry_contents(uuid, date, uuid[], uuid[]) to nb_app;
