-- Norms of money of a province: what is paid for one of an item, in đồng, from a day on. None is ready-made: their levels are
-- entered from the resolution or decision that says them. A further value of an item is another row of its line.
create table spending_norm (
  id uuid primary key,
  area_id uuid not null references area,
  -- The first value of the item; all its values bear its id.
  line_id uuid not null,
  item text not null check (item <> ''),
  counted_by text not null check (counted_by in ('person', 'person_day', 'class', 'class_day', 'trainer_half_day', 'group', 'set')),
  dong bigint not null check (dong between 1 and 1000000000000),
  valid_from date not null,
  valid_until date,
  ended_because text check (ended_because <> ''),
  legal_reference text not null check (legal_reference <> ''),
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative')),
  note text not null default '',
  made_by uuid references account,
  made_at timestamptz not null default now(),
  search text not null generated always as (fold(item || ' ' || legal_reference)) stored,
  constraint spending_norm_period check (valid_until is null or valid_until > valid_from),
  constraint spending_norm_ended check (ended_because is null or valid_until is not null),
  -- One value of an item on a day.
  constraint spending_norm_one_value exclude using gist (line_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table spending_norm is 'family: unit; room: training';
create index spending_norm_line on spending_norm (line_id, valid_from);
create index spending_norm_area on spending_norm (area_id);

alter table spending_norm enable row level security;
-- What a province pays by its norms is public.
create policy spending_norm_read on spending_norm for select using (true);
select nb_guard('spending_norm', '{area_id}', 'insert'), nb_guard('spending_norm', '{area_id}', 'update');
grant select, insert, update on spending_norm to nb_app;
