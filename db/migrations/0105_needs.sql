-- Who needs to learn what, and why: named by their unit, asked for by themselves, or seen by errors in the work.

-- The official joined to the account that asks; null where there is none.
create function roster_self() returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from official o where o.account_id = nb_account()
$$;
comment on function roster_self is 'room: people';
revoke execute on function roster_self() from public;
grant execute on function roster_self() to nb_app;

-- A wish for a topic of an approved framework: `nominated` by a unit for one of its people, `requested` by the person.
create table training_wish (
  id uuid primary key,
  source text not null check (source in ('nominated', 'requested')),
  official_id uuid not null references official (id),
  -- The unit that nominates; of a request the unit that keeps the person's record.
  area_id uuid not null references area (id),
  topic_id uuid not null references framework_topic (id),
  reason text not null check (reason <> ''),
  made_by uuid not null references account (id),
  made_on date not null,
  withdrawn_on date,
  withdrawn_by uuid references account (id),
  withdrawn_because text check (withdrawn_because <> ''),
  constraint training_wish_withdrawn check ((withdrawn_on is null) = (withdrawn_by is null) and (withdrawn_on is null) = (withdrawn_because is null))
);
comment on table training_wish is 'family: unit; room: training';
alter table training_wish enable row level security;
create index training_wish_area on training_wish (area_id);
-- Asked for once a source while it stands.
create unique index training_wish_once on training_wish (official_id, topic_id, source) where withdrawn_on is null;
select nb_guard('training_wish', '{area_id}', 'select', also => 'official_id = roster_self()'),
       nb_guard('training_wish', '{area_id}', 'insert', also => 'official_id = roster_self()'),
       nb_guard('training_wish', '{area_id}', 'update', also => 'official_id = roster_self()');
grant select, insert, update on training_wish to nb_app;

-- Which topic of its framework helps against which error, kept by a province.
create table error_topic (
  id uuid primary key,
  area_id uuid not null references area (id),
  -- As `training_need.topic` says it: a section of the form, or a step.
  code text not null check (code <> ''),
  topic_id uuid not null references framework_topic (id),
  constraint error_topic_once unique (area_id, code)
);
comment on table error_topic is 'family: unit; room: training';
alter table error_topic enable row level security;
create policy error_topic_read on error_topic for select using (true);
select nb_guard('error_topic', '{area_id}', 'insert'), nb_guard('error_topic', '{area_id}', 'delete');
grant select, insert, delete on error_topic to nb_app;

-- What a topic is called in the version of its framework that is in force on the day; null where that has it no more.
create function topic_on(topic uuid, of_day date) returns uuid
  language sql stable set search_path = public, pg_temp as $$
  select n.id from framework_topic t join framework f on f.id = t.framework_id
    join framework g on g.line_id = f.line_id and g.state = 'approved' and g.approved_on <= of_day
    join framework_topic n on n.framework_id = g.id and n.code = t.code
   where t.id = topic
     and g.version = (select max(h.version) from framework h
                       where h.line_id = f.line_id and h.state = 'approved' and h.approved_on <= of_day)
$$;
comment on function topic_on is 'room: training';

-- All needs at an area and below it: wishes that stand on the day, and errors found in its year up to it, once a person and code.
-- Asked of the area alone, as the roster is: row by row it takes seconds.
create function needs_at(of_area uuid, of_day date)
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
      select d.topic, topic_on(d.topic, of_day) as now from (select distinct f.topic from found f where f.topic is not null) d)
    select f.source, f.wish, f.code, f.official, f.named, f.unit, t.now, f.reason, f.times, f.day
      from found f left join today t on t.topic = f.topic;
end
$$;
comment on function needs_at is 'room: training';
revoke execute on function topic_on(uuid, date), needs_at(uuid, date) from public;
grant execute on function topic_on(uuid, date), needs_at(uuid, date) to nb_app;
