-- Households that had left a round and are back: who decides leaves none of them out unasked. What waits to be signed
-- elsewhere forbids undoing that a unit hangs there. A correction tells what a later one has put right.

-- rounds ------------------------------------------------------------------------------------------------------------

-- A case that left with its household says on which day, also once that stands again.
create or replace function case_end(of_round uuid, but uuid[]) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended integer;
begin
  update review_case c set state = 'ended', left_because = 'household', left_state = c.state, changed_at = now(),
                           left_on = (select h.ended_on from household h where h.household_id = c.household_id)
   where c.round_id = of_round and c.state <> 'ended'
     and nb_holds(c.village_id)
     and exists (select from household h join area_reach r on r.area_id = h.village_id
                  where h.household_id = c.household_id and h.ended_on is not null and r.over_id = any (nb_areas()))
     and c.household_id <> all (but);
  get diagnostics ended = row_count;
  if ended > 0 then
    perform case_recount(array[of_round], array(select distinct c.village_id from review_case c where c.round_id = of_round));
  end if;
  return ended;
end
$$;

update review_case c set left_on = coalesce(h.ended_on, (c.changed_at at time zone 'Asia/Ho_Chi_Minh')::date)
  from household h
 where h.household_id = c.household_id and c.left_because = 'household' and c.left_on is null;

-- decisions ---------------------------------------------------------------------------------------------------------

-- Who had left the round, was back when the decision was drafted, and is not on its list; and why.
alter table decision add column left_out jsonb not null default '[]', add column left_out_because text;
alter table decision add constraint decision_left_out check ((left_out = '[]') = (left_out_because is null));

-- As before; with corrections drafted for a household that goes back to another commune. `about`: whose they are.
drop function decisions_resting(uuid);
create function decisions_resting(unit uuid)
  returns table (id uuid, kind text, state text, number text, signed_on date, area_id uuid, registered_at timestamptz, about text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  former uuid := (select v.parent_id from area_version v where v.area_id = unit order by v.valid_from desc limit 1);
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  return query
    with moved as materialized (select m.household_id, m.acted_at, m.lived from households_moved(unit) m),
    -- A village that stood before is named by decisions of its own time.
    begun as (select where not exists (select from area_succession s where s.from_id = unit))
    select distinct d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, p.registered_at, null::text
      from moved m join decision_entry e on e.household_id = m.household_id
      join decision d on d.id = e.decision_id and d.state in ('printed', 'in_force')
      join signed_paper p on p.id = d.id and p.registered_at > m.acted_at
    union
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, p.registered_at, null
      from moved m join correction c on c.subject_kind = 'household' and c.subject_id = m.household_id and c.state = 'in_force'
      join signed_paper p on p.id = c.id and p.registered_at > m.acted_at
    union
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, c.drafted_at, h.head_name
      from moved m join correction c on c.subject_kind = 'household' and c.subject_id = m.household_id and c.state = 'drafted'
      join household h on h.household_id = m.household_id
     where m.lived and c.area_id <> former
       and not exists (select from area_reach r where r.area_id = former and r.over_id = c.area_id)
    union
    select d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, d.drafted_at, null
      from decision d, begun
     where d.state <> 'withdrawn'
       and (d.area_id = unit or d.id in (select e.decision_id from decision_entry e where e.village_id = unit))
    union
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, c.drafted_at, h.head_name
      from correction c join household h on h.household_id = c.subject_id, begun where c.state <> 'withdrawn' and c.area_id = unit
    order by 7 desc;
end
$$;
comment on function decisions_resting is 'room: decisions';

-- As before; with corrections that wait there for their signature.
drop function decisions_under(uuid, timestamptz);
create function decisions_under(unit uuid, since timestamptz)
  returns table (id uuid, kind text, state text, number text, signed_on date, area_id uuid, registered_at timestamptz, about text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  villages uuid[];
  above uuid[];
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  villages := array(select r.area_id from area_reach r where r.over_id = unit);
  above := areas_over_since(unit);
  return query
    select d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, p.registered_at, null::text
      from decision d join signed_paper p on p.id = d.id and p.registered_at > since
     where d.area_id = any (above) and d.state in ('printed', 'in_force')
       and exists (select from decision_entry e where e.decision_id = d.id and e.home_id = any (villages))
    union all
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, p.registered_at, null
      from correction c join signed_paper p on p.id = c.id and p.registered_at > since
     where c.area_id = any (above) and c.state = 'in_force' and c.subject_home_id = any (villages)
    union all
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, c.drafted_at, h.head_name
      from correction c join household h on h.household_id = c.subject_id
     where c.area_id = any (above) and c.state = 'drafted' and c.subject_home_id = any (villages)
    order by 7 desc;
end
$$;
comment on function decisions_under is 'room: decisions';

revoke execute on function decisions_resting(uuid), decisions_under(uuid, timestamptz) from public;
grant execute on function decisions_resting(uuid), decisions_under(uuid, timestamptz) to nb_app;

-- papers ------------------------------------------------------------------------------------------------------------

-- As before; of a correction those that put right later what it says.
create or replace function paper_status(paper_id uuid, today date)
  returns table (kind text, in_force boolean, valid_from date, valid_until date, replaced_kind text, replaced_number text,
                 replaced_on date, instead_kind text, instead_number text, instead_on date, corrections jsonb,
                 ended_because text, ended_on date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ended_by uuid;
  follower uuid;
begin
  select p.kind, coalesce(p.in_force_from <= today and (p.in_force_until is null or today < p.in_force_until), false),
         p.in_force_from, p.in_force_until, p.replaced_by, p.ended_because, p.ended_on
    into kind, in_force, valid_from, valid_until, ended_by, ended_because, ended_on
    from signed_paper p where p.id = paper_id;
  if not found then return; end if;
  select s.kind, s.number, s.issued_on into replaced_kind, replaced_number, replaced_on from signed_paper s where s.id = ended_by;
  select c.successor_id into follower from correction c where c.id = ended_by;
  select n.kind, n.number, n.issued_on into instead_kind, instead_number, instead_on from signed_paper n where n.id = follower;
  if kind <> 'correction' then
    corrections := (select jsonb_agg(jsonb_build_object('number', a.number, 'day', a.signed_on) order by a.in_force_at)
                      from correction a where a.amends_id = paper_id and a.state = 'in_force');
  else
    -- The paper that it put in the place of the wrong one was replaced by a later one, and so on.
    corrections := (
      with recursive later as (
        select c.successor_id, c.number, c.signed_on, 0 as nth from correction c where c.id = paper_id and c.state = 'in_force'
        union all
        select c.successor_id, c.number, c.signed_on, l.nth + 1
          from later l join correction c on c.replaced_id = l.successor_id and c.state = 'in_force')
      select jsonb_agg(jsonb_build_object('number', l.number, 'day', l.signed_on) order by l.nth) from later l where l.nth > 0);
  end if;
  corrections := coalesce(corrections, '[]');
  return next;
end
$$;
