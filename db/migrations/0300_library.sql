-- What is read to learn: materials by topic, each in versions, and who opened, read and did what.
create table material (
  id uuid primary key,
  -- Who keeps it; the units below read it.
  area_id uuid not null references area,
  -- As the first version of its framework has it (`topic_first`).
  topic_id uuid not null references framework_topic,
  kind text not null check (kind in ('document', 'newspaper', 'slides', 'picture', 'lesson', 'answer')),
  -- The newest.
  version smallint not null default 1 check (version > 0),
  -- Its title in small letters with tone marks, for finding the same twice.
  title_key text not null check (title_key <> ''),
  out_at timestamptz,
  out_by uuid references account,
  out_because text check (out_because <> ''),
  made_by uuid references account,
  made_at timestamptz not null default now(),
  constraint material_out check (num_nonnulls(out_at, out_because) in (0, 2) and (out_at is not null or out_by is null))
);
comment on table material is 'family: unit; room: study';
create index material_area on material (area_id, topic_id);
create index material_topic on material (topic_id);
create unique index material_once on material (area_id, topic_id, md5(title_key)) where out_at is null;

create table material_version (
  material_id uuid not null references material,
  version smallint not null check (version > 0),
  area_id uuid not null references area,
  title text not null check (title <> ''),
  summary text not null default '',
  -- What is read on the page; null where it is a file.
  body text check (body <> ''),
  file_id uuid references file,
  -- What its file is: who reads it from below sees no row of `file`.
  media_type text,
  byte_length integer check (byte_length > 0),
  -- Of a lesson: what is asked after it, of the practice pool.
  question_id uuid references question,
  -- The article that it rests on, the newspaper and its day; empty: not said.
  basis text not null default '',
  -- Why it was added; the first says none.
  because text check (because <> ''),
  made_by uuid references account,
  -- As they were called then: who reads it from below sees no account above.
  made_name text not null default '',
  made_at timestamptz not null default now(),
  search text not null generated always as (fold(title || ' ' || summary || ' ' || basis)) stored,
  primary key (material_id, version),
  constraint material_version_because check ((version = 1) = (because is null)),
  constraint material_version_content check (num_nonnulls(body, file_id) = 1),
  constraint material_version_file check (num_nonnulls(file_id, media_type, byte_length) in (0, 3))
);
comment on table material_version is 'family: unit; room: study';
create index material_version_area on material_version (area_id);
create index material_version_file on material_version (file_id) where file_id is not null;
create index material_version_question on material_version (question_id) where question_id is not null;

-- What a person did with a version: opened it, said that it is read, answered its question right. A column nobody did is null.
create table material_reading (
  material_id uuid not null,
  version smallint not null,
  account_id uuid not null references account,
  -- Where they worked then.
  area_id uuid not null references area,
  opened_at timestamptz,
  said_at timestamptz,
  done_at timestamptz,
  primary key (material_id, version, account_id),
  constraint material_reading_of foreign key (material_id, version) references material_version (material_id, version)
);
comment on table material_reading is 'family: unit; room: study';
create index material_reading_area on material_reading (area_id);
create index material_reading_account on material_reading (account_id);

alter table material enable row level security;
alter table material_version enable row level security;
alter table material_reading enable row level security;
select nb_guard('material', '{area_id}', 'select', also => 'unit_above_mine(area_id)'),
       nb_guard('material', '{area_id}', 'insert'), nb_guard('material', '{area_id}', 'update'),
       nb_guard('material_version', '{area_id}', 'select', also => 'unit_above_mine(area_id)'),
       nb_guard('material_version', '{area_id}', 'insert'),
       nb_guard('material_reading', '{area_id}', 'select', also => 'account_id = nb_account()');
grant select, insert, update on material to nb_app;
grant select, insert on material_version to nb_app;
-- Written by `material_told` alone, which writes for nobody but who asks.
grant select on material_reading to nb_app;

-- Whether who asks may read it: of their own units, or of one above.
create function material_readable(of_material uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from material m where m.id = of_material and (nb_holds(m.area_id) or unit_above_mine(m.area_id)));
end
$$;
comment on function material_readable is 'room: study';

-- What who asks did with a version, kept once: false where they may not read it, or do not work at that unit.
create function material_told(of_material uuid, of_version smallint, of_unit uuid, what text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not nb_holds(of_unit) or not material_readable(of_material) then return false; end if;
  insert into material_reading as r (material_id, version, account_id, area_id, opened_at, said_at, done_at)
  values (of_material, of_version, nb_account(), of_unit, case when what = 'opened' then at end,
          case when what = 'read' then at end, case when what = 'done' then at end)
  on conflict (material_id, version, account_id) do update set
    area_id = excluded.area_id,
    opened_at = coalesce(r.opened_at, excluded.opened_at),
    said_at = case when what <> 'unread' then coalesce(r.said_at, excluded.said_at) end,
    done_at = coalesce(r.done_at, excluded.done_at);
  return true;
end
$$;
comment on function material_told is 'room: study';

-- A piece of the file of a version; null where who asks may not read it, or there is none.
create function material_file(of_material uuid, of_version smallint, from_byte integer, bytes integer) returns bytea
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not material_readable(of_material) then return null; end if;
  return (select substring(f.content from from_byte + 1 for bytes) from material_version v join file f on f.id = v.file_id
           where v.material_id = of_material and v.version = of_version);
end
$$;
comment on function material_file is 'room: study';

-- The question after the newest version of a lesson, with its key: of the practice pool, whose keys may stand on phones.
create function material_question(of_material uuid)
  returns table (question_id uuid, version smallint, ask text, body jsonb, basis text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not material_readable(of_material) then return; end if;
  return query
    select q.id, q.version, w.ask, w.body, w.basis
      from material m join material_version v on v.material_id = m.id and v.version = m.version
      join question q on q.id = v.question_id and q.pool = 'practice' and q.out_at is null
      join question_version w on w.question_id = q.id and w.version = q.version
     where m.id = of_material;
end
$$;
comment on function material_question is 'room: study';

-- Who works under an area on a day and may read each of these materials, with what they did; of people with several posts the
-- first unit. Administrators read none.
create function material_readers(of_materials uuid[], of_area uuid, of_day date)
  returns table (material_id uuid, account_id uuid, full_name text, unit_id uuid, opened_at timestamptz, opened_version smallint,
                 said_at timestamptz, said_version smallint, done_at timestamptz, done_version smallint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not nb_holds(of_area) then return; end if;
  return query
    with worker as materialized (
      select g.account_id as who, a.full_name as called, array_agg(distinct g.area_id) as units
        from access_grant g join area_reach r on r.area_id = g.area_id and r.over_id = of_area
        join account a on a.id = g.account_id and a.disabled_at is null
       where g.role <> 'administrator' and g.valid_from <= of_day and coalesce(g.valid_until, 'infinity') > of_day
       group by g.account_id, a.full_name),
    asked as materialized (
      select m.id, m.area_id from material m
       where m.id = any (of_materials) and (nb_holds(m.area_id) or unit_above_mine(m.area_id))),
    did as materialized (
      select d.material_id as material, d.account_id as who,
             max(d.opened_at) as opened, max(d.version) filter (where d.opened_at is not null) as opened_as,
             max(d.said_at) as said, max(d.version) filter (where d.said_at is not null) as said_as,
             max(d.done_at) as done, max(d.version) filter (where d.done_at is not null) as done_as
        from material_reading d join asked k on k.id = d.material_id group by 1, 2)
    select k.id, w.who, w.called,
           (select x.area_id from area_reach x where x.over_id = k.area_id and x.area_id = any (w.units) order by x.area_id limit 1),
           d.opened, d.opened_as, d.said, d.said_as, d.done, d.done_as
      from asked k join worker w on exists (select from area_reach x where x.over_id = k.area_id and x.area_id = any (w.units))
      left join did d on d.material = k.id and d.who = w.who;
end
$$;
comment on function material_readers is 'room: study';

revoke execute on function material_readable(uuid), material_told(uuid, smallint, uuid, text, timestamptz),
  material_file(uuid, smallint, integer, integer), material_question(uuid), material_readers(uuid[], uuid, date) from public;
grant execute on function material_readable(uuid), material_told(uuid, smallint, uuid, text, timestamptz),
  material_file(uuid, smallint, integer, integer), material_question(uuid), material_readers(uuid[], uuid, date) to nb_app;

-- Files come in pieces from now on: what is kept unpacked is read from its middle.
alter table file alter column content set storage external;
