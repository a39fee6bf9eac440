-- What a province lays down for classes, as dated values with the text that says them; where classes may be held, and how far
-- it is from a commune to there. None is ready-made.
create table training_limit (
  id uuid primary key,
  area_id uuid not null references area,
  -- The first value of it; all its values bear its id.
  line_id uuid not null,
  kind text not null check (kind in ('largest_class', 'from_one_place', 'days_in_a_row', 'hours_a_day', 'furthest_way',
                                     'newly_in_post', 'closed', 'first_turn')),
  value integer check (value between 1 and 1000),
  -- Of closed days: month and day of the first and the last, each year; the last may lie in the year after.
  first_day text check (first_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  last_day text check (last_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  -- Why classes are closed then.
  what text check (what <> ''),
  -- Whose turn is first, then whose.
  turns text[] check (turns <@ array['newly_in_post', 'difficult_area', 'border_area', 'nominated', 'error', 'requested'] and cardinality(turns) > 0),
  valid_from date not null,
  valid_until date,
  ended_because text check (ended_because <> ''),
  legal_reference text not null check (legal_reference <> ''),
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative')),
  made_by uuid references account,
  made_at timestamptz not null default now(),
  -- Why it was never so: entered by mistake. It is kept and counts nowhere.
  withdrawn_because text check (withdrawn_because <> ''),
  search text not null generated always as (fold(legal_reference || ' ' || coalesce(what, ''))) stored,
  constraint training_limit_says check ((value is not null) = (kind not in ('closed', 'first_turn'))
    and (first_day is not null) = (kind = 'closed') and (last_day is not null) = (kind = 'closed') and (what is not null) = (kind = 'closed')
    and (turns is not null) = (kind = 'first_turn')),
  constraint training_limit_period check (valid_until is null or valid_until > valid_from),
  constraint training_limit_ended check (ended_because is null or valid_until is not null),
  -- One value on a day; of closed days one of a line.
  constraint training_limit_one_value exclude using gist (line_id with =, daterange(valid_from, valid_until) with &&)
    where (withdrawn_because is null),
  constraint training_limit_one_of_kind exclude using gist (area_id with =, kind with =, daterange(valid_from, valid_until) with &&)
    where (withdrawn_because is null and kind <> 'closed')
);
comment on table training_limit is 'family: unit; room: training';
create index training_limit_line on training_limit (line_id, valid_from);
create index training_limit_area on training_limit (area_id, kind);

-- A unit that may hold classes, for a time.
create table class_place (
  id uuid primary key,
  area_id uuid not null references area,
  -- In which hall; empty: not said.
  hall text not null default '',
  valid_from date not null,
  valid_until date,
  ended_because text check (ended_because <> ''),
  made_by uuid references account,
  made_at timestamptz not null default now(),
  constraint class_place_period check (valid_until is null or valid_until > valid_from),
  constraint class_place_ended check (ended_because is null or valid_until is not null),
  constraint class_place_once exclude using gist (area_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table class_place is 'family: unit; room: training';

-- How far it is between two units by road, the same there and back.
create table training_way (
  id uuid primary key,
  -- The province that keeps it.
  area_id uuid not null references area,
  from_id uuid not null references area,
  to_id uuid not null references area,
  km smallint not null check (km between 1 and 1000),
  made_by uuid references account,
  made_at timestamptz not null default now(),
  constraint training_way_elsewhere check (from_id <> to_id)
);
comment on table training_way is 'family: unit; room: training';
create unique index training_way_once on training_way (least(from_id, to_id), greatest(from_id, to_id));
create index training_way_area on training_way (area_id);
create index training_way_from on training_way (from_id);
create index training_way_to on training_way (to_id);

alter table training_limit enable row level security;
alter table class_place enable row level security;
alter table training_way enable row level security;
-- What a province lays down, where its halls are and how far its roads go is public.
create policy training_limit_read on training_limit for select using (true);
create policy class_place_read on class_place for select using (true);
create policy training_way_read on training_way for select using (true);
select nb_guard(t.name, '{area_id}', 'insert'), nb_guard(t.name, '{area_id}', 'update')
  from (values ('training_limit'), ('class_place'), ('training_way')) as t (name);
select nb_guard('training_way', '{area_id}', 'delete');
grant select, insert, update on training_limit, class_place to nb_app;
grant select, insert, update, delete on training_way to nb_app;
