-- Cases given to who may no longer survey there: on nobody's phone, and so counted as not assigned.

/*
 * Of these rounds, by village under the actor's areas: how many cases are with an account whose grants with one of the
 * roles no longer reach the village on the day. Whoever was given a case held such a grant: those whose grant has not
 * ended, and whose account works, are not looked at.
 */
create function cases_strayed(rounds uuid[], by_roles text[], on_day date)
 returns table (round_id uuid, village_id uuid, household_ids uuid[])
 language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return query
    with gone as materialized (
      select g.account_id from access_grant g where g.valid_until <= on_day and g.role = any (by_roles)
      union select a.id from account a where a.disabled_at is not null),
    cases as materialized (
      select c.round_id, c.village_id, c.account_id, c.household_id
        from review_case c
        join round r on r.id = c.round_id and r.state not in ('completed', 'cancelled')
        join household h on h.household_id = c.household_id and h.ended_on is null
       where c.round_id = any (rounds) and c.state = 'assigned' and c.account_id in (select g.account_id from gone g)),
    lost as materialized (
      select x.account_id, x.village_id from (select distinct c.account_id, c.village_id from cases c) x
       where nb_holds(x.village_id)
         and not exists (
           select from access_grant g join account a on a.id = g.account_id and a.disabled_at is null
             join area_reach reach on reach.over_id = g.area_id and reach.area_id = x.village_id
            where g.account_id = x.account_id and g.role = any (by_roles)
              and g.valid_from <= on_day and (g.valid_until is null or on_day < g.valid_until)))
    select c.round_id, c.village_id, array_agg(c.household_id)
      from cases c join lost l on l.account_id = c.account_id and l.village_id = c.village_id
     group by 1, 2;
end
$$;
comment on function cases_strayed is 'room: rounds';
revoke execute on function cases_strayed(uuid[], text[], date) from public;
grant execute on function cases_strayed(uuid[], text[], date) to nb_app;
