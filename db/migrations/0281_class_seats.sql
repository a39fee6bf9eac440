-- Who learns in a class: how many each unit may send, who was named, who has a seat, and whose completion is a turn (lượt).
create table class_quota (
  class_id uuid not null,
  area_id uuid not null,
  -- Whose people.
  from_id uuid not null references area,
  seats smallint not null check (seats between 1 and 2000),
  primary key (class_id, from_id),
  constraint class_quota_class foreign key (class_id, area_id) references training_class (id, area_id)
);
comment on table class_quota is 'family: unit; room: classes';
create index class_quota_area on class_quota (area_id);
create index class_quota_from on class_quota (from_id);
alter table class_quota enable row level security;
select nb_guard('class_quota', '{area_id, from_id}', 'select'), nb_guard('class_quota', '{area_id}', 'insert'),
       nb_guard('class_quota', '{area_id}', 'update'), nb_guard('class_quota', '{area_id}', 'delete');
grant select, insert, update, delete on class_quota to nb_app;

create table class_seat (
  id uuid primary key,
  class_id uuid not null,
  area_id uuid not null,
  official_id uuid not null references official,
  -- For which unit they come, as the roster had it then.
  from_id uuid not null references area,
  -- Only who is enrolled has a seat.
  state text not null check (state in
    ('nominated', 'refused', 'waiting', 'offered', 'enrolled', 'declined', 'withdrawn', 'substituted')),
  -- Why refused, declined, withdrawn or substituted.
  because text not null default '',
  -- Who learns in their place.
  followed_by uuid,
  -- The last day on which an offered seat is accepted.
  offer_until date,
  -- One more with each change: what two people saw is told apart by it.
  revision integer not null default 0,
  made_by uuid references account,
  made_at timestamptz not null default now(),
  constraint class_seat_once unique (class_id, official_id),
  constraint class_seat_of_class unique (id, class_id),
  constraint class_seat_class foreign key (class_id, area_id) references training_class (id, area_id),
  constraint class_seat_followed foreign key (followed_by, class_id) references class_seat (id, class_id),
  constraint class_seat_substituted check ((state = 'substituted') = (followed_by is not null) and followed_by is distinct from id),
  constraint class_seat_because check (because <> '' or state not in ('refused', 'withdrawn', 'substituted')),
  constraint class_seat_offered check ((state = 'offered') = (offer_until is not null))
);
comment on table class_seat is 'family: unit; room: classes';
create index class_seat_of on class_seat (class_id, state);
create index class_seat_area on class_seat (area_id);
create index class_seat_from on class_seat (from_id);
create index class_seat_official on class_seat (official_id);
alter table class_seat enable row level security;
select nb_guard('class_seat', '{area_id, from_id}', 'select', also => 'official_id = roster_self()'),
       nb_guard('class_seat', '{area_id, from_id}', 'insert'), nb_guard('class_seat', '{area_id, from_id}', 'update');
grant select, insert, update on class_seat to nb_app;

-- A turn: one person who completed one class, as they stood on that day.
create table training_turn (
  id uuid primary key,
  class_id uuid not null,
  -- Who held the class.
  area_id uuid not null,
  official_id uuid not null references official,
  -- For which unit they came.
  from_id uuid not null references area,
  completed_on date not null,
  year smallint not null generated always as (extract(year from completed_on)) stored,
  -- As they were on that day: the post by which they count (null: in none), and who they are.
  post text references post,
  sex text not null check (sex in ('male', 'female')),
  ethnicity text not null check (ethnicity ~ '^[0-9]{2}$'),
  -- The level of who held the class, on that day.
  level smallint not null check (level between 0 and 4),
  made_at timestamptz not null default now(),
  constraint training_turn_once unique (class_id, official_id),
  constraint training_turn_class foreign key (class_id, area_id) references training_class (id, area_id)
);
comment on table training_turn is 'family: unit; room: classes';
create index training_turn_area on training_turn (area_id, completed_on);
create index training_turn_from on training_turn (from_id, completed_on);
create index training_turn_official on training_turn (official_id, completed_on);
alter table training_turn enable row level security;
select nb_guard('training_turn', '{area_id, from_id}', 'select', also => 'official_id = roster_self()'),
       nb_guard('training_turn', '{area_id}', 'insert'), nb_guard('training_turn', '{area_id}', 'delete');
grant select, insert, delete on training_turn to nb_app;
