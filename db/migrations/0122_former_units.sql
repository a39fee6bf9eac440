-- The roster of a unit that has ended, on a day on which it stood: what hung below it then. It is over itself alone today, so that
-- `area_reach` says no more than that.

-- Null where the unit is over others today; never more than what the actor reaches.
create function area_was_over(of_area uuid, of_day date) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = 'force_custom_plan' as $$
declare
  base text := (select p.path from area_path p
                 where p.area_id = of_area and p.valid_from <= of_day and (p.valid_until is null or of_day < p.valid_until));
begin
  if exists (select from area_reach r where r.over_id = of_area and r.area_id <> of_area) then return null; end if;
  return array(
    select of_area
    union
    select p.area_id from area_path p
     where p.path ~>=~ (base || '/') and p.path ~<~ (base || '0')
       and p.valid_from <= of_day and (p.valid_until is null or of_day < p.valid_until)
       and exists (select from area_reach r where r.area_id = p.area_id and r.over_id = any (nb_areas())));
end
$$;
comment on function area_was_over is 'room: areas';
revoke execute on function area_was_over(uuid, date) from public;
grant execute on function area_was_over(uuid, date) to nb_app;

create or replace function roster_held(of_area uuid, of_day date) returns table (official_id uuid, post text, area_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  was_over uuid[];
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  was_over := area_was_over(of_area, of_day);
  if was_over is null then
    return query
      select a.official_id, a.post, a.area_id from appointment a
        join area_reach r on r.area_id = a.area_id and r.over_id = of_area
       where a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until);
  else
    return query
      select a.official_id, a.post, a.area_id from appointment a
       where a.area_id = any (was_over) and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until);
  end if;
end
$$;
create or replace function roster_people(of_area uuid, of_day date, words text)
  returns table (id uuid, full_name text, birth_year smallint, unit_id uuid, account_id uuid, idle boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  was_over uuid[];
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  was_over := area_was_over(of_area, of_day);
  return query
    with held as materialized (select distinct h.official_id from roster_held(of_area, of_day) h),
    kept as materialized (
      select o.id from official o join area_reach r on r.area_id = o.unit_id and r.over_id = of_area where was_over is null
      union all
      select o.id from official o where o.unit_id = any (was_over)),
    idle as materialized (
      select k.id from kept k
       where not exists (select from appointment a where a.official_id = k.id
                          and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until)))
    select o.id, o.full_name, o.birth_year, o.unit_id, o.account_id, p.idle
      from (select h.official_id as id, false as idle from held h union all select i.id, true from idle i) p
      join official o on o.id = p.id
     where words is null or o.search like words;
end
$$;

-- Since 01/07/2025 the work of a commune lies with its Economic Office: a leader of it, beside the leader of the commune in charge.
insert into post (id, vi, en, levels, salaried, place) values
  ('office_head', 'Trưởng, phó Phòng Kinh tế cấp xã', 'Head or deputy head of the commune''s Economic Office', '{commune}', true, 15);
