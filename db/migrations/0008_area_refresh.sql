-- The refresh of the tree writes only what differs: at a start and after an event nearly every row stays as it is.
create or replace function area_refresh_paths() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  drop table if exists pg_temp.fresh_path;
  create temp table fresh_path (area_id uuid, valid_from date, valid_until date, path text collate "C") on commit drop;
  insert into fresh_path
    select area_id, valid_from, valid_until, area_id::text from area_version where level = 0;
  for depth in 1..4 loop
    insert into fresh_path
      select v.area_id,
             greatest(v.valid_from, p.valid_from),
             nullif(least(coalesce(v.valid_until, 'infinity'), coalesce(p.valid_until, 'infinity')), 'infinity'),
             p.path || '/' || v.area_id::text
        from area_version v
        join fresh_path p on p.area_id = v.parent_id
         and p.valid_from < coalesce(v.valid_until, 'infinity')
         and v.valid_from < coalesce(p.valid_until, 'infinity')
       where v.level = depth;
  end loop;
  delete from area_path a where not exists (
    select from fresh_path f
     where f.area_id = a.area_id and f.valid_from = a.valid_from and f.path = a.path
       and f.valid_until is not distinct from a.valid_until);
  insert into area_path (area_id, valid_from, valid_until, path)
    select area_id, valid_from, valid_until, path from fresh_path on conflict do nothing;
end
$$;

create or replace function area_refresh_reach(today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  added integer;
begin
  drop table if exists pg_temp.fresh_reach;
  drop table if exists pg_temp.standing;
  create temp table standing on commit drop as
    select area_id, path from area_path where valid_from <= today and (valid_until is null or today < valid_until);
  create unique index on standing (area_id);
  create temp table fresh_reach (area_id uuid, over_id uuid, primary key (area_id, over_id)) on commit drop;
  insert into fresh_reach
    select s.area_id, above::uuid from standing s, unnest(string_to_array(s.path, '/')) above;
  analyze fresh_reach;
  -- An ended area: itself, and whatever stands over each successor. Repeated, since a successor may have ended too.
  loop
    insert into fresh_reach
      select s.from_id, r.over_id from area_succession s join fresh_reach r on r.area_id = s.to_id
       where not exists (select from standing p where p.area_id = s.from_id)
      on conflict do nothing;
    get diagnostics added = row_count;
    exit when added = 0;
  end loop;
  insert into fresh_reach select id, id from area on conflict do nothing;
  -- A village whose commune ended without a new parent being known stays reachable through that commune.
  insert into fresh_reach
    select v.area_id, r.over_id
      from area_version v join fresh_reach r on r.area_id = v.parent_id
     where v.level = 4 and not exists (select from standing p where p.area_id = v.area_id)
      on conflict do nothing;
  delete from area_reach a where not exists (
    select from fresh_reach f where f.area_id = a.area_id and f.over_id = a.over_id);
  insert into area_reach (area_id, over_id) select area_id, over_id from fresh_reach on conflict do nothing;
end
$$;
revoke execute on function area_refresh_paths(), area_refresh_reach(date) from public;
grant execute on function area_refresh_paths(), area_refresh_reach(date) to nb_app;
