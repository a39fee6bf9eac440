-- A signed decision is read whole by the commune that decided, wherever its households live by now; where they live, their lines
-- of it are read, their certificates printed again and put right.

-- decisions: rows say which commune decided, and where the household lives today -----------------------------------------

alter table decision_entry add column area_id uuid, add column home_id uuid;
update decision_entry e set area_id = r.area_id, home_id = h.village_id
  from round r, household h where r.id = e.round_id and h.household_id = e.household_id;
alter table decision_entry alter column area_id set not null, alter column home_id set not null;
create index decision_entry_home on decision_entry (home_id);
drop policy decision_entry_near_all on decision_entry;
drop policy decision_entry_wide_all on decision_entry;
drop policy decision_entry_nation_all on decision_entry;
select nb_guard('decision_entry', '{area_id, home_id}');

alter table certificate add column area_id uuid;
update certificate k set area_id = coalesce((select d.area_id from decision d where d.id = k.decision_id), k.home_id);
alter table certificate alter column area_id set not null;
drop policy certificate_near_all on certificate;
drop policy certificate_wide_all on certificate;
drop policy certificate_nation_all on certificate;
select nb_guard('certificate', '{home_id, area_id}');

-- papers: whose paper a correction puts right, and where its subject lives today -------------------------------------------

alter table correction add column amended_area_id uuid, add column subject_home_id uuid;
update correction c set amended_area_id = coalesce((select d.area_id from decision d where d.id = c.amends_id), c.area_id),
  subject_home_id = coalesce((select h.village_id from household h where h.household_id = c.subject_id), c.area_id);
alter table correction alter column amended_area_id set not null, alter column subject_home_id set not null;
drop policy correction_near_all on correction;
drop policy correction_wide_all on correction;
drop policy correction_nation_all on correction;
select nb_guard('correction', '{area_id, subject_home_id}');
select nb_guard('correction', '{amended_area_id}', 'select', only_if => $$state = 'in_force'$$);

-- What is read of a decision ------------------------------------------------------------------------------------------------

-- Whether the actor reads it: over the commune that decided, or, of one in force, over a commune where a household of it lives.
create function decision_reached(of_decision uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  select d.area_id, d.state into one from decision d where d.id = of_decision;
  if not found then return false; end if;
  if nb_holds(one.area_id) then return true; end if;
  return one.state = 'in_force' and exists (
    select from (select distinct e.home_id from decision_entry e where e.decision_id = of_decision) h
      join area_reach r on r.area_id = h.home_id
      join area_version v on v.area_id = r.over_id and v.level = 3
     where nb_holds(r.over_id));
end
$$;
comment on function decision_reached is 'room: decisions';

create function decision_shown(of_decision uuid) returns setof decision
  language plpgsql stable security definer rows 1 set search_path = public, pg_temp as $$
begin
  return query select d.* from decision d where d.id = of_decision and decision_reached(of_decision);
end
$$;
comment on function decision_shown is 'room: decisions';

-- The round it ended, of a decision that is read.
create function decision_round(of_decision uuid) returns setof round
  language plpgsql stable security definer rows 1 set search_path = public, pg_temp as $$
begin
  return query select r.* from decision d join round r on r.id = d.round_id
                where d.id = of_decision and decision_reached(of_decision);
end
$$;
comment on function decision_round is 'room: decisions';

-- How many households stand on its list, whoever reads it.
create function decision_size(of_decision uuid) returns integer
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select count(*)::int from decision_entry e where e.decision_id = of_decision and decision_reached(of_decision));
end
$$;
comment on function decision_size is 'room: decisions';

-- Since when certificates are in force, until when and by what, whoever's book they stand in. Of the actor's households, and of
-- the decisions of his commune.
create function certificate_days(certificates uuid[])
  returns table (id uuid, begins date, until date, replaced_by uuid, with_household boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select p.id, p.in_force_from, p.in_force_until, p.replaced_by, coalesce(p.ended_because = 'household_ended', false)
      from certificate k join signed_paper p on p.id = k.id
     where k.id = any (certificates) and (nb_holds(k.home_id) or nb_holds(k.area_id));
end
$$;
comment on function certificate_days is 'room: decisions';

revoke execute on function decision_reached(uuid), decision_shown(uuid), decision_round(uuid), decision_size(uuid),
  certificate_days(uuid[]) from public;
grant execute on function decision_reached(uuid), decision_shown(uuid), decision_round(uuid), decision_size(uuid),
  certificate_days(uuid[]) to nb_app;

-- What is written -------------------------------------------------------------------------------------------------------------

create or replace function decision_list(of_decision uuid, of_round uuid, entries json) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from (select distinct village from json_to_recordset(entries) as e (village uuid)) v
              where not nb_holds(v.village)) then
    raise exception 'village' using errcode = '42501';
  end if;
  insert into decision_entry (household_id, id, decision_id, round_id, village_id, verdict_id, class, class_before, movement,
                              members, place, content, area_id, home_id)
    select e.household, e.id, of_decision, of_round, e.village, e.verdict, e.class, e.before, e.movement, e.members, e.place,
           e.content, r.area_id, h.village_id
      from json_to_recordset(entries) as e (household uuid, id uuid, village uuid, verdict uuid, class text, before text,
           movement text, members smallint, place integer, content jsonb)
      join household h on h.household_id = e.household
      join round r on r.id = of_round;
end
$$;

create or replace function certificate_make(of_decision uuid, of_year smallint, certificates json) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from json_to_recordset(certificates) as c (household uuid) where not exists (
               select from household h join area_reach r on r.area_id = h.village_id
                where h.household_id = c.household and r.over_id = any (nb_areas()))) then
    raise exception 'household' using errcode = '42501';
  end if;
  insert into certificate (household_id, id, home_id, decision_id, class, year, number, signed, area_id)
    select c.household, c.id, h.village_id, of_decision, c.class, of_year, c.number, c.signed, d.area_id
      from json_to_recordset(certificates) as c (household uuid, id uuid, class text, number text, signed text)
      join household h on h.household_id = c.household
      join decision d on d.id = of_decision;
end
$$;

-- The commune where the household lives puts it right, whoever decided.
create or replace function certificate_correct(of_household uuid, wrong uuid, of_decision uuid, made json) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from household h where h.household_id = of_household and nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  update certificate k set replaced_by = (made ->> 'id')::uuid
   where k.household_id = of_household and k.id = wrong and k.decision_id = of_decision and k.replaced_by is null;
  if not found then return false; end if;
  insert into certificate (household_id, id, home_id, decision_id, class, year, number, signed, area_id)
    select k.household_id, (made ->> 'id')::uuid, k.home_id, k.decision_id, k.class, k.year, made ->> 'number', made ->> 'signed',
           k.area_id
      from certificate k where k.household_id = of_household and k.id = wrong;
  return true;
end
$$;

create or replace function correction_hold(of_decision uuid, of_household uuid) returns date
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended date;
begin
  if not decision_reached(of_decision)
     or not exists (select from decision_entry e where e.decision_id = of_decision and e.household_id = of_household
                       and (nb_holds(e.area_id) or nb_holds(e.home_id))) then
    raise exception 'decision' using errcode = '42501';
  end if;
  select h.ended_on into ended from household h where h.household_id = of_household for no key update;
  return ended;
end
$$;

drop function correction_ground(uuid, uuid);
create function correction_ground(of_decision uuid, of_household uuid)
  returns table (class text, verdict_id uuid, content jsonb, home_id uuid, certificate_id uuid, number text, year smallint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not decision_reached(of_decision) then return; end if;
  return query
    select e.class, e.verdict_id, coalesce(c.after -> 'content', e.content), e.home_id, k.id, k.number, k.year
      from decision_entry e
      left join certificate k on k.household_id = e.household_id and k.decision_id = e.decision_id and k.replaced_by is null
      left join correction c on c.successor_id = k.id
     where e.decision_id = of_decision and e.household_id = of_household and (nb_holds(e.area_id) or nb_holds(e.home_id));
end
$$;
comment on function correction_ground is 'room: decisions';
revoke execute on function correction_ground(uuid, uuid) from public;
grant execute on function correction_ground(uuid, uuid) to nb_app;

-- Of the actor's round all of its households; of another's those who live under him now.
create or replace function entry_contents(of_round uuid, of_day date, households uuid[], verdicts uuid[])
  returns table (household_id uuid, content jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from round r where r.id = of_round and nb_holds(r.area_id))
     and (select count(*) from household h where h.household_id = any (households) and nb_holds(h.village_id))
         < (select count(distinct x.id) from unnest(households) as x (id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  return query select * from entry_texts(of_round, of_day, households, verdicts);
end
$$;

-- What goes with a household ---------------------------------------------------------------------------------------------------

create or replace function decision_rows_follow(of_household uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  home uuid := (select h.village_id from household h where h.household_id = of_household);
begin
  update household_class c set home_id = home where c.household_id = of_household;
  update certificate c set home_id = home where c.household_id = of_household;
  update decision_entry e set home_id = home where e.household_id = of_household;
  update correction c set subject_home_id = home where c.subject_kind = 'household' and c.subject_id = of_household;
end
$$;

create or replace function decisions_succeed(village uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  followed boolean;
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  update household_class c set home_id = h.village_id from household h
   where c.home_id = village and h.household_id = c.household_id and h.village_id <> village;
  followed := found;
  update certificate c set home_id = h.village_id from household h
   where c.home_id = village and h.household_id = c.household_id and h.village_id <> village;
  update decision_entry e set home_id = h.village_id from household h
   where e.home_id = village and h.household_id = e.household_id and h.village_id <> village;
  update correction c set subject_home_id = h.village_id from household h
   where c.subject_home_id = village and c.subject_kind = 'household' and h.household_id = c.subject_id and h.village_id <> village;
  if followed then
    perform register_recount_homes('{}', array(select village union select s.to_id from area_succession s where s.from_id = village), today);
  end if;
end
$$;

-- As before, with lines and corrections: what an end moved comes back where the end is undone.
create or replace function decisions_return(village uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  been uuid[];
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  been := array(select distinct c.home_id from household_class c join household h on h.household_id = c.household_id
                 where h.village_id = village and c.home_id <> village);
  update household_class c set home_id = village from household h
   where h.village_id = village and c.household_id = h.household_id and c.home_id <> village;
  update certificate c set home_id = village from household h
   where h.village_id = village and c.household_id = h.household_id and c.home_id <> village;
  update decision_entry e set home_id = village from household h
   where h.village_id = village and e.household_id = h.household_id and e.home_id <> village;
  update correction c set subject_home_id = village from household h
   where h.village_id = village and c.subject_kind = 'household' and h.household_id = c.subject_id and c.subject_home_id <> village;
  if cardinality(been) > 0 then perform register_recount_homes('{}', been || village, today); end if;
end
$$;
