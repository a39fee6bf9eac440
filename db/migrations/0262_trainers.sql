-- Who teaches: officials of the roster and people from elsewhere, and which topics.
create table trainer (
  id uuid primary key,
  -- Who keeps them.
  area_id uuid not null references area,
  -- Of the roster; null: from elsewhere.
  official_id uuid references official,
  full_name text not null check (full_name <> ''),
  -- Where they work, as it is written on papers; empty: not said.
  organisation text not null default '',
  phone text check (phone <> ''),
  email text check (email <> ''),
  -- Topics of approved frameworks, each as the first version of its framework has it (`topic_first`).
  topics uuid[] not null default '{}',
  note text not null default '',
  valid_from date not null,
  valid_until date,
  ended_because text check (ended_because <> ''),
  made_by uuid references account,
  made_at timestamptz not null default now(),
  search text not null generated always as (fold(full_name || ' ' || organisation)) stored,
  constraint trainer_period check (valid_until is null or valid_until >= valid_from),
  constraint trainer_ended check ((ended_because is null) = (valid_until is null)),
  -- A person of the roster once in a unit at a time.
  constraint trainer_once exclude using gist (area_id with =, official_id with =, daterange(valid_from, valid_until) with &&)
    where (official_id is not null)
);
comment on table trainer is 'family: unit; room: classes';
create index trainer_area on trainer (area_id);
create index trainer_official on trainer (official_id) where official_id is not null;

alter table trainer enable row level security;
-- The units below ask for those of the units above; whoever teaches finds themselves.
select nb_guard('trainer', '{area_id}', 'select', also => 'unit_above_mine(area_id) or official_id = roster_self()'),
       nb_guard('trainer', '{area_id}', 'insert'), nb_guard('trainer', '{area_id}', 'update');
grant select, insert, update on trainer to nb_app;

-- Of two records of one person what they teach is one: a time of the former that overlaps one of the kept, in the same unit, ends with it.
create function trainers_joined(kept uuid, former uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update trainer f set official_id = null
    from trainer k where f.official_id = former and k.official_id = kept and k.area_id = f.area_id
     and daterange(k.valid_from, k.valid_until) && daterange(f.valid_from, f.valid_until);
  update trainer t set official_id = kept where t.official_id = former;
end
$$;
comment on function trainers_joined(uuid, uuid) is 'room: classes';
revoke execute on function trainers_joined(uuid, uuid) from public;
grant execute on function trainers_joined(uuid, uuid) to nb_app;
