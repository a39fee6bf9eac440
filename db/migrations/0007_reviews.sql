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
  opening_points text references law_text,         -- the points table B1 is counted by; null: measured income only
  closing_standard text,                           -- only in the last year of a standard
  closing_hash text references law_text,
  closing_points text references law_text,
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

-- What became of each step of the procedure; a step not built is named here as skipped, with the reason. The latest
-- line of a step counts: going back adds lines, it takes none away.
create table round_step (
  id uuid primary key,
  round_id uuid not null references round,
  step text not null,
  outcome text not null check (outcome in ('done', 'skipped', 'reopened', 'cancelled')),
  because text,
  day date not null,
  account_id uuid,
  recorded_at timestamptz not null default clock_timestamp()
);
comment on table round_step is 'family: unit';
create index round_step_round on round_step (round_id, recorded_at);

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

create table verdict (
  household_id uuid not null,                      -- of a survey, so of a household
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
  b1 numeric(7, 2),
  b2 integer,                                      -- null: the standard's scoring is not among the facts
  lacking text[] not null,
  undecidable text check (undecidable in ('what_if', 'illustrative_table', 'table_not_confirmed', 'class_open')),
  reasons json not null,                           -- inputs used and what decided each line, packed; text is smaller
  made_at timestamptz not null default now(),
  primary key (household_id, id),
  constraint verdict_of_survey foreign key (household_id, survey_id) references survey (household_id, id),
  constraint verdict_possible check (cardinality(possible) > 0 and (class is null or possible = array[class]))
);
comment on table verdict is 'family: household';
-- No other index: a household has few verdicts, and a round is read through its cases.

-- The two documents kept by the million: compressed fast where this server knows how.
do $$
begin
  if exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)) then
    alter table survey alter column facts set compression lz4;
    alter table verdict alter column reasons set compression lz4;
  end if;
end
$$;

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
) with (fillfactor = 80);
comment on table review_case is 'family: household';
-- What changes as a case moves on stands in no index, so that moving it writes none.
create index review_case_round on review_case (round_id, village_id);
create index review_case_account on review_case (account_id);

-- Why a household was taken off the list before anyone surveyed it.
create table list_removal (
  household_id uuid not null references household,
  id uuid not null,
  round_id uuid not null,
  village_id uuid not null,
  because text not null check (because <> ''),
  account_id uuid not null,
  removed_at timestamptz not null default now(),
  primary key (household_id, id)
);
comment on table list_removal is 'family: household';
create index list_removal_round on list_removal (round_id);

-- A comment of the checker on one answer, sent back with the form.
create table survey_note (
  household_id uuid not null references household,
  id uuid not null,
  case_id uuid not null,
  survey_id uuid not null,
  question text not null,                          -- a question id of the form; '' speaks of the whole
  person text,                                     -- of which member, where the question is asked of each
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
  signed text,                                     -- the signed payload of the print's QR, made once
  number text,
  signed_on date,
  signer_name text,
  signer_post text,
  scan_id uuid references file,
  classes_hold_from date,
  in_force_at timestamptz,
  in_force_by uuid,
  withdrawn_because text,
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
create index certificate_paper on certificate (id);

alter table round enable row level security;
alter table round_step enable row level security;
alter table round_village enable row level security;
alter table survey enable row level security;
alter table verdict enable row level security;
alter table review_case enable row level security;
alter table survey_note enable row level security;
alter table list_removal enable row level security;
alter table decision enable row level security;
alter table decision_entry enable row level security;
alter table household_class enable row level security;
alter table certificate enable row level security;

-- A round shows to who holds its commune, and to whom one of its villages shows (the enumerator).
create policy round_read on round for select using (
  exists (select from area_reach r where r.area_id = round.area_id and r.over_id = any ((select nb_areas())::uuid[]))
  or exists (select from round_village v where v.round_id = round.id));
create policy round_add on round for insert with check (
  exists (select from area_reach r where r.area_id = round.area_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy round_change on round for update using (
  exists (select from area_reach r where r.area_id = round.area_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy round_step_held on round_step using (exists (select from round x where x.id = round_step.round_id));
create policy round_village_held on round_village using (
  exists (select from area_reach r where r.area_id = round_village.village_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy survey_held on survey using (
  exists (select from area_reach r where r.area_id = survey.village_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy verdict_held on verdict using (
  exists (select from area_reach r where r.area_id = verdict.village_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy review_case_held on review_case using (
  exists (select from area_reach r where r.area_id = review_case.village_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy list_removal_held on list_removal using (
  exists (select from area_reach r where r.area_id = list_removal.village_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy survey_note_held on survey_note using (
  exists (select from household h where h.household_id = survey_note.household_id));
create policy decision_held on decision using (
  exists (select from area_reach r where r.area_id = decision.area_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy decision_entry_held on decision_entry using (
  exists (select from area_reach r where r.area_id = decision_entry.village_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy household_class_held on household_class using (
  exists (select from area_reach r where r.area_id = household_class.village_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy certificate_held on certificate using (
  exists (select from household h where h.household_id = certificate.household_id));

grant select, insert on round, round_step, round_village, survey, verdict, review_case, list_removal, survey_note, decision,
  decision_entry, household_class, certificate to nb_app;
grant update (state, classes_hold_from) on round to nb_app;
grant update (account_id) on round_village to nb_app;
grant update (state, survey_id, account_id, changed_at) on review_case to nb_app;
grant update (state, printed_at, signed, withdrawn_because, number, signed_on, signer_name, signer_post, scan_id, classes_hold_from, in_force_at,
  in_force_by) on decision to nb_app;
grant update (valid_until) on household_class to nb_app;
grant delete on review_case to nb_app; -- only rows still 'listed': see the rules of the room

-- Is this paper still in force? Public: answers by the id inside the signed paper, tells no name.
create function paper_status(paper_id uuid, today date)
  returns table (kind text, in_force boolean, valid_from date, valid_until date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select 'certificate', d.state = 'in_force' and c.valid_from <= today and (c.valid_until is null or today < c.valid_until),
         c.valid_from, c.valid_until
    from certificate k
    join decision d on d.id = k.decision_id
    left join household_class c on c.household_id = k.household_id and c.decision_id = k.decision_id
   where k.id = paper_id
  union all
  select 'decision', d.state = 'in_force' and d.classes_hold_from <= today, d.classes_hold_from, null
    from decision d
   where d.id = paper_id
$$;
revoke execute on function paper_status(uuid, date) from public;
grant execute on function paper_status(uuid, date) to nb_app;

-- Sending a survey is the busiest call of the year, so it makes two round trips after the session's: this reading and
-- the storing below. Both run as whoever calls (row security holds) and set the actor for their own transaction only.
create function survey_context(account uuid, areas uuid[], of_household uuid, of_case uuid, of_command uuid)
  returns table (command_endpoint text, command_hash bytea, command_result jsonb, village_id uuid, over_ids uuid[],
                 case_state text, case_account uuid, case_survey uuid, round_id uuid, round_state text, window_from date,
                 form_hash text, opening_hash text, opening_points text, closing_hash text, closing_points text)
  language plpgsql as $$
begin
  perform set_config('nb.account', account::text, true), set_config('nb.areas', areas::text, true);
  return query
    select k.endpoint, k.content_hash, k.result, c.village_id,
           array(select a.over_id from area_reach a where a.area_id = c.village_id),
           c.state, c.account_id, c.survey_id, r.id, r.state, r.window_from,
           r.form_hash, r.opening_hash, r.opening_points, r.closing_hash, r.closing_points
      from (values (of_command)) as asked (id)
      left join command k on k.id = asked.id
      left join (review_case c join round r on r.id = c.round_id)
        on c.household_id = of_household and c.id = of_case;
end
$$;

-- Stores a survey with its verdicts, moves the case, keeps the command, writes the audit: all or nothing. `told` holds
-- the ids and columns. NB001: the command's id is used. NB002: the case has moved on. NB003: the survey's id is used.
create function survey_store(account uuid, areas uuid[], told jsonb, facts jsonb, verdicts json, hash bytea)
  returns void
  language plpgsql as $$
declare
  of_household uuid := (told ->> 'household')::uuid;
  of_village uuid := (told ->> 'village')::uuid;
  of_round uuid := (told ->> 'round')::uuid;
  of_survey uuid := (told ->> 'survey')::uuid;
begin
  perform set_config('nb.account', account::text, true), set_config('nb.areas', areas::text, true);
  insert into command (id, account_id, endpoint, content_hash, result)
    values ((told ->> 'command')::uuid, account, told ->> 'endpoint', hash, told -> 'result')
    on conflict (id) do nothing;
  if not found then raise exception 'command' using errcode = 'NB001'; end if;
  insert into survey (household_id, id, round_id, village_id, account_id, form_hash, facts, surveyed_on, members, income)
    values (of_household, of_survey, of_round, of_village, account, told ->> 'form', facts,
            (told ->> 'surveyed_on')::date, (told ->> 'members')::smallint, (told ->> 'income')::bigint)
    on conflict (household_id, id) do nothing;
  if not found then raise exception 'survey' using errcode = 'NB003'; end if;
  insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, standard_hash, points_hash,
                       class, possible, b1, b2, lacking, undecidable, reasons)
    select of_household, v.id, of_survey, of_round, of_village, v.purpose, v.standard_id, v.standard_hash, v.points_hash,
           v.class, v.possible, v.b1, v.b2, v.lacking, v.undecidable, v.reasons
      from json_to_recordset(verdicts) as v (id uuid, purpose text, standard_id text, standard_hash text,
           points_hash text, class text, possible text[], b1 numeric, b2 integer, lacking text[], undecidable text,
           reasons json);
  update review_case c set state = told ->> 'state', survey_id = of_survey, changed_at = now()
   where c.household_id = of_household and c.id = (told ->> 'case')::uuid and c.state = told ->> 'was'
     and c.survey_id is not distinct from (told ->> 'was_survey')::uuid;
  if not found then raise exception 'case' using errcode = 'NB002'; end if;
  insert into audit_line (id, account_id, command_id, what, subject_id, area_id, facts)
    values ((told ->> 'audit')::uuid, account, (told ->> 'command')::uuid, 'survey.submitted', of_survey, of_village,
            jsonb_build_object('round', of_round, 'case', told ->> 'case'));
end
$$;
revoke execute on function survey_context(uuid, uuid[], uuid, uuid, uuid),
  survey_store(uuid, uuid[], jsonb, jsonb, json, bytea) from public;
grant execute on function survey_context(uuid, uuid[], uuid, uuid, uuid),
  survey_store(uuid, uuid[], jsonb, jsonb, json, bytea) to nb_app;
