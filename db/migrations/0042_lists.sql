-- Home and the audit: what happened since a day counted by its word, and lines found by person and subject too.

/* Counted event by event, at most so many in all, where the actor holds the right of the call. */
create function audit_news(since timestamptz, names text[], most int)
  returns table (what text, n bigint) language plpgsql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = 'force_custom_plan' as $$
declare
  areas uuid[] := nb_areas();
  whole boolean := exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null);
  under uuid[] := (select array_agg(distinct u.id) from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas));
begin
  if whole then
    return query
      select k.what, count(*) from (
        select l.what from audit_line l where l.at >= since and l.area_id is not null and l.what = any (names) limit most) k
       group by k.what;
  else
    return query
      select k.what, count(*) from (
        select l.what from unnest(under) as u (id) cross join lateral (
          select a.what from audit_line a where a.area_id = u.id and a.at >= since and a.what = any (names)) l limit most) k
       group by k.what;
  end if;
end $$;
comment on function audit_news is 'room: people';

create index audit_line_account on audit_line (account_id, at desc);

/* As `audit_newest` found them, by one account and about some subjects too. */
drop function audit_newest;
create function audit_found(place uuid, since timestamptz, before timestamptz, names text[], kind text, subjects uuid[], by_account uuid, most int)
  returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = 'force_custom_plan' as $$
declare
  under uuid[] := (select w.area_ids from area_within w where w.over_id = place);
  few constant int := 40;
begin
  if not exists (select from area_reach r where r.area_id = place and r.over_id = any (nb_areas())) then return; end if;
  if subjects is not null or by_account is not null then
    return query
      select l.id from audit_line l
       where (subjects is null or l.subject_id = any (subjects)) and (by_account is null or l.account_id = by_account)
         and case when under is null then l.area_id is not null else l.area_id = any (under) end
         and (since is null or l.at >= since) and (before is null or l.at < before)
         and (names is null or l.what = any (names) or starts_with(l.what, kind))
       order by l.at desc, l.id limit most;
  elsif cardinality(under) <= few then
    return query
      select k.id from unnest(under) as u (id) cross join lateral (
        select l.id, l.at from audit_line l
         where l.area_id = u.id and (since is null or l.at >= since) and (before is null or l.at < before)
           and (names is null or l.what = any (names) or starts_with(l.what, kind))
         order by l.at desc, l.id limit most) k
       order by k.at desc, k.id limit most;
  else
    return query
      select l.id from audit_line l
       where case when under is null then l.area_id is not null else l.area_id = any (under) end
         and (since is null or l.at >= since) and (before is null or l.at < before)
         and (names is null or l.what = any (names) or starts_with(l.what, kind))
       order by l.at desc, l.id limit most;
  end if;
end $$;
comment on function audit_found is 'room: people';

revoke execute on function audit_news(timestamptz, text[], int),
  audit_found(uuid, timestamptz, timestamptz, text[], text, uuid[], uuid, int) from public;
grant execute on function audit_news(timestamptz, text[], int),
  audit_found(uuid, timestamptz, timestamptz, text[], text, uuid[], uuid, int) to nb_app;
