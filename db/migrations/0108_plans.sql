-- The plan of training of a unit for a year, under a programme or a sub-project: lines of topics, and their money by source.
-- Its state is followed by its lines and their money by keys, so that none is added to what is approved.
create table training_plan (
  id uuid primary key,
  area_id uuid not null references area,
  -- Of the unit, as it was when the plan was begun.
  level text not null check (level in ('province', 'district', 'commune')),
  year smallint not null check (year between 2000 and 2100),
  programme_id uuid not null,
  name text not null check (name <> ''),
  -- How many one class takes at most, as the province says, and where it says so. Null: nobody said.
  largest_class smallint check (largest_class between 1 and 1000),
  largest_class_by text not null default '',
  note text not null default '',
  state text not null default 'drafted' check (state in ('drafted', 'approved')),
  -- Counts every change of the draft and names who made one: who approves has seen the last and made none.
  edits integer not null default 0,
  worked_by text[] not null default '{}',
  begun_at timestamptz not null default now(),
  search text not null generated always as (fold(name)) stored,
  constraint training_plan_programme foreign key (programme_id) references programme,
  constraint training_plan_largest check ((largest_class is null) = (largest_class_by = '')),
  constraint training_plan_as_it_stands unique (id, state, area_id)
);
comment on table training_plan is 'family: unit; room: training';
create index training_plan_area on training_plan (area_id, year);
create index training_plan_programme_of on training_plan (programme_id);

create table plan_line (
  id uuid primary key,
  plan_id uuid not null,
  state text not null default 'drafted',
  area_id uuid not null,
  topic_id uuid not null,
  audience text not null default '',
  people integer not null check (people between 1 and 1000000),
  classes integer not null check (classes between 1 and 10000),
  -- Where: a unit, and in it a hall.
  place_id uuid,
  place text not null default '',
  -- Weeks of the year, as ISO 8601 counts them. Empty: not said.
  weeks integer[] not null default '{}' check (1 <= all (weeks) and 53 >= all (weeks)),
  note text not null default '',
  made_at timestamptz not null default now(),
  constraint plan_line_classes check (classes <= people),
  constraint plan_line_topic foreign key (topic_id) references framework_topic,
  constraint plan_line_place foreign key (place_id) references area,
  constraint plan_line_fixed foreign key (plan_id, state, area_id) references training_plan (id, state, area_id) on update cascade,
  constraint plan_line_as_it_stands unique (id, state, area_id)
);
comment on table plan_line is 'family: unit; room: training';
create index plan_line_of on plan_line (plan_id);
create index plan_line_place_of on plan_line (place_id);

create table plan_money (
  id uuid primary key,
  plan_line_id uuid not null,
  state text not null default 'drafted',
  area_id uuid not null,
  place smallint not null,
  source text not null check (source in ('central', 'province', 'district', 'commune', 'other')),
  -- The value by which it was computed; null: of no norm, and what for.
  norm_id uuid,
  what text not null default '',
  quantity integer not null check (quantity between 1 and 1000000),
  -- For one, as the norm said when this was written.
  dong bigint not null check (dong between 1 and 1000000000000),
  amount bigint not null generated always as (quantity * dong) stored,
  constraint plan_money_of_norm check ((norm_id is null) = (what <> '')),
  constraint plan_money_norm foreign key (norm_id) references spending_norm,
  constraint plan_money_fixed foreign key (plan_line_id, state, area_id) references plan_line (id, state, area_id) on update cascade
);
comment on table plan_money is 'family: unit; room: training';
create index plan_money_of on plan_money (plan_line_id, place);

alter table training_plan enable row level security;
alter table plan_line enable row level security;
alter table plan_money enable row level security;
select nb_guard(t.name, '{area_id}', 'select'), nb_guard(t.name, '{area_id}', 'insert', only_if => 'state = ''drafted'''),
       nb_guard(t.name, '{area_id}', 'update', only_if => 'state = ''drafted'''),
       nb_guard(t.name, '{area_id}', 'delete', only_if => 'state = ''drafted''')
  from (values ('training_plan'), ('plan_line'), ('plan_money')) as t (name);
grant select, insert, update, delete on training_plan, plan_line, plan_money to nb_app;
