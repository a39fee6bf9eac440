-- The record of an official is kept by one unit, and handed over to another: asked for by who keeps it and taken by who is to
-- keep it, or at once by who may at both. What was handed over stays to be read.
create table official_handover (
  id uuid primary key,
  official_id uuid not null references official (id),
  from_id uuid not null references area (id),
  to_id uuid not null references area (id),
  because text not null check (because <> ''),
  asked_by uuid not null references account (id),
  asked_on date not null,
  state text not null default 'asked' check (state in ('asked', 'taken', 'refused', 'withdrawn')),
  settled_by uuid references account (id),
  settled_on date,
  settled_because text check (settled_because <> ''),
  constraint official_handover_elsewhere check (from_id <> to_id),
  constraint official_handover_settled check ((state = 'asked') = (settled_by is null) and (state = 'asked') = (settled_on is null)),
  constraint official_handover_why check ((state in ('refused', 'withdrawn')) = (settled_because is not null))
);
comment on table official_handover is 'family: unit; room: people';
alter table official_handover enable row level security;
create index official_handover_from on official_handover (from_id);
create index official_handover_to on official_handover (to_id);
-- Asked for once while nobody has settled it.
create unique index official_handover_open on official_handover (official_id) where state = 'asked';
select nb_guard('official_handover', '{from_id,to_id}', 'select'), nb_guard('official_handover', '{from_id}', 'insert'),
       nb_guard('official_handover', '{from_id,to_id}', 'update');
grant select, insert, update on official_handover to nb_app;

-- Whose records these are is read by who gives and by who is to take, who does not see the official yet.
create function handovers_at(of_area uuid)
  returns table (id uuid, official_id uuid, full_name text, birth_year smallint, from_id uuid, to_id uuid, because text, asked_by uuid,
                 asked_on date, state text, settled_by uuid, settled_on date, settled_because text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select h.id, h.official_id, o.full_name, o.birth_year, h.from_id, h.to_id, h.because, h.asked_by, h.asked_on, h.state, h.settled_by,
           h.settled_on, h.settled_because
      from official_handover h join official o on o.id = h.official_id
     where h.from_id in (select r.area_id from area_reach r where r.over_id = of_area)
        or h.to_id in (select r.area_id from area_reach r where r.over_id = of_area);
end
$$;
comment on function handovers_at is 'room: people';

-- Who takes a record has no other way to its row: it is kept by the unit from then on, if it still is where it was asked for.
create function official_taken(of_handover uuid, account uuid, of_day date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked official_handover;
begin
  select * into asked from official_handover h where h.id = of_handover and h.state = 'asked';
  if not found or not exists (select from area_reach r where r.area_id = asked.to_id and r.over_id = any (nb_areas())) then return false; end if;
  update official o set unit_id = asked.to_id where o.id = asked.official_id and o.unit_id = asked.from_id;
  if not found then return false; end if;
  update official_handover h set state = 'taken', settled_by = account, settled_on = of_day where h.id = of_handover;
  return true;
end
$$;
comment on function official_taken is 'room: people';

-- The records that units under an area keep which have ended by the day: a person says who keeps them from now on.
create function records_left(of_area uuid, of_day date)
  returns table (official_id uuid, full_name text, birth_year smallint, unit_id uuid, ended_on date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with gone as materialized (
      select v.area_id, max(v.valid_until) as ended from area_reach r join area_version v on v.area_id = r.area_id
       where r.over_id = of_area group by v.area_id having max(coalesce(v.valid_until, 'infinity')) <= of_day)
    select o.id, o.full_name, o.birth_year, o.unit_id, g.ended from gone g join official o on o.unit_id = g.area_id;
end
$$;
comment on function records_left is 'room: people';
revoke execute on function handovers_at(uuid), official_taken(uuid, uuid, date), records_left(uuid, date) from public;
grant execute on function handovers_at(uuid), official_taken(uuid, uuid, date), records_left(uuid, date) to nb_app;

-- Which person of a household an official is, found by both sealed citizen ids: a review asks who would survey, check or decide
-- their own household. It is found by the installation alone, and ends where the ids agree no more.
create table official_member (
  id uuid primary key,
  official_id uuid not null references official (id),
  person_id uuid not null,
  found_on date not null,
  until date,
  constraint official_member_period check (until is null or until >= found_on)
);
comment on table official_member is 'family: unit; room: households';
alter table official_member enable row level security;
create unique index official_member_official on official_member (official_id) where until is null;
create unique index official_member_person on official_member (person_id) where until is null;
-- Read by the functions below alone.
create policy official_member_unseen on official_member using (false);

-- Of officials by the hashes that a household's citizen ids have: what is new is linked, what agrees no more ends. Answers what it did.
create function officials_linked(ids uuid[], officials uuid[], hashes text[], of_day date)
  returns table (official_id uuid, unit_id uuid, linked boolean)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if nb_account() is distinct from nb_system() then return; end if;
  return query
    with asked as materialized (
      select a.id, a.official, i.person_id as person
        from unnest(ids, officials, hashes) as a (id, official, hash) join identity_index i on i.index_hash = a.hash),
    over as (
      update official_member m set until = of_day
       where m.until is null and not exists (select from asked a where a.official = m.official_id and a.person = m.person_id)
      returning m.official_id)
    select o.id, o.unit_id, false from over join official o on o.id = over.official_id;
  return query
    with asked as materialized (
      select a.id, a.official, i.person_id as person
        from unnest(ids, officials, hashes) as a (id, official, hash) join identity_index i on i.index_hash = a.hash),
    made as (
      insert into official_member (id, official_id, person_id, found_on)
      select a.id, a.official, a.person, of_day from asked a
       where not exists (select from official_member m where m.until is null and (m.official_id = a.official or m.person_id = a.person))
      returning official_member.official_id)
    select o.id, o.unit_id, true from made join official o on o.id = made.official_id;
end
$$;
comment on function officials_linked is 'room: households';

-- The officials who live in households under an area, with their accounts: whichever unit keeps the record.
create function officials_at_home(of_area uuid)
  returns table (official_id uuid, full_name text, account_id uuid, household_id uuid, home_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select o.id, o.full_name, o.account_id, i.household_id, i.home_id
      from official_member m join identity_index i on i.person_id = m.person_id
      join area_reach r on r.area_id = i.home_id and r.over_id = of_area
      join official o on o.id = m.official_id
     where m.until is null and i.free_from is null;
end
$$;
comment on function officials_at_home is 'room: households';

-- The household that an official lives in, where it lies under the actor's units.
create function home_of_official(of_official uuid) returns table (household_id uuid, found_on date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select i.household_id, m.found_on from official_member m join identity_index i on i.person_id = m.person_id
     where m.official_id = of_official and m.until is null and i.free_from is null
       and exists (select from area_reach r where r.area_id = i.home_id and r.over_id = any (nb_areas()));
end
$$;
comment on function home_of_official is 'room: households';
revoke execute on function officials_linked(uuid[], uuid[], text[], date), officials_at_home(uuid), home_of_official(uuid) from public;
grant execute on function officials_linked(uuid[], uuid[], text[], date), officials_at_home(uuid), home_of_official(uuid) to nb_app;
