-- Classes: what a unit holds for its people, of which line of its plan, about what, and how far it is.
create table training_class (
  id uuid primary key,
  -- Who holds it.
  area_id uuid not null references area,
  -- Of which year's work it is.
  year smallint not null check (year between 2000 and 2100),
  -- As the unit numbers its classes; empty: not said.
  code text not null default '',
  title text not null check (title <> ''),
  kind text not null check (kind in ('short', 'refresher', 'long', 'study_visit', 'seminar', 'briefing')),
  -- The line of an approved plan of the same unit that it fulfils, as that was first entered: the same through all amendments.
  plan_line_id uuid,
  plan_line_state text generated always as (case when plan_line_id is not null then 'approved' end) stored,
  -- How many can learn; null: not said yet.
  seats smallint check (seats between 1 and 2000),
  -- How many have a seat.
  taken smallint not null default 0,
  state text not null default 'planned'
    check (state in ('planned', 'announced', 'enrolling', 'confirmed', 'running', 'completed', 'cancelled')),
  -- Whether its sessions hold their halls and people.
  stands boolean not null generated always as (state <> 'cancelled') stored,
  note text not null default '',
  -- One more with each change: what two people saw is told apart by it.
  revision integer not null default 0,
  made_by uuid references account,
  made_at timestamptz not null default now(),
  search text not null generated always as (fold(code || ' ' || title)) stored,
  constraint training_class_of_unit unique (id, area_id),
  constraint training_class_as_it_stands unique (id, area_id, stands),
  -- Nobody sits where there is no seat.
  constraint training_class_taken check (taken between 0 and coalesce(seats, 0)),
  constraint training_class_line foreign key (plan_line_id, plan_line_state, area_id) references plan_line (id, state, area_id)
);
comment on table training_class is 'family: unit; room: classes';
create unique index training_class_code_once on training_class (area_id, year, lower(code)) where code <> '';
create index training_class_area on training_class (area_id, year);
create index training_class_line_of on training_class (plan_line_id) where plan_line_id is not null;
alter table training_class enable row level security;
select nb_guard('training_class', '{area_id}', 'select'), nb_guard('training_class', '{area_id}', 'insert'),
       nb_guard('training_class', '{area_id}', 'update');
grant select, insert, update on training_class to nb_app;

-- What it teaches: topics as the first version of their framework has them (`topic_first`).
create table class_topic (
  class_id uuid not null,
  area_id uuid not null,
  topic_id uuid not null references framework_topic,
  primary key (class_id, topic_id),
  constraint class_topic_class foreign key (class_id, area_id) references training_class (id, area_id)
);
comment on table class_topic is 'family: unit; room: classes';
create index class_topic_of on class_topic (topic_id);
alter table class_topic enable row level security;
select nb_guard('class_topic', '{area_id}', 'select'), nb_guard('class_topic', '{area_id}', 'insert'),
       nb_guard('class_topic', '{area_id}', 'delete');
grant select, insert, delete on class_topic to nb_app;

-- Each step that a class took, also back: who, when, why. Nothing of it is ever changed.
create table class_step (
  class_id uuid not null,
  area_id uuid not null,
  number smallint not null check (number >= 1),
  -- Null: it was planned.
  from_state text,
  to_state text not null,
  back boolean not null default false,
  because text not null default '',
  made_by uuid references account,
  made_name text not null,
  made_on date not null,
  made_at timestamptz not null default now(),
  primary key (class_id, number),
  constraint class_step_class foreign key (class_id, area_id) references training_class (id, area_id),
  -- Who calls off or takes back says why.
  constraint class_step_because check (because <> '' or not (back or to_state = 'cancelled'))
);
comment on table class_step is 'family: unit; room: classes';
alter table class_step enable row level security;
select nb_guard('class_step', '{area_id}', 'select'), nb_guard('class_step', '{area_id}', 'insert');
grant select, insert on class_step to nb_app;
