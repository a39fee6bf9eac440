-- Forms begun on a phone that is given back, sealed under the key of that phone, until their author takes them on another.
create table field_draft (
  id uuid primary key,
  device_id uuid not null references field_device (id) on delete cascade,
  account_id uuid not null references account (id),
  kind text not null,
  draft_id text not null,
  sealed text not null,
  saved_at timestamptz not null,
  left_at timestamptz not null,
  constraint field_draft_once unique (device_id, kind, draft_id)
);
comment on table field_draft is 'family: unit; room: field';
alter table field_draft enable row level security;
create index field_draft_account on field_draft (account_id);
-- Whatever else somebody reaches: what was typed and not sent is its author's alone.
create policy field_draft_own on field_draft using (account_id = nb_account()) with check (account_id = nb_account());
grant select, insert, update, delete on field_draft to nb_app;

-- How many of a phone wait for their author; who sees the phone sees that, not what is in them.
alter table field_device add column left_drafts int not null default 0 constraint field_device_left check (left_drafts >= 0);
