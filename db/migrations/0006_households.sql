-- Households and their members. Household tables: key (household_id, id), no triggers, keys carry household_id.
create table household (
  household_id uuid primary key,
  village_id uuid not null,
  number text not null default '',         -- the household number in the commune's own books; repeats are known to occur
  address text not null default '',
  head_person_id uuid not null,
  head_name text not null,
  search text not null,                    -- folded: number, every present member's name, address
  started_on date not null,
  ended_on date,
  end_reason text check (end_reason in ('moved_away', 'merged', 'died_out', 'entered_by_mistake')),
  created_at timestamptz not null default now(),
  constraint household_period check (ended_on is null or ended_on >= started_on)
);
comment on table household is 'family: household';
create index household_village on household (village_id, fold(head_name));
create index household_search on household using gin (search gin_trgm_ops);

create table household_residence (
  household_id uuid not null references household,
  id uuid not null,
  village_id uuid not null,
  address text not null default '',
  valid_from date not null,
  valid_until date,
  primary key (household_id, id),
  constraint household_residence_period check (valid_until is null or valid_until > valid_from)
);
comment on table household_residence is 'family: household';

create table member (
  household_id uuid not null references household,
  id uuid not null,                        -- this membership
  person_id uuid not null,                 -- stable across households
  full_name text not null check (full_name <> ''),
  sex text not null check (sex in ('male', 'female')),
  birth_year smallint not null check (birth_year between 1890 and 2100),
  birth_month smallint check (birth_month between 1 and 12),
  birth_day smallint check (birth_day between 1 and 31),
  relation text not null,
  ethnicity text not null check (ethnicity ~ '^[0-9]{2}$'),
  citizen_id_sealed text,                  -- AES-256-GCM, key outside the database
  citizen_id_end text check (citizen_id_end ~ '^[0-9]{3}$'),
  insurance_no_sealed text,
  facts jsonb not null default '{}',       -- disability, schooling, work, pension, allowance: as last known
  joined_on date not null,
  join_reason text not null check (join_reason in ('listed', 'born', 'moved_in', 'split', 'merged', 'married')),
  left_on date,
  leave_reason text check (leave_reason in ('died', 'moved_out', 'split', 'merged', 'married', 'entered_by_mistake')),
  primary key (household_id, id),
  constraint member_once unique (household_id, person_id, joined_on),
  constraint member_period check (left_on is null or left_on >= joined_on),
  constraint member_birth_day check (birth_day is null or birth_month is not null)
);
comment on table member is 'family: household';

create table household_event (
  household_id uuid not null references household,
  id uuid not null,
  happened_on date not null,
  kind text not null check (kind in ('listed', 'born', 'died', 'moved_in', 'moved_out', 'split', 'merged',
                                     'head_changed', 'address_changed', 'facts_changed', 'ended')),
  facts jsonb not null default '{}',
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (household_id, id)
);
comment on table household_event is 'family: household';

-- Citizen ids by keyed hash: found exactly, never read back.
create table identity_index (
  index_hash text primary key,
  person_id uuid not null,
  household_id uuid not null,
  free boolean not null default false,     -- moved out and entered nowhere yet: the next commune may take the person over
  constraint identity_index_person unique (person_id)
);
comment on table identity_index is 'family: ledger';

alter table household enable row level security;
alter table household_residence enable row level security;
alter table member enable row level security;
alter table household_event enable row level security;
alter table identity_index enable row level security;
create policy household_held on household using (
  exists (select from area_reach r where r.area_id = household.village_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy household_residence_held on household_residence using (
  exists (select from household h where h.household_id = household_residence.household_id));
create policy member_held on member using (
  exists (select from household h where h.household_id = member.household_id));
create policy household_event_held on household_event using (
  exists (select from household h where h.household_id = household_event.household_id));
create policy identity_index_held on identity_index using (
  exists (select from household h where h.household_id = identity_index.household_id));
grant select, insert, update on household, household_residence, member, identity_index to nb_app;
grant delete on identity_index to nb_app; -- an id typed wrongly belongs to nobody
grant select, insert on household_event to nb_app;

-- Search as you type. Trigram operators are not leakproof, so under row security they would lose their index; this
-- function applies the actor's areas itself, after the index has found the candidates. Newest matches are not ranked:
-- exact beginnings of the head's name come first. `place` narrows to one area and what lies under it.
create function household_search(words text, place uuid, at_most integer)
  returns table (household_id uuid, village_id uuid, head_name text, number text, address text, ended_on date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select h.household_id, h.village_id, h.head_name, h.number, h.address, h.ended_on
    from household h
   where h.search like '%' || replace(replace(replace(fold(words), '\', '\\'), '%', '\%'), '_', '\_') || '%'
     and exists (select from area_reach r where r.area_id = h.village_id and r.over_id = any ((select nb_areas())::uuid[]))
     and (place is null or exists (select from area_reach r where r.area_id = h.village_id and r.over_id = place))
   order by (fold(h.head_name) like fold(words) || '%') desc, fold(h.head_name), h.household_id
   limit least(at_most, 200)
$$;
revoke execute on function household_search(text, uuid, integer) from public;
grant execute on function household_search(text, uuid, integer) to nb_app;

-- Takes citizen ids for persons of households the actor may write. Answers who holds each afterwards: the person given,
-- or the person set free by moving out of another household, seen or not. An id that is missing in the answer is in use;
-- where, is not told.
create function identity_claim(hashes text[], persons uuid[], households uuid[])
  returns table (taken_hash text, taken_by uuid)
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into identity_index as i (index_hash, person_id, household_id)
    select c.hash, c.person, c.household
      from unnest(hashes, persons, households) as c (hash, person, household)
      join household h on h.household_id = c.household
     where exists (select from area_reach r where r.area_id = h.village_id and r.over_id = any ((select nb_areas())::uuid[]))
    on conflict (index_hash) do update set household_id = excluded.household_id, free = false where i.free
    returning i.index_hash, i.person_id
$$;
revoke execute on function identity_claim(text[], uuid[], uuid[]) from public;
grant execute on function identity_claim(text[], uuid[], uuid[]) to nb_app;

-- Which of these citizen ids are in use, by their place in the list; for the check of an import. Tells neither who nor
-- where, and answers only who may write households somewhere.
create function identity_in_use(hashes text[]) returns setof integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.at::integer from unnest(hashes) with ordinality as c (hash, at)
    join identity_index i on i.index_hash = c.hash
   where not i.free and cardinality(nb_areas()) > 0
$$;
revoke execute on function identity_in_use(text[]) from public;
grant execute on function identity_in_use(text[]) to nb_app;
