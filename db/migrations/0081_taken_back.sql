-- Who was handed over comes back as he stood, by who takes him back alone; a household that another decision gives a class from
-- the same day leaves a round before it is decided.

-- Also `handed_over`: another commune had it; `class_given`: another decision gives it a class from the day of the round.
alter table review_case drop constraint review_case_left_because,
  add constraint review_case_left_because check (left_because in ('moved', 'household', 'handed_over', 'class_given'));

-- Of those handed over before, whether they were accepted is not known any more.
update review_case c set left_because = 'handed_over', left_state = case when c.survey_id is null then 'listed' else 'submitted' end
 where c.state = 'ended' and c.left_because is null
   and exists (select from list_removal m where m.household_id = c.household_id and m.round_id = c.round_id);

-- As before; and it is kept where each stood.
create or replace function round_hand_over(of_round uuid, why text, today date, gone json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  units uuid[] := round_units(of_round);
  one record;
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  for one in select g.household from json_to_recordset(gone) as g (household uuid) order by g.household loop
    perform household_stands(one.household);
  end loop;
  if exists (select from json_to_recordset(gone) as g (household uuid) join household h on h.household_id = g.household
              where h.village_id = any (units)) then
    raise exception 'household' using errcode = '42501';
  end if;
  update review_case c set state = 'ended', left_because = 'handed_over', left_state = c.state, left_on = today, changed_at = now()
    from json_to_recordset(gone) as g (household uuid)
   where c.household_id = g.household and c.round_id = of_round and c.state <> 'ended';
  perform case_recount(array[of_round], array(
    select distinct c.village_id from json_to_recordset(gone) as g (household uuid)
      join review_case c on c.household_id = g.household and c.round_id = of_round));
  insert into list_removal (household_id, id, round_id, village_id, because, account_id)
    select c.household_id, g.id, of_round, c.village_id, why, nb_account()
      from json_to_recordset(gone) as g (household uuid, id uuid)
      join review_case c on c.household_id = g.household and c.round_id = of_round;
  update round_village o set left_on = today, annual_area = null, annual_from = null
   where o.round_id = of_round and o.village_id <> all (units) and o.left_on is null;
end
$$;
-- As before; who was handed over, or was given a class by another decision, does not come back by itself.
create or replace function case_follow(of_household uuid, today date, withdrawn uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  home uuid;
  gone date;
  one record;
  before record;
  usual uuid;
  keeper uuid;
  stands text;
  been uuid[] := array(select c.village_id from review_case c where c.household_id = of_household);
begin
  select h.village_id, h.ended_on into home, gone from household h where h.household_id = of_household and nb_holds(h.village_id);
  if home is null then raise exception 'household' using errcode = '42501'; end if;
  for one in select c.id, c.round_id, c.state, c.account_id, c.village_id, c.left_because, c.left_state, c.handed_from, c.handed_on,
                    nullif(r.decision_id, withdrawn) as decision_id
               from review_case c join round r on r.id = c.round_id
              where c.household_id = of_household and r.state not in ('certificates', 'completed', 'cancelled') loop
    select v.village_id, v.account_id, v.annual_area, v.annual_from into before
      from round_village v join area_reach a on a.area_id = v.village_id
     where v.round_id = one.round_id and v.left_on is null and a.over_id = home order by v.village_id = home desc limit 1;
    if before.village_id is null then
      if one.state <> 'ended' and one.decision_id is null and gone is null then
        update review_case c set state = 'ended', left_because = 'moved', left_state = one.state, left_on = today, changed_at = now()
         where c.household_id = of_household and c.id = one.id;
      end if;
      continue;
    end if;
    continue when gone is not null or (one.state = 'ended' and (one.left_because is null or one.left_because not in ('moved', 'household')
                                                                   or one.decision_id is not null));
    if before.village_id <> home then
      insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
        values (one.round_id, home, before.account_id, before.annual_area, before.annual_from) on conflict do nothing;
    end if;
    usual := before.account_id;
    stands := coalesce(one.left_state, one.state);
    keeper := one.account_id;
    if stands in ('listed', 'assigned', 'returned') and not exists (
         select from access_grant g join area_reach a on a.over_id = g.area_id
          where g.account_id = one.account_id and g.role = 'enumerator' and a.area_id = home
            and g.valid_from <= today and (g.valid_until is null or today < g.valid_until)) then
      keeper := usual;
    end if;
    if stands in ('listed', 'assigned') then stands := case when keeper is null then 'listed' else 'assigned' end; end if;
    update review_case c
       set village_id = home, account_id = keeper, state = stands, left_because = null, left_state = null, left_on = null,
           handed_from = case when keeper is not distinct from one.account_id then one.handed_from
                              when keeper = one.handed_from then null else coalesce(one.account_id, one.handed_from) end,
           handed_on = case when keeper is not distinct from one.account_id then one.handed_on
                            when keeper = one.handed_from then null
                            when coalesce(one.account_id, one.handed_from) is null then null else today end,
           had_by = case when one.account_id is not null and (keeper, home) is distinct from (one.account_id, one.village_id)
                         then c.had_by || c.account_id else c.had_by end,
           had_in = case when one.account_id is not null and (keeper, home) is distinct from (one.account_id, one.village_id)
                         then c.had_in || c.village_id else c.had_in end,
           changed_at = now()
     where c.household_id = of_household and c.id = one.id
       and (c.village_id, c.account_id, c.state) is distinct from (home, keeper, stands);
  end loop;
  perform case_recount(array(select c.round_id from review_case c where c.household_id = of_household),
                       been || array(select c.village_id from review_case c where c.household_id = of_household));
end
$$;
-- As before; without those that do not come back by themselves.
create or replace function cases_coming_back(village uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  return (select count(*)::int from households_moved(village) m
            join review_case c on c.household_id = m.household_id
            join round_succession s on s.round_id = c.round_id and s.village_id = village
            join round r on r.id = c.round_id and r.state not in ('certificates', 'completed', 'cancelled')
           where m.untouched and m.lived and (c.state <> 'ended' or c.left_because in ('moved', 'household')));
end
$$;
-- As before; who was given a class by another decision has nothing left to be decided.
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
       and c.left_because is distinct from 'class_given'
       and c.village_id in (select k.village_id from case_count k where k.round_id = of_round and k.ended > 0)
       and h.ended_on is null and h.village_id = any (asked) and nb_holds(h.village_id);
end
$$;
-- As before; the name of a round is told to who holds its commune.
create or replace function rounds_asking(households uuid[], but uuid)
 RETURNS TABLE(household_id uuid, round_id uuid, round_name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
begin
  return query
    select c.household_id, r.id, case when nb_holds(r.area_id) then r.name else '' end
      from review_case c
      join household h on h.household_id = c.household_id
      join round r on r.id = c.round_id
     where c.household_id = any (households) and c.round_id <> but
       and r.state not in ('completed', 'cancelled') and case_state(c.state, h.ended_on, r.state) <> 'ended'
       and nb_holds(h.village_id)
     order by c.household_id, r.id;
end
$$;
-- Of these households those to which another decision gives a class from the day of the round leave it, while none is drafted.
create function case_class_given(of_round uuid, households uuid[], today date) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended integer;
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id) and x.decision_id is null) then
    raise exception 'round' using errcode = '42501';
  end if;
  update review_case c set state = 'ended', left_because = 'class_given', left_state = c.state, left_on = today, changed_at = now()
    from round r join household_class k on k.valid_from = r.classes_hold_from
   where r.id = of_round and c.round_id = r.id and c.household_id = any (households) and c.state <> 'ended'
     and k.household_id = c.household_id and nb_holds(c.village_id);
  get diagnostics ended = row_count;
  perform case_recount(array[of_round], array(
    select distinct c.village_id from review_case c where c.round_id = of_round and c.household_id = any (households)));
  return ended;
end
$$;
comment on function case_class_given is 'room: rounds';
revoke execute on function case_class_given(uuid, uuid[], date) from public;
grant execute on function case_class_given(uuid, uuid[], date) to nb_app;
