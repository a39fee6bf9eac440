-- Nobody is there in two sessions at one hour, however they are marked; a walk-in is undone to what stood before; the code of a
-- session is taken around its hours.
alter table attendance_mark drop constraint attendance_mark_how_check,
  add constraint attendance_mark_how_check check (how in ('paper', 'code', 'hand', 'match'));

alter table class_walk_in
  -- The number of the mark that they have by the match; null: what was said of them before stands.
  add column marked smallint,
  -- Where they have their seat by this: what stood of them in the list before; null: nothing.
  add column seat_before jsonb;
update class_walk_in w set marked = 1
 where w.state = 'matched' and w.seated
   and exists (select from attendance_mark m where m.session_id = w.session_id and m.official_id = w.official_id and m.number = 1 and m.mark = 'present');
-- Who was undone may come again.
alter table class_walk_in drop constraint class_walk_in_once;
create unique index class_walk_in_once on class_walk_in (session_id, account_id) where state <> 'undone';
-- Whoever came without a seat counts for the unit that sends people, not for their hamlet.
update class_seat k set from_id = u.id
  from class_walk_in w cross join lateral (
    select r.over_id as id from area_reach r join area_version v on v.area_id = r.over_id and v.valid_until is null and v.level <= 3
     where r.area_id = (select s.from_id from class_seat s where s.class_id = w.class_id and s.official_id = w.official_id)
     order by exists (select from class_quota q where q.class_id = w.class_id and q.from_id = r.over_id) desc, v.level desc limit 1) u
 where w.seated and w.state = 'matched' and k.class_id = w.class_id and k.official_id = w.official_id and k.from_id <> u.id;

-- These people are in this session: whoever is there in another one at that hour is told, and then nothing is done; whoever was
-- only expected there is let go from it.
create function session_come(of_session uuid, people uuid[])
  returns table (person uuid, during tsrange, class_id uuid, code text, title text, area_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here record;
begin
  select s.area_id, s.during, s.stands into here from class_session s where s.id = of_session;
  if not found or not (nb_holds(here.area_id) or people = array[roster_self()]) then return; end if;
  -- Another who marks one of them elsewhere waits, and then sees this.
  perform from session_person p where p.person = any (people) and p.during && here.during order by p.person, p.session_id for update;
  return query
    select p.person, p.during, c.id, c.code, c.title, c.area_id
      from session_person p join class_session s on s.id = p.session_id join training_class c on c.id = s.class_id
     where p.person = any (people) and p.session_id <> of_session and p.stands and p.during && here.during
       and (p.role = 'trainer' or coalesce((select m.mark from attendance_mark m where m.session_id = p.session_id and m.official_id = p.person
                                             order by m.number desc limit 1), '') in ('present', 'late', 'half'))
     order by p.during, p.session_id, p.person;
  if found then return; end if;
  delete from session_person p
   where p.person = any (people) and p.session_id <> of_session and p.stands and p.during && here.during and p.role = 'learner';
  insert into session_person (session_id, area_id, during, stands, person, role)
    select of_session, here.area_id, here.during, here.stands, w.id, 'learner' from unnest(people) w (id)
     where not exists (select from session_person p where p.session_id = of_session and p.person = w.id)
    on conflict on constraint session_person_pkey do nothing;
end
$$;
comment on function session_come is 'room: classes';
revoke execute on function session_come(uuid, uuid[]) from public;
grant execute on function session_come(uuid, uuid[]) to nb_app;

-- Who of a class is in another one at the hour of a session to come.
create function class_elsewhere(of_class uuid, moment timestamp) returns table (session_id uuid, person uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, p.person
    from training_class c join class_session s on s.class_id = c.id and lower(s.during) > moment
    join class_seat k on k.class_id = c.id and k.state = 'enrolled'
    join session_person p on p.person = k.official_id and p.during && s.during and p.session_id <> s.id and p.stands
   where c.id = of_class and (nb_holds(c.area_id) or unit_above_mine(c.area_id))
$$;
comment on function class_elsewhere is 'room: classes';
revoke execute on function class_elsewhere(uuid, timestamp) from public;
grant execute on function class_elsewhere(uuid, timestamp) to nb_app;

-- As before; who is in another class at the hour of a session to come is not put into that session. Who gives a seat has asked.
create or replace function class_seated(of_class uuid, moment timestamp) returns void
  language plpgsql set search_path = public, pg_temp as $$
begin
  perform from training_class c where c.id = of_class for update;
  update training_class c set taken = (select count(*) from class_seat k where k.class_id = of_class and k.state = 'enrolled')
   where c.id = of_class;
  delete from session_person p using class_session s
   where s.class_id = of_class and p.session_id = s.id and p.role = 'learner' and lower(s.during) > moment
     and not exists (select from class_seat k where k.class_id = of_class and k.official_id = p.person and k.state = 'enrolled');
  insert into session_person (session_id, area_id, during, stands, person, role)
    select s.id, s.area_id, s.during, s.stands, k.official_id, 'learner'
      from class_session s join class_seat k on k.class_id = s.class_id and k.state = 'enrolled'
     where s.class_id = of_class and lower(s.during) > moment
       and not exists (select from session_person p where p.session_id = s.id and p.person = k.official_id)
       and (s.id, k.official_id) not in (select e.session_id, e.person from class_elsewhere(of_class, moment) e);
end
$$;

-- Sessions for which a code may be typed: from so many minutes before they begin until they end, by the clock of Vietnam.
drop function sessions_open(date);
create function sessions_open(moment timestamp, early interval) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id from class_session s join training_class c on c.id = s.class_id
   where s.during && tsrange(moment, moment + early, '[]') and c.state = 'running'
$$;
comment on function sessions_open is 'room: classes';
revoke execute on function sessions_open(timestamp, interval) from public;
grant execute on function sessions_open(timestamp, interval) to nb_app;

-- Whether a walk-in who was asked may still say that they came: the class runs and the session is not closed.
create function walk_in_waits(of_walk_in uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held record;
begin
  select w.session_id, w.class_id into held from class_walk_in w where w.id = of_walk_in and w.account_id = nb_account();
  if not found then return false; end if;
  perform from training_class c where c.id = held.class_id for key share;
  return exists (select from training_class c where c.id = held.class_id and c.state = 'running')
     and not coalesce((select n.closed from session_count n where n.session_id = held.session_id order by n.number desc limit 1), false);
end
$$;
comment on function walk_in_waits is 'room: classes';
revoke execute on function walk_in_waits(uuid) from public;
grant execute on function walk_in_waits(uuid) to nb_app;

-- Who asks has typed the code of a session at a moment: in, late, in already, there in another class (`elsewhere`), offered to be a
-- walk-in, or the session takes nobody now.
drop function checked_in(uuid, uuid, text, text, timestamptz);
create function checked_in(of_session uuid, walk_in uuid, who text, again text, at timestamptz, moment timestamp)
  returns table (outcome text, class_id uuid, area_id uuid, title text, walk_in_id uuid, elsewhere text)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := roster_self();
  held record;
  counted record;
  stands record;
begin
  select s.class_id, s.area_id, lower(s.during) as begins into held from class_session s where s.id = of_session;
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
    outcome := case when coalesce(stands.mark, '') in ('present', 'late', 'half') then 'already'
                    when moment > held.begins then 'late' else 'in' end;
    if outcome <> 'already' then
      select c.title into elsewhere from session_come(of_session, array[me]) c limit 1;
      if elsewhere is not null then
        outcome := 'elsewhere'; return next; return;
      end if;
      insert into attendance_mark (session_id, class_id, area_id, official_id, number, mark, how, after_count, because, made_by, made_name, made_at)
      values (of_session, held.class_id, held.area_id, me, 1 + coalesce(stands.number, 0),
              case outcome when 'late' then 'late' else 'present' end, 'code', counted.heads is not null,
              case when stands.number is null then '' else again end, nb_account(), who, at)
      on conflict do nothing;
    end if;
    return next; return;
  end if;
  insert into class_walk_in (id, session_id, class_id, area_id, account_id, full_name, state, official_id, made_at)
  values (walk_in, of_session, held.class_id, held.area_id, nb_account(), who, 'offered', me, at)
  on conflict (session_id, account_id) where state <> 'undone' do nothing;
  select w.id, w.state into stands from class_walk_in w
   where w.session_id = of_session and w.account_id = nb_account() and w.state <> 'undone';
  outcome := case when stands.state = 'offered' then 'walk_in' else 'already' end;
  walk_in_id := stands.id;
  return next;
end
$$;
comment on function checked_in is 'room: classes';
revoke execute on function checked_in(uuid, uuid, text, text, timestamptz, timestamp) from public;
grant execute on function checked_in(uuid, uuid, text, text, timestamptz, timestamp) to nb_app;
