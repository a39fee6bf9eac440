-- Who comes by the code on the screen: learners at once; whoever has no seat is taken as a walk-in, and matched or undone later.
create table class_walk_in (
  id uuid primary key,
  session_id uuid not null,
  class_id uuid not null,
  area_id uuid not null,
  -- Who signed in with the code; null: written down by whoever holds the class.
  account_id uuid references account,
  full_name text not null check (full_name <> ''),
  -- Offered: they were asked whether they came all the same, and have not answered.
  state text not null check (state in ('offered', 'taken', 'matched', 'undone')),
  -- Whom of the roster they are.
  official_id uuid references official,
  -- Whether they have their seat by this.
  seated boolean not null default false,
  because text not null default '',
  made_at timestamptz not null,
  settled_by uuid references account,
  settled_name text,
  constraint class_walk_in_session foreign key (session_id, class_id) references class_session (id, class_id),
  constraint class_walk_in_class foreign key (class_id, area_id) references training_class (id, area_id),
  constraint class_walk_in_once unique (session_id, account_id),
  constraint class_walk_in_matched check (state <> 'matched' or official_id is not null),
  constraint class_walk_in_because check (state <> 'undone' or because <> '')
);
comment on table class_walk_in is 'family: unit; room: classes';
create index class_walk_in_class_of on class_walk_in (class_id);
create index class_walk_in_area on class_walk_in (area_id);
create index class_walk_in_official on class_walk_in (official_id) where official_id is not null;
alter table class_walk_in enable row level security;
select nb_guard('class_walk_in', '{area_id}', 'select', also => 'account_id = nb_account()'),
       nb_guard('class_walk_in', '{area_id}', 'insert'),
       nb_guard('class_walk_in', '{area_id}', 'update', also => 'account_id = nb_account()');
grant select, insert, update on class_walk_in to nb_app;

-- Sessions of a day that run: for each of them a code may be typed.
create function sessions_open(of_day date) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id from class_session s join training_class c on c.id = s.class_id
   where s.during && tsrange(of_day::timestamp, (of_day + 1)::timestamp) and c.state = 'running'
$$;
comment on function sessions_open is 'room: classes';
revoke execute on function sessions_open(date) from public;
grant execute on function sessions_open(date) to nb_app;
create index class_session_during on class_session using gist (during);

-- What who asks teaches or learns on a day.
create function my_sessions(of_day date)
  returns table (session_id uuid, title text, begins text, ends text, place text, role text, mark text, closed boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with mine as (
    select s.id, s.class_id, s.during, s.hall_id, s.place, 'trainer' as role from class_session s
      join session_person p on p.session_id = s.id and p.role = 'trainer' and p.person = roster_self()
    union all
    select s.id, s.class_id, s.during, s.hall_id, s.place, 'learner' from class_session s
      join class_seat t on t.class_id = s.class_id and t.state = 'enrolled' and t.official_id = roster_self())
  select m.id, c.title, to_char(lower(m.during), 'HH24:MI'), to_char(upper(m.during), 'HH24:MI'), coalesce(h.name, m.place), m.role,
         (select a.mark from attendance_mark a where a.session_id = m.id and a.official_id = roster_self() order by a.number desc limit 1),
         coalesce((select n.closed from session_count n where n.session_id = m.id order by n.number desc limit 1), false)
    from mine m join training_class c on c.id = m.class_id left join class_hall h on h.id = m.hall_id
   where m.during && tsrange(of_day::timestamp, (of_day + 1)::timestamp) and c.state = 'running' order by m.during, m.id
$$;
comment on function my_sessions is 'room: classes';
revoke execute on function my_sessions(date) from public;
grant execute on function my_sessions(date) to nb_app;

-- The session of which who asks is a trainer, for its code.
create function session_taught(of_session uuid) returns table (class_id uuid, title text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.title from class_session s join training_class c on c.id = s.class_id
   where s.id = of_session and c.state = 'running'
     and exists (select from session_person p where p.session_id = s.id and p.role = 'trainer' and p.person = roster_self())
$$;
comment on function session_taught is 'room: classes';
revoke execute on function session_taught(uuid) from public;
grant execute on function session_taught(uuid) to nb_app;

-- Who asks has typed the code of a session: in, in already, offered to be a walk-in, or the session takes nobody now.
create function checked_in(of_session uuid, walk_in uuid, who text, again text, at timestamptz)
  returns table (outcome text, class_id uuid, area_id uuid, title text, walk_in_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := roster_self();
  held record;
  counted record;
  stands record;
begin
  select s.class_id, s.area_id into held from class_session s where s.id = of_session;
  if not found then return; end if;
  -- Whoever marks, counts or closes holds the class: what they did is seen below.
  perform from training_class c where c.id = held.class_id for key share;
  select c.title, c.state into stands from training_class c where c.id = held.class_id;
  title := stands.title; class_id := held.class_id; area_id := held.area_id;
  select n.closed, n.heads into counted from session_count n where n.session_id = of_session order by n.number desc limit 1;
  if stands.state <> 'running' or coalesce(counted.closed, false) then
    outcome := 'closed'; return next; return;
  end if;
  if me is not null and exists (select from class_seat t where t.class_id = held.class_id and t.official_id = me and t.state = 'enrolled') then
    select m.mark, m.number into stands from attendance_mark m
     where m.session_id = of_session and m.official_id = me order by m.number desc limit 1;
    outcome := case when coalesce(stands.mark, '') in ('present', 'late', 'half') then 'already' else 'in' end;
    if outcome = 'in' then
      insert into attendance_mark (session_id, class_id, area_id, official_id, number, mark, how, after_count, because, made_by, made_name, made_at)
      values (of_session, held.class_id, held.area_id, me, 1 + coalesce(stands.number, 0), 'present', 'code', counted.heads is not null,
              case when stands.number is null then '' else again end, nb_account(), who, at)
      on conflict do nothing;
    end if;
    return next; return;
  end if;
  insert into class_walk_in (id, session_id, class_id, area_id, account_id, full_name, state, official_id, made_at)
  values (walk_in, of_session, held.class_id, held.area_id, nb_account(), who, 'offered', me, at)
  on conflict (session_id, account_id) do nothing;
  select w.id, w.state into stands from class_walk_in w where w.session_id = of_session and w.account_id = nb_account();
  outcome := case when stands.state = 'offered' then 'walk_in' else 'already' end;
  walk_in_id := stands.id;
  return next;
end
$$;
comment on function checked_in is 'room: classes';
revoke execute on function checked_in(uuid, uuid, text, text, timestamptz) from public;
grant execute on function checked_in(uuid, uuid, text, text, timestamptz) to nb_app;

-- Whom a walk-in was matched to goes with the record that stays.
create function walk_ins_joined(kept uuid, former uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update class_walk_in set official_id = kept where official_id = former
$$;
comment on function walk_ins_joined is 'room: classes';
revoke execute on function walk_ins_joined(uuid, uuid) from public;
grant execute on function walk_ins_joined(uuid, uuid) to nb_app;
