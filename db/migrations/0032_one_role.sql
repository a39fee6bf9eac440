-- The last acts that wrote under two roles (a household that moves, citizen ids, events of the tree) are functions too, and
-- write all of it. They read nothing that the application has written before them: on a distributed engine they would not
-- see it.

-- platform ----------------------------------------------------------------------------------------------------------

-- In whose name this transaction works, by SET LOCAL, which a distributed engine carries to its other machines: from
-- within a function that another one performs, for else it takes a single statement for one that has nothing to carry.
create function nb_stand(of_account uuid, of_areas uuid[]) returns void
  language plpgsql as $$
begin
  execute format('set local nb.account = %L; set local nb.areas = %L',
                 coalesce(of_account::text, ''), coalesce(of_areas::text, '{}'));
end
$$;
comment on function nb_stand is 'room: platform';
revoke execute on function nb_stand(uuid, uuid[]) from public;
grant execute on function nb_stand(uuid, uuid[]) to nb_app;

-- A program that knows fewer migrations than this database has had says so by `nb.schema`, and does nothing here any more:
-- half of its calls would find what they ask for, and write by yesterday's rules.
grant select on schema_migration to nb_app;

-- The role is taken on by set_config, which no engine carries along: it connects as the current user, and would make the
-- owner of the functions, as whom they work, the actor's role again.
create or replace function nb_begin(of_account uuid, of_areas uuid[], of_command uuid,
                                    out account uuid, out kept_as text, out kept_hash bytea, out answer jsonb)
  language plpgsql as $$
declare
  whole boolean;
begin
  if exists (select from schema_migration m where m.name > coalesce(current_setting('nb.schema', true), '')) then
    raise exception 'schema' using errcode = '57P03', constraint = 'schema_newer';
  end if;
  perform nb_stand(of_account, of_areas);
  select w.area_ids is null into whole from area_within w
   where w.over_id = any (of_areas) and (w.area_ids is null or w.size > 200) order by 1 desc limit 1;
  if whole and pg_has_role(session_user, 'nb_nation', 'member') then
    perform set_config('role', 'nb_nation', true);
  elsif whole is not null and pg_has_role(session_user, 'nb_wide', 'member') then
    perform set_config('role', 'nb_wide', true);
  elsif current_user in ('nb_wide', 'nb_nation') then
    perform set_config('role', 'nb_app', true);
  end if;
  account := of_account;
  if of_command is not null then
    select k.endpoint, k.content_hash, k.result into kept_as, kept_hash, answer from command k where k.id = of_command;
  end if;
end
$$;

-- areas -------------------------------------------------------------------------------------------------------------

-- States that begin, each under a unit of the actor.
create function area_begin(states json) returns void
  language plpgsql as $$
begin
  if exists (select from json_to_recordset(states) as s (parent_id uuid) where not nb_holds(s.parent_id)) then
    raise exception 'area' using errcode = '42501';
  end if;
  insert into area_version (id, area_id, valid_from, valid_until, level, kind, code, name, parent_id, settlement, event_id,
                            until_event_id, from_known, mark)
    select s.id, s.area_id, s.valid_from, s.valid_until, s.level, s.kind, s.code, s.name, s.parent_id, s.settlement, s.event_id,
           s.until_event_id, s.from_known, s.mark
      from json_to_recordset(states) as s (id uuid, area_id uuid, valid_from date, valid_until date, level smallint, kind text,
           code text, name text, parent_id uuid, settlement text, event_id uuid, until_event_id uuid, from_known boolean,
           mark text);
end
$$;

-- An event of the tree, as the rules worked it out: states end, areas begin (`fresh`: the first states of those), others
-- move. Before anything hangs under a new area the tree is drawn anew, since who may place it there is asked of the tree.
create function area_record(event json, ended json, began uuid[], fresh json, successions json, moved json, today date)
  returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if cardinality(nb_areas()) = 0
     or exists (select from json_to_recordset(ended) as e (area_id uuid) where not nb_holds(e.area_id))
     or exists (select from json_to_recordset(successions) as s (from_id uuid) where not nb_holds(s.from_id)) then
    raise exception 'area' using errcode = '42501';
  end if;
  insert into area_event (id, kind, happened_on, legal_basis, mark, note)
    select e.id, e.kind, e.happened_on, e.legal_basis, e.mark, e.note
      from json_to_record(event) as e (id uuid, kind text, happened_on date, legal_basis text, mark text, note text);
  update area_version v set valid_until = e.valid_until, until_event_id = e.until_event_id
    from json_to_recordset(ended) as e (id uuid, area_id uuid, valid_until date, until_event_id uuid)
   where v.id = e.id and v.area_id = e.area_id and v.valid_until is null;
  insert into area (id) select unnest(began);
  perform area_begin(fresh);
  insert into area_succession (id, from_id, to_id, event_id, share, mark, note)
    select s.id, s.from_id, s.to_id, s.event_id, s.share, s.mark, s.note
      from json_to_recordset(successions) as s (id uuid, from_id uuid, to_id uuid, event_id uuid, share numeric, mark text, note text);
  if exists (select from json_to_recordset(moved) as m (parent_id uuid) where m.parent_id = any (began)) then
    perform area_refresh_paths(), area_refresh_reach(today);
  end if;
  perform area_begin(moved);
  perform area_refresh_paths(), area_refresh_reach(today);
end
$$;

comment on function area_begin is 'room: areas';
comment on function area_record is 'room: areas';
revoke execute on function area_begin(json), area_record(json, json, uuid[], json, json, json, date) from public;
grant execute on function area_record(json, json, uuid[], json, json, json, date) to nb_app;

revoke insert on area, area_event, area_succession, area_version from nb_app;
revoke update (valid_until, until_event_id) on area_version from nb_app;
do $$
declare
  idle record;
begin
  for idle in select policyname, tablename from pg_policies
               where tablename in ('area', 'area_event', 'area_succession', 'area_version') and cmd in ('INSERT', 'UPDATE') loop
    execute format('drop policy %I on %I', idle.policyname, idle.tablename);
  end loop;
end
$$;

-- households --------------------------------------------------------------------------------------------------------

-- The search text drawn anew: number, members who have not left, address.
create function households_draw(households uuid[]) returns void
  language plpgsql as $$
begin
  update household h
     set search = fold(concat_ws(', ', nullif(h.number, ''),
           coalesce((select string_agg(m.full_name, ', ' order by m.relation <> 'head', m.id) from member m
                      where m.household_id = h.household_id and m.left_on is null), h.head_name),
           nullif(h.address, '')))
   where h.household_id = any (households);
end
$$;

-- A household of the actor, held by the role that will move it: who holds a row and who writes it must be one.
create function household_hold(of_household uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform from household h where h.household_id = of_household and nb_holds(h.village_id) for update;
  return found;
end
$$;

-- A household lives in another village or at another address from a day on (`place.from`; null: it stays, and only the
-- number changes), its timeline says so, and what the register shows with it follows. A residence that began on that very
-- day is corrected. The rooms above let theirs follow (`survey_rows_follow`, `decision_rows_follow`).
create function household_move(of_household uuid, place json, facts jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  home uuid := (place ->> 'village')::uuid;
  begins date := (place ->> 'from')::date;
begin
  if not nb_holds(home) or not exists (
       select from household h where h.household_id = of_household and nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  if begins is not null then
    update household_residence set village_id = home, address = place ->> 'address'
     where household_id = of_household and valid_until is null and valid_from = begins;
    if not found then
      update household_residence set valid_until = begins
       where household_id = of_household and valid_until is null and valid_from < begins;
      insert into household_residence (household_id, id, village_id, home_id, address, valid_from)
        values (of_household, (place ->> 'residence')::uuid, home, home, place ->> 'address', begins);
    end if;
    update household set village_id = home, address = place ->> 'address' where household_id = of_household;
    update member set home_id = home where household_id = of_household;
    update household_event set home_id = home where household_id = of_household;
    update household_residence set home_id = home where household_id = of_household;
    update identity_index set home_id = home where household_id = of_household;
  end if;
  update household set number = place ->> 'number' where household_id = of_household;
  insert into household_event (household_id, id, home_id, happened_on, kind, facts, account_id)
    values (of_household, (place ->> 'event')::uuid, home, (place ->> 'on')::date, 'address_changed', facts, nb_account());
  perform households_draw(array[of_household]);
end
$$;
drop function household_rows_follow(uuid);

-- Whether these persons' ids may be written down for a household in that village: one the actor reaches, where the
-- household lives, or is entered now (of which nothing is seen here yet).
create function identity_may(of_household uuid, home uuid) returns boolean
  language plpgsql as $$
begin
  return nb_holds(home) and not exists (
    select from household h where h.household_id = of_household and h.village_id <> home);
end
$$;

drop function identity_claim(text[], uuid[], uuid[], date[]);
-- Takes citizen ids for persons before they are entered, one after the other, in one order for all, so that no two wait
-- for each other. What is not answered is in use, or not the actor's to take.
create function identity_claim(hashes text[], persons uuid[], households uuid[], homes uuid[], days date[])
  returns table (taken_hash text, taken_by uuid, there_until date)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked record;
begin
  for asked in
    select c.hash, c.person, c.household, c.home, c.day
      from unnest(hashes, persons, households, homes, days) as c (hash, person, household, home, day) order by c.hash
  loop
    continue when not identity_may(asked.household, asked.home);
    insert into identity_index as i (index_hash, person_id, household_id, home_id)
      values (asked.hash, asked.person, asked.household, asked.home)
      on conflict (index_hash) do update set household_id = excluded.household_id, home_id = excluded.home_id, free_from = null
        where i.free_from <= asked.day
      returning i.index_hash, i.person_id, null into taken_hash, taken_by, there_until;
    if not found then
      select i.index_hash, null, i.free_from into taken_hash, taken_by, there_until
        from identity_index i where i.index_hash = asked.hash and i.free_from > asked.day;
    end if;
    if found then return next; end if;
  end loop;
end
$$;

-- Persons of the actor go to another household: their ids follow.
create function identity_move(persons uuid[], to_household uuid, home uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not identity_may(to_household, home) then raise exception 'household' using errcode = '42501'; end if;
  update identity_index set household_id = to_household, home_id = home, free_from = null
   where person_id = any (persons) and nb_holds(home_id);
end
$$;

-- Persons of the actor who moved out may be entered elsewhere from the day on.
create function identity_free(persons uuid[], from_day date) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update identity_index set free_from = from_day where person_id = any (persons) and nb_holds(home_id);
end
$$;

-- The ids of these persons of the actor belong to nobody again.
create function identity_forget(persons uuid[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from identity_index where person_id = any (persons) and nb_holds(home_id);
end
$$;

revoke insert, update, delete on identity_index from nb_app;

comment on function households_draw is 'room: households';
comment on function household_hold is 'room: households';
comment on function household_move is 'room: households';
comment on function identity_may is 'room: households';
comment on function identity_claim is 'room: households';
comment on function identity_move is 'room: households';
comment on function identity_free is 'room: households';
comment on function identity_forget is 'room: households';
revoke execute on function households_draw(uuid[]), household_hold(uuid), household_move(uuid, json, jsonb),
  identity_may(uuid, uuid), identity_claim(text[], uuid[], uuid[], uuid[], date[]), identity_move(uuid[], uuid, uuid),
  identity_free(uuid[], date), identity_forget(uuid[]) from public;
grant execute on function households_draw(uuid[]), household_hold(uuid), household_move(uuid, json, jsonb),
  identity_claim(text[], uuid[], uuid[], uuid[], date[]), identity_move(uuid[], uuid, uuid),
  identity_free(uuid[], date), identity_forget(uuid[]) to nb_app;
