-- What is counted is counted once: how many households of which class each village holds, kept with the register.

-- areas -------------------------------------------------------------------------------------------------------------

-- The villages that stand right under a commune today; null of everything else.
alter table area_within add column standing uuid[];

create function area_refresh_standing(today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with standing as materialized (
    select v.parent_id as over_id, array_agg(v.area_id order by v.area_id) as villages
      from area_version v join area_path p on p.area_id = v.area_id and p.valid_from <= today and (p.valid_until is null or today < p.valid_until)
     where v.level = 4 and v.valid_from <= today and (v.valid_until is null or today < v.valid_until) group by 1)
  update area_within w set standing = x.villages
    from (select a.over_id, s.villages from area_within a left join standing s on s.over_id = a.over_id) x
   where x.over_id = w.over_id and w.standing is distinct from x.villages;
end
$$;
comment on function area_refresh_standing is 'room: areas';

alter function area_refresh_reach(date) rename to area_refresh_overs;
create function area_refresh_reach(today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform area_refresh_overs(today);
  perform area_refresh_standing(today);
end
$$;
comment on function area_refresh_reach is 'room: areas';
revoke execute on function area_refresh_standing(date), area_refresh_overs(date), area_refresh_reach(date) from public;
revoke execute on function area_refresh_overs(date) from nb_app;
grant execute on function area_refresh_reach(date) to nb_app;
select area_refresh_standing((now() at time zone 'Asia/Ho_Chi_Minh')::date);

-- households --------------------------------------------------------------------------------------------------------

-- One row a village and step: what it holds in [valid_from, valid_until). Step 0 begins on the day of the last change; the
-- others on days that are known already, as when classes begin with a year. Of days before step 0 the register itself tells.
-- A commune has the sums of its villages, and which they were (`summed`).
create table register_count (
  area_id uuid not null references area,
  step smallint not null check (step >= 0),
  valid_from date not null,
  valid_until date,
  households int not null,
  persons int not null,
  kinh int not null,
  dtts int not null,
  poor int not null,
  near_poor int not null,
  average int not null,
  not_poor int not null,
  summed uuid[],
  primary key (area_id, step)
);
comment on table register_count is 'family: ledger; room: households';
alter table register_count enable row level security;
select nb_guard('register_count', '{area_id}');
grant select on register_count to nb_app;

-- The same from the rows, as they stand today and on every later day on which something is known to change: who lives in
-- these villages today lives there on. Under the role that has written them, since another might not see it yet.
create function register_counted(villages uuid[], today date) returns setof register_count
  language plpgsql set plan_cache_mode = force_custom_plan as $$
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
           coalesce(k.poor, 0)::int, coalesce(k.near_poor, 0)::int, coalesce(k.average, 0)::int, coalesce(k.not_poor, 0)::int, null::uuid[]
      from stretch s
      left join households h on h.village = s.village and h.day = s.day
      left join persons p on p.village = s.village and p.day = s.day
      left join classes k on k.village = s.village and k.day = s.day;
end
$$;
comment on function register_counted is 'room: households';

-- The counts of these units, held by their ids until the transaction ends: who counts after another has seen what that one
-- wrote. Tells nothing.
create function register_count_hold(units uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into register_count as k
    select u, 0, 'infinity', null, 0, 0, 0, 0, 0, 0, 0, 0, null from (select distinct unnest(units) as u order by 1) asked
    on conflict (area_id, step) do update set step = k.step;
end
$$;
comment on function register_count_hold is 'room: households';

-- Keeps what was counted in these villages, then the sums of their communes.
create function register_count_keep(villages uuid[], counted json) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  communes uuid[] := array(
    select distinct r.over_id from area_reach r join area_within w on w.over_id = r.over_id
     where r.area_id = any (villages) and w.standing is not null);
begin
  delete from register_count k where k.area_id = any (villages);
  insert into register_count select * from json_populate_recordset(null::register_count, counted);
  perform register_count_hold(communes);
  perform register_count_sum(communes);
end
$$;
comment on function register_count_keep is 'room: households';

create function register_count_sum(communes uuid[]) returns void
  language plpgsql as $$
begin
  delete from register_count k where k.area_id = any (communes);
  insert into register_count
    with part as materialized (
      select w.over_id as commune, w.standing, k.*
        from area_within w join register_count k on k.area_id = any (w.standing) where w.over_id = any (communes)),
    begin as (select p.commune, max(p.valid_from) as day from part p where p.step = 0 group by 1),
    change as (
      select b.commune, b.day from begin b union select p.commune, p.valid_from from part p join begin b on b.commune = p.commune and p.valid_from > b.day),
    stretch as (
      select c.commune, c.day, lead(c.day) over w as until, (row_number() over w - 1)::smallint as step
        from change c window w as (partition by c.commune order by c.day))
    select s.commune, s.step, s.day, s.until, sum(p.households), sum(p.persons), sum(p.kinh), sum(p.dtts), sum(p.poor), sum(p.near_poor),
           sum(p.average), sum(p.not_poor), p.standing
      from stretch s join part p on p.commune = s.commune and p.valid_from <= s.day and (p.valid_until is null or s.day < p.valid_until)
     group by s.commune, s.step, s.day, s.until, p.standing;
end
$$;
comment on function register_count_sum is 'room: households';

-- The two for who acts under row security: of villages that he reaches.
create function register_count_begin(villages uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from unnest(villages) v where not nb_holds(v)) then raise exception 'village' using errcode = '42501'; end if;
  perform register_count_hold(villages);
end
$$;
comment on function register_count_begin is 'room: households';

create function register_count_end(villages uuid[], counted json) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from unnest(villages) v where not nb_holds(v))
     or exists (select from json_to_recordset(counted) as k (area_id uuid) where k.area_id <> all (villages)) then
    raise exception 'village' using errcode = '42501';
  end if;
  perform register_count_keep(villages, counted);
end
$$;
comment on function register_count_end is 'room: households';

-- Counts these villages anew: after every change of who lives there, of heads, members and classes, as its last step.
create function register_recount(villages uuid[], today date) returns void
  language plpgsql as $$
begin
  perform register_count_begin(villages);
  perform register_count_end(villages, (select json_agg(k) from register_counted(villages, today) k));
end
$$;
comment on function register_recount is 'room: households';

-- The same where these households live, and in these villages that they have left, under the role that moves them.
create function register_recount_homes(households uuid[], been uuid[], today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  villages uuid[] := array(
    select h.village_id from household h where h.household_id = any (households) union select unnest(been));
begin
  perform register_count_hold(villages);
  perform register_count_keep(villages, (select json_agg(k) from register_counted(villages, today) k));
end
$$;
comment on function register_recount_homes is 'room: households';
revoke execute on function register_counted(uuid[], date), register_count_hold(uuid[]), register_count_keep(uuid[], json),
  register_count_sum(uuid[]), register_count_begin(uuid[]), register_count_end(uuid[], json), register_recount(uuid[], date),
  register_recount_homes(uuid[], uuid[], date) from public;
grant execute on function register_counted(uuid[], date), register_count_begin(uuid[]), register_count_end(uuid[], json),
  register_recount(uuid[], date), register_recount_homes(uuid[], uuid[], date) to nb_app;

-- A list in the order of names is read from where each village's begins (`household_listed`), not sorted whole. Whether the
-- actor reaches a village is asked once for all of its households. Where few hold the words or the class, those are read.

-- Words are sought within villages.
create extension if not exists btree_gin;
drop index household_search;
create index household_search on household using gin (search gin_trgm_ops, village_id);

-- Who came to live in a village or within it after a day.
create index household_residence_came on household_residence (home_id, valid_from) include (household_id);
-- Whoever holds a class.
create index household_class_of on household_class (home_id, class, valid_from) include (household_id, valid_until);

-- Of these villages, those whose households the actor sees.
create function villages_reached(villages uuid[]) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(select distinct r.area_id from area_reach r where r.area_id = any (villages) and r.over_id = any (nb_areas()) order by 1);
end
$$;
comment on function villages_reached is 'room: households';

-- Of whom today's register does not tell how they lived on an earlier day: another head, another place, or gone from here.
create function households_apart(villages uuid[], on_day date, today date) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  reached uuid[];
begin
  if on_day >= today then return '{}'; end if;
  reached := villages_reached(villages);
  return array(
    select e.household_id from household_event e
     where e.home_id = any (reached) and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > on_day
    union
    select r.household_id from household_residence r where r.home_id = any (reached) and r.valid_from > on_day
    union
    select r.household_id from household_residence r
     where r.village_id = any (villages) and r.valid_from <= on_day and r.valid_until > on_day and nb_holds(r.home_id)
       and r.home_id <> r.village_id);
end
$$;
comment on function households_apart is 'room: households';

-- Those of these households that lived in these villages on a day, with where and under which head.
create function households_then(households uuid[], villages uuid[], on_day date, today date, of_class text, sought text)
  returns table (household_id uuid, village_id uuid, head_name text)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  homes uuid[] := villages_reached(array(select distinct h.village_id from household h where h.household_id = any (households)));
begin
  return query
    with standing as materialized (
      select h.household_id, h.head_name from household h
       where h.household_id = any (households) and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
         and h.village_id = any (homes) and (sought is null or h.search like sought)),
    residing as materialized (
      select r.household_id, r.village_id from household_residence r
       where r.household_id = any (households) and r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until)
         and r.village_id = any (villages)),
    first as materialized (
      select distinct on (e.household_id) e.household_id, (e.facts ->> 'fromPerson')::uuid as person from household_event e
       where on_day < today and e.home_id = any (homes) and e.household_id = any (households)
         and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > on_day
       order by e.household_id, e.happened_on, e.created_at),
    known as materialized (
      select distinct on (f.household_id) f.household_id, m.full_name
        from first f join member m on m.household_id = f.household_id and m.person_id = f.person
       order by f.household_id, m.joined_on desc),
    held as materialized (
      select c.household_id, c.class from household_class c
       where of_class is not null and c.household_id = any (households)
         and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until))
    select s.household_id, r.village_id, case when f.household_id is null then s.head_name else coalesce(k.full_name, '') end
      from standing s join residing r on r.household_id = s.household_id
      left join first f on f.household_id = s.household_id left join known k on k.household_id = s.household_id
      left join held c on c.household_id = s.household_id
     where of_class is null or of_class = coalesce(c.class, 'none');
end
$$;
comment on function households_then is 'room: households';

-- At most so many households of these villages that hold the words or the class; null where none are asked for.
create function households_picked(villages uuid[], on_day date, of_class text, sought text, most int) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  reached uuid[] := villages_reached(villages);
begin
  if sought is not null then
    return array(select h.household_id from household h where h.village_id = any (reached) and h.search like sought limit most);
  elsif of_class <> 'none' then
    return array(select c.household_id from household_class c
                  where c.home_id = any (reached) and c.class = of_class
                    and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until) limit most);
  end if;
  return null;
end
$$;
comment on function households_picked is 'room: households';

-- Of each of these villages its first households in the order of names after a name, or its last before it; of all that lived
-- there as they do today (see households_apart).
create function households_walked(villages uuid[], on_day date, of_class text, sought text, from_name text, from_id uuid,
                                  backwards boolean, most int)
  returns table (household_id uuid, village_id uuid, head_name text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  village uuid;
begin
  foreach village in array villages_reached(villages) loop
    if backwards then
      return query
        select h.household_id, h.village_id, h.head_name from household h
         where h.village_id = village and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
           and (given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.household_id)
             < (coalesce(given_name(from_name), '') collate vietnamese, from_name collate vietnamese, from_id)
           and h.household_id not in (select e.household_id from household_event e where e.home_id = village
                                        and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > on_day)
           and h.household_id not in (select r.household_id from household_residence r where r.home_id = village and r.valid_from > on_day)
           and (sought is null or h.search like sought)
           and (of_class is null or (of_class = 'none') <> (h.household_id in (
                 select c.household_id from household_class c where c.home_id = village and (of_class = 'none' or c.class = of_class)
                    and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until))))
         order by given_name(h.head_name) collate vietnamese desc, h.head_name collate vietnamese desc, h.household_id desc limit most;
    else
      return query
        select h.household_id, h.village_id, h.head_name from household h
         where h.village_id = village and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
           and (given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.household_id)
             > (coalesce(given_name(from_name), '') collate vietnamese, from_name collate vietnamese, from_id)
           and h.household_id not in (select e.household_id from household_event e where e.home_id = village
                                        and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > on_day)
           and h.household_id not in (select r.household_id from household_residence r where r.home_id = village and r.valid_from > on_day)
           and (sought is null or h.search like sought)
           and (of_class is null or (of_class = 'none') <> (h.household_id in (
                 select c.household_id from household_class c where c.home_id = village and (of_class = 'none' or c.class = of_class)
                    and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until))))
         order by given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.household_id limit most;
    end if;
  end loop;
end
$$;
comment on function households_walked is 'room: households';
revoke execute on function villages_reached(uuid[]), households_apart(uuid[], date, date),
  households_then(uuid[], uuid[], date, date, text, text), households_picked(uuid[], date, text, text, int),
  households_walked(uuid[], date, text, text, text, uuid, boolean, int) from public;
grant execute on function households_apart(uuid[], date, date),
  households_then(uuid[], uuid[], date, date, text, text), households_picked(uuid[], date, text, text, int),
  households_walked(uuid[], date, text, text, text, uuid, boolean, int) to nb_app;

-- decisions ---------------------------------------------------------------------------------------------------------

create index area_within_standing on area_within (over_id) where standing is not null;

-- The communes or villages an area's figures are summed from, each with the part of the area it counts to, as units stood on a
-- day; communes, with their villages, where it is today's map and the area holds several.
create function figure_places(of_area uuid, units date, today date)
  returns table (id uuid, part_id uuid, standing uuid[])
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  base text := (select p.path from area_path p
                 where p.area_id = of_area and p.valid_from <= units and (p.valid_until is null or units < p.valid_until));
  children uuid[];
begin
  if units = today and exists (select from area_version v where v.area_id = of_area and v.level < 3) then
    children := array(select v.area_id from area_version v where v.parent_id = of_area
                       and v.valid_from <= units and (v.valid_until is null or units < v.valid_until));
    return query
      with commune as materialized (
        select v.area_id, case when v.parent_id = of_area then v.area_id else v.parent_id end as up, w.standing
          from area_version v join area_within w on w.over_id = v.area_id and w.standing is not null
         where v.level = 3 and v.valid_from <= units and (v.valid_until is null or units < v.valid_until)),
      part as materialized (
        select u.up, (select r.over_id from area_reach r where r.area_id = u.up and r.over_id = any (children)) as id
          from (select distinct c.up from commune c) u)
      select c.area_id, p.id, c.standing from commune c join part p on p.up = c.up where p.id is not null;
  else
    return query
      select p.area_id, coalesce(nullif(split_part(substr(p.path, length(base) + 2), '/', 1), ''), p.area_id::text)::uuid, null::uuid[]
        from area_path p
       where (p.path = base or (p.path ~>=~ (base || '/') and p.path ~<~ (base || '0')))
         and p.valid_from <= units and (p.valid_until is null or units < p.valid_until);
  end if;
end
$$;
comment on function figure_places is 'room: decisions';

-- Households by class in each part of an area, as its units stood on a day: from what communes and villages keep, and of days
-- before that from the rows. A commune that no longer has the villages it summed is asked village by village.
drop function figures_of(uuid, date, date);
create function figures_of(of_area uuid, on_day date, units date, today date)
  returns table (part_id uuid, class text, households bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  places uuid[];
  parts uuid[];
  sums boolean[];
  before uuid[];
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  with place as materialized (
    select p.id, p.part_id, p.standing,
           p.standing is null or coalesce((select k.summed = p.standing from register_count k where k.area_id = p.id and k.step = 0
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
    return query select * from figures_from_rows(before, places, parts, on_day);
  end if;
end
$$;
comment on function figures_of is 'room: decisions';

-- The same of some of these villages on a day before they were counted: who lived there, and of which class.
create function figures_from_rows(before uuid[], places uuid[], parts uuid[], on_day date)
  returns table (part_id uuid, class text, households bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query
    with place as materialized (
      select u.id, u.part_id from unnest(places, parts) as u (id, part_id) join unnest(before) as b (id) on b.id = u.id),
    counted as materialized (
      select p.part_id, c.class, count(*) as n
        from household_residence r
        join place p on p.id = r.village_id
        join household h on h.household_id = r.household_id
        left join household_class c on c.household_id = h.household_id
         and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)
       where r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until)
         and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
       group by 1, 2)
    select k.part_id, null, sum(k.n)::bigint from counted k group by 1
    union all
    select k.part_id, k.class, k.n from counted k where k.class is not null;
end
$$;
comment on function figures_from_rows is 'room: decisions';
revoke execute on function figure_places(uuid, date, date), figures_of(uuid, date, date, date),
  figures_from_rows(uuid[], uuid[], uuid[], date) from public;
grant execute on function figures_of(uuid, date, date, date) to nb_app;

-- search: households -------------------------------------------------------------------------------------------------

create index household_named on household (fold(head_name) text_pattern_ops);
create index household_called on household (fold(given_name(head_name)) text_pattern_ops);

-- Households whose number, members or address hold the words; first those of a head so called in full, then by the given name,
-- then the others. Who reaches few villages is answered from these; who reaches many, from the names, and from all texts only
-- where those do not fill the answer. Of more than a few thousand some are taken: the words say too little to choose by.
create or replace function household_search(words text, place uuid, at_most integer)
  returns table (household_id uuid, village_id uuid, head_name text, number text, address text, ended_on date)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  sought text := replace(replace(replace(fold(words), '\', '\\'), '%', '\%'), '_', '\_');
  most constant int := 600;
  looked constant int := 4000;
  wanted int := least(at_most, 200);
  areas uuid[] := nb_areas();
  units uuid[];
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
      select k.household_id from (select h.household_id, h.village_id from household h where fold(h.head_name) like sought || '%' limit looked) k
       where exists (select from area_reach r where r.area_id = k.village_id and r.over_id = any (areas))
         and (place is null or exists (select from area_reach r where r.area_id = k.village_id and r.over_id = place)) limit most);
    if cardinality(found) < wanted then
      found := found || array(
        select k.household_id from (
          select h.household_id, h.village_id from household h where fold(given_name(h.head_name)) like sought || '%' limit looked) k
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
  return query
    select h.household_id, h.village_id, h.head_name, h.number, h.address, h.ended_on
      from household h where h.household_id = any (found)
     order by (fold(h.head_name) like sought || '%') desc, (fold(given_name(h.head_name)) like sought || '%') desc,
              given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.household_id
     limit wanted;
end
$$;

-- rounds ------------------------------------------------------------------------------------------------------------

-- Cases are counted from an index alone; households of a village that have ended are found by it.
drop index household_ended;
create index household_ended on household (village_id) include (household_id, ended_on) where ended_on is not null;
drop index review_case_round;
create index review_case_counted on review_case (round_id, village_id, state) include (household_id);

-- Households of the villages of a round that have ended, or left the village and perhaps the case behind: these are counted one
-- by one, of all others the case says where they live.
create function round_apart(of_round uuid) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  villages uuid[] := array(select distinct v.village_id from round_village v where v.round_id = of_round);
begin
  return array(
    select h.household_id from household h where h.village_id = any (villages) and h.ended_on is not null
    union
    select r.household_id from household_residence r
     where r.village_id = any (villages) and r.valid_until is not null and r.home_id <> r.village_id);
end
$$;
comment on function round_apart is 'room: rounds';
revoke execute on function round_apart(uuid) from public;

-- As before; whether the actor reaches a village is asked of each once.
create or replace function case_counts(rounds uuid[])
  returns table (round_id uuid, village_id uuid, state text, ended_on date, n bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  areas uuid[] := nb_areas();
begin
  return query
    with listed as materialized (
      select c.round_id, c.village_id, c.state, count(*) as n
        from review_case c where c.round_id = any (rounds) group by c.round_id, c.village_id, c.state),
    ended as materialized (
      select c.round_id, c.village_id, c.state, h.village_id as home, h.ended_on
        from review_case c join household h on h.household_id = c.household_id
       where c.round_id = any (rounds) and h.ended_on is not null),
    reached as materialized (
      select distinct r.area_id from area_reach r
       where r.area_id in (select l.village_id from listed l union select e.home from ended e) and r.over_id = any (areas)),
    gone as materialized (
      select e.round_id, e.village_id, e.state, min(e.ended_on) as ended_on, count(*) as n
        from ended e join reached r on r.area_id = e.home group by e.round_id, e.village_id, e.state),
    counted as (
      select l.round_id, l.village_id, l.state, null::date as ended_on, l.n - coalesce(g.n, 0) as n
        from listed l left join gone g on g.round_id = l.round_id and g.village_id = l.village_id and g.state = l.state
      union all select g.round_id, g.village_id, g.state, g.ended_on, g.n from gone g)
    select k.round_id, k.village_id, k.state, k.ended_on, k.n from counted k join reached r on r.area_id = k.village_id where k.n > 0;
end
$$;

-- The first rounds in an order that lie under some areas, or take in a village that does. Whether each is seen is asked only
-- of who does not reach all of these areas.
create function rounds_under(overs uuid[], of_state text, by_end boolean, most int) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  seen boolean := not exists (select from unnest(overs) o where not exists (
                    select from area_reach r where r.area_id = o and r.over_id = any (nb_areas())));
  found uuid[];
begin
  found := array(
    select r.id from round r
     where r.area_id in (select a.area_id from area_reach a where a.over_id = any (overs))
       and case when by_end then r.state not in ('completed', 'cancelled') else of_state is null or r.state = of_state end
       and (seen or round_seen(r.id))
     order by case when by_end then r.window_until end, case when not by_end then r.window_from end desc, r.id limit most);
  return found || array(
    select r.id from round r
     where r.id in (select v.round_id from round_village v join area_reach a on a.area_id = v.village_id
                     where a.over_id = any (overs) and (seen or nb_holds(v.village_id)))
       and r.id <> all (found)
       and case when by_end then r.state not in ('completed', 'cancelled') else of_state is null or r.state = of_state end
     order by case when by_end then r.window_until end, case when not by_end then r.window_from end desc, r.id limit most);
end
$$;
comment on function rounds_under is 'room: rounds';

-- The cases of a round that are still asked, counted by state, by whether the household lives in the commune of the round and
-- whether it may be told, as round_asked tells them one by one.
create function round_tally(of_round uuid)
  returns table (state text, here boolean, seen boolean, n int)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  of_state text := (select r.state from round r where r.id = of_round);
  units uuid[] := round_units(of_round);
  moved uuid[] := round_apart(of_round);
begin
  if not round_seen(of_round) then return; end if;
  return query
    with held as materialized (
      select c.state, c.village_id, count(*) as n from review_case c where c.round_id = of_round group by c.state, c.village_id),
    apart as materialized (
      select c.state, c.village_id, h.village_id as home, h.ended_on
        from review_case c join household h on h.household_id = c.household_id
       where c.household_id = any (moved) and c.round_id = of_round),
    listed as materialized (
      select c.state, c.village_id, c.village_id as home, null::date as ended_on, c.n from held c
      union all
      select a.state, a.village_id, a.village_id, null, -count(*) from apart a group by a.state, a.village_id
      union all
      select a.state, a.village_id, a.home, a.ended_on, count(*) from apart a group by a.state, a.village_id, a.home, a.ended_on),
    reached as materialized (
      select distinct r.area_id from area_reach r
       where r.area_id in (select l.home from listed l union select l.village_id from listed l) and r.over_id = any (nb_areas())),
    told as (
      select case_state(l.state, l.ended_on, of_state) as now, l.home = any (units) as here,
             v.area_id is not null and h.area_id is not null as seen, l.n
        from listed l left join reached v on v.area_id = l.village_id left join reached h on h.area_id = l.home)
    select t.now, t.here, t.seen, sum(t.n)::int from told t where t.now <> 'ended' group by t.now, t.here, t.seen having sum(t.n) > 0;
end
$$;
comment on function round_tally is 'room: rounds';

-- The first of those in these states whose household lives in the commune of the round and may be told.
create function round_first(of_round uuid, states text[], few int)
  returns table (household_id uuid, case_id uuid, head_name text, state text)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  of_state text := (select r.state from round r where r.id = of_round);
  units uuid[] := round_units(of_round);
begin
  if not round_seen(of_round) then return; end if;
  return query
    select k.household_id, k.id, h.head_name, k.state
      from (select c.household_id, c.id, c.village_id, c.state from review_case c
             where c.round_id = of_round and c.state = any (states) order by c.household_id limit few * 10) k
      join household h on h.household_id = k.household_id
     where h.village_id = any (units) and case_state(k.state, h.ended_on, of_state) <> 'ended'
       and nb_holds(k.village_id) and nb_holds(h.village_id)
     order by k.household_id limit few;
end
$$;
comment on function round_first is 'room: rounds';

revoke execute on function rounds_under(uuid[], text, boolean, int), round_tally(uuid), round_first(uuid, text[], int) from public;
grant execute on function rounds_under(uuid[], text, boolean, int), round_tally(uuid), round_first(uuid, text[], int) to nb_app;

-- What every village holds now.
insert into register_count
  select * from register_counted(array(select distinct village_id from household), (now() at time zone 'Asia/Ho_Chi_Minh')::date);
select register_count_sum(array(
  select w.over_id from area_within w where exists (select from register_count k where k.area_id = any (w.standing))));
