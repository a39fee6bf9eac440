-- A move whose unit there has ended goes on where the person is placed again. It still began where it led first: that post
-- stands beside the one that is held now.
alter table official_move add column first_there_id uuid;
alter table official_move add constraint official_move_first foreign key (first_there_id) references appointment (id);
create index official_move_first_there on official_move (first_there_id);
-- Who stays where the move led holds the post there on; the move is over from this day.
alter table official_move add column stays_from date;

-- Of an area, the moves from a unit there or to one: those that began by the day, and those that begin within a year after
-- it and were decided by then, or recorded where no decision is said. Asked once, not row by row.
drop function roster_moves(uuid, date);
create function roster_moves(of_area uuid, of_day date)
  returns table (id uuid, official_id uuid, full_name text, kind text, why text, planned_last date, outcome text,
                 from_post text, from_area uuid, to_post text, to_area uuid, first_area uuid, valid_from date, valid_until date,
                 decision_number text, decided_on date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with under as materialized (select r.area_id from area_reach r where r.over_id = of_area),
    there as materialized (select a.id from under u join appointment a on a.area_id = u.area_id),
    moved as materialized (
      select m.id from there a join official_move m on m.from_appointment_id = a.id
      union
      select m.id from there a join official_move m on m.to_appointment_id = a.id
      union
      select m.id from there a join official_move m on m.first_there_id = a.id)
    select m.id, m.official_id, o.full_name, m.kind, m.why, m.planned_last, m.outcome, f.post, f.area_id, t.post, t.area_id,
           b.area_id, b.valid_from, coalesce(m.stays_from, t.valid_until), b.decision_number, b.decided_on
      from moved d join official_move m on m.id = d.id join official o on o.id = m.official_id
      join appointment f on f.id = m.from_appointment_id
      join appointment t on t.id = m.to_appointment_id
      join appointment b on b.id = coalesce(m.first_there_id, m.to_appointment_id)
     where m.taken_away is null
       and (b.valid_from <= of_day or b.valid_from <= of_day + 366 and coalesce(b.decided_on, m.made_at::date) <= of_day);
end
$$;
comment on function roster_moves is 'room: people';
revoke execute on function roster_moves(uuid, date) from public;
grant execute on function roster_moves(uuid, date) to nb_app;

-- How many officials a province moves into especially difficult units in a year, by which text. None is ready-made. A number
-- that changes is another row of its line, from its day on; the one before ends that day.
create table move_target (
  id uuid primary key,
  area_id uuid not null references area (id),
  year smallint not null check (year between 1990 and 2100),
  -- Which moves count: of one kind, or of both.
  kind text check (kind in ('rotation', 'secondment')),
  people integer not null check (people between 1 and 100000),
  legal_reference text not null check (legal_reference <> ''),
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative')),
  valid_from date not null,
  valid_until date,
  ended_because text check (ended_because <> ''),
  made_by uuid references account (id),
  made_at timestamptz not null default now(),
  constraint move_target_period check (valid_until is null or valid_until > valid_from),
  constraint move_target_ended check (ended_because is null or valid_until is not null),
  constraint move_target_once exclude using gist (area_id with =, year with =, coalesce(kind, 'both') with =,
                                                  daterange(valid_from, valid_until) with &&)
);
comment on table move_target is 'family: unit; room: people';
alter table move_target enable row level security;
create index move_target_area on move_target (area_id, year);
-- What a province sets itself is public, as its norms are.
create policy move_target_read on move_target for select using (true);
select nb_guard('move_target', '{area_id}', 'insert'), nb_guard('move_target', '{area_id}', 'update');
grant select, insert, update on move_target to nb_app;
