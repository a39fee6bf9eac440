-- Who has died by the day is no more among those who hold no post; whoever seeks them by name or number finds them.
CREATE OR REPLACE FUNCTION public.roster_people(of_area uuid, of_day date, words text)
 RETURNS TABLE(id uuid, full_name text, birth_year smallint, unit_id uuid, account_id uuid, idle boolean, sex text, ethnicity text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
                          and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until))
         and (words is not null or not exists (
                select from appointment d where d.official_id = k.id and d.ended_because = 'died' and d.valid_until <= of_day)))
    select o.id, o.full_name, o.birth_year, o.unit_id, o.account_id, p.idle, o.sex, o.ethnicity
      from (select h.official_id as id, false as idle from held h union all select i.id, true from idle i) p
      join official o on o.id = p.id
     where words is null or o.search like words or o.personal_number in (btrim(words, '%'), upper(btrim(words, '%')));
end
$function$;
