-- Questions about the work: who asks, who is to answer, and every version of the answer.
create table inquiry (
  id uuid primary key,
  -- Where who asks works.
  area_id uuid not null references area,
  -- What it is about: a topic, as the first version of its framework has it, or a section of the survey form.
  topic_id uuid references framework_topic,
  section text check (section ~ '^[a-z][a-z_]*$'),
  ask text not null check (ask <> ''),
  asked_by uuid not null references account,
  asked_name text not null,
  asked_at timestamptz not null default now(),
  -- Who is named to answer; null: whoever may.
  assigned_to uuid references account,
  assigned_name text,
  state text not null default 'open' check (state in ('open', 'answered', 'refused', 'withdrawn')),
  closed_because text check (closed_because <> ''),
  -- The newest version of its answer; 0: none.
  version smallint not null default 0 check (version >= 0),
  -- The material by which the answer stands in the library.
  material_id uuid references material,
  -- One more with each change of who is named and how it stands: what two people saw is told apart by it.
  revision integer not null default 0,
  search text not null generated always as (fold(ask)) stored,
  constraint inquiry_about check (num_nonnulls(topic_id, section) = 1),
  constraint inquiry_assigned check ((assigned_to is null) = (assigned_name is null)),
  constraint inquiry_closed check ((state in ('refused', 'withdrawn')) = (closed_because is not null)),
  constraint inquiry_answered check ((state = 'answered') = (version > 0)),
  constraint inquiry_shared check (material_id is null or version > 0),
  constraint inquiry_material_once unique (material_id)
);
comment on table inquiry is 'family: unit; room: study';
create index inquiry_area on inquiry (area_id, state);
create index inquiry_asker on inquiry (asked_by);
create index inquiry_assigned_to on inquiry (assigned_to) where assigned_to is not null;

create table inquiry_answer (
  inquiry_id uuid not null references inquiry,
  version smallint not null check (version > 0),
  area_id uuid not null references area,
  body text not null check (body <> ''),
  -- The article that it rests on.
  basis text not null check (basis <> ''),
  -- Why it was written anew; the first says none.
  because text check (because <> ''),
  made_by uuid references account,
  made_name text not null,
  made_at timestamptz not null default now(),
  primary key (inquiry_id, version),
  constraint inquiry_answer_because check ((version = 1) = (because is null))
);
comment on table inquiry_answer is 'family: unit; room: study';
create index inquiry_answer_area on inquiry_answer (area_id);

alter table inquiry enable row level security;
alter table inquiry_answer enable row level security;
select nb_guard('inquiry', '{area_id}', 'select', also => 'asked_by = nb_account()'), nb_guard('inquiry', '{area_id}', 'insert'),
       nb_guard('inquiry', '{area_id}', 'update'),
       nb_guard('inquiry_answer', '{area_id}', 'select'), nb_guard('inquiry_answer', '{area_id}', 'insert');
grant select, insert, update on inquiry to nb_app;
grant select, insert on inquiry_answer to nb_app;

-- Who may answer what is asked at a unit: they hold one of these roles over it on the day, the nearest first.
create function inquiry_specialists(of_area uuid, of_day date, of_roles text[]) returns table (account_id uuid, full_name text, area_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not nb_holds(of_area) then return; end if;
  return query
    select distinct on (a.id) a.id, a.full_name, g.area_id from access_grant g
      join area_reach r on r.over_id = g.area_id and r.area_id = of_area
      join account a on a.id = g.account_id and a.disabled_at is null
     where g.role = any (of_roles) and g.valid_from <= of_day and coalesce(g.valid_until, 'infinity') > of_day
     order by a.id, g.area_id;
end
$$;
comment on function inquiry_specialists is 'room: study';
revoke execute on function inquiry_specialists(uuid, date, text[]) from public;
grant execute on function inquiry_specialists(uuid, date, text[]) to nb_app;
