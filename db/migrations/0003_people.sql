-- Accounts, sessions, grants. A grant is a role over an area and everything under it, for a time.
create table account (
  id uuid primary key,
  login text not null check (login = lower(login) and login <> ''),
  full_name text not null check (full_name <> ''),
  password_hash text not null,
  must_change_password boolean not null default true,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid references account,
  constraint account_login_once unique (login)
);
comment on table account is 'family: unit';

create table access_grant (
  id uuid primary key,
  account_id uuid not null references account,
  role text not null check (role in ('administrator', 'province', 'district', 'commune_official', 'commune_chair',
                                     'enumerator', 'training_organiser', 'auditor', 'viewer')),
  area_id uuid not null references area,
  valid_from date not null,
  valid_until date,
  given_by uuid references account,
  given_at timestamptz not null default now(),
  ended_by uuid references account,
  constraint access_grant_period check (valid_until is null or valid_until >= valid_from)
);
comment on table access_grant is 'family: unit';
create index access_grant_account on access_grant (account_id);
create index access_grant_area on access_grant (area_id);

create table session (
  id uuid primary key,
  token_hash bytea not null,
  csrf text not null,
  account_id uuid not null references account,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  device text not null default '',
  constraint session_token_once unique (token_hash)
);
comment on table session is 'family: ledger';
create index session_account on session (account_id);

-- Failed sign-ins per account name and per address (both keyed hashes), so that waits can grow.
create table sign_in_failure (
  key bytea primary key,
  failures integer not null,
  last_at timestamptz not null
);
comment on table sign_in_failure is 'family: ledger';

-- The one-time token with which the first administrator is made.
create table setup_token (
  token_hash bytea primary key,
  made_at timestamptz not null default now(),
  used_at timestamptz
);
comment on table setup_token is 'family: ledger';

-- Before anyone is known: who holds this token at an instant of the program's clock, with the grants in force that day.
create function nb_session(token bytea, instant timestamptz)
  returns table (session_id uuid, csrf text, account_id uuid, full_name text, login text, must_change_password boolean,
                 seen_at timestamptz, grants jsonb)
  -- plpgsql keeps its plan; a function in SQL that sets its search path is planned anew at every call.
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  today date := (instant at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  return query
    select s.id, s.csrf, a.id, a.full_name, a.login, a.must_change_password, s.seen_at,
           coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'areaId', g.area_id) order by g.id)
                       from access_grant g
                      where g.account_id = a.id and g.valid_from <= today
                        and (g.valid_until is null or today < g.valid_until)), '[]'::jsonb)
      from session s join account a on a.id = s.account_id
     where s.token_hash = token and s.ended_at is null and s.expires_at > instant and a.disabled_at is null;
end
$$;

create function nb_sign_in(wanted text)
  returns table (account_id uuid, password_hash text, must_change_password boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, password_hash, must_change_password from account where login = wanted and disabled_at is null
$$;
-- The one password hash that may be read after signing in: one's own, to change it.
create function nb_own_password() returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select password_hash from account where id = nb_account() and disabled_at is null
$$;
revoke execute on function nb_own_password() from public;
grant execute on function nb_own_password() to nb_app;
revoke execute on function nb_session(bytea, timestamptz), nb_sign_in(text) from public;
grant execute on function nb_session(bytea, timestamptz), nb_sign_in(text) to nb_app;

-- Does this account hold anything outside the actor's areas? Then it is not the actor's to take over.
create function account_reaches_beyond(account uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from access_grant g
     where g.account_id = account and (g.valid_until is null or g.valid_until > g.valid_from)
       and not exists (select from area_reach r where r.area_id = g.area_id and r.over_id = any ((select nb_areas())::uuid[])))
$$;
revoke execute on function account_reaches_beyond(uuid) from public;
grant execute on function account_reaches_beyond(uuid) to nb_app;

alter table account enable row level security;
alter table access_grant enable row level security;
alter table session enable row level security;
alter table sign_in_failure enable row level security;
alter table setup_token enable row level security;

create policy access_grant_read on access_grant for select using (
  account_id = nb_account()
  or exists (select from area_reach r where r.area_id = access_grant.area_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy access_grant_give on access_grant for insert with check (
  given_by = nb_account()
  and exists (select from area_reach r where r.area_id = access_grant.area_id and r.over_id = any ((select nb_areas())::uuid[])));
create policy access_grant_end on access_grant for update using (
  exists (select from area_reach r where r.area_id = access_grant.area_id and r.over_id = any ((select nb_areas())::uuid[])));

-- Does this account hold anything over the actor's areas, or under them? Then its name may be told there: who gave a
-- right, who decided. Told by a function, since the grants above are not the actor's to read.
create function account_touches(account uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from access_grant g
     where g.account_id = account
       and exists (select from area_reach r
                    where (r.area_id = g.area_id and r.over_id = any ((select nb_areas())::uuid[]))
                       or (r.area_id = any ((select nb_areas())::uuid[]) and r.over_id = g.area_id)))
$$;
revoke execute on function account_touches(uuid) from public;
grant execute on function account_touches(uuid) to nb_app;

create policy account_read on account for select using (
  id = nb_account() or created_by = nb_account() or account_touches(id));
create policy account_add on account for insert with check (created_by = nb_account() and cardinality(nb_areas()) > 0);
create policy account_change on account for update using (
  id = nb_account()
  or (not account_reaches_beyond(account.id)
      and exists (select from access_grant g join area_reach r on r.area_id = g.area_id
                   where g.account_id = account.id and r.over_id = any ((select nb_areas())::uuid[]))));
create policy session_own on session using (account_id = nb_account()) with check (account_id = nb_account());
create policy sign_in_failure_any on sign_in_failure using (true) with check (true);
create policy setup_token_any on setup_token using (true) with check (true);

grant select (id, login, full_name, must_change_password, disabled_at, created_at, created_by), insert on account to nb_app;
grant update (full_name, password_hash, must_change_password, disabled_at) on account to nb_app;
grant select, insert on access_grant to nb_app;
grant update (valid_until, ended_by) on access_grant to nb_app;
grant select, insert on session to nb_app;
grant update (seen_at, ended_at) on session to nb_app;
grant select, insert, update, delete on sign_in_failure to nb_app;
grant select, update (used_at) on setup_token to nb_app;
