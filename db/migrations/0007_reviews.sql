-- Review rounds, surveys, verdicts, decisions, certificates.
create table round (
  id uuid primary key,
  area_id uuid not null references area,           -- the commune
  kind text not null check (kind in ('annual', 'ad_hoc')),
  name text not null check (name <> ''),
  classes_hold_from date,                          -- annual: named at the start; ad hoc: the decision's day, null until then
  window_from date not null,
  window_until date not null,
  opening_standard text not null,                  -- in force on the day the classes hold from
  opening_hash text not null references law_text,
  closing_standard text,                           -- only in the last year of a standard
  closing_hash text references law_text,
  form_id text not null,
  form_hash text not null references law_text,
  state text not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint round_window check (window_until >= window_from),
  constraint round_annual_day check (kind = 'ad_hoc' or classes_hold_from is not null)
);
comment on table round is 'family: unit';
create index round_area on round (area_id, window_from desc);

-- What became of each step of the procedure; a step not built is named here as skipped, with the reason.
create table round_step (
  round_id uuid not null references round,
  step text not null,
  outcome text not null check (outcome in ('done', 'skipped')),
  because text,
  day date not null,
  account_id uuid,
  primary key (round_id, step)
);
comment on table round_step is 'family: unit';

create table round_village (
  round_id uuid not null references round,
  village_id uuid not null references area,
  account_id uuid references account,              -- the enumerator who usually surveys here
  primary key (round_id, village_id)
);
comment on table round_village is 'family: unit';

create table survey (
  household_id uuid not null references household,
  id uuid not null,
  round_id uuid not null,
  village_id uuid not null,
  account_id uuid not null,                        -- who surveyed
  form_hash text not null,
  facts jsonb not null,
  surveyed_on date not null,
  received_at timestamptz not null default now(),
  members smallint not null,                       -- columns drawn out of the facts, for lists and figures
  income bigint,
  primary key (household_id, id)
);
comment on table survey is 'family: household';
create index survey_round on survey (round_id, village_id);

create table verdict (
  household_id uuid not null references household,
  id uuid not null,
  survey_id uuid not null,
  round_id uuid not null,
  village_id uuid not null,
  purpose text not null check (purpose in ('opens', 'closes')),
  standard_id text not null,
  standard_hash text not null,
  points_hash text,
  class text check (class in ('poor', 'near_poor', 'average', 'not_poor')),  -- null: bounded only
  possible text[] not null,
  b1 integer,
  b2 integer not null,
  lacking text[] not null,
  illustrative boolean not null,
  reasons jsonb not null,                          -- inputs used and what decided each line
  made_at timestamptz not null default now(),
  primary key (household_id, id),
  constraint verdict_of_survey foreign key (household_id, survey_id) references survey (household_id, id),
  constraint verdict_possible check (cardinality(possible) > 0 and (class is null or possible = array[class]))
);
comment on table verdict is 'family: household';
create index verdict_round on verdict (round_id, purpose, class);

-- One household in one round: who surveys it, how far it is.
create table review_case (
  household_id uuid not null references household,
  id uuid not null,
  round_id uuid not null,
  village_id uuid not null,
  reason text not null check (reason in ('current_poor', 'current_near_poor', 'request')),
  account_id uuid,                                 -- the enumerator
  state text not null check (state in ('listed', 'assigned', 'submitted', 'returned', 'accepted')),
  survey_id uuid,                                  -- the latest
  class_before text check (class_before in ('poor', 'near_poor', 'average', 'not_poor')),
  changed_at timestamptz not null default now(),
  primary key (household_id, id),
  constraint review_case_once unique (household_id, round_id),
  constraint review_case_survey foreign key (household_id, survey_id) references survey (household_id, id),
  constraint review_case_has_survey check (state in ('listed', 'assigned') or survey_id is not null)
);
comment on table review_case is 'family: household';
create index review_case_round on review_case (round_id, village_id, state);
create index review_case_account on review_case (account_id, state);

-- A comment of the checker on one answer, sent back with the form.
create table survey_note (
  household_id uuid not null references household,
  id uuid not null,
  case_id uuid not null,
  survey_id uuid not null,
  question text not null,                          -- a question id of the form; '' speaks of the whole
  note text not null check (note <> ''),
  account_id uuid not null,
  made_at timestamptz not null default now(),
  primary key (household_id, id),
  constraint survey_note_case foreign key (household_id, case_id) references review_case (household_id, id)
);
comment on table survey_note is 'family: household';

create table decision (
  id uuid primary key,
  round_id uuid not null references round,
  area_id uuid not null references area,
  state text not null check (state in ('drafted', 'printed', 'in_force', 'withdrawn')),
  content_hash text not null,                      -- of the annexed list; what is printed is what is signed
  drafted_by uuid not null,
  drafted_at timestamptz not null default now(),
  printed_at timestamptz,
  number text,
  signed_on date,
  signer_name text,
  signer_post text,
  scan_id uuid references file,
  classes_hold_from date,
  in_force_at timestamptz,
  in_force_by uuid,
  constraint decision_in_force_complete check (state <> 'in_force' or (number is not null and signed_on is not null
    and signer_name is not null and signer_post is not null and scan_id is not null and classes_hold_from is not null))
);
comment on table decision is 'family: unit';
create unique index decision_one_live on decision (round_id) where state <> 'withdrawn';
create unique index decision_number_once on decision (area_id, number, signed_on) where number is not null;

create table decision_entry (
  household_id uuid not null references household,
  id uuid not null,
  decision_id uuid not null,
  round_id uuid not null,
  village_id uuid not null,
  verdict_id uuid not null,
  class text not null check (class in ('poor', 'near_poor', 'average', 'not_poor')),
  class_before text check (class_before in ('poor', 'near_poor', 'average', 'not_poor')),
  movement text not null check (movement in ('stays', 'escaped', 'newly', 'fell_back', 'poor_to_near', 'near_to_poor', 'other')),
  members smallint not null,
  primary key (household_id, id),
  constraint decision_entry_once unique (household_id, decision_id),
  constraint decision_entry_verdict foreign key (household_id, verdict_id) references verdict (household_id, id)
);
comment on table decision_entry is 'family: household';
create index decision_entry_decision on decision_entry (decision_id, class);

-- The class a household lawfully holds, day by day. Never overwritten: ended and succeeded.
create table household_class (
  household_id uuid not null references household,
  id uuid not null,
  village_id uuid not null,
  class text not null check (class in ('poor', 'near_poor', 'average', 'not_poor')),
  standard_id text not null,
  valid_from date not null,
  valid_until date,
  decision_id uuid not null,
  verdict_id uuid not null,
  primary key (household_id, id),
  constraint household_class_period check (valid_until is null or valid_until > valid_from),
  constraint household_class_starts_once unique (household_id, valid_from)
);
comment on table household_class is 'family: household';
create index household_class_village on household_class (village_id, valid_from, class);

create table certificate (
  household_id uuid not null references household,
  id uuid not null,
  decision_id uuid not null,
  class text not null check (class in ('poor', 'near_poor')),
  year smallint not null,
  number text not null,
  signed text not null,                            -- the signed payload of the QR, made once
  made_at timestamptz not null default now(),
  primary key (household_id, id),
  constraint certificate_once unique (household_id, decision_id)
);
comment on table certificate is 'family: household';
create index certificate_decision on certificate (decision_id);

alter table round enable row level security;
alter table round_step enable row level security;
alter table round_village enable row level security;
alter table survey enable row level security;
alter table verdict enable row level security;
alter table review_case enable row level security;
alter table survey_note enable row level security;
alter table decision enable row level security;
alter table decision_entry enable row level security;
alter table household_class enable row level security;
alter table certificate enable row level security;

-- A round shows to who holds its commune, and to who holds a village under it (the enumerator).
create policy round_read on round for select using (
  exists (select from area_reach r where r.area_id = round.area_id and r.over_id = any (nb_areas()))
  or exists (select from round_village v join area_reach r on r.area_id = v.village_id
              where v.round_id = round.id and r.over_id = any (nb_areas())));
create policy round_add on round for insert with check (
  exists (select from area_reach r where r.area_id = round.area_id and r.over_id = any (nb_areas())));
create policy round_change on round for update using (
  exists (select from area_reach r where r.area_id = round.area_id and r.over_id = any (nb_areas())));
create policy round_step_held on round_step using (exists (select from round x where x.id = round_step.round_id));
create policy round_village_held on round_village using (
  exists (select from area_reach r where r.area_id = round_village.village_id and r.over_id = any (nb_areas())));
create policy survey_held on survey using (
  exists (select from area_reach r where r.area_id = survey.village_id and r.over_id = any (nb_areas())));
create policy verdict_held on verdict using (
  exists (select from area_reach r where r.area_id = verdict.village_id and r.over_id = any (nb_areas())));
create policy review_case_held on review_case using (
  exists (select from area_reach r where r.area_id = review_case.village_id and r.over_id = any (nb_areas())));
create policy survey_note_held on survey_note using (
  exists (select from household h where h.household_id = survey_note.household_id));
create policy decision_held on decision using (
  exists (select from area_reach r where r.area_id = decision.area_id and r.over_id = any (nb_areas())));
create policy decision_entry_held on decision_entry using (
  exists (select from area_reach r where r.area_id = decision_entry.village_id and r.over_id = any (nb_areas())));
create policy household_class_held on household_class using (
  exists (select from area_reach r where r.area_id = household_class.village_id and r.over_id = any (nb_areas())));
create policy certificate_held on certificate using (
  exists (select from household h where h.household_id = certificate.household_id));

grant select, insert on round, round_step, round_village, survey, verdict, review_case, survey_note, decision,
  decision_entry, household_class, certificate to nb_app;
grant update (state, classes_hold_from) on round to nb_app;
grant update (account_id) on round_village to nb_app;
grant update (state, survey_id, account_id, changed_at) on review_case to nb_app;
grant update (state, printed_at, number, signed_on, signer_name, signer_post, scan_id, classes_hold_from, in_force_at,
  in_force_by) on decision to nb_app;
grant update (valid_until) on household_class to nb_app;
grant delete on review_case to nb_app; -- only rows still 'listed': see the rules of the room

-- Is this certificate still in force? Public: answers by the id inside the signed paper, tells no name.
create function certificate_status(certificate_id uuid, household uuid, today date)
  returns table (known boolean, in_force boolean, valid_until date)
  language sql stable security definer set search_path = public as $$
  select true,
         d.state = 'in_force' and c.valid_from <= today and (c.valid_until is null or today < c.valid_until),
         c.valid_until
    from certificate k
    join decision d on d.id = k.decision_id
    left join household_class c on c.household_id = k.household_id and c.decision_id = k.decision_id
   where k.id = certificate_id and k.household_id = household
$$;
revoke execute on function certificate_status(uuid, uuid, date) from public;
grant execute on function certificate_status(uuid, uuid, date) to nb_app;
