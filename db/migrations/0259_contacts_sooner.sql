-- As account_touches (0258): the places of who asks are unpacked once, and an index answers each of the two questions.

-- room: people
CREATE OR REPLACE FUNCTION commune_contacts(communes uuid[], on_day date)
 RETURNS TABLE(area_id uuid, full_name text, phone text, vi text, en text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  mine uuid[] := nb_areas();
begin
  return query
    select distinct on (a.area_id) a.area_id, o.full_name, o.phone, p.vi, p.en
      from appointment a join official o on o.id = a.official_id join post p on p.id = a.post
     where a.area_id = any (communes) and a.post in ('specialist', 'leader') and o.phone is not null
       and a.valid_from <= on_day and (a.valid_until is null or on_day < a.valid_until)
       and (exists (select from area_reach r where r.over_id = a.area_id and r.area_id = any (mine))
            or exists (select from area_reach r where r.area_id = a.area_id and r.over_id = any (mine)))
       and not exists (select from appointment d where d.official_id = a.official_id and d.ended_because = 'died' and d.valid_until <= on_day)
     order by a.area_id, a.post = 'specialist' desc, array_position(array['own', 'acting', 'deputy'], a.standing), a.valid_from, a.id;
end $function$;
