-- Row security in one shape that an index can use and a distributed engine accepts: no policy holds a subquery. A row
-- belongs to a unit, and the actor holds a list of units, worked out with the tree and looked up once a scan.

-- Nobody reads while the columns and policies change hands. Taken all at once or not at all: in turn, a reader that holds
-- one table and asks for the next would wait for us while we wait for him.
do $$
begin
  for n in 1..1200 loop
    begin
      lock table access_grant, account, area_status, area_succession, area_version, audit_line, certificate, decision,
        decision_entry, declared_total, file, household, household_class, household_event, household_residence,
        identity_index, issued_number, list_removal, member, review_case, round, round_step, round_village, signed_paper,
        survey, survey_note, training_demand, training_need, verdict in access exclusive mode nowait;
      return;
    exception when lock_not_available then
      perform pg_sleep(0.05);
    end;
  end loop;
  raise exception 'the tables are in use' using errcode = '55P03';
end
$$;

-- Who reaches few units works as nb_app: his list is the key of an index. Who reaches many works as nb_wide, asked row by
-- row, for a long list costs more than it finds. Who holds the whole nation works as nb_nation: nothing is compared.
do $$
declare
  wider text;
  login text;
begin
  foreach wider in array array['nb_wide', 'nb_nation'] loop
    begin
      execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', wider);
    exception
      when duplicate_object then null;
      when unique_violation then null; -- two databases of one cluster migrating at once
    end;
    begin
      execute format('grant nb_app to %I', wider);
    exception when unique_violation then null;
    end;
    for login in select m.member::regrole::text from pg_auth_members m
                  where m.roleid = 'nb_app'::regrole and m.member not in (
                    select r.oid from pg_roles r where r.rolname in ('nb_wide', 'nb_nation')) loop
      begin
        execute format('grant %I to %s', wider, login);
      exception when unique_violation then null;
      end;
    end loop;
  end loop;
end
$$;

-- The units under each unit today, itself among them (and ended ones that answer to it): `area_reach` as lists. Null for
-- the nation: all of them.
create table area_within (
  over_id uuid primary key references area,
  area_ids uuid[],
  size integer not null generated always as (coalesce(cardinality(area_ids), 0)) stored
);
comment on table area_within is 'family: unit; room: areas';
alter table area_within alter column area_ids set storage external;
-- Only provinces, what is like them, and the nation are wide: a beginning finds them among a hundred.
create index area_within_wide on area_within (over_id) where area_ids is null or size > 200;
alter table area_within enable row level security;
create policy area_within_read on area_within for select using (true);
grant select on area_within to nb_app;

create function area_refresh_within() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into area_within as w (over_id, area_ids)
    select r.over_id, case when n.area_id is null then array_agg(r.area_id order by r.area_id) end
      from area_reach r
      left join (select distinct v.area_id from area_version v where v.level = 0) n on n.area_id = r.over_id
     group by r.over_id, n.area_id
    on conflict (over_id) do update set area_ids = excluded.area_ids where w.area_ids is distinct from excluded.area_ids;
  delete from area_within w where not exists (select from area_reach r where r.over_id = w.over_id);
end
$$;
comment on function area_refresh_within is 'room: areas';
revoke execute on function area_refresh_within() from public;

select area_refresh_within();

-- The units that the actor of this transaction reaches, for nb_app. Declared dear, so that the planner asks once a scan
-- (as the key of an index) rather than once a row. Long lists are made only where a wider role could not be taken on.
create function nb_units() returns uuid[]
  language plpgsql stable parallel safe cost 1000 as $$
declare
  areas uuid[];
  held uuid[];
begin
  if current_user in ('nb_wide', 'nb_nation') then return '{}'; end if;
  areas := nb_areas();
  if cardinality(areas) = 1 then
    select w.area_ids into held from area_within w where w.over_id = areas[1];
    if held is not null then return held; end if;
  end if;
  if exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null) then
    return array(select id from area);
  end if;
  return array(select unnest(w.area_ids) from area_within w where w.over_id = any (areas));
end
$$;
comment on function nb_units is 'room: areas';

-- Whether the actor reaches this unit, for nb_wide.
create function nb_holds(unit uuid) returns boolean
  language plpgsql stable parallel safe cost 1000 as $$
begin
  return exists (select from area_reach r where r.area_id = unit and r.over_id = any (nb_areas()));
end
$$;
comment on function nb_holds is 'room: areas';

-- The beginning of a change sets the standing by SET LOCAL, which a distributed engine carries to its other machines.
create or replace function nb_begin(of_account uuid, of_areas uuid[], of_command uuid,
                                    out account uuid, out kept_as text, out kept_hash bytea, out answer jsonb)
  language plpgsql as $$
declare
  whole boolean;
begin
  execute format('set local nb.account = %L; set local nb.areas = %L',
                 coalesce(of_account::text, ''), coalesce(of_areas::text, '{}'));
  select w.area_ids is null into whole from area_within w
   where w.over_id = any (of_areas) and (w.area_ids is null or w.size > 200) order by 1 desc limit 1;
  if whole and pg_has_role(session_user, 'nb_nation', 'member') then
    set local role nb_nation;
  elsif whole is not null and pg_has_role(session_user, 'nb_wide', 'member') then
    set local role nb_wide;
  elsif current_user in ('nb_wide', 'nb_nation') then
    set local role nb_app;
  end if;
  account := of_account;
  if of_command is not null then
    select k.endpoint, k.content_hash, k.result into kept_as, kept_hash, answer from command k where k.id = of_command;
  end if;
end
$$;

-- Writes the policies of a table: that the actor reaches one of the row's `units` (and `only_if`; or `also`), as each of the
-- three roles asks it. No units: `also` decides alone.
create function nb_guard(of_table text, units text[], command text default 'all', only_if text default null,
                         also text default null) returns void
  language plpgsql as $$
declare
  clause text := case command when 'insert' then 'with check' else 'using' end;
  listed text := (select string_agg(format('%I = any (nb_units())', unit), ' or ') from unnest(units) unit);
  asked text := (select string_agg(format('nb_holds(%I)', unit), ' or ') from unnest(units) unit);
  -- A row of no unit is nobody's, not the nation's either.
  anywhere text := coalesce((select string_agg(format('%I is not null', a.attname), ' or ') from pg_attribute a
                              where a.attrelid = of_table::regclass and a.attname = any (units) and not a.attnotnull), 'true');
  kind record;
begin
  for kind in select * from (values ('nb_app', 'near', listed), ('nb_wide', 'wide', asked), ('nb_nation', 'nation', anywhere))
                         as k (role, name, reached) loop
    execute format('create policy %I on %I for %s to %I %s (%s)', of_table || '_' || kind.name || '_' || command, of_table,
      command, kind.role, clause,
      case when only_if is not null and kind.reached = 'true' then only_if
           when only_if is not null then format('(%s) and (%s)', only_if, kind.reached)
           when kind.reached = 'true' or also is null then coalesce(kind.reached, 'true')
           else coalesce(kind.reached || ' or ', '') || also end);
  end loop;
end
$$;
comment on function nb_guard is 'room: platform';
revoke execute on function nb_guard(text, text[], text, text, text) from public;

-- Where its household lives today stands in every row that is seen with the household; whoever moves one writes it
-- there too.
-- The tables are written anew, which costs less than changing each row under its indexes.
create function home_of(of_household uuid) returns uuid language plpgsql stable as $$
begin
  return (select h.village_id from household h where h.household_id = of_household);
end
$$;
alter table member add column home_id uuid;
alter table household_event add column home_id uuid;
alter table household_residence add column home_id uuid;
alter table identity_index add column home_id uuid;
alter table household_class add column home_id uuid;
alter table certificate add column home_id uuid;
alter table survey_note add column home_id uuid;
alter table member alter column home_id type uuid using home_of(household_id), alter column home_id set not null;
alter table household_event alter column home_id type uuid using home_of(household_id), alter column home_id set not null;
alter table household_residence alter column home_id type uuid using home_of(household_id), alter column home_id set not null;
alter table identity_index alter column home_id type uuid using home_of(household_id), alter column home_id set not null;
alter table household_class alter column home_id type uuid using home_of(household_id), alter column home_id set not null;
alter table certificate alter column home_id type uuid using home_of(household_id), alter column home_id set not null;
alter table survey_note alter column home_id type uuid using home_of(household_id), alter column home_id set not null;
drop function home_of(uuid);
create index member_home on member (home_id);
create index household_class_home on household_class (home_id);

-- What is seen with a household follows it, room by room: whoever moves one asks each. They only make it true.
create function household_rows_follow(of_household uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  home uuid;
begin
  select h.village_id into strict home from household h where h.household_id = of_household;
  update member set home_id = home where household_id = of_household;
  update household_event set home_id = home where household_id = of_household;
  update household_residence set home_id = home where household_id = of_household;
  update identity_index set home_id = home where household_id = of_household;
end
$$;
comment on function household_rows_follow is 'room: households';
create function survey_rows_follow(of_household uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update survey_note n set home_id = h.village_id from household h
   where n.household_id = of_household and h.household_id = n.household_id;
end
$$;
comment on function survey_rows_follow is 'room: surveys';
create function decision_rows_follow(of_household uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update household_class c set home_id = h.village_id from household h
   where c.household_id = of_household and h.household_id = c.household_id;
  update certificate c set home_id = h.village_id from household h
   where c.household_id = of_household and h.household_id = c.household_id;
end
$$;
comment on function decision_rows_follow is 'room: decisions';
revoke execute on function household_rows_follow(uuid), survey_rows_follow(uuid), decision_rows_follow(uuid) from public;
grant execute on function household_rows_follow(uuid), survey_rows_follow(uuid), decision_rows_follow(uuid) to nb_app;
create or replace function identity_claim(hashes text[], persons uuid[], households uuid[], days date[])
  returns table (taken_hash text, taken_by uuid, there_until date)
  language sql security definer set search_path = public, pg_temp as $$
  with asked as (
    select c.hash, c.person, c.household, c.day, h.village_id as home
      from unnest(hashes, persons, households, days) as c (hash, person, household, day)
      join household h on h.household_id = c.household
     where exists (select from area_reach r where r.area_id = h.village_id and r.over_id = any ((select nb_areas())::uuid[]))),
  claimed as (
    insert into identity_index as i (index_hash, person_id, household_id, home_id)
      select a.hash, a.person, a.household, a.home from asked a order by a.hash  -- one order for all, so that no two wait for each other
      on conflict (index_hash) do update set household_id = excluded.household_id, home_id = excluded.home_id, free_from = null
        where i.free_from <= (select a.day from asked a where a.hash = i.index_hash)
      returning i.index_hash, i.person_id)
  select index_hash, person_id, null::date from claimed
  union all
  select i.index_hash, null, i.free_from from identity_index i join asked a on a.hash = i.index_hash
   where i.free_from > a.day
$$;

-- plpgsql keeps its plan; a function in SQL that sets its search path is planned anew for every account of a list.
create or replace function account_reaches_beyond(account uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from access_grant g
     where g.account_id = account and (g.valid_until is null or g.valid_until > g.valid_from)
       and not exists (select from area_reach r where r.area_id = g.area_id and r.over_id = any ((select nb_areas())::uuid[])));
end
$$;
create or replace function account_touches(account uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from access_grant g
     where g.account_id = account
       and exists (select from area_reach r
                    where (r.area_id = g.area_id and r.over_id = any ((select nb_areas())::uuid[]))
                       or (r.area_id = any ((select nb_areas())::uuid[]) and r.over_id = g.area_id)));
end
$$;
-- Whether an account holds something under the actor's areas, and nothing outside of them.
create function account_within(account uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return not account_reaches_beyond(account) and exists (
    select from access_grant g join area_reach r on r.area_id = g.area_id
     where g.account_id = account and r.over_id = any ((select nb_areas())::uuid[]));
end
$$;
comment on function account_within is 'room: people';
-- Whether a round takes in a village that the actor reaches; and whether he sees the round at all.
create function round_comes_to(of_round uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp cost 1000 as $$
begin
  return exists (select from round_village v join area_reach r on r.area_id = v.village_id
                  where v.round_id = of_round and r.over_id = any (nb_areas()));
end
$$;
comment on function round_comes_to is 'room: rounds';
create function round_seen(of_round uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp cost 1000 as $$
begin
  return exists (select from round x join area_reach r on r.area_id = x.area_id
                  where x.id = of_round and r.over_id = any (nb_areas()))
      or round_comes_to(of_round);
end
$$;
comment on function round_seen is 'room: rounds';
revoke execute on function account_within(uuid), round_comes_to(uuid), round_seen(uuid) from public;
grant execute on function account_within(uuid), round_comes_to(uuid), round_seen(uuid) to nb_app;

-- The old policies go, all that asked by a subquery; the new ones come.
do $$
declare
  old record;
begin
  for old in select policyname, tablename from pg_policies
              where schemaname = 'public' and coalesce(qual, '') || coalesce(with_check, '') ~* 'exists' loop
    execute format('drop policy %I on %I', old.policyname, old.tablename);
  end loop;
end
$$;
select nb_guard('area_status', '{area_id}', 'insert'), nb_guard('area_status', '{area_id}', 'update'),
       nb_guard('area_succession', '{from_id}', 'insert'),
       nb_guard('area_version', '{parent_id}', 'insert'), nb_guard('area_version', '{area_id}', 'update'),
       nb_guard('declared_total', '{area_id}', 'insert'),
       nb_guard('access_grant', '{area_id}', 'select', also => 'account_id = nb_account()'),
       nb_guard('access_grant', '{area_id}', 'insert', only_if => 'given_by = nb_account()'),
       nb_guard('access_grant', '{area_id}', 'update'),
       nb_guard('audit_line', '{area_id}', 'select', also => 'account_id = nb_account()'),
       nb_guard('file', '{area_id}'), nb_guard('issued_number', '{area_id}'), nb_guard('signed_paper', '{area_id}'),
       nb_guard('training_demand', '{area_id}'), nb_guard('training_need', '{area_id}'),
       nb_guard('household', '{village_id}'),
       nb_guard('member', '{home_id}'), nb_guard('household_event', '{home_id}'), nb_guard('household_residence', '{home_id}'),
       nb_guard('identity_index', '{home_id}'),
       -- A class is seen where it was given and where the household lives now.
       nb_guard('household_class', '{home_id, village_id}'),
       nb_guard('round', '{area_id}', 'insert'), nb_guard('round', '{area_id}', 'update'),
       nb_guard('round', '{area_id}', 'select', also => 'round_comes_to(id)'),
       nb_guard('round_step', null, also => 'round_seen(round_id)'),
       nb_guard('round_village', '{village_id}'), nb_guard('list_removal', '{village_id}'), nb_guard('review_case', '{village_id}'),
       nb_guard('survey', '{village_id}'), nb_guard('verdict', '{village_id}'), nb_guard('survey_note', '{home_id}'),
       nb_guard('decision', '{area_id}'), nb_guard('decision_entry', '{village_id}'), nb_guard('certificate', '{home_id}');
create policy account_change on account for update using (id = nb_account() or account_within(id));
