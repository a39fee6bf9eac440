-- Figures. What communes hold is kept in narrow rows of its own, so that a nation's are read at once, by the map of an earlier
-- day too where the villages of a commune are as they were. What villages held on the last day of each closed year is kept with
-- every change, and summed by commune beside: classes change as a year begins, so nothing else need be read of a year that has
-- ended, and of a day within one only what has changed until its end.

-- areas -------------------------------------------------------------------------------------------------------------

alter table area_within add column standing_hash bigint generated always as (hash_array_extended(standing, 0)) stored;
drop index area_within_standing;
create index area_within_standing on area_within (over_id) include (standing_hash) where standing is not null;
create index area_version_begun on area_version (valid_from);
create index area_version_ended on area_version (valid_until) where valid_until is not null;

-- households --------------------------------------------------------------------------------------------------------

-- What a commune holds: the sums of the villages that stood there when it was summed (`villages`, their hash).
create table register_sum (
  area_id uuid not null references area (id),
  valid_from date not null,
  valid_until date,
  households integer not null,
  poor integer not null,
  near_poor integer not null,
  average integer not null,
  not_poor integer not null,
  villages bigint not null,
  primary key (area_id, valid_from)
);
comment on table register_sum is 'family: ledger; room: households';
alter table register_sum enable row level security;
select nb_guard('register_sum', '{area_id}');
grant select on register_sum to nb_app;

-- Of the households that live in a village today or ended there, how many lived where on the last day of each closed year. A
-- village that was counted after such a day has a row of its own for it, whoever lived there.
create table register_past (
  area_id uuid not null references area (id),
  day date not null,
  village_id uuid not null references area (id),
  households integer not null,
  poor integer not null,
  near_poor integer not null,
  average integer not null,
  not_poor integer not null,
  primary key (area_id, day, village_id)
);
comment on table register_past is 'family: ledger; room: households';
create index register_past_lived on register_past (village_id, day);
alter table register_past enable row level security;
select nb_guard('register_past', '{area_id}');
grant select on register_past to nb_app;

-- The rows that these villages have to have: of a year what held as it ended. Rows are joined in full: the planner guesses few.
create function register_past_counted(villages uuid[], today date) returns setof register_past
  language plpgsql set plan_cache_mode = force_custom_plan set enable_nestloop = off as $$
declare
  this int := extract(year from today);
begin
  return query
    with home as materialized (
      select h.household_id, h.village_id, extract(year from h.started_on) as begins, extract(year from h.ended_on) as ends
        from household h where h.village_id = any (villages)),
    lived as materialized (
      select r.household_id, r.village_id,
             generate_series(greatest(extract(year from r.valid_from)::int, 2021), least(extract(year from r.valid_until)::int, this) - 1) as y
        from household_residence r where r.home_id = any (villages)),
    held as materialized (
      select c.household_id, c.class,
             generate_series(greatest(extract(year from c.valid_from)::int, 2021), least(extract(year from c.valid_until)::int, this) - 1) as y
        from household_class c where c.home_id = any (villages)),
    counted as materialized (
      select h.village_id as home, l.y, l.village_id as village, count(*) as households, count(*) filter (where k.class = 'poor') as poor,
             count(*) filter (where k.class = 'near_poor') as near_poor, count(*) filter (where k.class = 'average') as average,
             count(*) filter (where k.class = 'not_poor') as not_poor
        from home h join lived l on l.household_id = h.household_id and h.begins <= l.y and (h.ends is null or l.y < h.ends)
        left join held k on k.household_id = l.household_id and k.y = l.y
       group by 1, 2, 3),
    place as (
      select c.home, c.y, c.village from counted c union select v, generate_series(2021, this - 1), v from unnest(villages) v)
    select p.home, make_date(p.y, 12, 31), p.village, coalesce(c.households, 0)::int, coalesce(c.poor, 0)::int, coalesce(c.near_poor, 0)::int,
           coalesce(c.average, 0)::int, coalesce(c.not_poor, 0)::int
      from place p left join counted c on c.home = p.home and c.y = p.y and c.village = p.village;
end
$$;
comment on function register_past_counted is 'room: households';

-- Keeps them where they are others than before; answers where those lived whose count that changes.
create function register_past_keep(villages uuid[], counted json) returns uuid[]
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed uuid[];
begin
  select array_agg(distinct coalesce(a.village_id, b.village_id)) into changed
    from (select * from register_past p where p.area_id = any (villages)) a
    full join json_populate_recordset(null::register_past, counted) b
      on b.area_id = a.area_id and b.day = a.day and b.village_id = a.village_id
   where a is distinct from b;
  if changed is null then return '{}'; end if;
  delete from register_past p where p.area_id = any (villages);
  insert into register_past select * from json_populate_recordset(null::register_past, counted);
  return changed;
end
$$;
comment on function register_past_keep is 'room: households';

-- The sums of a commune leave the rows of the villages.
delete from register_count where summed is not null;
drop function register_count_keep(uuid[], json), register_count_sum(uuid[]);
alter table register_count drop column summed;

-- As before, without the sums of communes.
create or replace function register_count_hold(units uuid[])
 returns void
 language plpgsql
 security definer
 set search_path = public, pg_temp
as $$
begin
  insert into register_count as k
    select u, 0, 'infinity', null, 0, 0, 0, 0, 0, 0, 0, 0 from (select distinct unnest(units) as u order by 1) asked
    on conflict (area_id, step) do update set step = k.step;
end
$$;

create or replace function register_counted(villages uuid[], today date)
 returns SETOF register_count
 language plpgsql
 set plan_cache_mode = force_custom_plan
as $$
begin
  return query
    with home as materialized (
      select h.household_id, h.village_id, h.head_person_id, h.started_on, h.ended_on from household h
       where h.village_id = any (villages) and (h.ended_on is null or h.ended_on > greatest(today, h.started_on))),
    person as materialized (
      select m.household_id, m.home_id, m.person_id, m.ethnicity, m.joined_on, m.left_on from member m
       where m.home_id = any (villages) and (m.left_on is null or m.left_on > greatest(today, m.joined_on))),
    held as materialized (
      select c.household_id, c.home_id, c.class, c.valid_from, c.valid_until from household_class c
       where c.home_id = any (villages) and (c.valid_until is null or c.valid_until > greatest(today, c.valid_from))),
    change as (
      select unnest(villages) as village, today as day
      union select h.village_id, d from home h, unnest(array[h.started_on, h.ended_on]) d where d > today
      union select p.home_id, d from person p, unnest(array[p.joined_on, p.left_on]) d where d > today
      union select k.home_id, d from held k, unnest(array[k.valid_from, k.valid_until]) d where d > today),
    stretch as materialized (
      select c.village, c.day, lead(c.day) over w as until, (row_number() over w - 1)::smallint as step
        from change c window w as (partition by c.village order by c.day)),
    standing as materialized (
      select s.village, s.day, h.household_id, h.head_person_id
        from stretch s join home h on h.village_id = s.village and h.started_on <= s.day and (h.ended_on is null or s.day < h.ended_on)),
    households as (select t.village, t.day, count(*) as n from standing t group by 1, 2),
    persons as (
      select t.village, t.day, count(*) as n,
             count(*) filter (where p.person_id = t.head_person_id and p.ethnicity = '01') as kinh,
             count(*) filter (where p.person_id = t.head_person_id and p.ethnicity not in ('01', '55')) as dtts
        from standing t join person p on p.household_id = t.household_id and p.joined_on <= t.day and (p.left_on is null or t.day < p.left_on)
       group by 1, 2),
    classes as (
      select t.village, t.day, count(*) filter (where k.class = 'poor') as poor, count(*) filter (where k.class = 'near_poor') as near_poor,
             count(*) filter (where k.class = 'average') as average, count(*) filter (where k.class = 'not_poor') as not_poor
        from standing t join held k on k.household_id = t.household_id and k.valid_from <= t.day and (k.valid_until is null or t.day < k.valid_until)
       group by 1, 2)
    select s.village, s.step, s.day, s.until, coalesce(h.n, 0)::int, coalesce(p.n, 0)::int, coalesce(p.kinh, 0)::int, coalesce(p.dtts, 0)::int,
           coalesce(k.poor, 0)::int, coalesce(k.near_poor, 0)::int, coalesce(k.average, 0)::int, coalesce(k.not_poor, 0)::int
      from stretch s
      left join households h on h.village = s.village and h.day = s.day
      left join persons p on p.village = s.village and p.day = s.day
      left join classes k on k.village = s.village and k.day = s.day;
end
$$;

-- What a commune holds from the day that all its villages tell of, and on the last days of closed years before that.
create function register_sum_up(communes uuid[]) returns void
  language plpgsql as $$
begin
  delete from register_sum k where k.area_id = any (communes);
  insert into register_sum
    with stands as materialized (
      select w.over_id as commune, w.standing_hash as villages, v.id from area_within w, unnest(w.standing) as v (id) where w.over_id = any (communes)),
    part as materialized (
      select s.commune, s.villages, k.* from stands s join register_count k on k.area_id = s.id),
    begin as materialized (select p.commune, p.villages, max(p.valid_from) as day from part p where p.step = 0 group by 1, 2),
    change as (
      select b.commune, b.day from begin b union select p.commune, p.valid_from from part p join begin b on b.commune = p.commune and p.valid_from > b.day),
    stretch as (
      select c.commune, c.day, lead(c.day) over w as until from change c window w as (partition by c.commune order by c.day)),
    past as materialized (
      select s.commune, b.villages, p.* from stands s join begin b on b.commune = s.commune
        join register_past p on p.village_id = s.id and p.day < b.day),
    ended as (
      select p.commune, p.day, p.villages, p.households, p.poor, p.near_poor, p.average, p.not_poor from past p
      union all
      -- Nothing has changed since in a village that was counted before.
      select k.commune, d.day, k.villages, k.households, k.poor, k.near_poor, k.average, k.not_poor
        from (select distinct p.commune, p.day from past p) d join part k on k.commune = d.commune and k.valid_from <= d.day and (k.valid_until is null or d.day < k.valid_until))
    select p.commune, s.day, s.until, sum(p.households), sum(p.poor), sum(p.near_poor), sum(p.average), sum(p.not_poor), p.villages
      from stretch s join part p on p.commune = s.commune and p.valid_from <= s.day and (p.valid_until is null or s.day < p.valid_until)
     group by p.commune, s.day, s.until, p.villages
    union all
    select e.commune, e.day, e.day + 1, sum(e.households), sum(e.poor), sum(e.near_poor), sum(e.average), sum(e.not_poor), e.villages
      from ended e group by e.commune, e.day, e.villages;
end
$$;
comment on function register_sum_up is 'room: households';

-- What these villages hold today and held at the end of closed years.
create function register_tally(villages uuid[], today date) returns json
  language plpgsql as $$
begin
  return json_build_object(
    'now', (select json_agg(k) from register_counted(villages, today) k),
    'past', (select json_agg(k) from register_past_counted(villages, today) k));
end
$$;
comment on function register_tally is 'room: households';

-- A commune that another act is summing is left to the next one. 7062024: see locks.ts.
create function register_count_keep(villages uuid[], counted json) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  lived uuid[] := register_past_keep(villages, counted -> 'past');
  communes uuid[] := array(
    select distinct r.over_id from area_reach r join area_within w on w.over_id = r.over_id
     where r.area_id = any (villages || lived) and w.standing is not null order by 1);
  commune uuid;
begin
  delete from register_count k where k.area_id = any (villages);
  insert into register_count select * from json_populate_recordset(null::register_count, counted -> 'now');
  foreach commune in array communes loop
    if pg_try_advisory_xact_lock(7062024, hashtext(commune::text)) then
      delete from register_behind b where b.area_id = commune;
      perform register_sum_up(array[commune]);
    else
      insert into register_behind (area_id) values (commune);
    end if;
  end loop;
end
$$;
comment on function register_count_keep is 'room: households';

create or replace function register_count_end(villages uuid[], counted json) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from unnest(villages) v where not nb_holds(v))
     or exists (select from json_to_recordset(counted -> 'now') as k (area_id uuid) where k.area_id <> all (villages))
     or exists (select from json_to_recordset(counted -> 'past') as k (area_id uuid) where k.area_id <> all (villages)) then
    raise exception 'village' using errcode = '42501';
  end if;
  perform register_count_keep(villages, counted);
end
$$;

create or replace function register_recount(villages uuid[], today date) returns void
  language plpgsql as $$
begin
  perform register_count_begin(villages);
  perform register_count_end(villages, register_tally(villages, today));
end
$$;

create or replace function register_recount_homes(households uuid[], been uuid[], today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  villages uuid[] := array(
    select h.village_id from household h where h.household_id = any (households) union select unnest(been));
begin
  perform register_count_hold(villages);
  perform register_count_keep(villages, register_tally(villages, today));
end
$$;
revoke execute on function register_past_counted(uuid[], date), register_past_keep(uuid[], json), register_sum_up(uuid[]),
  register_tally(uuid[], date), register_count_keep(uuid[], json) from public;
grant execute on function register_past_counted(uuid[], date), register_tally(uuid[], date) to nb_app;

-- As before; communes are in other rows.
create or replace function household_search(words text, place uuid, at_most integer)
 returns table(household_id uuid, village_id uuid, head_name text, number text, address text, ended_on date)
 language plpgsql
stable security definer
 set search_path = public, pg_temp
 set plan_cache_mode = force_custom_plan
as $$
declare
  sought text := replace(replace(replace(fold(words), '\', '\\'), '%', '\%'), '_', '\_');
  bare text := bare_number(words);
  most constant int := 600;
  looked constant int := 4000;
  wanted int := least(at_most, 200);
  areas uuid[] := nb_areas();
  units uuid[];
  under uuid[];
  found uuid[] := '{}';
begin
  if sought = '' then return; end if;
  units := array(select r.area_id from area_reach r where r.over_id = any (areas)
                  and (place is null or exists (select from area_reach p where p.area_id = r.area_id and p.over_id = place)) limit 301);
  if cardinality(units) <= 300 then
    -- Of so few as a commune has each is read sooner than the words are looked up.
    if cardinality(units) <= 100 and (select coalesce(sum(k.households), 0) from register_count k where k.area_id = any (units) and k.step = 0) < 10000 then
      found := array(select h.household_id from household h where h.village_id = any (units) and strpos(h.search, fold(words)) > 0 limit most);
    else
      found := array(select h.household_id from household h where h.village_id = any (units) and h.search like '%' || sought || '%' limit most);
    end if;
  else
    found := array(
      select k.household_id from (select h.household_id, h.village_id from household h where fold(h.head_name) like sought || '%'
                                 order by fold(h.head_name) using ~<~ limit looked) k
       where exists (select from area_reach r where r.area_id = k.village_id and r.over_id = any (areas))
         and (place is null or exists (select from area_reach r where r.area_id = k.village_id and r.over_id = place)) limit most);
    if cardinality(found) < wanted then
      found := found || array(
        select k.household_id from (
          select h.household_id, h.village_id from household h where fold(given_name(h.head_name)) like sought || '%'
           order by fold(given_name(h.head_name)) using ~<~ limit looked) k
         where exists (select from area_reach r where r.area_id = k.village_id and r.over_id = any (areas))
           and (place is null or exists (select from area_reach r where r.area_id = k.village_id and r.over_id = place)) limit most);
    end if;
    if cardinality(found) < wanted then
      found := found || array(
        select h.household_id from household h
         where h.search like '%' || sought || '%'
           and exists (select from area_reach r where r.area_id = h.village_id and r.over_id = any (areas))
           and (place is null or exists (select from area_reach r where r.area_id = h.village_id and r.over_id = place)) limit most);
    end if;
  end if;
  if bare ~ '[0-9]' then
    if cardinality(units) <= 300 then
      under := units;
    elsif not exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null) then
      under := array(select distinct u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas));
    end if;
    found := found || array(
      select h.household_id from household h
       where bare_number(h.number) = bare and h.number <> '' and (under is null or h.village_id = any (under))
         and (place is null or exists (select from area_reach r where r.area_id = h.village_id and r.over_id = place)) limit most);
  end if;
  return query
    select h.household_id, h.village_id, h.head_name, h.number, h.address, h.ended_on
      from household h where h.household_id = any (found)
     order by fold(h.number) = fold(words) desc, bare <> '' and bare_number(h.number) = bare desc,
              fold(h.head_name) like sought || '%' desc, fold(given_name(h.head_name)) like sought || '%' desc,
              given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id
     limit wanted;
end
$$;

-- decisions ---------------------------------------------------------------------------------------------------------

drop function figure_places(uuid, date, date), figures_since(uuid[], uuid[], uuid[], date, date);

-- The places whose figures on a day are those of an area by the map of another, each with the part that it counts to: communes
-- whose sums tell of the day and whose villages are those of the map (`told`, with what they hold), else villages.
create function figure_places(of_area uuid, on_day date, units date, today date)
  returns table (id uuid, part_id uuid, told boolean, households int, poor int, near_poor int, average int, not_poor int)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  base text := (select p.path from area_path p
                 where p.area_id = of_area and p.valid_from <= units and (p.valid_until is null or units < p.valid_until));
  -- Communes that a village has left since, come to, ended or begun in.
  moved uuid[];
  behind uuid[];
begin
  if units > today or not exists (select from area_version v where v.area_id = of_area and v.level < 3) then
    return query
      select p.area_id, coalesce(nullif(split_part(substr(p.path, length(base) + 2), '/', 1), ''), p.area_id::text)::uuid, false,
             null::int, null::int, null::int, null::int, null::int
        from area_path p
       where (p.path = base or (p.path ~>=~ (base || '/') and p.path ~<~ (base || '0')))
         and p.valid_from <= units and (p.valid_until is null or units < p.valid_until);
    return;
  end if;
  behind := array(select distinct b.area_id from register_behind b);
  moved := array(
    select v.parent_id from area_version v where units < today and v.valid_from > units and v.valid_from <= today and v.level = 4
    union select v.parent_id from area_version v where units < today and v.valid_until > units and v.valid_until <= today and v.level = 4);
  return query
    with commune as materialized (
      select v.area_id, case when v.parent_id = of_area then v.area_id else v.parent_id end as up
        from area_version v where v.level = 3 and v.valid_from <= units and (v.valid_until is null or units < v.valid_until)),
    part as materialized (
      select u.up, coalesce(nullif(split_part(substr(p.path, length(base) + 2), '/', 1), ''), p.area_id::text)::uuid as part
        from (select distinct c.up from commune c) u
        join area_path p on p.area_id = u.up and p.valid_from <= units and (p.valid_until is null or units < p.valid_until)
         and (p.path = base or starts_with(p.path, base || '/'))),
    sums as materialized (
      select k.* from register_sum k join area_within w on w.over_id = k.area_id and w.standing is not null and w.standing_hash = k.villages
       where k.valid_from <= on_day and (k.valid_until is null or on_day < k.valid_until)),
    asked as materialized (
      select c.area_id, p.part, k.area_id is not null and c.area_id <> all (behind) and c.area_id <> all (moved) as told,
             k.households, k.poor, k.near_poor, k.average, k.not_poor
        from commune c join part p on p.up = c.up left join sums k on k.area_id = c.area_id)
    select a.area_id, a.part, true, a.households, a.poor, a.near_poor, a.average, a.not_poor from asked a where a.told
    union all
    select v.area_id, a.part, false, null, null, null, null, null
      from asked a join area_version v on v.parent_id = a.area_id and v.level = 4 and v.valid_from <= units and (v.valid_until is null or units < v.valid_until)
     where not a.told;
end
$$;
comment on function figure_places is 'room: decisions';

create or replace function figures_of(of_area uuid, on_day date, units date, today date)
  returns table (part_id uuid, class text, households bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  -- Of communes that are told, their sums; of the others the villages.
  places uuid[];
  parts uuid[];
  before uuid[];
  -- The end of a year that has passed is kept (`register_past`).
  base date := case when extract(year from on_day) between 2021 and extract(year from today) - 1
                    then make_date(extract(year from on_day)::int, 12, 31) else today end;
  sums json;
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  with place as materialized (select * from figure_places(of_area, on_day, units, today)),
  told as (
    select p.part_id, sum(p.households) as households, sum(p.poor) as poor, sum(p.near_poor) as near_poor, sum(p.average) as average,
           sum(p.not_poor) as not_poor
      from place p where p.told group by 1)
  select (select json_agg(t) from told t), (select array_agg(p.id) from place p where not p.told),
         (select array_agg(p.part_id) from place p where not p.told)
    into sums, places, parts;
  return query
    with counted as (
      select * from json_to_recordset(sums) as t (part_id uuid, households bigint, poor bigint, near_poor bigint, average bigint, not_poor bigint)
      union all
      select u.part_id, sum(k.households)::bigint, sum(k.poor)::bigint, sum(k.near_poor)::bigint, sum(k.average)::bigint, sum(k.not_poor)::bigint
        from unnest(places, parts) as u (id, part_id)
        join register_count k on k.area_id = u.id and k.valid_from <= on_day and (k.valid_until is null or on_day < k.valid_until)
       group by 1)
    select c.part_id, x.class, x.n from counted c,
           lateral (values (null, c.households), ('poor', c.poor), ('near_poor', c.near_poor), ('average', c.average),
                           ('not_poor', c.not_poor)) as x (class, n)
     where x.n > 0;
  if places is not null then
    before := array(select k.area_id from register_count k where k.area_id = any (places) and k.step = 0 and on_day < k.valid_from);
    if cardinality(before) > 0 and on_day = base and on_day < today then
      return query select * from figures_ended(before, places, parts, on_day);
    elsif cardinality(before) > 0 then
      return query select * from figures_since(before, places, parts, on_day, base);
    end if;
  end if;
  if on_day <> units or units > today then
    return query select * from figures_elsewhere(of_area, on_day, units);
  end if;
end
$$;

-- Of these villages on the last day of a closed year, before they were counted.
create function figures_ended(before uuid[], places uuid[], parts uuid[], on_day date)
  returns table (part_id uuid, class text, households bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query
    with kept as materialized (
      select u.part_id, sum(k.households) as households, sum(k.poor) as poor, sum(k.near_poor) as near_poor, sum(k.average) as average,
             sum(k.not_poor) as not_poor
        from unnest(places, parts) as u (id, part_id) join unnest(before) as b (id) on b.id = u.id
        join register_past k on k.village_id = u.id and k.day = on_day group by 1)
    select k.part_id, x.class, x.n from kept k,
           lateral (values (null, k.households), ('poor', k.poor), ('near_poor', k.near_poor), ('average', k.average),
                           ('not_poor', k.not_poor)) as x (class, n)
     where x.n > 0;
end
$$;
comment on function figures_ended is 'room: decisions';

-- Of these villages on a day before they were counted: what they hold on a later day that is kept (`base`), less those who came,
-- left or ended since, as they were then, more, as they were; of all others the classes that they held then and not on that day, or
-- on that day and not then. Where many came or left, from all rows.
create function figures_since(before uuid[], places uuid[], parts uuid[], on_day date, base date)
 returns table(part_id uuid, class text, households bigint)
 language plpgsql
stable security definer
 set search_path = public, pg_temp
 set plan_cache_mode = force_custom_plan
as $$
declare
  few constant int := 20000;
  changed uuid[] := array(
    select k.household_id from (
      select r.household_id from unnest(before) as b (id) join household_residence r on r.home_id = b.id and r.valid_from > on_day
      union
      select r.household_id from unnest(before) as b (id) join household_residence r on r.village_id = b.id and r.valid_until > on_day
      union
      select h.household_id from unnest(before) as b (id) join household h on h.village_id = b.id and h.ended_on > on_day) k
     limit few + 1);
  apart uuid[] := changed || array(
    select h.household_id from unnest(before) as b (id) join household h on h.village_id = b.id and h.ended_on <= on_day);
begin
  if cardinality(changed) > few or exists (
       select from register_count k join unnest(before) as b (id) on b.id = k.area_id
        where k.step = 0 and k.valid_from > base and not exists (select from register_past p where p.area_id = k.area_id and p.day = base)) then
    return query select * from figures_from_rows(before, places, parts, on_day);
    return;
  end if;
  return query
    with place as materialized (
      select u.id, u.part_id from unnest(places, parts) as u (id, part_id) join unnest(before) as b (id) on b.id = u.id),
    ended as (
      select p.part_id, k.households, k.poor, k.near_poor, k.average, k.not_poor
        from place p join register_past k on k.village_id = p.id and k.day = base
      union all
      select p.part_id, k.households, k.poor, k.near_poor, k.average, k.not_poor
        from place p join register_count k on k.area_id = p.id and k.valid_from <= base and (k.valid_until is null or base < k.valid_until)),
    kept as materialized (
      select e.part_id, sum(e.households) as households, sum(e.poor) as poor, sum(e.near_poor) as near_poor, sum(e.average) as average,
             sum(e.not_poor) as not_poor from ended e group by 1),
    standing as materialized (
      select d.day, d.sign, h.household_id, h.home_id
        from (values (on_day, 1), (base, -1)) as d (day, sign) cross join unnest(changed) as asked (id) cross join lateral (
          select h.household_id, h.village_id as home_id from household h
           where h.household_id = asked.id and h.started_on <= d.day and (h.ended_on is null or d.day < h.ended_on) offset 0) h),
    lived as materialized (
      select s.sign, r.village_id, c.class
        from standing s
        cross join lateral (
          select r.village_id from household_residence r
           where r.home_id = s.home_id and r.household_id = s.household_id
             and r.valid_from <= s.day and (r.valid_until is null or s.day < r.valid_until) offset 0) r
        left join household_class c on c.home_id = s.home_id and c.household_id = s.household_id
         and c.valid_from <= s.day and (c.valid_until is null or s.day < c.valid_until)),
    told as (
      select k.part_id, x.class, x.n from kept k,
             lateral (values (null, k.households), ('poor', k.poor), ('near_poor', k.near_poor), ('average', k.average),
                             ('not_poor', k.not_poor)) as x (class, n)
      union all select p.part_id, null, l.sign from lived l join place p on p.id = l.village_id
      union all select p.part_id, l.class, l.sign from lived l join place p on p.id = l.village_id where l.class is not null
      union all
      select p.part_id, c.class, case when c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until) then 1 else -1 end
        from household_class c join place p on p.id = c.home_id
       where c.household_id <> all (apart)
         and (c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until))
          <> (c.valid_from <= base and (c.valid_until is null or base < c.valid_until)))
    select t.part_id, t.class, sum(t.n)::bigint from told t group by t.part_id, t.class having sum(t.n) > 0;
end
$$;
comment on function figures_since is 'room: decisions';
revoke execute on function figure_places(uuid, date, date, date), figures_ended(uuid[], uuid[], uuid[], date), figures_since(uuid[], uuid[], uuid[], date, date) from public;

-- What has been until now.
insert into register_past
  select * from register_past_counted(array(select area_id from register_count where step = 0), (now() at time zone 'Asia/Ho_Chi_Minh')::date);
select register_sum_up(array(
  select w.over_id from area_within w where exists (select from register_count k where k.area_id = any (w.standing))));
