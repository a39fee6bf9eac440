-- An event of units that was recorded by mistake is undone: units stand again as they did, and what went to their successors
-- comes back. What it said is kept beside it.

-- areas -------------------------------------------------------------------------------------------------------------

create table area_undoing (
  event_id uuid primary key references area_event,
  undone_on date not null,
  because text not null,
  units uuid[] not null,                  -- those that it changed, began or ended
  did jsonb not null,                     -- the states and successions that it had written
  created_at timestamptz not null default now()
);
comment on table area_undoing is 'family: unit; room: areas';
create index area_undoing_units on area_undoing using gin (units);
alter table area_undoing enable row level security;
create policy area_undoing_read on area_undoing for select using (true);
grant select on area_undoing to nb_app;

-- A unit that was begun by mistake keeps its id and its name, and has no day: its state ends as it begins.
alter table area_version drop constraint area_version_period;
alter table area_version add constraint area_version_period check (valid_until is null or valid_until >= valid_from);

-- As before; a state without a day hangs nowhere.
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
     where v.level = depth and v.valid_until is distinct from v.valid_from;
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

-- The tree stands as if the event had not been; what it had written is kept.
create function area_undo(of_event uuid, because text, today date) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  began uuid[] := array(select v.area_id from area_version v where v.event_id = of_event and not exists (
                          select from area_version w where w.area_id = v.area_id and w.valid_from < v.valid_from));
  touched uuid[] := array(select v.area_id from area_version v where of_event in (v.event_id, v.until_event_id)
                          union select s.to_id from area_succession s where s.event_id = of_event);
begin
  if cardinality(nb_areas()) = 0 or cardinality(touched) = 0 or exists (select from unnest(touched) as t (id) where not nb_holds(t.id)) then
    raise exception 'area' using errcode = '42501';
  end if;
  insert into area_undoing (event_id, undone_on, because, units, did)
    values (of_event, today, because, touched, jsonb_build_object(
      'states', (select jsonb_agg(to_jsonb(v) - 'search') from area_version v where of_event in (v.event_id, v.until_event_id)),
      'successions', coalesce((select jsonb_agg(to_jsonb(s)) from area_succession s where s.event_id = of_event), '[]')));
  delete from area_succession s where s.event_id = of_event;
  delete from area_version v where v.event_id = of_event and v.area_id <> all (began);
  update area_version v set valid_until = v.valid_from where v.event_id = of_event and v.area_id = any (began);
  update area_version v set valid_until = null, until_event_id = null where v.until_event_id = of_event;
  perform area_refresh_paths(), area_refresh_reach(today);
end
$$;
comment on function area_undo is 'room: areas';
revoke execute on function area_undo(uuid, text, date) from public;
grant execute on function area_undo(uuid, text, date) to nb_app;

-- households --------------------------------------------------------------------------------------------------------

create index household_event_succeeds on household_event ((facts ->> 'succeeds')) where facts ? 'succeeds' and undone_by is null;

-- Its rows without what is drawn from others, as they are kept with what happens to it.
create function household_image(of_household uuid) returns jsonb
  language plpgsql volatile set search_path = public, pg_temp as $$
declare
  own jsonb;
  stays jsonb;
  people jsonb;
begin
  select to_jsonb(h) - array['search', 'created_at'] into own from household h where h.household_id = of_household;
  select coalesce(jsonb_agg(to_jsonb(r) - 'home_id'), '[]') into stays from household_residence r where r.household_id = of_household;
  select coalesce(jsonb_agg(to_jsonb(m) - 'home_id'), '[]') into people from member m where m.household_id = of_household;
  return jsonb_build_object('household', own, 'residences', stays, 'members', people, 'identities', '{"put": [], "gone": []}'::jsonb);
end
$$;
comment on function household_image is 'room: households';

-- As before; of everybody whose rows change the act is kept with how they stood, also of who has left or ended since.
create or replace function households_succeed(village uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  next record;
  one record;
  home uuid;
  moved uuid[] := '{}';
  act uuid;
  kept jsonb;
  was text := (select v.name from area_version v where v.area_id = village order by v.valid_from desc limit 1);
  is_now text;
begin
  select * into next from area_heir(village, today);
  if next.heir is null then return; end if;
  if not nb_holds(village) or not nb_holds(next.heir) then raise exception 'village' using errcode = '42501'; end if;
  is_now := (select v.name from area_version v where v.area_id = next.heir
              order by (v.valid_from <= today) desc, v.valid_from desc limit 1);
  foreach home in array array(select h.household_id from household h where h.village_id = village
                              union select r.household_id from household_residence r
                               where r.village_id = village and (r.valid_until is null or r.valid_until > next.since)
                              order by 1) loop
    select h.household_id, h.number, h.address, h.started_on, h.village_id = village as lives
      into one from household h where h.household_id = home for update;
    continue when not found;
    kept := household_image(home);
    perform household_part_stays(home, village, next.heir, next.since);
    if one.lives then
      update household h set village_id = next.heir where h.household_id = home;
      perform household_home(home, next.heir);
    end if;
    moved := moved || home;
    act := household_act_id();
    insert into household_event (household_id, id, home_id, happened_on, kind, facts, account_id, act_id, before)
      select home, act, h.village_id, greatest(next.since, one.started_on), 'address_changed',
             jsonb_build_object('from', jsonb_build_object('village', was, 'address', one.address, 'number', one.number),
                                'to', jsonb_build_object('village', is_now, 'address', one.address, 'number', one.number),
                                'succeeds', village),
             nb_account(), act, kept
        from household h where h.household_id = home;
  end loop;
  if cardinality(moved) > 0 then
    perform register_recount_homes(moved, array[village, next.heir], today);
  end if;
end
$$;

-- Of a village that has ended, whom its end moved: the act, the rows that it changed, and whether they stand as it left them.
create function households_moved(village uuid)
  returns table (household_id uuid, act_id uuid, acted_at timestamptz, changed jsonb, lived boolean, untouched boolean)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  one record;
  now_is jsonb;
  after jsonb;
begin
  for one in select e.household_id, e.act_id, e.created_at, e.before from household_event e
              where e.facts ? 'succeeds' and e.undone_by is null and e.facts ->> 'succeeds' = village::text
              order by e.household_id loop
    now_is := household_image(one.household_id);
    after := null;
    select n.before into after from household_event n
     where n.household_id = one.household_id and n.act_id > one.act_id and n.before is not null
     order by n.act_id, n.id limit 1;
    after := coalesce(after, now_is);
    household_id := one.household_id;
    act_id := one.act_id;
    acted_at := one.created_at;
    lived := one.before -> 'household' ->> 'village_id' = village::text;
    changed := (select coalesce(jsonb_agg(x.value), '[]') from jsonb_array_elements(after -> 'residences') x
                 where not one.before -> 'residences' @> jsonb_build_array(x.value));
    untouched := now_is -> 'residences' @> changed
                 and (not lived or now_is -> 'household' ->> 'village_id' = after -> 'household' ->> 'village_id');
    return next;
  end loop;
end
$$;
comment on function households_moved is 'room: households';

-- How many would come back, and how many not: of these the heads of a few. All of them, whoever asks holds the village.
create function households_coming_back(village uuid, out back integer, out stay integer, out heads text[])
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  select count(*) filter (where m.untouched and m.lived and h.ended_on is null), count(*) filter (where not m.untouched),
         (array_agg(h.head_name order by h.head_name) filter (where not m.untouched))[1:3]
    into back, stay, heads
    from households_moved(village) m join household h on h.household_id = m.household_id;
end
$$;
comment on function households_coming_back is 'room: households';
revoke execute on function households_coming_back(uuid) from public;
grant execute on function households_coming_back(uuid) to nb_app;

-- Who lives or lived in a unit and did not come with what it was made of, with the heads of a few; mistakes have no day there.
create function households_come_since(unit uuid, out come integer, out heads text[])
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  select count(*), (array_agg(h.head_name order by h.head_name))[1:3] into come, heads
    from household h
   where h.household_id in (select r.household_id from household_residence r
                             where r.village_id = unit and r.valid_until is distinct from r.valid_from)
     and h.ended_on is distinct from h.started_on
     and not exists (select from household_event e join area_succession s on s.from_id::text = e.facts ->> 'succeeds'
                      where e.household_id = h.household_id and e.undone_by is null and s.to_id = unit);
end
$$;
comment on function households_come_since is 'room: households';
revoke execute on function households_come_since(uuid) from public;
grant execute on function households_come_since(uuid) to nb_app;

-- The village stands again: whom its end moved lives there as before, by an act of the register each; villages are counted anew.
create function households_return(village uuid, because text, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
  home uuid;
  act uuid;
  image jsonb;
  been uuid[] := array[village];
  moved uuid[] := '{}';
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  -- Nobody moves meanwhile: the tree is held.
  for one in select m.*, e.before, e.happened_on from households_moved(village) m
               join household_event e on e.household_id = m.household_id and e.id = m.act_id order by m.household_id loop
    if not one.untouched then raise exception 'household' using errcode = '42501'; end if;
    home := one.household_id;
    select h.household_id into home from household h where h.household_id = home for update;
    image := household_image(one.household_id);
    been := been || array(select (x ->> 'village_id')::uuid from jsonb_array_elements(one.changed) x)
                 || array(select h.village_id from household h where h.household_id = one.household_id);
    delete from household_residence r
     where r.household_id = one.household_id and r.id in (select (x ->> 'id')::uuid from jsonb_array_elements(one.changed) x)
       and r.id not in (select (x ->> 'id')::uuid from jsonb_array_elements(one.before -> 'residences') x);
    update household_residence r set village_id = p.village_id, valid_from = p.valid_from, valid_until = p.valid_until
      from jsonb_populate_recordset(null::household_residence, one.before -> 'residences') p
     where r.household_id = one.household_id and r.id = p.id
       and r.id in (select (x ->> 'id')::uuid from jsonb_array_elements(one.changed) x);
    if one.lived then
      update household h set village_id = village where h.household_id = one.household_id;
      perform household_home(one.household_id, village);
    end if;
    act := household_act_id();
    update household_event e set undone_by = act where e.household_id = one.household_id and e.act_id = one.act_id;
    insert into household_event (household_id, id, home_id, happened_on, kind, facts, account_id, act_id, before)
      select h.household_id, act, h.village_id, today, 'undone',
             jsonb_build_object('act', one.act_id, 'because', because, 'unit', village, 'of',
               jsonb_build_array(jsonb_build_object('kind', 'address_changed', 'on', one.happened_on, 'name', null))),
             nb_account(), act, image
        from household h where h.household_id = one.household_id;
    -- Where it lives is written on the rows that came back, too.
    update household_residence r set home_id = h.village_id from household h
     where h.household_id = one.household_id and r.household_id = one.household_id and r.home_id <> h.village_id;
    moved := moved || one.household_id;
  end loop;
  if cardinality(moved) > 0 then perform register_recount_homes(moved, been, today); end if;
end
$$;
comment on function households_return is 'room: households';
revoke execute on function households_return(uuid, text, date), household_image(uuid), households_moved(uuid) from public;
grant execute on function households_return(uuid, text, date) to nb_app;

-- rounds ------------------------------------------------------------------------------------------------------------

-- What an open round had of a village that has ended: who surveyed there, and what came into the round in its place.
create table round_succession (
  round_id uuid not null references round,
  village_id uuid not null references area,
  account_id uuid,
  annual_area uuid,
  annual_from date,
  added uuid[] not null,
  since date not null,                    -- when the cases went
  primary key (round_id, village_id)
);
comment on table round_succession is 'family: unit; room: rounds';
alter table round_succession enable row level security;
select nb_guard('round_succession', array['village_id']);
grant select on round_succession to nb_app;

-- As before, and kept.
create or replace function rounds_succeed(village uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
  of_case uuid;
  taken uuid[];
begin
  if (select a.heir from area_heir(village, today) a) is null then return; end if;
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select v.round_id, v.account_id, v.annual_area, v.annual_from from round_village v join round r on r.id = v.round_id
              where v.village_id = village and v.left_on is null and r.state not in ('certificates', 'completed', 'cancelled')
              order by v.round_id loop
    with added as (
      insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
        select one.round_id, s.to_id,
               case when exists (
                 select from access_grant g join area_reach a on a.over_id = g.area_id and a.area_id = s.to_id
                  where g.account_id = one.account_id and g.role = 'enumerator'
                    and g.valid_from <= today and (g.valid_until is null or today < g.valid_until)) then one.account_id end,
               one.annual_area, one.annual_from
          from area_succession s where s.from_id = village and s.to_id = any (round_units(one.round_id)) order by s.id
        on conflict do nothing returning village_id)
    select array_agg(a.village_id) into taken from added a;
    insert into round_succession (round_id, village_id, account_id, annual_area, annual_from, added, since)
      values (one.round_id, village, one.account_id, one.annual_area, one.annual_from, coalesce(taken, '{}'), today)
      on conflict (round_id, village_id) do nothing;
    for of_case in select c.household_id from review_case c join household h on h.household_id = c.household_id
                    where c.round_id = one.round_id and c.village_id = village and h.village_id <> village order by 1 loop
      perform case_follow(of_case, today);
    end loop;
    if exists (select from review_case c where c.round_id = one.round_id and c.village_id = village) then
      update round_village v set left_on = today, annual_area = null, annual_from = null
       where v.round_id = one.round_id and v.village_id = village;
    else
      delete from round_village v where v.round_id = one.round_id and v.village_id = village;
    end if;
  end loop;
  perform case_recount(array(select distinct k.round_id from case_count k where k.place_id = village order by 1),
                       array(select distinct k.village_id from case_count k where k.place_id = village order by 1));
end
$$;

-- A village stands again: the rounds that reviewed it and are open review it as before, and its cases come back. What came in its
-- place and has no case leaves the round, where it came for it alone or has no day any more.
create function rounds_return(village uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
  of_case uuid;
  held uuid[];
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select s.* from round_succession s join round r on r.id = s.round_id
              where s.village_id = village and r.state not in ('certificates', 'completed', 'cancelled') order by s.round_id loop
    insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
      values (one.round_id, village, one.account_id, one.annual_area, one.annual_from)
      on conflict (round_id, village_id) do update
        set account_id = excluded.account_id, annual_area = excluded.annual_area, annual_from = excluded.annual_from, left_on = null;
    -- What was handed over because the village had ended goes back to whoever had it and may survey there still.
    update review_case c set account_id = c.handed_from, handed_from = null, handed_on = null
      from household h
     where c.round_id = one.round_id and h.household_id = c.household_id and h.village_id = village and c.village_id <> village
       and c.handed_on = one.since and c.state in ('listed', 'assigned', 'returned')
       and exists (select from access_grant g join area_reach a on a.over_id = g.area_id
                    where g.account_id = c.handed_from and g.role = 'enumerator' and a.area_id = village
                      and g.valid_from <= today and (g.valid_until is null or today < g.valid_until));
    for of_case in select c.household_id from review_case c join household h on h.household_id = c.household_id
                    where c.round_id = one.round_id and h.village_id = village and (c.village_id <> village or c.left_state is not null)
                    order by 1 loop
      perform case_follow(of_case, today);
    end loop;
    held := array(select distinct c.village_id from review_case c where c.round_id = one.round_id);
    delete from round_village v
     where v.round_id = one.round_id and v.village_id <> village and v.village_id <> all (held)
       and (v.village_id = any (one.added) or not exists (
              select from area_version a where a.area_id = v.village_id and a.valid_until is distinct from a.valid_from));
  end loop;
  delete from round_succession s where s.village_id = village;
  -- Those of rounds that are over, too: their households live elsewhere again.
  perform case_recount(array(select distinct c.round_id from review_case c join household h on h.household_id = c.household_id
                              where h.village_id = village order by 1),
                       array(select distinct c.village_id from review_case c join household h on h.household_id = c.household_id
                              where h.village_id = village order by 1));
end
$$;
comment on function rounds_return is 'room: rounds';
revoke execute on function rounds_return(uuid, date) from public;
grant execute on function rounds_return(uuid, date) to nb_app;

-- Of a village that has ended: open cases that would come back.
create function cases_coming_back(village uuid) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  return (select count(*)::int from households_moved(village) m
            join review_case c on c.household_id = m.household_id
            join round_succession s on s.round_id = c.round_id and s.village_id = village
            join round r on r.id = c.round_id and r.state not in ('certificates', 'completed', 'cancelled')
           where m.untouched and m.lived and (c.state <> 'ended' or c.left_state is not null));
end
$$;
comment on function cases_coming_back is 'room: rounds';
revoke execute on function cases_coming_back(uuid) from public;
grant execute on function cases_coming_back(uuid) to nb_app;

-- Rounds that rest on a unit: of it, decided about households there, or begun there by themselves.
create function rounds_resting(unit uuid) returns table (name text, decided boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  reviewed uuid[];
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  reviewed := array(select distinct c.round_id from review_case c where c.village_id = unit);
  return query
    select r.name, r.state in ('certificates', 'completed') from round r
     where r.state <> 'cancelled'
       and (r.area_id = unit
            or r.state in ('certificates', 'completed') and r.id = any (reviewed)
            or exists (select from round_village v where v.round_id = r.id and v.village_id = unit)
               and not exists (select from round_succession s join area_succession a on a.from_id = s.village_id
                                where s.round_id = r.id and a.to_id = unit))
     order by r.window_from desc, r.name;
end
$$;
comment on function rounds_resting is 'room: rounds';
revoke execute on function rounds_resting(uuid) from public;
grant execute on function rounds_resting(uuid) to nb_app;

-- surveys -----------------------------------------------------------------------------------------------------------

create function surveys_return(village uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one uuid;
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select s.household_id from survey s join household h on h.household_id = s.household_id
              where h.village_id = village and s.village_id <> village
             union select n.household_id from survey_note n join household h on h.household_id = n.household_id
              where h.village_id = village and n.home_id <> village order by 1 loop
    perform survey_rows_follow(one);
  end loop;
end
$$;
comment on function surveys_return is 'room: surveys';
revoke execute on function surveys_return(uuid) from public;
grant execute on function surveys_return(uuid) to nb_app;

-- decisions ---------------------------------------------------------------------------------------------------------

create function decisions_return(village uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  been uuid[];
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  been := array(select distinct c.home_id from household_class c join household h on h.household_id = c.household_id
                 where h.village_id = village and c.home_id <> village);
  update household_class c set home_id = village from household h
   where h.village_id = village and c.household_id = h.household_id and c.home_id <> village;
  update certificate c set home_id = village from household h
   where h.village_id = village and c.household_id = h.household_id and c.home_id <> village;
  if cardinality(been) > 0 then perform register_recount_homes('{}', been || village, today); end if;
end
$$;
comment on function decisions_return is 'room: decisions';
revoke execute on function decisions_return(uuid, date) from public;
grant execute on function decisions_return(uuid, date) to nb_app;

-- Decisions fixed for signing since a village has ended, about households that its end moved, and corrections in force of them;
-- of a unit itself every decision that stands, drafts among them. The last first.
create function decisions_resting(unit uuid)
  returns table (id uuid, kind text, state text, number text, signed_on date, area_id uuid, registered_at timestamptz)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  return query
    with moved as materialized (select m.household_id, m.acted_at from households_moved(unit) m)
    select distinct d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, p.registered_at
      from moved m join decision_entry e on e.household_id = m.household_id
      join decision d on d.id = e.decision_id and d.state in ('printed', 'in_force')
      join signed_paper p on p.id = d.id and p.registered_at > m.acted_at
    union
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, p.registered_at
      from moved m join correction c on c.subject_kind = 'household' and c.subject_id = m.household_id and c.state = 'in_force'
      join signed_paper p on p.id = c.id and p.registered_at > m.acted_at
    union
    select d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, d.drafted_at
      from decision d
     where d.state <> 'withdrawn'
       and (d.area_id = unit or d.id in (select e.decision_id from decision_entry e where e.village_id = unit))
       -- A village that stood before is named by decisions of its own time.
       and not exists (select from area_succession s where s.from_id = unit)
     order by 7 desc;
end
$$;
comment on function decisions_resting is 'room: decisions';
revoke execute on function decisions_resting(uuid) from public;
grant execute on function decisions_resting(uuid) to nb_app;
