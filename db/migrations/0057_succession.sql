-- Households live on in what their village has become, from the day on which it ended; a map of another day counts them where
-- they stood on it. Of a unit and a day one declared total holds, and a correction replaces it openly.

-- areas -------------------------------------------------------------------------------------------------------------

-- What a village that has ended has become, and since when: of several the one with the largest share, of equal ones the one
-- that was named first. Nothing where it stands, or where nobody said.
create function area_heir(village uuid, today date, out heir uuid, out since date)
  language plpgsql stable set search_path = public, pg_temp as $$
begin
  if exists (select from area_version v where v.area_id = village and (v.valid_until is null or v.valid_until > today)) then
    return;
  end if;
  select s.to_id into heir from area_succession s where s.from_id = village order by s.share desc nulls last, s.id limit 1;
  since := (select max(v.valid_until) from area_version v where v.area_id = village);
end
$$;
comment on function area_heir is 'room: areas';
grant execute on function area_heir(uuid, date) to nb_app;

-- Villages that do not stand on the map of a day, with what stands there for each: what it became by then, or what it came
-- from. `main`: the one for whom nothing tells more.
create function area_relatives(units date) returns table (id uuid, stands uuid, main boolean)
  language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query
    with recursive link as materialized (
      select s.id, s.from_id, s.to_id, s.share from area_succession s
       where exists (select from area_version v where v.area_id = s.from_id and v.level = 4)),
    village as materialized (
      select u.id, min(v.valid_from) as begins, max(coalesce(v.valid_until, 'infinity')) as ends
        from (select l.from_id as id from link l union select l.to_id from link l) u
        join area_version v on v.area_id = u.id group by u.id),
    step as materialized (
      select v.id, l.to_id as next, row_number() over (partition by v.id order by l.share desc nulls last, l.id) = 1 as first
        from village v join link l on l.from_id = v.id where v.ends <= units
      union all
      select v.id, l.from_id, row_number() over (partition by v.id order by l.share desc nulls last, l.id) = 1
        from village v join link l on l.to_id = v.id where v.begins > units),
    walk (id, stands, main) as (
      select distinct s.id, s.id, true from step s
      union
      select w.id, s.next, w.main and s.first from walk w join step s on s.id = w.stands)
    select w.id, w.stands, bool_or(w.main) from walk w join village v on v.id = w.stands
     where v.begins <= units and units < v.ends group by 1, 2;
end
$$;
comment on function area_relatives is 'room: areas';
grant execute on function area_relatives(date) to nb_app;

-- Two totals of one day could both be kept: the later is from now on a correction of the earlier.
alter table declared_total
  add column version smallint not null default 1,
  add column because text,
  add column by_name text;
update declared_total d set version = n.version, because = 'Ghi thêm trong cùng một ngày'
  from (select t.id, row_number() over (partition by t.area_id, t.day order by t.created_at, t.id) as version from declared_total t) n
 where n.id = d.id and n.version > 1;
alter table declared_total
  add constraint declared_total_once unique (area_id, day, version),
  add constraint declared_total_corrected check (version = 1 or because is not null);
drop index declared_total_area;

-- households --------------------------------------------------------------------------------------------------------

-- An id in the order of time (version 7), as the application makes them: a household's acts stand in the order of theirs.
create function household_act_id() returns uuid language plpgsql volatile set search_path = public, pg_temp as $$
declare
  bytes bytea := substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                 || substring(uuid_send(gen_random_uuid()) from 7);
begin
  return encode(set_byte(bytes, 6, (get_byte(bytes, 6) & 15) | 112), 'hex')::uuid;
end
$$;
comment on function household_act_id is 'room: households';

-- A household that lived in a village on the day that it ended, and after, lived from that day on in what it has become.
create function household_part_stays(of_household uuid, village uuid, becomes uuid, since date) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  stay record;
begin
  update household_residence r set village_id = becomes
   where r.household_id = of_household and r.village_id = village and r.valid_from >= since;
  for stay in select r.id, r.address, r.home_id, r.valid_until from household_residence r
               where r.household_id = of_household and r.village_id = village and r.valid_from < since
                 and (r.valid_until is null or r.valid_until > since) loop
    update household_residence r set valid_until = since where r.household_id = of_household and r.id = stay.id;
    insert into household_residence (household_id, id, village_id, home_id, address, valid_from, valid_until)
      values (of_household, household_act_id(), becomes, stay.home_id, stay.address, since, stay.valid_until);
  end loop;
end
$$;
comment on function household_part_stays is 'room: households';

-- Who lived in a village that has ended lives from that day on in what it has become, an act of the register each; of who
-- has left since, the residence there is parted on that day. The villages are counted anew. Nothing where the village stands,
-- or has become nothing.
create function households_succeed(village uuid, today date) returns void
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
  foreach home in array array(select h.household_id from household h where h.village_id = village order by h.household_id) loop
    select h.household_id, h.number, h.address, h.started_on, h.ended_on, to_jsonb(h) - array['search', 'created_at'] as row
      into one from household h where h.household_id = home and h.village_id = village for update;
    continue when not found;
    kept := jsonb_build_object(
      'household', one.row,
      'residences', coalesce((select jsonb_agg(to_jsonb(r) - 'home_id') from household_residence r where r.household_id = one.household_id), '[]'),
      'members', coalesce((select jsonb_agg(to_jsonb(m) - 'home_id') from member m where m.household_id = one.household_id), '[]'),
      'identities', '{"put": [], "gone": []}'::jsonb);
    perform household_part_stays(one.household_id, village, next.heir, next.since);
    update household h set village_id = next.heir where h.household_id = one.household_id;
    perform household_home(one.household_id, next.heir);
    moved := moved || one.household_id;
    if one.ended_on is null or one.ended_on > next.since then
      act := household_act_id();
      insert into household_event (household_id, id, home_id, happened_on, kind, facts, account_id, act_id, before)
        values (one.household_id, act, next.heir, greatest(next.since, one.started_on), 'address_changed',
                jsonb_build_object('from', jsonb_build_object('village', was, 'address', one.address, 'number', one.number),
                                   'to', jsonb_build_object('village', is_now, 'address', one.address, 'number', one.number),
                                   'succeeds', village),
                nb_account(), act, kept);
    end if;
  end loop;
  for one in select distinct r.household_id from household_residence r
              where r.village_id = village and r.valid_until > next.since order by 1 loop
    perform household_part_stays(one.household_id, village, next.heir, next.since);
    moved := moved || one.household_id;
  end loop;
  if cardinality(moved) > 0 then
    perform register_recount_homes(moved, array[village, next.heir], today);
  end if;
end
$$;
comment on function households_succeed is 'room: households';
revoke execute on function households_succeed(uuid, date) from public;
grant execute on function households_succeed(uuid, date) to nb_app;

-- How many lived in villages of a unit on a day, with a class where one is asked for, whom the actor does not reach where they
-- live today: a list of that day is shorter by them than its figure. Of units that he does not reach, nothing.
create function households_unseen(of_area uuid, villages uuid[], on_day date, of_class text) returns integer
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  held uuid[];
  lost uuid[];
begin
  if not nb_holds(of_area) then return 0; end if;
  held := array(select p.area_id from area_path p
                 where p.area_id = any (villages) and p.valid_from <= on_day and (p.valid_until is null or on_day < p.valid_until)
                   and strpos(p.path, of_area::text) > 0);
  -- Those who live elsewhere by now, and those whose village is not held any more.
  lost := array(select v from unnest(held) v where not nb_holds(v));
  return (
    select count(*)::int
      from (select r.household_id from household_residence r
             where r.village_id = any (held) and r.home_id <> r.village_id and r.valid_until > on_day and r.valid_from <= on_day
               and not nb_holds(r.home_id)
            union all
            select r.household_id from household_residence r
             where r.home_id = any (lost) and r.village_id = r.home_id and r.valid_from <= on_day
               and (r.valid_until is null or on_day < r.valid_until)) r
      join household h on h.household_id = r.household_id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
      left join household_class c on of_class is not null and c.household_id = h.household_id
            and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)
     where of_class is null or c.class = of_class or of_class = 'none' and c.class is null);
end
$$;
comment on function households_unseen is 'room: households';
revoke execute on function households_unseen(uuid, uuid[], date, text) from public;
grant execute on function households_unseen(uuid, uuid[], date, text) to nb_app;

-- rounds ------------------------------------------------------------------------------------------------------------

-- Rounds that review a village that has ended review from then on what it has become, as far as that lies in their commune; the
-- cases go where their households live, and the village is no longer one of the round. Whoever surveyed there surveys on where
-- his appointment reaches.
create function rounds_succeed(village uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
  of_case uuid;
begin
  if (select a.heir from area_heir(village, today) a) is null then return; end if;
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select v.round_id, v.account_id, v.annual_area, v.annual_from from round_village v join round r on r.id = v.round_id
              where v.village_id = village and v.left_on is null and r.state not in ('certificates', 'completed', 'cancelled')
              order by v.round_id loop
    insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
      select one.round_id, s.to_id,
             case when exists (
               select from access_grant g join area_reach a on a.over_id = g.area_id and a.area_id = s.to_id
                where g.account_id = one.account_id and g.role = 'enumerator'
                  and g.valid_from <= today and (g.valid_until is null or today < g.valid_until)) then one.account_id end,
             one.annual_area, one.annual_from
        from area_succession s where s.from_id = village and s.to_id = any (round_units(one.round_id)) order by s.id
      on conflict do nothing;
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
comment on function rounds_succeed is 'room: rounds';
revoke execute on function rounds_succeed(uuid, date) from public;
grant execute on function rounds_succeed(uuid, date) to nb_app;

-- surveys -----------------------------------------------------------------------------------------------------------

create function surveys_succeed(village uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one uuid;
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select s.household_id from survey s where s.village_id = village
             union select n.household_id from survey_note n where n.home_id = village order by 1 loop
    perform survey_rows_follow(one);
  end loop;
end
$$;
comment on function surveys_succeed is 'room: surveys';
revoke execute on function surveys_succeed(uuid) from public;
grant execute on function surveys_succeed(uuid) to nb_app;

-- decisions ---------------------------------------------------------------------------------------------------------

-- Classes and certificates go where their households live; then the village and what it has become are counted anew.
create function decisions_succeed(village uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  followed boolean;
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  update household_class c set home_id = h.village_id from household h
   where c.home_id = village and h.household_id = c.household_id and h.village_id <> village;
  followed := found;
  update certificate c set home_id = h.village_id from household h
   where c.home_id = village and h.household_id = c.household_id and h.village_id <> village;
  if followed then
    perform register_recount_homes('{}', array(select village union select s.to_id from area_succession s where s.from_id = village), today);
  end if;
end
$$;
comment on function decisions_succeed is 'room: decisions';
revoke execute on function decisions_succeed(uuid, date) from public;
grant execute on function decisions_succeed(uuid, date) to nb_app;

-- Who lived on a day in a village that the map of another day does not know, under the part where he stood on that map; who was
-- not there yet, or elsewhere, where the village itself would mainly stand.
create function figures_elsewhere(of_area uuid, on_day date, units date)
  returns table (part_id uuid, class text, households bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  base text := (select p.path from area_path p
                 where p.area_id = of_area and p.valid_from <= units and (p.valid_until is null or units < p.valid_until));
begin
  return query
    with relative as materialized (
      select a.id, a.stands, a.main,
             case when p.path = base or starts_with(p.path, base || '/')
                  then coalesce(nullif(split_part(substr(p.path, length(base) + 2), '/', 1), ''), p.area_id::text)::uuid end as part
        from area_relatives(units) a
        join area_path p on p.area_id = a.stands and p.valid_from <= units and (p.valid_until is null or units < p.valid_until)),
    lived as materialized (
      select r.household_id, r.village_id from household_residence r
       where r.village_id = any (array(select f.id from relative f group by f.id having bool_or(f.part is not null)))
         and r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until)),
    counted as materialized (
      select t.part, c.class, count(*) as n
        from lived l
        join household h on h.household_id = l.household_id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
        left join household_residence u on u.household_id = l.household_id
              and u.valid_from <= units and (u.valid_until is null or units < u.valid_until)
       cross join lateral (
         select f.part from relative f where f.id = l.village_id and (f.main or f.stands = u.village_id)
          order by f.stands = u.village_id desc nulls last limit 1) t
        left join household_class c on c.household_id = h.household_id
              and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)
       where t.part is not null group by 1, 2)
    select k.part, null::text, sum(k.n)::bigint from counted k group by 1
    union all
    select k.part, k.class, k.n from counted k where k.class is not null;
end
$$;
comment on function figures_elsewhere is 'room: decisions';
revoke execute on function figures_elsewhere(uuid, date, date) from public;

-- As before; villages that the map of the units does not know are counted where they stand on it.
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
  if on_day <> units or units > today then
    return query select * from figures_elsewhere(of_area, on_day, units);
  end if;
end
$$;
