-- Lists of households walked in one statement; places counted on an earlier day by what has changed since.

-- Looked up by household, or read from the index alone.
create index household_event_headed on household_event (household_id, happened_on, created_at) where kind = 'head_changed' and undone_by is null;
drop index household_event_head;
create index household_event_head on household_event (home_id, happened_on) include (household_id) where kind = 'head_changed' and undone_by is null;
drop index household_residence_left;
create index household_residence_left on household_residence (village_id, valid_until) include (household_id, home_id, valid_from) where valid_until is not null;

-- As before, in one statement: planned village by village, words that few hold took a plan for each village.
drop function households_walked(uuid[], date, text, text, text, uuid, boolean, int);
create function households_walked(villages uuid[], on_day date, apart uuid[], of_class text, sought text, from_name text,
                                             from_number text, from_id uuid, backwards boolean, most int)
  returns table (household_id uuid, village_id uuid, head_name text, number text)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  reached uuid[] := villages_reached(villages);
  -- Before every name, and after every one (ICU sorts U+FFFF last).
  outer_name constant text := case when backwards then chr(65535) else '' end;
  outer_id constant uuid := case when backwards then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else '00000000-0000-0000-0000-000000000000' end;
  beside_name text := coalesce(from_name, outer_name);
  beside_number text := coalesce(from_number, outer_name);
  beside_id uuid := coalesce(from_id, outer_id);
begin
  if backwards then
    return query
      select k.* from unnest(villages) with ordinality as v (id, place) cross join lateral (
        select h.household_id, h.village_id, h.head_name, h.number from household h
         where v.id = any (reached) and h.village_id = v.id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
           and (given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id)
             < (coalesce(given_name(case v.place when 1 then beside_name else outer_name end), '') collate vietnamese,
                (case v.place when 1 then beside_name else outer_name end) collate vietnamese,
                (case v.place when 1 then beside_number else outer_name end) collate vietnamese,
                case v.place when 1 then beside_id else outer_id end)
           and h.household_id <> all (apart) and (sought is null or h.search like sought)
           and (of_class is null or of_class = coalesce((
                 select c.class from household_class c where c.home_id = v.id and c.household_id = h.household_id
                    and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)), 'none'))
         order by given_name(h.head_name) collate vietnamese desc, h.head_name collate vietnamese desc, h.number collate vietnamese desc, h.household_id desc
         limit most) k
       limit most;
  else
    return query
      select k.* from unnest(villages) with ordinality as v (id, place) cross join lateral (
        select h.household_id, h.village_id, h.head_name, h.number from household h
         where v.id = any (reached) and h.village_id = v.id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
           and (given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id)
             > (coalesce(given_name(case v.place when 1 then beside_name else outer_name end), '') collate vietnamese,
                (case v.place when 1 then beside_name else outer_name end) collate vietnamese,
                (case v.place when 1 then beside_number else outer_name end) collate vietnamese,
                case v.place when 1 then beside_id else outer_id end)
           and h.household_id <> all (apart) and (sought is null or h.search like sought)
           and (of_class is null or of_class = coalesce((
                 select c.class from household_class c where c.home_id = v.id and c.household_id = h.household_id
                    and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)), 'none'))
         order by given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id
         limit most) k
       limit most;
  end if;
end
$$;
comment on function households_walked is 'room: households';
revoke execute on function households_walked(uuid[], date, uuid[], text, text, text, text, uuid, boolean, int) from public;
grant execute on function households_walked(uuid[], date, uuid[], text, text, text, text, uuid, boolean, int) to nb_app;

-- Of whom something of what places count has changed since a day: who lived elsewhere or under another head, ended, or gained
-- or lost somebody. All others are counted today as they were then.
create function households_changed(villages uuid[], on_day date, today date) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  reached uuid[] := villages_reached(villages);
begin
  return array(
    select unnest(households_apart(villages, on_day, today))
    union
    select h.household_id from household h where h.village_id = any (reached) and h.ended_on > on_day
    union
    select m.household_id from member m where m.home_id = any (reached) and (m.joined_on > on_day or m.left_on > on_day));
end
$$;
comment on function households_changed is 'room: households';
revoke execute on function households_changed(uuid[], date, date) from public;
grant execute on function households_changed(uuid[], date, date) to nb_app;

-- As before; whether the actor reaches where they live by now is asked of each place once.
create or replace function households_apart(villages uuid[], on_day date, today date) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  reached uuid[];
  homes uuid[];
begin
  if on_day >= today then return '{}'; end if;
  reached := villages_reached(villages);
  homes := villages_reached(array(
    select distinct r.home_id from household_residence r
     where r.village_id = any (villages) and r.valid_until > on_day and r.valid_from <= on_day and r.home_id <> r.village_id));
  return array(
    select e.household_id from household_event e
     where e.home_id = any (reached) and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > on_day
    union
    select r.household_id from household_residence r where r.home_id = any (reached) and r.valid_from > on_day
    union
    select r.household_id from household_residence r
     where r.village_id = any (villages) and r.valid_until > on_day and r.valid_from <= on_day and r.home_id <> r.village_id
       and r.home_id = any (homes));
end
$$;

-- As before, each looked up by itself: joined to each other, parts of a query were compared row with row, since how many a part
-- gives is not known.
drop function households_then(uuid[], uuid[], date, date, text, text);
create function households_then(households uuid[], villages uuid[], on_day date, today date, of_class text, sought text)
  returns table (household_id uuid, village_id uuid, head_name text, number text)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query
    with standing as materialized (
      select h.* from unnest(households) as asked (id) cross join lateral (
        select h.household_id, h.village_id as home_id, h.head_name, h.number from household h
         where h.household_id = asked.id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
           and (sought is null or h.search like sought) offset 0) h),
    reached as materialized (
      select distinct r.area_id from area_reach r
       where r.area_id = any (array(select distinct s.home_id from standing s)) and r.over_id = any (nb_areas()))
    select s.household_id, r.village_id, case when f.person is null then s.head_name else coalesce(k.full_name, '') end,
           s.number
      from standing s
      join household_residence r on r.home_id = s.home_id and r.household_id = s.household_id and r.village_id = any (villages)
       and r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until)
      left join lateral (
        select (e.facts ->> 'fromPerson')::uuid as person from household_event e
         where on_day < today and e.household_id = s.household_id and e.kind = 'head_changed' and e.undone_by is null
           and e.happened_on > on_day
         order by e.happened_on, e.created_at limit 1) f on true
      left join lateral (
        select m.full_name from member m where m.household_id = s.household_id and m.person_id = f.person
         order by m.joined_on desc limit 1) k on f.person is not null
     where (s.home_id in (select t.area_id from reached t)) is true
       and (of_class is null or of_class = coalesce((
             select c.class from household_class c where c.home_id = s.home_id and c.household_id = s.household_id
                and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)), 'none'));
end
$$;
comment on function households_then is 'room: households';
revoke execute on function households_then(uuid[], uuid[], date, date, text, text) from public;
grant execute on function households_then(uuid[], uuid[], date, date, text, text) to nb_app;

-- search: households -------------------------------------------------------------------------------------------------

-- As before; the first by name, from the index of names: where many bear a name the planner read households one by one.
create or replace function household_search(words text, place uuid, at_most integer)
  returns table (household_id uuid, village_id uuid, head_name text, number text, address text, ended_on date)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  sought text := replace(replace(replace(fold(words), '\', '\\'), '%', '\%'), '_', '\_');
  bare text := ltrim(fold(words), '0');
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
    if cardinality(units) <= 100 and (select coalesce(sum(k.households), 0) from register_count k where k.area_id = any (units) and k.step = 0 and k.summed is null) < 10000 then
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
       where ltrim(fold(h.number), '0') = bare and h.number <> '' and (under is null or h.village_id = any (under))
         and (place is null or exists (select from area_reach r where r.area_id = h.village_id and r.over_id = place)) limit most);
  end if;
  return query
    select h.household_id, h.village_id, h.head_name, h.number, h.address, h.ended_on
      from household h where h.household_id = any (found)
     order by fold(h.number) = fold(words) desc, bare <> '' and ltrim(fold(h.number), '0') = bare desc,
              fold(h.head_name) like sought || '%' desc, fold(given_name(h.head_name)) like sought || '%' desc,
              given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id
     limit wanted;
end
$$;

-- What is kept: nobody waits for a commune --------------------------------------------------------------------------

-- Communes whose kept sum may miss a change: it was being summed for another act, which did not see this one yet. Until an act
-- sums it again it is asked village by village.
create table register_behind (
  area_id uuid not null,
  id uuid not null default gen_random_uuid(),
  primary key (area_id, id)
);
comment on table register_behind is 'family: ledger; room: households';
alter table register_behind enable row level security;
select nb_guard('register_behind', '{area_id}');
grant select on register_behind to nb_app;

-- As before; but a commune that another act is summing is left to the next one. 7062024: see locks.ts.
create or replace function register_count_keep(villages uuid[], counted json) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  communes uuid[] := array(
    select distinct r.over_id from area_reach r join area_within w on w.over_id = r.over_id
     where r.area_id = any (villages) and w.standing is not null order by 1);
  commune uuid;
begin
  delete from register_count k where k.area_id = any (villages);
  insert into register_count select * from json_populate_recordset(null::register_count, counted);
  foreach commune in array communes loop
    if pg_try_advisory_xact_lock(7062024, hashtext(commune::text)) then
      delete from register_behind b where b.area_id = commune;
      perform register_count_sum(array[commune]);
    else
      insert into register_behind (area_id) values (commune);
    end if;
  end loop;
end
$$;

-- As before, but for communes that are behind.
create or replace function figures_of(of_area uuid, on_day date, units date, today date)
  returns TABLE(part_id uuid, class text, households bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  places uuid[];
  parts uuid[];
  sums boolean[];
  before uuid[];
  behind uuid[] := array(select distinct b.area_id from register_behind b);
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  with place as materialized (
    select p.id, p.part_id, p.standing,
           p.standing is null or p.id <> all (behind) and coalesce((select k.summed = p.standing from register_count k where k.area_id = p.id and k.step = 0
                                              and k.valid_from <= on_day), false) as fits
      from figure_places(of_area, units, today) p),
  asked as (
    select p.id, p.part_id, p.standing is not null as sums from place p where p.fits
    union all select unnest(p.standing), p.part_id, false from place p where not p.fits)
  select array_agg(a.id), array_agg(a.part_id), array_agg(a.sums) into places, parts, sums from asked a;
  before := array(select k.area_id from register_count k
                   where k.area_id = any (places) and k.step = 0 and k.summed is null and on_day < k.valid_from);
  return query
    with counted as materialized (
      select u.part_id, sum(k.households)::bigint as households, sum(k.poor)::bigint as poor, sum(k.near_poor)::bigint as near_poor,
             sum(k.average)::bigint as average, sum(k.not_poor)::bigint as not_poor
        from unnest(places, parts, sums) as u (id, part_id, sums)
        join register_count k on k.area_id = u.id and (k.summed is not null) = u.sums and k.valid_from <= on_day and (k.valid_until is null or on_day < k.valid_until)
       group by 1)
    select c.part_id, x.class, x.n from counted c,
           lateral (values (null, c.households), ('poor', c.poor), ('near_poor', c.near_poor), ('average', c.average),
                           ('not_poor', c.not_poor)) as x (class, n)
     where x.n > 0;
  if cardinality(before) > 0 then
    return query select * from figures_since(before, places, parts, on_day, today);
  end if;
end
$$;

-- Of these villages on a day before they were counted: what they hold today, less those who came, left or ended since, as they
-- are, more, as they were; of all others the classes that they held then and not now, or now and not then. Where many came or
-- left, from all rows.
create function figures_since(before uuid[], places uuid[], parts uuid[], on_day date, today date)
  returns table (part_id uuid, class text, households bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  few constant int := 20000;
  changed uuid[] := array(
    select k.household_id from (
      select r.household_id from household_residence r where r.home_id = any (before) and r.valid_from > on_day
      union
      select r.household_id from household_residence r where r.village_id = any (before) and r.valid_until > on_day
      union
      select h.household_id from household h where h.village_id = any (before) and h.ended_on > on_day) k
     limit few + 1);
  apart uuid[] := changed || array(
    select h.household_id from household h where h.village_id = any (before) and h.ended_on <= on_day);
begin
  if cardinality(changed) > few or exists (
       select from register_count k where k.area_id = any (before) and k.step = 0 and k.summed is null and k.valid_from > today) then
    return query select * from figures_from_rows(before, places, parts, on_day);
    return;
  end if;
  return query
    with place as materialized (
      select u.id, u.part_id from unnest(places, parts) as u (id, part_id) join unnest(before) as b (id) on b.id = u.id),
    kept as materialized (
      select p.part_id, sum(k.households) as households, sum(k.poor) as poor, sum(k.near_poor) as near_poor, sum(k.average) as average,
             sum(k.not_poor) as not_poor
        from place p join register_count k on k.area_id = p.id and k.summed is null and k.valid_from <= today and (k.valid_until is null or today < k.valid_until)
       group by p.part_id),
    standing as materialized (
      select d.day, d.sign, h.household_id, h.home_id
        from (values (on_day, 1), (today, -1)) as d (day, sign) cross join unnest(changed) as asked (id) cross join lateral (
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
       where c.home_id = any (before) and c.household_id <> all (apart)
         and (c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until))
          <> (c.valid_from <= today and (c.valid_until is null or today < c.valid_until)))
    select t.part_id, t.class, sum(t.n)::bigint from told t group by t.part_id, t.class having sum(t.n) > 0;
end
$$;
comment on function figures_since is 'room: decisions';
revoke execute on function figures_since(uuid[], uuid[], uuid[], date, date) from public;
