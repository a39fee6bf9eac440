-- Which keys this database was written with: another installation's key file is never taken for its own.
create table known_key (
  kind text not null check (kind in ('field', 'index', 'signing', 'sealing')),
  id text not null,
  known_since timestamptz not null default now(),
  primary key (kind, id)
);
comment on table known_key is 'family: ledger';

alter table known_key enable row level security;
create policy known_key_read on known_key for select using (true);
grant select on known_key to nb_app;
