-- Questions by which learners are tested, each by its topic, with every version that it had.
create table question (
  id uuid primary key,
  -- Whose bank it stands in.
  area_id uuid not null references area,
  -- As the first version of its framework has it (`topic_first`).
  topic_id uuid not null references framework_topic,
  -- What of a practice pool is asked stands on phones with its key; a class test draws from the other alone.
  pool text not null check (pool in ('test', 'practice')),
  -- The newest.
  version smallint not null default 1 check (version > 0),
  -- What is asked and what can be chosen, for finding the same twice; null where words do not tell two apart (a household to classify).
  ask_key text check (ask_key <> ''),
  out_at timestamptz,
  out_by uuid references account,
  out_because text check (out_because <> ''),
  made_by uuid references account,
  made_at timestamptz not null default now(),
  constraint question_out check (num_nonnulls(out_at, out_because) in (0, 2) and (out_at is not null or out_by is null))
);
comment on table question is 'family: unit; room: tests';
create index question_area on question (area_id, topic_id);
create unique index question_once on question (area_id, topic_id, md5(ask_key)) where out_at is null;

create table question_version (
  question_id uuid not null references question,
  version smallint not null check (version > 0),
  area_id uuid not null references area,
  kind text not null check (kind in ('single', 'multiple', 'true_false', 'numeric', 'household')),
  ask text not null check (ask <> ''),
  -- What can be chosen and what is right, as its kind has it. Of a household to classify no key stands here: the standard says it.
  body jsonb not null check (body->>'kind' = kind),
  -- The article, the page; empty: not said.
  basis text not null default '',
  -- Why it was written anew; the first says none.
  because text check (because <> ''),
  made_by uuid references account,
  made_at timestamptz not null default now(),
  search text not null generated always as (fold(ask || ' ' || basis)) stored,
  primary key (question_id, version),
  constraint question_version_because check ((version = 1) = (because is null))
);
comment on table question_version is 'family: unit; room: tests';
create index question_version_area on question_version (area_id);

alter table question enable row level security;
alter table question_version enable row level security;
-- With the keys: whoever works below the unit, and may be tested, sees none.
select nb_guard('question', '{area_id}', 'select'), nb_guard('question', '{area_id}', 'insert'), nb_guard('question', '{area_id}', 'update'),
       nb_guard('question_version', '{area_id}', 'select'), nb_guard('question_version', '{area_id}', 'insert');
grant select, insert, update on question to nb_app;
grant select, insert on question_version to nb_app;
