-- A search folds its words once and not for every household, finds nothing for words that fold to nothing, and puts in
-- order no more than two thousand finds: with one letter all over a province, ordering them cost seconds. The finds are
-- planned as a list of their own, so that the limit does not lead the planner away from the index.
create or replace function household_search(words text, place uuid, at_most integer)
returns table (household_id uuid, village_id uuid, head_name text, number text, address text, ended_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  with sought as (
    select replace(replace(replace(fold(words), '\', '\\'), '%', '\%'), '_', '\_') as text),
  held as materialized (
    select h.household_id, h.village_id, h.head_name, h.number, h.address, h.ended_on
      from household h
     where (select text from sought) <> ''
       and h.search like '%' || (select text from sought) || '%'
       and exists (select from area_reach r where r.area_id = h.village_id and r.over_id = any ((select nb_areas())::uuid[]))
       and (place is null or exists (select from area_reach r where r.area_id = h.village_id and r.over_id = place))),
  found as (select * from held limit 2000)
  select f.household_id, f.village_id, f.head_name, f.number, f.address, f.ended_on
    from found f
   order by (fold(f.head_name) like (select text from sought) || '%') desc, fold(f.head_name), f.household_id
   limit least(at_most, 200)
$$;
