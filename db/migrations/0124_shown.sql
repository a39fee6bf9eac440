-- Lists of households. What a page shows of fifty is looked up by where they live, whether that is reached asked once; of an earlier
-- day, what has changed since is counted in one look at each, not in two.

-- Who joined or left a household after a day.
create index member_changed on member (home_id, (greatest(joined_on, left_on))) include (household_id);

-- What a list tells of these households on a day, of those that the actor reaches where they live now.
create function households_shown(of_households uuid[], on_day date)
  returns table (household_id uuid, number text, address text, class text, members int)
  language plpgsql stable rows 50 security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  reached uuid[] := villages_reached(array(select distinct h.village_id from household h where h.household_id = any (of_households)));
begin
  return query
    select h.household_id, h.number, r.address, c.class, m.n
      from unnest(of_households) as asked (id)
     cross join lateral (
       select h.household_id, h.village_id, h.number from household h where h.household_id = asked.id and h.village_id = any (reached) offset 0) h
     cross join lateral (
       select r.address from household_residence r
        where r.home_id = h.village_id and r.household_id = h.household_id and r.valid_from <= on_day
          and (r.valid_until is null or on_day < r.valid_until) offset 0) r
      left join lateral (
       select c.class from household_class c
        where c.home_id = h.village_id and c.household_id = h.household_id and c.valid_from <= on_day
          and (c.valid_until is null or on_day < c.valid_until) offset 0) c on true
     cross join lateral (
       select count(*)::int as n from member m
        where m.home_id = h.village_id and m.household_id = h.household_id and m.joined_on <= on_day
          and (m.left_on is null or on_day < m.left_on)) m;
end
$$;
comment on function households_shown is 'room: households';

-- By what names these households stand in order, of those that the actor reaches where they live now. Past row security, which would
-- be asked of each.
create function households_named(of_households uuid[])
  returns table (household_id uuid, village_id uuid, head_name text, number text, ended_on date)
  language plpgsql stable rows 600 security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  reached uuid[] := villages_reached(array(select distinct h.village_id from household h where h.household_id = any (of_households)));
begin
  return query
    select h.household_id, h.village_id, h.head_name, h.number, h.ended_on
      from household h where h.household_id = any (of_households) and h.village_id = any (reached);
end
$$;
comment on function households_named is 'room: households';

-- By how much more these villages held on an earlier day than today: each household of which something has changed since is looked
-- at once, on both days.
create function households_since(villages uuid[], on_day date, today date)
  returns table (village_id uuid, households int, persons int, kinh int, dtts int)
  language plpgsql stable rows 50 security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  reached uuid[] := villages_reached(villages);
  changed uuid[] := array(
    select unnest(households_apart(villages, on_day, today))
    union
    select h.household_id from household h where h.village_id = any (reached) and h.ended_on > on_day
    union
    select m.household_id from member m where m.home_id = any (reached) and greatest(m.joined_on, m.left_on) > on_day);
begin
  return query
    with standing as materialized (
      select h.* from unnest(changed) as asked (id) cross join lateral (
        select h.household_id, h.village_id as home_id, h.head_person_id as head,
               h.started_on <= today and (h.ended_on is null or today < h.ended_on) as now,
               h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on) as lived
          from household h where h.household_id = asked.id offset 0) h),
    told as materialized (
      select s.home_id, r.village_id as there, s.now, m.*
        from standing s
        left join lateral (
          select r.village_id from household_residence r
           where s.lived and r.home_id = s.home_id and r.household_id = s.household_id
             and r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until) offset 0) r on true
        left join lateral (
          select (e.facts ->> 'fromPerson')::uuid as person from household_event e
           where s.lived and e.household_id = s.household_id and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > on_day
           order by e.happened_on, e.created_at limit 1) f on true
       cross join lateral (
          select count(*) filter (where p.here) as here, count(*) filter (where p.here and p.person_id = s.head and p.ethnicity = '01') as here_kinh,
                 count(*) filter (where p.here and p.person_id = s.head and p.ethnicity not in ('01', '55')) as here_dtts,
                 count(*) filter (where p.lived) as lived, count(*) filter (where p.lived and p.head and p.ethnicity = '01') as lived_kinh,
                 count(*) filter (where p.lived and p.head and p.ethnicity not in ('01', '55')) as lived_dtts
            from (select m.person_id, m.ethnicity, m.person_id = coalesce(f.person, s.head) as head,
                         m.joined_on <= today and (m.left_on is null or today < m.left_on) as here,
                         m.joined_on <= on_day and (m.left_on is null or on_day < m.left_on) as lived
                    from member m where m.home_id = s.home_id and m.household_id = s.household_id) p) m
       where s.now or s.lived),
    counted as (
      select t.there as place, 1 as households, t.lived as persons, t.lived_kinh as kinh, t.lived_dtts as dtts from told t
       where t.there is not null
      union all
      select t.home_id, -1, -t.here, -t.here_kinh, -t.here_dtts from told t where t.now)
    select c.place, sum(c.households)::int, sum(c.persons)::int, sum(c.kinh)::int, sum(c.dtts)::int
      from counted c where c.place = any (villages) group by 1;
end
$$;
comment on function households_since is 'room: households';
drop function households_changed(uuid[], date, date), households_counted(uuid[], uuid[], date, date);

-- Where those live today who lived in these villages on the day and live elsewhere by now, as far as the actor reaches that.
create function households_gone_to(villages uuid[], on_day date) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return villages_reached(array(
    select distinct r.home_id from household_residence r
     where r.village_id = any (villages) and r.valid_until > on_day and r.valid_from <= on_day and r.home_id <> all (villages)));
end
$$;
comment on function households_gone_to is 'room: households';

-- As before; who lives elsewhere by now is read once.
create or replace function households_unseen(of_area uuid, villages uuid[], on_day date, of_class text) returns integer
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  held uuid[];
  lost uuid[];
  homes uuid[];
begin
  if not nb_holds(of_area) then return 0; end if;
  held := array(select p.area_id from area_path p
                 where p.area_id = any (villages) and p.valid_from <= on_day and (p.valid_until is null or on_day < p.valid_until)
                   and strpos(p.path, of_area::text) > 0);
  -- Those who live elsewhere by now, and those whose village is not held any more.
  lost := array(select v from unnest(held) v except select unnest(villages_reached(held)));
  return (
    with away as materialized (
      select r.household_id, r.home_id from household_residence r
       where r.village_id = any (held) and r.home_id <> r.village_id and r.valid_until > on_day and r.valid_from <= on_day),
    reached as materialized (select unnest(villages_reached(array(select distinct a.home_id from away a))) as id),
    unseen as materialized (
      select a.household_id from away a where a.home_id not in (select r.id from reached r)
      union all
      select r.household_id from household_residence r
       where r.home_id = any (lost) and r.village_id = r.home_id and r.valid_from <= on_day
         and (r.valid_until is null or on_day < r.valid_until))
    select count(*)::int
      from unseen u join household h on h.household_id = u.household_id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
      left join household_class c on of_class is not null and c.household_id = h.household_id
            and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)
     where of_class is null or c.class = of_class or of_class = 'none' and c.class is null);
end
$$;
revoke execute on function households_shown(uuid[], date), households_since(uuid[], date, date), households_gone_to(uuid[], date), households_named(uuid[]) from public;
grant execute on function households_shown(uuid[], date), households_since(uuid[], date, date), households_gone_to(uuid[], date), households_named(uuid[]) to nb_app;
