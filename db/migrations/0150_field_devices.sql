-- Phones on which somebody's work lies. The key that opens it there is kept sealed, so that who forgot the PIN loses nothing.
create table field_device (
  id uuid primary key,
  account_id uuid not null references account (id),
  -- Where the account worked when it was last heard of: whose officials see it.
  area_id uuid not null references area (id),
  data_key text not null,
  kind text,
  state text not null default 'in_use',
  because text check (because <> ''),
  stated_by uuid references account (id),
  stated_at timestamptz,
  kept_on date not null,
  seen_at timestamptz not null,
  waiting int not null default 0,
  begun int not null default 0,
  oldest_at timestamptz,
  constraint field_device_state check (state in ('in_use', 'returned', 'lost')),
  constraint field_device_stated check (num_nonnulls(stated_by, stated_at) in (0, 2)),
  constraint field_device_counts check (waiting >= 0 and begun >= 0)
);
comment on table field_device is 'family: unit; room: field';
alter table field_device enable row level security;
create index field_device_account on field_device (account_id);
create index field_device_area on field_device (area_id);
select nb_guard('field_device', '{area_id}', 'select', also => 'account_id = nb_account()'),
       nb_guard('field_device', '{area_id}', 'update', also => 'account_id = nb_account()');
create policy field_device_own on field_device for insert to public with check (account_id = nb_account());
grant select, insert, update on field_device to nb_app;

-- Who wrote what a phone sealed, with the grants of the day it was made; asked where nobody need be signed in.
create function field_author(of_device uuid, made date)
  returns table (account_id uuid, full_name text, login text, data_key text, state text, stated_at timestamptz, kept_on date, grants jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select a.id, a.full_name, a.login, d.data_key, d.state, d.stated_at, d.kept_on,
           coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'areaId', g.area_id) order by g.id)
                       from access_grant g
                      where g.account_id = a.id and g.valid_from <= made
                        and (g.valid_until is null or made < g.valid_until)), '[]'::jsonb)
      from field_device d join account a on a.id = d.account_id
     where d.id = of_device;
end
$$;
comment on function field_author is 'room: field';

-- What the office said of a phone; asked by the phone itself, whoever is signed in there.
create function field_device_said(of_device uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.state from field_device d where d.id = of_device
$$;
comment on function field_device_said is 'room: field';

-- Who lost a phone is signed in nowhere any more. Only who sees the phone may say so.
create function field_device_signed_out(of_device uuid) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended int;
begin
  update session s set ended_at = now() from field_device d
   where d.id = of_device and s.account_id = d.account_id and s.ended_at is null
     and (d.area_id = any (nb_units()) or nb_holds(d.area_id));
  get diagnostics ended = row_count;
  return ended;
end
$$;
comment on function field_device_signed_out is 'room: field';
revoke execute on function field_author(uuid, date), field_device_said(uuid), field_device_signed_out(uuid) from public;
grant execute on function field_author(uuid, date), field_device_said(uuid), field_device_signed_out(uuid) to nb_app;
