-- Rotation and secondment: from a post held to another for a time, and back. The posts are appointments; here stands why,
-- until when it is planned, and what came of it.
create table official_move (
  id uuid primary key,
  official_id uuid not null references official (id),
  kind text not null check (kind in ('rotation', 'secondment')),
  from_appointment_id uuid not null,
  to_appointment_id uuid not null,
  why text not null check (why <> ''),
  -- The last day that is planned.
  planned_last date,
  -- What came of it, once it is over.
  outcome text check (outcome <> ''),
  -- Why it never was; it is kept and shown to nobody.
  taken_away text check (taken_away <> ''),
  made_by uuid references account (id),
  made_at timestamptz not null default now(),
  constraint official_move_from foreign key (from_appointment_id) references appointment (id),
  constraint official_move_to foreign key (to_appointment_id) references appointment (id)
);
comment on table official_move is 'family: unit; room: people';
alter table official_move enable row level security;
create index official_move_official on official_move (official_id);
create index official_move_to_appointment on official_move (to_appointment_id);
create index official_move_from_appointment on official_move (from_appointment_id);
-- Seen with the person; written where the person is seen, by whoever may give the post (the call asks).
select nb_guard('official_move', null, 'select', also => 'official_kept(official_id) or official_seen(official_id)'),
       nb_guard('official_move', null, 'insert', also => 'official_kept(official_id) or official_seen(official_id)'),
       nb_guard('official_move', null, 'update', also => 'official_kept(official_id) or official_seen(official_id)');
grant select, insert, update on official_move to nb_app;

-- Of an area, the moves that began by the day from a unit there or to one; asked once, not row by row.
create function roster_moves(of_area uuid, of_day date)
  returns table (id uuid, official_id uuid, full_name text, kind text, why text, planned_last date, outcome text,
                 from_post text, from_area uuid, to_post text, to_area uuid, valid_from date, valid_until date,
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
      select m.id from there a join official_move m on m.to_appointment_id = a.id)
    select m.id, m.official_id, o.full_name, m.kind, m.why, m.planned_last, m.outcome, f.post, f.area_id, t.post, t.area_id,
           t.valid_from, t.valid_until, t.decision_number, t.decided_on
      from moved d join official_move m on m.id = d.id join official o on o.id = m.official_id
      join appointment f on f.id = m.from_appointment_id
      join appointment t on t.id = m.to_appointment_id
     where m.taken_away is null and t.valid_from <= of_day;
end
$$;
comment on function roster_moves is 'room: people';
revoke execute on function roster_moves(uuid, date) from public;
grant execute on function roster_moves(uuid, date) to nb_app;
