-- Figures and lists of other days read what they speak of by its index, and ask once of each place whether it is reached. Two
-- acts, entering a person and sending a survey, cost less.

-- areas -------------------------------------------------------------------------------------------------------------

-- As before, of many areas at once: who stands at a ward and at each place where somebody went from there is asked of every row.
create or replace function nb_units() returns uuid[]
  language plpgsql stable parallel safe cost 1000 as $$
declare
  areas uuid[];
  held uuid[];
begin
  if current_user in ('nb_wide', 'nb_nation') then return '{}'; end if;
  areas := nb_areas();
  if cardinality(areas) = 1 then
    select w.area_ids into held from area_within w where w.over_id = areas[1];
    if found and held is null then return array(select id from area); end if;
    return coalesce(held, '{}');
  end if;
  -- Null stands for the whole nation.
  held := array(select unnest(coalesce(w.area_ids, array[null]::uuid[])) from area_within w where w.over_id = any (areas));
  if array_position(held, null) is not null then return array(select id from area); end if;
  return held;
end
$$;

-- decisions ---------------------------------------------------------------------------------------------------------

-- As before. Where no village of the area has other ones for relatives nothing is read; who lives in such a village today is
-- found by where he lives, who has left it by what he has left.
create or replace function figures_elsewhere(of_area uuid, on_day date, units date)
  returns table (part_id uuid, class text, households bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  base text := (select p.path from area_path p
                 where p.area_id = of_area and p.valid_from <= units and (p.valid_until is null or units < p.valid_until));
  ids uuid[];
  stood uuid[];
  mains boolean[];
  parts uuid[];
  near uuid[];
begin
  with relative as materialized (
    select a.id, a.stands, a.main,
           case when p.path = base or starts_with(p.path, base || '/')
                then coalesce(nullif(split_part(substr(p.path, length(base) + 2), '/', 1), ''), p.area_id::text)::uuid end as part
      from area_relatives(units) a
      join area_path p on p.area_id = a.stands and p.valid_from <= units and (p.valid_until is null or units < p.valid_until)),
  about as (select f.id from relative f group by f.id having bool_or(f.part is not null))
  select array_agg(f.id), array_agg(f.stands), array_agg(f.main), array_agg(f.part), array_agg(distinct f.id)
    into ids, stood, mains, parts, near
    from relative f where f.id in (select a.id from about a);
  if near is null then return; end if;
  return query
    with relative as materialized (
      select * from unnest(ids, stood, mains, parts) as f (id, stands, main, part)),
    lived as materialized (
      select r.household_id, r.village_id from household_residence r
       where r.village_id = any (near) and r.valid_until > on_day and r.valid_from <= on_day
      union all
      select r.household_id, r.village_id from household_residence r
       where r.home_id = any (near) and r.village_id = any (near) and r.valid_until is null and r.valid_from <= on_day),
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

-- As before; the places are joined, since a list of a nation's villages is weighed one by one for each index it might use.
create or replace function figures_since(before uuid[], places uuid[], parts uuid[], on_day date, today date)
  returns table (part_id uuid, class text, households bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
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
       select from register_count k join unnest(before) as b (id) on b.id = k.area_id where k.step = 0 and k.summed is null and k.valid_from > today) then
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
       where c.household_id <> all (apart)
         and (c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until))
          <> (c.valid_from <= today and (c.valid_until is null or today < c.valid_until)))
    select t.part_id, t.class, sum(t.n)::bigint from told t group by t.part_id, t.class having sum(t.n) > 0;
end
$$;
comment on function figures_since is 'room: decisions';

-- households --------------------------------------------------------------------------------------------------------

-- As before; whether the actor reaches a place is asked of it once, not of each household.
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
  homes := array(select distinct r.home_id from household_residence r
                  where r.village_id = any (held) and r.home_id <> r.village_id and r.valid_until > on_day and r.valid_from <= on_day);
  homes := array(select v from unnest(homes) v except select unnest(villages_reached(homes)));
  if cardinality(lost) = 0 and cardinality(homes) = 0 then return 0; end if;
  return (
    select count(*)::int
      from (select r.household_id from household_residence r
             where r.village_id = any (held) and r.home_id <> r.village_id and r.valid_until > on_day and r.valid_from <= on_day
               and r.home_id = any (homes)
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

-- What these households are of the counts of some villages on a day, each where it lived and under its head of the day; those
-- that the actor reaches where they live now.
create function households_counted(of_households uuid[], villages uuid[], on_day date, today date)
  returns table (village_id uuid, households int, persons int, kinh int, dtts int)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query
    with standing as materialized (
      select h.* from unnest(of_households) as asked (id) cross join lateral (
        select h.household_id, h.village_id as home_id, h.head_person_id from household h
         where h.household_id = asked.id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on) offset 0) h),
    reached as materialized (
      select unnest(villages_reached(array(select distinct s.home_id from standing s))) as id),
    lived as materialized (
      select s.household_id, case when on_day < today then r.village_id else s.home_id end as there,
             coalesce(f.person, s.head_person_id) as head
        from standing s
        left join lateral (
          select r.village_id from household_residence r
           where on_day < today and r.home_id = s.home_id and r.household_id = s.household_id
             and r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until) offset 0) r on true
        left join lateral (
          select (e.facts ->> 'fromPerson')::uuid as person from household_event e
           where on_day < today and e.household_id = s.household_id and e.kind = 'head_changed' and e.undone_by is null
             and e.happened_on > on_day
           order by e.happened_on, e.created_at limit 1) f on true
       where s.home_id in (select t.id from reached t)),
    counted as (
      select l.there, m.n, m.kinh, m.dtts
        from lived l cross join lateral (
          select count(*) as n, count(*) filter (where m.person_id = l.head and m.ethnicity = '01') as kinh,
                 count(*) filter (where m.person_id = l.head and m.ethnicity not in ('01', '55')) as dtts
            from member m
           where m.household_id = l.household_id and m.joined_on <= on_day and (m.left_on is null or on_day < m.left_on)) m
       where l.there = any (villages))
    select c.there, count(*)::int, sum(c.n)::int, sum(c.kinh)::int, sum(c.dtts)::int from counted c group by c.there;
end
$$;
comment on function households_counted is 'room: households';
revoke execute on function households_counted(uuid[], uuid[], date, date) from public;
grant execute on function households_counted(uuid[], uuid[], date, date) to nb_app;

-- As who holds the nation it was planned once for all places, through all members.
alter function households_changed(uuid[], date, date) set plan_cache_mode = force_custom_plan;

-- Who may stand in the register already is found by name and year of birth at once, not among all who were born in that year.
drop index member_born;
create index member_known on member (home_id, birth_year, fold(full_name) text_pattern_ops);

-- Members of these villages, as far as the actor reaches them, with one of these names (without marks), each with the year of
-- birth beside it. Past row security, which would ask every name of everybody born in those years.
create function members_known(villages uuid[], names text[], years int[])
  returns table (household_id uuid, id uuid)
  language plpgsql stable rows 20 security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  reached uuid[] := villages_reached(villages);
begin
  return query
    select m.household_id, m.id
      from (select distinct * from unnest(names, years) as u (name, year)) s
      join member m on m.home_id = any (reached) and m.birth_year = s.year and fold(m.full_name) = s.name;
end
$$;
comment on function members_known is 'room: households';
revoke execute on function members_known(uuid[], text[], int[]) from public;
grant execute on function members_known(uuid[], text[], int[]) to nb_app;

-- rounds ------------------------------------------------------------------------------------------------------------

-- How cases stand is kept (`case_count`): an index without their state lets a case be written where it lies when it moves on.
drop index review_case_counted;
create index review_case_listed on review_case (round_id, village_id) include (household_id);

-- surveys -----------------------------------------------------------------------------------------------------------

-- As before; who differs is found first, and only of them the lists of persons are made.
create or replace function survey_people(of_round uuid, on_day date)
  returns table (household_id uuid, case_id uuid, head_name text, seen boolean, asked jsonb, present jsonb, explained text[])
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  households uuid[];
  surveys uuid[];
  ids uuid[];
begin
  if not exists (select from round r where r.id = of_round and nb_holds(r.area_id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  with surveyed as materialized (
    select c.household_id, c.id as case_id, c.survey_id, h.head_person_id
      from review_case c join household h on h.household_id = c.household_id
     where c.round_id = of_round and c.state = 'accepted' and h.ended_on is null),
  answered as (
    select s.household_id, s.case_id, s.survey_id,
           string_agg(concat_ws('|', m ->> 'id', m ->> 'name', m ->> 'sex', m -> 'birth', m ->> 'relation' = 'head'), chr(10)
             order by m ->> 'id') as key
      from surveyed s join survey v on v.household_id = s.household_id and v.id = s.survey_id
     cross join lateral jsonb_array_elements(case jsonb_typeof(v.facts -> 'members') when 'array' then v.facts -> 'members' end) m
     group by s.household_id, s.case_id, s.survey_id),
  living as (
    select m.household_id,
           string_agg(concat_ws('|', m.person_id, m.full_name, m.sex, jsonb_strip_nulls(jsonb_build_object('year', m.birth_year,
             'month', m.birth_month, 'day', m.birth_day)), m.person_id = s.head_person_id), chr(10)
             order by m.person_id::text) as key
      from surveyed s join member m on m.household_id = s.household_id
     where m.joined_on <= on_day and (m.left_on is null or m.left_on > on_day)
     group by m.household_id),
  -- In full: never each with each, however few are guessed.
  side_by_side as materialized (
    select a.household_id, a.survey_id, a.case_id, a.key is distinct from l.key as differ
      from answered a full join living l on l.household_id = a.household_id)
  select array_agg(s.household_id), array_agg(s.survey_id), array_agg(s.case_id) into households, surveys, ids
    from side_by_side s where s.differ and s.case_id is not null;
  return query
    select h.household_id, a.case_id, h.head_name, nb_holds(c.village_id),
           (select jsonb_agg(jsonb_build_object('id', m ->> 'id', 'name', m -> 'name', 'sex', m -> 'sex', 'birth', m -> 'birth',
                     'relation', m -> 'relation'))
              from survey v cross join lateral jsonb_array_elements(v.facts -> 'members') m
             where v.household_id = h.household_id and v.id = a.survey_id),
           coalesce((select jsonb_agg(jsonb_build_object('memberId', m.id, 'answers', jsonb_build_object('id', m.person_id,
                     'name', m.full_name, 'sex', m.sex,
                     'relation', case when m.person_id = h.head_person_id then 'head' else m.relation end,
                     'birth', jsonb_strip_nulls(jsonb_build_object('year', m.birth_year, 'month', m.birth_month, 'day', m.birth_day)))))
              from member m
             where m.household_id = h.household_id and m.joined_on <= on_day and (m.left_on is null or m.left_on > on_day)), '[]'),
           array(select n.question || ' ' || coalesce(n.person, '') from survey_note n
                  where n.household_id = h.household_id and n.survey_id = a.survey_id and n.question like 'kept.%')
      from unnest(households, surveys, ids) as a (household_id, survey_id, case_id)
      join household h on h.household_id = a.household_id
      join review_case c on c.household_id = a.household_id and c.id = a.case_id;
end
$$;
comment on function survey_people is 'room: surveys';
