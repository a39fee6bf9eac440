-- An official is found by the personal number too; a record that is handed over names who asked and who settled it, wherever they work.
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
                          and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until)))
    select o.id, o.full_name, o.birth_year, o.unit_id, o.account_id, p.idle, o.sex, o.ethnicity
      from (select h.official_id as id, false as idle from held h union all select i.id, true from idle i) p
      join official o on o.id = p.id
     where words is null or o.search like words or o.personal_number in (btrim(words, '%'), upper(btrim(words, '%')));
end
$function$;

CREATE OR REPLACE FUNCTION public.roster_named(words text, most integer)
 RETURNS TABLE(id uuid, full_name text, birth_year smallint, unit_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  return query
    with named as materialized (select o.* from official o where o.search like words or o.personal_number in (btrim(words, '%'), upper(btrim(words, '%'))))
    select o.id, o.full_name, o.birth_year, o.unit_id from named o
     where exists (select from area_reach r where r.area_id = o.unit_id and r.over_id = any (nb_areas()))
        or exists (select from appointment a join area_reach r on r.area_id = a.area_id
                    where a.official_id = o.id and r.over_id = any (nb_areas()))
     order by coalesce(given_name(o.full_name), '') collate vietnamese, o.full_name collate vietnamese, o.id limit most;
end
$function$;

drop function handovers_at(uuid);
CREATE OR REPLACE FUNCTION public.handovers_at(of_area uuid)
 RETURNS TABLE(id uuid, official_id uuid, full_name text, birth_year smallint, from_id uuid, to_id uuid, because text, asked_by uuid, asked_on date, state text, settled_by uuid, settled_on date, settled_because text, asked_name text, settled_name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select h.id, h.official_id, o.full_name, o.birth_year, h.from_id, h.to_id, h.because, h.asked_by, h.asked_on, h.state, h.settled_by,
           h.settled_on, h.settled_because,
           (select a.full_name from account a where a.id = h.asked_by), (select s.full_name from account s where s.id = h.settled_by)
      from official_handover h join official o on o.id = h.official_id
     where h.from_id in (select r.area_id from area_reach r where r.over_id = of_area)
        or h.to_id in (select r.area_id from area_reach r where r.over_id = of_area);
end
$function$;
comment on function handovers_at is 'room: people';
revoke execute on function handovers_at(uuid) from public;
grant execute on function handovers_at(uuid) to nb_app;
