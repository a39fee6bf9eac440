-- Tests of classes: how many questions of what are drawn, those that were, who answered what, what that was worth, and each marking anew.
create table class_test (
  id uuid primary key,
  class_id uuid not null,
  -- Of the class: from its bank the questions are drawn.
  area_id uuid not null,
  purpose text not null check (purpose in ('before', 'after', 'retake')),
  title text not null check (title <> ''),
  -- Parts: of which topic, of which kind (null: any), how many.
  blueprint jsonb not null,
  -- By it the questions are drawn and put in order: the same seed over the same bank draws the same.
  seed text not null check (seed <> ''),
  -- In how many orders it is given out.
  variants smallint not null check (variants between 1 and 8),
  -- From which share of the points on it is passed, and who laid that down; null: it is only measured.
  pass_num smallint,
  pass_of smallint,
  pass_basis text not null default '',
  -- How often one person may take it.
  attempts smallint not null check (attempts between 1 and 5),
  -- From beginning to end; null: as long as it is open.
  minutes smallint check (minutes between 1 and 600),
  state text not null default 'draft' check (state in ('draft', 'fixed', 'open', 'closed')),
  -- One more with each change of it and each marking anew: what two people saw is told apart by it.
  revision integer not null default 0,
  made_by uuid references account,
  made_at timestamptz not null default now(),
  search text not null generated always as (fold(title)) stored,
  constraint class_test_of_unit unique (id, area_id),
  constraint class_test_class foreign key (class_id, area_id) references training_class (id, area_id),
  constraint class_test_pass check (num_nonnulls(pass_num, pass_of) in (0, 2) and pass_num between 1 and pass_of and pass_of <= 1000
    and (pass_num is null) = (pass_basis = '')),
  constraint class_test_can_be_passed check (purpose = 'before' or state = 'draft' or pass_num is not null)
);
comment on table class_test is 'family: unit; room: tests';
create index class_test_of on class_test (class_id);
create index class_test_area on class_test (area_id);

-- What was drawn, in the version that stood when the test was fixed.
create table test_item (
  test_id uuid not null,
  number smallint not null check (number between 1 and 200),
  area_id uuid not null,
  question_id uuid not null,
  version smallint not null,
  topic_id uuid not null references framework_topic,
  -- What a learner is given: what is asked and what can be chosen. No key stands in this table.
  sheet jsonb not null,
  -- The versions by whose keys an answer is right; it counts no more where it was dropped.
  marked_by smallint[] not null check (cardinality(marked_by) >= 1),
  dropped boolean not null default false,
  primary key (test_id, number),
  constraint test_item_once unique (test_id, question_id),
  constraint test_item_test foreign key (test_id, area_id) references class_test (id, area_id),
  constraint test_item_version foreign key (question_id, version) references question_version (question_id, version)
);
comment on table test_item is 'family: unit; room: tests';
create index test_item_area on test_item (area_id);
create index test_item_question on test_item (question_id);

-- One person's answers, once.
create table test_attempt (
  id uuid primary key,
  test_id uuid not null,
  area_id uuid not null,
  official_id uuid not null references official,
  -- The how manieth of this person.
  number smallint not null check (number >= 1),
  way text not null check (way in ('online', 'paper')),
  variant smallint not null check (variant between 1 and 8),
  -- The numbers of the questions in the order in which they were asked.
  places smallint[] not null check (cardinality(places) >= 1),
  -- By the number of the question.
  answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
  -- In which session it is being answered; of paper none.
  session_id uuid,
  begun_at timestamptz not null,
  -- Null: still being answered.
  sent_at timestamptz,
  made_by uuid references account,
  constraint test_attempt_of_unit unique (id, area_id),
  constraint test_attempt_once unique (test_id, official_id, number),
  constraint test_attempt_test foreign key (test_id, area_id) references class_test (id, area_id),
  constraint test_attempt_way check ((way = 'paper') = (session_id is null) and (way = 'online' or sent_at is not null))
);
comment on table test_attempt is 'family: unit; room: tests';
create index test_attempt_area on test_attempt (area_id);
create index test_attempt_official on test_attempt (official_id);
-- Of one person one is open at a time.
create unique index test_attempt_open on test_attempt (test_id, official_id) where sent_at is null;

-- Each marking anew of a question of a test, for good.
create table test_remark (
  id uuid primary key,
  test_id uuid not null,
  area_id uuid not null,
  item smallint not null,
  how text not null check (how in ('drop', 'accept', 'replace')),
  -- The version whose key is accepted too, or alone.
  version smallint,
  -- Whether a mark may be lower than before.
  lowers boolean not null,
  because text not null check (because <> ''),
  -- How many marks became another.
  changed integer not null,
  made_by uuid references account,
  made_name text not null,
  made_at timestamptz not null default now(),
  constraint test_remark_of_unit unique (id, area_id),
  constraint test_remark_version check ((how = 'drop') = (version is null)),
  constraint test_remark_item foreign key (test_id, item) references test_item (test_id, number)
);
comment on table test_remark is 'family: unit; room: tests';
create index test_remark_test on test_remark (test_id);
create index test_remark_area on test_remark (area_id);

-- What an attempt was worth, each time it was marked: the last counts, what stood before stays.
create table attempt_mark (
  attempt_id uuid not null,
  number smallint not null check (number >= 1),
  area_id uuid not null,
  -- So many points, as an exact fraction, of so many questions.
  num integer not null check (num >= 0),
  of integer not null check (of >= 1),
  questions smallint not null check (questions >= 1),
  -- Null: the test has no mark to reach.
  passed boolean,
  -- What each answer was worth, by the number of its question.
  worth jsonb not null,
  -- By which marking anew; null: as it was sent, or as its paper was put right.
  remark_id uuid,
  because text check (because <> ''),
  made_by uuid references account,
  made_at timestamptz not null default now(),
  primary key (attempt_id, number),
  constraint attempt_mark_within check (num <= of * questions),
  constraint attempt_mark_because check ((number = 1) = (because is null)),
  constraint attempt_mark_attempt foreign key (attempt_id, area_id) references test_attempt (id, area_id),
  constraint attempt_mark_remark foreign key (remark_id, area_id) references test_remark (id, area_id)
);
comment on table attempt_mark is 'family: unit; room: tests';
create index attempt_mark_area on attempt_mark (area_id);

-- The tests of the classes in which whoever asks has a seat, open or closed.
create function my_class_tests() returns table (test_id uuid, class_id uuid, class_title text, area_id uuid, official_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, c.id, trim(c.code || ' ' || c.title), t.area_id, s.official_id
    from class_seat s join class_test t on t.class_id = s.class_id join training_class c on c.id = t.class_id
   where s.official_id = roster_self() and s.state = 'enrolled' and t.state in ('open', 'closed')
$$;
comment on function my_class_tests is 'room: tests';
create function is_my_test(test uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from my_class_tests() m where m.test_id = test)
$$;
comment on function is_my_test is 'room: tests';
create function is_my_attempt(attempt uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from test_attempt a where a.id = attempt and a.official_id = roster_self())
$$;
comment on function is_my_attempt is 'room: tests';
-- The keys by which an attempt is marked: to the server that marks it, of whoever answered it or holds its class.
create function attempt_keys(attempt uuid) returns table (item smallint, dropped boolean, body jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.number, i.dropped, v.body
    from test_attempt a join test_item i on i.test_id = a.test_id
    join question_version v on v.question_id = i.question_id and v.version = any (i.marked_by)
   where a.id = attempt
     and (a.official_id = roster_self()
          or exists (select from area_reach r where r.area_id = a.area_id and r.over_id = any (nb_areas())))
   order by i.number, v.version
$$;
comment on function attempt_keys is 'room: tests';
-- Two records are one person: their attempts stay as many as they were, one after the other, and are never summed.
create function attempts_joined(kept uuid, former uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update test_attempt a set official_id = kept,
         number = a.number + (select coalesce(max(b.number), 0) from test_attempt b where b.test_id = a.test_id and b.official_id = kept)
   where a.official_id = former
$$;
comment on function attempts_joined is 'room: tests';
revoke execute on function my_class_tests(), is_my_test(uuid), is_my_attempt(uuid), attempt_keys(uuid), attempts_joined(uuid, uuid) from public;
grant execute on function my_class_tests(), is_my_test(uuid), is_my_attempt(uuid), attempt_keys(uuid), attempts_joined(uuid, uuid) to nb_app;

alter table class_test enable row level security;
alter table test_item enable row level security;
alter table test_attempt enable row level security;
alter table test_remark enable row level security;
alter table attempt_mark enable row level security;
select nb_guard('class_test', '{area_id}', 'select', also => 'is_my_test(id)'), nb_guard('class_test', '{area_id}', 'insert'),
       nb_guard('class_test', '{area_id}', 'update'), nb_guard('class_test', '{area_id}', 'delete'),
       nb_guard('test_item', '{area_id}', 'select', also => 'is_my_test(test_id)'), nb_guard('test_item', '{area_id}', 'insert'),
       nb_guard('test_item', '{area_id}', 'update'), nb_guard('test_item', '{area_id}', 'delete'),
       nb_guard('test_attempt', '{area_id}', 'select', also => 'official_id = roster_self()'),
       nb_guard('test_attempt', '{area_id}', 'insert', also => 'official_id = roster_self()'),
       nb_guard('test_attempt', '{area_id}', 'update', also => 'official_id = roster_self()'),
       nb_guard('test_remark', '{area_id}', 'select'), nb_guard('test_remark', '{area_id}', 'insert'),
       nb_guard('attempt_mark', '{area_id}', 'select', also => 'is_my_attempt(attempt_id)'),
       nb_guard('attempt_mark', '{area_id}', 'insert', also => 'is_my_attempt(attempt_id)');
grant select, insert, update, delete on class_test, test_item to nb_app;
grant select, insert, update on test_attempt to nb_app;
grant select, insert on test_remark, attempt_mark to nb_app;
