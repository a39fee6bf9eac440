-- What every room stands on: the application role, the day's actor as settings of the transaction, folded text.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- The application never owns a table and cannot bypass row security. Roles belong to the cluster, so it may exist.
do $$
begin
  create role nb_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
exception
  when duplicate_object then null;
  when unique_violation then null; -- two databases of one cluster migrating at once
end
$$;
grant usage on schema public to nb_app;

-- Vietnamese text without tone and vowel marks, for matching only. kernel/text.ts says the same in TypeScript.
create function fold(value text) returns text
  language sql immutable strict parallel safe
  return lower(translate(
    regexp_replace(
      normalize(regexp_replace(btrim(value), '\s+', ' ', 'g'), NFD), U&'[\0300-\036F]', '', 'g'),
    'đĐ', 'dd'));

-- The areas over which the actor of this transaction holds the right of the call; empty where nobody said. Policies ask
-- `any ((select nb_areas())::uuid[])`: the setting is then read once a statement, not parsed again for every row.
create function nb_areas() returns uuid[]
  language sql stable parallel safe
  return coalesce(nullif(current_setting('nb.areas', true), ''), '{}')::uuid[];

create function nb_account() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('nb.account', true), '')::uuid;
