-- Who came before a change of head but was entered after it stands in no keeping of that change: what such a member was is
-- read from the first later change that knew of them, not from today.
create or replace function relations_on(households uuid[], of_day date, fixed uuid default null)
  returns table (household_id uuid, member_id uuid, relation text) language sql set search_path = public, pg_temp as $$
  with changes as (
    select e.household_id, e.act_id, (e.facts->>'fromPerson')::uuid as person, e.happened_on, e.created_at
      from household_event e
     where e.household_id = any (households) and e.kind = 'head_changed' and e.undone_by is null and e.happened_on >= of_day
       and (e.happened_on > of_day
            or fixed is not null and e.id in (select x.id from happened_since(households, of_day, fixed) x where x.what = 'headed'))),
  change as (
    select distinct on (c.household_id) c.household_id, c.person from changes c order by c.household_id, c.happened_on, c.created_at),
  kept as (
    select distinct on (c.household_id, k.value->>'id') c.household_id, (k.value->>'id')::uuid as member_id, k.value->>'relation' as relation
      from changes c
      join household_event e on e.household_id = c.household_id and e.act_id = c.act_id and e.before is not null
      cross join jsonb_array_elements(e.before->'members') k
     order by c.household_id, k.value->>'id', c.happened_on, c.created_at)
  select m.household_id, m.id,
         case when m.person_id = c.person then 'head' else nullif(k.relation, 'head') end
    from change c
    join member m on m.household_id = c.household_id
    left join kept k on k.household_id = m.household_id and k.member_id = m.id
$$;
