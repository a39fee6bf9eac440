-- What a distributed engine asks of functions: unit tables are filled from themselves or from values, never from a temporary
-- table; a subquery stands beside the household's own table, never beside a unit table or a part named by WITH alone; two
-- rows of a ledger are read one after the other, since each lies where its own key says. docs/scale.md has the whole list.

-- Such an engine connects to its machines as the role that works here. Without a password nobody signs in by it.
do $$
declare
  name text;
begin
  foreach name in array array['nb_app', 'nb_wide', 'nb_nation'] loop
    begin
      if not (select rolcanlogin from pg_roles where rolname = name) then
        execute format('alter role %I login', name);
      end if;
    exception
      when insufficient_privilege then null; -- the role is another's: db/citus.sql asks for it again
      when internal_error then null; -- two databases of one cluster migrating at once
    end;
  end loop;
end
$$;

-- Where every area hangs, level by level; only areas whose rows differ are written. Its lists are as long as the tree, so
-- each statement is planned for the lists it gets.
create or replace function area_refresh_paths() returns void
  language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  areas uuid[];
  froms date[];
  untils date[];
  paths text[];
  moved uuid[];
begin
  select array_agg(area_id), array_agg(valid_from), array_agg(valid_until), array_agg(area_id::text)
    into areas, froms, untils, paths from area_version where level = 0;
  for depth in 1..4 loop
    select areas || array_agg(v.area_id),
           froms || array_agg(greatest(v.valid_from, p.valid_from)),
           untils || array_agg(least(v.valid_until, p.valid_until)),  -- of two ends the earlier; null is none
           paths || array_agg(p.path || '/' || v.area_id)
      into areas, froms, untils, paths
      from area_version v
      join unnest(areas, froms, untils, paths) as p (area_id, valid_from, valid_until, path) on p.area_id = v.parent_id
       and p.valid_from < coalesce(v.valid_until, 'infinity')
       and v.valid_from < coalesce(p.valid_until, 'infinity')
     where v.level = depth;
  end loop;
  with fresh as materialized (
    select * from unnest(areas, froms, untils, paths) as f (area_id, valid_from, valid_until, path)),
  stale as (
    select area_id from (select * from fresh except select area_id, valid_from, valid_until, path from area_path) as missing
    union
    select area_id from (select area_id, valid_from, valid_until, path from area_path except select * from fresh) as gone)
  select array_agg(area_id) into moved from stale;
  delete from area_path where area_id = any (moved);
  insert into area_path (area_id, valid_from, valid_until, path)
    select f.area_id, f.valid_from, f.valid_until, f.path
      from unnest(areas, froms, untils, paths) as f (area_id, valid_from, valid_until, path)
     where f.area_id = any (moved);
end
$$;

-- Who stands over what for rights on the day, as lists in the same way.
create or replace function area_refresh_reach(today date) returns void
  language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  ended uuid[];
  heirs uuid[];
  known integer := 0;
  changed uuid[];
  areas uuid[];
  overs uuid[];
begin
  -- An ended area answers with what stands over each successor; one that has none (a district that was abolished, a
  -- commune whose successor is unknown) with what stands over its last parent.
  with standing as materialized (
    select area_id from area_path where valid_from <= today and (valid_until is null or today < valid_until)),
  heir as (
    select s.from_id as area_id, s.to_id as heir_id from area_succession s
     where not exists (select from standing p where p.area_id = s.from_id)
    union
    select v.area_id, v.parent_id from area_version v
     where v.parent_id is not null
       and not exists (select from area_version w where w.area_id = v.area_id and w.valid_from > v.valid_from)
       and not exists (select from standing p where p.area_id = v.area_id)
       and not exists (select from area_succession s where s.from_id = v.area_id))
  select array_agg(area_id), array_agg(heir_id) into ended, heirs from heir;
  -- Heirs may have ended too: whoever comes after them comes after the first as well, until nobody new is found.
  while cardinality(ended) > known loop
    known := cardinality(ended);
    with heir as materialized (select area_id, heir_id from unnest(ended, heirs) as h (area_id, heir_id)),
    further as (
      select area_id, heir_id from heir
      union
      select first.area_id, next.heir_id from heir first join heir next on next.area_id = first.heir_id)
    select array_agg(area_id), array_agg(heir_id) into ended, heirs from further;
  end loop;
  with standing as materialized (
    select area_id, string_to_array(path, '/')::uuid[] as over_ids
      from area_path where valid_from <= today and (valid_until is null or today < valid_until)),
  fresh as materialized (
    select s.area_id, over_id from standing s, unnest(s.over_ids) as over_id
    union
    select h.area_id, over_id
      from unnest(ended, heirs) as h (area_id, heir_id) join standing s on s.area_id = h.heir_id, unnest(s.over_ids) as over_id
    union
    select id, id from area),
  stale as (
    (select area_id, over_id from fresh except select area_id, over_id from area_reach)
    union all
    (select area_id, over_id from area_reach except select area_id, over_id from fresh)),
  moved as (select distinct area_id from stale)
  select (select array_agg(area_id) from moved), array_agg(f.area_id), array_agg(f.over_id)
    into changed, areas, overs
    from fresh f where f.area_id in (select area_id from moved);
  delete from area_reach where area_id = any (changed);
  insert into area_reach (area_id, over_id) select * from unnest(areas, overs);
  perform area_refresh_within();
end
$$;

-- As before; the words are folded once and stand beside the household alone.
create or replace function household_search(words text, place uuid, at_most integer)
  returns table (household_id uuid, village_id uuid, head_name text, number text, address text, ended_on date)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  sought text := replace(replace(replace(fold(words), '\', '\\'), '%', '\%'), '_', '\_');
  areas uuid[] := nb_areas();
begin
  if sought = '' then return; end if;
  return query
    with held as materialized (
      select h.household_id, h.village_id, h.head_name, h.number, h.address, h.ended_on
        from household h
       where h.search like '%' || sought || '%'
         and exists (select from area_reach r where r.area_id = h.village_id and r.over_id = any (areas))
         and (place is null or exists (select from area_reach r where r.area_id = h.village_id and r.over_id = place)))
    select f.household_id, f.village_id, f.head_name, f.number, f.address, f.ended_on
      from (select * from held limit 2000) f
     order by (fold(f.head_name) like sought || '%') desc,
              given_name(f.head_name) collate vietnamese, f.head_name collate vietnamese, f.household_id
     limit least(at_most, 200);
end
$$;

-- As before, one id after the other, in one order for all, so that no two wait for each other.
create or replace function identity_claim(hashes text[], persons uuid[], households uuid[], days date[])
  returns table (taken_hash text, taken_by uuid, there_until date)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked record;
  areas uuid[] := nb_areas();
begin
  for asked in
    select c.hash, c.person, c.household, c.day, h.village_id as home
      from unnest(hashes, persons, households, days) as c (hash, person, household, day)
      join household h on h.household_id = c.household
     where exists (select from area_reach r where r.area_id = h.village_id and r.over_id = any (areas))
     order by c.hash
  loop
    insert into identity_index as i (index_hash, person_id, household_id, home_id)
      values (asked.hash, asked.person, asked.household, asked.home)
      on conflict (index_hash) do update set household_id = excluded.household_id, home_id = excluded.home_id, free_from = null
        where i.free_from <= asked.day
      returning i.index_hash, i.person_id, null into taken_hash, taken_by, there_until;
    if not found then
      select i.index_hash, null, i.free_from into taken_hash, taken_by, there_until
        from identity_index i where i.index_hash = asked.hash and i.free_from > asked.day;
    end if;
    if found then return next; end if;
  end loop;
end
$$;

-- As before; a household is counted once, with the class it holds, and the register is the sum of the classes and of none.
create or replace function figures_of(of_area uuid, on_day date, units date)
  returns table (part_id uuid, class text, households bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with places as (
      select p.area_id as village_id,
             coalesce(nullif(split_part(substr(p.path, length(base.path) + 2), '/', 1), ''), p.area_id::text)::uuid as part
        from area_path base
        join area_path p on p.path = base.path or (p.path ~>=~ (base.path || '/') and p.path ~<~ (base.path || '0'))
       where base.area_id = of_area
         and base.valid_from <= units and (base.valid_until is null or units < base.valid_until)
         and p.valid_from <= units and (p.valid_until is null or units < p.valid_until)),
    counted as materialized (
      select places.part, c.class, count(*) as n
        from household_residence r
        join places on places.village_id = r.village_id
        join household h on h.household_id = r.household_id
        left join household_class c on c.household_id = h.household_id
         and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)
       where r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until)
         and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
       group by 1, 2)
    select k.part, null, sum(k.n)::bigint from counted k group by 1
    union all
    select k.part, k.class, k.n from counted k where k.class is not null;
end
$$;

-- As before, one paper after the other.
create or replace function paper_replace(papers uuid[], untils date[], by uuid[]) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked record;
  successor record;
  areas uuid[] := nb_areas();
  replaced integer := 0;
begin
  for asked in select e.paper, e.until, e.successor from unnest(papers, untils, by) as e (paper, until, successor) loop
    select s.id, s.area_id into successor from signed_paper s where s.id = asked.successor;
    update signed_paper p set in_force_until = asked.until, replaced_by = successor.id
     where p.id = asked.paper
       and exists (select from area_reach r where r.area_id in (p.area_id, successor.area_id) and r.over_id = any (areas));
    if found then replaced := replaced + 1; end if;
  end loop;
  return replaced;
end
$$;

create or replace function paper_status(paper_id uuid, today date)
  returns table (kind text, in_force boolean, valid_from date, valid_until date, replaced_kind text, replaced_number text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  asked signed_paper;
  successor signed_paper;
begin
  select * into asked from signed_paper p where p.id = paper_id;
  if not found then return; end if;
  select * into successor from signed_paper p where p.id = asked.replaced_by;
  return query select asked.kind, coalesce(asked.in_force_from <= today and (asked.in_force_until is null or today < asked.in_force_until), false),
                      asked.in_force_from, asked.in_force_until, successor.kind, successor.number;
end
$$;

-- Households held one after the other by their ids, so that each lock is asked for where its household lies. Answers those
-- the actor sees.
create function households_hold(households uuid[], for_classes boolean)
  returns table (household_id uuid, ended_on date)
  language plpgsql as $$
declare
  one uuid;
begin
  for one in select distinct asked from unnest(households) as asked order by 1 loop
    if for_classes then
      select h.household_id, h.ended_on into household_id, ended_on from household h where h.household_id = one for no key update;
    else
      select h.household_id, h.ended_on into household_id, ended_on from household h where h.household_id = one for share;
    end if;
    if found then return next; end if;
  end loop;
end
$$;
comment on function households_hold is 'room: households';
revoke execute on function households_hold(uuid[], boolean) from public;
grant execute on function households_hold(uuid[], boolean) to nb_app;

-- A query on units that asks for a household's row asks nothing further inside: the actor's areas are named, not selected.
do $$
declare
  f record;
begin
  for f in select oid from pg_proc
            where pronamespace = 'public'::regnamespace and prosrc like '%(select nb_areas())::uuid[]%' loop
    execute replace(pg_get_functiondef(f.oid), '(select nb_areas())::uuid[]', 'nb_areas()');
  end loop;
end
$$;
