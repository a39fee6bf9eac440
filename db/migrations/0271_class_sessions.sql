-- Sessions of classes, who teaches and who learns in them. A hall and a person are in one place at a time, whoever saves last.
create table class_session (
  id uuid primary key,
  class_id uuid not null,
  area_id uuid not null,
  -- Of its class: a class that was called off holds no hall.
  stands boolean not null default true,
  -- By the clock of Vietnam; within one day.
  during tsrange not null,
  hall_id uuid references class_hall,
  -- In words, where it is in none of the halls; empty: not said.
  place text not null default '',
  -- As the first version of its framework has it; null: of none, an opening or a test.
  topic_id uuid,
  made_by uuid references account,
  made_at timestamptz not null default now(),
  constraint class_session_as_it_stands unique (id, during, stands),
  constraint class_session_class foreign key (class_id, area_id, stands)
    references training_class (id, area_id, stands) on update cascade,
  constraint class_session_topic foreign key (class_id, topic_id) references class_topic (class_id, topic_id),
  constraint class_session_place check (hall_id is null or place = ''),
  constraint class_session_day check (coalesce(
    not isempty(during) and lower_inc(during) and not upper_inc(during) and isfinite(lower(during)) and isfinite(upper(during))
    and lower(during)::date = upper(during)::date, false)),
  constraint class_session_hall_once exclude using gist (hall_id with =, during with &&) where (stands and hall_id is not null),
  constraint class_session_apart exclude using gist (class_id with =, during with &&)
);
comment on table class_session is 'family: unit; room: classes';
create index class_session_of on class_session (class_id);
create index class_session_area on class_session (area_id);
alter table class_session enable row level security;
select nb_guard('class_session', '{area_id}', 'select'), nb_guard('class_session', '{area_id}', 'insert'),
       nb_guard('class_session', '{area_id}', 'update'), nb_guard('class_session', '{area_id}', 'delete');
grant select, insert, update, delete on class_session to nb_app;

-- Whom a class asks to teach, and what they said.
create table class_trainer (
  id uuid primary key,
  class_id uuid not null,
  area_id uuid not null,
  trainer_id uuid not null references trainer,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'replaced')),
  -- Why not, or why another.
  because text not null default '',
  -- Who teaches in their place.
  followed_by uuid,
  made_by uuid references account,
  made_at timestamptz not null default now(),
  constraint class_trainer_of_class unique (id, class_id),
  constraint class_trainer_once unique (class_id, trainer_id),
  constraint class_trainer_class foreign key (class_id, area_id) references training_class (id, area_id),
  constraint class_trainer_followed foreign key (followed_by, class_id) references class_trainer (id, class_id),
  constraint class_trainer_replaced check ((state = 'replaced') = (followed_by is not null) and followed_by is distinct from id),
  constraint class_trainer_because check (because <> '' or state not in ('declined', 'replaced'))
);
comment on table class_trainer is 'family: unit; room: classes';
create index class_trainer_of on class_trainer (trainer_id);
create index trainer_person on trainer (coalesce(official_id, id));
alter table class_trainer enable row level security;
select nb_guard('class_trainer', '{area_id}', 'select'), nb_guard('class_trainer', '{area_id}', 'insert'),
       nb_guard('class_trainer', '{area_id}', 'update');
grant select, insert, update on class_trainer to nb_app;

-- Who is in a session: who teaches it, later who learns in it. They move with it, and stand while it does.
create table session_person (
  session_id uuid not null,
  area_id uuid not null,
  during tsrange not null,
  stands boolean not null default true,
  -- An official by their id; a trainer who is nobody's official by the trainer's own.
  person uuid not null,
  role text not null check (role in ('trainer', 'learner')),
  class_trainer_id uuid references class_trainer,
  primary key (session_id, person),
  constraint session_person_session foreign key (session_id, during, stands)
    references class_session (id, during, stands) on update cascade,
  constraint session_person_trainer check ((role = 'trainer') = (class_trainer_id is not null)),
  constraint session_person_once exclude using gist (person with =, during with &&) where (stands)
);
comment on table session_person is 'family: unit; room: classes';
create index session_person_area on session_person (area_id);
create index session_person_teaches on session_person (class_trainer_id) where class_trainer_id is not null;
alter table session_person enable row level security;
select nb_guard('session_person', '{area_id}', 'select'), nb_guard('session_person', '{area_id}', 'insert'),
       nb_guard('session_person', '{area_id}', 'delete');
grant select, insert, delete on session_person to nb_app;

-- What else is in a hall (`ids[i]`), or a trainer whom the actor may ask, in a span: also of units of which the actor reads
-- nothing else. It tells the class, its unit and the hour.
create function class_clashes(ids uuid[], spans tsrange[], but uuid[])
  returns table (id uuid, wanted tsrange, during tsrange, class_id uuid, code text, title text, area_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (select a.id, a.span from unnest(ids, spans) as a (id, span))
  select a.id, a.span, s.during, c.id, c.code, c.title, c.area_id
    from asked a join class_session s on s.hall_id = a.id and s.during && a.span and s.stands and s.id <> all (but)
    join training_class c on c.id = s.class_id
  union all
  select a.id, a.span, p.during, c.id, c.code, c.title, c.area_id
    from asked a join session_person p on p.person = a.id and p.during && a.span and p.stands and p.session_id <> all (but)
    join class_session s on s.id = p.session_id join training_class c on c.id = s.class_id
   where exists (select from trainer t where coalesce(t.official_id, t.id) = a.id and (nb_holds(t.area_id) or unit_above_mine(t.area_id)))
$$;
comment on function class_clashes is 'room: classes';
revoke execute on function class_clashes(uuid[], tsrange[], uuid[]) from public;
grant execute on function class_clashes(uuid[], tsrange[], uuid[]) to nb_app;

-- Of two records of one person what they teach is one, and what they are in: where both are in two places at once, each stays.
create or replace function trainers_joined(kept uuid, former uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update trainer f set official_id = null
    from trainer k where f.official_id = former and k.official_id = kept and k.area_id = f.area_id
     and daterange(k.valid_from, k.valid_until) && daterange(f.valid_from, f.valid_until);
  update trainer t set official_id = kept where t.official_id = former;
  update session_person p set person = kept
   where p.person = former
     and not exists (select from session_person k where k.person = kept and (k.session_id = p.session_id or k.during && p.during));
end
$$;
