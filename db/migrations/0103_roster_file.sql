-- A list of officials from a file finds who stands in the roster already: asked once for many, not row by row. Of a record
-- that is not kept under the area it says only that the number is in use; who works for the programme is no secret.
create function roster_match(of_area uuid, numbers text[], ids text[], names text[], years integer[], units uuid[])
  returns table (at integer, how text, official_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with asked as materialized (
      select * from unnest(numbers, ids, names, years, units) with ordinality as n (number, id, name, year, unit, place)),
    kept as materialized (select r.area_id from area_reach r where r.over_id = of_area)
    select n.place::int, f.how, case when f.unit_id in (select k.area_id from kept k) then f.id end
      from asked n
      cross join lateral (
        select 'number' as how, o.id, o.unit_id from official o where o.personal_number = n.number
        union all
        select 'id', o.id, o.unit_id from official o where o.citizen_id_index = n.id
        union all
        select case when o.unit_id = n.unit and lower(o.full_name) = lower(n.name) then 'name' else 'alike' end, o.id, o.unit_id
          from official o
         where o.search = fold(n.name) and o.birth_year = n.year and o.unit_id in (select k.area_id from kept k)) f
     order by n.place, f.id;
end
$$;
comment on function roster_match is 'room: people';
revoke execute on function roster_match(uuid, text[], text[], text[], integer[], uuid[]) from public;
grant execute on function roster_match(uuid, text[], text[], text[], integer[], uuid[]) to nb_app;
