-- How far the open rounds of a province are is read for the home page of everybody in it. Its counts came village by
-- village to be added up, and the rounds that take in a village from elsewhere were sought by each place of the province.
create or replace function rounds_under(overs uuid[], of_state text, by_end boolean, most integer) returns uuid[]
 language plpgsql
 stable security definer
 set search_path = public, pg_temp
 set plan_cache_mode = force_custom_plan
as $$
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
     where (everywhere or r.area_id in (select u.id from unnest(under) as u (id)))
       and case when by_end then r.state not in ('completed', 'cancelled') else of_state is null or r.state = of_state end
       and (seen or round_seen(r.id))
     order by case when by_end then r.window_until end, case when not by_end then r.window_from end desc, r.id limit most);
  if everywhere then return found; end if;
  elsewhere := array(
    select distinct v.round_id from unnest(under) as u (id) cross join lateral (
      select o.round_id from round_village o
       where o.village_id = u.id and (not by_end or o.left_on is null) and (seen or nb_holds(o.village_id)) offset 0) v);
  return found || array(
    select r.id from round r
     where r.id in (select e.id from unnest(elsewhere) as e (id)) and r.area_id not in (select u.id from unnest(under) as u (id))
       and case when by_end then r.state not in ('completed', 'cancelled') else of_state is null or r.state = of_state end
     order by case when by_end then r.window_until end, case when not by_end then r.window_from end desc, r.id limit most);
end
$$;

-- A round whole: its cases by state as they stand with people on the day, how many villages are asked, and how many of
-- these have sent less than `due` of what is asked of them and are not done (due: the part asked for by then, a number for each round).
create function round_paces(rounds uuid[], due float8[], by_roles text[], on_day date)
 returns table(round_id uuid, listed integer, assigned integer, submitted integer, returned integer, accepted integer,
               ended integer, villages integer, behind integer)
 language sql
 stable security definer
 set search_path = public, pg_temp
as $$
  with village as (
    select k.round_id, k.village_id, sum(k.listed) as listed, sum(k.assigned) as assigned, sum(k.submitted) as submitted,
           sum(k.returned) as returned, sum(k.accepted) as accepted, sum(k.ended) as ended
      from case_counts(rounds) k group by 1, 2),
  standing as (
    select v.*, least(coalesce(cardinality(s.household_ids), 0), v.assigned) as strayed,
           v.submitted + v.accepted as sent, v.listed + v.assigned + v.returned as unsent
      from village v
      left join cases_strayed(rounds, by_roles, on_day) s on s.round_id = v.round_id and s.village_id = v.village_id)
  select v.round_id, sum(v.listed + v.strayed)::int, sum(v.assigned - v.strayed)::int, sum(v.submitted)::int, sum(v.returned)::int,
         sum(v.accepted)::int, sum(v.ended)::int, count(*) filter (where v.sent + v.unsent > 0)::int,
         count(*) filter (where v.unsent > 0 and v.sent < (v.sent + v.unsent) * d.due)::int
    from standing v
    join unnest(rounds, due) as d (id, due) on d.id = v.round_id
   group by 1
$$;
comment on function round_paces is 'room: rounds';
revoke execute on function round_paces(uuid[], float8[], text[], date) from public;
grant execute on function round_paces(uuid[], float8[], text[], date) to nb_app;
