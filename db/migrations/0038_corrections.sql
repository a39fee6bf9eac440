-- What a paper in force says wrongly is put right openly: by another paper with a number of its own, which ends the wrong
-- one and names the one in its place. One table for every kind of subject; what is put right, its room knows.
create table correction (
  id uuid primary key,                -- of the correcting paper too: stands in its QR
  area_id uuid not null references area,
  subject_kind text not null check (subject_kind in ('household')),
  subject_id uuid not null,           -- of whom the wrong paper speaks
  amends_id uuid not null,            -- the paper that says it and stays in force: a decision
  replaced_id uuid not null,          -- the paper that ends by it: a certificate
  successor_id uuid,                  -- the paper that takes its place
  because text not null,
  before jsonb not null,              -- what was said
  after jsonb not null,               -- what is said
  content_hash text not null,
  signed text not null,               -- the signed payload of its QR
  state text not null default 'drafted' check (state in ('drafted', 'in_force', 'withdrawn')),
  drafted_by uuid not null references account,
  drafted_at timestamptz not null,
  tried_hash text,                    -- of what was laid out on trial, and how that came out
  tried_at timestamptz,
  tried_fault jsonb,
  withdrawn_because text,
  number text,
  signed_on date,
  signer_name text,
  signer_post text,
  signer_authority text check (signer_authority in ('own', 'for_chair', 'acting')),
  signer_id uuid references account,
  signer_because text,
  scan_id uuid references file,
  in_force_by uuid references account,
  in_force_at timestamptz,
  constraint correction_changes check (before <> after),
  constraint correction_in_force check ((state = 'in_force') = (in_force_at is not null)),
  constraint correction_signed check (state <> 'in_force' or (number is not null and signed_on is not null
    and signer_name is not null and scan_id is not null and successor_id is not null))
);
comment on table correction is 'family: unit; room: papers';
create unique index correction_one_open on correction (amends_id, subject_id) where state = 'drafted';
-- A paper is replaced once.
create unique index correction_replaces_once on correction (replaced_id) where state = 'in_force';
create unique index correction_succeeds_once on correction (successor_id);
create index correction_subject on correction (subject_id);
create index correction_amends on correction (amends_id);
create index correction_area on correction (area_id);
alter table correction enable row level security;
select nb_guard('correction', '{area_id}');
grant select, insert, update (state, tried_hash, tried_at, tried_fault, withdrawn_because, successor_id, number, signed_on,
  signer_name, signer_post, signer_authority, signer_id, signer_because, scan_id, in_force_by, in_force_at) on correction to nb_app;

-- A number that is written by hand is used once in a unit and year, whatever kind of decision it stands on. Of two that
-- stood, the earlier one keeps it.
insert into issued_number (series, number, subject_id, area_id)
  select distinct on (d.area_id, extract(year from d.signed_on), m.serial)
         format('document/%s/%s', d.area_id, extract(year from d.signed_on)), m.serial::integer, d.id, d.area_id
    from decision d
    cross join lateral (select substring(d.number from '^0*([1-9]\d{0,5})/QĐ-UBND$') as serial) m
   where d.state = 'in_force' and m.serial is not null
   order by d.area_id, extract(year from d.signed_on), m.serial, d.signed_on, d.id
  on conflict do nothing;

-- Is this paper still in force? As before, with the day of what replaced it; of a corrected one what stands in its place;
-- of one that stays in force though a part of it was put right, by which papers that was.
drop function paper_status(uuid, date);
create function paper_status(paper_id uuid, today date)
  returns table (kind text, in_force boolean, valid_from date, valid_until date, replaced_kind text, replaced_number text,
                 replaced_on date, instead_kind text, instead_number text, instead_on date, corrections jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ended_by uuid;
  follower uuid;
begin
  select p.kind, coalesce(p.in_force_from <= today and (p.in_force_until is null or today < p.in_force_until), false),
         p.in_force_from, p.in_force_until, p.replaced_by
    into kind, in_force, valid_from, valid_until, ended_by
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

-- decisions ---------------------------------------------------------------------------------------------------------

-- One certificate of a household and decision holds; one that was corrected names the next.
alter table certificate add column replaced_by uuid, drop constraint certificate_once;
create unique index certificate_once on certificate (household_id, decision_id) where replaced_by is null;

-- What the papers of a decision say of a household now, and its certificate. For who stands over the decision's commune,
-- also of a household that has moved away.
create function correction_ground(of_decision uuid, of_household uuid)
  returns table (class text, verdict_id uuid, content jsonb, certificate_id uuid, number text, year smallint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from decision d where d.id = of_decision and nb_holds(d.area_id)) then return; end if;
  return query
    select e.class, e.verdict_id, coalesce(c.after -> 'content', e.content), k.id, k.number, k.year
      from decision_entry e
      left join certificate k on k.household_id = e.household_id and k.decision_id = e.decision_id and k.replaced_by is null
      left join correction c on c.successor_id = k.id
     where e.decision_id = of_decision and e.household_id = of_household;
end
$$;

-- Holds a household of a decision while one of its papers is put right: nobody gives it a class and it does not end
-- meanwhile. Answers on which day it ended, if it has.
create function correction_hold(of_decision uuid, of_household uuid) returns date
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  ended date;
begin
  if not exists (select from decision d where d.id = of_decision and nb_holds(d.area_id)) then
    raise exception 'decision' using errcode = '42501';
  end if;
  select h.ended_on into ended from household h where h.household_id = of_household for no key update;
  return ended;
end
$$;

-- The certificate in the place of one that was wrong, of the same class and year. False where that one has been replaced.
create function certificate_correct(of_household uuid, wrong uuid, of_decision uuid, made json) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from decision d where d.id = of_decision and nb_holds(d.area_id)) then
    raise exception 'decision' using errcode = '42501';
  end if;
  update certificate k set replaced_by = (made ->> 'id')::uuid
   where k.household_id = of_household and k.id = wrong and k.decision_id = of_decision and k.replaced_by is null;
  if not found then return false; end if;
  insert into certificate (household_id, id, home_id, decision_id, class, year, number, signed)
    select k.household_id, (made ->> 'id')::uuid, k.home_id, k.decision_id, k.class, k.year, made ->> 'number', made ->> 'signed'
      from certificate k where k.household_id = of_household and k.id = wrong;
  return true;
end
$$;

-- As before, of the certificates that stand.
create or replace function certificate_replaced(of_decision uuid, households uuid[])
  returns table (paper uuid, until date, successor uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select k.id, n.valid_from, coalesce(nk.id, n.decision_id)
      from household_class n
      join household h on h.household_id = n.household_id
      join household_class c on c.household_id = n.household_id and c.valid_until = n.valid_from
      join certificate k on k.household_id = c.household_id and k.decision_id = c.decision_id and k.replaced_by is null
      left join certificate nk on nk.household_id = n.household_id and nk.decision_id = n.decision_id and nk.replaced_by is null
     where n.household_id = any (households)
       and (n.decision_id = of_decision or c.decision_id = of_decision)
       and nb_holds(h.village_id);
end
$$;

comment on function correction_ground is 'room: decisions';
comment on function correction_hold is 'room: decisions';
comment on function certificate_correct is 'room: decisions';

revoke execute on function paper_status(uuid, date), correction_ground(uuid, uuid), correction_hold(uuid, uuid),
  certificate_correct(uuid, uuid, uuid, json) from public;
grant execute on function paper_status(uuid, date), correction_ground(uuid, uuid), correction_hold(uuid, uuid),
  certificate_correct(uuid, uuid, uuid, json) to nb_app;
