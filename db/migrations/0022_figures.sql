-- Figures of an area are counted where households lived on the day, so a household that has moved to another commune since
-- still counts where it lived. Row security would hide it there, and would ask for every row of a province: the area that
-- is asked for is checked instead, once. Answers counts by the unit next below, with the class (null: the register).
create function figures_of(of_area uuid, on_day date, units date)
  returns table (part_id uuid, class text, households bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with places as (
      select p.area_id as village_id,
             coalesce(nullif(split_part(substr(p.path, length(base.path) + 2), '/', 1), ''), p.area_id::text)::uuid as part
        from area_path base
        join area_path p on p.path = base.path or (p.path ~>=~ (base.path || '/') and p.path ~<~ (base.path || '0'))
       where base.area_id = of_area
         and base.valid_from <= units and (base.valid_until is null or units < base.valid_until)
         and p.valid_from <= units and (p.valid_until is null or units < p.valid_until)),
    living as materialized (
      select places.part, h.household_id
        from household_residence r
        join places on places.village_id = r.village_id
        join household h on h.household_id = r.household_id
       where r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until)
         and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on))
    select living.part, null, count(*) from living group by 1
    union all
    select living.part, c.class, count(*)
      from living join household_class c on c.household_id = living.household_id
       and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)
     group by 1, 2;
end
$$;
revoke execute on function figures_of(uuid, date, date) from public;
grant execute on function figures_of(uuid, date, date) to nb_app;
comment on function figures_of is 'room: decisions';
