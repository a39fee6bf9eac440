-- Words that many hold were sought in a commune by the words' index, which names the households of the whole nation; where few
-- live, these are read themselves.
create or replace function households_picked(villages uuid[], on_day date, of_class text, sought text, most integer) returns uuid[]
 language plpgsql
 stable security definer
 set search_path = public, pg_temp
 set plan_cache_mode = force_custom_plan
as $$
declare
  reached uuid[] := villages_reached(villages);
begin
  if sought is not null and (select sum(k.households) from register_count k where k.area_id = any (reached) and k.valid_until is null) <= 10000 then
    -- Words put together are in no index.
    return array(select h.household_id from household h where h.village_id = any (reached) and h.search || '' like sought limit most);
  elsif sought is not null then
    return array(select h.household_id from household h where h.village_id = any (reached) and h.search like sought limit most);
  elsif of_class <> 'none' then
    return array(select c.household_id from household_class c
                  where c.home_id = any (reached) and c.class = of_class
                    and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until) limit most);
  end if;
  return null;
end
$$;
