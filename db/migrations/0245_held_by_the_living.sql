-- Who has died holds nothing any more, whoever recorded it: no place of a norm is filled by them, nothing is needed of them. The
-- posts that another unit is still to end are found by these two.
create index appointment_died on appointment (official_id, valid_until) where ended_because = 'died';

CREATE OR REPLACE FUNCTION public.roster_held(of_area uuid, of_day date)
 RETURNS TABLE(official_id uuid, post text, area_id uuid)
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
  if was_over is null then
    return query
      select a.official_id, a.post, a.area_id from appointment a
        join area_reach r on r.area_id = a.area_id and r.over_id = of_area
       where a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until)
         and not exists (select from appointment d where d.official_id = a.official_id and d.ended_because = 'died' and d.valid_until <= of_day);
  else
    return query
      select a.official_id, a.post, a.area_id from appointment a
       where a.area_id = any (was_over) and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until)
         and not exists (select from appointment d where d.official_id = a.official_id and d.ended_because = 'died' and d.valid_until <= of_day);
  end if;
end
$function$;

create function roster_of_the_dead(of_area uuid, of_day date)
  returns table (official_id uuid, post text, area_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select distinct a.official_id, a.post, a.area_id
      from appointment d join appointment a on a.official_id = d.official_id
      join area_reach r on r.area_id = a.area_id and r.over_id = of_area
     where d.ended_because = 'died' and d.valid_until <= of_day
       and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until);
end
$$;
comment on function roster_of_the_dead(uuid, date) is 'room: people';
