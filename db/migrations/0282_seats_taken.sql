-- Units below see the classes of the units above them, and may send their people there; who has a seat is in its sessions.
drop policy training_class_near_select on training_class;
drop policy training_class_wide_select on training_class;
drop policy training_class_nation_select on training_class;
drop policy class_topic_near_select on class_topic;
drop policy class_topic_wide_select on class_topic;
drop policy class_topic_nation_select on class_topic;
drop policy class_session_near_select on class_session;
drop policy class_session_wide_select on class_session;
drop policy class_session_nation_select on class_session;
drop policy class_trainer_near_select on class_trainer;
drop policy class_trainer_wide_select on class_trainer;
drop policy class_trainer_nation_select on class_trainer;
drop policy session_person_near_select on session_person;
drop policy session_person_wide_select on session_person;
drop policy session_person_nation_select on session_person;
-- What is only planned is told to nobody below; who learns beside their own people, and why somebody does not teach, neither.
select nb_guard('training_class', '{area_id}', 'select', also => 'state <> ''planned'' and unit_above_mine(area_id)'),
       nb_guard('class_topic', '{area_id}', 'select', also => 'unit_above_mine(area_id)'),
       nb_guard('class_session', '{area_id}', 'select', also => 'unit_above_mine(area_id)'),
       nb_guard('class_trainer', '{area_id}', 'select', also => 'state in (''asked'', ''accepted'') and unit_above_mine(area_id)'),
       nb_guard('session_person', '{area_id}', 'select', also => 'class_trainer_id is not null and unit_above_mine(area_id)');

-- Of all classes few are open at a time.
create index training_class_open on training_class (id) where state in ('announced', 'enrolling', 'confirmed', 'running');

-- A class that the actor may send people to, which stands still with all its seats until the change ends: `offered` are seats
-- that are kept for an answer, `quota` and `sent` are of one unit.
create function class_to_seat(of_class uuid, of_unit uuid, on_day date)
  returns table (area_id uuid, state text, title text, seats smallint, taken smallint, offered integer, quota smallint, sent integer, begins timestamp)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from training_class c
    where c.id = of_class and (nb_holds(c.area_id) or c.state <> 'planned' and unit_above_mine(c.area_id)) for update;
  if not found then return; end if;
  return query
    select c.area_id, c.state, c.title, c.seats, c.taken,
           (select count(*)::int from class_seat k where k.class_id = c.id and k.state = 'offered' and k.offer_until >= on_day),
           (select q.seats from class_quota q where q.class_id = c.id and q.from_id = of_unit),
           (select count(*)::int from class_seat k where k.class_id = c.id and k.from_id = of_unit
              and (k.state = 'enrolled' or k.state = 'offered' and k.offer_until >= on_day)),
           (select min(lower(s.during)) from class_session s where s.class_id = c.id)
      from training_class c where c.id = of_class;
end
$$;
comment on function class_to_seat is 'room: classes';
revoke execute on function class_to_seat(uuid, uuid, date) from public;
grant execute on function class_to_seat(uuid, uuid, date) to nb_app;

-- After any change of seats or sessions: how many are taken, and who learns in the sessions to come. As whoever changed them.
create function class_seated(of_class uuid, moment timestamp) returns void
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
       and not exists (select from session_person p where p.session_id = s.id and p.person = k.official_id);
end
$$;
comment on function class_seated is 'room: classes';

-- Who sends people writes no class of a unit above: seats and what follows from them are written past row security, all as one.
create function class_seats_add(seats jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into class_seat (id, class_id, area_id, official_id, from_id, state, made_by)
    select n.id, n.class_id, c.area_id, n.official_id, n.from_id, n.state, nb_account()
      from jsonb_to_recordset(seats) as n (id uuid, class_id uuid, official_id uuid, from_id uuid, state text)
      join training_class c on c.id = n.class_id
     where nb_holds(n.from_id) or nb_holds(c.area_id);
end
$$;
create function class_seats_set(ids uuid[], to_state text, why text, follower uuid, until_day date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update class_seat k set state = to_state, because = why, followed_by = follower, offer_until = until_day, revision = k.revision + 1
   where k.id = any (ids) and (nb_holds(k.from_id) or nb_holds(k.area_id));
end
$$;
create function class_seats_settled(of_class uuid, moment timestamp) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform class_seated(of_class, moment) from training_class c where c.id = of_class and (nb_holds(c.area_id) or unit_above_mine(c.area_id));
end
$$;
comment on function class_seats_add is 'room: classes';
comment on function class_seats_set is 'room: classes';
comment on function class_seats_settled is 'room: classes';
revoke execute on function class_seats_add(jsonb), class_seats_set(uuid[], text, text, uuid, date), class_seats_settled(uuid, timestamp) from public;
grant execute on function class_seats_add(jsonb), class_seats_set(uuid[], text, text, uuid, date), class_seats_settled(uuid, timestamp) to nb_app;

-- Also of people of the roster whom the actor keeps, or who learn in a class of theirs.
create or replace function class_clashes(ids uuid[], spans tsrange[], but uuid[])
  returns table (id uuid, wanted tsrange, during tsrange, class_id uuid, code text, title text, area_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (select a.id, a.span from unnest(ids, spans) as a (id, span)),
  told as materialized (
    select d.id from (select distinct a.id from asked a) d
     where exists (select from trainer t where coalesce(t.official_id, t.id) = d.id and (nb_holds(t.area_id) or unit_above_mine(t.area_id)))
        or exists (select from official o where o.id = d.id and nb_holds(o.unit_id))
        or exists (select from class_seat k where k.official_id = d.id and (nb_holds(k.area_id) or nb_holds(k.from_id))))
  select a.id, a.span, s.during, c.id, c.code, c.title, c.area_id
    from asked a join class_session s on s.hall_id = a.id and s.during && a.span and s.stands and s.id <> all (but)
    join training_class c on c.id = s.class_id
  union all
  select a.id, a.span, p.during, c.id, c.code, c.title, c.area_id
    from asked a join session_person p on p.person = a.id and p.during && a.span and p.stands and p.session_id <> all (but)
    join class_session s on s.id = p.session_id join training_class c on c.id = s.class_id
   where a.id in (select t.id from told t)
$$;

-- Of two records of one person the seats are one too: where both have one in a class, the one that came further stays.
create or replace function trainers_joined(kept uuid, former uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  pair record;
begin
  update trainer f set official_id = null
    from trainer k where f.official_id = former and k.official_id = kept and k.area_id = f.area_id
     and daterange(k.valid_from, k.valid_until) && daterange(f.valid_from, f.valid_until);
  update trainer t set official_id = kept where t.official_id = former;
  for pair in
    select k.id as kept_id, f.id as former_id, f.class_id, f.state = 'enrolled' and k.state <> 'enrolled' as further
      from class_seat f join class_seat k on k.class_id = f.class_id and k.official_id = kept where f.official_id = former loop
    update class_seat k set state = f.state, because = f.because, offer_until = f.offer_until, followed_by = f.followed_by, revision = k.revision + 1
      from class_seat f where pair.further and k.id = pair.kept_id and f.id = pair.former_id;
    update class_seat o set followed_by = pair.kept_id where o.followed_by = pair.former_id and o.id <> pair.kept_id;
    delete from class_seat f where f.id = pair.former_id;
  end loop;
  update class_seat k set official_id = kept where k.official_id = former;
  update session_person p set person = kept
   where p.person = former
     and not exists (select from session_person k where k.person = kept and (k.session_id = p.session_id or k.during && p.during));
  -- Where the kept record is in another place at that hour, that stands; a session has its people once.
  delete from session_person p where p.person = former and p.role = 'learner';
  update training_class c set taken = (select count(*) from class_seat k where k.class_id = c.id and k.state = 'enrolled')
   where c.id in (select k.class_id from class_seat k where k.official_id = kept);
end
$$;

-- The classes of who asks, the latest first.
create function my_classes()
  returns table (seat_id uuid, class_id uuid, code text, title text, kind text, area_id uuid, from_id uuid, class_state text, state text,
                 because text, offer_until date, changes integer, sessions jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select k.id, c.id, c.code, c.title, c.kind, c.area_id, k.from_id, c.state, k.state, k.because, k.offer_until, c.revision + k.revision,
           coalesce((select jsonb_agg(jsonb_build_object(
               'id', s.id, 'day', lower(s.during)::date, 'from', to_char(lower(s.during), 'HH24:MI'), 'until', to_char(upper(s.during), 'HH24:MI'),
               'place', coalesce(h.name, s.place)) order by s.during)
             from class_session s left join class_hall h on h.id = s.hall_id where s.class_id = c.id), '[]')
      from class_seat k join training_class c on c.id = k.class_id
     where k.official_id = roster_self()
     order by (select max(upper(s.during)) from class_session s where s.class_id = c.id) desc nulls first, k.id limit 100;
end
$$;
comment on function my_classes is 'room: classes';
revoke execute on function my_classes() from public;
grant execute on function my_classes() to nb_app;
