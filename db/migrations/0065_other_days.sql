-- Figures and lists of other days read what they speak of by its index, and ask once of each place whether it is reached.

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
