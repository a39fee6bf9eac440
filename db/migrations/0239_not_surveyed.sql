-- A household that refuses, or is never met, leaves its round by an act of the commune, with a reason, and is taken back by another.

-- Also `not_surveyed`: the commune recorded that it could not be surveyed.
alter table review_case drop constraint review_case_left_because,
  add constraint review_case_left_because check (left_because in ('moved', 'household', 'handed_over', 'class_given', 'not_surveyed'));
-- Why it could not: { kind, because, number?, day?, by, at }.
alter table review_case add column left_told jsonb,
  add constraint review_case_left_told check ((left_told is not null) = (left_because is not null and left_because = 'not_surveyed'));

-- As before; who could not be surveyed is taken back by that act alone.
create or replace function cases_left(of_round uuid)
 RETURNS TABLE(household_id uuid, village_id uuid, because text, since date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  asked uuid[] := round_asks_in(of_round);
begin
  if not exists (select from case_count k where k.round_id = of_round and k.ended > 0) then return; end if;
  return query
    select c.household_id, h.village_id, coalesce(c.left_because, 'handed_over'),
           coalesce(c.left_on, (select max(m.removed_at)::date from list_removal m where m.household_id = c.household_id and m.round_id = of_round),
                    c.changed_at::date)
      from review_case c join household h on h.household_id = c.household_id
     where c.round_id = of_round and c.state = 'ended'
       and (c.left_because is null or c.left_because not in ('class_given', 'not_surveyed'))
       and c.village_id in (select k.village_id from case_count k where k.round_id = of_round and k.ended > 0)
       and h.ended_on is null and h.village_id = any (asked) and nb_holds(h.village_id);
end
$$;

-- As before; whom nobody could survey keeps the class it had, and is told in the list of its round.
create or replace function cases_unclassed(rounds uuid[])
 RETURNS TABLE(round_id uuid, household_id uuid, case_id uuid, village_id uuid, head_name text, number text, because text, since date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
begin
  return query
    with back as materialized (
      select c.round_id, c.household_id, c.id, h.village_id, h.head_name, h.number, c.left_because,
             coalesce(c.left_on, c.changed_at::date) as left_on
        from review_case c
        join round r on r.id = c.round_id and r.state in ('certificates', 'completed')
        join household h on h.household_id = c.household_id and h.ended_on is null
       where c.round_id = any (rounds) and c.left_state is not null and c.left_because not in ('class_given', 'not_surveyed')
         and c.state = 'ended'
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

-- These households leave the round, each with what is told of it, where its case stands as it was seen and no survey has come;
-- answers how many did.
create function case_not_surveyed(of_round uuid, gone jsonb, today date) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  left_now integer;
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id) and x.decision_id is null) then
    raise exception 'round' using errcode = '42501';
  end if;
  update review_case c set state = 'ended', left_because = 'not_surveyed', left_state = c.state, left_on = today, left_told = g.told,
                           changed_at = now()
    from jsonb_to_recordset(gone) as g (household uuid, was text, survey uuid, told jsonb)
   where c.household_id = g.household and c.round_id = of_round and c.state = g.was and c.state in ('listed', 'assigned', 'returned')
     and c.survey_id is not distinct from g.survey and nb_holds(c.village_id);
  get diagnostics left_now = row_count;
  perform case_recount(array[of_round], array(
    select distinct c.village_id from jsonb_to_recordset(gone) as g (household uuid)
      join review_case c on c.household_id = g.household and c.round_id = of_round));
  return left_now;
end
$$;
comment on function case_not_surveyed is 'room: rounds';
revoke execute on function case_not_surveyed(uuid, jsonb, date) from public;
grant execute on function case_not_surveyed(uuid, jsonb, date) to nb_app;

-- Of these households those that left so stand in the round again as they stood, where they live today: with who had them while
-- he may survey there, else with nobody. A survey that came meanwhile is to be checked. Answers which.
create function case_asked_again(of_round uuid, households uuid[], today date)
 RETURNS TABLE(household_id uuid, case_id uuid, village_id uuid, state text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  were uuid[];
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id) and x.decision_id is null) then
    raise exception 'round' using errcode = '42501';
  end if;
  were := array(select distinct c.village_id from review_case c where c.round_id = of_round and c.household_id = any (households));
  return query
    with back as materialized (
      select c.household_id, h.village_id, c.account_id as had, c.left_state as stood,
             exists (select from access_grant g join area_reach a on a.over_id = g.area_id
                       join account w on w.id = g.account_id and w.disabled_at is null
                      where g.account_id = c.account_id and g.role = 'enumerator' and a.area_id = h.village_id
                        and g.valid_from <= today and (g.valid_until is null or today < g.valid_until)) as may
        from review_case c
        join household h on h.household_id = c.household_id and h.ended_on is null
        join round_village v on v.round_id = of_round and v.village_id = h.village_id and v.left_on is null
       where c.round_id = of_round and c.household_id = any (households) and c.left_because = 'not_surveyed'
         and nb_holds(h.village_id) and nb_holds(c.village_id)),
    given as (
      select b.*, case when b.may or b.stood in ('submitted', 'accepted') then b.had end as keeper from back b)
    update review_case c
       set village_id = g.village_id, account_id = g.keeper,
           state = case when g.stood not in ('listed', 'assigned') then g.stood when g.keeper is null then 'listed' else 'assigned' end,
           left_because = null, left_state = null, left_on = null, left_told = null,
           had_by = case when c.account_id is null or (g.keeper is not distinct from c.account_id and g.village_id = c.village_id) then c.had_by
                         else c.had_by || c.account_id end,
           had_in = case when c.account_id is null or (g.keeper is not distinct from c.account_id and g.village_id = c.village_id) then c.had_in
                         else c.had_in || c.village_id end,
           changed_at = now()
      from given g
     where c.household_id = g.household_id and c.round_id = of_round and c.state = 'ended'
     returning c.household_id, c.id, c.village_id, c.state;
  perform case_recount(array[of_round], were || array(
    select distinct c.village_id from review_case c where c.round_id = of_round and c.household_id = any (households)));
end
$$;
comment on function case_asked_again is 'room: rounds';
revoke execute on function case_asked_again(uuid, uuid[], date) from public;
grant execute on function case_asked_again(uuid, uuid[], date) to nb_app;
