-- Slips by which field staff come in once without a password: the code stands sealed, so that it can be printed again, and its hash, to be found by.
create table sign_in_slip (
  id uuid primary key,
  account_id uuid not null references account (id),
  -- Where the account works: whose administrator gave the slip.
  area_id uuid not null references area (id),
  code text not null,
  code_hash bytea not null unique,
  -- The last day on which it lets in.
  last_day date not null,
  made_by uuid not null references account (id),
  made_at timestamptz not null,
  printed_at timestamptz,
  used_at timestamptz,
  used_device text,
  withdrawn_at timestamptz,
  withdrawn_by uuid references account (id),
  constraint sign_in_slip_withdrawn check (num_nonnulls(withdrawn_at, withdrawn_by) in (0, 2)),
  constraint sign_in_slip_once check (used_at is null or withdrawn_at is null)
);
comment on table sign_in_slip is 'family: unit; room: people';
alter table sign_in_slip enable row level security;
-- One that can let in for each account.
create unique index sign_in_slip_open on sign_in_slip (account_id) where used_at is null and withdrawn_at is null;
create index sign_in_slip_account on sign_in_slip (account_id, made_at desc);
create index sign_in_slip_area on sign_in_slip (area_id);
select nb_guard('sign_in_slip', '{area_id}', 'select', also => 'account_id = nb_account()'),
       nb_guard('sign_in_slip', '{area_id}', 'insert', only_if => 'made_by = nb_account() and account_within(account_id)'),
       nb_guard('sign_in_slip', '{area_id}', 'update', also => 'account_id = nb_account()');
grant select, insert, update (printed_at, used_at, used_device, withdrawn_at, withdrawn_by) on sign_in_slip to nb_app;

-- Whom a slip lets in; asked where nobody is known yet. `field_only`: the account surveys in villages and does nothing else.
create function slip_for_sign_in(of_hash bytea, today date)
  returns table (slip_id uuid, account_id uuid, must_change_password boolean, last_day date, used_at timestamptz, withdrawn boolean, field_only boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select s.id, a.id, a.must_change_password, s.last_day, s.used_at, s.withdrawn_at is not null,
           coalesce((select bool_and(g.role = 'enumerator') from access_grant g
                      where g.account_id = a.id and (g.valid_until is null or g.valid_until > today)), false)
      from sign_in_slip s join account a on a.id = s.account_id
     where s.code_hash = of_hash and a.disabled_at is null;
end
$$;
comment on function slip_for_sign_in is 'room: people';
revoke execute on function slip_for_sign_in(bytea, date) from public;
grant execute on function slip_for_sign_in(bytea, date) to nb_app;
