-- Proof that people can do it: by which rule a credential is issued, who holds one and until when, decisions that extend many, and
-- whether a survey is given only to who holds one.
create table credential_rule (
  id uuid primary key,
  area_id uuid not null references area,
  -- The first version of it; all its versions bear its id.
  line_id uuid not null,
  name text not null check (name <> ''),
  -- All of them are to be completed, each as the first version of its framework has it (`topic_first`).
  topics uuid[] not null check (cardinality(topics) between 1 and 20),
  needs_test boolean not null default false,
  -- Which standard of poverty its holder may survey by; null: none.
  standard_id text check (standard_id <> ''),
  validity text not null check (validity in ('completion', 'old_end', 'year_end', 'window')),
  months smallint check (months between 1 and 120),
  -- Of a yearly window: month and day of its first and last day; the last may lie in the year after.
  first_day text check (first_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  last_day text check (last_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  -- How long before its end and after it a refresher renews it; 0: never.
  renew_months smallint not null default 0 check (renew_months between 0 and 24),
  -- Whether a refresher carries over who holds one for the standard before.
  carries_over boolean not null default false,
  valid_from date not null,
  valid_until date,
  ended_because text check (ended_because <> ''),
  legal_reference text not null check (legal_reference <> ''),
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative')),
  made_by uuid references account,
  made_at timestamptz not null default now(),
  -- Why it was never so: entered by mistake. It is kept and issues nothing.
  withdrawn_because text check (withdrawn_because <> ''),
  search text not null generated always as (fold(name || ' ' || legal_reference)) stored,
  constraint credential_rule_says check ((months is not null) = (validity in ('completion', 'old_end'))
    and (first_day is not null) = (validity = 'window') and (last_day is not null) = (validity = 'window')),
  constraint credential_rule_period check (valid_until is null or valid_until > valid_from),
  constraint credential_rule_ended check (ended_because is null or valid_until is not null),
  -- One version on a day, and one rule of a name.
  constraint credential_rule_one_value exclude using gist (line_id with =, daterange(valid_from, valid_until) with &&)
    where (withdrawn_because is null),
  constraint credential_rule_named exclude using gist (area_id with =, fold(name) with =, daterange(valid_from, valid_until) with &&)
    where (withdrawn_because is null)
);
comment on table credential_rule is 'family: unit; room: credentials';
create index credential_rule_line on credential_rule (line_id, valid_from);
create index credential_rule_area on credential_rule (area_id, standard_id);
alter table credential_rule enable row level security;
-- What a province asks of who surveys is public.
create policy credential_rule_read on credential_rule for select using (true);
select nb_guard('credential_rule', '{area_id}', 'insert'), nb_guard('credential_rule', '{area_id}', 'update');
grant select, insert, update on credential_rule to nb_app;

create table credential (
  id uuid primary key,
  -- The province whose rule it is.
  area_id uuid not null references area,
  rule_id uuid not null references credential_rule,
  -- All versions of that rule.
  line_id uuid not null,
  official_id uuid not null references official,
  -- For which unit they came.
  from_id uuid not null references area,
  -- As it is written on it.
  full_name text not null check (full_name <> ''),
  standard_id text,
  basis text not null check (basis in ('turn', 'taught', 'equivalent')),
  -- The turn that completed what the rule asks. Turns can be taken back: then somebody decides what becomes of this.
  turn_id uuid,
  -- What it rests on where no turn does: number, day and issuer.
  document text not null default '',
  completed_on date not null,
  valid_from date not null,
  -- The last day on which it holds, as issued.
  last_day date not null,
  -- The first day on which it holds no more by a decision about this one.
  revoked_on date,
  revoked_because text check (revoked_because <> ''),
  revoked_by uuid references account,
  -- The one that it stands in the place of, whose name was wrong.
  replaces_id uuid references credential,
  reissued_because text check (reissued_because <> ''),
  -- Null: the installation itself.
  made_by uuid references account,
  made_on date not null,
  made_at timestamptz not null default now(),
  search text not null generated always as (fold(full_name)) stored,
  constraint credential_period check (last_day >= valid_from),
  constraint credential_basis check ((turn_id is not null) = (basis = 'turn') and (document <> '') = (basis <> 'turn')),
  constraint credential_revoked check (num_nonnulls(revoked_on, revoked_because) in (0, 2) and (revoked_on is not null or revoked_by is null)),
  constraint credential_reissue check ((replaces_id is null) = (reissued_because is null)),
  constraint credential_replaces_once unique (replaces_id)
);
comment on table credential is 'family: unit; room: credentials';
-- Once for a person, rule and basis, however often it is asked for.
create unique index credential_once on credential (line_id, official_id, turn_id) where basis = 'turn' and replaces_id is null;
create unique index credential_entered_once on credential (line_id, official_id, basis, completed_on) where basis <> 'turn' and replaces_id is null and revoked_on is null;
create index credential_area on credential (area_id, last_day);
create index credential_from on credential (from_id);
create index credential_official on credential (official_id);
create index credential_rule_of on credential (rule_id);
alter table credential enable row level security;
select nb_guard('credential', '{area_id, from_id}', 'select', also => 'official_id = roster_self()'),
       nb_guard('credential', '{area_id}', 'insert'), nb_guard('credential', '{area_id}', 'update');
grant select, insert, update on credential to nb_app;

-- One decision by which many credentials hold longer: they themselves stay as issued.
create table credential_extension (
  id uuid primary key,
  area_id uuid not null references area,
  number text not null check (number <> ''),
  decided_on date not null,
  issuer text not null check (issuer <> ''),
  -- The last day on which they hold.
  last_day date not null,
  because text not null check (because <> ''),
  -- As it was typed before it was corrected (`EarlierDecision`).
  earlier_decisions jsonb not null default '[]',
  withdrawn_on date,
  withdrawn_because text check (withdrawn_because <> ''),
  made_by uuid references account,
  made_at timestamptz not null default now(),
  constraint credential_extension_withdrawn check (num_nonnulls(withdrawn_on, withdrawn_because) in (0, 2))
);
comment on table credential_extension is 'family: unit; room: credentials';
create unique index credential_extension_numbered on credential_extension (area_id, fold(number), extract(year from decided_on)) where withdrawn_on is null;
alter table credential_extension enable row level security;
-- A decision names nobody; whom it is about stands beside it.
create policy credential_extension_read on credential_extension for select using (true);
select nb_guard('credential_extension', '{area_id}', 'insert'), nb_guard('credential_extension', '{area_id}', 'update');
grant select, insert, update on credential_extension to nb_app;

create table credential_extended (
  extension_id uuid not null references credential_extension,
  credential_id uuid not null references credential,
  area_id uuid not null,
  from_id uuid not null,
  official_id uuid not null,
  primary key (extension_id, credential_id)
);
comment on table credential_extended is 'family: unit; room: credentials';
create index credential_extended_of on credential_extended (credential_id);
create index credential_extended_area on credential_extended (area_id);
create index credential_extended_from on credential_extended (from_id);
create index credential_extended_official on credential_extended (official_id);
alter table credential_extended enable row level security;
select nb_guard('credential_extended', '{area_id, from_id}', 'select', also => 'official_id = roster_self()'),
       nb_guard('credential_extended', '{area_id}', 'insert');
grant select, insert on credential_extended to nb_app;

-- Whether a province lets nobody survey without a credential, from a day on, by its own document.
create table gate_setting (
  id uuid primary key,
  area_id uuid not null references area,
  mode text not null check (mode in ('off', 'warn', 'hold')),
  valid_from date not null,
  legal_reference text not null check (legal_reference <> ''),
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative')),
  made_by uuid references account,
  made_at timestamptz not null default now(),
  withdrawn_because text check (withdrawn_because <> '')
);
comment on table gate_setting is 'family: unit; room: credentials';
create unique index gate_setting_one_a_day on gate_setting (area_id, valid_from) where withdrawn_because is null;
alter table gate_setting enable row level security;
create policy gate_setting_read on gate_setting for select using (true);
select nb_guard('gate_setting', '{area_id}', 'insert'), nb_guard('gate_setting', '{area_id}', 'update');
grant select, insert, update on gate_setting to nb_app;

-- The last day on which a credential holds, with the decisions that extend it.
create function credential_last(credential uuid, as_issued date) returns date
language sql stable set search_path = public, pg_temp as $$
  select greatest(as_issued, (select max(e.last_day) from credential_extended x join credential_extension e on e.id = x.extension_id
                               where x.credential_id = credential and e.withdrawn_on is null))
$$;
comment on function credential_last(uuid, date) is 'room: credentials';

-- Whether these accounts hold a credential for a standard on a day, and its last day: of who holds one elsewhere too, and no more than that.
-- Of several the one that serves best is told.
create function credential_standing(accounts uuid[], standard text, of_day date)
returns table (account_id uuid, state text, last_day date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select distinct on (a.id) a.id, case when o.id is null then 'no_record' else coalesce(c.state, 'none') end, c.last
      from unnest(accounts) as a (id) left join official o on o.account_id = a.id
      left join lateral (
        select s.last,
               case when s.revoked_on <= of_day then 'revoked' when s.valid_from > of_day then 'coming'
                    when s.last >= of_day then 'valid' else 'expired' end as state
          from (select k.*, credential_last(k.id, k.last_day) as last from credential k
                 where k.official_id = o.id and k.standard_id = standard
                   and not exists (select from credential r where r.replaces_id = k.id)) s) c on true
     where a.id = nb_account() or account_touches(a.id)
     order by a.id, array_position(array['valid', 'coming', 'expired', 'revoked'], c.state), c.last desc;
end
$$;
comment on function credential_standing(uuid[], text, date) is 'room: credentials';
revoke execute on function credential_standing(uuid[], text, date) from public;
grant execute on function credential_standing(uuid[], text, date) to nb_app;

-- Two records of a person become one: what the former held the kept one holds.
create function credentials_joined(kept uuid, former uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- What was entered on both from one document stands once.
  update credential c set revoked_on = c.made_on, revoked_because = 'Ghi hai lần cho một người'
   where c.official_id = former and c.basis <> 'turn' and c.revoked_on is null and c.replaces_id is null
     and exists (select from credential k where k.official_id = kept and k.line_id = c.line_id and k.basis = c.basis
                    and k.completed_on = c.completed_on and k.replaces_id is null and k.revoked_on is null);
  update credential c set official_id = kept where c.official_id = former;
  update credential_extended x set official_id = kept where x.official_id = former;
end
$$;
comment on function credentials_joined(uuid, uuid) is 'room: credentials';
revoke execute on function credentials_joined(uuid, uuid) from public;
grant execute on function credentials_joined(uuid, uuid) to nb_app;

-- What the gate of its province said when the round was opened: later settings do not reach it.
alter table round add column gate text not null default 'warn' check (gate in ('off', 'warn', 'hold'));

-- Somebody surveys in a round without a credential, by an act of another person, against one rule.
create table gate_override (
  id uuid primary key,
  round_id uuid not null references round,
  area_id uuid not null references area,
  account_id uuid not null references account,
  rule_id uuid not null references credential_rule,
  because text not null check (because <> ''),
  made_by uuid not null references account,
  made_on date not null,
  made_at timestamptz not null default now(),
  withdrawn_on date,
  withdrawn_because text check (withdrawn_because <> ''),
  -- Nobody opens the gate for himself.
  constraint gate_override_by_another check (made_by <> account_id),
  constraint gate_override_withdrawn check (num_nonnulls(withdrawn_on, withdrawn_because) in (0, 2))
);
comment on table gate_override is 'family: unit; room: rounds';
create unique index gate_override_once on gate_override (round_id, account_id) where withdrawn_on is null;
create index gate_override_area on gate_override (area_id, made_on);
create index gate_override_account on gate_override (account_id);
create index gate_override_rule on gate_override (rule_id);
alter table gate_override enable row level security;
select nb_guard('gate_override', '{area_id}', 'select', also => 'account_id = nb_account()'),
       nb_guard('gate_override', '{area_id}', 'insert'), nb_guard('gate_override', '{area_id}', 'update');
grant select, insert, update on gate_override to nb_app;
