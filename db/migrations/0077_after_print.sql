-- A print that waits for its signature was fixed before what changed since: that does not forbid undoing the change. A paper
-- whose household had ended before it began to hold says on which day.

-- papers ------------------------------------------------------------------------------------------------------------

alter table signed_paper add column ended_on date;          -- when what it is of ended; before it began to hold it never held
update signed_paper p set ended_on = h.ended_on from household h where p.ended_because is not null and h.household_id = p.subject_id;
alter table signed_paper add constraint signed_paper_ended_on check (ended_on is null or ended_because is not null);

-- As before; with why it ended, and on which day what it is of did.
drop function paper_status(uuid, date);
create function paper_status(paper_id uuid, today date)
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
  corrections := (select coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'day', a.signed_on) order by a.in_force_at), '[]')
                    from correction a where a.amends_id = paper_id and a.state = 'in_force');
  return next;
end
$$;
comment on function paper_status is 'room: papers';
revoke execute on function paper_status(uuid, date) from public;
grant execute on function paper_status(uuid, date) to nb_app;

-- rounds ------------------------------------------------------------------------------------------------------------

-- As before; a round whose decision was fixed for signing before the unit was recorded names what stood then.
create or replace function rounds_resting(unit uuid) returns table (name text, decided boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  reviewed uuid[];
  signed uuid[];
  begun timestamptz := (select max(e.created_at) from area_succession s join area_event e on e.id = s.event_id where s.to_id = unit);
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  reviewed := array(select distinct c.round_id from review_case c where c.village_id = unit);
  -- Decisions that were fixed before the unit began say where they lived then.
  signed := array(select r.decision_id from round r where r.id = any (reviewed) and r.decision_id is not null);
  signed := array(select p.id from signed_paper p where p.id = any (signed) and p.registered_at < begun);
  return query
    select r.name, r.state in ('certificates', 'completed') from round r
     where r.state <> 'cancelled'
       and (r.area_id = unit
            or r.state in ('certificates', 'completed') and r.id = any (reviewed)
               and (r.decision_id = any (signed)) is not true
            or exists (select from round_village v where v.round_id = r.id and v.village_id = unit)
               and not exists (select from round_succession s join area_succession a on a.from_id = s.village_id
                                where s.round_id = r.id and a.to_id = unit))
     order by r.window_from desc, r.name;
end
$$;

-- As before; the cases of a round that was decided meanwhile come back as well: what was printed names where they lived then.
create or replace function rounds_return(village uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
  of_case uuid;
  held uuid[];
  been uuid[] := '{}';
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select s.*, r.state in ('certificates', 'completed') as is_over from round_succession s join round r on r.id = s.round_id
              where s.village_id = village and r.state <> 'cancelled' order by s.round_id loop
    insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
      values (one.round_id, village, one.account_id, one.annual_area, one.annual_from)
      on conflict (round_id, village_id) do update
        set account_id = excluded.account_id, annual_area = excluded.annual_area, annual_from = excluded.annual_from, left_on = null;
    if one.is_over then
      been := been || array(select distinct c.village_id from review_case c join household h on h.household_id = c.household_id
                             where c.round_id = one.round_id and h.village_id = village);
      update review_case c set village_id = village from household h
       where c.round_id = one.round_id and h.household_id = c.household_id and h.village_id = village and c.village_id <> village;
    else
      -- What was handed over because the village had ended goes back to whoever had it and may survey there still.
      update review_case c set account_id = c.handed_from, handed_from = null, handed_on = null,
             had_by = case when c.account_id is null then c.had_by else c.had_by || c.account_id end,
             had_in = case when c.account_id is null then c.had_in else c.had_in || c.village_id end
        from household h
       where c.round_id = one.round_id and h.household_id = c.household_id and h.village_id = village and c.village_id <> village
         and c.handed_on = one.since and c.state in ('listed', 'assigned', 'returned')
         and exists (select from access_grant g join area_reach a on a.over_id = g.area_id
                      where g.account_id = c.handed_from and g.role = 'enumerator' and a.area_id = village
                        and g.valid_from <= today and (g.valid_until is null or today < g.valid_until));
      for of_case in select c.household_id from review_case c join household h on h.household_id = c.household_id
                      where c.round_id = one.round_id and h.village_id = village and (c.village_id <> village or c.left_state is not null)
                      order by 1 loop
        perform case_follow(of_case, today);
      end loop;
    end if;
    held := array(select distinct c.village_id from review_case c where c.round_id = one.round_id);
    delete from round_village v
     where v.round_id = one.round_id and v.village_id <> village and v.village_id <> all (held)
       and (v.village_id = any (one.added) or not exists (
              select from area_version a where a.area_id = v.village_id and a.valid_until is distinct from a.valid_from));
  end loop;
  delete from round_succession s where s.village_id = village;
  -- Those of rounds that are over, too: their households live elsewhere again.
  perform case_recount(array(select distinct c.round_id from review_case c join household h on h.household_id = c.household_id
                              where h.village_id = village order by 1),
                       been || array(select distinct c.village_id from review_case c join household h on h.household_id = c.household_id
                                      where h.village_id = village order by 1));
end
$$;

-- decisions ---------------------------------------------------------------------------------------------------------

-- As before; with the day on which the household ended, which may lie before the day from which the paper holds.
create or replace function certificate_end(of_household uuid, ended date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  paper uuid;
begin
  if not exists (select from household h where h.household_id = of_household and nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  for paper in select k.id from certificate k where k.household_id = of_household order by k.id loop
    if ended is null then
      update signed_paper p set in_force_until = p.until_before, until_before = null, ended_because = null, ended_on = null
       where p.id = paper and p.ended_because is not null;
    else
      update signed_paper p set until_before = p.in_force_until, in_force_until = greatest(ended, p.in_force_from),
                                ended_because = 'household_ended', ended_on = ended
       where p.id = paper and p.ended_because is null and p.in_force_from is not null
         and (p.in_force_until is null or p.in_force_until > ended);
    end if;
  end loop;
end
$$;

-- Decisions in force that name the household and were signed after a day, the last first.
create function decisions_signed_after(of_household uuid, of_day date)
  returns table (id uuid, kind text, number text, "signedOn" date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from household h where h.household_id = of_household and nb_holds(h.village_id)) then return; end if;
  return query
    select d.id, 'decision', d.number, d.signed_on
      from decision_entry e join decision d on d.id = e.decision_id and d.state = 'in_force' and d.signed_on > of_day
     where e.household_id = of_household
     order by d.signed_on desc, d.id;
end
$$;
comment on function decisions_signed_after is 'room: decisions';
revoke execute on function decisions_signed_after(uuid, date) from public;
grant execute on function decisions_signed_after(uuid, date) to nb_app;
