-- One person who stands in the roster twice becomes one: a record goes into the other, with all that points at it. What the
-- former record said stays here as it was, and whoever has its address is led on.
create table official_joined (
  id uuid primary key,
  into_id uuid not null references official (id),
  unit_id uuid not null references area (id),
  full_name text not null check (full_name <> ''),
  birth_year smallint not null,
  because text not null check (because <> ''),
  joined_by uuid not null references account (id),
  joined_on date not null,
  was jsonb not null
);
comment on table official_joined is 'family: unit; room: people';
alter table official_joined enable row level security;
create index official_joined_into on official_joined (into_id);
create index official_joined_unit on official_joined (unit_id);
select nb_guard('official_joined', '{unit_id}', 'select', also => 'official_kept(into_id) or official_seen(into_id)');
grant select on official_joined to nb_app;

-- What stands against it in this room: codes, each with what it is about. Also what the actor does not see otherwise: posts of
-- other units.
create function official_join_faults(kept uuid, former uuid) returns table (fault text, about jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  a official;
  b official;
begin
  if not (official_kept(kept) and official_kept(former)) then return; end if;
  select * into a from official o where o.id = kept;
  select * into b from official o where o.id = former;
  if lower(a.full_name) <> lower(b.full_name) then return query select 'name', jsonb_build_object('kept', a.full_name, 'former', b.full_name); end if;
  if a.sex <> b.sex then return query select 'sex', null::jsonb; end if;
  if (a.birth_year, coalesce(a.birth_month, b.birth_month, 0), coalesce(a.birth_day, b.birth_day, 0))
     <> (b.birth_year, coalesce(b.birth_month, a.birth_month, 0), coalesce(b.birth_day, a.birth_day, 0)) then
    return query select 'birth', null::jsonb; end if;
  if a.citizen_id_index is not null and b.citizen_id_index is not null then return query select 'citizen_id', null::jsonb; end if;
  if a.personal_number is not null and b.personal_number is not null then return query select 'personal_number', null::jsonb; end if;
  if a.account_id is not null and b.account_id is not null then return query select 'account', null::jsonb; end if;
  if nb_account() in (a.account_id, b.account_id) then return query select 'own', null::jsonb; end if;
  if exists (select from official_handover h where h.official_id in (kept, former) and h.state = 'asked') then
    return query select 'handover', null::jsonb; end if;
  if (select count(*) from official_move m where m.official_id in (kept, former) and m.taken_away is null and m.outcome is null
         and not m.beside_another) > 1 then
    return query select 'moves', null::jsonb; end if;
  return query
    select 'died', jsonb_build_object('day', d.day)
      from (select min(x.valid_until) as day from appointment x where x.official_id in (kept, former) and x.ended_because = 'died') d
     where exists (select from appointment x where x.official_id in (kept, former) and not isempty(daterange(x.valid_from, x.valid_until))
                    and coalesce(x.valid_until, 'infinity') > d.day);
  return query
    select 'standing', jsonb_build_object('post', x.post, 'areaId', x.area_id)
      from appointment x join appointment y on y.post = x.post and y.area_id = x.area_id
     where x.official_id = kept and y.official_id = former and x.standing <> y.standing
       and daterange(x.valid_from, x.valid_until) && daterange(y.valid_from, y.valid_until);
  -- Somebody who has left by the one record would be back by the other.
  return query
    select 'ends', jsonb_build_object('post', x.post, 'areaId', x.area_id)
      from appointment x join appointment y on y.post = x.post and y.area_id = x.area_id
     where x.official_id = kept and y.official_id = former and x.valid_until is distinct from y.valid_until
       and daterange(x.valid_from, x.valid_until) && daterange(y.valid_from, y.valid_until);
  -- The days of a move are those of the post it leads to.
  return query
    select distinct 'same_move', jsonb_build_object('post', x.post, 'areaId', x.area_id)
      from appointment x join appointment y on y.post = x.post and y.area_id = x.area_id
     where x.official_id = kept and y.official_id = former
       and daterange(x.valid_from, x.valid_until) && daterange(y.valid_from, y.valid_until)
       and exists (select from official_move m where m.official_id in (kept, former) and m.taken_away is null
                      and (m.to_appointment_id in (x.id, y.id) or m.first_there_id in (x.id, y.id)));
end
$$;
comment on function official_join_faults is 'room: people';
revoke execute on function official_join_faults(uuid, uuid) from public;
grant execute on function official_join_faults(uuid, uuid) to nb_app;

-- Whether the one record is going into the other in this transaction: begun, and its row is still there. Each room carries over
-- what it holds between `official_join_begin` and `official_join_end`.
create function official_joining(kept uuid, former uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from official_joined j join official o on o.id = j.id where j.id = former and j.into_id = kept)
$$;
comment on function official_joining is 'room: people';
revoke execute on function official_joining(uuid, uuid) from public;
grant execute on function official_joining(uuid, uuid) to nb_app;

-- False where one of the two is not there any more, or not under the actor.
create function official_join_begin(kept uuid, former uuid, why text, account uuid, of_day date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone official;
  mine record;
begin
  perform from official o where o.id in (kept, former) order by o.id for update;
  if kept = former or not (official_kept(kept) and official_kept(former)) then return false; end if;
  if exists (select from official_join_faults(kept, former)) then return false; end if;
  select * into gone from official o where o.id = former;

  insert into official_joined (id, into_id, unit_id, full_name, birth_year, because, joined_by, joined_on, was)
  select former, kept, gone.unit_id, gone.full_name, gone.birth_year, why, account, of_day, jsonb_build_object(
    'official', to_jsonb(gone) - 'citizen_id_sealed' - 'citizen_id_index' - 'search',
    'appointments', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from appointment x where x.official_id in (kept, former)),
    'qualifications', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from qualification x where x.official_id = former));
  update official_joined j set into_id = kept where j.into_id = former;

  -- One post at one unit that both records have for days in common, to the same end, is one term from the first day of either.
  for mine in
    select x.id, x.valid_from, x.decision_number, x.decided_on, k.id as same
      from appointment x join appointment k on k.official_id = kept and k.post = x.post and k.area_id = x.area_id
     where x.official_id = former and daterange(x.valid_from, x.valid_until) && daterange(k.valid_from, k.valid_until) loop
    update official_move m set
      from_appointment_id = case when m.from_appointment_id = mine.id then mine.same else m.from_appointment_id end,
      to_appointment_id = case when m.to_appointment_id = mine.id then mine.same else m.to_appointment_id end,
      first_there_id = case when m.first_there_id = mine.id then mine.same else m.first_there_id end
     where mine.id in (m.from_appointment_id, m.to_appointment_id, m.first_there_id);
    delete from appointment x where x.id = mine.id;
    update appointment k set
      valid_from = least(k.valid_from, mine.valid_from), decision_number = coalesce(k.decision_number, mine.decision_number),
      decided_on = coalesce(k.decided_on, mine.decided_on)
     where k.id = mine.same;
  end loop;
  update appointment x set official_id = kept where x.official_id = former;

  delete from qualification q where q.official_id = former and q.taken_away is null and exists (
    select from qualification k where k.official_id = kept and k.taken_away is null
       and (k.kind, coalesce(k.level, ''), lower(k.title), coalesce(k.number, ''), coalesce(k.until_month, ''))
         = (q.kind, coalesce(q.level, ''), lower(q.title), coalesce(q.number, ''), coalesce(q.until_month, '')));
  update qualification q set official_id = kept where q.official_id = former;
  update official_move m set official_id = kept where m.official_id = former;
  update official_handover h set official_id = kept where h.official_id = former;
  return true;
end
$$;
comment on function official_join_begin is 'room: people';
revoke execute on function official_join_begin(uuid, uuid, text, uuid, date) from public;
grant execute on function official_join_begin(uuid, uuid, text, uuid, date) to nb_app;

-- `sealed`: the citizen id of the former record, sealed anew for the one that stays; null where it has none.
create function official_join_end(kept uuid, former uuid, sealed text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone official;
begin
  if not official_joining(kept, former) then raise exception 'official_join' using errcode = '42501'; end if;
  select * into gone from official o where o.id = former;
  delete from official o where o.id = former;
  update official o set
    birth_month = coalesce(o.birth_month, gone.birth_month), birth_day = coalesce(o.birth_day, gone.birth_day),
    phone = coalesce(o.phone, gone.phone), personal_number = coalesce(o.personal_number, gone.personal_number),
    account_id = coalesce(o.account_id, gone.account_id),
    languages = array(select distinct l from unnest(o.languages || gone.languages) l order by l),
    citizen_id_sealed = coalesce(o.citizen_id_sealed, sealed), citizen_id_end = coalesce(o.citizen_id_end, gone.citizen_id_end),
    citizen_id_index = coalesce(o.citizen_id_index, gone.citizen_id_index),
    taken_over = array(
      select f from unnest(o.taken_over) f
      union select f from unnest(gone.taken_over) f
             where (f = 'personalNumber' and o.personal_number is null) or (f = 'phone' and o.phone is null)
                or (f = 'citizenId' and o.citizen_id_index is null))
   where o.id = kept;
end
$$;
comment on function official_join_end is 'room: people';
revoke execute on function official_join_end(uuid, uuid, text) from public;
grant execute on function official_join_end(uuid, uuid, text) to nb_app;

create function body_join_faults(kept uuid, former uuid) returns table (fault text, about jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (official_kept(kept) and official_kept(former)) then return; end if;
  return query
    select 'role', jsonb_build_object('body', g.name)
      from body_member x join body_member y on y.body_id = x.body_id join body g on g.id = x.body_id
     where x.official_id = kept and y.official_id = former
       and (x.role, coalesce(x.comes_from, '')) <> (y.role, coalesce(y.comes_from, ''))
       and daterange(x.valid_from, x.valid_until) && daterange(y.valid_from, y.valid_until);
  return query
    select 'ends', jsonb_build_object('body', g.name)
      from body_member x join body_member y on y.body_id = x.body_id join body g on g.id = x.body_id
     where x.official_id = kept and y.official_id = former and x.valid_until is distinct from y.valid_until
       and daterange(x.valid_from, x.valid_until) && daterange(y.valid_from, y.valid_until);
  return query
    select 'died', jsonb_build_object('body', g.name)
      from body_member m join body g on g.id = m.body_id
     where m.official_id in (kept, former) and not isempty(daterange(m.valid_from, m.valid_until))
       and coalesce(m.valid_until, 'infinity') > (
         select min(x.valid_until) from appointment x where x.official_id in (kept, former) and x.ended_because = 'died');
end
$$;
comment on function body_join_faults is 'room: bodies';
revoke execute on function body_join_faults(uuid, uuid) from public;
grant execute on function body_join_faults(uuid, uuid) to nb_app;

-- Seats in bodies as posts are: one term where both have it. Whoever was there, chaired or owes a task is the record that stays.
create function body_members_joined(kept uuid, former uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  seat record;
begin
  if not official_joining(kept, former) then raise exception 'official_join' using errcode = '42501'; end if;
  update official_joined j set was = j.was || jsonb_build_object(
    'members', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from body_member x where x.official_id in (kept, former)))
   where j.id = former;
  for seat in
    select x.id, x.valid_from, k.id as same from body_member x join body_member k on k.official_id = kept and k.body_id = x.body_id
     where x.official_id = former and daterange(x.valid_from, x.valid_until) && daterange(k.valid_from, k.valid_until) loop
    delete from body_member x where x.id = seat.id;
    update body_member k set valid_from = least(k.valid_from, seat.valid_from) where k.id = seat.same;
  end loop;
  update body_member x set official_id = kept where x.official_id = former;
  update body_meeting g set
    present = array(select distinct case when p = former then kept else p end from unnest(g.present) p order by 1),
    chaired_by = case when g.chaired_by = former then kept else g.chaired_by end
   where former = any (g.present);
  update body_task t set official_id = kept where t.official_id = former;
end
$$;
comment on function body_members_joined is 'room: bodies';
revoke execute on function body_members_joined(uuid, uuid) from public;
grant execute on function body_members_joined(uuid, uuid) to nb_app;

-- A plan that was approved names both for one topic: who is left out is said by a change of it.
create function training_join_faults(kept uuid, former uuid) returns table (plan text, topic text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (official_kept(kept) and official_kept(former)) then return; end if;
  return query
    select p.name, t.code || ' ' || t.title from plan_seat x join plan_seat y on y.topic_id = x.topic_id and y.year = x.year
      join training_plan p on p.id = x.plan_id join framework_topic t on t.id = x.topic_id
     where x.official_id = kept and y.official_id = former and x.stands and y.stands;
end
$$;
comment on function training_join_faults is 'room: training';
revoke execute on function training_join_faults(uuid, uuid) from public;
grant execute on function training_join_faults(uuid, uuid) to nb_app;

-- Nominated, asked for or named in a plan twice for one topic is once.
create function training_joined(kept uuid, former uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not official_joining(kept, former) then raise exception 'official_join' using errcode = '42501'; end if;
  update official_joined j set was = j.was || jsonb_build_object(
    'wishes', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from training_wish x where x.official_id = former),
    'seats', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from plan_seat x where x.official_id = former))
   where j.id = former;
  delete from training_wish w where w.official_id = former and w.withdrawn_on is null and exists (
    select from training_wish k where k.official_id = kept and k.withdrawn_on is null and (k.topic_id, k.source) = (w.topic_id, w.source));
  update training_wish w set official_id = kept where w.official_id = former;
  delete from plan_seat s where s.official_id = former and exists (
    select from plan_seat k where k.official_id = kept and k.topic_id = s.topic_id
       and (k.plan_id = s.plan_id or (k.stands and s.stands and k.year = s.year)));
  update plan_seat s set official_id = kept where s.official_id = former;
end
$$;
comment on function training_joined is 'room: training';
revoke execute on function training_joined(uuid, uuid) from public;
grant execute on function training_joined(uuid, uuid) to nb_app;

-- Each is known as another member of a household: two people.
create function official_members_apart(kept uuid, former uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select official_kept(kept) and official_kept(former)
     and (select count(*) from official_member m where m.official_id in (kept, former) and m.until is null) > 1
$$;
comment on function official_members_apart is 'room: households';
revoke execute on function official_members_apart(uuid, uuid) from public;
grant execute on function official_members_apart(uuid, uuid) to nb_app;

create function official_members_joined(kept uuid, former uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not official_joining(kept, former) then raise exception 'official_join' using errcode = '42501'; end if;
  update official_member m set official_id = kept where m.official_id = former;
end
$$;
comment on function official_members_joined is 'room: households';
revoke execute on function official_members_joined(uuid, uuid) from public;
grant execute on function official_members_joined(uuid, uuid) to nb_app;

-- Where the record went that stood under this id, for whoever may see the one it went into.
create function official_went(one uuid) returns table (into_id uuid, full_name text, joined_on date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select j.into_id, o.full_name, j.joined_on from official_joined j join official o on o.id = j.into_id
     where j.id = one and (official_kept(j.into_id) or official_seen(j.into_id));
end
$$;
comment on function official_went is 'room: people';
revoke execute on function official_went(uuid) from public;
grant execute on function official_went(uuid) to nb_app;

-- Who may stand in the roster twice: of one name, sex and year of birth, both kept at the area or below, and no number of
-- theirs tells them apart; each with the post they hold or held last.
create function officials_doubled(of_area uuid)
  returns table (one_id uuid, other_id uuid, one_name text, other_name text, birth_year smallint, one_unit uuid, other_unit uuid,
                 one_post uuid, other_post uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with kept as materialized (
      select o.* from area_reach r join official o on o.unit_id = r.area_id where r.over_id = of_area)
    select a.id, b.id, a.full_name, b.full_name, a.birth_year, a.unit_id, b.unit_id,
           (select x.id from appointment x where x.official_id = a.id order by x.valid_from desc, x.id limit 1),
           (select x.id from appointment x where x.official_id = b.id order by x.valid_from desc, x.id limit 1)
      from kept a join kept b on b.search = a.search and b.birth_year = a.birth_year and b.sex = a.sex and a.id < b.id
     where (a.citizen_id_index is null or b.citizen_id_index is null)
       and (a.personal_number is null or b.personal_number is null)
       and (a.birth_month is null or b.birth_month is null
            or (a.birth_month, coalesce(a.birth_day, b.birth_day, 0)) = (b.birth_month, coalesce(b.birth_day, a.birth_day, 0)));
end
$$;
comment on function officials_doubled is 'room: people';
revoke execute on function officials_doubled(uuid) from public;
grant execute on function officials_doubled(uuid) to nb_app;

-- A file that names a record which went into another means that one.
create or replace function roster_match(of_area uuid, numbers text[], ids text[], names text[], years int[], units uuid[])
  returns table (at int, how text, official_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with asked as materialized (
      select * from unnest(numbers, ids, names, years, units) with ordinality as n (number, id, name, year, unit, place)),
    kept as materialized (select r.area_id from area_reach r where r.over_id = of_area)
    select n.place::int, f.how, case when f.unit_id in (select k.area_id from kept k) then f.id end
      from asked n
      cross join lateral (
        select 'number' as how, o.id, o.unit_id from official o where o.personal_number = n.number
        union all
        select 'id', o.id, o.unit_id from official o where o.citizen_id_index = n.id
        union all
        select case when lower(o.full_name) = lower(n.name) and (o.unit_id = n.unit or exists (
                      select from official_joined j where j.into_id = o.id and j.unit_id = n.unit)) then 'name' else 'alike' end,
               o.id, o.unit_id
          from official o
         where o.search = fold(n.name) and o.birth_year = n.year and o.unit_id in (select k.area_id from kept k)) f
     order by n.place, f.id;
end
$$;
