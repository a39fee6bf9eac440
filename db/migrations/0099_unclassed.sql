-- Households that had left a round when it was decided, and stand in its villages again without a class since.

-- Of rounds decided before it was kept why a case left: as it is told.
update review_case c
   set left_because = case when h.ended_on is not null then 'household' else 'handed_over' end,
       left_state = case when c.survey_id is null then 'listed' else 'submitted' end
  from household h, round r
 where c.state = 'ended' and c.left_because is null and h.household_id = c.household_id
   and r.id = c.round_id and r.state in ('certificates', 'completed');

-- Few of a round. Not by `state`, which changes with every survey.
create index review_case_left on review_case (round_id, household_id) where left_state is not null;

-- The rounds of these areas that are decided.
create function rounds_decided(overs uuid[]) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(
    select r.id from round r
     where r.area_id in (select u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (overs))
       and r.state in ('certificates', 'completed') and round_seen(r.id)
     order by r.window_from desc, r.id);
end
$$;
comment on function rounds_decided is 'room: rounds';
revoke execute on function rounds_decided(uuid[]) from public;
grant execute on function rounds_decided(uuid[]) to nb_app;

-- Whose cases had left these rounds when they were decided; who stands in their villages, or what those became, under the
-- commune; to whom no decision has given a class since, wherever it was made; and whom no open round asks.
create function cases_unclassed(rounds uuid[])
  returns table(round_id uuid, household_id uuid, case_id uuid, village_id uuid, head_name text, number text, because text, since date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with back as materialized (
      select c.round_id, c.household_id, c.id, h.village_id, h.head_name, h.number, c.left_because,
             coalesce(c.left_on, c.changed_at::date) as left_on
        from review_case c
        join round r on r.id = c.round_id and r.state in ('certificates', 'completed')
        join household h on h.household_id = c.household_id and h.ended_on is null
       where c.round_id = any (rounds) and c.left_state is not null and c.left_because <> 'class_given' and c.state = 'ended'
         and not exists (select from household_class k where k.household_id = c.household_id
                          and k.valid_from >= greatest(c.left_on, r.window_from))
         and not exists (select from review_case o join round p on p.id = o.round_id
                          where o.household_id = c.household_id and o.state <> 'ended' and p.state not in ('completed', 'cancelled'))),
    own as materialized (select d.id, round_units(d.id) as units from (select distinct b.round_id as id from back b) d)
    select b.round_id, b.household_id, b.id, b.village_id, b.head_name, b.number, b.left_because, b.left_on
      from back b join own on own.id = b.round_id and b.village_id = any (own.units)
     where exists (select from round_village v join area_reach a on a.area_id = v.village_id
                    where v.round_id = b.round_id and a.over_id = b.village_id)
       and nb_holds(b.village_id);
end
$$;
comment on function cases_unclassed is 'room: rounds';
revoke execute on function cases_unclassed(uuid[]) from public;
grant execute on function cases_unclassed(uuid[]) to nb_app;
