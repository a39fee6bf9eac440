-- Every standard, form and points table that ever decided something, by content hash: a letter of 2031 explains 2026.
create table law_text (
  hash text primary key,
  kind text not null check (kind in ('standard', 'form', 'points')),
  id text not null,
  mark text not null,
  document jsonb not null,
  loaded_at timestamptz not null default now()
);
comment on table law_text is 'family: unit';

-- Owned by training, written by the rooms above it: an error found in the work, by topic and person.
create table training_need (
  id uuid primary key,
  area_id uuid not null references area,
  account_id uuid references account,
  topic text not null,
  cause text not null check (cause in ('returned_form', 'back_check', 'complaint_upheld', 'late_step')),
  source_id uuid not null,
  found_on date not null,
  created_at timestamptz not null default now()
);
comment on table training_need is 'family: unit';
create index training_need_area on training_need (area_id, found_on);

-- What a plan will ask for: how many people of which audience on which topic in which year, and why.
create table training_demand (
  id uuid primary key,
  area_id uuid not null references area,
  year smallint not null,
  topic text not null,
  audience text not null,
  people integer not null check (people > 0),
  because text not null,
  created_at timestamptz not null default now()
);
comment on table training_demand is 'family: unit';

alter table law_text enable row level security;
alter table training_need enable row level security;
alter table training_demand enable row level security;
create policy law_text_read on law_text for select using (true);
create policy training_need_held on training_need using (
  exists (select from area_reach r where r.area_id = training_need.area_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy training_demand_held on training_demand using (
  exists (select from area_reach r where r.area_id = training_demand.area_id and r.over_id = any ((select nb_areas())::uuid[])));
grant select on law_text to nb_app;
grant select, insert on training_need, training_demand to nb_app;
