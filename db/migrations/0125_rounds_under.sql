-- Rounds under an area. Which of them are of other communes' making is read from an index alone, and only those are looked up.
create index round_village_of on round_village (village_id) include (round_id, left_on);

create or replace function rounds_under(overs uuid[], of_state text, by_end boolean, most integer) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
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
     where (everywhere or r.area_id = any (under))
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
    select r.id from unnest(elsewhere) as e (id) cross join lateral (
      select r.id, r.state, r.window_until, r.window_from from round r where r.id = e.id and r.area_id <> all (under) offset 0) r
     where case when by_end then r.state not in ('completed', 'cancelled') else of_state is null or r.state = of_state end
     order by case when by_end then r.window_until end, case when not by_end then r.window_from end desc, r.id limit most);
end
$$;
