-- What every room writes to: commands (once only), the audit, files, issued numbers.
create table command (
  id uuid primary key,
  account_id uuid not null,
  endpoint text not null,
  content_hash bytea not null,             -- of the bytes as first sent
  schema_version smallint not null default 1,
  made_at timestamptz,
  received_at timestamptz not null default now(),
  result jsonb not null
);
comment on table command is 'family: ledger';

create table audit_line (
  id uuid primary key,
  at timestamptz not null default now(),
  account_id uuid not null,
  command_id uuid,
  what text not null,                      -- room and past tense: household.changed
  subject_id uuid not null,
  area_id uuid,
  facts jsonb not null default '{}'        -- ids, codes and counts; never personal data
);
comment on table audit_line is 'family: ledger';
create index audit_line_area on audit_line (area_id, at desc);
create index audit_line_subject on audit_line (subject_id, at);

create table file (
  id uuid primary key,
  area_id uuid not null,
  name text not null,
  media_type text not null,
  byte_length integer not null check (byte_length > 0),
  sha256 bytea not null,
  content bytea not null,
  created_by uuid not null,
  created_at timestamptz not null default now()
);
comment on table file is 'family: ledger';
alter table file alter column content set storage external;

create table issued_number (
  series text not null,
  number integer not null check (number > 0),
  subject_id uuid not null,
  area_id uuid not null,
  issued_at timestamptz not null default now(),
  primary key (series, number)
);
comment on table issued_number is 'family: ledger';

alter table command enable row level security;
alter table audit_line enable row level security;
alter table file enable row level security;
alter table issued_number enable row level security;
create policy command_own on command using (account_id = nb_account()) with check (account_id = nb_account());
create policy audit_line_add on audit_line for insert with check (account_id = nb_account());
create policy audit_line_read on audit_line for select using (
  account_id = nb_account()
  or exists (select from area_reach r where r.area_id = audit_line.area_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy file_held on file using (
  exists (select from area_reach r where r.area_id = file.area_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy issued_number_held on issued_number using (
  exists (select from area_reach r where r.area_id = issued_number.area_id and r.over_id = any ((select nb_areas())::uuid[])));
grant select, insert on command, audit_line, file, issued_number to nb_app;
