-- The households of a figure that is read by the units of another day: who lived there on the one, by the map of the other.
create function households_of_units(of_area uuid, on_day date, units date, of_class text)
  returns table (household_id uuid, village_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  base text := (select p.path from area_path p
                 where p.area_id = of_area and p.valid_from <= units and (p.valid_until is null or units < p.valid_until));
  standing uuid[];
  near uuid[];
begin
  if not nb_holds(of_area) then return; end if;
  standing := array(select p.area_id from area_path p
                     where (p.path = base or (p.path ~>=~ (base || '/') and p.path ~<~ (base || '0')))
                       and p.valid_from <= units and (p.valid_until is null or units < p.valid_until));
  -- As `figures_elsewhere` maps them: a village that does not stand on the day of the units counts to what it became or came from.
  near := array(select a.id from area_relatives(units) a where a.stands = any (standing));
  return query
    with relative as materialized (
      select a.id, a.stands, a.main, a.stands = any (standing) as here from area_relatives(units) a where a.id = any (near)),
    lived as materialized (
      select r.household_id, r.village_id from household_residence r
       where r.village_id = any (standing || near) and r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until))
    select l.household_id, l.village_id
      from lived l
      join household h on h.household_id = l.household_id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
      left join household_residence u on u.household_id = l.household_id
            and u.valid_from <= units and (u.valid_until is null or units < u.valid_until)
      left join household_class c on of_class is not null and c.household_id = l.household_id
            and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)
     where (of_class is null or of_class = coalesce(c.class, 'none'))
       and (l.village_id = any (standing)
            or (select f.here from relative f
                 where f.id = l.village_id and (f.main or f.stands = u.village_id)
                 order by f.stands = u.village_id desc nulls last limit 1));
end
$$;
comment on function households_of_units is 'room: households';
revoke execute on function households_of_units(uuid, date, date, text) from public;
grant execute on function households_of_units(uuid, date, date, text) to nb_app;
