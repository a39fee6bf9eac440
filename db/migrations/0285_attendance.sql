-- Who was in which session of a class, and when a session is closed.
alter table class_session add constraint class_session_of_class unique (id, class_id);

-- What was said of a person in a session. Nothing of it is changed: what is said later has the next number and says why.
create table attendance_mark (
  session_id uuid not null,
  class_id uuid not null,
  area_id uuid not null,
  official_id uuid not null references official,
  number smallint not null check (number >= 1),
  -- Null: nothing is known, what was said before was of somebody else.
  mark text check (mark in ('present', 'late', 'half', 'excused', 'unexcused')),
  -- From the signed sheet, by the code on the screen, or by hand.
  how text not null check (how in ('paper', 'code', 'hand')),
  -- They came by the code when the heads had been counted.
  after_count boolean not null default false,
  because text not null default '',
  made_by uuid references account,
  made_name text not null,
  made_at timestamptz not null,
  primary key (session_id, official_id, number),
  constraint attendance_mark_session foreign key (session_id, class_id) references class_session (id, class_id),
  constraint attendance_mark_class foreign key (class_id, area_id) references training_class (id, area_id),
  constraint attendance_mark_because check (number = 1 or because <> '')
);
comment on table attendance_mark is 'family: unit; room: classes';
create index attendance_mark_class_of on attendance_mark (class_id);
create index attendance_mark_official on attendance_mark (official_id);
create index attendance_mark_area on attendance_mark (area_id);
alter table attendance_mark enable row level security;
select nb_guard('attendance_mark', '{area_id}', 'select', also => 'official_id = roster_self()'),
       nb_guard('attendance_mark', '{area_id}', 'insert');
grant select, insert on attendance_mark to nb_app;

-- Heads counted in a session, and whether it is closed with that; the last one counts. Nothing of it is changed.
create table session_count (
  session_id uuid not null,
  class_id uuid not null,
  area_id uuid not null,
  number smallint not null check (number >= 1),
  -- Null: it was opened again.
  heads smallint check (heads between 0 and 5000),
  -- How many were marked as being there then.
  there smallint not null check (there >= 0),
  closed boolean not null,
  -- Why heads and marks differ, or why it was opened again.
  because text not null default '',
  made_by uuid references account,
  made_name text not null,
  made_at timestamptz not null,
  primary key (session_id, number),
  constraint session_count_session foreign key (session_id, class_id) references class_session (id, class_id),
  constraint session_count_class foreign key (class_id, area_id) references training_class (id, area_id),
  constraint session_count_closed check (not closed or coalesce(heads = there, false) or heads is not null and because <> ''),
  constraint session_count_opened check (heads is not null or because <> '')
);
comment on table session_count is 'family: unit; room: classes';
create index session_count_class_of on session_count (class_id);
create index session_count_area on session_count (area_id);
alter table session_count enable row level security;
select nb_guard('session_count', '{area_id}', 'select'), nb_guard('session_count', '{area_id}', 'insert');
grant select, insert on session_count to nb_app;

-- Who has a seat in a class, by name, also where their record is kept elsewhere by now.
create function class_learners(of_class uuid)
  returns table (official_id uuid, full_name text, from_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.official_id, o.full_name, s.from_id
    from training_class c join class_seat s on s.class_id = c.id and s.state = 'enrolled' join official o on o.id = s.official_id
   where c.id = of_class and nb_holds(c.area_id)
$$;
comment on function class_learners is 'room: classes';
revoke execute on function class_learners(uuid) from public;
grant execute on function class_learners(uuid) to nb_app;

-- Each who completed a class, as they stood on its day: by the first of the posts they held then, for the unit they came from before others.
create function class_completed(of_class uuid, turns uuid[], people uuid[], of_day date) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  done integer;
begin
  insert into training_turn (id, class_id, area_id, official_id, from_id, completed_on, post, sex, ethnicity, level)
  select t.id, c.id, c.area_id, s.official_id, s.from_id, of_day,
         (select a.post from appointment a join post p on p.id = a.post
           where a.official_id = s.official_id and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until)
           order by a.area_id <> s.from_id, p.place limit 1),
         o.sex, o.ethnicity,
         (select v.level from area_version v where v.area_id = c.area_id and v.valid_from <= of_day
           order by v.valid_from desc limit 1)
    from unnest(turns, people) as t (id, person) join training_class c on c.id = of_class
    join class_seat s on s.class_id = c.id and s.state = 'enrolled' and s.official_id = t.person join official o on o.id = s.official_id
   where nb_holds(c.area_id);
  get diagnostics done = row_count;
  return done;
end
$$;
comment on function class_completed is 'room: classes';
revoke execute on function class_completed(uuid, uuid[], uuid[], date) from public;
grant execute on function class_completed(uuid, uuid[], uuid[], date) to nb_app;
