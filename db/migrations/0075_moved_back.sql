-- Papers that another commune issued while a village was under it: they forbid undoing that, and are read by who issued them,
-- wherever their household lives by now.

-- As before; and by the commune that put something of it right.
create or replace function decision_reached(of_decision uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  select d.area_id, d.state into one from decision d where d.id = of_decision;
  if not found then return false; end if;
  if nb_holds(one.area_id) then return true; end if;
  if exists (select from correction c where c.amends_id = of_decision and nb_holds(c.area_id)) then return true; end if;
  return one.state = 'in_force' and exists (
    select from (select distinct e.home_id from decision_entry e where e.decision_id = of_decision) h
      join area_reach r on r.area_id = h.home_id
      join area_version v on v.area_id = r.over_id and v.level = 3
     where nb_holds(r.over_id));
end
$$;

-- The number of a certificate: of the actor's households and decisions, and of what his commune replaced or issued.
create function certificate_number(of_certificate uuid) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select k.number from certificate k
           where k.id = of_certificate
             and (nb_holds(k.home_id) or nb_holds(k.area_id)
                  or exists (select from correction c
                              where c.amends_id = k.decision_id and k.id in (c.replaced_id, c.successor_id) and nb_holds(c.area_id))));
end
$$;
comment on function certificate_number is 'room: decisions';

-- The signed page of a decision that is read whole, or of a correction that is read, whoever scanned it.
create function signed_scan(of_paper uuid) returns setof file
  language plpgsql stable security definer rows 1 set search_path = public, pg_temp as $$
begin
  return query
    select f.* from decision d join file f on f.id = d.scan_id
     where d.id = of_paper and decision_reached(of_paper)
       and (nb_holds(d.area_id)
            or not exists (select from decision_entry e where e.decision_id = of_paper and not nb_holds(e.home_id)));
  return query
    select f.* from correction c join file f on f.id = c.scan_id
     where c.id = of_paper and c.state = 'in_force'
       and (nb_holds(c.area_id) or nb_holds(c.subject_home_id) or nb_holds(c.amended_area_id));
end
$$;
comment on function signed_scan is 'room: decisions';

-- Decisions of other communes whose number begins so and that name households of the actor's villages. Of who holds more than
-- communes nothing: what is over them holds both.
create function decisions_elsewhere(begins text)
  returns table (id uuid, number text, signed_on date, area_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  held uuid[] := array(select distinct u.id from area_within w cross join unnest(w.area_ids) as u (id)
                        where w.over_id = any (nb_areas()) and cardinality(w.area_ids) < 1000);
begin
  return query
    select d.id, d.number, d.signed_on, d.area_id
      from (select distinct e.decision_id from decision_entry e
             where e.home_id = any (held) and not e.area_id = any (held)) o
      join decision d on d.id = o.decision_id
     where d.state = 'in_force' and starts_with(ltrim(fold(d.number), '0'), ltrim(begins, '0'));
end
$$;
comment on function decisions_elsewhere is 'room: decisions';

-- What a unit that begins no more has issued, and what stands over a unit that hung under another before has issued about it
-- since: decisions fixed for signing and corrections in force; of a unit that begins no more drafts, too. The last first.
create or replace function decisions_resting(unit uuid)
  returns table (id uuid, kind text, state text, number text, signed_on date, area_id uuid, registered_at timestamptz)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  return query
    with moved as materialized (select m.household_id, m.acted_at from households_moved(unit) m),
    -- A village that stood before is named by decisions of its own time.
    begun as (select where not exists (select from area_succession s where s.from_id = unit))
    select distinct d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, p.registered_at
      from moved m join decision_entry e on e.household_id = m.household_id
      join decision d on d.id = e.decision_id and d.state in ('printed', 'in_force')
      join signed_paper p on p.id = d.id and p.registered_at > m.acted_at
    union
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, p.registered_at
      from moved m join correction c on c.subject_kind = 'household' and c.subject_id = m.household_id and c.state = 'in_force'
      join signed_paper p on p.id = c.id and p.registered_at > m.acted_at
    union
    select d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, d.drafted_at
      from decision d, begun
     where d.state <> 'withdrawn'
       and (d.area_id = unit or d.id in (select e.decision_id from decision_entry e where e.village_id = unit))
    union
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, c.drafted_at
      from correction c, begun where c.state <> 'withdrawn' and c.area_id = unit
    order by 7 desc;
end
$$;

-- What stands over a unit since it last hung elsewhere, and stood over nothing of it before: where it hangs now, not what both
-- places are under.
create function areas_over_since(unit uuid) returns uuid[]
  language plpgsql stable set search_path = public, pg_temp as $$
declare
  former uuid := (select v.parent_id from area_version v where v.area_id = unit and v.valid_until is not null
                   order by v.valid_until desc limit 1);
begin
  return array(select r.over_id from area_reach r where r.area_id = unit
               except select r.over_id from area_reach r where r.area_id = former
               except select r.area_id from area_reach r where r.over_id = unit);
end
$$;
comment on function areas_over_since is 'room: areas';

create function decisions_under(unit uuid, since timestamptz)
  returns table (id uuid, kind text, state text, number text, signed_on date, area_id uuid, registered_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  villages uuid[];
  above uuid[];
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  villages := array(select r.area_id from area_reach r where r.over_id = unit);
  above := areas_over_since(unit);
  return query
    select d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, p.registered_at
      from decision d join signed_paper p on p.id = d.id and p.registered_at > since
     where d.area_id = any (above) and d.state in ('printed', 'in_force')
       and exists (select from decision_entry e where e.decision_id = d.id and e.home_id = any (villages))
    union all
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, p.registered_at
      from correction c join signed_paper p on p.id = c.id and p.registered_at > since
     where c.area_id = any (above) and c.state = 'in_force' and c.subject_home_id = any (villages)
    order by 7 desc;
end
$$;
comment on function decisions_under is 'room: decisions';

-- Rounds that what stands over the unit has opened over it since.
create function rounds_over_since(unit uuid, since timestamptz) returns table (name text, decided boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  above uuid[] := areas_over_since(unit);
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  return query
    select r.name, r.state in ('certificates', 'completed') from round r
     where r.state <> 'cancelled' and r.area_id = any (above) and r.created_at > since
       and exists (select from round_village v join area_reach a on a.area_id = v.village_id and a.over_id = unit
                    where v.round_id = r.id)
     order by r.window_from desc, r.name;
end
$$;
comment on function rounds_over_since is 'room: rounds';

revoke execute on function rounds_over_since(uuid, timestamptz) from public;
grant execute on function rounds_over_since(uuid, timestamptz) to nb_app;
revoke execute on function certificate_number(uuid), signed_scan(uuid), decisions_elsewhere(text), decisions_under(uuid, timestamptz)
  from public;
grant execute on function certificate_number(uuid), signed_scan(uuid), decisions_elsewhere(text), decisions_under(uuid, timestamptz)
  to nb_app;
