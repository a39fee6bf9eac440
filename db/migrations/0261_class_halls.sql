-- Halls and rooms where classes are taught: whose they are, where, and how many people find a seat.
create table class_hall (
  id uuid primary key,
  -- Whose it is.
  area_id uuid not null references area,
  name text not null check (name <> ''),
  -- How it is found; empty: not said.
  address text not null default '',
  seats smallint not null check (seats between 1 and 2000),
  -- What is there: projector, loudspeaker, line; empty: not said.
  equipment text not null default '',
  valid_from date not null,
  valid_until date,
  ended_because text check (ended_because <> ''),
  made_by uuid references account,
  made_at timestamptz not null default now(),
  search text not null generated always as (fold(name || ' ' || address)) stored,
  constraint class_hall_period check (valid_until is null or valid_until >= valid_from),
  constraint class_hall_ended check ((ended_because is null) = (valid_until is null)),
  -- One hall of a name in a unit at a time; an empty time, of what was entered by mistake, is of nobody.
  constraint class_hall_once exclude using gist (area_id with =, fold(name) with =, daterange(valid_from, valid_until) with &&)
);
comment on table class_hall is 'family: unit; room: classes';
create index class_hall_area on class_hall (area_id);

alter table class_hall enable row level security;
-- Where one may be taught is everybody's to know.
create policy class_hall_read on class_hall for select using (true);
select nb_guard('class_hall', '{area_id}', 'insert'), nb_guard('class_hall', '{area_id}', 'update');
grant select, insert, update on class_hall to nb_app;
