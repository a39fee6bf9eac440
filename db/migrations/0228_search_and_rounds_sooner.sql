-- Rounds of a province: whether a round lies under it was asked of every unit for every round, one by one; now once. The units
-- are a table, not an array in a condition, of which the planner weighs each element.
-- Households sought: a range of the folded names in the index's own order, so that no name is folded again to be compared.
CREATE OR REPLACE FUNCTION public.rounds_under(overs uuid[], of_state text, by_end boolean, most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  seen boolean := not exists (select from unnest(overs) o where not exists (
                    select from area_reach r where r.area_id = o and r.over_id = any (nb_areas())));
  everywhere boolean := exists (select from area_within w where w.over_id = any (overs) and w.area_ids is null);
  under uuid[] := array(select distinct u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (overs));
  elsewhere uuid[];
  found uuid[];
begin
  found := array(
    select r.id from round r
     where (everywhere or r.area_id in (select unnest(under)))
       and case when by_end then r.state not in ('completed', 'cancelled') else of_state is null or r.state = of_state end
       and (seen or round_seen(r.id))
     order by case when by_end then r.window_until end, case when not by_end then r.window_from end desc, r.id limit most);
  if everywhere then return found; end if;
  elsewhere := array(
    select distinct v.round_id from unnest(under) as u (id) cross join lateral (
      select o.round_id from round_village o
       where o.village_id = u.id and (not by_end or o.left_on is null) and (seen or nb_holds(o.village_id)) offset 0) v
     where v.round_id <> all (found));
  return found || array(
    select r.id from round r
     where r.id = any (elsewhere) and r.area_id not in (select unnest(under))
       and case when by_end then r.state not in ('completed', 'cancelled') else of_state is null or r.state = of_state end
     order by case when by_end then r.window_until end, case when not by_end then r.window_from end desc, r.id limit most);
end
$function$;
CREATE OR REPLACE FUNCTION public.household_search(words text, place uuid, at_most integer)
 RETURNS TABLE(household_id uuid, village_id uuid, head_name text, number text, address text, ended_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_sort TO 'off'
AS $function$
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
      select k.household_id from (
        select h.household_id, h.village_id from household h
         where fold(h.head_name) ~>=~ fold(words) and fold(h.head_name) ~<~ (fold(words) || chr(1114111))
         order by fold(h.head_name) using ~<~ limit looked) k
       where exists (select from area_reach r where r.area_id = k.village_id and r.over_id = any (areas))
         and (place is null or exists (select from area_reach r where r.area_id = k.village_id and r.over_id = place)) limit most);
    if cardinality(found) < wanted then
      found := found || array(
        select k.household_id from (
          select h.household_id, h.village_id from household h
           where fold(given_name(h.head_name)) ~>=~ fold(words) and fold(given_name(h.head_name)) ~<~ (fold(words) || chr(1114111))
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
$function$;CREATE OR REPLACE FUNCTION public.figure_places(of_area uuid, on_day date, units date, today date)
 RETURNS TABLE(id uuid, part_id uuid, told boolean, households integer, poor integer, near_poor integer, average integer, not_poor integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
      select k.*, w.standing_hash = k.villages as whole from register_sum k join area_within w on w.over_id = k.area_id and w.standing is not null
       where k.valid_from <= on_day and (k.valid_until is null or on_day < k.valid_until)),
    asked as materialized (
      select c.area_id, p.part, coalesce(k.whole, false) and c.area_id <> all (behind) and c.area_id <> all (moved) as told,
             k.households, k.poor, k.near_poor, k.average, k.not_poor
        from commune c join part p on p.up = c.up left join sums k on k.area_id = c.area_id)
    select a.area_id, a.part, true, a.households, a.poor, a.near_poor, a.average, a.not_poor from asked a where a.told
    union all
    select v.area_id, a.part, false, null, null, null, null, null
      from asked a join area_version v on v.parent_id = a.area_id and v.level = 4 and v.valid_from <= units and (v.valid_until is null or units < v.valid_until)
     where not a.told;
end
$function$;