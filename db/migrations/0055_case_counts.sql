-- Of every round is kept how many of its cases stand where, village by village, with every change of a case: what progress, the
-- page of a round, the count of its list and its figures by class read, instead of the cases. A case says its classes itself.

-- The classes of the survey that stands for the case, by the law that opens the round and the one that closes it; 'open' where more
-- than one is possible. Written by who stores and chooses surveys.
alter table review_case
  add column opens text, add column closes text,
  add constraint review_case_opens_check check (opens in ('poor', 'near_poor', 'average', 'not_poor', 'open')),
  add constraint review_case_closes_check check (closes in ('poor', 'near_poor', 'average', 'not_poor', 'open'));

-- Cases of a round in a village by where their households live, and whether these have ended (`gone`). Classes are of cases that are
-- still asked and surveyed.
create table case_count (
  round_id uuid not null references round,
  village_id uuid not null references area,
  place_id uuid not null references area,
  gone boolean not null,
  listed integer not null default 0,
  assigned integer not null default 0,
  submitted integer not null default 0,
  returned integer not null default 0,
  accepted integer not null default 0,
  ended integer not null default 0,
  opens_poor integer not null default 0,
  opens_near_poor integer not null default 0,
  opens_average integer not null default 0,
  opens_not_poor integer not null default 0,
  opens_open integer not null default 0,
  closes_poor integer not null default 0,
  closes_near_poor integer not null default 0,
  closes_average integer not null default 0,
  closes_not_poor integer not null default 0,
  closes_open integer not null default 0,
  primary key (round_id, village_id, place_id, gone)
);
comment on table case_count is 'family: ledger; room: rounds';
alter table case_count enable row level security;
select nb_guard('case_count', array['village_id']);
grant select on case_count to nb_app;

-- Counted from the cases. `ended`, if one is named, has ended or stands again by what is told here: on a distributed engine the
-- function would not see what the caller's role has just written.
create function case_counted(rounds uuid[], villages uuid[], ended uuid, ended_now boolean) returns setof case_count
  language plpgsql as $$
begin
  return query
  select c.round_id, c.village_id, h.village_id, case when h.household_id = ended then ended_now else h.ended_on is not null end,
         count(*) filter (where c.state = 'listed')::int,
         count(*) filter (where c.state = 'assigned')::int,
         count(*) filter (where c.state = 'submitted')::int,
         count(*) filter (where c.state = 'returned')::int,
         count(*) filter (where c.state = 'accepted')::int,
         count(*) filter (where c.state = 'ended')::int,
         count(*) filter (where c.state <> 'ended' and c.opens = 'poor')::int,
         count(*) filter (where c.state <> 'ended' and c.opens = 'near_poor')::int,
         count(*) filter (where c.state <> 'ended' and c.opens = 'average')::int,
         count(*) filter (where c.state <> 'ended' and c.opens = 'not_poor')::int,
         count(*) filter (where c.state <> 'ended' and c.opens = 'open')::int,
         count(*) filter (where c.state <> 'ended' and c.closes = 'poor')::int,
         count(*) filter (where c.state <> 'ended' and c.closes = 'near_poor')::int,
         count(*) filter (where c.state <> 'ended' and c.closes = 'average')::int,
         count(*) filter (where c.state <> 'ended' and c.closes = 'not_poor')::int,
         count(*) filter (where c.state <> 'ended' and c.closes = 'open')::int
    from review_case c join household h on h.household_id = c.household_id
   where c.round_id = any (rounds) and c.village_id = any (villages) group by 1, 2, 3, 4;
end
$$;
comment on function case_counted is 'room: rounds';

-- Counts these rounds anew in these villages, once whoever else counts there has ended.
create function case_recount(rounds uuid[], villages uuid[], ended uuid default null, ended_now boolean default null) returns void
  language plpgsql as $$
begin
  insert into case_count as k (round_id, village_id, place_id, gone)
    select r, v, v, false from (select distinct unnest(rounds) as r) x cross join (select distinct unnest(villages) as v) y order by 1, 2
    on conflict (round_id, village_id, place_id, gone) do update set gone = k.gone;
  delete from case_count k where k.round_id = any (rounds) and k.village_id = any (villages);
  insert into case_count select * from case_counted(rounds, villages, ended, ended_now);
end
$$;
comment on function case_recount is 'room: rounds';

-- The same after one case has moved on where it is: by the difference, so that a survey costs as much in a village of six hundred
-- cases as in one of six.
create function case_moved(was review_case, is_now review_case) returns void
  language plpgsql as $$
begin
  update case_count k set
    listed = k.listed + (is_now.state = 'listed')::int - (was.state = 'listed')::int,
    assigned = k.assigned + (is_now.state = 'assigned')::int - (was.state = 'assigned')::int,
    submitted = k.submitted + (is_now.state = 'submitted')::int - (was.state = 'submitted')::int,
    returned = k.returned + (is_now.state = 'returned')::int - (was.state = 'returned')::int,
    accepted = k.accepted + (is_now.state = 'accepted')::int - (was.state = 'accepted')::int,
    ended = k.ended + (is_now.state = 'ended')::int - (was.state = 'ended')::int,
    opens_poor = k.opens_poor + (is_now.opens is not distinct from 'poor')::int - (was.opens is not distinct from 'poor')::int,
    opens_near_poor = k.opens_near_poor + (is_now.opens is not distinct from 'near_poor')::int - (was.opens is not distinct from 'near_poor')::int,
    opens_average = k.opens_average + (is_now.opens is not distinct from 'average')::int - (was.opens is not distinct from 'average')::int,
    opens_not_poor = k.opens_not_poor + (is_now.opens is not distinct from 'not_poor')::int - (was.opens is not distinct from 'not_poor')::int,
    opens_open = k.opens_open + (is_now.opens is not distinct from 'open')::int - (was.opens is not distinct from 'open')::int,
    closes_poor = k.closes_poor + (is_now.closes is not distinct from 'poor')::int - (was.closes is not distinct from 'poor')::int,
    closes_near_poor = k.closes_near_poor + (is_now.closes is not distinct from 'near_poor')::int - (was.closes is not distinct from 'near_poor')::int,
    closes_average = k.closes_average + (is_now.closes is not distinct from 'average')::int - (was.closes is not distinct from 'average')::int,
    closes_not_poor = k.closes_not_poor + (is_now.closes is not distinct from 'not_poor')::int - (was.closes is not distinct from 'not_poor')::int,
    closes_open = k.closes_open + (is_now.closes is not distinct from 'open')::int - (was.closes is not distinct from 'open')::int
   from household h
  where h.household_id = is_now.household_id and k.round_id = is_now.round_id and k.village_id = is_now.village_id
    and k.place_id = h.village_id and k.gone = (h.ended_on is not null);
  if not found then perform case_recount(array[is_now.round_id], array[is_now.village_id]); end if;
end
$$;
comment on function case_moved is 'room: rounds';

-- Cases added to the list of a round, of households that live there: how many in each village and state.
create function case_added(of_round uuid, added json) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from json_to_recordset(added) as a (village uuid) where not nb_holds(a.village)) then
    raise exception 'village' using errcode = '42501';
  end if;
  insert into case_count as k (round_id, village_id, place_id, gone, listed, assigned)
    select of_round, a.village, a.village, false, a.listed, a.assigned
      from json_to_recordset(added) as a (village uuid, listed int, assigned int) order by a.village
    on conflict (round_id, village_id, place_id, gone)
    do update set listed = k.listed + excluded.listed, assigned = k.assigned + excluded.assigned;
end
$$;
comment on function case_added is 'room: rounds';

-- Takes a case off the list while nobody was asked to survey it, and writes down why; the village, null where it is not so.
create function case_remove(of_round uuid, of_household uuid, removal uuid, why text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  village uuid;
begin
  delete from review_case c
   where c.round_id = of_round and c.household_id = of_household and c.state = 'listed' and nb_holds(c.village_id)
   returning c.village_id into village;
  if village is null then return null; end if;
  insert into list_removal (household_id, id, round_id, village_id, because, account_id)
    values (of_household, removal, of_round, village, why, nb_account());
  perform case_recount(array[of_round], array[village]);
  return village;
end
$$;
comment on function case_remove is 'room: rounds';
revoke delete on review_case from nb_app;
revoke insert on list_removal from nb_app;

-- A household has ended or stands again: its cases in every round are counted so.
create function case_household_ends(of_household uuid, ended_now boolean) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  rounds uuid[] := array(select c.round_id from review_case c where c.household_id = of_household);
begin
  if not exists (select from household h where h.household_id = of_household and nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  perform case_recount(rounds, array(select c.village_id from review_case c where c.household_id = of_household), of_household, ended_now);
end
$$;
comment on function case_household_ends is 'room: rounds';

-- A round takes in what its villages have become, with whoever surveys there and what holds them to the year.
create function round_take_successors(of_round uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
    select distinct on (a.over_id) v.round_id, a.over_id, v.account_id, v.annual_area, v.annual_from
      from round_village v join area_reach a on a.area_id = v.village_id and a.over_id <> v.village_id
      join area_version w on w.area_id = a.over_id and w.level = 4 and w.valid_from <= today and (w.valid_until is null or today < w.valid_until)
     where v.round_id = of_round and v.left_on is null and nb_holds(v.village_id) and nb_holds(a.over_id)
    on conflict do nothing;
end
$$;
comment on function round_take_successors is 'room: rounds';

-- Takes villages of its commune into a round, or back into it where they had left; an annual one holds them for its year.
create function round_take_in(of_round uuid, villages uuid[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
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
  -- Of a village that is back, those who were handed over are asked again where they stood.
  update review_case c set state = case when c.survey_id is not null then 'submitted' when c.account_id is not null then 'assigned'
                                        else 'listed' end, changed_at = now()
   where c.round_id = of_round and c.village_id = any (villages) and c.state = 'ended' and c.left_because is null
     and exists (select from household h where h.household_id = c.household_id and h.village_id = c.village_id and h.ended_on is null);
  perform case_recount(array[of_round], villages);
end
$$;
comment on function round_take_in is 'room: rounds';
revoke execute on function round_take_in(uuid, uuid[]) from public;
grant execute on function round_take_in(uuid, uuid[]) to nb_app;

-- As before, and counted.
create or replace function case_assign(of_round uuid, enumerator uuid, of_village uuid, households uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  assigned integer;
begin
  update review_case c
     set account_id = enumerator, state = case when c.state = 'listed' then 'assigned' else c.state end, changed_at = now()
   where c.round_id = of_round and c.state in ('listed', 'assigned', 'returned')
     and (of_village is null or c.village_id = of_village)
     and (households is null or c.household_id = any (households))
     and nb_holds(c.village_id)
     and exists (select from household h join area_reach r on r.area_id = h.village_id
                  where h.household_id = c.household_id and h.ended_on is null and r.over_id = any (nb_areas()));
  get diagnostics assigned = row_count;
  if assigned > 0 then
    perform case_recount(array[of_round], array(
      select distinct c.village_id from review_case c
       where c.round_id = of_round and (of_village is null or c.village_id = of_village)
         and (households is null or c.household_id = any (households))));
  end if;
  return assigned;
end
$$;

create or replace function case_end(of_round uuid, but uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  ended integer;
begin
  update review_case c set state = 'ended', left_because = 'household', left_state = c.state, changed_at = now()
   where c.round_id = of_round and c.state <> 'ended'
     and nb_holds(c.village_id)
     and exists (select from household h join area_reach r on r.area_id = h.village_id
                  where h.household_id = c.household_id and h.ended_on is not null and r.over_id = any (nb_areas()))
     and c.household_id <> all (but);
  get diagnostics ended = row_count;
  if ended > 0 then
    perform case_recount(array[of_round], array(select distinct c.village_id from review_case c where c.round_id = of_round));
  end if;
  return ended;
end
$$;

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
  for one in select c.id, c.round_id, c.state, c.account_id, c.village_id, c.left_state, c.handed_from, c.handed_on,
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
    continue when gone is not null or (one.state = 'ended' and (one.left_state is null or one.decision_id is not null));
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
           changed_at = now()
     where c.household_id = of_household and c.id = one.id
       and (c.village_id, c.account_id, c.state) is distinct from (home, keeper, stands);
  end loop;
  perform case_recount(array(select c.round_id from review_case c where c.household_id = of_household),
                       been || array(select c.village_id from review_case c where c.household_id = of_household));
end
$$;

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
  update review_case c set state = 'ended', changed_at = now()
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

-- surveys -----------------------------------------------------------------------------------------------------------

-- What cases say of their classes, drawn anew after surveys that came with their rounds.
create function case_classes_draw(rounds uuid[]) returns void
  language plpgsql as $$
begin
  update review_case c set opens = v.opens, closes = v.closes
    from (select w.household_id, w.survey_id, max(coalesce(w.class, 'open')) filter (where w.purpose = 'opens') as opens,
                 max(coalesce(w.class, 'open')) filter (where w.purpose = 'closes') as closes
            from verdict w where w.round_id = any (rounds) group by 1, 2) v
   where v.household_id = c.household_id and v.survey_id = c.survey_id and (c.opens, c.closes) is distinct from (v.opens, v.closes);
end
$$;
comment on function case_classes_draw is 'room: surveys';

-- Where a case moves on, with it.
create or replace function survey_check(of_household uuid, of_case uuid, of_survey uuid, was text, becomes text, notes json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  before review_case;
  after review_case;
begin
  select * into before from review_case c where c.household_id = of_household and c.id = of_case for update;
  update review_case c set state = becomes, changed_at = now()
   where c.household_id = of_household and c.id = of_case and c.state = was and c.survey_id = of_survey
     and nb_holds(c.village_id)
   returning c.* into after;
  if not found then return false; end if;
  perform case_moved(before, after);
  insert into survey_note (household_id, id, home_id, case_id, survey_id, question, person, note, account_id)
    select h.household_id, n.id, h.village_id, of_case, of_survey, n.question, n.person, n.note, nb_account()
      from json_to_recordset(notes) as n (id uuid, question text, person text, note text)
      join household h on h.household_id = of_household;
  return true;
end
$$;

create or replace function survey_decide(of_household uuid, of_case uuid, standing uuid, later uuid, take boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  before review_case;
  after review_case;
  opens_as text;
  closes_as text;
begin
  select max(coalesce(v.class, 'open')) filter (where v.purpose = 'opens'), max(coalesce(v.class, 'open')) filter (where v.purpose = 'closes')
    into opens_as, closes_as from verdict v where v.household_id = of_household and v.survey_id = later;
  select * into before from review_case c where c.household_id = of_household and c.id = of_case for update;
  update review_case c set survey_id = case when take then later else standing end, changed_at = now(),
         opens = case when take then opens_as else c.opens end, closes = case when take then closes_as else c.closes end
   where c.household_id = of_household and c.id = of_case and c.survey_id = standing and c.state = 'submitted'
     and nb_holds(c.village_id)
     and exists (select from survey s where s.household_id = of_household and s.id = later and s.round_id = c.round_id
                    and s.beside is not null and s.taken is null)
   returning c.* into after;
  if not found then return false; end if;
  perform case_moved(before, after);
  update survey s set taken = take where s.household_id = of_household and s.id = later and s.taken is null;
  if not found then return false; end if;
  if take then
    update survey s set beside = later, taken = false where s.household_id = of_household and s.id = standing;
  end if;
  return true;
end
$$;

create or replace function survey_store(account uuid, told jsonb, facts jsonb, verdicts json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  of_household uuid := (told ->> 'household')::uuid;
  of_village uuid := (told ->> 'village')::uuid;
  of_round uuid := (told ->> 'round')::uuid;
  of_survey uuid := (told ->> 'survey')::uuid;
  of_beside uuid := (told ->> 'beside')::uuid;
  -- The same answers once more leave nothing to decide.
  alike boolean := exists (select from survey s where s.household_id = of_household and s.id = of_beside
                              and s.facts = survey_store.facts);
  before review_case;
  after review_case;
  opens_as text;
  closes_as text;
begin
  if not exists (select from area_reach r where r.area_id = of_village and r.over_id = any (nb_areas())) then
    raise exception 'village' using errcode = '42501';
  end if;
  if not household_stands(of_household) then raise exception 'household' using errcode = 'NB004'; end if;
  if of_beside is not null and (select count(*) >= 5 from survey s where s.household_id = of_household
                                   and s.round_id = of_round and s.beside is not null and s.taken is null) then
    raise exception 'beside' using errcode = 'NB005';
  end if;
  insert into survey (household_id, id, round_id, village_id, account_id, form_hash, facts, surveyed_on, members, income,
                      beside, taken)
    values (of_household, of_survey, of_round, of_village, account, told ->> 'form', facts,
            (told ->> 'surveyed_on')::date, (told ->> 'members')::smallint, (told ->> 'income')::bigint,
            of_beside, case when alike then false end)
    on conflict (household_id, id) do nothing;
  if not found then raise exception 'survey' using errcode = 'NB003'; end if;
  insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, standard_hash, points_hash,
                       class, possible, b1, b2, lacking, undecidable, reasons)
    select of_household, v.id, of_survey, of_round, of_village, v.purpose, v.standard_id, v.standard_hash, v.points_hash,
           v.class, v.possible, v.b1, v.b2, v.lacking, v.undecidable, v.reasons
      from json_to_recordset(verdicts) as v (id uuid, purpose text, standard_id text, standard_hash text,
           points_hash text, class text, possible text[], b1 numeric, b2 integer, lacking text[], undecidable text,
           reasons json);
  select max(coalesce(v.class, 'open')) filter (where v.purpose = 'opens'), max(coalesce(v.class, 'open')) filter (where v.purpose = 'closes')
    into opens_as, closes_as from json_to_recordset(verdicts) as v (purpose text, class text);
  select * into before from review_case c where c.household_id = of_household and c.id = (told ->> 'case')::uuid for update;
  update review_case c set state = case when alike then c.state else told ->> 'state' end,
                           survey_id = coalesce(of_beside, of_survey), changed_at = now(),
                           opens = case when of_beside is null then opens_as else c.opens end,
                           closes = case when of_beside is null then closes_as else c.closes end
   where c.household_id = of_household and c.id = (told ->> 'case')::uuid
     and (c.state = told ->> 'was' or of_beside is not null and c.state in ('submitted', 'accepted'))
     and c.survey_id is not distinct from (told ->> 'was_survey')::uuid
     and c.account_id is not distinct from (told ->> 'was_account')::uuid
     and c.village_id = of_village and c.round_id = of_round
   returning c.* into after;
  if not found then raise exception 'case' using errcode = 'NB002'; end if;
  perform case_moved(before, after);
end
$$;

-- readings ----------------------------------------------------------------------------------------------------------

-- How the cases of rounds stand in each village that the actor reaches: a household that has ended stands at its end while its round
-- is not decided, and is told to who reaches where it lived. `told`: whose households may be told to the actor.
drop function case_counts;
create function case_counts(rounds uuid[])
  returns table (round_id uuid, village_id uuid, told boolean, listed int, assigned int, submitted int, returned int, accepted int, ended int)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
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
      from kept k where k.told or not k.gone group by 1, 2, 3;
end
$$;
comment on function case_counts is 'room: rounds';

-- The cases of a round that are still asked and surveyed, by village and class; of those that may be told to the actor.
create function case_classes(of_round uuid)
  returns table (village_id uuid, purpose text, class text, n int)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  areas uuid[] := nb_areas();
  whole boolean := exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null);
begin
  return query
    with under as materialized (
      select u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas) and not whole)
    select k.village_id, v.purpose, v.class, sum(v.n)::int
      from case_count k join round r on r.id = k.round_id
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
     where k.round_id = of_round and v.n > 0 and case_state('', case when k.gone then 'epoch'::date end, r.state) <> 'ended'
       and (whole or k.village_id in (select u.id from under u) and k.place_id in (select u.id from under u))
     group by 1, 2, 3;
end
$$;
comment on function case_classes is 'room: rounds';

-- As before, from what is kept.
create or replace function round_tally(of_round uuid)
  returns table (state text, here boolean, seen boolean, n int)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  of_state text := (select r.state from round r where r.id = of_round);
  units uuid[] := round_units(of_round);
  areas uuid[] := nb_areas();
  whole boolean := exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null);
begin
  if not round_seen(of_round) then return; end if;
  return query
    with under as materialized (
      select u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas) and not whole)
    select case_state(v.state, case when k.gone then 'epoch'::date end, of_state) as now, k.place_id = any (units),
           whole or k.village_id in (select u.id from under u) and k.place_id in (select u.id from under u), sum(v.n)::int
      from case_count k
      cross join lateral (values ('listed', k.listed), ('assigned', k.assigned), ('submitted', k.submitted), ('returned', k.returned), ('accepted', k.accepted)) as v (state, n)
     where k.round_id = of_round and v.n > 0 and case_state(v.state, case when k.gone then 'epoch'::date end, of_state) <> 'ended'
     group by 1, 2, 3;
end
$$;
drop function round_apart;

-- As before: of the whole nation every round is one, and others are looked for by their villages, not among those of the nation.
create or replace function rounds_under(overs uuid[], of_state text, by_end boolean, most int) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
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
                      select o.round_id from round_village o where o.village_id = a.area_id offset 0) v
                     where a.over_id = any (overs) and (seen or nb_holds(a.area_id)))
       and not exists (select from area_reach a where a.area_id = r.area_id and a.over_id = any (overs))
       and case when by_end then r.state not in ('completed', 'cancelled') else of_state is null or r.state = of_state end
     order by case when by_end then r.window_until end, case when not by_end then r.window_from end desc, r.id limit most);
end
$$;

-- people ------------------------------------------------------------------------------------------------------------

-- As before; who holds the nation is not asked grant by grant, and what touches the nation is every grant.
create or replace function grants_touching(place uuid)
  returns table (id uuid, account_id uuid, login text, name text, role text, authority text, area_id uuid, valid_from date, valid_until date,
                 given_by text, given_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  areas uuid[] := nb_areas();
  whole boolean := exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null);
  everywhere boolean := exists (select from area_within w where w.over_id = place and w.area_ids is null);
begin
  return query
    with touching as materialized (
      select g.* from access_grant g
       where (everywhere or g.area_id in (select r.area_id from area_reach r where r.over_id = place
                                          union select r.over_id from area_reach r where r.area_id = place))
         and (whole or g.account_id = nb_account()
              or exists (select from area_reach r where r.area_id = g.area_id and r.over_id = any (areas)))),
    givers as materialized (
      select a.id, a.full_name from account a
       where a.id in (select t.given_by from touching t)
         and (a.id = nb_account() or a.created_by = nb_account() or a.id = nb_system() or account_touches(a.id)))
    select t.id, t.account_id, a.login, a.full_name, t.role, t.authority, t.area_id, t.valid_from, t.valid_until, v.full_name, t.given_at
      from touching t join account a on a.id = t.account_id left join givers v on v.id = t.given_by;
end
$$;

revoke execute on function case_counted(uuid[], uuid[], uuid, boolean), case_recount(uuid[], uuid[], uuid, boolean),
  case_moved(review_case, review_case), case_added(uuid, json), case_remove(uuid, uuid, uuid, text), case_household_ends(uuid, boolean),
  round_take_successors(uuid, date), case_classes_draw(uuid[]), case_counts(uuid[]), case_classes(uuid) from public;
grant execute on function case_added(uuid, json), case_remove(uuid, uuid, uuid, text), case_household_ends(uuid, boolean),
  round_take_successors(uuid, date), case_counts(uuid[]), case_classes(uuid) to nb_app;

-- What stands in every round now.
select case_classes_draw(array(select id from round));
insert into case_count select k.* from case_counted(
  array(select id from round), array(select distinct village_id from review_case), null, null) k;
