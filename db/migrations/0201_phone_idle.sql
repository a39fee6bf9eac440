-- After how many minutes without a touch the phones of a province ask for the PIN, from which day on, by which text.
create table phone_idle_time (
  id uuid primary key,
  area_id uuid not null references area (id),
  minutes smallint not null check (minutes between 1 and 240),
  valid_from date not null,
  legal_reference text not null check (legal_reference <> ''),
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative')),
  made_by uuid references account (id),
  made_at timestamptz not null default now(),
  -- Taken back as a mistake: it never held.
  withdrawn_because text check (withdrawn_because <> '')
);
comment on table phone_idle_time is 'family: unit; room: field';
alter table phone_idle_time enable row level security;
-- Each holds until the next of its province begins.
create unique index phone_idle_time_from on phone_idle_time (area_id, valid_from) where withdrawn_because is null;
-- What a province lays down is public: its phones ask before anybody is known.
create policy phone_idle_time_read on phone_idle_time for select using (true);
select nb_guard('phone_idle_time', '{area_id}', 'insert'), nb_guard('phone_idle_time', '{area_id}', 'update');
grant select, insert, update on phone_idle_time to nb_app;

-- What holds for the phone of somebody who works at a unit; null where its province laid nothing down.
create function phone_idle_at(of_area uuid, on_day date) returns integer
  language sql stable set search_path = public, pg_temp as $$
  select t.minutes from phone_idle_time t join area_reach r on r.over_id = t.area_id
   where r.area_id = of_area and t.valid_from <= on_day and t.withdrawn_because is null
   order by t.valid_from desc limit 1
$$;
comment on function phone_idle_at is 'room: field';

-- The same of a phone, whoever asks.
create function phone_idle_of(of_device uuid, on_day date) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select phone_idle_at(d.area_id, on_day) from field_device d where d.id = of_device
$$;
comment on function phone_idle_of is 'room: field';
revoke execute on function phone_idle_at(uuid, date), phone_idle_of(uuid, date) from public;
grant execute on function phone_idle_at(uuid, date), phone_idle_of(uuid, date) to nb_app;
