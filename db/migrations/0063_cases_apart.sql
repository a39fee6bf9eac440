-- Every case of a round is counted as far as its village is reached, and told apart from those whose households the actor
-- reaches: also that of a household which went elsewhere and ended there. So the parts of a round are its whole for everybody.
create or replace function case_counts(rounds uuid[])
 returns table(round_id uuid, village_id uuid, told boolean, listed int, assigned int, submitted int, returned int, accepted int, ended int)
 language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
  areas uuid[] := nb_areas();
  whole boolean := exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null);
begin
  return query
    with under as materialized (
      select u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas) and not whole),
    kept as (
      select k.*, whole or k.place_id in (select u.id from under u) as told,
             case_state('', case when k.gone then 'epoch'::date end, r.state) = 'ended' as over
        from case_count k join round r on r.id = k.round_id
       where k.round_id = any (rounds) and (whole or k.village_id in (select u.id from under u)))
    select k.round_id, k.village_id, k.told,
           sum(case when k.over then 0 else k.listed end)::int,
           sum(case when k.over then 0 else k.assigned end)::int,
           sum(case when k.over then 0 else k.submitted end)::int,
           sum(case when k.over then 0 else k.returned end)::int,
           sum(case when k.over then 0 else k.accepted end)::int,
           sum(case when k.over then k.listed + k.assigned + k.submitted + k.returned + k.accepted else 0 end + k.ended)::int
      from kept k group by 1, 2, 3;
end
$$;
