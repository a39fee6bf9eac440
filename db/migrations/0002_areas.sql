-- Areas: a unit has its own id; what it is called, coded, which kind it is and where it belongs are dated.
create table area (
  id uuid primary key,
  created_at timestamptz not null default now()
);
comment on table area is 'family: unit';

create table area_event (
  id uuid primary key,
  kind text not null check (kind in
    ('load', 'create', 'rename', 'merge', 'split', 'move', 'change_kind', 'change_code', 'abolish_level', 'abolish')),
  happened_on date,                       -- null: the day is not known to the sources, and is shown so
  legal_basis text,
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative', 'invented')),
  note text,
  created_at timestamptz not null default now()
);
comment on table area_event is 'family: unit';

create table area_version (
  id uuid primary key,
  area_id uuid not null references area,
  valid_from date not null,
  valid_until date,
  level smallint not null check (level between 0 and 4),  -- nation, province, district, commune, village
  kind text not null,                                     -- tinh, thanh_pho_tw, huyen, xa, phuong, thi_tran, dac_khu, thon ...
  code text,
  name text not null check (name <> ''),
  search text not null generated always as (fold(name)) stored,
  parent_id uuid references area,
  settlement text check (settlement in ('rural', 'urban')),
  event_id uuid references area_event,                    -- what began this state
  until_event_id uuid references area_event,              -- what ended it
  from_known boolean not null default true,               -- false: valid_from is the snapshot's day, the true day is unknown
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative', 'invented')),
  constraint area_version_period check (valid_until is null or valid_until > valid_from),
  constraint area_version_parent check ((parent_id is null) = (level = 0)),
  constraint area_version_one_a_day exclude using gist (area_id with =, daterange(valid_from, valid_until) with &&),
  constraint area_version_code_once exclude using gist
    (level with =, code with =, daterange(valid_from, valid_until) with &&) where (code is not null and level < 4)
);
comment on table area_version is 'family: unit';
create index area_version_parent_on on area_version (parent_id, valid_from);
create index area_version_code on area_version (code);
create index area_version_search on area_version using gin (search gin_trgm_ops);

-- Where a unit hangs, as text of ids from the nation down; a dated row, kept by areas/paths.
create table area_path (
  area_id uuid not null references area,
  valid_from date not null,
  valid_until date,
  path text collate "C" not null,
  primary key (area_id, valid_from),
  constraint area_path_period check (valid_until is null or valid_until > valid_from)
);
comment on table area_path is 'family: unit';
create index area_path_below on area_path (path text_pattern_ops);

create table area_succession (
  id uuid primary key,
  from_id uuid not null references area,
  to_id uuid not null references area,
  event_id uuid not null references area_event,
  share numeric(6, 5) check (share > 0 and share <= 1),   -- of the households; null: unknown, and said so
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative', 'invented')),
  note text,
  constraint area_succession_once unique (from_id, to_id, event_id)
);
comment on table area_succession is 'family: unit';
create index area_succession_to on area_succession (to_id);

create table area_status (
  id uuid primary key,
  area_id uuid not null references area,
  status text not null check (status in ('kv1', 'kv2', 'kv3', 'dbkk', 'border')),
  valid_from date not null,
  valid_until date,
  decision text,
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative', 'invented')),
  note text,
  constraint area_status_period check (valid_until is null or valid_until > valid_from)
);
comment on table area_status is 'family: unit';
create index area_status_area on area_status (area_id);

create table declared_total (
  id uuid primary key,
  area_id uuid not null references area,
  day date not null,
  households integer not null check (households >= 0),
  persons integer check (persons >= 0),
  kinh_households integer check (kinh_households >= 0),
  dtts_households integer check (dtts_households >= 0),
  source text not null,
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative', 'invented')),
  created_at timestamptz not null default now(),
  constraint declared_total_groups check (coalesce(kinh_households, 0) + coalesce(dtts_households, 0) <= households)
);
comment on table declared_total is 'family: unit';
create index declared_total_area on declared_total (area_id, day desc);

-- Who stands over an area for rights, as of today: itself and all above it; an ended area answers with what stands
-- over its successors. Rebuilt by area_refresh_reach, never written by hand.
create table area_reach (
  area_id uuid not null references area,
  over_id uuid not null references area,
  primary key (area_id, over_id)
);
comment on table area_reach is 'family: unit';
create index area_reach_over on area_reach (over_id);

-- Rebuilds area_path from the versions: one row for each stretch of days in which nothing above changed. Writes only
-- what differs: at a start and after an event nearly every row stays as it is.
create function area_refresh_paths() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  drop table if exists pg_temp.fresh_path;
  create temp table fresh_path (area_id uuid, valid_from date, valid_until date, path text collate "C") on commit drop;
  insert into fresh_path
    select area_id, valid_from, valid_until, area_id::text from area_version where level = 0;
  for depth in 1..4 loop
    insert into fresh_path
      select v.area_id,
             greatest(v.valid_from, p.valid_from),
             nullif(least(coalesce(v.valid_until, 'infinity'), coalesce(p.valid_until, 'infinity')), 'infinity'),
             p.path || '/' || v.area_id::text
        from area_version v
        join fresh_path p on p.area_id = v.parent_id
         and p.valid_from < coalesce(v.valid_until, 'infinity')
         and v.valid_from < coalesce(p.valid_until, 'infinity')
       where v.level = depth;
  end loop;
  delete from area_path a where not exists (
    select from fresh_path f
     where f.area_id = a.area_id and f.valid_from = a.valid_from and f.path = a.path
       and f.valid_until is not distinct from a.valid_until);
  insert into area_path (area_id, valid_from, valid_until, path)
    select area_id, valid_from, valid_until, path from fresh_path on conflict do nothing;
end
$$;

create function area_refresh_reach(today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  added integer;
begin
  drop table if exists pg_temp.fresh_reach;
  drop table if exists pg_temp.standing;
  drop table if exists pg_temp.heir;
  create temp table standing on commit drop as
    select area_id, path from area_path where valid_from <= today and (valid_until is null or today < valid_until);
  create unique index on standing (area_id);
  create temp table fresh_reach (area_id uuid, over_id uuid, primary key (area_id, over_id)) on commit drop;
  insert into fresh_reach
    select s.area_id, above::uuid from standing s, unnest(string_to_array(s.path, '/')) above;
  analyze fresh_reach;
  -- An ended area answers with what stands over each successor; one that has none (a district that was abolished, a
  -- commune whose successor is unknown) with what stands over its last parent. Repeated: these may have ended too.
  create temp table heir on commit drop as
    select s.from_id as area_id, s.to_id as heir_id from area_succession s
     where not exists (select from standing p where p.area_id = s.from_id)
    union
    select v.area_id, v.parent_id from area_version v
     where v.parent_id is not null
       and not exists (select from area_version w where w.area_id = v.area_id and w.valid_from > v.valid_from)
       and not exists (select from standing p where p.area_id = v.area_id)
       and not exists (select from area_succession s where s.from_id = v.area_id);
  loop
    insert into fresh_reach
      select h.area_id, r.over_id from heir h join fresh_reach r on r.area_id = h.heir_id
      on conflict do nothing;
    get diagnostics added = row_count;
    exit when added = 0;
  end loop;
  insert into fresh_reach select id, id from area on conflict do nothing;
  delete from area_reach a where not exists (
    select from fresh_reach f where f.area_id = a.area_id and f.over_id = a.over_id);
  insert into area_reach (area_id, over_id) select area_id, over_id from fresh_reach on conflict do nothing;
end
$$;
revoke execute on function area_refresh_paths(), area_refresh_reach(date) from public;
grant execute on function area_refresh_paths(), area_refresh_reach(date) to nb_app;

alter table area enable row level security;
alter table area_event enable row level security;
alter table area_version enable row level security;
alter table area_path enable row level security;
alter table area_succession enable row level security;
alter table area_status enable row level security;
alter table declared_total enable row level security;
alter table area_reach enable row level security;

-- Units are public knowledge: everybody reads, only who holds the area writes.
create policy area_read on area for select using (true);
create policy area_add on area for insert with check (cardinality(nb_areas()) > 0);
create policy area_event_read on area_event for select using (true);
create policy area_event_add on area_event for insert with check (cardinality(nb_areas()) > 0);
create policy area_version_read on area_version for select using (true);
create policy area_version_add on area_version for insert with check (
  exists (select from area_reach r where r.area_id = parent_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy area_version_end on area_version for update using (
  exists (select from area_reach r where r.area_id = area_version.area_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy area_path_read on area_path for select using (true);
create policy area_succession_read on area_succession for select using (true);
create policy area_succession_add on area_succession for insert with check (
  exists (select from area_reach r where r.area_id = from_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy area_status_read on area_status for select using (true);
create policy area_status_add on area_status for insert with check (
  exists (select from area_reach r where r.area_id = area_status.area_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy area_status_end on area_status for update using (
  exists (select from area_reach r where r.area_id = area_status.area_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy declared_total_read on declared_total for select using (true);
create policy declared_total_add on declared_total for insert with check (
  exists (select from area_reach r where r.area_id = declared_total.area_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy area_reach_read on area_reach for select using (true);

grant select on area, area_event, area_version, area_path, area_succession, area_status, declared_total, area_reach to nb_app;
grant insert on area, area_event, area_version, area_succession, area_status, declared_total to nb_app;
grant update (valid_until) on area_version, area_status to nb_app;
grant update (until_event_id) on area_version to nb_app;
