-- Needs again: a person asks for themselves; whom several name for one topic needs it once; who sits in which planned line.

-- The own record of who is signed in, whichever unit keeps it.
create function roster_own() returns table (id uuid, full_name text, unit_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.full_name, o.unit_id from official o where o.account_id = nb_account()
$$;
comment on function roster_own is 'room: people';

-- Since when each of them holds a post under an area on the day, the latest begun; and who has left the work altogether.
create function roster_since(of_area uuid, of_day date, people uuid[]) returns table (official_id uuid, since date, gone boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with asked as materialized (select p.id from unnest(people) p (id)),
    held as materialized (
      select a.official_id as id, max(a.valid_from) filter (where r.area_id is not null) as since from asked p
        join appointment a on a.official_id = p.id and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until)
        left join area_reach r on r.area_id = a.area_id and r.over_id = of_area group by a.official_id)
    select p.id, h.since,
           h.id is null and exists (select from appointment a where a.official_id = p.id and a.valid_until <= of_day
                                     and a.ended_because in ('retired', 'left', 'died'))
      from asked p left join held h on h.id = p.id;
end
$$;
comment on function roster_since is 'room: people';
revoke execute on function roster_own(), roster_since(uuid, date, uuid[]) from public;
grant execute on function roster_own(), roster_since(uuid, date, uuid[]) to nb_app;

-- All needs at an area and below it: wishes that stand on the day, and errors found in its year up to it, once a person and code.
-- Who is nominated for a topic and asks for it too, or was wished for in an older version of it, needs it once: the nomination
-- stands for both, as the older wish does. Asked of the area alone, as the roster is: row by row it takes seconds.
create or replace function needs_at(of_area uuid, of_day date)
  returns table (source text, wish_id uuid, error_code text, official_id uuid, person text, unit_id uuid, topic_id uuid,
                 reason text, times integer, found_on date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with under as materialized (select r.area_id from area_reach r where r.over_id = of_area),
    found as materialized (
      select w.source, w.id as wish, null::text as code, w.official_id as official, o.full_name as named, w.area_id as unit,
             w.topic_id as topic, w.reason, 1 as times, w.made_on as day
        from training_wish w join under u on u.area_id = w.area_id join official o on o.id = w.official_id
       where w.made_on <= of_day and (w.withdrawn_on is null or w.withdrawn_on > of_day)
      union all
      select 'error', null, n.topic, o.id, coalesce(o.full_name, c.full_name), n.area_id, e.topic_id, null, count(*)::int, max(n.found_on)
        from training_need n join under u on u.area_id = n.area_id
        left join account c on c.id = n.account_id
        left join official o on o.account_id = n.account_id
        left join lateral (select x.topic_id from error_topic x join area_reach r on r.over_id = x.area_id
                            where r.area_id = n.area_id and x.code = n.topic limit 1) e on true
       where n.found_on between date_trunc('year', of_day)::date and of_day
       group by n.topic, n.account_id, o.id, o.full_name, c.full_name, n.area_id, e.topic_id),
    today as materialized (
      select d.topic, topic_on(d.topic, of_day) as now from (select distinct f.topic from found f where f.topic is not null) d),
    once as (
      select f.source, f.wish, f.code, f.official, f.named, f.unit, t.now, f.reason, f.times, f.day,
             f.wish is not null and t.now is not null
               and row_number() over (partition by f.official, t.now, f.wish is null order by f.source, f.day, f.wish) > 1 as again
        from found f left join today t on t.topic = f.topic)
    select o.source, o.wish, o.code, o.official, o.named, o.unit, o.now, o.reason, o.times, o.day from once o where not o.again;
end
$$;

-- Who is to sit in a line of a plan, by name. A person sits once in a plan and topic, and in one plan of the year: that seat
-- `stands`. What an amendment takes over stands when it is approved; what it leaves out stands no more.
create table plan_seat (
  id uuid primary key,
  plan_id uuid not null references training_plan,
  plan_line_id uuid not null,
  state text not null default 'drafted',
  area_id uuid not null,
  year smallint not null,
  topic_id uuid not null references framework_topic,
  official_id uuid not null references official,
  -- From where they come.
  from_id uuid not null references area,
  stands boolean not null,
  constraint plan_seat_fixed foreign key (plan_line_id, state, area_id) references plan_line (id, state, area_id) on update cascade,
  constraint plan_seat_once unique (plan_id, official_id, topic_id)
);
comment on table plan_seat is 'family: unit; room: training';
create unique index plan_seat_stands on plan_seat (official_id, topic_id, year) where stands;
create index plan_seat_of on plan_seat (plan_line_id);
create index plan_seat_year on plan_seat (year, official_id) where stands;
alter table plan_seat enable row level security;
select nb_guard('plan_seat', '{area_id, from_id}', 'select'),
       nb_guard('plan_seat', '{area_id}', 'insert', only_if => 'state = ''drafted'''),
       nb_guard('plan_seat', '{area_id}', 'delete', only_if => 'state = ''drafted''');
grant select, insert, delete on plan_seat to nb_app;

-- Who of these people sits in a plan of the year, in which topic as it is called on the day and in which weeks, whoever plans it.
create function seats_of(of_area uuid, of_year integer, of_day date, people uuid[])
  returns table (official_id uuid, topic_id uuid, weeks integer[], plan_name text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with seated as materialized (
      select s.official_id as who, s.topic_id as topic, l.weeks as held, p.name as plan
        from plan_seat s join unnest(people) u (id) on u.id = s.official_id
        join plan_line l on l.id = s.plan_line_id join training_plan p on p.id = l.plan_id
       where s.stands and s.year = of_year
         and exists (select from area_reach r where r.over_id = of_area and (r.area_id = s.from_id or r.area_id in (
               select a.area_id from appointment a where a.official_id = s.official_id)))),
    called as materialized (
      select d.topic, topic_on(d.topic, of_day) as now from (select distinct s.topic from seated s) d)
    select s.who, coalesce(c.now, s.topic), s.held, s.plan from seated s join called c on c.topic = s.topic;
end
$$;
comment on function seats_of is 'room: training';
revoke execute on function seats_of(uuid, integer, date, uuid[]) from public;
grant execute on function seats_of(uuid, integer, date, uuid[]) to nb_app;
