-- The room of papers: issued numbers, files and scans, and the register of every signed paper. Whoever issues a paper
-- writes it here; whether a paper still holds is read here alone.

comment on table file is 'family: ledger; room: papers';
comment on table issued_number is 'family: ledger; room: papers';

create table signed_paper (
  id uuid primary key,                -- stands in the QR
  kind text not null,                 -- as the signed text says it (kernel/signed.ts); a new kind changes nothing here
  series text,                        -- of issued_number; null where the number is given by hand
  number text,                        -- as printed; null until the paper has one
  area_id uuid not null,              -- the unit that issued it
  subject_id uuid not null,           -- what it speaks of: a household, a round
  issued_on date,                     -- null while it waits to be signed by hand
  in_force_from date,                 -- null while it waits, and for ever where it was withdrawn
  in_force_until date,                -- the first day on which it no longer holds
  replaced_by uuid,                   -- the paper that ended it
  payload_hash bytea not null,        -- SHA-256 of what was signed
  registered_at timestamptz not null default now(),
  constraint signed_paper_kind check (kind ~ '^[a-z_]+$'),
  constraint signed_paper_issued check (in_force_from is null or (issued_on is not null and number is not null)),
  constraint signed_paper_period check (in_force_until >= in_force_from),
  constraint signed_paper_replaced check (replaced_by is null or in_force_until is not null)
);
comment on table signed_paper is 'family: ledger; room: papers';

alter table signed_paper enable row level security;
create policy signed_paper_held on signed_paper using (
  exists (select from area_reach r where r.area_id = signed_paper.area_id and r.over_id = any ((select nb_areas())::uuid[])));
grant select, insert, update (number, issued_on, in_force_from, in_force_until, replaced_by) on signed_paper to nb_app;

-- What stands: decisions from their print on, certificates with the class they state.
create function pg_temp.payload_hash(signed text) returns bytea language sql immutable as $$
  select sha256(decode(rpad(translate(body, '-_', '+/'), (length(body) + 3) / 4 * 4, '='), 'base64'))
    from split_part(signed, '.', 2) as body
$$;
insert into signed_paper (id, kind, number, area_id, subject_id, issued_on, in_force_from, payload_hash)
  select id, 'decision', number, area_id, round_id, signed_on,
         case when state = 'in_force' then classes_hold_from end, pg_temp.payload_hash(signed)
    from decision where signed is not null;
insert into signed_paper (id, kind, series, number, area_id, subject_id, issued_on, in_force_from, in_force_until, replaced_by,
                          payload_hash)
  select k.id, 'certificate', format('certificate/%s/%s', d.area_id, k.year), k.number, d.area_id, k.household_id, d.signed_on,
         c.valid_from, c.valid_until, coalesce(nk.id, nd.id), pg_temp.payload_hash(k.signed)
    from certificate k
    join decision d on d.id = k.decision_id
    left join household_class c on c.household_id = k.household_id and c.decision_id = k.decision_id
    left join household_class n on n.household_id = c.household_id and n.valid_from = c.valid_until
    left join certificate nk on nk.household_id = n.household_id and nk.decision_id = n.decision_id
    left join decision nd on nd.id = n.decision_id and nd.signed is not null;
drop function pg_temp.payload_hash;

-- A number is that of a paper: some rows named the household.
update issued_number i set subject_id = p.id
  from signed_paper p
 where p.series = i.series and case when p.kind = 'certificate' then split_part(p.number, '/', 1)::integer end = i.number and i.subject_id = p.subject_id;

-- Papers that end because another takes their place: who may see either of the two may say so, since a household moves from
-- one commune to the next with its certificate. Answers how many ended.
create function paper_replace(papers uuid[], untils date[], by uuid[]) returns integer
  language sql volatile security definer set search_path = public, pg_temp as $$
  with replaced as (
    update signed_paper p set in_force_until = e.until, replaced_by = s.id
      from unnest(papers, untils, by) as e (paper, until, successor)
      left join signed_paper s on s.id = e.successor
     where p.id = e.paper
       and exists (select from area_reach r
                    where r.area_id in (p.area_id, s.area_id) and r.over_id = any ((select nb_areas())::uuid[]))
    returning p.id)
  select count(*)::integer from replaced
$$;
comment on function paper_replace is 'room: papers';
revoke execute on function paper_replace(uuid[], date[], uuid[]) from public;
grant execute on function paper_replace(uuid[], date[], uuid[]) to nb_app;

-- Is this paper still in force? Public: answers by the id inside the signed paper, tells no name.
drop function paper_status(uuid, date);
create function paper_status(paper_id uuid, today date)
  returns table (kind text, in_force boolean, valid_from date, valid_until date, replaced_kind text, replaced_number text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.kind, coalesce(p.in_force_from <= today and (p.in_force_until is null or today < p.in_force_until), false),
         p.in_force_from, p.in_force_until, s.kind, s.number
    from signed_paper p left join signed_paper s on s.id = p.replaced_by
   where p.id = paper_id
$$;
comment on function paper_status is 'room: papers';
revoke execute on function paper_status(uuid, date) from public;
grant execute on function paper_status(uuid, date) to nb_app;
