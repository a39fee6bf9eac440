-- What a step or a decision waits for is counted whole, whoever asks; and what is typed has the form that it has in law.

-- rounds ------------------------------------------------------------------------------------------------------------

-- Everything that hangs today under the commune of a round, or under what succeeded it.
create function round_units(of_round uuid) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(
    select distinct under.area_id from round x
      join area_reach above on above.area_id = x.area_id
      join area_version v on v.area_id = above.over_id and v.level = 3
      join area_reach under on under.over_id = above.over_id
     where x.id = of_round);
end
$$;

-- Every case of a round that is still asked. `here`: its household lives today under the commune of the round. `seen`: the
-- actor may be told whose it is; of the others only their number. Of a round that he sees.
create function round_asked(of_round uuid)
  returns table (household_id uuid, case_id uuid, village_id uuid, head_name text, state text, here boolean, seen boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  units uuid[] := round_units(of_round);
  reached uuid[] := array(select distinct a.area_id from area_reach a where a.over_id = any (nb_areas()));
begin
  if not round_seen(of_round) then return; end if;
  return query
    select a.household_id, a.id, a.village_id, a.head_name, a.now, a.home_id = any (units),
           a.village_id = any (reached) and a.home_id = any (reached)
      from (select c.household_id, c.id, c.village_id, h.village_id as home_id, h.head_name,
                   case_state(c.state, h.ended_on, r.state) as now
              from review_case c
              join household h on h.household_id = c.household_id
              join round r on r.id = c.round_id
             where c.round_id = of_round) a
     where a.now <> 'ended'
     order by a.household_id;
end
$$;

-- How many villages of a round hang under another commune today, and how many the actor does not see.
create function round_villages_apart(of_round uuid, out elsewhere integer, out unseen integer)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  units uuid[] := round_units(of_round);
begin
  select count(*) filter (where o.village_id <> all (units) and o.left_on is null)::int,
         count(*) filter (where o.village_id = any (units) and not nb_holds(o.village_id))::int
    into elsewhere, unseen
    from round_village o where o.round_id = of_round and round_seen(of_round);
end
$$;

-- Households that other open rounds ask as well. The name of a round that the actor does not see is not told.
create function rounds_asking(households uuid[], but uuid)
  returns table (household_id uuid, round_id uuid, round_name text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select c.household_id, r.id, case when round_seen(r.id) then r.name else '' end
      from review_case c
      join household h on h.household_id = c.household_id
      join round r on r.id = c.round_id
     where c.household_id = any (households) and c.round_id <> but
       and r.state not in ('completed', 'cancelled') and case_state(c.state, h.ended_on, r.state) <> 'ended'
       and nb_holds(h.village_id)
     order by c.household_id, r.id;
end
$$;

-- Villages and households of a round that another commune has today leave it, each household with the reason; that
-- commune may review them in the same year. `gone`: the households, each with the id of what is written down of it.
create function round_hand_over(of_round uuid, why text, today date, gone json) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
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
  insert into list_removal (household_id, id, round_id, village_id, because, account_id)
    select c.household_id, g.id, of_round, c.village_id, why, nb_account()
      from json_to_recordset(gone) as g (household uuid, id uuid)
      join review_case c on c.household_id = g.household and c.round_id = of_round;
  update round_village o set left_on = today, annual_area = null, annual_from = null
   where o.round_id = of_round and o.village_id <> all (units) and o.left_on is null;
end
$$;

-- A village that went to another commune while the round ran has left it.
alter table round_village add column left_on date;

-- A round is given up at the step where it stands. Its villages, seen or not, may be reviewed for the year by another: all
-- of it under one role, since they may not be the actor's.
create function round_cancel(of_round uuid, line uuid, why text, today date) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  insert into round_step (id, round_id, step, outcome, because, day, account_id)
    select line, x.id, x.state, 'cancelled', why, today, nb_account() from round x where x.id = of_round;
  update round set state = 'cancelled' where id = of_round;
  update round_village set annual_area = null, annual_from = null where round_id = of_round;
end
$$;

-- A village is reviewed for a year once, whichever commune has it. Of two that stood, the later one keeps the year.
update round_village v set annual_area = null, annual_from = null
 where exists (select from round_village o where o.village_id = v.village_id and o.annual_from = v.annual_from
                                              and o.round_id > v.round_id);
alter table round_village drop constraint round_village_once_a_year,
  add constraint round_village_once_a_year unique (village_id, annual_from);

-- The classes of a round do not begin before it does. What stands already is left as it is.
alter table round add constraint round_holds_after check (classes_hold_from >= window_from) not valid;
grant update (window_until) on round to nb_app;

comment on function round_units is 'room: rounds';
comment on function round_asked is 'room: rounds';
comment on function round_villages_apart is 'room: rounds';
comment on function rounds_asking is 'room: rounds';
comment on function round_hand_over is 'room: rounds';
comment on function round_cancel is 'room: rounds';

-- surveys -----------------------------------------------------------------------------------------------------------

-- As before, with the last day of the round.
drop function survey_context(uuid, uuid, uuid);
create function survey_context(account uuid, of_household uuid, of_case uuid)
  returns table (village_id uuid, over_ids uuid[], case_state text, case_account uuid, case_survey uuid, round_id uuid,
                 round_state text, window_from date, window_until date, form_hash text, opening_hash text,
                 opening_points text, closing_hash text, closing_points text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  areas uuid[] := nb_areas();
begin
  return query
    select c.village_id, array(select a.over_id from area_reach a where a.area_id = c.village_id),
           c.state, c.account_id, c.survey_id, r.id, r.state, r.window_from, r.window_until,
           r.form_hash, r.opening_hash, r.opening_points, r.closing_hash, r.closing_points
      from review_case c join round r on r.id = c.round_id
     where c.household_id = of_household and c.id = of_case
       and exists (select from area_reach a where a.area_id = c.village_id and a.over_id = any (areas));
end
$$;
comment on function survey_context is 'room: surveys';

-- The last day on which a survey of a round was taken, by whomever; null while there is none. Of a round of the actor.
create function survey_last_day(of_round uuid) returns date
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not round_seen(of_round) then return null; end if;
  return (select max(s.surveyed_on) from review_case c
            join survey s on s.household_id = c.household_id and s.id = c.survey_id
           where c.round_id = of_round and c.state <> 'ended');
end
$$;
comment on function survey_last_day is 'room: surveys';

-- people ------------------------------------------------------------------------------------------------------------

-- By what authority the holder of a chair's grant signs: in the own right, for the chair, or as acting chair.
alter table access_grant add column authority text not null default 'own',
  add constraint access_grant_authority_check check (authority in ('own', 'for_chair', 'acting')),
  add constraint access_grant_authority check (authority = 'own' or role = 'commune_chair');

-- Who chairs a commune on a day, the chair first. Of a commune of the actor.
create function chairs_on(of_area uuid, on_day date)
  returns table (account_id uuid, full_name text, authority text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not nb_holds(of_area) then return; end if;
  return query
    select a.id, a.full_name, g.authority
      from access_grant g
      join account a on a.id = g.account_id
      join area_reach r on r.over_id = g.area_id and r.area_id = of_area
     where g.role = 'commune_chair' and g.valid_from <= on_day and (g.valid_until is null or on_day < g.valid_until)
     group by a.id, a.full_name, g.authority
     order by array_position(array['own', 'acting', 'for_chair'], g.authority), a.full_name, a.id;
end
$$;
comment on function chairs_on is 'room: people';

-- Who holds what at a place is told with it.
drop function grants_touching(uuid);
create function grants_touching(place uuid)
  returns table (id uuid, account_id uuid, login text, name text, role text, authority text, area_id uuid, valid_from date, valid_until date,
                 given_by text, given_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  areas uuid[] := nb_areas();
begin
  return query
    with touching as materialized (
      select g.* from access_grant g
       where g.area_id in (select r.area_id from area_reach r where r.over_id = place
                           union select r.over_id from area_reach r where r.area_id = place)
         and (g.account_id = nb_account()
              or exists (select from area_reach r where r.area_id = g.area_id and r.over_id = any (areas)))),
    givers as materialized (
      select a.id, a.full_name from account a
       where a.id in (select t.given_by from touching t)
         and (a.id = nb_account() or a.created_by = nb_account() or a.id = nb_system() or account_touches(a.id)))
    select t.id, t.account_id, a.login, a.full_name, t.role, t.authority, t.area_id, t.valid_from, t.valid_until, v.full_name, t.given_at
      from touching t join account a on a.id = t.account_id left join givers v on v.id = t.given_by;
end
$$;
comment on function grants_touching is 'room: people';
revoke execute on function grants_touching(uuid) from public;
grant execute on function grants_touching(uuid) to nb_app;

-- decisions ---------------------------------------------------------------------------------------------------------

-- By what authority it was signed, by which account, or why somebody signed who has none; and its number within the year
-- (null of those signed before this was asked).
alter table decision add column signer_authority text, add column signer_id uuid references account,
  add column signer_because text, add column number_year smallint, add column number_serial integer,
  add constraint decision_signer_authority_check check (signer_authority in ('own', 'for_chair', 'acting'));
grant update (signer_authority, signer_id, signer_because, number_year, number_serial) on decision to nb_app;
create unique index decision_number_once_a_year on decision (area_id, number_year, number_serial);

-- How many households of a decision's list the actor does not see. Of a decision of the actor.
create function decision_unseen(of_decision uuid) returns integer
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  reached uuid[] := array(select distinct a.area_id from area_reach a where a.over_id = any (nb_areas()));
begin
  return (select count(*)::int from decision_entry e
            join household h on h.household_id = e.household_id
           where e.decision_id = of_decision and (e.village_id <> all (reached) or h.village_id <> all (reached))
             and exists (select from decision d where d.id = of_decision and nb_holds(d.area_id)));
end
$$;
comment on function decision_unseen is 'room: decisions';

revoke execute on function round_units(uuid), round_asked(uuid), round_villages_apart(uuid), rounds_asking(uuid[], uuid),
  round_hand_over(uuid, text, date, json), round_cancel(uuid, uuid, text, date), survey_context(uuid, uuid, uuid), survey_last_day(uuid), chairs_on(uuid, date),
  decision_unseen(uuid) from public;
grant execute on function round_asked(uuid), round_villages_apart(uuid), rounds_asking(uuid[], uuid),
  round_hand_over(uuid, text, date, json), round_cancel(uuid, uuid, text, date), survey_context(uuid, uuid, uuid), survey_last_day(uuid), chairs_on(uuid, date),
  decision_unseen(uuid) to nb_app;
