-- What happened on the very day as of which papers tell the register, and was recorded after they were fixed, was counted as
-- their mistake: `fixed` is what they were fixed with, and what was recorded later has a later id. Who was entered by mistake,
-- was called or born otherwise, or stands again because something was undone, is still told as the register has it.
create function happened_since(households uuid[], of_day date, fixed uuid)
 returns table (household_id uuid, what text, id uuid)
 language sql
 set search_path = public, pg_temp
as $$
  with act as (
    select distinct e.household_id, e.act_id from household_event e
     where e.household_id = any (households) and e.happened_on = of_day and e.id > fixed and e.undone_by is null
       and e.kind in ('born', 'died', 'moved_in', 'moved_out', 'split', 'merged', 'head_changed', 'address_changed', 'ended')
       and not exists (select from household_event m where m.household_id = e.household_id and m.act_id = e.act_id
                          and m.facts->>'reason' = 'entered_by_mistake')),
  side as (
    select a.household_id, b.before, n.before as next
      from act a
      join household_event b on b.household_id = a.household_id and b.act_id = a.act_id and b.before is not null
      left join lateral (
        select x.before from household_event x
         where x.household_id = a.household_id and x.act_id > a.act_id and x.before is not null
         order by x.act_id, x.id limit 1) n on true)
  select m.household_id, 'came', m.id
    from side s join member m on m.household_id = s.household_id and m.joined_on = of_day
   where not s.before->'members' @> jsonb_build_array(jsonb_build_object('id', m.id))
     and (s.next is null or s.next->'members' @> jsonb_build_array(jsonb_build_object('id', m.id)))
  union
  select m.household_id, 'went', m.id
    from side s join member m on m.household_id = s.household_id and m.left_on = of_day
   where m.leave_reason <> 'entered_by_mistake'
     and s.before->'members' @> jsonb_build_array(jsonb_build_object('id', m.id, 'left_on', null))
     and (s.next is null or s.next->'members' @> jsonb_build_array(jsonb_build_object('id', m.id, 'left_on', of_day)))
  union
  select r.household_id, 'moved', r.id
    from side s join household_residence r on r.household_id = s.household_id and r.valid_from = of_day
   where not s.before->'residences' @> jsonb_build_array(jsonb_build_object('id', r.id))
     and (s.next is null or s.next->'residences' @> jsonb_build_array(jsonb_build_object('id', r.id)))
  union
  select e.household_id, 'headed', e.id
    from act a join household_event e on e.household_id = a.household_id and e.act_id = a.act_id
   where e.kind = 'head_changed'
$$;
comment on function happened_since is 'room: households';
revoke execute on function happened_since(uuid[], date, uuid) from public;

drop function relations_on(uuid[], date);
create function relations_on(households uuid[], of_day date, fixed uuid default null)
 returns table (household_id uuid, member_id uuid, relation text)
 language sql
 set search_path = public, pg_temp
as $$
  with change as (
    select distinct on (e.household_id) e.household_id, e.act_id, (e.facts->>'fromPerson')::uuid as person
      from household_event e
     where e.household_id = any (households) and e.kind = 'head_changed' and e.undone_by is null and e.happened_on >= of_day
       and (e.happened_on > of_day
            or fixed is not null and e.id in (select x.id from happened_since(households, of_day, fixed) x where x.what = 'headed'))
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
revoke execute on function relations_on(uuid[], date, uuid) from public;
grant execute on function happened_since(uuid[], date, uuid), relations_on(uuid[], date, uuid) to nb_app;

drop function entry_contents(uuid, date, uuid[], uuid[]);
drop function entry_texts(uuid, date, uuid[], uuid[]);

-- `fixed`: as papers tell it that were fixed with this id; null of the register as it stands.
create function entry_texts(of_round uuid, of_day date, households uuid[], verdicts uuid[], fixed uuid default null)
 returns table (household_id uuid, content jsonb, village_id uuid)
 language plpgsql
 stable security definer
 set search_path = public, pg_temp
as $$
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
comment on function entry_texts is 'room: decisions';
revoke execute on function entry_texts(uuid, date, uuid[], uuid[], uuid) from public;

create function entry_contents(of_round uuid, of_day date, households uuid[], verdicts uuid[], fixed uuid default null)
 returns table (household_id uuid, content jsonb, village_id uuid)
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
  return query select * from entry_texts(of_round, of_day, households, verdicts, fixed);
end
$$;
comment on function entry_contents is 'room: decisions';
revoke execute on function entry_contents(uuid, date, uuid[], uuid[], uuid) from public;
grant execute on function entry_contents(uuid, date, uuid[], uuid[], uuid) to nb_app;

drop function correction_ground(uuid, uuid);
create function correction_ground(of_decision uuid, of_household uuid)
 returns table (class text, verdict_id uuid, content jsonb, home_id uuid, certificate_id uuid, number text, year smallint, entry_id uuid)
 language plpgsql
 stable security definer
 set search_path = public, pg_temp
as $$
begin
  if not decision_reached(of_decision) then return; end if;
  return query
    select e.class, e.verdict_id, coalesce(c.after -> 'content', e.content), e.home_id, k.id, k.number, k.year, e.id
      from decision_entry e
      left join certificate k on k.household_id = e.household_id and k.decision_id = e.decision_id and k.replaced_by is null
      left join correction c on c.successor_id = k.id
     where e.decision_id = of_decision and e.household_id = of_household and (nb_holds(e.area_id) or nb_holds(e.home_id));
end
$$;
comment on function correction_ground is 'room: decisions';
revoke execute on function correction_ground(uuid, uuid) from public;
grant execute on function correction_ground(uuid, uuid) to nb_app;
