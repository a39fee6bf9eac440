-- What of an open round another commune has today is told at home in both communes.

/*
 * Those of these rounds of which another commune has something today: how many households still asked live there, how many
 * villages of the round hang there, where that is, and the units over it. All of it to who holds the commune of the round
 * (`held`); to others what they reach. Nobody is named.
 */
create function rounds_apart(rounds uuid[])
 returns table (round_id uuid, held boolean, households integer, villages integer, places uuid[], over uuid[])
 language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return query
    with asked as materialized (
      select r.id, r.state, nb_holds(r.area_id) as held, round_units(r.id) as own from round r
       where r.id = any (rounds) and r.state not in ('certificates', 'completed', 'cancelled')),
    away as materialized (
      select a.id, a.held, k.place_id as place, k.listed + k.assigned + k.submitted + k.returned + k.accepted as n, 0 as v
        from asked a join case_count k on k.round_id = a.id and k.place_id <> all (a.own) and not k.gone
       where a.held or nb_holds(k.place_id) and nb_holds(k.village_id)
      union all
      select a.id, a.held, o.village_id, 0, 1
        from asked a join round_village o on o.round_id = a.id and o.left_on is null and o.village_id <> all (a.own)
       where a.held or nb_holds(o.village_id))
    select w.id, w.held, sum(w.n)::int, sum(w.v)::int, array_agg(distinct w.place),
           array(select distinct u.over_id from area_reach u where u.area_id = any (array_agg(w.place)))
      from away w where w.n + w.v > 0 group by 1, 2;
end
$$;
comment on function rounds_apart is 'room: rounds';
revoke execute on function rounds_apart(uuid[]) from public;
grant execute on function rounds_apart(uuid[]) to nb_app;
