-- The roster: who does the programme's work. Officials are people, not accounts: they hold posts by dated appointments,
-- with an account or without, and what a unit should have of each post is a dated norm.
create table post (
  -- By these two a list asks for who holds no post, and for whose unit has ended.
  id text primary key check (id ~ '^[a-z][a-z_]{1,39}$' and id not in ('none', 'unplaced')),
  vi text not null check (vi <> ''),
  en text not null check (en <> ''),
  levels text[] not null check (levels <@ array['nation', 'province', 'district', 'commune', 'village'] and cardinality(levels) > 0),
  -- Paid as an official of the state; else by an allowance, or not at all.
  salaried boolean not null,
  -- Where it stands in lists.
  place smallint not null unique
);
comment on table post is 'family: unit; room: people';
alter table post enable row level security;
create policy post_read on post for select using (true);
grant select on post to nb_app;

insert into post (id, vi, en, levels, salaried, place) values
  ('leader', 'Lãnh đạo phụ trách giảm nghèo', 'Leader in charge of poverty reduction', '{nation,province,district,commune}', true, 10),
  ('specialist', 'Công chức, cán bộ làm công tác giảm nghèo', 'Poverty-reduction specialist', '{nation,province,district,commune}', true, 20),
  ('cell_secretary', 'Bí thư chi bộ', 'Party cell secretary', '{village}', false, 30),
  ('village_head', 'Trưởng thôn, bản, tổ dân phố', 'Village head', '{village}', false, 40),
  ('front_head', 'Trưởng ban công tác Mặt trận', 'Head of the Front committee', '{commune,village}', false, 50),
  ('mass_organisation', 'Cán bộ đoàn thể', 'Mass organisation', '{province,district,commune,village}', false, 60),
  ('enumerator', 'Điều tra viên, rà soát viên', 'Enumerator', '{village}', false, 70),
  ('trainer', 'Giảng viên, báo cáo viên', 'Trainer', '{nation,province,district,commune}', false, 80);

-- family of a person: the working list, not the personnel file.
create table official (
  id uuid primary key,
  -- The unit that keeps the record.
  unit_id uuid not null references area (id),
  full_name text not null check (full_name <> ''),
  sex text not null check (sex in ('male', 'female')),
  birth_year smallint not null check (birth_year between 1890 and 2100),
  birth_month smallint check (birth_month between 1 and 12),
  birth_day smallint check (birth_day between 1 and 31),
  ethnicity text not null check (ethnicity ~ '^[0-9]{2}$'),
  -- Spoken besides Vietnamese: the groups whose languages they are.
  languages text[] not null default '{}' check (array_to_string(languages, ',') ~ '^([0-9]{2}(,[0-9]{2})*)?$'),
  -- AES-256-GCM, the key outside the database; found again by a keyed hash.
  citizen_id_sealed text,
  citizen_id_end text check (citizen_id_end ~ '^[0-9]{3}$'),
  citizen_id_index text,
  phone text check (phone <> ''),
  -- The number of the personnel system of the province, by which its file finds the person again.
  personal_number text check (personal_number <> ''),
  -- Fields that came from that system; what is not named was entered here.
  taken_over text[] not null default '{}',
  account_id uuid references account (id),
  search text not null generated always as (fold(full_name)) stored,
  constraint official_birth_day check (birth_day is null or birth_month is not null),
  constraint official_account unique (account_id),
  constraint official_citizen_id unique (citizen_id_index),
  constraint official_personal_number unique (personal_number)
);
comment on table official is 'family: unit; room: people';
alter table official enable row level security;
create index official_unit on official (unit_id);
-- Who is alike is asked before anybody is entered.
create index official_search on official (search);

-- A post held at a unit for a time, [from, until).
create table appointment (
  id uuid primary key,
  official_id uuid not null references official (id),
  post text not null references post (id),
  area_id uuid not null references area (id),
  valid_from date not null,
  valid_until date,
  -- In the own right, as deputy, or acting for who holds it.
  standing text not null default 'own' check (standing in ('own', 'deputy', 'acting')),
  decision_number text check (decision_number <> ''),
  decided_on date,
  -- Why it ended.
  ended_because text check (ended_because in ('term_over', 'promoted', 'moved', 'retired', 'left', 'died', 'unit_ended', 'entered_by_mistake')),
  made_by uuid references account (id),
  made_at timestamptz not null default now(),
  ended_by uuid references account (id),
  constraint appointment_period check (valid_until is null or valid_until >= valid_from),
  constraint appointment_ended check (ended_because is null or valid_until is not null),
  constraint appointment_once exclude using gist (official_id with =, post with =, area_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table appointment is 'family: unit; room: people';
alter table appointment enable row level security;
create index appointment_official on appointment (official_id);
create index appointment_area on appointment (area_id, valid_from);

-- Whoever is, was or will be appointed under the actor's units is seen there, whichever unit keeps the record.
create function official_seen(one uuid) returns boolean
  language plpgsql stable cost 1000 security definer set search_path = public, pg_temp as $$
begin
  return exists (select from appointment a join area_reach r on r.area_id = a.area_id
                  where a.official_id = one and r.over_id = any (nb_areas()));
end
$$;
comment on function official_seen is 'room: people';
-- An appointment is seen where it is, and by whoever keeps the person's record: the whole course of a person is read in one place.
create function official_kept(one uuid) returns boolean
  language plpgsql stable cost 1000 security definer set search_path = public, pg_temp as $$
begin
  return exists (select from official o join area_reach r on r.area_id = o.unit_id
                  where o.id = one and r.over_id = any (nb_areas()));
end
$$;
comment on function official_kept is 'room: people';
revoke execute on function official_seen(uuid), official_kept(uuid) from public;
grant execute on function official_seen(uuid), official_kept(uuid) to nb_app;
select nb_guard('official', '{unit_id}', 'select', also => 'official_seen(id)'),
       nb_guard('official', '{unit_id}', 'insert'), nb_guard('official', '{unit_id}', 'update'),
       nb_guard('appointment', '{area_id}', 'select', also => 'official_kept(official_id)'),
       nb_guard('appointment', '{area_id}', 'insert'), nb_guard('appointment', '{area_id}', 'update');
grant select, insert, update on official, appointment to nb_app;

-- Lists ask these, not the tables: to ask row by row whom the actor sees takes seconds where a province has 20,000 officials.
-- Nothing is answered of an area that is not the actor's; of what is under it, row security shows every row.
create function roster_held(of_area uuid, of_day date) returns table (official_id uuid, post text, area_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select a.official_id, a.post, a.area_id from appointment a
      join area_reach r on r.area_id = a.area_id and r.over_id = of_area
     where a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until);
end
$$;
comment on function roster_held is 'room: people';
-- Who holds a post there on the day; and idle, whose record is kept there and who hold none.
create function roster_people(of_area uuid, of_day date, words text)
  returns table (id uuid, full_name text, birth_year smallint, unit_id uuid, account_id uuid, idle boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with held as materialized (select distinct h.official_id from roster_held(of_area, of_day) h),
    idle as materialized (
      select o.id from official o join area_reach r on r.area_id = o.unit_id and r.over_id = of_area
       where not exists (select from appointment a where a.official_id = o.id
                          and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until)))
    select o.id, o.full_name, o.birth_year, o.unit_id, o.account_id, p.idle
      from (select h.official_id as id, false as idle from held h union all select i.id, true from idle i) p
      join official o on o.id = p.id
     where words is null or o.search like words;
end
$$;
comment on function roster_people is 'room: people';
-- The first by given name whom the actor sees anywhere.
create function roster_named(words text, most integer)
  returns table (id uuid, full_name text, birth_year smallint, unit_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with under as materialized (select r.area_id from area_reach r where r.over_id = any (nb_areas()))
    select o.id, o.full_name, o.birth_year, o.unit_id from official o
     where o.search like words
       and (o.unit_id in (select u.area_id from under u)
            or exists (select from appointment a where a.official_id = o.id and a.area_id in (select u.area_id from under u)))
     order by coalesce(given_name(o.full_name), '') collate vietnamese, o.full_name collate vietnamese, o.id limit most;
end
$$;
comment on function roster_named is 'room: people';
revoke execute on function roster_held(uuid, date), roster_people(uuid, date, text), roster_named(text, integer) from public;
grant execute on function roster_held(uuid, date), roster_people(uuid, date, text), roster_named(text, integer) to nb_app;

-- What somebody has learnt, or is learning: without a last month it is under way.
create table qualification (
  id uuid primary key,
  official_id uuid not null references official (id),
  kind text not null check (kind in ('professional', 'political_theory', 'state_management', 'it', 'foreign_language', 'ethnic_language')),
  -- Degree and subject, as the paper says it.
  title text not null check (title <> ''),
  school text check (school <> ''),
  form text check (form in ('regular', 'in_service', 'distance', 'short_course')),
  -- A month, or a year where no more is known.
  from_month text check (from_month ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$'),
  until_month text check (until_month ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$'),
  number text check (number <> ''),
  issued_by text check (issued_by <> ''),
  made_by uuid references account (id),
  made_at timestamptz not null default now(),
  -- Why it counts no more; it is kept and shown to nobody.
  taken_away text check (taken_away <> ''),
  constraint qualification_period check (left(until_month, 4) >= left(from_month, 4)
                                         and (length(from_month) = 4 or length(until_month) = 4 or until_month >= from_month))
);
comment on table qualification is 'family: unit; room: people';
alter table qualification enable row level security;
create index qualification_official on qualification (official_id);
-- Seen with the person, written by whoever keeps the record.
select nb_guard('qualification', null, 'select', also => 'official_kept(official_id) or official_seen(official_id)'),
       nb_guard('qualification', null, 'insert', also => 'official_kept(official_id)'),
       nb_guard('qualification', null, 'update', also => 'official_kept(official_id)');
grant select, insert, update on qualification to nb_app;

-- What a unit of a level should have of a post. Of no unit: what the nation's units should have, unless a province says otherwise.
create table norm (
  id uuid primary key,
  area_id uuid references area (id),
  level text not null check (level in ('province', 'district', 'commune', 'village')),
  post text not null references post (id),
  required smallint not null check (required between 0 and 50),
  valid_from date not null,
  valid_until date,
  legal_basis text not null check (legal_basis <> ''),
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative')),
  constraint norm_period check (valid_until is null or valid_until >= valid_from),
  constraint norm_once exclude using gist (coalesce(area_id, '00000000-0000-0000-0000-000000000000'::uuid) with =, level with =,
                                           post with =, daterange(valid_from, valid_until) with &&)
);
comment on table norm is 'family: unit; room: people';
alter table norm enable row level security;
-- What a unit should have is public.
create policy norm_read on norm for select using (true);
grant select on norm to nb_app;

insert into norm (id, level, post, required, valid_from, valid_until, legal_basis, mark)
select gen_random_uuid(), n.level, n.post, 1, '2016-01-01', case n.level when 'district' then date '2025-07-01' end,
       'Báo cáo Vĩnh Phúc 2022: mỗi cấp, mỗi đơn vị 1 lãnh đạo và 1 công chức; điều tra viên là trưởng thôn', 'text'
  from (values ('province', 'leader'), ('province', 'specialist'), ('district', 'leader'), ('district', 'specialist'),
               ('commune', 'leader'), ('commune', 'specialist'), ('village', 'enumerator')) as n (level, post);
