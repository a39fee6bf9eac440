-- What a round counts is of the round, whoever lives where by now; and who left it may be taken back into its list.

-- As before; and who holds the commune of a round counts all of it. `told`: those whose households may be told to the actor.
create or replace function case_counts(rounds uuid[])
  returns table (round_id uuid, village_id uuid, told boolean, listed integer, assigned integer, submitted integer, returned integer, accepted integer, ended integer)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  areas uuid[] := nb_areas();
  whole boolean := exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null);
begin
  return query
    with under as materialized (
      select u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas) and not whole),
    asked as materialized (
      select r.id, r.state, whole or exists (select from area_reach a where a.area_id = r.area_id and a.over_id = any (areas)) as held
        from round r where r.id = any (rounds)),
    kept as (
      select k.*, whole or k.village_id in (select u.id from under u) and k.place_id in (select u.id from under u) as told,
             case_state('', case when k.gone then 'epoch'::date end, r.state) = 'ended' as over
        from case_count k join asked r on r.id = k.round_id
       where k.round_id = any (rounds) and (r.held or k.village_id in (select u.id from under u)))
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

-- The same of those still asked and surveyed, by class.
drop function case_classes(uuid);
create function case_classes(of_round uuid)
  returns table (village_id uuid, told boolean, purpose text, class text, n integer)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  areas uuid[] := nb_areas();
  whole boolean := exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null);
  held boolean := exists (select from round r join area_reach a on a.area_id = r.area_id where r.id = of_round and a.over_id = any (areas));
begin
  return query
    with under as materialized (
      select u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas) and not whole),
    kept as (
      select k.*, whole or k.village_id in (select u.id from under u) and k.place_id in (select u.id from under u) as told
        from case_count k join round r on r.id = k.round_id
       where k.round_id = of_round and case_state('', case when k.gone then 'epoch'::date end, r.state) <> 'ended'
         and (whole or held or k.village_id in (select u.id from under u)))
    select k.village_id, k.told, v.purpose, v.class, sum(v.n)::int
      from kept k
      cross join lateral (values
        ('opens', 'poor', k.opens_poor),
        ('opens', 'near_poor', k.opens_near_poor),
        ('opens', 'average', k.opens_average),
        ('opens', 'not_poor', k.opens_not_poor),
        ('opens', 'open', k.opens_open),
        ('closes', 'poor', k.closes_poor),
        ('closes', 'near_poor', k.closes_near_poor),
        ('closes', 'average', k.closes_average),
        ('closes', 'not_poor', k.closes_not_poor),
        ('closes', 'open', k.closes_open)) as v (purpose, class, n)
     where v.n > 0
     group by 1, 2, 3, 4;
end
$$;
comment on function case_classes is 'room: rounds';

-- Where units stand that the actor does not reach: a village of the round's commune by its name, of another by the commune's.
create function round_places(of_round uuid, units uuid[], today date) returns table (unit_id uuid, commune_id uuid, name text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  own uuid[] := round_units(of_round);
begin
  return query
    select u.id, w.area_id,
           case when u.id = any (own) then (select v.name from area_version v where v.area_id = u.id order by v.valid_from desc limit 1)
                else coalesce(w.name, '') end
      from (select distinct unnest(units) as id) u
      left join lateral (
        select v.area_id, v.name from area_reach r join area_version v on v.area_id = r.over_id and v.level = 3
         where r.area_id = u.id and v.valid_from <= today and (v.valid_until is null or today < v.valid_until)
         order by v.area_id limit 1) w on true;
end
$$;
comment on function round_places is 'room: rounds';

-- The villages of a round: all to who holds its commune, else those that the actor holds. `place`: of one that he does not
-- hold, where it stands today.
create function round_villages(of_round uuid, today date) returns table (village_id uuid, account_id uuid, left_on date, place text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  mine boolean := exists (select from round x where x.id = of_round and nb_holds(x.area_id));
begin
  return query
    with all_of as materialized (
      select o.village_id, o.account_id, o.left_on, nb_holds(o.village_id) as held from round_village o where o.round_id = of_round),
    away as materialized (
      select p.unit_id, p.name from round_places(of_round, array(select v.village_id from all_of v where not v.held and mine), today) p)
    select v.village_id, v.account_id, v.left_on, w.name
      from all_of v left join away w on w.unit_id = v.village_id
     where mine or v.held;
end
$$;
comment on function round_villages is 'room: rounds';

-- Where the households of a round live today that it counts and that the actor is not told, by village of the round.
create function round_unseen(of_round uuid, today date) returns table (village_id uuid, place text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  mine boolean := exists (select from round x where x.id = of_round and nb_holds(x.area_id));
begin
  return query
    with untold as materialized (
      select distinct k.village_id, k.place_id from case_count k
       where k.round_id = of_round and (mine or nb_holds(k.village_id)) and not (nb_holds(k.village_id) and nb_holds(k.place_id)))
    select distinct u.village_id, p.name
      from untold u join round_places(of_round, array(select t.place_id from untold t), today) p on p.unit_id = u.place_id
     order by 2, 1;
end
$$;
comment on function round_unseen is 'room: rounds';

-- What of a round another commune has today: its villages by name, and how many households that are still asked.
create function round_apart(of_round uuid, today date) returns table (commune_id uuid, commune text, villages text[], households integer)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  own uuid[] := round_units(of_round);
  of_state text := (select r.state from round r where r.id = of_round);
begin
  if not round_seen(of_round) then return; end if;
  return query
    with away as materialized (
      select k.place_id as id, null::uuid as village, k.listed + k.assigned + k.submitted + k.returned + k.accepted as n
        from case_count k
       where k.round_id = of_round and k.place_id <> all (own) and case_state('', case when k.gone then 'epoch'::date end, of_state) <> 'ended'
      union all
      select o.village_id, o.village_id, 0 from round_village o
       where o.round_id = of_round and o.left_on is null and o.village_id <> all (own))
    select p.commune_id, p.name,
           array(select v.name from away b join area_version v on v.area_id = b.village and v.valid_from <= today and (v.valid_until is null or today < v.valid_until)
                   join round_places(of_round, array(select x.id from away x), today) q on q.unit_id = b.id
                  where q.commune_id is not distinct from p.commune_id order by v.name),
           sum(a.n)::int
      from away a join round_places(of_round, array(select x.id from away x), today) p on p.unit_id = a.id
     group by 1, 2 order by 2;
end
$$;
comment on function round_apart is 'room: rounds';

-- Back into the list --------------------------------------------------------------------------------------------------

-- The villages that a round asks in: those it has, and those handed over that hang under its commune again, unless another
-- round of the year has them.
create function round_asks_in(of_round uuid) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  own uuid[] := round_units(of_round);
begin
  return array(
    select o.village_id from round_village o join round r on r.id = o.round_id
     where o.round_id = of_round
       and (o.left_on is null
            or o.village_id = any (own)
               and exists (select from area_version w where w.area_id = o.village_id and w.valid_until is null)
               and not (r.kind = 'annual' and exists (
                     select from round_village p where p.village_id = o.village_id and p.annual_from = r.classes_hold_from))));
end
$$;
comment on function round_asks_in is 'room: rounds';

-- Who left a round, stands, and lives in a village that it asks in today, of the villages that the actor holds.
create function cases_left(of_round uuid) returns table (household_id uuid, village_id uuid, because text, since date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
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
       and c.village_id in (select k.village_id from case_count k where k.round_id = of_round and k.ended > 0)
       and h.ended_on is null and h.village_id = any (asked) and nb_holds(h.village_id);
end
$$;
comment on function cases_left is 'room: rounds';

-- Their cases stand again where they stood, in the village where they live, with whoever surveys there.
create function case_take_back(of_round uuid, households uuid[], today date)
  returns table (household_id uuid, case_id uuid, because text, since date)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  were uuid[];
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  were := array(select distinct c.village_id from review_case c where c.round_id = of_round and c.household_id = any (households));
  return query
    with back as materialized (
      select l.*, c.account_id as had, coalesce(c.left_state, case when c.survey_id is null then 'listed' else 'submitted' end) as stood,
             v.account_id as usual,
             exists (select from access_grant g join area_reach a on a.over_id = g.area_id
                      where g.account_id = c.account_id and g.role = 'enumerator' and a.area_id = l.village_id
                        and g.valid_from <= today and (g.valid_until is null or today < g.valid_until)) as may
        from cases_left(of_round) l
        join review_case c on c.household_id = l.household_id and c.round_id = of_round
        join round_village v on v.round_id = of_round and v.village_id = l.village_id and v.left_on is null
       where l.household_id = any (households)),
    given as (
      select b.*, case when b.may or b.stood in ('submitted', 'accepted') then b.had else b.usual end as keeper from back b)
    update review_case c
       set village_id = g.village_id, account_id = g.keeper,
           state = case when g.stood not in ('listed', 'assigned') then g.stood when g.keeper is null then 'listed' else 'assigned' end,
           left_because = null, left_state = null, left_on = null,
           handed_from = case when g.had is not distinct from g.keeper then c.handed_from when g.keeper = c.handed_from then null
                              else coalesce(g.had, c.handed_from) end,
           handed_on = case when g.had is not distinct from g.keeper then c.handed_on when g.keeper = c.handed_from then null
                            when coalesce(g.had, c.handed_from) is null then null else today end,
           had_by = case when c.account_id is null or (g.keeper is not distinct from c.account_id and g.village_id = c.village_id) then c.had_by
                         else c.had_by || c.account_id end,
           had_in = case when c.account_id is null or (g.keeper is not distinct from c.account_id and g.village_id = c.village_id) then c.had_in
                         else c.had_in || c.village_id end,
           changed_at = now()
      from given g
     where c.household_id = g.household_id and c.round_id = of_round and c.state = 'ended'
     returning c.household_id, c.id, g.because, g.since;
  perform case_recount(array[of_round], were || array(
    select distinct c.village_id from review_case c where c.round_id = of_round and c.household_id = any (households)));
end
$$;
comment on function case_take_back is 'room: rounds';

-- New cases of a round, written by who takes others back: a change writes cases under one role. One that is there stays as it is.
create function case_add(of_round uuid, cases json) returns table (id uuid, village_id uuid, state text)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id))
     or exists (select from (select distinct village from json_to_recordset(cases) as c (village uuid)) v where not nb_holds(v.village)) then
    raise exception 'village' using errcode = '42501';
  end if;
  return query
    insert into review_case (household_id, id, round_id, village_id, reason, account_id, state, class_before)
      select c.household, c.id, of_round, c.village, c.reason, c.account, case when c.account is null then 'listed' else 'assigned' end, c.class
        from json_to_recordset(cases) as c (household uuid, id uuid, village uuid, reason text, account uuid, class text)
      on conflict (household_id, round_id) do nothing
      returning id, village_id, state;
end
$$;
comment on function case_add is 'room: rounds';
revoke execute on function case_add(uuid, json) from public;
grant execute on function case_add(uuid, json) to nb_app;

-- As before; and those that were handed over and are back.
create or replace function round_take_successors(of_round uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
    select distinct on (a.over_id) v.round_id, a.over_id, v.account_id, v.annual_area, v.annual_from
      from round_village v join area_reach a on a.area_id = v.village_id and a.over_id <> v.village_id
      join area_version w on w.area_id = a.over_id and w.level = 4 and w.valid_from <= today and (w.valid_until is null or today < w.valid_until)
     where v.round_id = of_round and v.left_on is null and nb_holds(v.village_id) and nb_holds(a.over_id)
    on conflict do nothing;
  update round_village o
     set left_on = null, annual_area = case when r.kind = 'annual' then r.area_id end,
         annual_from = case when r.kind = 'annual' then r.classes_hold_from end
    from round r
   where r.id = of_round and o.round_id = of_round and o.left_on is not null
     and o.village_id = any (round_asks_in(of_round)) and nb_holds(o.village_id);
end
$$;

-- As before; who was handed over comes back with `case_take_back`.
create or replace function round_take_in(of_round uuid, villages uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  units uuid[] := round_units(of_round);
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id)) or not villages <@ units then
    raise exception 'round' using errcode = '42501';
  end if;
  insert into round_village (round_id, village_id, annual_area, annual_from)
    select r.id, v.id, case when r.kind = 'annual' then r.area_id end, case when r.kind = 'annual' then r.classes_hold_from end
      from round r, unnest(villages) as v (id) where r.id = of_round order by v.id
    on conflict (round_id, village_id) do update
      set left_on = null, annual_area = excluded.annual_area, annual_from = excluded.annual_from;
end
$$;

-- As before; and the day is kept on which they left.
create or replace function round_hand_over(of_round uuid, why text, today date, gone json) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
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
  update review_case c set state = 'ended', left_on = today, changed_at = now()
    from json_to_recordset(gone) as g (household uuid)
   where c.household_id = g.household and c.round_id = of_round;
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

-- As before; an open round that has handed over what the actor holds of it is none of his.
create or replace function rounds_under(overs uuid[], of_state text, by_end boolean, most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $$
declare
  seen boolean := not exists (select from unnest(overs) o where not exists (
                    select from area_reach r where r.area_id = o and r.over_id = any (nb_areas())));
  everywhere boolean := exists (select from area_within w where w.over_id = any (overs) and w.area_ids is null);
  found uuid[];
begin
  found := array(
    select r.id from round r
     where (everywhere or r.area_id in (select a.area_id from area_reach a where a.over_id = any (overs)))
       and case when by_end then r.state not in ('completed', 'cancelled') else of_state is null or r.state = of_state end
       and (seen or round_seen(r.id))
     order by case when by_end then r.window_until end, case when not by_end then r.window_from end desc, r.id limit most);
  if everywhere then return found; end if;
  return found || array(
    select r.id from round r
     where r.id in (select v.round_id from area_reach a cross join lateral (
                      select o.round_id from round_village o where o.village_id = a.area_id and (not by_end or o.left_on is null) offset 0) v
                     where a.over_id = any (overs) and (seen or nb_holds(a.area_id)))
       and not exists (select from area_reach a where a.area_id = r.area_id and a.over_id = any (overs))
       and case when by_end then r.state not in ('completed', 'cancelled') else of_state is null or r.state = of_state end
     order by case when by_end then r.window_until end, case when not by_end then r.window_from end desc, r.id limit most);
end
$$;

-- Since when a household lives where it moved to, of those that the actor was to survey.
create function cases_moved_on() returns table (case_id uuid, day date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select c.id, x.valid_from from review_case c join household_residence x on x.household_id = c.household_id and x.valid_until is null
     where c.handed_from = nb_account() or c.account_id = nb_account() and c.left_because = 'moved';
end
$$;
comment on function cases_moved_on is 'room: rounds';

revoke execute on function case_classes(uuid), round_villages(uuid, date), round_places(uuid, uuid[], date), round_unseen(uuid, date),
  round_apart(uuid, date), round_asks_in(uuid), cases_left(uuid), case_take_back(uuid, uuid[], date), cases_moved_on() from public;
grant execute on function case_classes(uuid), round_villages(uuid, date), round_unseen(uuid, date), round_apart(uuid, date),
  round_asks_in(uuid), cases_left(uuid), case_take_back(uuid, uuid[], date), cases_moved_on() to nb_app;
