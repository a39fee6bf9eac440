-- Printed from the catalogue of a migrated database; never edited by hand.

-- room: platform
create collation vietnamese (provider = icu, locale = 'vi-u-kn-true');

-- room: people
CREATE OR REPLACE FUNCTION public.account_reaches_beyond(account uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (
    select from access_grant g
     where g.account_id = account and (g.valid_until is null or g.valid_until > g.valid_from)
       and not exists (select from area_reach r where r.area_id = g.area_id and r.over_id = any (nb_areas())));
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.account_touches(account uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  mine uuid[] := nb_areas();
begin
  return exists (
    select from access_grant g join area_reach r on r.area_id = g.area_id
     where g.account_id = account and r.over_id = any (mine))
  or exists (
    select from access_grant g join area_reach r on r.over_id = g.area_id
     where g.account_id = account and r.area_id = any (mine));
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.account_within(account uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return not account_reaches_beyond(account) and exists (
    select from access_grant g join area_reach r on r.area_id = g.area_id
     where g.account_id = account and r.over_id = any (nb_areas()));
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.area_begin(states json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from json_to_recordset(states) as s (parent_id uuid) where not nb_holds(s.parent_id)) then
    raise exception 'area' using errcode = '42501';
  end if;
  insert into area_version (id, area_id, valid_from, valid_until, level, kind, code, name, parent_id, settlement, event_id,
                            until_event_id, from_known, mark)
    select s.id, s.area_id, s.valid_from, s.valid_until, s.level, s.kind, s.code, s.name, s.parent_id, s.settlement, s.event_id,
           s.until_event_id, s.from_known, s.mark
      from json_to_recordset(states) as s (id uuid, area_id uuid, valid_from date, valid_until date, level smallint, kind text,
           code text, name text, parent_id uuid, settlement text, event_id uuid, until_event_id uuid, from_known boolean,
           mark text);
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.area_heir(village uuid, today date, OUT heir uuid, OUT since date)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from area_version v where v.area_id = village and (v.valid_until is null or v.valid_until > today)) then
    return;
  end if;
  select s.to_id into heir from area_succession s where s.from_id = village order by s.share desc nulls last, s.id limit 1;
  since := (select max(v.valid_until) from area_version v where v.area_id = village);
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.area_record(event json, ended json, began uuid[], fresh json, successions json, moved json, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if cardinality(nb_areas()) = 0
     or exists (select from json_to_recordset(ended) as e (area_id uuid) where not nb_holds(e.area_id))
     or exists (select from json_to_recordset(successions) as s (from_id uuid) where not nb_holds(s.from_id)) then
    raise exception 'area' using errcode = '42501';
  end if;
  insert into area_event (id, kind, happened_on, legal_basis, mark, note)
    select e.id, e.kind, e.happened_on, e.legal_basis, e.mark, e.note
      from json_to_record(event) as e (id uuid, kind text, happened_on date, legal_basis text, mark text, note text);
  update area_version v set valid_until = e.valid_until, until_event_id = e.until_event_id
    from json_to_recordset(ended) as e (id uuid, area_id uuid, valid_until date, until_event_id uuid)
   where v.id = e.id and v.area_id = e.area_id and v.valid_until is null;
  insert into area (id) select unnest(began);
  perform area_begin(fresh);
  insert into area_succession (id, from_id, to_id, event_id, share, mark, note)
    select s.id, s.from_id, s.to_id, s.event_id, s.share, s.mark, s.note
      from json_to_recordset(successions) as s (id uuid, from_id uuid, to_id uuid, event_id uuid, share numeric, mark text, note text);
  if exists (select from json_to_recordset(moved) as m (parent_id uuid) where m.parent_id = any (began)) then
    perform area_refresh_paths(), area_refresh_reach(today);
  end if;
  perform area_begin(moved);
  perform area_refresh_paths(), area_refresh_reach(today);
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.area_refresh_overs(today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  ended uuid[];
  heirs uuid[];
  known integer := 0;
  changed uuid[];
  areas uuid[];
  overs uuid[];
begin
  -- An ended area answers with what stands over each successor; one that has none (a district that was abolished, a
  -- commune whose successor is unknown) with what stands over its last parent.
  with standing as materialized (
    select area_id from area_path where valid_from <= today and (valid_until is null or today < valid_until)),
  heir as (
    select s.from_id as area_id, s.to_id as heir_id from area_succession s
     where not exists (select from standing p where p.area_id = s.from_id)
    union
    select v.area_id, v.parent_id from area_version v
     where v.parent_id is not null
       and not exists (select from area_version w where w.area_id = v.area_id and w.valid_from > v.valid_from)
       and not exists (select from standing p where p.area_id = v.area_id)
       and not exists (select from area_succession s where s.from_id = v.area_id))
  select array_agg(area_id), array_agg(heir_id) into ended, heirs from heir;
  -- Heirs may have ended too: whoever comes after them comes after the first as well, until nobody new is found.
  while cardinality(ended) > known loop
    known := cardinality(ended);
    with heir as materialized (select area_id, heir_id from unnest(ended, heirs) as h (area_id, heir_id)),
    further as (
      select area_id, heir_id from heir
      union
      select first.area_id, next.heir_id from heir first join heir next on next.area_id = first.heir_id)
    select array_agg(area_id), array_agg(heir_id) into ended, heirs from further;
  end loop;
  with standing as materialized (
    select area_id, string_to_array(path, '/')::uuid[] as over_ids
      from area_path where valid_from <= today and (valid_until is null or today < valid_until)),
  fresh as materialized (
    select s.area_id, over_id from standing s, unnest(s.over_ids) as over_id
    union
    select h.area_id, over_id
      from unnest(ended, heirs) as h (area_id, heir_id) join standing s on s.area_id = h.heir_id, unnest(s.over_ids) as over_id
    union
    select id, id from area),
  stale as (
    (select area_id, over_id from fresh except select area_id, over_id from area_reach)
    union all
    (select area_id, over_id from area_reach except select area_id, over_id from fresh)),
  moved as (select distinct area_id from stale)
  select (select array_agg(area_id) from moved), array_agg(f.area_id), array_agg(f.over_id)
    into changed, areas, overs
    from fresh f where f.area_id in (select area_id from moved);
  delete from area_reach where area_id = any (changed);
  insert into area_reach (area_id, over_id) select * from unnest(areas, overs);
  perform area_refresh_within();
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.area_refresh_paths()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  areas uuid[];
  froms date[];
  untils date[];
  paths text[];
  moved uuid[];
begin
  select array_agg(area_id), array_agg(valid_from), array_agg(valid_until), array_agg(area_id::text)
    into areas, froms, untils, paths from area_version where level = 0;
  for depth in 1..4 loop
    select areas || array_agg(v.area_id),
           froms || array_agg(greatest(v.valid_from, p.valid_from)),
           untils || array_agg(least(v.valid_until, p.valid_until)),  -- of two ends the earlier; null is none
           paths || array_agg(p.path || '/' || v.area_id)
      into areas, froms, untils, paths
      from area_version v
      join unnest(areas, froms, untils, paths) as p (area_id, valid_from, valid_until, path) on p.area_id = v.parent_id
       and p.valid_from < coalesce(v.valid_until, 'infinity')
       and v.valid_from < coalesce(p.valid_until, 'infinity')
     where v.level = depth and v.valid_until is distinct from v.valid_from;
  end loop;
  with fresh as materialized (
    select * from unnest(areas, froms, untils, paths) as f (area_id, valid_from, valid_until, path)),
  stale as (
    select area_id from (select * from fresh except select area_id, valid_from, valid_until, path from area_path) as missing
    union
    select area_id from (select area_id, valid_from, valid_until, path from area_path except select * from fresh) as gone)
  select array_agg(area_id) into moved from stale;
  delete from area_path where area_id = any (moved);
  insert into area_path (area_id, valid_from, valid_until, path)
    select f.area_id, f.valid_from, f.valid_until, f.path
      from unnest(areas, froms, untils, paths) as f (area_id, valid_from, valid_until, path)
     where f.area_id = any (moved);
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.area_refresh_reach(today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform area_refresh_overs(today);
  perform area_refresh_standing(today);
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.area_refresh_standing(today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  with standing as materialized (
    select v.parent_id as over_id, array_agg(v.area_id order by v.area_id) as villages
      from area_version v join area_path p on p.area_id = v.area_id and p.valid_from <= today and (p.valid_until is null or today < p.valid_until)
     where v.level = 4 and v.valid_from <= today and (v.valid_until is null or today < v.valid_until) group by 1)
  update area_within w set standing = x.villages
    from (select a.over_id, s.villages from area_within a left join standing s on s.over_id = a.over_id) x
   where x.over_id = w.over_id and w.standing is distinct from x.villages;
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.area_refresh_within()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into area_within as w (over_id, area_ids)
    select r.over_id, case when n.area_id is null then array_agg(r.area_id order by r.area_id) end
      from area_reach r
      left join (select distinct v.area_id from area_version v where v.level = 0) n on n.area_id = r.over_id
     group by r.over_id, n.area_id
    on conflict (over_id) do update set area_ids = excluded.area_ids where w.area_ids is distinct from excluded.area_ids;
  delete from area_within w where not exists (select from area_reach r where r.over_id = w.over_id);
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.area_relatives(units date)
 RETURNS TABLE(id uuid, stands uuid, main boolean)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  return query
    with recursive link as materialized (
      select s.id, s.from_id, s.to_id, s.share from area_succession s
       where exists (select from area_version v where v.area_id = s.from_id and v.level = 4)),
    village as materialized (
      select u.id, min(v.valid_from) as begins, max(coalesce(v.valid_until, 'infinity')) as ends
        from (select l.from_id as id from link l union select l.to_id from link l) u
        join area_version v on v.area_id = u.id group by u.id),
    step as materialized (
      select v.id, l.to_id as next, row_number() over (partition by v.id order by l.share desc nulls last, l.id) = 1 as first
        from village v join link l on l.from_id = v.id where v.ends <= units
      union all
      select v.id, l.from_id, row_number() over (partition by v.id order by l.share desc nulls last, l.id) = 1
        from village v join link l on l.to_id = v.id where v.begins > units),
    walk (id, stands, main) as (
      select distinct s.id, s.id, true from step s
      union
      select w.id, s.next, w.main and s.first from walk w join step s on s.id = w.stands)
    select w.id, w.stands, bool_or(w.main) from walk w join village v on v.id = w.stands
     where v.begins <= units and units < v.ends group by 1, 2;
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.area_undo(of_event uuid, because text, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  began uuid[] := array(select v.area_id from area_version v where v.event_id = of_event and not exists (
                          select from area_version w where w.area_id = v.area_id and w.valid_from < v.valid_from));
  touched uuid[] := array(select v.area_id from area_version v where of_event in (v.event_id, v.until_event_id)
                          union select s.to_id from area_succession s where s.event_id = of_event);
begin
  if cardinality(nb_areas()) = 0 or cardinality(touched) = 0 or exists (select from unnest(touched) as t (id) where not nb_holds(t.id)) then
    raise exception 'area' using errcode = '42501';
  end if;
  insert into area_undoing (event_id, undone_on, because, units, did)
    values (of_event, today, because, touched, jsonb_build_object(
      'states', (select jsonb_agg(to_jsonb(v) - 'search') from area_version v where of_event in (v.event_id, v.until_event_id)),
      'successions', coalesce((select jsonb_agg(to_jsonb(s)) from area_succession s where s.event_id = of_event), '[]'),
      'statuses', coalesce((select jsonb_agg(to_jsonb(s)) from area_status s where s.area_id = any (began)), '[]'),
      'totals', coalesce((select jsonb_agg(to_jsonb(d)) from declared_total d where d.area_id = any (began)), '[]')));
  delete from area_status s where s.area_id = any (began);
  delete from declared_total d where d.area_id = any (began);
  delete from area_succession s where s.event_id = of_event;
  delete from area_version v where v.event_id = of_event and v.area_id <> all (began);
  update area_version v set valid_until = v.valid_from where v.event_id = of_event and v.area_id = any (began);
  update area_version v set valid_until = null, until_event_id = null where v.until_event_id = of_event;
  perform area_refresh_paths(), area_refresh_reach(today);
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.area_was_over(of_area uuid, of_day date)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  base text := (select p.path from area_path p
                 where p.area_id = of_area and p.valid_from <= of_day and (p.valid_until is null or of_day < p.valid_until));
begin
  if exists (select from area_reach r where r.over_id = of_area and r.area_id <> of_area) then return null; end if;
  return array(
    select of_area
    union
    select p.area_id from area_path p
     where p.path ~>=~ (base || '/') and p.path ~<~ (base || '0')
       and p.valid_from <= of_day and (p.valid_until is null or of_day < p.valid_until)
       and exists (select from area_reach r where r.area_id = p.area_id and r.over_id = any (nb_areas())));
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.areas_over_since(unit uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  former uuid := (select v.parent_id from area_version v where v.area_id = unit and v.valid_until is not null
                   order by v.valid_until desc limit 1);
begin
  return array(select r.over_id from area_reach r where r.area_id = unit
               except select r.over_id from area_reach r where r.area_id = former
               except select r.area_id from area_reach r where r.over_id = unit);
end
$function$;

-- room: tests
CREATE OR REPLACE FUNCTION public.attempt_keys(attempt uuid)
 RETURNS TABLE(item smallint, dropped boolean, body jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select i.number, i.dropped, v.body
    from test_attempt a join test_item i on i.test_id = a.test_id
    join question_version v on v.question_id = i.question_id and v.version = any (i.marked_by)
   where a.id = attempt
     and (a.official_id = roster_self()
          or exists (select from area_reach r where r.area_id = a.area_id and r.over_id = any (nb_areas())))
   order by i.number, v.version
$function$;

-- room: tests
CREATE OR REPLACE FUNCTION public.attempts_joined(kept uuid, former uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update test_attempt a set official_id = kept,
         number = a.number + (select coalesce(max(b.number), 0) from test_attempt b where b.test_id = a.test_id and b.official_id = kept)
   where a.official_id = former
$function$;

-- room: tests
CREATE OR REPLACE FUNCTION public.attempts_open_in_both(kept uuid, former uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select t.title from test_attempt a
    join test_attempt b on b.test_id = a.test_id and b.official_id = former and b.sent_at is null
    join class_test t on t.id = a.test_id
   where a.official_id = kept and a.sent_at is null
     and exists (select from official o where o.id in (kept, former) and nb_holds(o.unit_id))
   order by t.title, t.id
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.attendance_joined(kept uuid, former uuid, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from training_turn f using training_turn k where f.official_id = former and k.official_id = kept and k.class_id = f.class_id;
  update training_turn t set official_id = kept where t.official_id = former;
  -- Out of the way first: keys are asked row by row.
  update attendance_mark k set number = k.number + 10000, because = case when k.because = '' then why else k.because end
   where k.official_id = kept and exists (select from attendance_mark f where f.official_id = former and f.session_id = k.session_id);
  update attendance_mark f set official_id = kept where f.official_id = former;
  update attendance_mark k set number = k.number - 10000
       + (select count(*) from attendance_mark f where f.official_id = kept and f.session_id = k.session_id and f.number < 10000)
   where k.official_id = kept and k.number > 10000;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.audit_found(place uuid, since timestamp with time zone, before timestamp with time zone, names text[], kind text, subjects uuid[], by_account uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
end $function$;

-- room: people
CREATE OR REPLACE FUNCTION public.audit_news(since timestamp with time zone, names text[], most integer)
 RETURNS TABLE(what text, n bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
end $function$;

-- room: people
CREATE OR REPLACE FUNCTION public.audit_news_lines(since timestamp with time zone, names text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  areas uuid[] := nb_areas();
begin
  if exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null) then
    return query
      select l.id from audit_line l where l.at >= since and l.area_id is not null and l.what = any (names)
       order by l.at desc, l.id limit most;
  else
    return query
      select k.id from (select distinct u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas)) u
       cross join lateral (
        select l.id, l.at from audit_line l where l.area_id = u.id and l.at >= since and l.what = any (names)
         order by l.at desc, l.id limit most) k
       order by k.at desc, k.id limit most;
  end if;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.bare_number(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(regexp_replace(fold(translate(number, './,_\'::text, '-----'::text)), '(?<![0-9]) | (?![0-9])'::text, ''::text, 'g'::text), '(?<![0-9])0+(?=[0-9])'::text, ''::text, 'g'::text);

-- room: bodies
CREATE OR REPLACE FUNCTION public.bodies_gone(of_area uuid, of_day date)
 RETURNS TABLE(body_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select distinct b.id
      from area_reach r join body b on b.unit_id = r.area_id join body_member m on m.body_id = b.id
      join appointment a on a.official_id = m.official_id and a.ended_because = 'died' and a.valid_until <= of_day
     where r.over_id = of_area and m.left_because is null and m.valid_from <= of_day
       and (m.valid_until is null or of_day < m.valid_until);
end
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.bodies_standing(of_area uuid, of_day date)
 RETURNS TABLE(body_id uuid, kind text, unit_id uuid, name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  was_over uuid[];
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  was_over := area_was_over(of_area, of_day);
  if was_over is null then
    return query
      select b.id, b.kind, b.unit_id, b.name from area_reach r join body b on b.unit_id = r.area_id
       where r.over_id = of_area and b.valid_from <= of_day and (b.valid_until is null or of_day < b.valid_until);
  else
    return query
      select b.id, b.kind, b.unit_id, b.name from body b
       where b.unit_id = any (was_over) and b.valid_from <= of_day and (b.valid_until is null or of_day < b.valid_until);
  end if;
end
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.bodies_summed(ones uuid[], of_day date, of_today date)
 RETURNS TABLE(body_id uuid, head text, members integer, open_tasks integer, late_tasks integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  return query
    with kept as materialized (
      select b.id from body b
       where b.id = any (ones)
         and exists (select from area_reach r where r.area_id = b.unit_id and r.over_id = any (nb_areas()))),
    sitting as materialized (
      select m.body_id as id, m.role, o.full_name from kept k join body_member m on m.body_id = k.id join official o on o.id = m.official_id
       where m.valid_from <= of_day and (m.valid_until is null or of_day < m.valid_until)
         and not exists (select from appointment d where d.official_id = m.official_id and d.ended_because = 'died' and d.valid_until <= of_day)),
    seats as (select s.id, min(s.full_name) filter (where s.role = 'head') as head, count(*)::int as n from sitting s group by s.id),
    owed as (
      select t.body_id as id, count(*)::int as n, (count(*) filter (where t.due_on < of_today))::int as late
        from kept k join body_task t on t.body_id = k.id
       where t.done_on is null and t.taken_back is null group by t.body_id)
    select k.id, s.head, coalesce(s.n, 0), coalesce(o.n, 0), coalesce(o.late, 0)
      from kept k left join seats s on s.id = k.id left join owed o on o.id = k.id;
end $function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.body_join_faults(kept uuid, former uuid)
 RETURNS TABLE(fault text, about jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not (official_kept(kept) and official_kept(former)) then return; end if;
  return query
    select 'role', jsonb_build_object('body', g.name)
      from body_member x join body_member y on y.body_id = x.body_id join body g on g.id = x.body_id
     where x.official_id = kept and y.official_id = former
       and (x.role, coalesce(x.comes_from, '')) <> (y.role, coalesce(y.comes_from, ''))
       and daterange(x.valid_from, x.valid_until) && daterange(y.valid_from, y.valid_until);
  return query
    select 'ends', jsonb_build_object('body', g.name)
      from body_member x join body_member y on y.body_id = x.body_id join body g on g.id = x.body_id
     where x.official_id = kept and y.official_id = former and x.valid_until is distinct from y.valid_until
       and daterange(x.valid_from, x.valid_until) && daterange(y.valid_from, y.valid_until);
  return query
    select 'died', jsonb_build_object('body', g.name)
      from body_member m join body g on g.id = m.body_id
     where m.official_id in (kept, former) and not isempty(daterange(m.valid_from, m.valid_until))
       and coalesce(m.valid_until, 'infinity') > (
         select min(x.valid_until) from appointment x where x.official_id in (kept, former) and x.ended_because = 'died');
end
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.body_kept(one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER COST 1000
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from body b join area_reach r on r.area_id = b.unit_id
                  where b.id = one and r.over_id = any (nb_areas()));
end
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.body_members(of_area uuid, of_day date)
 RETURNS TABLE(member_id uuid, body_id uuid, kind text, body_name text, unit_id uuid, official_id uuid, full_name text, search text, birth_year smallint, kept_by uuid, role text, comes_from text, valid_from date, valid_until date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select m.id, b.id, b.kind, b.name, b.unit_id, o.id, o.full_name, o.search, o.birth_year, o.unit_id, m.role, m.comes_from,
           m.valid_from, m.valid_until
      from area_reach r join body b on b.unit_id = r.area_id
      join body_member m on m.body_id = b.id
      join official o on o.id = m.official_id
     where r.over_id = of_area and m.valid_from <= of_day and (m.valid_until is null or of_day < m.valid_until)
       and not exists (select from appointment a where a.official_id = o.id and a.ended_because = 'died' and a.valid_until <= of_day);
end
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.body_members_joined(kept uuid, former uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  seat record;
begin
  if not official_joining(kept, former) then raise exception 'official_join' using errcode = '42501'; end if;
  update official_joined j set was = j.was || jsonb_build_object(
    'members', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from body_member x where x.official_id in (kept, former)))
   where j.id = former;
  for seat in
    select x.id, x.valid_from, k.id as same from body_member x join body_member k on k.official_id = kept and k.body_id = x.body_id
     where x.official_id = former and daterange(x.valid_from, x.valid_until) && daterange(k.valid_from, k.valid_until) loop
    delete from body_member x where x.id = seat.id;
    update body_member k set valid_from = least(k.valid_from, seat.valid_from) where k.id = seat.same;
  end loop;
  update body_member x set official_id = kept where x.official_id = former;
  update body_meeting g set
    present = array(select distinct case when p = former then kept else p end from unnest(g.present) p order by 1),
    chaired_by = case when g.chaired_by = former then kept else g.chaired_by end
   where former = any (g.present);
  update body_task t set official_id = kept where t.official_id = former;
end
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.body_people(one uuid)
 RETURNS TABLE(official_id uuid, full_name text, account_id uuid, died_by date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not body_kept(one) then return; end if;
  return query
    select o.id, o.full_name, o.account_id,
           (select min(a.valid_until) from appointment a where a.official_id = o.id and a.ended_because = 'died')
      from official o
     where o.id in (select m.official_id from body_member m where m.body_id = one
                    union select t.official_id from body_task t where t.body_id = one);
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_add(of_round uuid, cases json)
 RETURNS TABLE(id uuid, village_id uuid, state text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id))
     or exists (select from (select distinct village from json_to_recordset(cases) as c (village uuid)) v where not nb_holds(v.village)) then
    raise exception 'village' using errcode = '42501';
  end if;
  return query
    with added as (
      insert into review_case (household_id, id, round_id, village_id, reason, account_id, state, class_before)
        select c.household, c.id, of_round, c.village, c.reason, c.account, case when c.account is null then 'listed' else 'assigned' end, c.class
          from json_to_recordset(cases) as c (household uuid, id uuid, village uuid, reason text, account uuid, class text)
        on conflict (household_id, round_id) do nothing
        returning id, village_id, state),
    told as (
      insert into case_count as k (round_id, village_id, place_id, gone, listed, assigned)
        select of_round, a.village_id, a.village_id, false, count(*) filter (where a.state = 'listed'), count(*) filter (where a.state = 'assigned')
          from added a group by a.village_id order by a.village_id
        on conflict (round_id, village_id, place_id, gone)
        do update set listed = k.listed + excluded.listed, assigned = k.assigned + excluded.assigned)
    select a.id, a.village_id, a.state from added a;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_asked_again(of_round uuid, households uuid[], today date)
 RETURNS TABLE(household_id uuid, case_id uuid, village_id uuid, state text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  were uuid[];
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id) and x.decision_id is null) then
    raise exception 'round' using errcode = '42501';
  end if;
  were := array(select distinct c.village_id from review_case c where c.round_id = of_round and c.household_id = any (households));
  return query
    with back as materialized (
      select c.household_id, h.village_id, c.account_id as had, c.left_state as stood,
             exists (select from access_grant g join area_reach a on a.over_id = g.area_id
                       join account w on w.id = g.account_id and w.disabled_at is null
                      where g.account_id = c.account_id and g.role = 'enumerator' and a.area_id = h.village_id
                        and g.valid_from <= today and (g.valid_until is null or today < g.valid_until)) as may
        from review_case c
        join household h on h.household_id = c.household_id and h.ended_on is null
        join round_village v on v.round_id = of_round and v.village_id = h.village_id and v.left_on is null
       where c.round_id = of_round and c.household_id = any (households) and c.left_because = 'not_surveyed'
         and nb_holds(h.village_id) and nb_holds(c.village_id)),
    given as (
      select b.*, case when b.may or b.stood in ('submitted', 'accepted') then b.had end as keeper from back b)
    update review_case c
       set village_id = g.village_id, account_id = g.keeper,
           state = case when g.stood not in ('listed', 'assigned') then g.stood when g.keeper is null then 'listed' else 'assigned' end,
           left_because = null, left_state = null, left_on = null, left_told = null,
           had_by = case when c.account_id is null or (g.keeper is not distinct from c.account_id and g.village_id = c.village_id) then c.had_by
                         else c.had_by || c.account_id end,
           had_in = case when c.account_id is null or (g.keeper is not distinct from c.account_id and g.village_id = c.village_id) then c.had_in
                         else c.had_in || c.village_id end,
           changed_at = now()
      from given g
     where c.household_id = g.household_id and c.round_id = of_round and c.state = 'ended'
     returning c.household_id, c.id, c.village_id, c.state;
  perform case_recount(array[of_round], were || array(
    select distinct c.village_id from review_case c where c.round_id = of_round and c.household_id = any (households)));
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_assign(of_round uuid, enumerator uuid, of_village uuid, households uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  assigned integer;
begin
  update review_case c
     set had_by = case when c.account_id <> enumerator then c.had_by || c.account_id else c.had_by end,
         had_in = case when c.account_id <> enumerator then c.had_in || c.village_id else c.had_in end,
         account_id = enumerator, state = case when c.state = 'listed' then 'assigned' else c.state end, changed_at = now()
   where c.round_id = of_round and c.state in ('listed', 'assigned', 'returned')
     and (of_village is null or c.village_id = of_village)
     and (households is null or c.household_id = any (households))
     and nb_holds(c.village_id)
     and exists (select from household h join area_reach r on r.area_id = h.village_id
                  where h.household_id = c.household_id and h.ended_on is null and r.over_id = any (nb_areas()));
  get diagnostics assigned = row_count;
  if assigned > 0 then
    perform case_recount(array[of_round], array(
      select distinct c.village_id from review_case c
       where c.round_id = of_round and (of_village is null or c.village_id = of_village)
         and (households is null or c.household_id = any (households))));
  end if;
  return assigned;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_class_given(of_round uuid, households uuid[], today date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ended integer;
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id) and x.decision_id is null) then
    raise exception 'round' using errcode = '42501';
  end if;
  update review_case c set state = 'ended', left_because = 'class_given', left_state = c.state, left_on = today, changed_at = now()
    from round r join household_class k on k.valid_from = coalesce(r.classes_hold_from, today)
   where r.id = of_round and c.round_id = r.id and c.household_id = any (households) and c.state <> 'ended'
     and k.household_id = c.household_id and nb_holds(c.village_id);
  get diagnostics ended = row_count;
  perform case_recount(array[of_round], array(
    select distinct c.village_id from review_case c where c.round_id = of_round and c.household_id = any (households)));
  return ended;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_classes(of_round uuid)
 RETURNS TABLE(village_id uuid, told boolean, purpose text, class text, n integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  areas uuid[] := nb_areas();
  whole boolean := exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null);
  held boolean := exists (select from round r join area_reach a on a.area_id = r.area_id where r.id = of_round and a.over_id = any (areas));
begin
  return query
    with under as materialized (
      select u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas) and not whole),
    kept as (
      select k.*, whole or k.village_id in (select u.id from under u) and k.place_id in (select u.id from under u) as told
        from case_count k join round r on r.id = k.round_id
       where k.round_id = of_round and case_state('', case when k.gone then 'epoch'::date end, r.state) <> 'ended'
         and (whole or held or k.village_id in (select u.id from under u)))
    select k.village_id, k.told, v.purpose, v.class, sum(v.n)::int
      from kept k
      cross join lateral (values
        ('opens', 'poor', k.opens_poor),
        ('opens', 'near_poor', k.opens_near_poor),
        ('opens', 'average', k.opens_average),
        ('opens', 'not_poor', k.opens_not_poor),
        ('opens', 'open', k.opens_open),
        ('closes', 'poor', k.closes_poor),
        ('closes', 'near_poor', k.closes_near_poor),
        ('closes', 'average', k.closes_average),
        ('closes', 'not_poor', k.closes_not_poor),
        ('closes', 'open', k.closes_open)) as v (purpose, class, n)
     where v.n > 0
     group by 1, 2, 3, 4;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.case_classes_draw(rounds uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  update review_case c set opens = v.opens, closes = v.closes
    from (select w.household_id, w.survey_id, max(coalesce(w.class, 'open')) filter (where w.purpose = 'opens') as opens,
                 max(coalesce(w.class, 'open')) filter (where w.purpose = 'closes') as closes
            from verdict w where w.round_id = any (rounds) group by 1, 2) v
   where v.household_id = c.household_id and v.survey_id = c.survey_id and (c.opens, c.closes) is distinct from (v.opens, v.closes);
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_counted(rounds uuid[], villages uuid[], ended uuid, ended_now boolean)
 RETURNS SETOF case_count
 LANGUAGE plpgsql
AS $function$
begin
  return query
  select c.round_id, c.village_id, h.village_id, case when h.household_id = ended then ended_now else h.ended_on is not null end,
         count(*) filter (where c.state = 'listed')::int,
         count(*) filter (where c.state = 'assigned')::int,
         count(*) filter (where c.state = 'submitted')::int,
         count(*) filter (where c.state = 'returned')::int,
         count(*) filter (where c.state = 'accepted')::int,
         count(*) filter (where c.state = 'ended')::int,
         count(*) filter (where c.state <> 'ended' and c.opens = 'poor')::int,
         count(*) filter (where c.state <> 'ended' and c.opens = 'near_poor')::int,
         count(*) filter (where c.state <> 'ended' and c.opens = 'average')::int,
         count(*) filter (where c.state <> 'ended' and c.opens = 'not_poor')::int,
         count(*) filter (where c.state <> 'ended' and c.opens = 'open')::int,
         count(*) filter (where c.state <> 'ended' and c.closes = 'poor')::int,
         count(*) filter (where c.state <> 'ended' and c.closes = 'near_poor')::int,
         count(*) filter (where c.state <> 'ended' and c.closes = 'average')::int,
         count(*) filter (where c.state <> 'ended' and c.closes = 'not_poor')::int,
         count(*) filter (where c.state <> 'ended' and c.closes = 'open')::int
    from review_case c join household h on h.household_id = c.household_id
   where c.round_id = any (rounds) and c.village_id = any (villages) group by 1, 2, 3, 4;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_counts(rounds uuid[])
 RETURNS TABLE(round_id uuid, village_id uuid, told boolean, listed integer, assigned integer, submitted integer, returned integer, accepted integer, ended integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  areas uuid[] := nb_areas();
  whole boolean := exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null);
begin
  return query
    with under as materialized (
      select u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas) and not whole),
    asked as materialized (
      select r.id, r.state, whole or exists (select from area_reach a where a.area_id = r.area_id and a.over_id = any (areas)) as held
        from round r where r.id = any (rounds)),
    kept as (
      select k.*, whole or k.village_id in (select u.id from under u) and k.place_id in (select u.id from under u) as told,
             case_state('', case when k.gone then 'epoch'::date end, r.state) = 'ended' as over
        from case_count k join asked r on r.id = k.round_id
       where k.round_id = any (rounds) and (r.held or k.village_id in (select u.id from under u)))
    select k.round_id, k.village_id, k.told,
           sum(case when k.over then 0 else k.listed end)::int,
           sum(case when k.over then 0 else k.assigned end)::int,
           sum(case when k.over then 0 else k.submitted end)::int,
           sum(case when k.over then 0 else k.returned end)::int,
           sum(case when k.over then 0 else k.accepted end)::int,
           sum(case when k.over then k.listed + k.assigned + k.submitted + k.returned + k.accepted else 0 end + k.ended)::int
      from kept k group by 1, 2, 3;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_end(of_round uuid, but uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ended integer;
begin
  update review_case c set state = 'ended', left_because = 'household', left_state = c.state, changed_at = now(),
                           left_on = (select h.ended_on from household h where h.household_id = c.household_id)
   where c.round_id = of_round and c.state <> 'ended'
     and nb_holds(c.village_id)
     and exists (select from household h join area_reach r on r.area_id = h.village_id
                  where h.household_id = c.household_id and h.ended_on is not null and r.over_id = any (nb_areas()))
     and c.household_id <> all (but);
  get diagnostics ended = row_count;
  if ended > 0 then
    perform case_recount(array[of_round], array(select distinct c.village_id from review_case c where c.round_id = of_round));
  end if;
  return ended;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_follow(of_household uuid, today date, withdrawn uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  home uuid;
  gone date;
  one record;
  before record;
  usual uuid;
  keeper uuid;
  stands text;
  been uuid[] := array(select c.village_id from review_case c where c.household_id = of_household);
begin
  select h.village_id, h.ended_on into home, gone from household h where h.household_id = of_household and nb_holds(h.village_id);
  if home is null then raise exception 'household' using errcode = '42501'; end if;
  for one in select c.id, c.round_id, c.state, c.account_id, c.village_id, c.left_because, c.left_state, c.handed_from, c.handed_on,
                    nullif(r.decision_id, withdrawn) as decision_id
               from review_case c join round r on r.id = c.round_id
              where c.household_id = of_household and r.state not in ('certificates', 'completed', 'cancelled') loop
    select v.village_id, v.account_id, v.annual_area, v.annual_from into before
      from round_village v join area_reach a on a.area_id = v.village_id
     where v.round_id = one.round_id and v.left_on is null and a.over_id = home order by v.village_id = home desc limit 1;
    if before.village_id is null then
      if one.state <> 'ended' and one.decision_id is null and gone is null then
        update review_case c set state = 'ended', left_because = 'moved', left_state = one.state, left_on = today, changed_at = now()
         where c.household_id = of_household and c.id = one.id;
      end if;
      continue;
    end if;
    continue when gone is not null or (one.state = 'ended' and (one.left_because is null or one.left_because not in ('moved', 'household')
                                                                   or one.decision_id is not null));
    if before.village_id <> home then
      insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
        values (one.round_id, home, before.account_id, before.annual_area, before.annual_from) on conflict do nothing;
    end if;
    usual := before.account_id;
    stands := coalesce(one.left_state, one.state);
    keeper := one.account_id;
    if stands in ('listed', 'assigned', 'returned') and not exists (
         select from access_grant g join area_reach a on a.over_id = g.area_id
          where g.account_id = one.account_id and g.role = 'enumerator' and a.area_id = home
            and g.valid_from <= today and (g.valid_until is null or today < g.valid_until)) then
      keeper := usual;
    end if;
    if stands in ('listed', 'assigned') then stands := case when keeper is null then 'listed' else 'assigned' end; end if;
    update review_case c
       set village_id = home, account_id = keeper, state = stands, left_because = null, left_state = null, left_on = null,
           handed_from = case when keeper is not distinct from one.account_id then one.handed_from
                              when keeper = one.handed_from then null else coalesce(one.account_id, one.handed_from) end,
           handed_on = case when keeper is not distinct from one.account_id then one.handed_on
                            when keeper = one.handed_from then null
                            when coalesce(one.account_id, one.handed_from) is null then null else today end,
           had_by = case when one.account_id is not null and (keeper, home) is distinct from (one.account_id, one.village_id)
                         then c.had_by || c.account_id else c.had_by end,
           had_in = case when one.account_id is not null and (keeper, home) is distinct from (one.account_id, one.village_id)
                         then c.had_in || c.village_id else c.had_in end,
           changed_at = now()
     where c.household_id = of_household and c.id = one.id
       and (c.village_id, c.account_id, c.state) is distinct from (home, keeper, stands);
  end loop;
  perform case_recount(array(select c.round_id from review_case c where c.household_id = of_household),
                       been || array(select c.village_id from review_case c where c.household_id = of_household));
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_household_ends(of_household uuid, ended_now boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  rounds uuid[] := array(select c.round_id from review_case c where c.household_id = of_household);
begin
  if not exists (select from household h where h.household_id = of_household and nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  perform case_recount(rounds, array(select c.village_id from review_case c where c.household_id = of_household), of_household, ended_now);
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_moved(was review_case, is_now review_case)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform cases_moved(array[was], array[is_now], array[false]);
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_not_surveyed(of_round uuid, gone jsonb, today date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  left_now integer;
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id) and x.decision_id is null) then
    raise exception 'round' using errcode = '42501';
  end if;
  update review_case c set state = 'ended', left_because = 'not_surveyed', left_state = c.state, left_on = today, left_told = g.told,
                           changed_at = now()
    from jsonb_to_recordset(gone) as g (household uuid, was text, survey uuid, told jsonb)
   where c.household_id = g.household and c.round_id = of_round and c.state = g.was and c.state in ('listed', 'assigned', 'returned')
     and c.survey_id is not distinct from g.survey and nb_holds(c.village_id);
  get diagnostics left_now = row_count;
  perform case_recount(array[of_round], array(
    select distinct c.village_id from jsonb_to_recordset(gone) as g (household uuid)
      join review_case c on c.household_id = g.household and c.round_id = of_round));
  return left_now;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_recount(rounds uuid[], villages uuid[], ended uuid DEFAULT NULL::uuid, ended_now boolean DEFAULT NULL::boolean)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into case_count as k (round_id, village_id, place_id, gone)
    select r, v, v, false from (select distinct unnest(rounds) as r) x cross join (select distinct unnest(villages) as v) y order by 1, 2
    on conflict (round_id, village_id, place_id, gone) do update set gone = k.gone;
  delete from case_count k where k.round_id = any (rounds) and k.village_id = any (villages);
  insert into case_count select * from case_counted(rounds, villages, ended, ended_now);
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_remove(of_round uuid, of_household uuid, removal uuid, why text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  village uuid;
begin
  delete from review_case c
   where c.round_id = of_round and c.household_id = of_household and c.state = 'listed' and nb_holds(c.village_id)
   returning c.village_id into village;
  if village is null then return null; end if;
  insert into list_removal (household_id, id, round_id, village_id, because, account_id)
    values (of_household, removal, of_round, village, why, nb_account());
  perform case_recount(array[of_round], array[village]);
  return village;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_state(state text, household_ended date, round_state text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((household_ended IS NOT NULL) AND (round_state <> ALL (ARRAY['certificates'::text, 'completed'::text, 'cancelled'::text]))) THEN 'ended'::text ELSE state END;

-- room: rounds
CREATE OR REPLACE FUNCTION public.case_take_back(of_round uuid, households uuid[], today date)
 RETURNS TABLE(household_id uuid, case_id uuid, because text, since date)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  were uuid[];
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  were := array(select distinct c.village_id from review_case c where c.round_id = of_round and c.household_id = any (households));
  return query
    with back as materialized (
      select l.*, c.account_id as had, coalesce(c.left_state, case when c.survey_id is null then 'listed' else 'submitted' end) as stood,
             v.account_id as usual,
             exists (select from access_grant g join area_reach a on a.over_id = g.area_id
                      where g.account_id = c.account_id and g.role = 'enumerator' and a.area_id = l.village_id
                        and g.valid_from <= today and (g.valid_until is null or today < g.valid_until)) as may
        from cases_left(of_round) l
        join review_case c on c.household_id = l.household_id and c.round_id = of_round
        join round_village v on v.round_id = of_round and v.village_id = l.village_id and v.left_on is null
       where l.household_id = any (households)),
    given as (
      select b.*, case when b.may or b.stood in ('submitted', 'accepted') then b.had else b.usual end as keeper from back b)
    update review_case c
       set village_id = g.village_id, account_id = g.keeper,
           state = case when g.stood not in ('listed', 'assigned') then g.stood when g.keeper is null then 'listed' else 'assigned' end,
           left_because = null, left_state = null, left_on = null,
           handed_from = case when g.had is not distinct from g.keeper then c.handed_from when g.keeper = c.handed_from then null
                              else coalesce(g.had, c.handed_from) end,
           handed_on = case when g.had is not distinct from g.keeper then c.handed_on when g.keeper = c.handed_from then null
                            when coalesce(g.had, c.handed_from) is null then null else today end,
           had_by = case when c.account_id is null or (g.keeper is not distinct from c.account_id and g.village_id = c.village_id) then c.had_by
                         else c.had_by || c.account_id end,
           had_in = case when c.account_id is null or (g.keeper is not distinct from c.account_id and g.village_id = c.village_id) then c.had_in
                         else c.had_in || c.village_id end,
           changed_at = now()
      from given g
     where c.household_id = g.household_id and c.round_id = of_round and c.state = 'ended'
     returning c.household_id, c.id, g.because, g.since;
  perform case_recount(array[of_round], were || array(
    select distinct c.village_id from review_case c where c.round_id = of_round and c.household_id = any (households)));
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.cases_coming_back(village uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  return (select count(*)::int from households_moved(village) m
            join review_case c on c.household_id = m.household_id
            join round_succession s on s.round_id = c.round_id and s.village_id = village
            join round r on r.id = c.round_id and r.state not in ('certificates', 'completed', 'cancelled')
           where m.untouched and m.lived and (c.state <> 'ended' or c.left_because in ('moved', 'household')));
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.cases_follow(of_round uuid, today date, withdrawn uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  household uuid;
begin
  for household in select c.household_id from review_case c join household h on h.household_id = c.household_id
                    where c.round_id = of_round and nb_holds(h.village_id)
                      and (c.left_state is not null or c.village_id <> h.village_id) order by 1 loop
    perform case_follow(household, today, withdrawn);
  end loop;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.cases_handed_on()
 RETURNS TABLE(household_id uuid, case_id uuid, round_id uuid, head_name text, village_id uuid, since date, taken_by text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select c.household_id, c.id, c.round_id, h.head_name, h.village_id, coalesce(c.left_on, c.handed_on),
           case when c.left_because is null then a.full_name end
      from review_case c
      join round r on r.id = c.round_id and r.state not in ('certificates', 'completed', 'cancelled')
      join household h on h.household_id = c.household_id
      left join account a on a.id = c.account_id
     where c.handed_from = nb_account() and c.handed_from is distinct from c.account_id
        or c.account_id = nb_account() and c.left_because = 'moved';
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.cases_left(of_round uuid)
 RETURNS TABLE(household_id uuid, village_id uuid, because text, since date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  asked uuid[] := round_asks_in(of_round);
begin
  if not exists (select from case_count k where k.round_id = of_round and k.ended > 0) then return; end if;
  return query
    select c.household_id, h.village_id, coalesce(c.left_because, 'handed_over'),
           coalesce(c.left_on, (select max(m.removed_at)::date from list_removal m where m.household_id = c.household_id and m.round_id = of_round),
                    c.changed_at::date)
      from review_case c join household h on h.household_id = c.household_id
     where c.round_id = of_round and c.state = 'ended'
       and (c.left_because is null or c.left_because not in ('class_given', 'not_surveyed'))
       and c.village_id in (select k.village_id from case_count k where k.round_id = of_round and k.ended > 0)
       and h.ended_on is null and h.village_id = any (asked) and nb_holds(h.village_id);
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.cases_moved(were review_case[], are review_case[], recounted boolean[])
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
declare
  rounds uuid[];
  villages uuid[];
begin
  with moved as materialized (
    select n.round_id, n.village_id, h.village_id as place_id, h.ended_on is not null as gone, bool_or(r.recounts) as recounts,
           sum((n.state = 'listed')::int - (w.state = 'listed')::int)::int as listed,
           sum((n.state = 'assigned')::int - (w.state = 'assigned')::int)::int as assigned,
           sum((n.state = 'submitted')::int - (w.state = 'submitted')::int)::int as submitted,
           sum((n.state = 'returned')::int - (w.state = 'returned')::int)::int as returned,
           sum((n.state = 'accepted')::int - (w.state = 'accepted')::int)::int as accepted,
           sum((n.state = 'ended')::int - (w.state = 'ended')::int)::int as ended,
           sum((n.opens is not distinct from 'poor')::int - (w.opens is not distinct from 'poor')::int)::int as opens_poor,
           sum((n.opens is not distinct from 'near_poor')::int - (w.opens is not distinct from 'near_poor')::int)::int as opens_near_poor,
           sum((n.opens is not distinct from 'average')::int - (w.opens is not distinct from 'average')::int)::int as opens_average,
           sum((n.opens is not distinct from 'not_poor')::int - (w.opens is not distinct from 'not_poor')::int)::int as opens_not_poor,
           sum((n.opens is not distinct from 'open')::int - (w.opens is not distinct from 'open')::int)::int as opens_open,
           sum((n.closes is not distinct from 'poor')::int - (w.closes is not distinct from 'poor')::int)::int as closes_poor,
           sum((n.closes is not distinct from 'near_poor')::int - (w.closes is not distinct from 'near_poor')::int)::int as closes_near_poor,
           sum((n.closes is not distinct from 'average')::int - (w.closes is not distinct from 'average')::int)::int as closes_average,
           sum((n.closes is not distinct from 'not_poor')::int - (w.closes is not distinct from 'not_poor')::int)::int as closes_not_poor,
           sum((n.closes is not distinct from 'open')::int - (w.closes is not distinct from 'open')::int)::int as closes_open
      from unnest(are) with ordinality n
      join unnest(were) with ordinality w on w.ordinality = n.ordinality
      join unnest(recounted) with ordinality r (recounts) on r.ordinality = n.ordinality
      join household h on h.household_id = n.household_id
     group by 1, 2, 3, 4 order by 2, 1, 3, 4),
  counted as (
    update case_count k set
      listed = k.listed + m.listed, assigned = k.assigned + m.assigned, submitted = k.submitted + m.submitted,
      returned = k.returned + m.returned, accepted = k.accepted + m.accepted, ended = k.ended + m.ended,
      opens_poor = k.opens_poor + m.opens_poor, opens_near_poor = k.opens_near_poor + m.opens_near_poor,
      opens_average = k.opens_average + m.opens_average, opens_not_poor = k.opens_not_poor + m.opens_not_poor,
      opens_open = k.opens_open + m.opens_open, closes_poor = k.closes_poor + m.closes_poor,
      closes_near_poor = k.closes_near_poor + m.closes_near_poor, closes_average = k.closes_average + m.closes_average,
      closes_not_poor = k.closes_not_poor + m.closes_not_poor, closes_open = k.closes_open + m.closes_open
      from moved m
     where k.round_id = m.round_id and k.village_id = m.village_id and k.place_id = m.place_id and k.gone = m.gone and not m.recounts
    returning k.round_id, k.village_id, k.place_id, k.gone)
  select array_agg(a.round_id), array_agg(a.village_id) into rounds, villages
    from (select distinct m.village_id, m.round_id from moved m
           where not exists (select from counted c where c.round_id = m.round_id and c.village_id = m.village_id
                                and c.place_id = m.place_id and c.gone = m.gone) order by 1, 2) a;
  for at in 1 .. coalesce(cardinality(rounds), 0) loop
    perform case_recount(rounds[at:at], villages[at:at]);
  end loop;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.cases_moved_on()
 RETURNS TABLE(case_id uuid, day date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select c.id, x.valid_from from review_case c join household_residence x on x.household_id = c.household_id and x.valid_until is null
     where c.handed_from = nb_account() or c.account_id = nb_account() and c.left_because = 'moved';
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.cases_strayed(rounds uuid[], by_roles text[], on_day date)
 RETURNS TABLE(round_id uuid, village_id uuid, household_ids uuid[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    with gone as materialized (
      select g.account_id from access_grant g where g.valid_until <= on_day and g.role = any (by_roles)
      union select a.id from account a where a.disabled_at is not null),
    cases as materialized (
      select c.round_id, c.village_id, c.account_id, c.household_id
        from review_case c
        join round r on r.id = c.round_id and r.state not in ('completed', 'cancelled')
        join household h on h.household_id = c.household_id and h.ended_on is null
       where c.round_id = any (rounds) and c.state = 'assigned' and c.account_id in (select g.account_id from gone g)),
    lost as materialized (
      select x.account_id, x.village_id from (select distinct c.account_id, c.village_id from cases c) x
       where nb_holds(x.village_id)
         and not exists (
           select from access_grant g join account a on a.id = g.account_id and a.disabled_at is null
             join area_reach reach on reach.over_id = g.area_id and reach.area_id = x.village_id
            where g.account_id = x.account_id and g.role = any (by_roles)
              and g.valid_from <= on_day and (g.valid_until is null or on_day < g.valid_until)))
    select c.round_id, c.village_id, array_agg(c.household_id)
      from cases c join lost l on l.account_id = c.account_id and l.village_id = c.village_id
     group by 1, 2;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.cases_unclassed(rounds uuid[])
 RETURNS TABLE(round_id uuid, household_id uuid, case_id uuid, village_id uuid, head_name text, number text, because text, since date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    with back as materialized (
      select c.round_id, c.household_id, c.id, h.village_id, h.head_name, h.number, c.left_because,
             coalesce(c.left_on, c.changed_at::date) as left_on
        from review_case c
        join round r on r.id = c.round_id and r.state in ('certificates', 'completed')
        join household h on h.household_id = c.household_id and h.ended_on is null
       where c.round_id = any (rounds) and c.left_state is not null and c.left_because not in ('class_given', 'not_surveyed')
         and c.state = 'ended'
         and not exists (select from household_class k where k.household_id = c.household_id
                          and k.valid_from >= greatest(c.left_on, r.window_from))
         and not exists (select from review_case o join round p on p.id = o.round_id
                          where o.household_id = c.household_id and o.state <> 'ended' and p.state not in ('completed', 'cancelled'))),
    own as materialized (select d.id, round_units(d.id) as units from (select distinct b.round_id as id from back b) d)
    select b.round_id, b.household_id, b.id, b.village_id, b.head_name, b.number, b.left_because, b.left_on
      from back b join own on own.id = b.round_id and b.village_id = any (own.units)
     where exists (select from round_village v join area_reach a on a.area_id = v.village_id
                    where v.round_id = b.round_id and a.over_id = b.village_id)
       and nb_holds(b.village_id);
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.certificate_correct(of_household uuid, wrong uuid, of_decision uuid, made json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from household h where h.household_id = of_household and nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  update certificate k set replaced_by = (made ->> 'id')::uuid
   where k.household_id = of_household and k.id = wrong and k.decision_id = of_decision and k.replaced_by is null;
  if not found then return false; end if;
  insert into certificate (household_id, id, home_id, decision_id, class, year, number, signed, area_id)
    select k.household_id, (made ->> 'id')::uuid, k.home_id, k.decision_id, k.class, k.year, made ->> 'number', made ->> 'signed',
           k.area_id
      from certificate k where k.household_id = of_household and k.id = wrong;
  return true;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.certificate_days(certificates uuid[])
 RETURNS TABLE(id uuid, begins date, until date, replaced_by uuid, with_household boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select p.id, p.in_force_from, p.in_force_until, p.replaced_by, coalesce(p.ended_because = 'household_ended', false)
      from certificate k join signed_paper p on p.id = k.id
     where k.id = any (certificates) and (nb_holds(k.home_id) or nb_holds(k.area_id));
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.certificate_end(of_household uuid, ended date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  paper uuid;
begin
  if not exists (select from household h where h.household_id = of_household and nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  for paper in select k.id from certificate k where k.household_id = of_household order by k.id loop
    if ended is null then
      update signed_paper p set in_force_until = p.until_before, until_before = null, ended_because = null, ended_on = null
       where p.id = paper and p.ended_because is not null;
    else
      update signed_paper p set until_before = p.in_force_until, in_force_until = greatest(ended, p.in_force_from),
                                ended_because = 'household_ended', ended_on = ended
       where p.id = paper and p.ended_because is null and p.in_force_from is not null
         and (p.in_force_until is null or p.in_force_until > ended);
    end if;
  end loop;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.certificate_make(of_decision uuid, of_year smallint, certificates json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from json_to_recordset(certificates) as c (household uuid) where not exists (
               select from household h join area_reach r on r.area_id = h.village_id
                where h.household_id = c.household and r.over_id = any (nb_areas()))) then
    raise exception 'household' using errcode = '42501';
  end if;
  insert into certificate (household_id, id, home_id, decision_id, class, year, number, signed, area_id)
    select c.household, c.id, h.village_id, of_decision, c.class, of_year, c.number, c.signed, d.area_id
      from json_to_recordset(certificates) as c (household uuid, id uuid, class text, number text, signed text)
      join household h on h.household_id = c.household
      join decision d on d.id = of_decision;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.certificate_number(of_certificate uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select k.number from certificate k
           where k.id = of_certificate
             and (nb_holds(k.home_id) or nb_holds(k.area_id)
                  or exists (select from correction c
                              where c.amends_id = k.decision_id and k.id in (c.replaced_id, c.successor_id) and nb_holds(c.area_id))));
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.certificate_replaced(of_decision uuid, households uuid[])
 RETURNS TABLE(paper uuid, until date, successor uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select k.id, n.valid_from, coalesce(nk.id, n.decision_id)
      from household_class n
      join household h on h.household_id = n.household_id
      join household_class c on c.household_id = n.household_id and c.valid_until = n.valid_from
      join certificate k on k.household_id = c.household_id and k.decision_id = c.decision_id and k.replaced_by is null
      left join certificate nk on nk.household_id = n.household_id and nk.decision_id = n.decision_id and nk.replaced_by is null
     where n.household_id = any (households)
       and (n.decision_id = of_decision or c.decision_id = of_decision)
       and nb_holds(h.village_id);
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.certificates_numbered(begins text, most integer)
 RETURNS TABLE(household_id uuid, number text, year smallint, signed text, head_name text, village_id uuid, replaced boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  areas uuid[] := nb_areas();
  bare text := ltrim(fold(begins), '0');
  under uuid[];
  looked constant int := 4000;
begin
  if bare !~ '^[1-9]' or cardinality(areas) = 0 then return; end if;
  if not exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null) then
    under := array(select distinct u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas));
  end if;
  return query
    select k.household_id, k.number, k.year, k.signed, h.head_name, h.village_id, k.replaced_by is not null
      from (select c.household_id, c.number, c.year, c.signed, c.replaced_by from certificate c
             where ltrim(split_part(c.number, '/', 1), '0') = split_part(bare, '/', 1)
               and (under is null or c.home_id = any (under)) limit looked) k
      join household h on h.household_id = k.household_id
     where starts_with(ltrim(fold(k.number), '0'), bare)
     order by k.replaced_by is not null, k.year desc, k.number, k.household_id limit most;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.chairs_on(of_area uuid, on_day date, with_ended boolean DEFAULT false)
 RETURNS TABLE(account_id uuid, full_name text, authority text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not nb_holds(of_area) then return; end if;
  return query
    select a.id, a.full_name, g.authority
      from access_grant g
      join account a on a.id = g.account_id
      join area_reach r on r.over_id = g.area_id and r.area_id = of_area
     where g.role = 'commune_chair' and g.valid_from <= on_day
       and (g.valid_until is null or on_day < g.valid_until
            or (with_ended and g.ended_by is not null and on_day = g.valid_until and g.valid_from < g.valid_until))
     group by a.id, a.full_name, g.authority
     order by array_position(array['own', 'acting', 'for_chair'], g.authority), a.full_name, a.id;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.change_maker(of_account uuid, place uuid, moment timestamp with time zone)
 RETURNS TABLE(name text, role text, area_id uuid, device text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not nb_holds(place) then return; end if;
  return query
    select a.full_name, g.role, g.area_id,
           (select l.facts ->> 'device' from audit_line l
             where l.account_id = of_account and l.at >= moment and l.at < moment + interval '1 millisecond' limit 1)
      from account a
      left join lateral (
        select x.role, x.area_id from access_grant x join area_reach r on r.over_id = x.area_id and r.area_id = place
         where x.account_id = a.id and x.valid_from <= (moment at time zone 'Asia/Ho_Chi_Minh')::date
           and (x.valid_until is null or x.valid_until > (moment at time zone 'Asia/Ho_Chi_Minh')::date)
         order by x.role in ('viewer', 'auditor', 'training_organiser'),
                  (select count(*) from area_reach u where u.area_id = x.area_id) desc, x.id limit 1) g on true
     where a.id = of_account;
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.checked_in(of_session uuid, walk_in uuid, who text, again text, at timestamp with time zone, moment timestamp without time zone)
 RETURNS TABLE(outcome text, class_id uuid, area_id uuid, title text, walk_in_id uuid, elsewhere text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me uuid := roster_self();
  held record;
  counted record;
  stands record;
begin
  select s.class_id, s.area_id, lower(s.during) as begins into held from class_session s where s.id = of_session;
  if not found then return; end if;
  -- Whoever marks, counts or closes holds the class: what they did is seen below.
  perform from training_class c where c.id = held.class_id for key share;
  select c.title, c.state into stands from training_class c where c.id = held.class_id;
  title := stands.title; class_id := held.class_id; area_id := held.area_id;
  select n.closed, n.heads into counted from session_count n where n.session_id = of_session order by n.number desc limit 1;
  if stands.state <> 'running' or coalesce(counted.closed, false) then
    outcome := 'closed'; return next; return;
  end if;
  if me is not null and exists (select from class_seat t where t.class_id = held.class_id and t.official_id = me and t.state = 'enrolled') then
    select m.mark, m.number into stands from attendance_mark m
     where m.session_id = of_session and m.official_id = me order by m.number desc limit 1;
    outcome := case when coalesce(stands.mark, '') in ('present', 'late', 'half') then 'already'
                    when moment > held.begins then 'late' else 'in' end;
    if outcome <> 'already' then
      select c.title into elsewhere from session_come(of_session, array[me]) c limit 1;
      if elsewhere is not null then
        outcome := 'elsewhere'; return next; return;
      end if;
      insert into attendance_mark (session_id, class_id, area_id, official_id, number, mark, how, after_count, because, made_by, made_name, made_at)
      values (of_session, held.class_id, held.area_id, me, 1 + coalesce(stands.number, 0),
              case outcome when 'late' then 'late' else 'present' end, 'code', counted.heads is not null,
              case when stands.number is null then '' else again end, nb_account(), who, at)
      on conflict do nothing;
    end if;
    return next; return;
  end if;
  insert into class_walk_in (id, session_id, class_id, area_id, account_id, full_name, state, official_id, made_at)
  values (walk_in, of_session, held.class_id, held.area_id, nb_account(), who, 'offered', me, at)
  on conflict (session_id, account_id) where state <> 'undone' do nothing;
  select w.id, w.state into stands from class_walk_in w
   where w.session_id = of_session and w.account_id = nb_account() and w.state <> 'undone';
  outcome := case when stands.state = 'offered' then 'walk_in' else 'already' end;
  walk_in_id := stands.id;
  return next;
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.class_clashes(ids uuid[], spans tsrange[], but uuid[])
 RETURNS TABLE(id uuid, wanted tsrange, during tsrange, class_id uuid, code text, title text, area_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with asked as (select a.id, a.span from unnest(ids, spans) as a (id, span)),
  told as materialized (
    select d.id from (select distinct a.id from asked a) d
     where exists (select from trainer t where coalesce(t.official_id, t.id) = d.id and (nb_holds(t.area_id) or unit_above_mine(t.area_id)))
        or exists (select from official o where o.id = d.id and nb_holds(o.unit_id))
        or exists (select from class_seat k where k.official_id = d.id and (nb_holds(k.area_id) or nb_holds(k.from_id))))
  select a.id, a.span, s.during, c.id, c.code, c.title, c.area_id
    from asked a join class_session s on s.hall_id = a.id and s.during && a.span and s.stands and s.id <> all (but)
    join training_class c on c.id = s.class_id
  union all
  select a.id, a.span, p.during, c.id, c.code, c.title, c.area_id
    from asked a join session_person p on p.person = a.id and p.during && a.span and p.stands and p.session_id <> all (but)
    join class_session s on s.id = p.session_id join training_class c on c.id = s.class_id
   where a.id in (select t.id from told t)
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.class_completed(of_class uuid, turns uuid[], people uuid[], of_day date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  done integer;
begin
  insert into training_turn (id, class_id, area_id, official_id, from_id, completed_on, post, sex, ethnicity, level)
  select t.id, c.id, c.area_id, s.official_id, s.from_id, of_day,
         (select a.post from appointment a join post p on p.id = a.post
           where a.official_id = s.official_id and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until)
           order by a.area_id <> s.from_id, p.place limit 1),
         o.sex, o.ethnicity,
         (select v.level from area_version v where v.area_id = c.area_id and v.valid_from <= of_day
           order by v.valid_from desc limit 1)
    from unnest(turns, people) as t (id, person) join training_class c on c.id = of_class
    join class_seat s on s.class_id = c.id and s.state = 'enrolled' and s.official_id = t.person join official o on o.id = s.official_id
   where nb_holds(c.area_id);
  get diagnostics done = row_count;
  return done;
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.class_elsewhere(of_class uuid, moment timestamp without time zone)
 RETURNS TABLE(session_id uuid, person uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.id, p.person
    from training_class c join class_session s on s.class_id = c.id and lower(s.during) > moment
    join class_seat k on k.class_id = c.id and k.state = 'enrolled'
    join session_person p on p.person = k.official_id and p.during && s.during and p.session_id <> s.id and p.stands
   where c.id = of_class and (nb_holds(c.area_id) or unit_above_mine(c.area_id))
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.class_learners(of_class uuid)
 RETURNS TABLE(official_id uuid, full_name text, from_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.official_id, o.full_name, s.from_id
    from training_class c join class_seat s on s.class_id = c.id and s.state = 'enrolled' join official o on o.id = s.official_id
   where c.id = of_class and nb_holds(c.area_id)
$function$;

-- room: tests
CREATE OR REPLACE FUNCTION public.class_of_test(test uuid)
 RETURNS TABLE(off boolean, was_completed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.state = 'cancelled', exists (select from class_step s where s.class_id = c.id and s.to_state = 'completed')
    from class_test t join training_class c on c.id = t.class_id where t.id = test and (is_my_test(t.id) or nb_holds(t.area_id))
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.class_seated(of_class uuid, moment timestamp without time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from training_class c where c.id = of_class for update;
  update training_class c set taken = (select count(*) from class_seat k where k.class_id = of_class and k.state = 'enrolled')
   where c.id = of_class;
  delete from session_person p using class_session s
   where s.class_id = of_class and p.session_id = s.id and p.role = 'learner' and lower(s.during) > moment
     and not exists (select from class_seat k where k.class_id = of_class and k.official_id = p.person and k.state = 'enrolled');
  insert into session_person (session_id, area_id, during, stands, person, role)
    select s.id, s.area_id, s.during, s.stands, k.official_id, 'learner'
      from class_session s join class_seat k on k.class_id = s.class_id and k.state = 'enrolled'
     where s.class_id = of_class and lower(s.during) > moment
       and not exists (select from session_person p where p.session_id = s.id and p.person = k.official_id)
       and (s.id, k.official_id) not in (select e.session_id, e.person from class_elsewhere(of_class, moment) e);
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.class_seats_add(seats jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into class_seat (id, class_id, area_id, official_id, from_id, state, made_by)
    select n.id, n.class_id, c.area_id, n.official_id, n.from_id, n.state, nb_account()
      from jsonb_to_recordset(seats) as n (id uuid, class_id uuid, official_id uuid, from_id uuid, state text)
      join training_class c on c.id = n.class_id
     where nb_holds(n.from_id) or nb_holds(c.area_id);
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.class_seats_set(ids uuid[], to_state text, why text, follower uuid, until_day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update class_seat k set state = to_state, because = why, followed_by = follower, offer_until = until_day, revision = k.revision + 1
   where k.id = any (ids) and (nb_holds(k.from_id) or nb_holds(k.area_id));
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.class_seats_settled(of_class uuid, moment timestamp without time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform class_seated(of_class, moment) from training_class c where c.id = of_class and (nb_holds(c.area_id) or unit_above_mine(c.area_id));
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.class_succeed(of_decision uuid, of_standard text, classes json)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ended integer;
begin
  if exists (select from json_to_recordset(classes) as n (household uuid, village uuid) where not exists (
               select from household h join area_reach r on r.area_id in (n.village, h.village_id)
                where h.household_id = n.household and r.over_id = any (nb_areas()))) then
    raise exception 'household' using errcode = '42501';
  end if;
  update household_class c set valid_until = n.begins
    from json_to_recordset(classes) as n (household uuid, begins date, ends date)
   where c.household_id = n.household and c.valid_from = n.ends
     and exists (select from household h join area_reach r on r.area_id in (c.village_id, h.village_id)
                  where h.household_id = c.household_id and r.over_id = any (nb_areas()));
  get diagnostics ended = row_count;
  insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, valid_until, decision_id,
                               verdict_id)
    select n.household, n.id, n.village, h.village_id, n.class, of_standard, n.begins, n.until, of_decision, n.verdict
      from json_to_recordset(classes) as n (household uuid, id uuid, village uuid, class text, begins date, until date, verdict uuid)
      join household h on h.household_id = n.household;
  return ended;
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.class_to_seat(of_class uuid, of_unit uuid, on_day date)
 RETURNS TABLE(area_id uuid, state text, title text, seats smallint, taken smallint, offered integer, quota smallint, sent integer, begins timestamp without time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from training_class c
    where c.id = of_class and (nb_holds(c.area_id) or c.state <> 'planned' and unit_above_mine(c.area_id)) for update;
  if not found then return; end if;
  return query
    select c.area_id, c.state, c.title, c.seats, c.taken,
           (select count(*)::int from class_seat k where k.class_id = c.id and k.state = 'offered' and k.offer_until >= on_day),
           (select q.seats from class_quota q where q.class_id = c.id and q.from_id = of_unit),
           (select count(*)::int from class_seat k where k.class_id = c.id and k.from_id = of_unit
              and (k.state = 'enrolled' or k.state = 'offered' and k.offer_until >= on_day)),
           (select min(lower(s.during)) from class_session s where s.class_id = c.id)
      from training_class c where c.id = of_class;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.commune_contacts(communes uuid[], on_day date)
 RETURNS TABLE(area_id uuid, full_name text, phone text, vi text, en text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  mine uuid[] := nb_areas();
begin
  return query
    select distinct on (a.area_id) a.area_id, o.full_name, o.phone, p.vi, p.en
      from appointment a join official o on o.id = a.official_id join post p on p.id = a.post
     where a.area_id = any (communes) and a.post in ('specialist', 'leader') and o.phone is not null
       and a.valid_from <= on_day and (a.valid_until is null or on_day < a.valid_until)
       and (exists (select from area_reach r where r.over_id = a.area_id and r.area_id = any (mine))
            or exists (select from area_reach r where r.area_id = a.area_id and r.over_id = any (mine)))
       and not exists (select from appointment d where d.official_id = a.official_id and d.ended_because = 'died' and d.valid_until <= on_day)
     order by a.area_id, a.post = 'specialist' desc, array_position(array['own', 'acting', 'deputy'], a.standing), a.valid_from, a.id;
end $function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.correction_ground(of_decision uuid, of_household uuid)
 RETURNS TABLE(class text, verdict_id uuid, content jsonb, home_id uuid, certificate_id uuid, number text, year smallint, entry_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not decision_reached(of_decision) then return; end if;
  return query
    select e.class, e.verdict_id, coalesce(c.after -> 'content', e.content), e.home_id, k.id, k.number, k.year, e.id
      from decision_entry e
      left join certificate k on k.household_id = e.household_id and k.decision_id = e.decision_id and k.replaced_by is null
      left join correction c on c.successor_id = k.id
     where e.decision_id = of_decision and e.household_id = of_household and (nb_holds(e.area_id) or nb_holds(e.home_id));
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.correction_hold(of_decision uuid, of_household uuid)
 RETURNS date
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ended date;
begin
  if not decision_reached(of_decision)
     or not exists (select from decision_entry e where e.decision_id = of_decision and e.household_id = of_household
                       and (nb_holds(e.area_id) or nb_holds(e.home_id))) then
    raise exception 'decision' using errcode = '42501';
  end if;
  select h.ended_on into ended from household h where h.household_id = of_household for no key update;
  return ended;
end
$function$;

-- room: credentials
CREATE OR REPLACE FUNCTION public.credential_last(credential uuid, as_issued date)
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select greatest(as_issued, (select max(e.last_day) from credential_extended x join credential_extension e on e.id = x.extension_id
                               where x.credential_id = credential and e.withdrawn_on is null))
$function$;

-- room: credentials
CREATE OR REPLACE FUNCTION public.credential_standing(accounts uuid[], standard text, of_day date)
 RETURNS TABLE(account_id uuid, state text, last_day date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select distinct on (a.id) a.id,
           case when o.id is null then 'no_record' when c.state is not null and fold(o.full_name) <> fold(w.full_name) then 'other_name'
                else coalesce(c.state, 'none') end, c.last
      from unnest(accounts) as a (id) join account w on w.id = a.id left join official o on o.account_id = a.id
      left join lateral (
        select s.last,
               case when s.revoked_on <= of_day then 'revoked' when s.valid_from > of_day then 'coming'
                    when s.last >= of_day then 'valid' else 'expired' end as state
          from (select k.*, credential_last(k.id, k.last_day) as last from credential k
                 where k.official_id = o.id and k.standard_id = standard
                   and not exists (select from credential r where r.replaces_id = k.id)) s) c on true
     where a.id = nb_account() or account_touches(a.id)
     order by a.id, array_position(array['valid', 'coming', 'expired', 'revoked'], c.state), c.last desc;
end
$function$;

-- room: credentials
CREATE OR REPLACE FUNCTION public.credentials_joined(kept uuid, former uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- What was entered on both from one document stands once.
  update credential c set revoked_on = c.made_on, revoked_because = 'Ghi hai lần cho một người'
   where c.official_id = former and c.basis <> 'turn' and c.revoked_on is null and c.replaces_id is null
     and exists (select from credential k where k.official_id = kept and k.line_id = c.line_id and k.basis = c.basis
                    and k.completed_on = c.completed_on and k.replaces_id is null and k.revoked_on is null);
  update credential c set official_id = kept where c.official_id = former;
  update credential_extended x set official_id = kept where x.official_id = former;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decision_fill(of_decision uuid, of_day date)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  of_round uuid;
  households uuid[];
  verdicts uuid[];
begin
  select e.round_id, array_agg(e.household_id), array_agg(e.verdict_id) into of_round, households, verdicts
    from decision_entry e where e.decision_id = of_decision group by e.round_id;
  update decision_entry e set place = t.place, content = t.content
    from (select n.household_id, n.content, row_number() over (order by
                   array_position(array['poor', 'near_poor', 'average', 'not_poor'], d.class), n.ordinality) as place
            from entry_texts(of_round, of_day, households, verdicts) with ordinality as n (household_id, content, village_id, ordinality)
            join decision_entry d on d.household_id = n.household_id and d.decision_id = of_decision) t
   where e.household_id = t.household_id and e.decision_id = of_decision;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decision_fix_verdicts(of_decision uuid, fixed json)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  done integer;
begin
  if not exists (select from decision d where d.id = of_decision and nb_holds(d.area_id)) then
    raise exception 'decision' using errcode = '42501';
  end if;
  update verdict v set reasons = f.reasons
    from json_to_recordset(fixed) as f (household uuid, verdict uuid, reasons json)
   where v.household_id = f.household and v.id = f.verdict and v.reasons is null
     and exists (select from decision_entry e where e.household_id = v.household_id and e.verdict_id = v.id
                    and e.decision_id = of_decision);
  get diagnostics done = row_count;
  return done;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decision_list(of_decision uuid, of_round uuid, entries json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from (select distinct village from json_to_recordset(entries) as e (village uuid)) v
              where not nb_holds(v.village)) then
    raise exception 'village' using errcode = '42501';
  end if;
  insert into decision_entry (household_id, id, decision_id, round_id, village_id, verdict_id, class, class_before, movement,
                              members, place, content, area_id, home_id)
    select e.household, e.id, of_decision, of_round, e.village, e.verdict, e.class, e.before, e.movement, e.members, e.place,
           e.content, r.area_id, h.village_id
      from json_to_recordset(entries) as e (household uuid, id uuid, village uuid, verdict uuid, class text, before text,
           movement text, members smallint, place integer, content jsonb)
      join household h on h.household_id = e.household
      join round r on r.id = of_round;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decision_reached(of_decision uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one record;
begin
  select d.area_id, d.state into one from decision d where d.id = of_decision;
  if not found then return false; end if;
  if nb_holds(one.area_id) then return true; end if;
  if exists (select from correction c where c.amends_id = of_decision and nb_holds(c.area_id)) then return true; end if;
  return one.state = 'in_force' and exists (
    select from (select distinct e.home_id from decision_entry e where e.decision_id = of_decision) h
      join area_reach r on r.area_id = h.home_id
      join area_version v on v.area_id = r.over_id and v.level = 3
     where nb_holds(r.over_id));
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decision_round(of_decision uuid)
 RETURNS SETOF round
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query select r.* from decision d join round r on r.id = d.round_id
                where d.id = of_decision and decision_reached(of_decision);
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decision_rows_follow(of_household uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  home uuid := (select h.village_id from household h where h.household_id = of_household);
begin
  update household_class c set home_id = home where c.household_id = of_household;
  update certificate c set home_id = home where c.household_id = of_household;
  update decision_entry e set home_id = home where e.household_id = of_household;
  update correction c set subject_home_id = home where c.subject_kind = 'household' and c.subject_id = of_household;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decision_shown(of_decision uuid)
 RETURNS SETOF decision
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query select d.* from decision d where d.id = of_decision and decision_reached(of_decision);
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decision_size(of_decision uuid)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select count(*)::int from decision_entry e where e.decision_id = of_decision and decision_reached(of_decision));
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decision_unseen(of_decision uuid)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  reached uuid[] := array(select distinct a.area_id from area_reach a where a.over_id = any (nb_areas()));
begin
  return (select count(*)::int from decision_entry e
            join household h on h.household_id = e.household_id
           where e.decision_id = of_decision and (e.village_id <> all (reached) or h.village_id <> all (reached))
             and exists (select from decision d where d.id = of_decision and nb_holds(d.area_id)));
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decision_verdicts(of_decision uuid)
 RETURNS TABLE(household_id uuid, verdict_id uuid, purpose text, codes text, line jsonb, facts jsonb, surveyed_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from decision d where d.id = of_decision and nb_holds(d.area_id)) then return; end if;
  return query
    select v.household_id, v.id, v.purpose, v.codes,
           jsonb_build_object('class', v.class, 'possible', to_jsonb(string_to_array(coalesce(v.possible, v.class), ',')), 'b1', v.b1, 'b2', v.b2,
                              'lacking', to_jsonb(string_to_array(coalesce(v.lacking, ''), ','))),
           s.facts::jsonb, s.surveyed_on
      from decision_entry e
      join verdict v on v.household_id = e.household_id and v.id = e.verdict_id
      join survey s on s.household_id = v.household_id and s.id = v.survey_id
     where e.decision_id = of_decision and v.reasons is null;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decisions_elsewhere(begins text)
 RETURNS TABLE(id uuid, number text, signed_on date, area_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  held uuid[] := array(select distinct u.id from area_within w cross join unnest(w.area_ids) as u (id)
                        where w.over_id = any (nb_areas()) and cardinality(w.area_ids) < 1000);
begin
  return query
    select d.id, d.number, d.signed_on, d.area_id
      from (select distinct e.decision_id from decision_entry e
             where e.home_id = any (held) and not e.area_id = any (held)) o
      join decision d on d.id = o.decision_id
     where d.state = 'in_force' and starts_with(ltrim(fold(d.number), '0'), ltrim(begins, '0'));
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decisions_resting(unit uuid)
 RETURNS TABLE(id uuid, kind text, state text, number text, signed_on date, area_id uuid, registered_at timestamp with time zone, about text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  former uuid := (select v.parent_id from area_version v where v.area_id = unit order by v.valid_from desc limit 1);
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  return query
    with moved as materialized (select m.household_id, m.acted_at, m.lived from households_moved(unit) m),
    -- A village that stood before is named by decisions of its own time.
    begun as (select where not exists (select from area_succession s where s.from_id = unit))
    select distinct d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, p.registered_at, null::text
      from moved m join decision_entry e on e.household_id = m.household_id
      join decision d on d.id = e.decision_id and d.state in ('printed', 'in_force')
      join signed_paper p on p.id = d.id and p.registered_at > m.acted_at
    union
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, p.registered_at, null
      from moved m join correction c on c.subject_kind = 'household' and c.subject_id = m.household_id and c.state = 'in_force'
      join signed_paper p on p.id = c.id and p.registered_at > m.acted_at
    union
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, c.drafted_at, h.head_name
      from moved m join correction c on c.subject_kind = 'household' and c.subject_id = m.household_id and c.state = 'drafted'
      join household h on h.household_id = m.household_id
     where m.lived and c.area_id <> former
       and not exists (select from area_reach r where r.area_id = former and r.over_id = c.area_id)
    union
    select d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, d.drafted_at, null
      from decision d, begun
     where d.state <> 'withdrawn'
       and (d.area_id = unit or d.id in (select e.decision_id from decision_entry e where e.village_id = unit))
    union
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, c.drafted_at, h.head_name
      from correction c join household h on h.household_id = c.subject_id, begun where c.state <> 'withdrawn' and c.area_id = unit
    order by 7 desc;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decisions_return(village uuid, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  been uuid[];
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  been := array(select distinct c.home_id from household_class c join household h on h.household_id = c.household_id
                 where h.village_id = village and c.home_id <> village);
  update household_class c set home_id = village from household h
   where h.village_id = village and c.household_id = h.household_id and c.home_id <> village;
  update certificate c set home_id = village from household h
   where h.village_id = village and c.household_id = h.household_id and c.home_id <> village;
  update decision_entry e set home_id = village from household h
   where h.village_id = village and e.household_id = h.household_id and e.home_id <> village;
  update correction c set subject_home_id = village from household h
   where h.village_id = village and c.subject_kind = 'household' and h.household_id = c.subject_id and c.subject_home_id <> village;
  if cardinality(been) > 0 then perform register_recount_homes('{}', been || village, today); end if;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decisions_signed_after(of_household uuid, of_day date)
 RETURNS TABLE(id uuid, kind text, number text, "signedOn" date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from household h where h.household_id = of_household and nb_holds(h.village_id)) then return; end if;
  return query
    select d.id, 'decision', d.number, d.signed_on
      from decision_entry e join decision d on d.id = e.decision_id and d.state = 'in_force' and d.signed_on > of_day
     where e.household_id = of_household
     order by d.signed_on desc, d.id;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decisions_since(of_household uuid, since timestamp with time zone)
 RETURNS TABLE(id uuid, kind text, state text, number text, signed_on date, area_id uuid, registered_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from household h where h.household_id = of_household and nb_holds(h.village_id)) then return; end if;
  return query
    select d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, p.registered_at
      from decision_entry e
      join decision d on d.id = e.decision_id and d.state in ('printed', 'in_force')
      join signed_paper p on p.id = d.id and p.registered_at > since
     where e.household_id = of_household
    union all
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, p.registered_at
      from correction c
      join signed_paper p on p.id = c.id and p.registered_at > since
     where c.subject_kind = 'household' and c.subject_id = of_household and c.state = 'in_force'
     order by 7 desc;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decisions_succeed(village uuid, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  followed boolean;
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  update household_class c set home_id = h.village_id from household h
   where c.home_id = village and h.household_id = c.household_id and h.village_id <> village;
  followed := found;
  update certificate c set home_id = h.village_id from household h
   where c.home_id = village and h.household_id = c.household_id and h.village_id <> village;
  update decision_entry e set home_id = h.village_id from household h
   where e.home_id = village and h.household_id = e.household_id and h.village_id <> village;
  update correction c set subject_home_id = h.village_id from household h
   where c.subject_home_id = village and c.subject_kind = 'household' and h.household_id = c.subject_id and h.village_id <> village;
  if followed then
    perform register_recount_homes('{}', array(select village union select s.to_id from area_succession s where s.from_id = village), today);
  end if;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.decisions_under(unit uuid, since timestamp with time zone)
 RETURNS TABLE(id uuid, kind text, state text, number text, signed_on date, area_id uuid, registered_at timestamp with time zone, about text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  villages uuid[];
  above uuid[];
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  villages := array(select r.area_id from area_reach r where r.over_id = unit);
  above := areas_over_since(unit);
  return query
    select d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, p.registered_at, null::text
      from decision d join signed_paper p on p.id = d.id and p.registered_at > since
     where d.area_id = any (above) and d.state in ('printed', 'in_force')
       and exists (select from decision_entry e where e.decision_id = d.id and e.home_id = any (villages))
    union all
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, p.registered_at, null
      from correction c join signed_paper p on p.id = c.id and p.registered_at > since
     where c.area_id = any (above) and c.state = 'in_force' and c.subject_home_id = any (villages)
    union all
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, c.drafted_at, h.head_name
      from correction c join household h on h.household_id = c.subject_id
     where c.area_id = any (above) and c.state = 'drafted' and c.subject_home_id = any (villages)
    order by 7 desc;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.entry_contents(of_round uuid, of_day date, households uuid[], verdicts uuid[], fixed uuid DEFAULT NULL::uuid)
 RETURNS TABLE(household_id uuid, content jsonb, village_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from round r where r.id = of_round and nb_holds(r.area_id))
     and (select count(*) from household h where h.household_id = any (households) and nb_holds(h.village_id))
         < (select count(distinct x.id) from unnest(households) as x (id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  return query select * from entry_texts(of_round, of_day, households, verdicts, fixed);
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.entry_texts(of_round uuid, of_day date, households uuid[], verdicts uuid[], fixed uuid DEFAULT NULL::uuid)
 RETURNS TABLE(household_id uuid, content jsonb, village_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  return query
  with since as materialized (select * from happened_since(households, of_day, fixed)),
  headed as (
    select distinct on (e.household_id) e.household_id, (e.facts->>'fromPerson')::uuid as person, e.facts->>'from' as name
      from household_event e
     where e.household_id = any (households) and e.kind = 'head_changed' and e.undone_by is null and e.happened_on >= of_day
       and (e.happened_on > of_day or e.id in (select x.id from since x where x.what = 'headed'))
     order by e.household_id, e.happened_on, e.created_at),
  -- Who was head then is called as the register calls him by now, as among the members.
  change as (
    select c.household_id, c.person, coalesce(k.name, c.name) as name
      from headed c
      left join lateral (select m.full_name as name from member m
                          where m.household_id = c.household_id and m.person_id = c.person
                          order by m.joined_on desc limit 1) k on true),
  present as (
    select m.household_id, jsonb_agg(jsonb_build_object('name', m.full_name, 'birthYear', m.birth_year, 'sex', m.sex,
             'relation', case when m.person_id = coalesce(c.person, h.head_person_id) then 'head'
                              when c.household_id is not null then o.relation
                              when m.relation = 'head' then 'other' else m.relation end,
             'ethnicity', m.ethnicity)
             order by m.person_id <> coalesce(c.person, h.head_person_id), m.birth_year, m.birth_month, m.birth_day, m.id) as list
      from household h
      join member m on m.household_id = h.household_id
      left join change c on c.household_id = h.household_id
      left join relations_on(households, of_day, fixed) o on o.household_id = m.household_id and o.member_id = m.id
     where h.household_id = any (households) and m.joined_on <= of_day
       and (m.left_on is null or m.left_on > of_day or m.id in (select x.id from since x where x.what = 'went'))
       and m.id not in (select x.id from since x where x.what = 'came')
     group by m.household_id),
  home as (
    -- Address and village of one dwelling: what was of different days or villages named a place that there is not.
    select h.household_id, case when r.id is null then h.address else r.address end as address,
           coalesce(r.village_id, h.village_id) as village_id
      from review_case c
      join household h on h.household_id = c.household_id
      left join household_residence r on r.household_id = c.household_id
            and case when exists (select from since x where x.household_id = c.household_id and x.what = 'moved')
                     then r.valid_from < of_day and r.valid_until = of_day
                     else r.valid_from <= of_day and (r.valid_until is null or r.valid_until > of_day) end
     where c.round_id = of_round and c.household_id = any (households)),
  villages as (
    select distinct on (v.area_id) v.area_id, v.name from area_version v
     where v.area_id in (select n.village_id from home n)
     order by v.area_id, (v.valid_from <= of_day) desc, v.valid_from desc)
  select h.household_id, jsonb_build_object(
           'head', coalesce(b.name, h.head_name), 'address', n.address, 'village', v.name,
           'members', coalesce(p.list, '[]'),
           'merit', coalesce(jsonb_path_exists(s.facts::jsonb, '$.members[*] ? (@.merit == true)'), false),
           'noLabour', coalesce(jsonb_path_exists(s.facts::jsonb, '$.members[*]')
             and not jsonb_path_exists(s.facts::jsonb, '$.members[*] ? (!(@.canWork == false))'), false),
           'supports', coalesce(s.facts->'support', '[]')::jsonb), n.village_id
    from household h
    join unnest(households, verdicts) as a (household_id, verdict_id) on a.household_id = h.household_id
    join home n on n.household_id = h.household_id
    join villages v on v.area_id = n.village_id
    left join change b on b.household_id = h.household_id
    left join present p on p.household_id = h.household_id
    left join verdict o on o.household_id = h.household_id and o.id = a.verdict_id
    left join survey s on s.household_id = o.household_id and s.id = o.survey_id
   order by v.name collate vietnamese, n.village_id, given_name(coalesce(b.name, h.head_name)) collate vietnamese,
            coalesce(b.name, h.head_name) collate vietnamese, h.number collate vietnamese, h.household_id;
end
$function$;

-- room: field
CREATE OR REPLACE FUNCTION public.field_author(of_device uuid, made date)
 RETURNS TABLE(account_id uuid, full_name text, login text, data_key text, state text, stated_at timestamp with time zone, kept_on date, grants jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;

-- room: field
CREATE OR REPLACE FUNCTION public.field_device_said(of_device uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select d.state from field_device d where d.id = of_device
$function$;

-- room: field
CREATE OR REPLACE FUNCTION public.field_device_signed_out(of_device uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ended int;
begin
  update session s set ended_at = now() from field_device d
   where d.id = of_device and s.account_id = d.account_id and s.ended_at is null
     and (d.area_id = any (nb_units()) or nb_holds(d.area_id));
  get diagnostics ended = row_count;
  return ended;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.figure_places(of_area uuid, on_day date, units date, today date)
 RETURNS TABLE(id uuid, part_id uuid, told boolean, households integer, poor integer, near_poor integer, average integer, not_poor integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  base text := (select p.path from area_path p
                 where p.area_id = of_area and p.valid_from <= units and (p.valid_until is null or units < p.valid_until));
  -- Communes that a village has left since, come to, ended or begun in.
  moved uuid[];
  behind uuid[];
begin
  if units > today or not exists (select from area_version v where v.area_id = of_area and v.level < 3) then
    return query
      select p.area_id, coalesce(nullif(split_part(substr(p.path, length(base) + 2), '/', 1), ''), p.area_id::text)::uuid, false,
             null::int, null::int, null::int, null::int, null::int
        from area_path p
       where (p.path = base or (p.path ~>=~ (base || '/') and p.path ~<~ (base || '0')))
         and p.valid_from <= units and (p.valid_until is null or units < p.valid_until);
    return;
  end if;
  behind := array(select distinct b.area_id from register_behind b);
  moved := array(
    select v.parent_id from area_version v where units < today and v.valid_from > units and v.valid_from <= today and v.level = 4
    union select v.parent_id from area_version v where units < today and v.valid_until > units and v.valid_until <= today and v.level = 4);
  return query
    with commune as materialized (
      select v.area_id, case when v.parent_id = of_area then v.area_id else v.parent_id end as up
        from area_version v where v.level = 3 and v.valid_from <= units and (v.valid_until is null or units < v.valid_until)),
    part as materialized (
      select u.up, coalesce(nullif(split_part(substr(p.path, length(base) + 2), '/', 1), ''), p.area_id::text)::uuid as part
        from (select distinct c.up from commune c) u
        join area_path p on p.area_id = u.up and p.valid_from <= units and (p.valid_until is null or units < p.valid_until)
         and (p.path = base or starts_with(p.path, base || '/'))),
    sums as materialized (
      select k.*, w.standing_hash = k.villages as whole from register_sum k join area_within w on w.over_id = k.area_id and w.standing is not null
       where k.valid_from <= on_day and (k.valid_until is null or on_day < k.valid_until)),
    asked as materialized (
      select c.area_id, p.part, coalesce(k.whole, false) and c.area_id <> all (behind) and c.area_id <> all (moved) as told,
             k.households, k.poor, k.near_poor, k.average, k.not_poor
        from commune c join part p on p.up = c.up left join sums k on k.area_id = c.area_id)
    select a.area_id, a.part, true, a.households, a.poor, a.near_poor, a.average, a.not_poor from asked a where a.told
    union all
    select v.area_id, a.part, false, null, null, null, null, null
      from asked a join area_version v on v.parent_id = a.area_id and v.level = 4 and v.valid_from <= units and (v.valid_until is null or units < v.valid_until)
     where not a.told;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.figures_elsewhere(of_area uuid, on_day date, units date)
 RETURNS TABLE(part_id uuid, class text, households bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  base text := (select p.path from area_path p
                 where p.area_id = of_area and p.valid_from <= units and (p.valid_until is null or units < p.valid_until));
  ids uuid[];
  stood uuid[];
  mains boolean[];
  parts uuid[];
  near uuid[];
begin
  with relative as materialized (
    select a.id, a.stands, a.main,
           case when p.path = base or starts_with(p.path, base || '/')
                then coalesce(nullif(split_part(substr(p.path, length(base) + 2), '/', 1), ''), p.area_id::text)::uuid end as part
      from area_relatives(units) a
      join area_path p on p.area_id = a.stands and p.valid_from <= units and (p.valid_until is null or units < p.valid_until)),
  about as (select f.id from relative f group by f.id having bool_or(f.part is not null))
  select array_agg(f.id), array_agg(f.stands), array_agg(f.main), array_agg(f.part), array_agg(distinct f.id)
    into ids, stood, mains, parts, near
    from relative f where f.id in (select a.id from about a);
  if near is null then return; end if;
  return query
    with relative as materialized (
      select * from unnest(ids, stood, mains, parts) as f (id, stands, main, part)),
    lived as materialized (
      select r.household_id, r.village_id from household_residence r
       where r.village_id = any (near) and r.valid_until > on_day and r.valid_from <= on_day
      union all
      select r.household_id, r.village_id from household_residence r
       where r.home_id = any (near) and r.village_id = any (near) and r.valid_until is null and r.valid_from <= on_day),
    counted as materialized (
      select t.part, c.class, count(*) as n
        from lived l
        join household h on h.household_id = l.household_id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
        left join household_residence u on u.household_id = l.household_id
              and u.valid_from <= units and (u.valid_until is null or units < u.valid_until)
       cross join lateral (
         select f.part from relative f where f.id = l.village_id and (f.main or f.stands = u.village_id)
          order by f.stands = u.village_id desc nulls last limit 1) t
        left join household_class c on c.household_id = h.household_id
              and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)
       where t.part is not null group by 1, 2)
    select k.part, null::text, sum(k.n)::bigint from counted k group by 1
    union all
    select k.part, k.class, k.n from counted k where k.class is not null;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.figures_ended(before uuid[], places uuid[], parts uuid[], on_day date)
 RETURNS TABLE(part_id uuid, class text, households bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  return query
    with kept as materialized (
      select u.part_id, sum(k.households) as households, sum(k.poor) as poor, sum(k.near_poor) as near_poor, sum(k.average) as average,
             sum(k.not_poor) as not_poor
        from unnest(places, parts) as u (id, part_id) join unnest(before) as b (id) on b.id = u.id
        join register_past k on k.village_id = u.id and k.day = on_day group by 1)
    select k.part_id, x.class, x.n from kept k,
           lateral (values (null, k.households), ('poor', k.poor), ('near_poor', k.near_poor), ('average', k.average),
                           ('not_poor', k.not_poor)) as x (class, n)
     where x.n > 0;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.figures_from_rows(before uuid[], places uuid[], parts uuid[], on_day date)
 RETURNS TABLE(part_id uuid, class text, households bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  return query
    with place as materialized (
      select u.id, u.part_id from unnest(places, parts) as u (id, part_id) join unnest(before) as b (id) on b.id = u.id),
    counted as materialized (
      select p.part_id, c.class, count(*) as n
        from household_residence r
        join place p on p.id = r.village_id
        join household h on h.household_id = r.household_id
        left join household_class c on c.household_id = h.household_id
         and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)
       where r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until)
         and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
       group by 1, 2)
    select k.part_id, null, sum(k.n)::bigint from counted k group by 1
    union all
    select k.part_id, k.class, k.n from counted k where k.class is not null;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.figures_of(of_area uuid, on_day date, units date, today date)
 RETURNS TABLE(part_id uuid, class text, households bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  -- Of communes that are told, their sums; of the others the villages.
  places uuid[];
  parts uuid[];
  before uuid[];
  -- The end of a year that has passed is kept (`register_past`).
  base date := case when extract(year from on_day) between 2021 and extract(year from today) - 1
                    then make_date(extract(year from on_day)::int, 12, 31) else today end;
  sums json;
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  with place as materialized (select * from figure_places(of_area, on_day, units, today)),
  told as (
    select p.part_id, sum(p.households) as households, sum(p.poor) as poor, sum(p.near_poor) as near_poor, sum(p.average) as average,
           sum(p.not_poor) as not_poor
      from place p where p.told group by 1)
  select (select json_agg(t) from told t), (select array_agg(p.id) from place p where not p.told),
         (select array_agg(p.part_id) from place p where not p.told)
    into sums, places, parts;
  return query
    with counted as (
      select * from json_to_recordset(sums) as t (part_id uuid, households bigint, poor bigint, near_poor bigint, average bigint, not_poor bigint)
      union all
      select u.part_id, sum(k.households)::bigint, sum(k.poor)::bigint, sum(k.near_poor)::bigint, sum(k.average)::bigint, sum(k.not_poor)::bigint
        from unnest(places, parts) as u (id, part_id)
        join register_count k on k.area_id = u.id and k.valid_from <= on_day and (k.valid_until is null or on_day < k.valid_until)
       group by 1)
    select c.part_id, x.class, x.n from counted c,
           lateral (values (null, c.households), ('poor', c.poor), ('near_poor', c.near_poor), ('average', c.average),
                           ('not_poor', c.not_poor)) as x (class, n)
     where x.n > 0;
  if places is not null then
    before := array(select k.area_id from register_count k where k.area_id = any (places) and k.step = 0 and on_day < k.valid_from);
    if cardinality(before) > 0 and on_day = base and on_day < today then
      return query select * from figures_ended(before, places, parts, on_day);
    elsif cardinality(before) > 0 then
      return query select * from figures_since(before, places, parts, on_day, base);
    end if;
  end if;
  if on_day <> units or units > today then
    return query select * from figures_elsewhere(of_area, on_day, units);
  end if;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.figures_since(before uuid[], places uuid[], parts uuid[], on_day date, base date)
 RETURNS TABLE(part_id uuid, class text, households bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  few constant int := 20000;
  changed uuid[] := array(
    select k.household_id from (
      select r.household_id from unnest(before) as b (id) join household_residence r on r.home_id = b.id and r.valid_from > on_day
      union
      select r.household_id from unnest(before) as b (id) join household_residence r on r.village_id = b.id and r.valid_until > on_day
      union
      select h.household_id from unnest(before) as b (id) join household h on h.village_id = b.id and h.ended_on > on_day) k
     limit few + 1);
  apart uuid[] := changed || array(
    select h.household_id from unnest(before) as b (id) join household h on h.village_id = b.id and h.ended_on <= on_day);
begin
  if cardinality(changed) > few or exists (
       select from register_count k join unnest(before) as b (id) on b.id = k.area_id
        where k.step = 0 and k.valid_from > base and not exists (select from register_past p where p.area_id = k.area_id and p.day = base)) then
    return query select * from figures_from_rows(before, places, parts, on_day);
    return;
  end if;
  return query
    with place as materialized (
      select u.id, u.part_id from unnest(places, parts) as u (id, part_id) join unnest(before) as b (id) on b.id = u.id),
    ended as (
      select p.part_id, k.households, k.poor, k.near_poor, k.average, k.not_poor
        from place p join register_past k on k.village_id = p.id and k.day = base
      union all
      select p.part_id, k.households, k.poor, k.near_poor, k.average, k.not_poor
        from place p join register_count k on k.area_id = p.id and k.valid_from <= base and (k.valid_until is null or base < k.valid_until)),
    kept as materialized (
      select e.part_id, sum(e.households) as households, sum(e.poor) as poor, sum(e.near_poor) as near_poor, sum(e.average) as average,
             sum(e.not_poor) as not_poor from ended e group by 1),
    standing as materialized (
      select d.day, d.sign, h.household_id, h.home_id
        from (values (on_day, 1), (base, -1)) as d (day, sign) cross join unnest(changed) as asked (id) cross join lateral (
          select h.household_id, h.village_id as home_id from household h
           where h.household_id = asked.id and h.started_on <= d.day and (h.ended_on is null or d.day < h.ended_on) offset 0) h),
    lived as materialized (
      select s.sign, r.village_id, c.class
        from standing s
        cross join lateral (
          select r.village_id from household_residence r
           where r.home_id = s.home_id and r.household_id = s.household_id
             and r.valid_from <= s.day and (r.valid_until is null or s.day < r.valid_until) offset 0) r
        left join household_class c on c.home_id = s.home_id and c.household_id = s.household_id
         and c.valid_from <= s.day and (c.valid_until is null or s.day < c.valid_until)),
    told as (
      select k.part_id, x.class, x.n from kept k,
             lateral (values (null, k.households), ('poor', k.poor), ('near_poor', k.near_poor), ('average', k.average),
                             ('not_poor', k.not_poor)) as x (class, n)
      union all select p.part_id, null, l.sign from lived l join place p on p.id = l.village_id
      union all select p.part_id, l.class, l.sign from lived l join place p on p.id = l.village_id where l.class is not null
      union all
      select p.part_id, c.class, case when c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until) then 1 else -1 end
        from household_class c join place p on p.id = c.home_id
       where c.household_id <> all (apart)
         and (c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until))
          <> (c.valid_from <= base and (c.valid_until is null or base < c.valid_until)))
    select t.part_id, t.class, sum(t.n)::bigint from told t group by t.part_id, t.class having sum(t.n) > 0;
end
$function$;

-- room: platform
CREATE OR REPLACE FUNCTION public.fold(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(translate(btrim(regexp_replace(regexp_replace(NORMALIZE(value, NFD), '[\u0300-\u036f''`\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]'::text, ''::text, 'g'::text), '[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u2010-\u2015\u2212\ufe63\uff0d-]+'::text, ' '::text, 'g'::text)), 'đĐðÐɖƉ'::text, 'dddddd'::text));

-- room: training
CREATE OR REPLACE FUNCTION public.framework_approve(of_framework uuid, of_number text, on_day date, of_issuer text, account uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update framework f set state = 'approved', approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer,
                         approved_by = account, approved_at = now()
   where f.id = of_framework and f.state = 'drafted' and nb_holds(f.area_id);
  return found;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.framework_correct(of_framework uuid, of_number text, on_day date, of_issuer text, until_day date, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update framework f set approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer,
         earlier_decisions = f.earlier_decisions || jsonb_build_array(jsonb_build_object('number', f.approved_number, 'day', f.approved_on,
           'issuer', f.approved_issuer, 'until', until_day, 'because', why))
   where f.id = of_framework and f.state = 'approved' and nb_holds(f.area_id);
  return found;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.framework_rests(of_framework uuid)
 RETURNS TABLE(first date, plans integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select min(p.approved_on), count(*)::int from training_plan p
   where p.state = 'approved' and exists (
     select from plan_line n join framework_topic t on t.id = n.topic_id where n.plan_id = p.id and t.framework_id = of_framework)
$function$;

-- room: platform
CREATE OR REPLACE FUNCTION public.given_name(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN "substring"(name, '\S+$'::text);

-- room: people
CREATE OR REPLACE FUNCTION public.grants_touching(place uuid)
 RETURNS TABLE(id uuid, account_id uuid, login text, name text, role text, authority text, area_id uuid, valid_from date, valid_until date, given_by text, given_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  areas uuid[] := nb_areas();
  whole boolean := exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null);
  everywhere boolean := exists (select from area_within w where w.over_id = place and w.area_ids is null);
begin
  return query
    with touching as materialized (
      select g.* from access_grant g
       where (everywhere or g.area_id in (select r.area_id from area_reach r where r.over_id = place
                                          union select r.over_id from area_reach r where r.area_id = place))
         and (whole or g.account_id = nb_account()
              or exists (select from area_reach r where r.area_id = g.area_id and r.over_id = any (areas)))),
    givers as materialized (
      select a.id, a.full_name from account a
       where a.id in (select t.given_by from touching t)
         and (a.id = nb_account() or a.created_by = nb_account() or a.id = nb_system() or account_touches(a.id)))
    select t.id, t.account_id, a.login, a.full_name, t.role, t.authority, t.area_id, t.valid_from, t.valid_until, v.full_name, t.given_at
      from touching t join account a on a.id = t.account_id left join givers v on v.id = t.given_by;
end
$function$;

-- room: credentials
CREATE OR REPLACE FUNCTION public.groundless_credentials(over uuid, these uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id from credential c join credential_rule r on r.id = c.rule_id
   where c.basis = 'turn' and c.revoked_on is null
     and (over is null or c.from_id in (select h.area_id from area_reach h where h.over_id = over))
     and (these is null or c.id = any (these))
     and not exists (select from credential n where n.replaces_id = c.id)
     and (c.class_ids = '{}' or exists (
       select from unnest(c.class_ids) k (id)
        where not exists (select from training_turn t where t.class_id = k.id and t.official_id = c.official_id)
           or r.needs_test and not exists (
                select from class_test e join test_attempt a on a.test_id = e.id and a.official_id = c.official_id
                  cross join lateral (select m.passed from attempt_mark m where m.attempt_id = a.id order by m.number desc limit 1) m
                 where e.class_id = k.id and e.purpose <> 'before' and m.passed)))
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.handovers_at(of_area uuid)
 RETURNS TABLE(id uuid, official_id uuid, full_name text, birth_year smallint, from_id uuid, to_id uuid, because text, asked_by uuid, asked_on date, state text, settled_by uuid, settled_on date, settled_because text, asked_name text, settled_name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select h.id, h.official_id, o.full_name, o.birth_year, h.from_id, h.to_id, h.because, h.asked_by, h.asked_on, h.state, h.settled_by,
           h.settled_on, h.settled_because,
           (select a.full_name from account a where a.id = h.asked_by), (select s.full_name from account s where s.id = h.settled_by)
      from official_handover h join official o on o.id = h.official_id
     where h.from_id in (select r.area_id from area_reach r where r.over_id = of_area)
        or h.to_id in (select r.area_id from area_reach r where r.over_id = of_area);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.happened_since(households uuid[], of_day date, fixed uuid)
 RETURNS TABLE(household_id uuid, what text, id uuid)
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with act as (
    select distinct e.household_id, e.act_id from household_event e
     where e.household_id = any (households) and e.happened_on = of_day and e.id > fixed and e.undone_by is null
       and e.kind in ('born', 'died', 'moved_in', 'moved_out', 'split', 'merged', 'head_changed', 'address_changed', 'ended')
       and not exists (select from household_event m where m.household_id = e.household_id and m.act_id = e.act_id
                          and m.facts->>'reason' = 'entered_by_mistake')),
  side as (
    select a.household_id, b.before, n.before as next
      from act a
      join household_event b on b.household_id = a.household_id and b.act_id = a.act_id and b.before is not null
      left join lateral (
        select x.before from household_event x
         where x.household_id = a.household_id and x.act_id > a.act_id and x.before is not null
         order by x.act_id, x.id limit 1) n on true)
  select m.household_id, 'came', m.id
    from side s join member m on m.household_id = s.household_id and m.joined_on = of_day
   where not s.before->'members' @> jsonb_build_array(jsonb_build_object('id', m.id))
     and (s.next is null or s.next->'members' @> jsonb_build_array(jsonb_build_object('id', m.id)))
  union
  select m.household_id, 'went', m.id
    from side s join member m on m.household_id = s.household_id and m.left_on = of_day
   where m.leave_reason <> 'entered_by_mistake'
     and s.before->'members' @> jsonb_build_array(jsonb_build_object('id', m.id, 'left_on', null))
     and (s.next is null or s.next->'members' @> jsonb_build_array(jsonb_build_object('id', m.id, 'left_on', of_day)))
  union
  select r.household_id, 'moved', r.id
    from side s join household_residence r on r.household_id = s.household_id and r.valid_from = of_day
   where not s.before->'residences' @> jsonb_build_array(jsonb_build_object('id', r.id))
     and (s.next is null or s.next->'residences' @> jsonb_build_array(jsonb_build_object('id', r.id)))
  union
  select e.household_id, 'headed', e.id
    from act a join household_event e on e.household_id = a.household_id and e.act_id = a.act_id
   where e.kind = 'head_changed'
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.heard_as(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(replace(fold(name), ' '::text, ''::text), '(qu|[^aeiouy])y'::text, '\1i'::text, 'g'::text);

-- room: households
CREATE OR REPLACE FUNCTION public.home_of_official(of_official uuid)
 RETURNS TABLE(household_id uuid, found_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select i.household_id, m.found_on from official_member m join identity_index i on i.person_id = m.person_id
     where m.official_id = of_official and m.until is null and i.free_from is null
       and exists (select from area_reach r where r.area_id = i.home_id and r.over_id = any (nb_areas()));
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.household_act_id()
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  bytes bytea := substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                 || substring(uuid_send(gen_random_uuid()) from 7);
begin
  return encode(set_byte(bytes, 6, (get_byte(bytes, 6) & 15) | 112), 'hex')::uuid;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.household_hold(of_household uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from household h where h.household_id = of_household and nb_holds(h.village_id) for update;
  return found;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.household_home(of_household uuid, home uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  update member set home_id = home where household_id = of_household and home_id <> home;
  update household_event set home_id = home where household_id = of_household and home_id <> home;
  update household_residence set home_id = home where household_id = of_household and home_id <> home;
  update identity_index set home_id = home where household_id = of_household and home_id <> home;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.household_image(of_household uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  own jsonb;
  stays jsonb;
  people jsonb;
begin
  select to_jsonb(h) - array['search', 'created_at'] into own from household h where h.household_id = of_household;
  select coalesce(jsonb_agg(to_jsonb(r) - 'home_id'), '[]') into stays from household_residence r where r.household_id = of_household;
  select coalesce(jsonb_agg(to_jsonb(m) - array['home_id', 'insurance_no_index']), '[]') into people from member m where m.household_id = of_household;
  return jsonb_build_object('household', own, 'residences', stays, 'members', people, 'identities', '{"put": [], "gone": []}'::jsonb);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.household_move(of_household uuid, place json, facts jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  home uuid := (place ->> 'village')::uuid;
  begins date := (place ->> 'from')::date;
  event uuid := (place ->> 'event')::uuid;
begin
  if not nb_holds(home) or not exists (
       select from household h where h.household_id = of_household and nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  if begins is not null then
    update household_residence set village_id = home, address = place ->> 'address'
     where household_id = of_household and valid_until is null and valid_from = begins;
    if not found then
      update household_residence set valid_until = begins
       where household_id = of_household and valid_until is null and valid_from < begins;
      insert into household_residence (household_id, id, village_id, home_id, address, valid_from)
        values (of_household, (place ->> 'residence')::uuid, home, home, place ->> 'address', begins);
    end if;
    update household set village_id = home, address = place ->> 'address' where household_id = of_household;
    perform household_home(of_household, home);
  end if;
  update household set number = place ->> 'number', contact_phone = nullif(place ->> 'phone', '') where household_id = of_household;
  insert into household_event (household_id, id, home_id, happened_on, kind, facts, account_id, act_id, before)
    values (of_household, event, home, (place ->> 'on')::date, 'address_changed', facts, nb_account(), event,
            (place ->> 'before')::jsonb);
  perform households_draw(array[of_household]);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.household_next_act(of_household uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  last uuid := (select e.id from household_event e
                 where e.household_id = of_household and substr(e.id::text, 15, 1) = '7' order by e.id desc limit 1);
  ms bigint := greatest((extract(epoch from clock_timestamp()) * 1000)::bigint,
                        ('x' || left(replace(last::text, '-', ''), 12))::bit(48)::bigint + 1);
  bytes bytea := substring(int8send(ms) from 3) || substring(uuid_send(gen_random_uuid()) from 7);
begin
  return encode(set_byte(bytes, 6, (get_byte(bytes, 6) & 15) | 112), 'hex')::uuid;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.household_part_stays(of_household uuid, village uuid, becomes uuid, since date)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  stay record;
begin
  update household_residence r set village_id = becomes
   where r.household_id = of_household and r.village_id = village and r.valid_from >= since;
  for stay in select r.id, r.address, r.home_id, r.valid_until from household_residence r
               where r.household_id = of_household and r.village_id = village and r.valid_from < since
                 and (r.valid_until is null or r.valid_until > since) loop
    update household_residence r set valid_until = since where r.household_id = of_household and r.id = stay.id;
    insert into household_residence (household_id, id, village_id, home_id, address, valid_from, valid_until)
      values (of_household, household_act_id(), becomes, stay.home_id, stay.address, since, stay.valid_until);
  end loop;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.household_search(words text, place uuid, at_most integer, phone_end text)
 RETURNS TABLE(household_id uuid, village_id uuid, head_name text, number text, address text, phone text, ended_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_sort TO 'off'
AS $function$
declare
  sought text := replace(replace(replace(fold(words), '\', '\\'), '%', '\%'), '_', '\_');
  bare text := bare_number(words);
  -- The last figures come first in their index.
  phoned text := reverse(phone_end) || '%';
  most constant int := 600;
  looked constant int := 4000;
  wanted int := least(at_most, 200);
  areas uuid[] := nb_areas();
  units uuid[];
  under uuid[];
  found uuid[] := '{}';
begin
  if sought = '' then return; end if;
  units := array(select r.area_id from area_reach r where r.over_id = any (areas)
                  and (place is null or exists (select from area_reach p where p.area_id = r.area_id and p.over_id = place)) limit 301);
  if cardinality(units) <= 300 then
    -- Of so few as a commune has each is read sooner than the words are looked up.
    if cardinality(units) <= 100 and (select coalesce(sum(k.households), 0) from register_count k where k.area_id = any (units) and k.step = 0) < 10000 then
      found := array(select h.household_id from household h where h.village_id = any (units) and strpos(h.search, fold(words)) > 0 limit most);
    else
      found := array(select h.household_id from household h where h.village_id = any (units) and h.search like '%' || sought || '%' limit most);
    end if;
  else
    found := array(
      select k.household_id from (
        select h.household_id, h.village_id from household h
         where fold(h.head_name) ~>=~ fold(words) and fold(h.head_name) ~<~ (fold(words) || chr(1114111))
         order by fold(h.head_name) using ~<~ limit looked) k
       where exists (select from area_reach r where r.area_id = k.village_id and r.over_id = any (areas))
         and (place is null or exists (select from area_reach r where r.area_id = k.village_id and r.over_id = place)) limit most);
    if cardinality(found) < wanted then
      found := found || array(
        select k.household_id from (
          select h.household_id, h.village_id from household h
           where fold(given_name(h.head_name)) ~>=~ fold(words) and fold(given_name(h.head_name)) ~<~ (fold(words) || chr(1114111))
           order by fold(given_name(h.head_name)) using ~<~ limit looked) k
         where exists (select from area_reach r where r.area_id = k.village_id and r.over_id = any (areas))
           and (place is null or exists (select from area_reach r where r.area_id = k.village_id and r.over_id = place)) limit most);
    end if;
    if cardinality(found) < wanted then
      found := found || array(
        select h.household_id from household h
         where h.search like '%' || sought || '%'
           and exists (select from area_reach r where r.area_id = h.village_id and r.over_id = any (areas))
           and (place is null or exists (select from area_reach r where r.area_id = h.village_id and r.over_id = place)) limit most);
    end if;
  end if;
  if bare ~ '[0-9]' or phoned is not null then
    if cardinality(units) <= 300 then
      under := units;
    elsif not exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null) then
      under := array(select distinct u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas));
    end if;
    found := found || array(
      select h.household_id from household h
       where bare_number(h.number) = bare and h.number <> '' and (under is null or h.village_id = any (under))
         and (place is null or exists (select from area_reach r where r.area_id = h.village_id and r.over_id = place)) limit most);
    found := found || array(
      select h.household_id from household h
       where reverse(h.contact_phone) like phoned and (under is null or h.village_id = any (under))
         and (place is null or exists (select from area_reach r where r.area_id = h.village_id and r.over_id = place)) limit most);
  end if;
  return query
    select h.household_id, h.village_id, h.head_name, h.number, h.address,
           case when reverse(h.contact_phone) like phoned then h.contact_phone end, h.ended_on
      from household h where h.household_id = any (found)
     order by fold(h.number) = fold(words) desc, bare <> '' and bare_number(h.number) = bare desc,
              coalesce(reverse(h.contact_phone) like phoned, false) desc,
              fold(h.head_name) like sought || '%' desc, fold(given_name(h.head_name)) like sought || '%' desc,
              given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id
     limit wanted;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.household_stands(of_household uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$  -- plpgsql keeps its plan
begin
  perform from household where household_id = of_household and ended_on is null for share;
  return found;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.household_succeed(of_household uuid, village uuid, becomes uuid, since date, today date)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one record;
  act uuid;
  kept jsonb;
  was text := (select v.name from area_version v where v.area_id = village order by v.valid_from desc limit 1);
  is_now text := (select v.name from area_version v where v.area_id = becomes
                   order by (v.valid_from <= today) desc, v.valid_from desc limit 1);
begin
  select h.number, h.address, h.started_on, h.village_id = village as lives into one
    from household h where h.household_id = of_household for update;
  if not found or not one.lives and not exists (
       select from household_residence r where r.household_id = of_household and r.village_id = village
          and (r.valid_until is null or r.valid_until > since)) then
    return false;
  end if;
  kept := household_image(of_household);
  perform household_part_stays(of_household, village, becomes, since);
  if one.lives then
    update household h set village_id = becomes where h.household_id = of_household;
    perform household_home(of_household, becomes);
  end if;
  act := household_next_act(of_household);
  insert into household_event (household_id, id, home_id, happened_on, kind, facts, account_id, act_id, before)
    select of_household, act, h.village_id, greatest(since, one.started_on), 'address_changed',
           jsonb_build_object('from', jsonb_build_object('village', was, 'address', one.address, 'number', one.number),
                              'to', jsonb_build_object('village', is_now, 'address', one.address, 'number', one.number),
                              'succeeds', village),
           nb_account(), act, kept
      from household h where h.household_id = of_household;
  return true;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.household_undo(act uuid, undone json, households json, residences json, members json, identities json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  touched uuid[] := array(select u.household from json_to_recordset(undone) as u (household uuid));
  one record;
begin
  if exists (select from unnest(touched) as t (id) where not exists (
               select from household h where h.household_id = t.id and nb_holds(h.village_id)))
     or exists (select from json_to_recordset(households) as h (village_id uuid) where not nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  update household h set village_id = p.village_id, number = p.number, address = p.address, contact_phone = p.contact_phone,
                         head_person_id = p.head_person_id, head_name = p.head_name, started_on = p.started_on, ended_on = p.ended_on, end_reason = p.end_reason
    from json_populate_recordset(null::household, households) p
   where h.household_id = p.household_id and h.household_id = any (touched);
  delete from household_residence r using json_to_recordset(residences -> 'gone') as g (household_id uuid, id uuid)
   where r.household_id = g.household_id and r.id = g.id and r.household_id = any (touched);
  update household_residence r set village_id = p.village_id, address = p.address, valid_from = p.valid_from,
                                   valid_until = p.valid_until
    from json_populate_recordset(null::household_residence, residences -> 'put') p
   where r.household_id = p.household_id and r.id = p.id and r.household_id = any (touched);
  delete from member m using json_to_recordset(members -> 'gone') as g (household_id uuid, id uuid)
   where m.household_id = g.household_id and m.id = g.id and m.household_id = any (touched);
  update member m set full_name = p.full_name, sex = p.sex, birth_year = p.birth_year, birth_month = p.birth_month,
                      birth_day = p.birth_day, relation = p.relation, ethnicity = p.ethnicity,
                      citizen_id_sealed = p.citizen_id_sealed, citizen_id_end = p.citizen_id_end,
                      insurance_no_sealed = p.insurance_no_sealed,
                      insurance_no_index = p.insurance_no_index, facts = p.facts, joined_on = p.joined_on,
                      join_reason = p.join_reason, left_on = p.left_on, leave_reason = p.leave_reason
    from json_populate_recordset(null::member, members -> 'put') p
   where m.household_id = p.household_id and m.id = p.id and m.household_id = any (touched);
  for one in select * from json_to_recordset(identities -> 'gone') as g (index_hash text, person_id uuid, household_id uuid, free_from date)
              order by g.index_hash loop
    delete from identity_index i where i.index_hash = one.index_hash and i.person_id = one.person_id
       and i.household_id = one.household_id and i.free_from is not distinct from one.free_from and i.household_id = any (touched);
    if not found then raise exception 'identity' using errcode = 'NB005'; end if;
  end loop;
  for one in select * from json_to_recordset(identities -> 'put') as p (index_hash text, person_id uuid, household_id uuid, free_from date)
              order by p.index_hash loop
    insert into identity_index (index_hash, person_id, household_id, home_id, free_from)
      select one.index_hash, one.person_id, h.household_id, h.village_id, one.free_from
        from household h
       where h.household_id = one.household_id and (h.household_id = any (touched) or exists (
               select from json_to_recordset(identities -> 'gone') as g (index_hash text) where g.index_hash = one.index_hash))
      on conflict do nothing;
    if not found then raise exception 'identity' using errcode = 'NB005'; end if;
  end loop;
  update household_event e set undone_by = u.event
    from json_to_recordset(undone) as u (household uuid, event uuid) where e.household_id = u.household and e.act_id = act;
  insert into household_event (household_id, id, home_id, happened_on, kind, facts, account_id, act_id, before)
    select h.household_id, u.event, h.village_id, u.happened, 'undone', u.facts, nb_account(), u.first, u.before
      from json_to_recordset(undone) as u (household uuid, event uuid, first uuid, happened date, facts jsonb, before jsonb)
      join household h on h.household_id = u.household;
  for one in select h.household_id, h.village_id from household h where h.household_id = any (touched) loop
    perform household_home(one.household_id, one.village_id);
  end loop;
  perform households_draw(touched);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_apart(villages uuid[], on_day date, today date)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  reached uuid[];
  homes uuid[];
begin
  if on_day >= today then return '{}'; end if;
  reached := villages_reached(villages);
  homes := villages_reached(array(
    select distinct r.home_id from household_residence r
     where r.village_id = any (villages) and r.valid_until > on_day and r.valid_from <= on_day and r.home_id <> r.village_id));
  return array(
    select e.household_id from household_event e
     where e.home_id = any (reached) and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > on_day
    union
    select r.household_id from household_residence r where r.home_id = any (reached) and r.valid_from > on_day
    union
    select r.household_id from household_residence r
     where r.village_id = any (villages) and r.valid_until > on_day and r.valid_from <= on_day and r.home_id <> r.village_id
       and r.home_id = any (homes));
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_come_since(unit uuid, OUT come integer, OUT heads text[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  select count(*), (array_agg(h.head_name order by h.head_name))[1:3] into come, heads
    from household h
   where h.household_id in (select r.household_id from household_residence r
                             where r.village_id = unit and r.valid_until is distinct from r.valid_from)
     and h.ended_on is distinct from h.started_on
     and not exists (select from household_event e join area_succession s on s.from_id::text = e.facts ->> 'succeeds'
                      where e.household_id = h.household_id and e.undone_by is null and s.to_id = unit);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_coming_back(village uuid, OUT back integer, OUT stay integer, OUT heads text[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  select count(*) filter (where m.untouched and m.lived and h.ended_on is null), count(*) filter (where not m.untouched),
         (array_agg(h.head_name order by h.head_name) filter (where not m.untouched))[1:3]
    into back, stay, heads
    from households_moved(village) m join household h on h.household_id = m.household_id;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_draw(households uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  update household h
     set search = fold(concat_ws(', ', nullif(h.number, ''),
           coalesce((select string_agg(m.full_name, ', ' order by m.relation <> 'head', m.id) from member m
                      where m.household_id = h.household_id and m.left_on is null), h.head_name),
           nullif(h.address, '')))
   where h.household_id = any (households);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_gone_to(villages uuid[], on_day date)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  return villages_reached(array(
    select distinct r.home_id from household_residence r
     where r.village_id = any (villages) and r.valid_until > on_day and r.valid_from <= on_day and r.home_id <> all (villages)));
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_hold(households uuid[], for_classes boolean)
 RETURNS TABLE(household_id uuid, ended_on date)
 LANGUAGE plpgsql
AS $function$
declare
  one uuid;
begin
  for one in select distinct asked from unnest(households) as asked order by 1 loop
    if for_classes then
      select h.household_id, h.ended_on into household_id, ended_on from household h where h.household_id = one for no key update;
    else
      select h.household_id, h.ended_on into household_id, ended_on from household h where h.household_id = one for share;
    end if;
    if found then return next; end if;
  end loop;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_live_on(households uuid[], today date)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  home uuid;
  step record;
  passed uuid[] := '{}';
begin
  foreach home in array array(
      select distinct p.household_id
        from (select h.household_id, h.village_id from household h where h.household_id = any (households)
              union select r.household_id, r.village_id from household_residence r where r.household_id = any (households)) p
       where not exists (select from area_version v where v.area_id = p.village_id and (v.valid_until is null or v.valid_until > today))
       order by 1) loop
    if not exists (select from household h where h.household_id = home and nb_holds(h.village_id)) then
      raise exception 'household' using errcode = '42501';
    end if;
    -- No village comes twice: what one has become began when it ended, or later ends after it.
    loop
      select p.village_id, a.heir, a.since into step
        from (select h.village_id from household h where h.household_id = home
              union select r.village_id from household_residence r
               where r.household_id = home and r.valid_until is distinct from r.valid_from) p
        cross join lateral area_heir(p.village_id, today) a
       where a.heir is not null
         and (exists (select from household h where h.household_id = home and h.village_id = p.village_id)
              or exists (select from household_residence r where r.household_id = home and r.village_id = p.village_id
                            and (r.valid_until is null or r.valid_until > a.since)))
       order by a.since, p.village_id limit 1;
      exit when not found;
      if not nb_holds(step.heir) then raise exception 'village' using errcode = '42501'; end if;
      perform household_succeed(home, step.village_id, step.heir, step.since, today);
      passed := passed || array[step.village_id, step.heir];
    end loop;
  end loop;
  return array(select distinct u.id from unnest(passed) as u (id) order by 1);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_moved(village uuid)
 RETURNS TABLE(household_id uuid, act_id uuid, acted_at timestamp with time zone, changed jsonb, lived boolean, untouched boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  one record;
  now_is jsonb;
  after jsonb;
begin
  for one in select e.household_id, e.act_id, e.created_at, e.before from household_event e
              where e.facts ? 'succeeds' and e.undone_by is null and e.facts ->> 'succeeds' = village::text
              order by e.household_id loop
    now_is := household_image(one.household_id);
    after := null;
    select n.before into after from household_event n
     where n.household_id = one.household_id and n.act_id > one.act_id and n.before is not null
     order by n.act_id, n.id limit 1;
    after := coalesce(after, now_is);
    household_id := one.household_id;
    act_id := one.act_id;
    acted_at := one.created_at;
    lived := one.before -> 'household' ->> 'village_id' = village::text;
    changed := (select coalesce(jsonb_agg(x.value), '[]') from jsonb_array_elements(after -> 'residences') x
                 where not one.before -> 'residences' @> jsonb_build_array(x.value));
    untouched := now_is -> 'residences' @> changed
                 and (not lived or now_is -> 'household' ->> 'village_id' = after -> 'household' ->> 'village_id');
    return next;
  end loop;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_named(of_households uuid[])
 RETURNS TABLE(household_id uuid, village_id uuid, head_name text, number text, ended_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 600
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  reached uuid[] := villages_reached(array(select distinct h.village_id from household h where h.household_id = any (of_households)));
begin
  return query
    select h.household_id, h.village_id, h.head_name, h.number, h.ended_on
      from household h where h.household_id = any (of_households) and h.village_id = any (reached);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_of_units(of_area uuid, on_day date, units date, of_class text)
 RETURNS TABLE(household_id uuid, village_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  base text := (select p.path from area_path p
                 where p.area_id = of_area and p.valid_from <= units and (p.valid_until is null or units < p.valid_until));
  standing uuid[];
  near uuid[];
begin
  if not nb_holds(of_area) then return; end if;
  standing := array(select p.area_id from area_path p
                     where (p.path = base or (p.path ~>=~ (base || '/') and p.path ~<~ (base || '0')))
                       and p.valid_from <= units and (p.valid_until is null or units < p.valid_until));
  -- As `figures_elsewhere` maps them: a village that does not stand on the day of the units counts to what it became or came from.
  near := array(select a.id from area_relatives(units) a where a.stands = any (standing));
  return query
    with relative as materialized (
      select a.id, a.stands, a.main, a.stands = any (standing) as here from area_relatives(units) a where a.id = any (near)),
    lived as materialized (
      select r.household_id, r.village_id from household_residence r
       where r.village_id = any (standing || near) and r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until))
    select l.household_id, l.village_id
      from lived l
      join household h on h.household_id = l.household_id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
      left join household_residence u on u.household_id = l.household_id
            and u.valid_from <= units and (u.valid_until is null or units < u.valid_until)
      left join household_class c on of_class is not null and c.household_id = l.household_id
            and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)
     where (of_class is null or of_class = coalesce(c.class, 'none'))
       and (l.village_id = any (standing)
            or (select f.here from relative f
                 where f.id = l.village_id and (f.main or f.stands = u.village_id)
                 order by f.stands = u.village_id desc nulls last limit 1));
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_phoned(villages uuid[], phone_end text, most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  reached uuid[] := villages_reached(villages);
begin
  return array(select h.household_id from household h
                where h.village_id = any (reached) and reverse(h.contact_phone) like reverse(phone_end) || '%' limit most);
end $function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_picked(villages uuid[], on_day date, of_class text, sought text, most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  reached uuid[] := villages_reached(villages);
begin
  if sought is not null and (select sum(k.households) from register_count k where k.area_id = any (reached) and k.valid_until is null) <= 10000 then
    -- Words put together are in no index.
    return array(select h.household_id from household h where h.village_id = any (reached) and h.search || '' like sought limit most);
  elsif sought is not null then
    return array(select h.household_id from household h where h.village_id = any (reached) and h.search like sought limit most);
  elsif of_class <> 'none' then
    return array(select c.household_id from household_class c
                  where c.home_id = any (reached) and c.class = of_class
                    and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until) limit most);
  end if;
  return null;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_return(village uuid, because text, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one record;
  home uuid;
  act uuid;
  image jsonb;
  been uuid[] := array[village];
  moved uuid[] := '{}';
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  -- Nobody moves meanwhile: the tree is held.
  for one in select m.*, e.before, e.happened_on from households_moved(village) m
               join household_event e on e.household_id = m.household_id and e.id = m.act_id order by m.household_id loop
    if not one.untouched then raise exception 'household' using errcode = '42501'; end if;
    home := one.household_id;
    select h.household_id into home from household h where h.household_id = home for update;
    image := household_image(one.household_id);
    been := been || array(select (x ->> 'village_id')::uuid from jsonb_array_elements(one.changed) x)
                 || array(select h.village_id from household h where h.household_id = one.household_id);
    delete from household_residence r
     where r.household_id = one.household_id and r.id in (select (x ->> 'id')::uuid from jsonb_array_elements(one.changed) x)
       and r.id not in (select (x ->> 'id')::uuid from jsonb_array_elements(one.before -> 'residences') x);
    update household_residence r set village_id = p.village_id, valid_from = p.valid_from, valid_until = p.valid_until
      from jsonb_populate_recordset(null::household_residence, one.before -> 'residences') p
     where r.household_id = one.household_id and r.id = p.id
       and r.id in (select (x ->> 'id')::uuid from jsonb_array_elements(one.changed) x);
    if one.lived then
      update household h set village_id = village where h.household_id = one.household_id;
      perform household_home(one.household_id, village);
    end if;
    act := household_act_id();
    update household_event e set undone_by = act where e.household_id = one.household_id and e.act_id = one.act_id;
    insert into household_event (household_id, id, home_id, happened_on, kind, facts, account_id, act_id, before)
      select h.household_id, act, h.village_id, today, 'undone',
             jsonb_build_object('act', one.act_id, 'because', because, 'unit', village, 'of',
               jsonb_build_array(jsonb_build_object('kind', 'address_changed', 'on', one.happened_on, 'name', null))),
             nb_account(), act, image
        from household h where h.household_id = one.household_id;
    -- Where it lives is written on the rows that came back, too.
    update household_residence r set home_id = h.village_id from household h
     where h.household_id = one.household_id and r.household_id = one.household_id and r.home_id <> h.village_id;
    moved := moved || one.household_id;
  end loop;
  if cardinality(moved) > 0 then perform register_recount_homes(moved, been, today); end if;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_shown(of_households uuid[], on_day date)
 RETURNS TABLE(household_id uuid, number text, address text, phone text, class text, members integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  reached uuid[] := villages_reached(array(select distinct h.village_id from household h where h.household_id = any (of_households)));
begin
  return query
    select h.household_id, h.number, r.address, h.contact_phone, c.class, m.n
      from unnest(of_households) as asked (id)
     cross join lateral (
       select h.household_id, h.village_id, h.number, h.contact_phone from household h where h.household_id = asked.id and h.village_id = any (reached) offset 0) h
     cross join lateral (
       select r.address from household_residence r
        where r.home_id = h.village_id and r.household_id = h.household_id and r.valid_from <= on_day
          and (r.valid_until is null or on_day < r.valid_until) offset 0) r
      left join lateral (
       select c.class from household_class c
        where c.home_id = h.village_id and c.household_id = h.household_id and c.valid_from <= on_day
          and (c.valid_until is null or on_day < c.valid_until) offset 0) c on true
     cross join lateral (
       select count(*)::int as n from member m
        where m.home_id = h.village_id and m.household_id = h.household_id and m.joined_on <= on_day
          and (m.left_on is null or on_day < m.left_on)) m;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_since(villages uuid[], on_day date, today date)
 RETURNS TABLE(village_id uuid, households integer, persons integer, kinh integer, dtts integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  reached uuid[] := villages_reached(villages);
  changed uuid[] := array(
    select unnest(households_apart(villages, on_day, today))
    union
    select h.household_id from household h where h.village_id = any (reached) and h.ended_on > on_day
    union
    select m.household_id from member m where m.home_id = any (reached) and greatest(m.joined_on, m.left_on) > on_day);
begin
  return query
    with standing as materialized (
      select h.* from unnest(changed) as asked (id) cross join lateral (
        select h.household_id, h.village_id as home_id, h.head_person_id as head,
               h.started_on <= today and (h.ended_on is null or today < h.ended_on) as now,
               h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on) as lived
          from household h where h.household_id = asked.id offset 0) h),
    told as materialized (
      select s.home_id, r.village_id as there, s.now, m.*
        from standing s
        left join lateral (
          select r.village_id from household_residence r
           where s.lived and r.home_id = s.home_id and r.household_id = s.household_id
             and r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until) offset 0) r on true
        left join lateral (
          select (e.facts ->> 'fromPerson')::uuid as person from household_event e
           where s.lived and e.household_id = s.household_id and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > on_day
           order by e.happened_on, e.created_at limit 1) f on true
       cross join lateral (
          select count(*) filter (where p.here) as here, count(*) filter (where p.here and p.person_id = s.head and p.ethnicity = '01') as here_kinh,
                 count(*) filter (where p.here and p.person_id = s.head and p.ethnicity not in ('01', '55')) as here_dtts,
                 count(*) filter (where p.lived) as lived, count(*) filter (where p.lived and p.head and p.ethnicity = '01') as lived_kinh,
                 count(*) filter (where p.lived and p.head and p.ethnicity not in ('01', '55')) as lived_dtts
            from (select m.person_id, m.ethnicity, m.person_id = coalesce(f.person, s.head) as head,
                         m.joined_on <= today and (m.left_on is null or today < m.left_on) as here,
                         m.joined_on <= on_day and (m.left_on is null or on_day < m.left_on) as lived
                    from member m where m.home_id = s.home_id and m.household_id = s.household_id) p) m
       where s.now or s.lived),
    counted as (
      select t.there as place, 1 as households, t.lived as persons, t.lived_kinh as kinh, t.lived_dtts as dtts from told t
       where t.there is not null
      union all
      select t.home_id, -1, -t.here, -t.here_kinh, -t.here_dtts from told t where t.now)
    select c.place, sum(c.households)::int, sum(c.persons)::int, sum(c.kinh)::int, sum(c.dtts)::int
      from counted c where c.place = any (villages) group by 1;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_succeed(village uuid, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  next record;
  home uuid;
  moved uuid[] := '{}';
begin
  select * into next from area_heir(village, today);
  if next.heir is null then return; end if;
  if not nb_holds(village) or not nb_holds(next.heir) then raise exception 'village' using errcode = '42501'; end if;
  foreach home in array array(select h.household_id from household h where h.village_id = village
                              union select r.household_id from household_residence r
                               where r.village_id = village and (r.valid_until is null or r.valid_until > next.since)
                              order by 1) loop
    if household_succeed(home, village, next.heir, next.since, today) then moved := moved || home; end if;
  end loop;
  if cardinality(moved) > 0 then
    perform register_recount_homes(moved, array[village, next.heir], today);
  end if;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_then(households uuid[], villages uuid[], on_day date, today date, of_class text, sought text)
 RETURNS TABLE(household_id uuid, village_id uuid, head_name text, number text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  return query
    with standing as materialized (
      select h.* from unnest(households) as asked (id) cross join lateral (
        select h.household_id, h.village_id as home_id, h.head_name, h.number from household h
         where h.household_id = asked.id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
           and (sought is null or h.search like sought) offset 0) h),
    reached as materialized (
      select distinct r.area_id from area_reach r
       where r.area_id = any (array(select distinct s.home_id from standing s)) and r.over_id = any (nb_areas()))
    select s.household_id, r.village_id, case when f.person is null then s.head_name else coalesce(k.full_name, '') end,
           s.number
      from standing s
      join household_residence r on r.home_id = s.home_id and r.household_id = s.household_id and r.village_id = any (villages)
       and r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until)
      left join lateral (
        select (e.facts ->> 'fromPerson')::uuid as person from household_event e
         where on_day < today and e.household_id = s.household_id and e.kind = 'head_changed' and e.undone_by is null
           and e.happened_on > on_day
         order by e.happened_on, e.created_at limit 1) f on true
      left join lateral (
        select m.full_name from member m where m.household_id = s.household_id and m.person_id = f.person
         order by m.joined_on desc limit 1) k on f.person is not null
     where (s.home_id in (select t.area_id from reached t)) is true
       and (of_class is null or of_class = coalesce((
             select c.class from household_class c where c.home_id = s.home_id and c.household_id = s.household_id
                and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)), 'none'));
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_told(households uuid[], words text)
 RETURNS TABLE(household_id uuid, born smallint, member text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  holds text := '%' || replace(replace(replace(fold(words), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  homes uuid[] := villages_reached(array(select distinct h.village_id from household h where h.household_id = any (households)));
begin
  return query
    select h.household_id,
           (select m.birth_year from member m where m.household_id = h.household_id and m.person_id = h.head_person_id
             order by m.joined_on desc limit 1),
           case when fold(h.head_name) like holds then null else (
             select m.full_name from member m where m.household_id = h.household_id and m.left_on is null
                and fold(m.full_name) like holds order by m.joined_on, m.id limit 1) end
      from household h where h.household_id = any (households) and h.village_id = any (homes);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_unseen(of_area uuid, villages uuid[], on_day date, of_class text)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  held uuid[];
  lost uuid[];
  homes uuid[];
begin
  if not nb_holds(of_area) then return 0; end if;
  held := array(select p.area_id from area_path p
                 where p.area_id = any (villages) and p.valid_from <= on_day and (p.valid_until is null or on_day < p.valid_until)
                   and strpos(p.path, of_area::text) > 0);
  -- Those who live elsewhere by now, and those whose village is not held any more.
  lost := array(select v from unnest(held) v except select unnest(villages_reached(held)));
  return (
    with away as materialized (
      select r.household_id, r.home_id from household_residence r
       where r.village_id = any (held) and r.home_id <> r.village_id and r.valid_until > on_day and r.valid_from <= on_day),
    reached as materialized (select unnest(villages_reached(array(select distinct a.home_id from away a))) as id),
    unseen as materialized (
      select a.household_id from away a where a.home_id not in (select r.id from reached r)
      union all
      select r.household_id from household_residence r
       where r.home_id = any (lost) and r.village_id = r.home_id and r.valid_from <= on_day
         and (r.valid_until is null or on_day < r.valid_until))
    select count(*)::int
      from unseen u join household h on h.household_id = u.household_id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
      left join household_class c on of_class is not null and c.household_id = h.household_id
            and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)
     where of_class is null or c.class = of_class or of_class = 'none' and c.class is null);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.households_walked(villages uuid[], on_day date, apart uuid[], of_class text, sought text, from_name text, from_number text, from_id uuid, backwards boolean, most integer)
 RETURNS TABLE(household_id uuid, village_id uuid, head_name text, number text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  reached uuid[] := villages_reached(villages);
  -- Before every name, and after every one (ICU sorts U+FFFF last).
  outer_name constant text := case when backwards then chr(65535) else '' end;
  outer_id constant uuid := case when backwards then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else '00000000-0000-0000-0000-000000000000' end;
  beside_name text := coalesce(from_name, outer_name);
  beside_number text := coalesce(from_number, outer_name);
  beside_id uuid := coalesce(from_id, outer_id);
begin
  if backwards then
    return query
      select k.* from unnest(villages) with ordinality as v (id, place) cross join lateral (
        select h.household_id, h.village_id, h.head_name, h.number from household h
         where v.id = any (reached) and h.village_id = v.id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
           and (given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id)
             < (coalesce(given_name(case v.place when 1 then beside_name else outer_name end), '') collate vietnamese,
                (case v.place when 1 then beside_name else outer_name end) collate vietnamese,
                (case v.place when 1 then beside_number else outer_name end) collate vietnamese,
                case v.place when 1 then beside_id else outer_id end)
           and h.household_id <> all (apart) and (sought is null or h.search like sought)
           and (of_class is null or of_class = coalesce((
                 select c.class from household_class c where c.home_id = v.id and c.household_id = h.household_id
                    and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)), 'none'))
         order by given_name(h.head_name) collate vietnamese desc, h.head_name collate vietnamese desc, h.number collate vietnamese desc, h.household_id desc
         limit most) k
       limit most;
  else
    return query
      select k.* from unnest(villages) with ordinality as v (id, place) cross join lateral (
        select h.household_id, h.village_id, h.head_name, h.number from household h
         where v.id = any (reached) and h.village_id = v.id and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
           and (given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id)
             > (coalesce(given_name(case v.place when 1 then beside_name else outer_name end), '') collate vietnamese,
                (case v.place when 1 then beside_name else outer_name end) collate vietnamese,
                (case v.place when 1 then beside_number else outer_name end) collate vietnamese,
                case v.place when 1 then beside_id else outer_id end)
           and h.household_id <> all (apart) and (sought is null or h.search like sought)
           and (of_class is null or of_class = coalesce((
                 select c.class from household_class c where c.home_id = v.id and c.household_id = h.household_id
                    and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)), 'none'))
         order by given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id
         limit most) k
       limit most;
  end if;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.identity_claim(hashes text[], persons uuid[], households uuid[], homes uuid[], days date[])
 RETURNS TABLE(taken_hash text, taken_by uuid, there_until date)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  asked record;
begin
  for asked in
    select c.hash, c.person, c.household, c.home, c.day
      from unnest(hashes, persons, households, homes, days) as c (hash, person, household, home, day) order by c.hash
  loop
    continue when not identity_may(asked.household, asked.home);
    insert into identity_index as i (index_hash, person_id, household_id, home_id)
      values (asked.hash, asked.person, asked.household, asked.home)
      on conflict (index_hash) do update set household_id = excluded.household_id, home_id = excluded.home_id, free_from = null
        where i.free_from <= asked.day
      returning i.index_hash, i.person_id, null into taken_hash, taken_by, there_until;
    if not found then
      select i.index_hash, null, i.free_from into taken_hash, taken_by, there_until
        from identity_index i where i.index_hash = asked.hash and i.free_from > asked.day;
    end if;
    if found then return next; end if;
  end loop;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.identity_forget(persons uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from identity_index where person_id = any (persons) and nb_holds(home_id);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.identity_free(persons uuid[], from_day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update identity_index set free_from = from_day where person_id = any (persons) and nb_holds(home_id);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.identity_in_use(hashes text[])
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.at::integer from unnest(hashes) with ordinality as c (hash, at)
    join identity_index i on i.index_hash = c.hash
   where i.free_from is null and cardinality(nb_areas()) > 0
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.identity_may(of_household uuid, home uuid)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  return nb_holds(home) and not exists (
    select from household h where h.household_id = of_household and h.village_id <> home);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.identity_move(persons uuid[], to_household uuid, home uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not identity_may(to_household, home) then raise exception 'household' using errcode = '42501'; end if;
  update identity_index set household_id = to_household, home_id = home, free_from = null
   where person_id = any (persons) and nb_holds(home_id);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.identity_waiting(hashes text[])
 RETURNS TABLE(index_hash text, person_id uuid, household_id uuid, free_from date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if cardinality(nb_areas()) = 0 then return; end if;
  return query select i.index_hash, i.person_id, i.household_id, i.free_from from identity_index i
                where i.index_hash = any (hashes) and i.free_from is not null;
end
$function$;

-- room: study
CREATE OR REPLACE FUNCTION public.inquiry_specialists(of_area uuid, of_day date, of_roles text[])
 RETURNS TABLE(account_id uuid, full_name text, area_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not nb_holds(of_area) then return; end if;
  return query
    select distinct on (a.id) a.id, a.full_name, g.area_id from access_grant g
      join area_reach r on r.over_id = g.area_id and r.area_id = of_area
      join account a on a.id = g.account_id and a.disabled_at is null
     where g.role = any (of_roles) and g.valid_from <= of_day and coalesce(g.valid_until, 'infinity') > of_day
     order by a.id, g.area_id;
end
$function$;

-- room: tests
CREATE OR REPLACE FUNCTION public.is_my_attempt(attempt uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from test_attempt a where a.id = attempt and a.official_id = roster_self())
$function$;

-- room: tests
CREATE OR REPLACE FUNCTION public.is_my_test(test uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from my_class_tests() m where m.test_id = test)
$function$;

-- room: study
CREATE OR REPLACE FUNCTION public.material_file(of_material uuid, of_version smallint, from_byte integer, bytes integer)
 RETURNS bytea
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not material_readable(of_material) then return null; end if;
  return (select substring(f.content from from_byte + 1 for bytes) from material_version v join file f on f.id = v.file_id
           where v.material_id = of_material and v.version = of_version);
end
$function$;

-- room: study
CREATE OR REPLACE FUNCTION public.material_question(of_material uuid)
 RETURNS TABLE(question_id uuid, version smallint, ask text, body jsonb, basis text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not material_readable(of_material) then return; end if;
  return query
    select q.id, q.version, w.ask, w.body, w.basis
      from material m join material_version v on v.material_id = m.id and v.version = m.version
      join question q on q.id = v.question_id and q.pool = 'practice' and q.out_at is null
      join question_version w on w.question_id = q.id and w.version = q.version
     where m.id = of_material;
end
$function$;

-- room: study
CREATE OR REPLACE FUNCTION public.material_readable(of_material uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from material m where m.id = of_material and (nb_holds(m.area_id) or unit_above_mine(m.area_id)));
end
$function$;

-- room: study
CREATE OR REPLACE FUNCTION public.material_readers(of_materials uuid[], of_area uuid, of_day date)
 RETURNS TABLE(material_id uuid, account_id uuid, full_name text, unit_id uuid, opened_at timestamp with time zone, opened_version smallint, said_at timestamp with time zone, said_version smallint, done_at timestamp with time zone, done_version smallint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not nb_holds(of_area) then return; end if;
  return query
    with worker as materialized (
      select g.account_id as who, a.full_name as called, array_agg(distinct g.area_id) as units
        from access_grant g join area_reach r on r.area_id = g.area_id and r.over_id = of_area
        join account a on a.id = g.account_id and a.disabled_at is null
       where g.role <> 'administrator' and g.valid_from <= of_day and coalesce(g.valid_until, 'infinity') > of_day
       group by g.account_id, a.full_name),
    asked as materialized (
      select m.id, m.area_id from material m
       where m.id = any (of_materials) and (nb_holds(m.area_id) or unit_above_mine(m.area_id))),
    did as materialized (
      select d.material_id as material, d.account_id as who,
             max(d.opened_at) as opened, max(d.version) filter (where d.opened_at is not null) as opened_as,
             max(d.said_at) as said, max(d.version) filter (where d.said_at is not null) as said_as,
             max(d.done_at) as done, max(d.version) filter (where d.done_at is not null) as done_as
        from material_reading d join asked k on k.id = d.material_id group by 1, 2)
    select k.id, w.who, w.called,
           (select x.area_id from area_reach x where x.over_id = k.area_id and x.area_id = any (w.units) order by x.area_id limit 1),
           d.opened, d.opened_as, d.said, d.said_as, d.done, d.done_as
      from asked k join worker w on exists (select from area_reach x where x.over_id = k.area_id and x.area_id = any (w.units))
      left join did d on d.material = k.id and d.who = w.who;
end
$function$;

-- room: study
CREATE OR REPLACE FUNCTION public.material_told(of_material uuid, of_version smallint, of_unit uuid, what text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not nb_holds(of_unit) or not material_readable(of_material) then return false; end if;
  insert into material_reading as r (material_id, version, account_id, area_id, opened_at, said_at, done_at)
  values (of_material, of_version, nb_account(), of_unit, case when what = 'opened' then at end,
          case when what = 'read' then at end, case when what = 'done' then at end)
  on conflict (material_id, version, account_id) do update set
    area_id = excluded.area_id,
    opened_at = coalesce(r.opened_at, excluded.opened_at),
    said_at = case when what <> 'unread' then coalesce(r.said_at, excluded.said_at) end,
    done_at = coalesce(r.done_at, excluded.done_at);
  return true;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.members_elsewhere(ids uuid[], but uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from member m where m.id = any (ids) and m.household_id <> but);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.members_known(villages uuid[], names text[], years integer[])
 RETURNS TABLE(household_id uuid, id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  reached uuid[] := villages_reached(villages);
begin
  return query
    select m.household_id, m.id
      from (select distinct * from unnest(names, years) as u (name, year)) s
      join member m on m.home_id = any (reached) and m.birth_year = s.year and heard_as(m.full_name) = s.name;
end
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.my_body_tasks(today date, over boolean)
 RETURNS TABLE(task_id uuid, meeting_id uuid, body_id uuid, unit_id uuid, body_name text, what text, due_on date, held_on date, owed_by text, mine boolean, heads boolean, done_on date, taken_back text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    with me as materialized (select o.id from official o where o.account_id = nb_account()),
    headed as materialized (
      select distinct m.body_id as id from body_member m join me on me.id = m.official_id
       where m.role = 'head' and m.valid_from <= today and coalesce(m.valid_until, 'infinity') > today),
    task as (
      select t.id from body_task t join me on me.id = t.official_id where (t.done_on is not null or t.taken_back is not null) = over
      union
      select t.id from body_task t join headed h on h.id = t.body_id where (t.done_on is not null or t.taken_back is not null) = over)
    select t.id, t.meeting_id, t.body_id, b.unit_id, b.name, t.what, t.due_on, g.held_on, o.full_name,
           t.official_id in (select me.id from me), t.body_id in (select h.id from headed h), t.done_on, t.taken_back
      from task k join body_task t on t.id = k.id join body b on b.id = t.body_id
      join body_meeting g on g.id = t.meeting_id join official o on o.id = t.official_id
     order by case when over then coalesce(t.done_on, t.due_on) end desc, t.due_on, t.id limit 500;
end
$function$;

-- room: tests
CREATE OR REPLACE FUNCTION public.my_class_tests()
 RETURNS TABLE(test_id uuid, class_id uuid, class_title text, area_id uuid, official_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select t.id, c.id, trim(c.code || ' ' || c.title), t.area_id, s.official_id
    from class_seat s join class_test t on t.class_id = s.class_id join training_class c on c.id = t.class_id
   where s.official_id = roster_self() and s.state = 'enrolled' and t.state in ('open', 'closed')
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.my_classes()
 RETURNS TABLE(seat_id uuid, class_id uuid, code text, title text, kind text, area_id uuid, from_id uuid, class_state text, state text, because text, offer_until date, changes integer, sessions jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select k.id, c.id, c.code, c.title, c.kind, c.area_id, k.from_id, c.state, k.state, k.because, k.offer_until, c.revision + k.revision,
           coalesce((select jsonb_agg(jsonb_build_object(
               'id', s.id, 'day', lower(s.during)::date, 'from', to_char(lower(s.during), 'HH24:MI'), 'until', to_char(upper(s.during), 'HH24:MI'),
               'place', coalesce(h.name, s.place)) order by s.during)
             from class_session s left join class_hall h on h.id = s.hall_id where s.class_id = c.id), '[]')
      from class_seat k join training_class c on c.id = k.class_id
     where k.official_id = roster_self()
     order by (select max(upper(s.during)) from class_session s where s.class_id = c.id) desc nulls first, k.id limit 100;
end
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.my_invitation(one uuid)
 RETURNS TABLE(body_name text, unit_id uuid, held_on date, at_time text, place text, agenda text[], moves jsonb, called_off text, signed boolean, paper jsonb, minutes json, members json, called_on date, decided_by text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select b.name, b.unit_id, g.held_on, g.at_time, g.place, g.agenda, g.moves, g.called_off, g.scan_id is not null, g.paper,
           case when g.scan_id is not null and g.paper is null then
             json_build_object('present', g.present, 'guests', g.guests, 'chairedBy', g.chaired_by, 'conclusions', g.conclusions,
               'tasks', (select coalesce(json_agg(json_build_object('name', o.full_name, 'what', t.what, 'due', t.due_on)
                                                  order by t.due_on, t.id), '[]')
                           from body_task t join official o on o.id = t.official_id
                          where t.meeting_id = g.id and t.taken_back is null)) end,
           (select json_agg(json_build_object('officialId', o.id, 'name', o.full_name, 'role', m.role)
                            order by array_position(array['head', 'standing_deputy', 'deputy', 'member', 'secretary'], m.role),
                                     m.valid_from, o.full_name collate vietnamese, m.id)
              from body_member m join official o on o.id = m.official_id
             where m.body_id = b.id and m.valid_from <= g.held_on and coalesce(m.valid_until, 'infinity') > g.held_on
               and not exists (select from appointment a
                                where a.official_id = o.id and a.ended_because = 'died' and a.valid_until <= g.held_on)),
           (g.made_at at time zone 'Asia/Ho_Chi_Minh')::date, b.decided_by
      from body_meeting g join body b on b.id = g.body_id
     where g.id = one
       and exists (select from body_member m join official o on o.id = m.official_id
                    where m.body_id = b.id and o.account_id = nb_account()
                      and ((m.valid_from <= g.held_on and coalesce(m.valid_until, 'infinity') > g.held_on)
                           or exists (select from jsonb_to_recordset(g.moves) as v("on" date)
                                       where m.valid_from <= v."on" and coalesce(m.valid_until, 'infinity') > v."on")));
end
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.my_meetings(today date)
 RETURNS TABLE(meeting_id uuid, body_id uuid, unit_id uuid, body_name text, held_on date, at_time text, place text, agenda text[], moves jsonb, called_off text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    with me as materialized (select o.id from official o where o.account_id = nb_account()),
    seat as materialized (select m.body_id as id, m.valid_from, m.valid_until from body_member m join me on me.id = m.official_id)
    select g.id, g.body_id, b.unit_id, b.name, g.held_on, g.at_time, g.place, g.agenda, g.moves, g.called_off
      from body_meeting g join body b on b.id = g.body_id
     where g.body_id in (select s.id from seat s) and g.scan_id is null
       and (g.held_on >= today or exists (select from jsonb_to_recordset(g.moves) as v("on" date) where v."on" >= today))
       and exists (select from seat s
                    where s.id = g.body_id
                      and ((s.valid_from <= g.held_on and coalesce(s.valid_until, 'infinity') > g.held_on)
                           or exists (select from jsonb_to_recordset(g.moves) as v("on" date)
                                       where s.valid_from <= v."on" and coalesce(s.valid_until, 'infinity') > v."on")))
     order by g.held_on, g.at_time, g.id limit 100;
end
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.my_minutes()
 RETURNS TABLE(meeting_id uuid, unit_id uuid, body_name text, held_on date, at_time text, place text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    with me as materialized (select o.id from official o where o.account_id = nb_account()),
    seat as materialized (select m.body_id as id, m.valid_from, m.valid_until from body_member m join me on me.id = m.official_id)
    select g.id, b.unit_id, b.name, g.held_on, g.at_time, g.place
      from body_meeting g join body b on b.id = g.body_id
     where g.body_id in (select s.id from seat s) and g.scan_id is not null
       and exists (select from seat s where s.id = g.body_id and s.valid_from <= g.held_on
                                        and coalesce(s.valid_until, 'infinity') > g.held_on)
     order by g.held_on desc, g.id desc limit 50;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.my_seats(of_day date)
 RETURNS TABLE(seat_id uuid, topic_id uuid, plan_id uuid, code text, title text, year smallint, weeks integer[], place_id uuid, place text, plan_name text, amendment smallint, area_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select s.id, s.topic_id, coalesce(p.original_id, p.id), t.code, t.title, s.year, l.weeks, l.place_id, l.place, p.name, p.amendment, p.area_id
      from official o join plan_seat s on s.official_id = o.id join plan_line l on l.id = s.plan_line_id
      join training_plan p on p.id = s.plan_id join framework_topic t on t.id = l.topic_id
     where o.account_id = nb_account() and s.stands and s.year >= extract(year from of_day) and p.state = 'approved'
     order by s.year, l.weeks, t.code, s.id limit 100;
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.my_sessions(of_day date)
 RETURNS TABLE(session_id uuid, title text, begins text, ends text, place text, role text, mark text, closed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with mine as (
    select s.id, s.class_id, s.during, s.hall_id, s.place, 'trainer' as role from class_session s
      join session_person p on p.session_id = s.id and p.role = 'trainer' and p.person = roster_self()
    union all
    select s.id, s.class_id, s.during, s.hall_id, s.place, 'learner' from class_session s
      join class_seat t on t.class_id = s.class_id and t.state = 'enrolled' and t.official_id = roster_self())
  select m.id, c.title, to_char(lower(m.during), 'HH24:MI'), to_char(upper(m.during), 'HH24:MI'), coalesce(h.name, m.place), m.role,
         (select a.mark from attendance_mark a where a.session_id = m.id and a.official_id = roster_self() order by a.number desc limit 1),
         coalesce((select n.closed from session_count n where n.session_id = m.id order by n.number desc limit 1), false)
    from mine m join training_class c on c.id = m.class_id left join class_hall h on h.id = m.hall_id
   where m.during && tsrange(of_day::timestamp, (of_day + 1)::timestamp) and c.state = 'running' order by m.during, m.id
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.my_signed_page(one uuid)
 RETURNS TABLE(media_type text, content bytea)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select f.media_type, f.content from body_meeting g join file f on f.id = g.scan_id
     where g.id = one and exists (select from my_invitation(one));
end
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.my_task_done(one uuid, on_day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update body_task t set done_on = on_day where t.id = one and t.done_on is null and t.taken_back is null
    and t.official_id in (select o.id from official o where o.account_id = nb_account());
end
$function$;

-- room: bodies
CREATE OR REPLACE FUNCTION public.my_task_held(one uuid)
 RETURNS TABLE(body_id uuid, unit_id uuid, meeting_id uuid, held_on date, due_on date, ended boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from body_task t where t.id = one
    and t.official_id in (select o.id from official o where o.account_id = nb_account()) for update;
  if not found then return; end if;
  return query
    select t.body_id, b.unit_id, t.meeting_id, g.held_on, t.due_on, t.done_on is not null or t.taken_back is not null
      from body_task t join body b on b.id = t.body_id join body_meeting g on g.id = t.meeting_id where t.id = one;
end
$function$;

-- room: platform
CREATE OR REPLACE FUNCTION public.nb_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('nb.account'::text, true), ''::text))::uuid;

-- room: platform
CREATE OR REPLACE FUNCTION public.nb_areas()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('nb.areas'::text, true), ''::text), '{}'::text))::uuid[];

-- room: platform
CREATE OR REPLACE FUNCTION public.nb_begin(of_account uuid, of_areas uuid[], of_command uuid, OUT account uuid, OUT kept_as text, OUT kept_hash bytea, OUT answer jsonb)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  whole boolean;
begin
  if (select max(m.name) from schema_migration m) > coalesce(current_setting('nb.schema', true), '') then
    raise exception 'schema' using errcode = '57P03', constraint = 'schema_newer';
  end if;
  perform nb_stand(of_account, of_areas);
  select w.area_ids is null into whole from area_within w
   where w.over_id = any (of_areas) and (w.area_ids is null or w.size > 200) order by 1 desc limit 1;
  if whole and pg_has_role(session_user, 'nb_nation', 'member') then
    perform set_config('role', 'nb_nation', true);
  elsif whole is not null and pg_has_role(session_user, 'nb_wide', 'member') then
    perform set_config('role', 'nb_wide', true);
  elsif current_user in ('nb_wide', 'nb_nation') then
    perform set_config('role', 'nb_app', true);
  end if;
  account := of_account;
  if of_command is not null then
    select k.endpoint, k.content_hash, k.result into kept_as, kept_hash, answer from command k where k.id = of_command;
  end if;
end
$function$;

-- room: platform
CREATE OR REPLACE FUNCTION public.nb_begin_each(accounts uuid[], areas text[], commands uuid[], patience integer)
 RETURNS TABLE(n integer, kept_as text, kept_hash bytea, answer jsonb)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
declare
  sender record;
begin
  if patience is not null then perform set_config('lock_timeout', patience::text, true); end if;
  return query select 1, b.kept_as, b.kept_hash, b.answer from nb_begin(accounts[1], areas[1]::uuid[], commands[1]) b;
  perform set_config('nb.each', case when accounts[1] = all (accounts) and areas[1] = all (areas) then ''
                                     else (select jsonb_agg(jsonb_build_array(s.account, s.areas) order by s.n)::text
                                             from unnest(accounts, areas) with ordinality as s (account, areas, n)) end, true);
  if cardinality(accounts) = 1 or cardinality(commands) = 0 then return; end if;
  for sender in
    select s.account, s.areas, array_agg(s.n) as of from nb_standings(cardinality(accounts)) s where s.n > 1 group by 1, 2
  loop
    if sender.account is distinct from nb_account() then perform nb_stand(sender.account, sender.areas); end if;
    return query
      select i.n, k.endpoint, k.content_hash, k.result
        from unnest(sender.of) as i (n) left join lateral (select * from command c where c.id = commands[i.n]) k on true;
  end loop;
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.nb_everywhere()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from area_version v where v.level = 0 and v.area_id = any (nb_areas()))
$function$;

-- room: platform
CREATE OR REPLACE FUNCTION public.nb_finish(of_account uuid, of_command uuid, of_endpoint text, of_hash bytea, of_answer jsonb, line uuid, of_what text, of_subject uuid, of_area uuid, of_facts jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if of_hash is not null then
    insert into command (id, account_id, endpoint, content_hash, result)
      values (of_command, of_account, of_endpoint, of_hash, coalesce(of_answer, 'null'))
      on conflict (id) do nothing;
    if not found then raise exception 'command' using errcode = 'NB001'; end if;
  end if;
  insert into audit_line (id, account_id, command_id, what, subject_id, area_id, facts)
    values (line, of_account, of_command, of_what, of_subject, of_area, of_facts);
end
$function$;

-- room: platform
CREATE OR REPLACE FUNCTION public.nb_finish_each(commands uuid[], endpoints text[], hashes bytea[], answers jsonb[], lines uuid[], whats text[], subjects uuid[], of_areas uuid[], of_facts jsonb[])
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  sender record;
  kept integer;
begin
  for sender in
    select s.account, s.areas, array_agg(s.n) as of from nb_standings(cardinality(commands)) s group by 1, 2
  loop
    if sender.account is distinct from nb_account() then perform nb_stand(sender.account, sender.areas); end if;
    insert into command (id, account_id, endpoint, content_hash, result)
      select commands[n], sender.account, endpoints[n], hashes[n], coalesce(answers[n], 'null') from unnest(sender.of) n
      on conflict (id) do nothing;
    get diagnostics kept = row_count;
    if kept <> cardinality(sender.of) then raise exception 'command' using errcode = 'NB001'; end if;
    insert into audit_line (id, account_id, command_id, what, subject_id, area_id, facts)
      select lines[n], sender.account, commands[n], whats[n], subjects[n], of_areas[n], of_facts[n] from unnest(sender.of) n;
  end loop;
end
$function$;

-- room: platform
CREATE OR REPLACE FUNCTION public.nb_guard(of_table text, units text[], command text DEFAULT 'all'::text, only_if text DEFAULT NULL::text, also text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  clause text := case command when 'insert' then 'with check' else 'using' end;
  listed text := (select string_agg(format('%I = any (nb_units())', unit), ' or ') from unnest(units) unit);
  asked text := (select string_agg(format('nb_holds(%I)', unit), ' or ') from unnest(units) unit);
  -- A row of no unit is nobody's, not the nation's either.
  anywhere text := coalesce((select string_agg(format('%I is not null', a.attname), ' or ') from pg_attribute a
                              where a.attrelid = of_table::regclass and a.attname = any (units) and not a.attnotnull), 'true');
  kind record;
begin
  for kind in select * from (values ('nb_app', 'near', listed), ('nb_wide', 'wide', asked), ('nb_nation', 'nation', anywhere))
                         as k (role, name, reached) loop
    execute format('create policy %I on %I for %s to %I %s (%s)', of_table || '_' || kind.name || '_' || command, of_table,
      command, kind.role, clause,
      case when only_if is not null and kind.reached = 'true' then only_if
           when only_if is not null then format('(%s) and (%s)', only_if, kind.reached)
           when kind.reached = 'true' or also is null then coalesce(kind.reached, 'true')
           else coalesce(kind.reached || ' or ', '') || also end);
  end loop;
end
$function$;

-- room: areas
CREATE OR REPLACE FUNCTION public.nb_holds(unit uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE COST 1000
AS $function$
begin
  return exists (select from area_reach r where r.area_id = unit and r.over_id = any (nb_areas()));
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.nb_own_password()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select password_hash from account where id = nb_account() and disabled_at is null
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.nb_session(token bytea, instant timestamp with time zone)
 RETURNS TABLE(session_id uuid, csrf text, account_id uuid, full_name text, login text, must_change_password boolean, seen_at timestamp with time zone, grants jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.nb_sign_in(wanted text)
 RETURNS TABLE(account_id uuid, password_hash text, must_change_password boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id, password_hash, must_change_password from account where login = wanted and disabled_at is null
$function$;

-- room: platform
CREATE OR REPLACE FUNCTION public.nb_stand(of_account uuid, of_areas uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('set local nb.account = %L; set local nb.areas = %L',
                 coalesce(of_account::text, ''), coalesce(of_areas::text, '{}'));
end
$function$;

-- room: platform
CREATE OR REPLACE FUNCTION public.nb_stand_at(places uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  held uuid[];
begin
  if current_user = 'nb_nation' then return; end if;
  held := array(select distinct r.area_id from area_reach r where r.area_id = any (places) and r.over_id = any (nb_areas()));
  if places[1] = any (held) then
    held := places[1] || array(select p from unnest(held) p except select r.area_id from area_reach r where r.over_id = places[1]);
  end if;
  if cardinality(held) > 0 then
    perform nb_begin(nb_account(), held, null);
  end if;
end
$function$;

-- room: platform
CREATE OR REPLACE FUNCTION public.nb_standings(many integer)
 RETURNS TABLE(n integer, account uuid, areas uuid[])
 LANGUAGE sql
 STABLE
AS $function$
  select s.n, coalesce((e.one ->> 0)::uuid, nb_account()), coalesce((e.one ->> 1)::uuid[], nb_areas())
    from generate_series(1, many) as s (n)
    left join jsonb_array_elements(coalesce(nullif(current_setting('nb.each', true), ''), '[]')::jsonb) with ordinality as e (one, n)
      on e.n = s.n
$function$;

-- room: platform
CREATE OR REPLACE FUNCTION public.nb_system()
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN '01980000-0000-7000-8000-000000000001'::uuid;

-- room: areas
CREATE OR REPLACE FUNCTION public.nb_units()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE COST 1000
AS $function$
declare
  areas uuid[] := nullif(current_setting('nb.areas', true), '');
  over uuid;
  part uuid[];
  held uuid[] := '{}';
begin
  if current_user in ('nb_wide', 'nb_nation') then return '{}'; end if;
  if cardinality(areas) = 1 then
    select w.area_ids into part from area_within w where w.over_id = areas[1];
    if part is not null then return part; end if;
  end if;
  foreach over in array coalesce(areas, '{}') loop
    select w.area_ids into part from area_within w where w.over_id = over;
    -- Null stands for the whole nation.
    if found and part is null then return array(select id from area); end if;
    held := held || coalesce(part, '{}');
  end loop;
  return held;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.needs_at(of_area uuid, of_day date)
 RETURNS TABLE(source text, wish_id uuid, error_code text, official_id uuid, person text, unit_id uuid, topic_id uuid, reason text, times integer, found_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with under as materialized (select r.area_id from area_reach r where r.over_id = of_area),
    found as materialized (
      select w.source, w.id as wish, null::text as code, w.official_id as official, o.full_name as named, w.area_id as unit,
             w.topic_id as topic, w.reason, 1 as times, w.made_on as day
        from training_wish w join under u on u.area_id = w.area_id join official o on o.id = w.official_id
       where w.made_on <= of_day and (w.withdrawn_on is null or w.withdrawn_on > of_day)
      union all
      select 'error', null, n.topic, o.id, coalesce(o.full_name, c.full_name), n.area_id, e.topic_id, null, count(*)::int, max(n.found_on)
        from training_need n join under u on u.area_id = n.area_id
        left join account c on c.id = n.account_id
        left join official o on o.account_id = n.account_id
        left join lateral (select x.topic_id from error_topic x join area_reach r on r.over_id = x.area_id
                            where r.area_id = n.area_id and x.code = n.topic limit 1) e on true
       where n.cause <> 'inquiry' and n.found_on between date_trunc('year', of_day)::date and of_day
       group by n.topic, n.account_id, o.id, o.full_name, c.full_name, n.area_id, e.topic_id
      union all
      -- Asked under a topic the need is of that topic; under a section of the form of the topic that stands against it.
      select 'asked', null, case when t.id is null then n.topic end, o.id, coalesce(o.full_name, c.full_name), n.area_id, coalesce(t.id, e.topic_id), null,
             count(*)::int, max(n.found_on)
        from training_need n join under u on u.area_id = n.area_id
        left join account c on c.id = n.account_id
        left join official o on o.account_id = n.account_id
        left join framework_topic t on t.id::text = n.topic
        left join lateral (select x.topic_id from error_topic x join area_reach r on r.over_id = x.area_id
                            where r.area_id = n.area_id and x.code = n.topic limit 1) e on true
       where n.cause = 'inquiry' and n.found_on between date_trunc('year', of_day)::date and of_day
       group by t.id, n.topic, n.account_id, o.id, o.full_name, c.full_name, n.area_id, e.topic_id
      union all
      select 'requirement', null, 'required_' || u.kind, u.official_id, o.full_name, u.area_id, e.topic_id, u.why, 1, of_day
        from (select distinct on (r.official_id, r.kind) r.official_id, r.kind, r.area_id, r.why from unmet_requirements(of_area, of_day) r
               where r.why in ('none', 'lower') order by r.official_id, r.kind, r.area_id) u
        join official o on o.id = u.official_id
        left join lateral (select x.topic_id from error_topic x join area_reach r on r.over_id = x.area_id
                            where r.area_id = u.area_id and x.code = 'required_' || u.kind limit 1) e on true),
    today as materialized (
      select d.topic, topic_on(d.topic, of_day) as now from (select distinct f.topic from found f where f.topic is not null) d),
    once as (
      select f.source, f.wish, f.code, f.official, f.named, f.unit, t.now, f.reason, f.times, f.day,
             f.wish is not null and t.now is not null
               and row_number() over (partition by f.official, t.now, f.wish is null order by f.source, f.day, f.wish) > 1 as again
        from found f left join today t on t.topic = f.topic)
    select o.source, o.wish, o.code, o.official, o.named, o.unit, o.now, o.reason, o.times, o.day from once o where not o.again;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.official_join_begin(kept uuid, former uuid, why text, account uuid, of_day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone official;
  mine record;
begin
  perform from official o where o.id in (kept, former) order by o.id for update;
  if kept = former or not (official_kept(kept) and official_kept(former)) then return false; end if;
  if exists (select from official_join_faults(kept, former)) then return false; end if;
  select * into gone from official o where o.id = former;

  insert into official_joined (id, into_id, unit_id, full_name, birth_year, because, joined_by, joined_on, was)
  select former, kept, gone.unit_id, gone.full_name, gone.birth_year, why, account, of_day, jsonb_build_object(
    'official', to_jsonb(gone) - 'citizen_id_sealed' - 'citizen_id_index' - 'search',
    'appointments', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from appointment x where x.official_id in (kept, former)),
    'qualifications', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from qualification x where x.official_id = former));
  update official_joined j set into_id = kept where j.into_id = former;

  -- One post at one unit that both records have for days in common, to the same end, is one term from the first day of either.
  for mine in
    select x.id, x.valid_from, x.decision_number, x.decided_on, k.id as same
      from appointment x join appointment k on k.official_id = kept and k.post = x.post and k.area_id = x.area_id
     where x.official_id = former and daterange(x.valid_from, x.valid_until) && daterange(k.valid_from, k.valid_until) loop
    update official_move m set
      from_appointment_id = case when m.from_appointment_id = mine.id then mine.same else m.from_appointment_id end,
      to_appointment_id = case when m.to_appointment_id = mine.id then mine.same else m.to_appointment_id end,
      first_there_id = case when m.first_there_id = mine.id then mine.same else m.first_there_id end
     where mine.id in (m.from_appointment_id, m.to_appointment_id, m.first_there_id);
    update appointment n set renews_id = mine.same where n.renews_id = mine.id;
    delete from appointment x where x.id = mine.id;
    update appointment k set
      valid_from = least(k.valid_from, mine.valid_from), decision_number = coalesce(k.decision_number, mine.decision_number),
      decided_on = coalesce(k.decided_on, mine.decided_on)
     where k.id = mine.same;
  end loop;
  update appointment x set official_id = kept where x.official_id = former;

  delete from qualification q where q.official_id = former and q.taken_away is null and exists (
    select from qualification k where k.official_id = kept and k.taken_away is null
       and (k.kind, coalesce(k.level, ''), lower(k.title), coalesce(k.number, ''), coalesce(k.until_month, ''))
         = (q.kind, coalesce(q.level, ''), lower(q.title), coalesce(q.number, ''), coalesce(q.until_month, '')));
  update qualification q set official_id = kept where q.official_id = former;
  update official_move m set official_id = kept where m.official_id = former;
  update official_handover h set official_id = kept where h.official_id = former;
  return true;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.official_join_end(kept uuid, former uuid, sealed text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone official;
begin
  if not official_joining(kept, former) then raise exception 'official_join' using errcode = '42501'; end if;
  select * into gone from official o where o.id = former;
  update official_joined j set was = j.was || jsonb_build_object(
    'apart', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from official_apart x where former in (x.one_id, x.other_id)))
   where j.id = former;
  delete from official_apart x where former in (x.one_id, x.other_id) and (
    kept in (x.one_id, x.other_id)
    or x.ended_on is null and exists (
      select from official_apart k where k.ended_on is null and kept in (k.one_id, k.other_id)
         and (case when k.one_id = kept then k.other_id else k.one_id end)
           = (case when x.one_id = former then x.other_id else x.one_id end)));
  update official_apart x set
    one_id = least(kept, case when x.one_id = former then x.other_id else x.one_id end),
    other_id = greatest(kept, case when x.one_id = former then x.other_id else x.one_id end)
   where former in (x.one_id, x.other_id);
  delete from official o where o.id = former;
  update official o set
    birth_month = coalesce(o.birth_month, gone.birth_month), birth_day = coalesce(o.birth_day, gone.birth_day),
    phone = coalesce(o.phone, gone.phone), personal_number = coalesce(o.personal_number, gone.personal_number),
    account_id = coalesce(o.account_id, gone.account_id),
    languages = array(select distinct l from unnest(o.languages || gone.languages) l order by l),
    citizen_id_sealed = coalesce(o.citizen_id_sealed, sealed), citizen_id_end = coalesce(o.citizen_id_end, gone.citizen_id_end),
    citizen_id_index = coalesce(o.citizen_id_index, gone.citizen_id_index),
    taken_over = array(
      select f from unnest(o.taken_over) f
      union select f from unnest(gone.taken_over) f
             where (f = 'personalNumber' and o.personal_number is null) or (f = 'phone' and o.phone is null)
                or (f = 'citizenId' and o.citizen_id_index is null))
   where o.id = kept;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.official_join_faults(kept uuid, former uuid)
 RETURNS TABLE(fault text, about jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  a official;
  b official;
begin
  if not (official_kept(kept) and official_kept(former)) then return; end if;
  select * into a from official o where o.id = kept;
  select * into b from official o where o.id = former;
  if lower(a.full_name) <> lower(b.full_name) then return query select 'name', jsonb_build_object('kept', a.full_name, 'former', b.full_name); end if;
  if a.sex <> b.sex then return query select 'sex', null::jsonb; end if;
  if (a.birth_year, coalesce(a.birth_month, b.birth_month, 0), coalesce(a.birth_day, b.birth_day, 0))
     <> (b.birth_year, coalesce(b.birth_month, a.birth_month, 0), coalesce(b.birth_day, a.birth_day, 0)) then
    return query select 'birth', null::jsonb; end if;
  if a.citizen_id_index is not null and b.citizen_id_index is not null then return query select 'citizen_id', null::jsonb; end if;
  if a.personal_number is not null and b.personal_number is not null then return query select 'personal_number', null::jsonb; end if;
  if a.account_id is not null and b.account_id is not null then return query select 'account', null::jsonb; end if;
  if nb_account() in (a.account_id, b.account_id) then return query select 'own', null::jsonb; end if;
  if exists (select from official_handover h where h.official_id in (kept, former) and h.state = 'asked') then
    return query select 'handover', null::jsonb; end if;
  if (select count(*) from official_move m where m.official_id in (kept, former) and m.taken_away is null and m.outcome is null
         and not m.beside_another) > 1 then
    return query select 'moves', null::jsonb; end if;
  return query
    select 'died', jsonb_build_object('day', d.day)
      from (select min(x.valid_until) as day from appointment x where x.official_id in (kept, former) and x.ended_because = 'died') d
     where exists (select from appointment x where x.official_id in (kept, former) and not isempty(daterange(x.valid_from, x.valid_until))
                    and coalesce(x.valid_until, 'infinity') > d.day);
  return query
    select 'standing', jsonb_build_object('post', x.post, 'areaId', x.area_id)
      from appointment x join appointment y on y.post = x.post and y.area_id = x.area_id
     where x.official_id = kept and y.official_id = former and x.standing <> y.standing
       and daterange(x.valid_from, x.valid_until) && daterange(y.valid_from, y.valid_until);
  -- Somebody who has left by the one record would be back by the other.
  return query
    select 'ends', jsonb_build_object('post', x.post, 'areaId', x.area_id)
      from appointment x join appointment y on y.post = x.post and y.area_id = x.area_id
     where x.official_id = kept and y.official_id = former and x.valid_until is distinct from y.valid_until
       and daterange(x.valid_from, x.valid_until) && daterange(y.valid_from, y.valid_until);
  -- The days of a move are those of the post it leads to.
  return query
    select distinct 'same_move', jsonb_build_object('post', x.post, 'areaId', x.area_id)
      from appointment x join appointment y on y.post = x.post and y.area_id = x.area_id
     where x.official_id = kept and y.official_id = former
       and daterange(x.valid_from, x.valid_until) && daterange(y.valid_from, y.valid_until)
       and exists (select from official_move m where m.official_id in (kept, former) and m.taken_away is null
                      and (m.to_appointment_id in (x.id, y.id) or m.first_there_id in (x.id, y.id)));
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.official_joining(kept uuid, former uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from official_joined j join official o on o.id = j.id where j.id = former and j.into_id = kept)
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.official_kept(one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER COST 1000
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from official o join area_reach r on r.area_id = o.unit_id
                  where o.id = one and r.over_id = any (nb_areas()));
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.official_members_apart(kept uuid, former uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select official_kept(kept) and official_kept(former)
     and (select count(*) from official_member m join official o on o.id = m.official_id
           where m.official_id in (kept, former) and m.until is null and o.citizen_id_index is not null
             and exists (select from home_of_official(m.official_id))) > 1
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.official_members_joined(kept uuid, former uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  on_day date;
begin
  if not official_joining(kept, former) then raise exception 'official_join' using errcode = '42501'; end if;
  update official_joined j set was = j.was || jsonb_build_object(
    'home', (select coalesce(jsonb_agg(to_jsonb(m) order by m.id), '[]') from official_member m where m.official_id in (kept, former)))
   where j.id = former returning j.joined_on into on_day;
  if (select count(*) from official_member m where m.official_id in (kept, former) and m.until is null) > 1 then
    update official_member m set until = greatest(m.found_on, on_day)
     where m.official_id in (kept, former) and m.until is null
       and exists (select from official o where o.id = m.official_id and o.citizen_id_index is null);
  end if;
  update official_member m set official_id = kept where m.official_id = former;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.official_moves(people uuid[])
 RETURNS TABLE(id uuid, official_id uuid, full_name text, kind text, why text, planned_last date, outcome text, from_post text, from_area uuid, to_post text, to_area uuid, first_area uuid, valid_from date, valid_until date, decision_number text, decided_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  return query
    select m.id, m.official_id, o.full_name, m.kind, m.why, m.planned_last, m.outcome, f.post, f.area_id, t.post, t.area_id,
           b.area_id, b.valid_from, coalesce(m.stays_from, t.valid_until), b.decision_number, b.decided_on
      from official_move m join official o on o.id = m.official_id
      join appointment f on f.id = m.from_appointment_id
      join appointment t on t.id = m.to_appointment_id
      join appointment b on b.id = coalesce(m.first_there_id, m.to_appointment_id)
     where m.official_id = any (people) and m.taken_away is null and (official_kept(m.official_id) or official_seen(m.official_id));
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.official_seen(one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER COST 1000
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from appointment a join area_reach r on r.area_id = a.area_id
                  where a.official_id = one and a.valid_until is distinct from a.valid_from and r.over_id = any (nb_areas()));
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.official_taken(of_handover uuid, account uuid, of_day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  asked official_handover;
begin
  select * into asked from official_handover h where h.id = of_handover and h.state = 'asked';
  if not found or not exists (select from area_reach r where r.area_id = asked.to_id and r.over_id = any (nb_areas())) then return false; end if;
  update official o set unit_id = asked.to_id where o.id = asked.official_id and o.unit_id = asked.from_id;
  if not found then return false; end if;
  update official_handover h set state = 'taken', settled_by = account, settled_on = of_day where h.id = of_handover;
  return true;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.official_went(one uuid)
 RETURNS TABLE(into_id uuid, full_name text, joined_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select j.into_id, o.full_name, j.joined_on from official_joined j join official o on o.id = j.into_id
     where j.id = one and (official_kept(j.into_id) or official_seen(j.into_id));
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.officials_apart(of_area uuid)
 RETURNS TABLE(apart_id uuid, because text, said_by uuid, said_on date, one_id uuid, other_id uuid, one_name text, other_name text, birth_year smallint, one_unit uuid, other_unit uuid, one_post uuid, other_post uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with kept as materialized (select r.area_id from area_reach r where r.over_id = of_area)
    select x.id, x.because, x.said_by, x.said_on, a.id, b.id, a.full_name, b.full_name, a.birth_year, a.unit_id, b.unit_id,
           (select p.id from appointment p where p.official_id = a.id order by p.valid_from desc, p.id limit 1),
           (select p.id from appointment p where p.official_id = b.id order by p.valid_from desc, p.id limit 1)
      from official_apart x join official a on a.id = x.one_id join official b on b.id = x.other_id
     where x.ended_on is null
       and a.unit_id in (select k.area_id from kept k) and b.unit_id in (select k.area_id from kept k);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.officials_at_home(of_area uuid)
 RETURNS TABLE(official_id uuid, full_name text, account_id uuid, household_id uuid, home_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select o.id, o.full_name, o.account_id, i.household_id, i.home_id
      from official_member m join identity_index i on i.person_id = m.person_id
      join area_reach r on r.area_id = i.home_id and r.over_id = of_area
      join official o on o.id = m.official_id
     where m.until is null and i.free_from is null;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.officials_died(ones uuid[])
 RETURNS TABLE(official_id uuid, full_name text, died_by date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select o.id, o.full_name, min(a.valid_until) from official o join appointment a on a.official_id = o.id
     where o.id = any (ones) and a.ended_because = 'died' and (official_kept(o.id) or official_seen(o.id))
     group by o.id, o.full_name;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.officials_doubled(of_area uuid)
 RETURNS TABLE(one_id uuid, other_id uuid, one_name text, other_name text, birth_year smallint, one_unit uuid, other_unit uuid, one_post uuid, other_post uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with kept as materialized (
      select o.* from area_reach r join official o on o.unit_id = r.area_id where r.over_id = of_area)
    select a.id, b.id, a.full_name, b.full_name, a.birth_year, a.unit_id, b.unit_id,
           (select x.id from appointment x where x.official_id = a.id order by x.valid_from desc, x.id limit 1),
           (select x.id from appointment x where x.official_id = b.id order by x.valid_from desc, x.id limit 1)
      from kept a join kept b on b.search = a.search and b.birth_year = a.birth_year and b.sex = a.sex and a.id < b.id
     where (a.citizen_id_index is null or b.citizen_id_index is null)
       and (a.personal_number is null or b.personal_number is null)
       and (a.birth_month is null or b.birth_month is null
            or (a.birth_month, coalesce(a.birth_day, b.birth_day, 0)) = (b.birth_month, coalesce(b.birth_day, a.birth_day, 0)))
       and not exists (select from official_apart x where x.one_id = a.id and x.other_id = b.id and x.ended_on is null);
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.officials_gone(people uuid[], of_day date)
 RETURNS TABLE(official_id uuid, why text, since date)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select h.who, case when h.died is not null then 'died' when h.last in ('retired', 'left') then h.last else 'postless' end,
         coalesce(h.died, h.until)
    from (select a.official_id as who, min(a.valid_until) filter (where a.ended_because = 'died' and a.valid_until <= of_day) as died,
                 bool_or(a.valid_until is null or of_day < a.valid_until) as holds,
                 (array_agg(a.ended_because order by a.valid_until desc nulls first))[1] as last, max(a.valid_until) as until
            from appointment a
           where a.official_id = any (people) and a.ended_because is distinct from 'entered_by_mistake' group by a.official_id) h
   where h.died is not null or not h.holds
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.officials_linked(ids uuid[], officials uuid[], hashes text[], of_day date)
 RETURNS TABLE(official_id uuid, home_id uuid, linked boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if nb_account() is distinct from nb_system() then return; end if;
  return query
    with asked as materialized (
      select a.id, a.official, i.person_id as person
        from unnest(ids, officials, hashes) as a (id, official, hash) join identity_index i on i.index_hash = a.hash),
    over as (
      update official_member m set until = of_day
       where m.until is null and not exists (select from asked a where a.official = m.official_id and a.person = m.person_id)
      returning m.official_id, m.person_id)
    select over.official_id, (select min(i.home_id::text)::uuid from identity_index i where i.person_id = over.person_id), false
      from over join official o on o.id = over.official_id;
  return query
    with asked as materialized (
      select a.id, a.official, i.person_id as person, i.home_id as home
        from unnest(ids, officials, hashes) as a (id, official, hash) join identity_index i on i.index_hash = a.hash),
    made as (
      insert into official_member (id, official_id, person_id, found_on)
      select a.id, a.official, a.person, of_day from asked a
       where not exists (select from official_member m where m.until is null and (m.official_id = a.official or m.person_id = a.person))
      returning official_member.official_id, official_member.person_id)
    select o.id, a.home, true from made join official o on o.id = made.official_id
      join asked a on a.official = made.official_id and a.person = made.person_id;
end
$function$;

-- room: papers
CREATE OR REPLACE FUNCTION public.paper_begin(paper uuid, of_number text, issued date, begins date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update signed_paper p set number = of_number, issued_on = issued, in_force_from = begins
   where p.id = paper and p.in_force_from is null
     and nb_holds(p.area_id);
  return found;
end
$function$;

-- room: papers
CREATE OR REPLACE FUNCTION public.paper_change_keep(of_unit uuid, by_paper uuid, of_paper uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into paper_change (by_id, of_id, area_id) select by_paper, of_paper, of_unit where nb_holds(of_unit)
$function$;

-- room: papers
CREATE OR REPLACE FUNCTION public.paper_changes_follow(of_unit uuid, old_paper uuid, new_paper uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update paper_change c set of_id = case when c.of_id = old_paper then new_paper else c.of_id end,
                            by_id = case when c.by_id = old_paper then new_paper else c.by_id end
   where old_paper in (c.of_id, c.by_id) and c.area_id = of_unit and nb_holds(of_unit)
$function$;

-- room: papers
CREATE OR REPLACE FUNCTION public.paper_register(of_area uuid, of_series text, papers json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then
    raise exception 'area' using errcode = '42501';
  end if;
  insert into signed_paper (id, kind, series, number, area_id, subject_id, issued_on, in_force_from, payload_hash)
    select p.id, p.kind, of_series, p.number, of_area, p.subject_id, p.issued_on, p.in_force_from, p.payload_hash
      from json_to_recordset(papers) as p (id uuid, kind text, number text, subject_id uuid, issued_on date,
           in_force_from date, payload_hash bytea);
end
$function$;

-- room: papers
CREATE OR REPLACE FUNCTION public.paper_replace(papers uuid[], untils date[], by uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  asked record;
  successor record;
  areas uuid[] := nb_areas();
  replaced integer := 0;
begin
  for asked in select e.paper, e.until, e.successor from unnest(papers, untils, by) as e (paper, until, successor) loop
    select s.id, s.area_id into successor from signed_paper s where s.id = asked.successor;
    update signed_paper p set in_force_until = asked.until, replaced_by = successor.id
     where p.id = asked.paper
       and exists (select from area_reach r where r.area_id in (p.area_id, successor.area_id) and r.over_id = any (areas));
    if found then replaced := replaced + 1; end if;
  end loop;
  return replaced;
end
$function$;

-- room: papers
CREATE OR REPLACE FUNCTION public.paper_status(paper_id uuid, today date)
 RETURNS TABLE(kind text, number text, issued_on date, in_force boolean, valid_from date, valid_until date, replaced_kind text, replaced_number text, replaced_on date, instead_kind text, instead_number text, instead_on date, instead_from date, instead_until date, instead_holds boolean, amends_kind text, amends_number text, amends_on date, corrections jsonb, ended_because text, ended_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ended_by uuid;
  put_right correction;
begin
  select p.kind, coalesce(p.in_force_from <= today and (p.in_force_until is null or today < p.in_force_until), false),
         p.in_force_from, p.in_force_until, p.replaced_by, p.ended_because, p.ended_on, p.number, p.issued_on
    into kind, in_force, valid_from, valid_until, ended_by, ended_because, ended_on, number, issued_on
    from signed_paper p where p.id = paper_id;
  if not found then return; end if;
  select s.kind, s.number, s.issued_on into replaced_kind, replaced_number, replaced_on from signed_paper s where s.id = ended_by;
  if kind = 'correction' then
    select c.* into put_right from correction c where c.id = paper_id;
    select a.kind, a.number, a.issued_on into amends_kind, amends_number, amends_on from signed_paper a where a.id = put_right.amends_id;
  end if;
  if ended_by is not null or put_right.successor_id is not null then
    -- What a correction ended was followed by what that put in its place; else by the paper itself that ended it, which is
    -- of another kind where nothing followed.
    with recursive chain as (
      select s.id, s.kind, s.replaced_by, 0 as nth from signed_paper s where s.id = coalesce(put_right.successor_id, paper_id)
      union all
      select n.id, n.kind, n.replaced_by, l.nth + 1
        from chain l left join correction c on c.id = l.replaced_by
        join signed_paper n on n.id = coalesce(c.successor_id, l.replaced_by) and n.kind = l.kind
    ) cycle id set is_round using trail,
    followers as (
      select n.kind, n.number, n.issued_on, n.in_force_from, n.in_force_until, l.nth,
             n.in_force_from <= today and coalesce(today < n.in_force_until, true) as holds
        from chain l join signed_paper n on n.id = l.id
       where l.id <> paper_id and not l.is_round)
    select f.kind, f.number, f.issued_on, f.in_force_from, f.in_force_until, f.holds
      into instead_kind, instead_number, instead_on, instead_from, instead_until, instead_holds
      from followers f order by f.holds desc, f.nth desc limit 1;
  end if;
  if kind <> 'correction' then
    corrections := (
      select jsonb_agg(o.one order by o.at)
        from (select jsonb_build_object('number', a.number, 'day', a.signed_on) as one, a.in_force_at as at
                from correction a where a.amends_id = paper_id and a.state = 'in_force'
               union all
              select jsonb_build_object('kind', b.kind, 'number', b.number, 'day', b.issued_on), b.registered_at
                from paper_change c join signed_paper b on b.id = c.by_id where c.of_id = paper_id) o);
  else
    -- The paper that it put in the place of the wrong one was replaced by a later one, and so on.
    corrections := (
      with recursive later as (
        select c.successor_id, c.number, c.signed_on, 0 as nth from correction c where c.id = paper_id and c.state = 'in_force'
        union all
        select c.successor_id, c.number, c.signed_on, l.nth + 1
          from later l join correction c on c.replaced_id = l.successor_id and c.state = 'in_force')
      select jsonb_agg(jsonb_build_object('number', l.number, 'day', l.signed_on) order by l.nth) from later l where l.nth > 0);
  end if;
  corrections := coalesce(corrections, '[]');
  return next;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.people_gone(of_area uuid, of_day date, people uuid[])
 RETURNS TABLE(official_id uuid, why text, since date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select g.official_id, g.why, g.since from officials_gone(people, of_day) g join official o on o.id = g.official_id
     where exists (select from area_reach r where r.over_id = of_area and (r.area_id = o.unit_id or r.area_id in (
             select a.area_id from appointment a where a.official_id = o.id)));
end
$function$;

-- room: field
CREATE OR REPLACE FUNCTION public.phone_idle_at(of_area uuid, on_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select t.minutes from phone_idle_time t join area_reach r on r.over_id = t.area_id
   where r.area_id = of_area and t.valid_from <= on_day and t.withdrawn_because is null
   order by t.valid_from desc limit 1
$function$;

-- room: field
CREATE OR REPLACE FUNCTION public.phone_idle_of(of_device uuid, on_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select phone_idle_at(d.area_id, on_day) from field_device d where d.id = of_device
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.placing_take_back(placed uuid, by_account uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  p appointment;
begin
  select * into strict p from appointment a where a.id = placed;
  update official_move m set first_there_id = nullif(m.first_there_id, p.renews_id), to_appointment_id = p.renews_id
   where m.to_appointment_id = placed and m.first_there_id is not null and m.taken_away is null;
  update official_move m set from_appointment_id = p.renews_id where m.from_appointment_id = placed and m.taken_away is null;
  -- What ended elsewhere by a death that is recorded there goes by where it is recorded now.
  update appointment a set ended_with = p.renews_id where a.ended_with = placed;
  update appointment a
     set valid_until = case when p.ended_because is null then p.renews_until else greatest(p.valid_until, a.valid_from) end,
         ended_because = p.ended_because, ended_by = p.ended_by, ended_with = p.ended_with,
         until_before = case when p.ended_with is not null then p.renews_until end
   where a.id = p.renews_id;
  update appointment a
     set valid_until = a.valid_from, ended_because = 'entered_by_mistake', ended_by = by_account, ended_with = null, until_before = null
   where a.id = placed;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.placings_coming_back(unit uuid)
 RETURNS TABLE(count integer, names text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not nb_holds(unit) then return; end if;
  return query
    select count(*)::integer, array_agg(o.full_name order by o.full_name)
      from official o where o.id in (select p.official_id from placings_of(unit) p union select e.official_id from posts_ended_with(unit) e);
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.placings_of(unit uuid)
 RETURNS TABLE(placed_id uuid, official_id uuid, post text, placed_at uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id, p.official_id, p.post, p.area_id
    from appointment a join appointment p on p.renews_id = a.id
   where a.area_id = unit and a.ended_because = 'unit_ended' and p.ended_because is distinct from 'entered_by_mistake'
     and not exists (select from appointment n where n.renews_id = p.id and n.ended_because is distinct from 'entered_by_mistake')
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.placings_return(unit uuid)
 RETURNS TABLE(official_id uuid, post text, placed_at uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one record;
begin
  if not nb_holds(unit) then raise exception 'unit' using errcode = '42501'; end if;
  for one in select * from placings_of(unit) order by 1 loop
    perform placing_take_back(one.placed_id, nb_account());
    official_id := one.official_id; post := one.post; placed_at := one.placed_at;
    return next;
  end loop;
  for one in select * from posts_ended_with(unit) order by 1 loop
    update appointment a set valid_until = null, ended_because = null, ended_by = null where a.id = one.appointment_id;
    official_id := one.official_id; post := one.post; placed_at := unit;
    return next;
  end loop;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.plan_approve(of_plan uuid, of_number text, on_day date, of_issuer text, account uuid, signer text, authority text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  root uuid;
begin
  update training_plan s set state = 'approved', approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer,
                             approved_by = account, approved_at = now(), programme_name = p.name, programme_whole = w.name,
                             signer_name = signer, signer_authority = authority
    from programme p left join programme w on w.id = p.part_of_id
   where s.id = of_plan and p.id = s.programme_id and s.state = 'drafted' and nb_holds(s.area_id)
  returning coalesce(s.original_id, s.id) into root;
  if not found then return false; end if;
  update plan_seat t set stands = false
    from (select distinct s.official_id, s.topic_id, s.year from plan_seat s join training_plan v on v.id = s.plan_id
           where root in (v.id, v.original_id)) n
   where t.official_id = n.official_id and t.topic_id = n.topic_id and t.year = n.year and t.stands
     and (t.state = 'approved' or t.plan_id = of_plan);
  with named as materialized (
    select distinct s.official_id, s.topic_id, s.year from plan_seat s join training_plan v on v.id = s.plan_id
     where root in (v.id, v.original_id)),
  first as (
    select distinct on (s.official_id, s.topic_id, s.year) s.id
      from named n join plan_seat s on s.official_id = n.official_id and s.topic_id = n.topic_id and s.year = n.year
      join training_plan p on p.id = s.plan_id
     where (p.state = 'drafted' or p.id = plan_version(coalesce(p.original_id, p.id), 'infinity'))
       and not exists (select from plan_seat o where o.official_id = n.official_id and o.topic_id = n.topic_id and o.year = n.year and o.stands)
     order by s.official_id, s.topic_id, s.year, p.state = 'approved' desc,
              array_position(array['commune', 'district', 'province'], p.level), p.amendment desc, s.id)
  update plan_seat t set stands = true from first f where t.id = f.id;
  return true;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.plan_correct(of_plan uuid, of_number text, on_day date, of_issuer text, until_day date, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update training_plan p set approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer,
         earlier_decisions = p.earlier_decisions || jsonb_build_array(jsonb_build_object('number', p.approved_number, 'day', p.approved_on,
           'issuer', p.approved_issuer, 'until', until_day, 'because', why))
   where p.id = of_plan and p.state = 'approved' and nb_holds(p.area_id);
  return found;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.plan_line_sent_to_mine(line uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER COST 1000
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return plan_sent_to_mine((select l.plan_id from plan_line l where l.id = line));
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.plan_paper_correct(of_plan uuid, of_content jsonb, of_signed text, on_day date, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update plan_paper k set content = of_content, signed = of_signed,
         earlier = k.earlier || jsonb_build_array(jsonb_build_object('content', k.content, 'signed', k.signed, 'until', on_day, 'because', why))
   where k.plan_id = of_plan and nb_holds(k.area_id);
  return found;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.plan_paper_keep(of_plan uuid, of_content jsonb, of_signed text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into plan_paper (plan_id, area_id, content, signed)
    select p.id, p.area_id, of_content, of_signed from training_plan p
     where p.id = of_plan and p.state = 'approved' and nb_holds(p.area_id)
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.plan_sent_to_mine(plan uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER COST 1000
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (
    select from plan_asked a join plan_sending s on s.id = a.sending_id and s.taken_back_on is null
      join area_reach r on r.area_id = a.unit_id
     where a.plan_id = plan and r.over_id = any (nb_areas()));
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.plan_version(plan uuid, of_day date)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select v.id from training_plan v
   where (v.id = plan or v.original_id = plan) and v.state = 'approved' and v.approved_on <= of_day
   order by v.amendment desc limit 1
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.posts_ended_with(unit uuid)
 RETURNS TABLE(appointment_id uuid, official_id uuid, post text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.id, a.official_id, a.post from appointment a
   where a.area_id = unit and a.ended_because = 'unit_ended'
     and not exists (select from appointment n where n.renews_id = a.id and n.ended_because is distinct from 'entered_by_mistake')
     and not exists (select from appointment d where d.official_id = a.official_id and d.ended_because = 'died')
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.programme_drop(of_programme uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from programme p where p.id = of_programme and p.made_by is not null and nb_holds(p.area_id);
  return found;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.programme_stands(of_programme uuid)
 RETURNS TABLE(goals integer, parts integer, frameworks integer, plans integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (select count(*)::int from programme_goal g where g.programme_id = of_programme),
         (select count(*)::int from programme p where p.part_of_id = of_programme),
         (select count(*)::int from framework f where f.programme_id = of_programme),
         (select count(*)::int from training_plan t where t.programme_id = of_programme)
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.records_left(of_area uuid, of_day date)
 RETURNS TABLE(official_id uuid, full_name text, birth_year smallint, unit_id uuid, ended_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with gone as materialized (
      select v.area_id, max(v.valid_until) as ended from area_reach r join area_version v on v.area_id = r.area_id
       where r.over_id = of_area group by v.area_id having max(coalesce(v.valid_until, 'infinity')) <= of_day)
    select o.id, o.full_name, o.birth_year, o.unit_id, g.ended from gone g join official o on o.unit_id = g.area_id;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.register_carried(of_villages uuid[], on_day date)
 RETURNS TABLE(household_id uuid, village_id uuid, number text, address text, phone text, head_name text, persons integer, class text, since date, surveyed_on date, mark bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reached uuid[] := villages_reached(of_villages);
begin
  return query
    with standing as materialized (
      select h.household_id, h.village_id, h.number, h.address, h.contact_phone, h.head_name from household h
       where h.village_id = any (reached) and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)),
    people as materialized (
      select m.household_id,
             (count(*) filter (where m.joined_on <= on_day and (m.left_on is null or on_day < m.left_on)))::int as persons,
             bit_xor(hashtextextended((m.id, m.full_name, m.sex, m.birth_year, m.birth_month, m.birth_day, m.relation,
               m.joined_on, m.left_on, m.leave_reason)::text, 0)) as mark
        from member m
       where m.home_id = any (reached) and m.leave_reason is distinct from 'entered_by_mistake'
       group by m.household_id),
    held as materialized (
      select k.household_id, k.class, k.valid_from as since from household_class k
       where k.home_id = any (reached) and k.valid_from <= on_day and (k.valid_until is null or on_day < k.valid_until)),
    surveyed as materialized (
      select v.household_id, max(v.surveyed_on) as surveyed_on from survey v
       where v.household_id = any (array(select s.household_id from standing s)) group by v.household_id),
    told as materialized (
      select s.household_id, s.village_id, s.number, s.address, s.contact_phone, s.head_name, coalesce(p.persons, 0) as persons, k.class, k.since,
             v.surveyed_on, p.mark
        from standing s full join people p on p.household_id = s.household_id
        full join held k on k.household_id = s.household_id full join surveyed v on v.household_id = s.household_id
       where s.household_id is not null)
    select t.household_id, t.village_id, t.number, t.address, t.contact_phone, t.head_name, t.persons, t.class, t.since, t.surveyed_on,
           hashtextextended((t.household_id, t.number, t.address, t.head_name, t.persons, t.class, t.since, t.surveyed_on, t.mark)::text, 0)
             # coalesce(hashtextextended(t.household_id || t.contact_phone, 0), 0)
      from told t;
end $function$;

-- room: households
CREATE OR REPLACE FUNCTION public.register_count_begin(villages uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from unnest(villages) v where not nb_holds(v)) then raise exception 'village' using errcode = '42501'; end if;
  perform register_count_hold(villages);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.register_count_end(villages uuid[], counted json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from unnest(villages) v where not nb_holds(v))
     or exists (select from json_to_recordset(counted -> 'now') as k (area_id uuid) where k.area_id <> all (villages))
     or exists (select from json_to_recordset(counted -> 'past') as k (area_id uuid) where k.area_id <> all (villages)) then
    raise exception 'village' using errcode = '42501';
  end if;
  perform register_count_keep(villages, counted);
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.register_count_hold(units uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into register_count as k
    select u, 0, 'infinity', null, 0, 0, 0, 0, 0, 0, 0, 0 from (select distinct unnest(units) as u order by 1) asked
    on conflict (area_id, step) do update set step = k.step;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.register_count_keep(villages uuid[], counted json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  lived uuid[] := register_past_keep(villages, counted -> 'past');
  communes uuid[] := array(
    select distinct r.over_id from area_reach r join area_within w on w.over_id = r.over_id
     where r.area_id = any (villages || lived) and w.standing is not null order by 1);
  commune uuid;
begin
  delete from register_count k where k.area_id = any (villages);
  insert into register_count select * from json_populate_recordset(null::register_count, counted -> 'now');
  foreach commune in array communes loop
    if pg_try_advisory_xact_lock(7062024, hashtext(commune::text)) then
      delete from register_behind b where b.area_id = commune;
      perform register_sum_up(array[commune]);
    else
      insert into register_behind (area_id) values (commune);
    end if;
  end loop;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.register_counted(villages uuid[], today date)
 RETURNS SETOF register_count
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  return query
    with home as materialized (
      select h.household_id, h.village_id, h.head_person_id, h.started_on, h.ended_on from household h
       where h.village_id = any (villages) and (h.ended_on is null or h.ended_on > greatest(today, h.started_on))),
    person as materialized (
      select m.household_id, m.home_id, m.person_id, m.ethnicity, m.joined_on, m.left_on from member m
       where m.home_id = any (villages) and (m.left_on is null or m.left_on > greatest(today, m.joined_on))),
    held as materialized (
      select c.household_id, c.home_id, c.class, c.valid_from, c.valid_until from household_class c
       where c.home_id = any (villages) and (c.valid_until is null or c.valid_until > greatest(today, c.valid_from))),
    change as (
      select unnest(villages) as village, today as day
      union select h.village_id, d from home h, unnest(array[h.started_on, h.ended_on]) d where d > today
      union select p.home_id, d from person p, unnest(array[p.joined_on, p.left_on]) d where d > today
      union select k.home_id, d from held k, unnest(array[k.valid_from, k.valid_until]) d where d > today),
    stretch as materialized (
      select c.village, c.day, lead(c.day) over w as until, (row_number() over w - 1)::smallint as step
        from change c window w as (partition by c.village order by c.day)),
    standing as materialized (
      select s.village, s.day, h.household_id, h.head_person_id
        from stretch s join home h on h.village_id = s.village and h.started_on <= s.day and (h.ended_on is null or s.day < h.ended_on)),
    households as (select t.village, t.day, count(*) as n from standing t group by 1, 2),
    persons as (
      select t.village, t.day, count(*) as n,
             count(*) filter (where p.person_id = t.head_person_id and p.ethnicity = '01') as kinh,
             count(*) filter (where p.person_id = t.head_person_id and p.ethnicity not in ('01', '55')) as dtts
        from standing t join person p on p.household_id = t.household_id and p.joined_on <= t.day and (p.left_on is null or t.day < p.left_on)
       group by 1, 2),
    classes as (
      select t.village, t.day, count(*) filter (where k.class = 'poor') as poor, count(*) filter (where k.class = 'near_poor') as near_poor,
             count(*) filter (where k.class = 'average') as average, count(*) filter (where k.class = 'not_poor') as not_poor
        from standing t join held k on k.household_id = t.household_id and k.valid_from <= t.day and (k.valid_until is null or t.day < k.valid_until)
       group by 1, 2)
    select s.village, s.step, s.day, s.until, coalesce(h.n, 0)::int, coalesce(p.n, 0)::int, coalesce(p.kinh, 0)::int, coalesce(p.dtts, 0)::int,
           coalesce(k.poor, 0)::int, coalesce(k.near_poor, 0)::int, coalesce(k.average, 0)::int, coalesce(k.not_poor, 0)::int
      from stretch s
      left join households h on h.village = s.village and h.day = s.day
      left join persons p on p.village = s.village and p.day = s.day
      left join classes k on k.village = s.village and k.day = s.day;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.register_past_counted(villages uuid[], today date)
 RETURNS SETOF register_past
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_nestloop TO 'off'
AS $function$
declare
  this int := extract(year from today);
begin
  return query
    with home as materialized (
      select h.household_id, h.village_id, extract(year from h.started_on) as begins, extract(year from h.ended_on) as ends
        from household h where h.village_id = any (villages)),
    lived as materialized (
      select r.household_id, r.village_id,
             generate_series(greatest(extract(year from r.valid_from)::int, 2021), least(extract(year from r.valid_until)::int, this) - 1) as y
        from household_residence r where r.home_id = any (villages)),
    held as materialized (
      select c.household_id, c.class,
             generate_series(greatest(extract(year from c.valid_from)::int, 2021), least(extract(year from c.valid_until)::int, this) - 1) as y
        from household_class c where c.home_id = any (villages)),
    counted as materialized (
      select h.village_id as home, l.y, l.village_id as village, count(*) as households, count(*) filter (where k.class = 'poor') as poor,
             count(*) filter (where k.class = 'near_poor') as near_poor, count(*) filter (where k.class = 'average') as average,
             count(*) filter (where k.class = 'not_poor') as not_poor
        from home h join lived l on l.household_id = h.household_id and h.begins <= l.y and (h.ends is null or l.y < h.ends)
        left join held k on k.household_id = l.household_id and k.y = l.y
       group by 1, 2, 3),
    place as (
      select c.home, c.y, c.village from counted c union select v, generate_series(2021, this - 1), v from unnest(villages) v)
    select p.home, make_date(p.y, 12, 31), p.village, coalesce(c.households, 0)::int, coalesce(c.poor, 0)::int, coalesce(c.near_poor, 0)::int,
           coalesce(c.average, 0)::int, coalesce(c.not_poor, 0)::int
      from place p left join counted c on c.home = p.home and c.y = p.y and c.village = p.village;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.register_past_keep(villages uuid[], counted json)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  changed uuid[];
begin
  select array_agg(distinct coalesce(a.village_id, b.village_id)) into changed
    from (select * from register_past p where p.area_id = any (villages)) a
    full join json_populate_recordset(null::register_past, counted) b
      on b.area_id = a.area_id and b.day = a.day and b.village_id = a.village_id
   where a is distinct from b;
  if changed is null then return '{}'; end if;
  delete from register_past p where p.area_id = any (villages);
  insert into register_past select * from json_populate_recordset(null::register_past, counted);
  return changed;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.register_recount(villages uuid[], today date)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform register_count_begin(villages);
  perform register_count_end(villages, register_tally(villages, today));
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.register_recount_homes(households uuid[], been uuid[], today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  villages uuid[] := array(
    select h.village_id from household h where h.household_id = any (households) union select unnest(been));
begin
  perform register_count_hold(villages);
  perform register_count_keep(villages, register_tally(villages, today));
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.register_sum_up(communes uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  delete from register_sum k where k.area_id = any (communes);
  insert into register_sum
    with stands as materialized (
      select w.over_id as commune, w.standing_hash as villages, v.id from area_within w, unnest(w.standing) as v (id) where w.over_id = any (communes)),
    part as materialized (
      select s.commune, s.villages, k.* from stands s join register_count k on k.area_id = s.id),
    begin as materialized (select p.commune, p.villages, max(p.valid_from) as day from part p where p.step = 0 group by 1, 2),
    change as (
      select b.commune, b.day from begin b union select p.commune, p.valid_from from part p join begin b on b.commune = p.commune and p.valid_from > b.day),
    stretch as (
      select c.commune, c.day, lead(c.day) over w as until from change c window w as (partition by c.commune order by c.day)),
    past as materialized (
      select s.commune, b.villages, p.* from stands s join begin b on b.commune = s.commune
        join register_past p on p.village_id = s.id and p.day < b.day),
    ended as (
      select p.commune, p.day, p.villages, p.households, p.poor, p.near_poor, p.average, p.not_poor from past p
      union all
      -- Nothing has changed since in a village that was counted before.
      select k.commune, d.day, k.villages, k.households, k.poor, k.near_poor, k.average, k.not_poor
        from (select distinct p.commune, p.day from past p) d join part k on k.commune = d.commune and k.valid_from <= d.day and (k.valid_until is null or d.day < k.valid_until))
    select p.commune, s.day, s.until, sum(p.households), sum(p.poor), sum(p.near_poor), sum(p.average), sum(p.not_poor), p.villages
      from stretch s join part p on p.commune = s.commune and p.valid_from <= s.day and (p.valid_until is null or s.day < p.valid_until)
     group by p.commune, s.day, s.until, p.villages
    union all
    select e.commune, e.day, e.day + 1, sum(e.households), sum(e.poor), sum(e.near_poor), sum(e.average), sum(e.not_poor), e.villages
      from ended e group by e.commune, e.day, e.villages;
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.register_tally(villages uuid[], today date)
 RETURNS json
 LANGUAGE plpgsql
AS $function$
begin
  return json_build_object(
    'now', (select json_agg(k) from register_counted(villages, today) k),
    'past', (select json_agg(k) from register_past_counted(villages, today) k));
end
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.relations_on(households uuid[], of_day date, fixed uuid DEFAULT NULL::uuid)
 RETURNS TABLE(household_id uuid, member_id uuid, relation text)
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with changes as (
    select e.household_id, e.act_id, (e.facts->>'fromPerson')::uuid as person, e.happened_on, e.created_at
      from household_event e
     where e.household_id = any (households) and e.kind = 'head_changed' and e.undone_by is null and e.happened_on >= of_day
       and (e.happened_on > of_day
            or fixed is not null and e.id in (select x.id from happened_since(households, of_day, fixed) x where x.what = 'headed'))),
  change as (
    select distinct on (c.household_id) c.household_id, c.person from changes c order by c.household_id, c.happened_on, c.created_at),
  kept as (
    select distinct on (c.household_id, k.value->>'id') c.household_id, (k.value->>'id')::uuid as member_id, k.value->>'relation' as relation
      from changes c
      join household_event e on e.household_id = c.household_id and e.act_id = c.act_id and e.before is not null
      cross join jsonb_array_elements(e.before->'members') k
     order by c.household_id, k.value->>'id', c.happened_on, c.created_at)
  select m.household_id, m.id,
         case when m.person_id = c.person then 'head' else nullif(k.relation, 'head') end
    from change c
    join member m on m.household_id = c.household_id
    left join kept k on k.household_id = m.household_id and k.member_id = m.id
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.requirements_at(of_area uuid, of_day date)
 RETURNS TABLE(official_id uuid, post text, area_id uuid, kind text, requirement_id uuid, why text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  officials uuid[];
  posts text[];
  areas uuid[];
begin
  select array_agg(h.official_id), array_agg(h.post), array_agg(h.area_id) into officials, posts, areas from roster_held(of_area, of_day) h;
  return query select * from requirements_judged(officials, posts, areas, of_day);
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.requirements_judged(officials uuid[], posts text[], areas uuid[], of_day date)
 RETURNS TABLE(official_id uuid, post text, area_id uuid, kind text, requirement_id uuid, why text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  return query
    with asked as materialized (
      select r.id, r.area_id, r.post, r.level, r.kind, l.place from post_requirement r
        join qualification_level l on l.kind = r.kind and l.id = r.minimum
       where r.valid_from <= of_day and (r.valid_until is null or of_day < r.valid_until)),
    held as materialized (
      select h.official_id, h.post, h.area_id, (array['nation', 'province', 'district', 'commune', 'village'])[v.level + 1] as level
        from unnest(officials, posts, areas) as h (official_id, post, area_id)
        join area_version v on v.area_id = h.area_id and v.valid_from <= of_day and (v.valid_until is null or of_day < v.valid_until)
       where h.post in (select a.post from asked a)),
    wanted as materialized (
      select distinct on (u.area_id, u.post, a.kind) u.area_id, u.post, a.kind, a.id, a.place
        from (select distinct h.area_id, h.post, h.level from held h) u
        join asked a on a.post = u.post and (a.level is null or a.level = u.level)
         and (a.area_id is null or exists (select from area_reach r where r.area_id = u.area_id and r.over_id = a.area_id))
       order by u.area_id, u.post, a.kind, a.area_id is null, a.level is null, a.id),
    learnt as materialized (
      select q.official_id, q.kind, max(l.place) filter (where d.done) as best,
             coalesce(bool_or(q.level is null) filter (where d.done), false) as unsaid,
             max(coalesce(l.place, 99)) filter (where not d.done) as coming
        from qualification q left join qualification_level l on l.kind = q.kind and l.id = q.level
       cross join lateral (select coalesce(q.until_month <= left(of_day::text, length(q.until_month)), false) as done) d
       where q.taken_away is null and q.official_id in (select h.official_id from held h)
         and (d.done or coalesce(q.from_month <= left(of_day::text, length(q.from_month)), true))
       group by q.official_id, q.kind)
    select h.official_id, h.post, h.area_id, w.kind, w.id,
           case when l.best >= w.place then null when l.coming >= w.place then 'under_way' when l.unsaid then 'unsaid'
                when l.best is not null then 'lower' else 'none' end
      from held h join wanted w on w.area_id = h.area_id and w.post = h.post
      left join learnt l on l.official_id = h.official_id and l.kind = w.kind;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.roster_held(of_area uuid, of_day date)
 RETURNS TABLE(official_id uuid, post text, area_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  was_over uuid[];
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  was_over := area_was_over(of_area, of_day);
  if was_over is null then
    return query
      select a.official_id, a.post, a.area_id from appointment a
        join area_reach r on r.area_id = a.area_id and r.over_id = of_area
       where a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until)
         and not exists (select from appointment d where d.official_id = a.official_id and d.ended_because = 'died' and d.valid_until <= of_day);
  else
    return query
      select a.official_id, a.post, a.area_id from appointment a
       where a.area_id = any (was_over) and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until)
         and not exists (select from appointment d where d.official_id = a.official_id and d.ended_because = 'died' and d.valid_until <= of_day);
  end if;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.roster_match(of_area uuid, numbers text[], ids text[], names text[], years integer[], units uuid[])
 RETURNS TABLE(at integer, how text, official_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with asked as materialized (
      select * from unnest(numbers, ids, names, years, units) with ordinality as n (number, id, name, year, unit, place)),
    kept as materialized (select r.area_id from area_reach r where r.over_id = of_area)
    select n.place::int, f.how, case when f.unit_id in (select k.area_id from kept k) then f.id end
      from asked n
      cross join lateral (
        select 'number' as how, o.id, o.unit_id from official o where o.personal_number = n.number
        union all
        select 'id', o.id, o.unit_id from official o where o.citizen_id_index = n.id
        union all
        select case when lower(o.full_name) = lower(n.name) and (o.unit_id = n.unit or exists (
                      select from official_joined j where j.into_id = o.id and j.unit_id = n.unit)) then 'name' else 'alike' end,
               o.id, o.unit_id
          from official o
         where o.search = fold(n.name) and o.birth_year = n.year and o.unit_id in (select k.area_id from kept k)) f
     order by n.place, f.id;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.roster_moves(of_area uuid, of_day date)
 RETURNS TABLE(id uuid, official_id uuid, full_name text, kind text, why text, planned_last date, outcome text, from_post text, from_area uuid, to_post text, to_area uuid, first_area uuid, valid_from date, valid_until date, decision_number text, decided_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with under as materialized (select r.area_id from area_reach r where r.over_id = of_area),
    there as materialized (select a.id from under u join appointment a on a.area_id = u.area_id),
    moved as materialized (
      select m.id from there a join official_move m on m.from_appointment_id = a.id
      union
      select m.id from there a join official_move m on m.to_appointment_id = a.id
      union
      select m.id from there a join official_move m on m.first_there_id = a.id)
    select m.id, m.official_id, o.full_name, m.kind, m.why, m.planned_last, m.outcome, f.post, f.area_id, t.post, t.area_id,
           b.area_id, b.valid_from, coalesce(m.stays_from, t.valid_until), b.decision_number, b.decided_on
      from moved d join official_move m on m.id = d.id join official o on o.id = m.official_id
      join appointment f on f.id = m.from_appointment_id
      join appointment t on t.id = m.to_appointment_id
      join appointment b on b.id = coalesce(m.first_there_id, m.to_appointment_id)
     where m.taken_away is null
       and (b.valid_from <= of_day or b.valid_from <= of_day + 366 and coalesce(b.decided_on, m.made_at::date) <= of_day);
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.roster_named(words text, most integer)
 RETURNS TABLE(id uuid, full_name text, birth_year smallint, unit_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  return query
    with named as materialized (select o.* from official o where o.search like words or o.personal_number in (btrim(words, '%'), upper(btrim(words, '%'))))
    select o.id, o.full_name, o.birth_year, o.unit_id from named o
     where exists (select from area_reach r where r.area_id = o.unit_id and r.over_id = any (nb_areas()))
        or exists (select from appointment a join area_reach r on r.area_id = a.area_id
                    where a.official_id = o.id and r.over_id = any (nb_areas()))
     order by coalesce(given_name(o.full_name), '') collate vietnamese, o.full_name collate vietnamese, o.id limit most;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.roster_of_the_dead(of_area uuid, of_day date)
 RETURNS TABLE(official_id uuid, post text, area_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select distinct a.official_id, a.post, a.area_id
      from appointment d join appointment a on a.official_id = d.official_id
      join area_reach r on r.area_id = a.area_id and r.over_id = of_area
     where d.ended_because = 'died' and d.valid_until <= of_day
       and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until);
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.roster_own()
 RETURNS TABLE(id uuid, full_name text, unit_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select o.id, o.full_name, o.unit_id from official o where o.account_id = nb_account()
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.roster_people(of_area uuid, of_day date, words text)
 RETURNS TABLE(id uuid, full_name text, birth_year smallint, unit_id uuid, account_id uuid, idle boolean, sex text, ethnicity text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  was_over uuid[];
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  was_over := area_was_over(of_area, of_day);
  return query
    with held as materialized (select distinct h.official_id from roster_held(of_area, of_day) h),
    kept as materialized (
      select o.id from official o join area_reach r on r.area_id = o.unit_id and r.over_id = of_area where was_over is null
      union all
      select o.id from official o where o.unit_id = any (was_over)),
    idle as materialized (
      select k.id from kept k
       where not exists (select from appointment a where a.official_id = k.id
                          and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until))
         and (words is not null or not exists (
                select from appointment d where d.official_id = k.id and d.ended_because = 'died' and d.valid_until <= of_day)))
    select o.id, o.full_name, o.birth_year, o.unit_id, o.account_id, p.idle, o.sex, o.ethnicity
      from (select h.official_id as id, false as idle from held h union all select i.id, true from idle i) p
      join official o on o.id = p.id
     where words is null or o.search like words or o.personal_number in (btrim(words, '%'), upper(btrim(words, '%')));
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.roster_self()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select o.id from official o where o.account_id = nb_account()
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.roster_since(of_area uuid, of_day date, people uuid[])
 RETURNS TABLE(official_id uuid, since date, gone boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with asked as materialized (select p.id from unnest(people) p (id)),
    held as materialized (
      select a.official_id as id, max(a.valid_from) filter (where r.area_id is not null) as since from asked p
        join appointment a on a.official_id = p.id and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until)
        left join area_reach r on r.area_id = a.area_id and r.over_id = of_area group by a.official_id)
    select p.id, h.since,
           h.id is null and exists (select from appointment a where a.official_id = p.id and a.valid_until <= of_day
                                     and a.ended_because in ('retired', 'left', 'died'))
      from asked p left join held h on h.id = p.id;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_apart(of_round uuid, today date)
 RETURNS TABLE(commune_id uuid, commune text, villages text[], households integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  own uuid[] := round_units(of_round);
  of_state text := (select r.state from round r where r.id = of_round);
begin
  if not round_seen(of_round) then return; end if;
  return query
    with away as materialized (
      select k.place_id as id, null::uuid as village, k.listed + k.assigned + k.submitted + k.returned + k.accepted as n
        from case_count k
       where k.round_id = of_round and k.place_id <> all (own) and case_state('', case when k.gone then 'epoch'::date end, of_state) <> 'ended'
      union all
      select o.village_id, o.village_id, 0 from round_village o
       where o.round_id = of_round and o.left_on is null and o.village_id <> all (own))
    select p.commune_id, p.name,
           array(select v.name from away b join area_version v on v.area_id = b.village and v.valid_from <= today and (v.valid_until is null or today < v.valid_until)
                   join round_places(of_round, array(select x.id from away x), today) q on q.unit_id = b.id
                  where q.commune_id is not distinct from p.commune_id order by v.name),
           sum(a.n)::int
      from away a join round_places(of_round, array(select x.id from away x), today) p on p.unit_id = a.id
     group by 1, 2 order by 2;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_asked(of_round uuid)
 RETURNS TABLE(household_id uuid, case_id uuid, village_id uuid, head_name text, state text, here boolean, seen boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  units uuid[] := round_units(of_round);
  reached uuid[] := array(select distinct a.area_id from area_reach a where a.over_id = any (nb_areas()));
begin
  if not round_seen(of_round) then return; end if;
  return query
    select a.household_id, a.id, a.village_id, a.head_name, a.now, a.home_id = any (units),
           a.village_id = any (reached) and a.home_id = any (reached)
      from (select c.household_id, c.id, c.village_id, h.village_id as home_id, h.head_name,
                   case_state(c.state, h.ended_on, r.state) as now
              from review_case c
              join household h on h.household_id = c.household_id
              join round r on r.id = c.round_id
             where c.round_id = of_round) a
     where a.now <> 'ended'
     order by a.household_id;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_asks_in(of_round uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  own uuid[] := round_units(of_round);
begin
  return array(
    select o.village_id from round_village o join round r on r.id = o.round_id
     where o.round_id = of_round
       and (o.left_on is null
            or o.village_id = any (own)
               and exists (select from area_version w where w.area_id = o.village_id and w.valid_until is null)
               and not (r.kind = 'annual' and exists (
                     select from round_village p where p.village_id = o.village_id and p.annual_from = r.classes_hold_from))));
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_cancel(of_round uuid, line uuid, why text, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  insert into round_step (id, round_id, step, outcome, because, day, account_id)
    select line, x.id, x.state, 'cancelled', why, today, nb_account() from round x where x.id = of_round;
  update round set state = 'cancelled' where id = of_round;
  update round_village set annual_area = null, annual_from = null where round_id = of_round;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_comes_to(of_round uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER COST 1000
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from round_village v join area_reach r on r.area_id = v.village_id
                  where v.round_id = of_round and r.over_id = any (nb_areas()));
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_first(of_round uuid, states text[], few integer)
 RETURNS TABLE(household_id uuid, case_id uuid, head_name text, state text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  of_state text := (select r.state from round r where r.id = of_round);
  units uuid[] := round_units(of_round);
begin
  if not round_seen(of_round) then return; end if;
  return query
    select k.household_id, k.id, h.head_name, k.state
      from (select c.household_id, c.id, c.village_id, c.state from review_case c
             where c.round_id = of_round and c.state = any (states) order by c.household_id limit few * 10) k
      join household h on h.household_id = k.household_id
     where h.village_id = any (units) and case_state(k.state, h.ended_on, of_state) <> 'ended'
       and nb_holds(k.village_id) and nb_holds(h.village_id)
     order by k.household_id limit few;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_hand_over(of_round uuid, why text, today date, gone json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  units uuid[] := round_units(of_round);
  one record;
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  for one in select g.household from json_to_recordset(gone) as g (household uuid) order by g.household loop
    perform household_stands(one.household);
  end loop;
  if exists (select from json_to_recordset(gone) as g (household uuid) join household h on h.household_id = g.household
              where h.village_id = any (units)) then
    raise exception 'household' using errcode = '42501';
  end if;
  update review_case c set state = 'ended', left_because = 'handed_over', left_state = c.state, left_on = today, changed_at = now()
    from json_to_recordset(gone) as g (household uuid)
   where c.household_id = g.household and c.round_id = of_round and c.state <> 'ended';
  perform case_recount(array[of_round], array(
    select distinct c.village_id from json_to_recordset(gone) as g (household uuid)
      join review_case c on c.household_id = g.household and c.round_id = of_round));
  insert into list_removal (household_id, id, round_id, village_id, because, account_id)
    select c.household_id, g.id, of_round, c.village_id, why, nb_account()
      from json_to_recordset(gone) as g (household uuid, id uuid)
      join review_case c on c.household_id = g.household and c.round_id = of_round;
  update round_village o set left_on = today, annual_area = null, annual_from = null
   where o.round_id = of_round and o.village_id <> all (units) and o.left_on is null;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_paces(rounds uuid[], due double precision[], by_roles text[], on_day date)
 RETURNS TABLE(round_id uuid, listed integer, assigned integer, submitted integer, returned integer, accepted integer, ended integer, villages integer, behind integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with village as (
    select k.round_id, k.village_id, sum(k.listed) as listed, sum(k.assigned) as assigned, sum(k.submitted) as submitted,
           sum(k.returned) as returned, sum(k.accepted) as accepted, sum(k.ended) as ended
      from case_counts(rounds) k group by 1, 2),
  standing as (
    select v.*, least(coalesce(cardinality(s.household_ids), 0), v.assigned) as strayed,
           v.submitted + v.accepted as sent, v.listed + v.assigned + v.returned as unsent
      from village v
      left join cases_strayed(rounds, by_roles, on_day) s on s.round_id = v.round_id and s.village_id = v.village_id)
  select v.round_id, sum(v.listed + v.strayed)::int, sum(v.assigned - v.strayed)::int, sum(v.submitted)::int, sum(v.returned)::int,
         sum(v.accepted)::int, sum(v.ended)::int, count(*) filter (where v.sent + v.unsent > 0)::int,
         count(*) filter (where v.unsent > 0 and v.sent < (v.sent + v.unsent) * d.due)::int
    from standing v
    join unnest(rounds, due) as d (id, due) on d.id = v.round_id
   group by 1
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_places(of_round uuid, units uuid[], today date)
 RETURNS TABLE(unit_id uuid, commune_id uuid, name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  own uuid[] := round_units(of_round);
begin
  return query
    select u.id, w.area_id,
           case when u.id = any (own) then (select v.name from area_version v where v.area_id = u.id order by v.valid_from desc limit 1)
                else coalesce(w.name, '') end
      from (select distinct unnest(units) as id) u
      left join lateral (
        select v.area_id, v.name from area_reach r join area_version v on v.area_id = r.over_id and v.level = 3
         where r.area_id = u.id and v.valid_from <= today and (v.valid_until is null or today < v.valid_until)
         order by v.area_id limit 1) w on true;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_seen(of_round uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER COST 1000
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from round x join area_reach r on r.area_id = x.area_id
                  where x.id = of_round and r.over_id = any (nb_areas()))
      or round_comes_to(of_round);
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_take_in(of_round uuid, villages uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  units uuid[] := round_units(of_round);
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id)) or not villages <@ units then
    raise exception 'round' using errcode = '42501';
  end if;
  insert into round_village (round_id, village_id, annual_area, annual_from)
    select r.id, v.id, case when r.kind = 'annual' then r.area_id end, case when r.kind = 'annual' then r.classes_hold_from end
      from round r, unnest(villages) as v (id) where r.id = of_round order by v.id
    on conflict (round_id, village_id) do update
      set left_on = null, annual_area = excluded.annual_area, annual_from = excluded.annual_from;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_take_successors(of_round uuid, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
    select distinct on (a.over_id) v.round_id, a.over_id, v.account_id, v.annual_area, v.annual_from
      from round_village v join area_reach a on a.area_id = v.village_id and a.over_id <> v.village_id
      join area_version w on w.area_id = a.over_id and w.level = 4 and w.valid_from <= today and (w.valid_until is null or today < w.valid_until)
     where v.round_id = of_round and v.left_on is null and nb_holds(v.village_id) and nb_holds(a.over_id)
    on conflict do nothing;
  update round_village o
     set left_on = null, annual_area = case when r.kind = 'annual' then r.area_id end,
         annual_from = case when r.kind = 'annual' then r.classes_hold_from end
    from round r
   where r.id = of_round and o.round_id = of_round and o.left_on is not null
     and o.village_id = any (round_asks_in(of_round)) and nb_holds(o.village_id);
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_tally(of_round uuid)
 RETURNS TABLE(state text, here boolean, seen boolean, n integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  of_state text := (select r.state from round r where r.id = of_round);
  units uuid[] := round_units(of_round);
  areas uuid[] := nb_areas();
  whole boolean := exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null);
begin
  if not round_seen(of_round) then return; end if;
  return query
    with under as materialized (
      select u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas) and not whole)
    select case_state(v.state, case when k.gone then 'epoch'::date end, of_state) as now, k.place_id = any (units),
           whole or k.village_id in (select u.id from under u) and k.place_id in (select u.id from under u), sum(v.n)::int
      from case_count k
      cross join lateral (values ('listed', k.listed), ('assigned', k.assigned), ('submitted', k.submitted), ('returned', k.returned), ('accepted', k.accepted)) as v (state, n)
     where k.round_id = of_round and v.n > 0 and case_state(v.state, case when k.gone then 'epoch'::date end, of_state) <> 'ended'
     group by 1, 2, 3;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_units(of_round uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return array(
    select distinct under.area_id from round x
      join area_reach above on above.area_id = x.area_id
      join area_version v on v.area_id = above.over_id and v.level = 3
      join area_reach under on under.over_id = above.over_id
     where x.id = of_round);
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_unseen(of_round uuid, today date)
 RETURNS TABLE(village_id uuid, place text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  mine boolean := exists (select from round x where x.id = of_round and nb_holds(x.area_id));
begin
  return query
    with untold as materialized (
      select distinct k.village_id, k.place_id from case_count k
       where k.round_id = of_round and (mine or nb_holds(k.village_id)) and not (nb_holds(k.village_id) and nb_holds(k.place_id)))
    select distinct u.village_id, p.name
      from untold u join round_places(of_round, array(select t.place_id from untold t), today) p on p.unit_id = u.place_id
     order by 2, 1;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_villages(of_round uuid, today date)
 RETURNS TABLE(village_id uuid, account_id uuid, left_on date, place text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  mine boolean := exists (select from round x where x.id = of_round and nb_holds(x.area_id));
begin
  return query
    with all_of as materialized (
      select o.village_id, o.account_id, o.left_on, nb_holds(o.village_id) as held from round_village o where o.round_id = of_round),
    away as materialized (
      select p.unit_id, p.name from round_places(of_round, array(select v.village_id from all_of v where not v.held and mine), today) p)
    select v.village_id, v.account_id, v.left_on, w.name
      from all_of v left join away w on w.unit_id = v.village_id
     where mine or v.held;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.round_villages_apart(of_round uuid, OUT elsewhere integer, OUT unseen integer)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  units uuid[] := round_units(of_round);
begin
  select count(*) filter (where o.village_id <> all (units) and o.left_on is null)::int,
         count(*) filter (where o.village_id = any (units) and not nb_holds(o.village_id))::int
    into elsewhere, unseen
    from round_village o where o.round_id = of_round and round_seen(of_round);
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.rounds_apart(rounds uuid[])
 RETURNS TABLE(round_id uuid, held boolean, households integer, villages integer, places uuid[], over uuid[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    with asked as materialized (
      select r.id, r.state, nb_holds(r.area_id) as held, round_units(r.id) as own from round r
       where r.id = any (rounds) and r.state not in ('certificates', 'completed', 'cancelled')),
    away as materialized (
      select a.id, a.held, k.place_id as place, k.listed + k.assigned + k.submitted + k.returned + k.accepted as n, 0 as v
        from asked a join case_count k on k.round_id = a.id and k.place_id <> all (a.own) and not k.gone
       where a.held or nb_holds(k.place_id) and nb_holds(k.village_id)
      union all
      select a.id, a.held, o.village_id, 0, 1
        from asked a join round_village o on o.round_id = a.id and o.left_on is null and o.village_id <> all (a.own)
       where a.held or nb_holds(o.village_id))
    select w.id, w.held, sum(w.n)::int, sum(w.v)::int, array_agg(distinct w.place),
           array(select distinct u.over_id from area_reach u where u.area_id = any (array_agg(w.place)))
      from away w where w.n + w.v > 0 group by 1, 2;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.rounds_asking(households uuid[], but uuid)
 RETURNS TABLE(household_id uuid, round_id uuid, round_name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select c.household_id, r.id, case when nb_holds(r.area_id) then r.name else '' end
      from review_case c
      join household h on h.household_id = c.household_id
      join round r on r.id = c.round_id
     where c.household_id = any (households) and c.round_id <> but
       and r.state not in ('completed', 'cancelled') and case_state(c.state, h.ended_on, r.state) <> 'ended'
       and nb_holds(h.village_id)
     order by c.household_id, r.id;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.rounds_decided(overs uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return array(
    select r.id from round r
     where r.area_id in (select u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (overs))
       and r.state in ('certificates', 'completed') and round_seen(r.id)
     order by r.window_from desc, r.id);
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.rounds_over_since(unit uuid, since timestamp with time zone)
 RETURNS TABLE(name text, decided boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  above uuid[] := areas_over_since(unit);
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  return query
    select r.name, r.state in ('certificates', 'completed') from round r
     where r.state <> 'cancelled' and r.area_id = any (above) and r.created_at > since
       and exists (select from round_village v join area_reach a on a.area_id = v.village_id and a.over_id = unit
                    where v.round_id = r.id)
     order by r.window_from desc, r.name;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.rounds_resting(unit uuid)
 RETURNS TABLE(name text, decided boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  reviewed uuid[];
  signed uuid[];
  begun timestamptz := (select max(e.created_at) from area_succession s join area_event e on e.id = s.event_id where s.to_id = unit);
begin
  if not nb_holds(unit) then raise exception 'village' using errcode = '42501'; end if;
  reviewed := array(select distinct c.round_id from review_case c where c.village_id = unit);
  -- Decisions that were fixed before the unit began say where they lived then.
  signed := array(select r.decision_id from round r where r.id = any (reviewed) and r.decision_id is not null);
  signed := array(select p.id from signed_paper p where p.id = any (signed) and p.registered_at < begun);
  return query
    select r.name, r.state in ('certificates', 'completed') from round r
     where r.state <> 'cancelled'
       and (r.area_id = unit
            or r.state in ('certificates', 'completed') and r.id = any (reviewed)
               and (r.decision_id = any (signed)) is not true
            or exists (select from round_village v where v.round_id = r.id and v.village_id = unit)
               and not exists (select from round_succession s join area_succession a on a.from_id = s.village_id
                                where s.round_id = r.id and a.to_id = unit))
     order by r.window_from desc, r.name;
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.rounds_return(village uuid, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one record;
  of_case uuid;
  held uuid[];
  been uuid[] := '{}';
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select s.*, r.state in ('certificates', 'completed') as is_over from round_succession s join round r on r.id = s.round_id
              where s.village_id = village and r.state <> 'cancelled' order by s.round_id loop
    insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
      values (one.round_id, village, one.account_id, one.annual_area, one.annual_from)
      on conflict (round_id, village_id) do update
        set account_id = excluded.account_id, annual_area = excluded.annual_area, annual_from = excluded.annual_from, left_on = null;
    if one.is_over then
      been := been || array(select distinct c.village_id from review_case c join household h on h.household_id = c.household_id
                             where c.round_id = one.round_id and h.village_id = village);
      update review_case c set village_id = village from household h
       where c.round_id = one.round_id and h.household_id = c.household_id and h.village_id = village and c.village_id <> village;
    else
      -- What was handed over because the village had ended goes back to whoever had it and may survey there still.
      update review_case c set account_id = c.handed_from, handed_from = null, handed_on = null,
             had_by = case when c.account_id is null then c.had_by else c.had_by || c.account_id end,
             had_in = case when c.account_id is null then c.had_in else c.had_in || c.village_id end
        from household h
       where c.round_id = one.round_id and h.household_id = c.household_id and h.village_id = village and c.village_id <> village
         and c.handed_on = one.since and c.state in ('listed', 'assigned', 'returned')
         and exists (select from access_grant g join area_reach a on a.over_id = g.area_id
                      where g.account_id = c.handed_from and g.role = 'enumerator' and a.area_id = village
                        and g.valid_from <= today and (g.valid_until is null or today < g.valid_until));
      for of_case in select c.household_id from review_case c join household h on h.household_id = c.household_id
                      where c.round_id = one.round_id and h.village_id = village and (c.village_id <> village or c.left_state is not null)
                      order by 1 loop
        perform case_follow(of_case, today);
      end loop;
    end if;
    held := array(select distinct c.village_id from review_case c where c.round_id = one.round_id);
    delete from round_village v
     where v.round_id = one.round_id and v.village_id <> village and v.village_id <> all (held)
       and (v.village_id = any (one.added) or not exists (
              select from area_version a where a.area_id = v.village_id and a.valid_until is distinct from a.valid_from));
  end loop;
  delete from round_succession s where s.village_id = village;
  -- Those of rounds that are over, too: their households live elsewhere again.
  perform case_recount(array(select distinct c.round_id from review_case c join household h on h.household_id = c.household_id
                              where h.village_id = village order by 1),
                       been || array(select distinct c.village_id from review_case c join household h on h.household_id = c.household_id
                                      where h.village_id = village order by 1));
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.rounds_succeed(village uuid, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one record;
  of_case uuid;
  taken uuid[];
begin
  if (select a.heir from area_heir(village, today) a) is null then return; end if;
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select v.round_id, v.account_id, v.annual_area, v.annual_from from round_village v join round r on r.id = v.round_id
              where v.village_id = village and v.left_on is null and r.state not in ('certificates', 'completed', 'cancelled')
              order by v.round_id loop
    with added as (
      insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
        select one.round_id, s.to_id,
               case when exists (
                 select from access_grant g join area_reach a on a.over_id = g.area_id and a.area_id = s.to_id
                  where g.account_id = one.account_id and g.role = 'enumerator'
                    and g.valid_from <= today and (g.valid_until is null or today < g.valid_until)) then one.account_id end,
               one.annual_area, one.annual_from
          from area_succession s where s.from_id = village and s.to_id = any (round_units(one.round_id)) order by s.id
        on conflict do nothing returning village_id)
    select array_agg(a.village_id) into taken from added a;
    insert into round_succession (round_id, village_id, account_id, annual_area, annual_from, added, since)
      values (one.round_id, village, one.account_id, one.annual_area, one.annual_from, coalesce(taken, '{}'), today)
      on conflict (round_id, village_id) do nothing;
    for of_case in select c.household_id from review_case c join household h on h.household_id = c.household_id
                    where c.round_id = one.round_id and c.village_id = village and h.village_id <> village order by 1 loop
      perform case_follow(of_case, today);
    end loop;
    if exists (select from review_case c where c.round_id = one.round_id and c.village_id = village) then
      update round_village v set left_on = today, annual_area = null, annual_from = null
       where v.round_id = one.round_id and v.village_id = village;
    else
      delete from round_village v where v.round_id = one.round_id and v.village_id = village;
    end if;
  end loop;
  perform case_recount(array(select distinct k.round_id from case_count k where k.place_id = village order by 1),
                       array(select distinct k.village_id from case_count k where k.place_id = village order by 1));
end
$function$;

-- room: rounds
CREATE OR REPLACE FUNCTION public.rounds_under(overs uuid[], of_state text, by_end boolean, most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  seen boolean := not exists (select from unnest(overs) o where not exists (
                    select from area_reach r where r.area_id = o and r.over_id = any (nb_areas())));
  everywhere boolean := exists (select from area_within w where w.over_id = any (overs) and w.area_ids is null);
  under uuid[] := array(select distinct u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (overs));
  elsewhere uuid[];
  found uuid[];
begin
  found := array(
    select r.id from round r
     where (everywhere or r.area_id in (select unnest(under)))
       and case when by_end then r.state not in ('completed', 'cancelled') else of_state is null or r.state = of_state end
       and (seen or round_seen(r.id))
     order by case when by_end then r.window_until end, case when not by_end then r.window_from end desc, r.id limit most);
  if everywhere then return found; end if;
  elsewhere := array(
    select distinct v.round_id from unnest(under) as u (id) cross join lateral (
      select o.round_id from round_village o
       where o.village_id = u.id and (not by_end or o.left_on is null) and (seen or nb_holds(o.village_id)) offset 0) v
     where v.round_id <> all (found));
  return found || array(
    select r.id from round r
     where r.id = any (elsewhere) and r.area_id not in (select unnest(under))
       and case when by_end then r.state not in ('completed', 'cancelled') else of_state is null or r.state = of_state end
     order by case when by_end then r.window_until end, case when not by_end then r.window_from end desc, r.id limit most);
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.seats_above(of_plan uuid)
 RETURNS TABLE(line_id uuid, own uuid[], others integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from training_plan p join area_reach r on r.area_id = p.area_id
                  where p.id = of_plan and p.state = 'drafted' and r.over_id = any (nb_areas())) then return; end if;
  return query
    select l.id, coalesce(array_agg(s.official_id) filter (where r.area_id is not null), '{}'), count(*) filter (where r.area_id is null)::int
      from training_plan p join training_plan o on o.id = coalesce(p.original_id, p.id)
      join plan_line l on l.plan_id = plan_version(o.parent_id, 'infinity') join plan_seat s on s.plan_line_id = l.id
      left join area_reach r on r.over_id = p.area_id and r.area_id = s.from_id
     where p.id = of_plan group by l.id;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.seats_gone(of_plan uuid, of_day date)
 RETURNS TABLE(seat_id uuid, why text, since date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from training_plan p join area_reach r on r.area_id = p.area_id
                  where p.id = of_plan and r.over_id = any (nb_areas())) then return; end if;
  return query
    select s.id, g.why, g.since
      from officials_gone(array(select distinct x.official_id from plan_seat x where x.plan_id = of_plan), of_day) g
      join plan_seat s on s.official_id = g.official_id and s.plan_id = of_plan;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.seats_of(of_area uuid, of_year integer, of_day date, people uuid[])
 RETURNS TABLE(official_id uuid, topic_id uuid, weeks integer[], plan_id uuid, drafted boolean, above boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with seated as materialized (
      select s.official_id as who, s.topic_id as topic, l.weeks as held, p.id as plan, p.state = 'drafted' as draft, p.area_id as unit
        from plan_seat s join unnest(people) u (id) on u.id = s.official_id
        join plan_line l on l.id = s.plan_line_id join training_plan p on p.id = l.plan_id
       where s.stands and s.year = of_year
         and exists (select from area_reach r where r.over_id = of_area and (r.area_id = s.from_id or r.area_id in (
               select a.area_id from appointment a where a.official_id = s.official_id)))),
    called as materialized (
      select d.topic, topic_on(d.topic, of_day) as now from (select distinct s.topic from seated s) d)
    select s.who, coalesce(c.now, s.topic), s.held, s.plan, s.draft,
           s.unit <> of_area and exists (select from area_reach r where r.area_id = of_area and r.over_id = s.unit)
      from seated s join called c on c.topic = s.topic;
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.session_come(of_session uuid, people uuid[])
 RETURNS TABLE(person uuid, during tsrange, class_id uuid, code text, title text, area_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  here record;
begin
  select s.area_id, s.during, s.stands into here from class_session s where s.id = of_session;
  if not found or not (nb_holds(here.area_id) or people = array[roster_self()]) then return; end if;
  -- Another who marks one of them elsewhere waits, and then sees this.
  perform from session_person p where p.person = any (people) and p.during && here.during order by p.person, p.session_id for update;
  return query
    select p.person, p.during, c.id, c.code, c.title, c.area_id
      from session_person p join class_session s on s.id = p.session_id join training_class c on c.id = s.class_id
     where p.person = any (people) and p.session_id <> of_session and p.stands and p.during && here.during
       and (p.role = 'trainer' or coalesce((select m.mark from attendance_mark m where m.session_id = p.session_id and m.official_id = p.person
                                             order by m.number desc limit 1), '') in ('present', 'late', 'half'))
     order by p.during, p.session_id, p.person;
  if found then return; end if;
  delete from session_person p
   where p.person = any (people) and p.session_id <> of_session and p.stands and p.during && here.during and p.role = 'learner';
  insert into session_person (session_id, area_id, during, stands, person, role)
    select of_session, here.area_id, here.during, here.stands, w.id, 'learner' from unnest(people) w (id)
     where not exists (select from session_person p where p.session_id = of_session and p.person = w.id)
    on conflict on constraint session_person_pkey do nothing;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.session_end(one uuid, but uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ended integer;
begin
  update session set ended_at = now()
   where account_id = nb_account() and ended_at is null and (one is null or id = one) and id is distinct from but;
  get diagnostics ended = row_count;
  return ended;
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.session_seen(of_session uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update session set seen_at = now() where id = of_session and account_id = nb_account();
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.session_taught(of_session uuid)
 RETURNS TABLE(class_id uuid, title text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, c.title from class_session s join training_class c on c.id = s.class_id
   where s.id = of_session and c.state = 'running'
     and exists (select from session_person p where p.session_id = s.id and p.role = 'trainer' and p.person = roster_self())
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.sessions_open(moment timestamp without time zone, early interval)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.id from class_session s join training_class c on c.id = s.class_id
   where s.during && tsrange(moment, moment + early, '[]') and c.state = 'running'
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.setup_token_use(hash bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update setup_token set used_at = now() where token_hash = hash and used_at is null;
  return found;
end
$function$;

-- room: decisions
CREATE OR REPLACE FUNCTION public.signed_scan(of_paper uuid)
 RETURNS SETOF file
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select f.* from decision d join file f on f.id = d.scan_id
     where d.id = of_paper and decision_reached(of_paper)
       and (nb_holds(d.area_id)
            or not exists (select from decision_entry e where e.decision_id = of_paper and not nb_holds(e.home_id)));
  return query
    select f.* from correction c join file f on f.id = c.scan_id
     where c.id = of_paper and c.state = 'in_force'
       and (nb_holds(c.area_id) or nb_holds(c.subject_home_id) or nb_holds(c.amended_area_id));
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.slip_for_sign_in(of_hash bytea, today date)
 RETURNS TABLE(slip_id uuid, account_id uuid, must_change_password boolean, last_day date, used_at timestamp with time zone, withdrawn boolean, field_only boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select s.id, a.id, a.must_change_password, s.last_day, s.used_at, s.withdrawn_at is not null,
           coalesce((select bool_and(g.role = 'enumerator') from access_grant g
                      where g.account_id = a.id and (g.valid_until is null or g.valid_until > today)), false)
      from sign_in_slip s join account a on a.id = s.account_id
     where s.code_hash = of_hash and a.disabled_at is null;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_check(of_household uuid, of_case uuid, of_survey uuid, was text, becomes text, notes json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  before review_case;
  after review_case;
begin
  select * into before from review_case c where c.household_id = of_household and c.id = of_case for update;
  update review_case c set state = becomes, changed_at = now()
   where c.household_id = of_household and c.id = of_case and c.state = was and c.survey_id = of_survey
     and nb_holds(c.village_id)
   returning c.* into after;
  if not found then return false; end if;
  perform case_moved(before, after);
  insert into survey_note (household_id, id, home_id, case_id, survey_id, question, person, note, account_id)
    select h.household_id, n.id, h.village_id, of_case, of_survey, n.question, n.person, n.note, nb_account()
      from json_to_recordset(notes) as n (id uuid, question text, person text, note text)
      join household h on h.household_id = of_household;
  return true;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_context(many integer, households uuid[], cases uuid[], surveys uuid[], days date[])
 RETURNS TABLE(n integer, case_id uuid, village_id uuid, over_ids uuid[], case_state text, case_account uuid, case_survey uuid, survey_account uuid, has_left boolean, has_gone boolean, handed boolean, sent_from uuid, round_id uuid, round_state text, window_from date, window_until date, form_hash text, opening_hash text, opening_points text, closing_hash text, closing_points text, kept jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
begin
  return query
    select a.n, o.id, o.village_id, array(select u.over_id from area_reach u where u.area_id = o.village_id),
           coalesce(o.left_state, o.state), o.account_id, o.survey_id,
           (select s.account_id from survey s where s.household_id = o.household_id and s.id = o.survey_id),
           o.state = 'ended', h.ended_on is not null, a.was_mine or t.id is not null,
           case when t.id is null then a.was_in else coalesce(a.was_in, a.village_id) end,
           r.id, r.state, r.window_from, r.window_until,
           r.form_hash, r.opening_hash, r.opening_points, r.closing_hash, r.closing_points,
           (select jsonb_build_object('by', s.account_id, 'round', s.round_id, 'form', coalesce(s.form_hash, (select x.form_hash from round x where x.id = s.round_id)), 'on', coalesce(s.aside #>> '{day,said}', s.surveyed_on::text), 'counted', s.surveyed_on,
                                      'facts', s.facts, 'beside', s.beside)
              from survey s where s.household_id = o.household_id and s.id = surveys[a.n])
      from (select s.n, c.household_id, c.id, c.village_id, c.round_id, m.was_mine,
                   c.left_because = 'moved' and (m.was_mine or c.account_id = s.account) as has_moved,
                   case when m.was_mine then (select b.village from unnest(c.had_by, c.had_in) with ordinality as b (who, village, nth)
                                               where b.who = s.account order by b.nth desc limit 1) end as was_in
              from nb_standings(many) s
              join review_case c on c.household_id = households[s.n] and c.id = cases[s.n]
             cross join lateral (select exists (select from area_reach u where u.area_id = c.village_id and u.over_id = any (s.areas)) as is offset 0) reach
             cross join lateral (select (c.account_id is distinct from s.account or not reach.is)
                                        and coalesce(c.handed_from = s.account or s.account = any (c.had_by), false) as was_mine offset 0) m
             where m.was_mine or reach.is) a
      -- Of one that has moved: where the household is surveyed now.
      left join lateral (
        select c.id from review_case c join round r on r.id = c.round_id join round x on x.id = a.round_id
         where a.has_moved and c.household_id = a.household_id and c.state <> 'ended' and r.state in ('surveying', 'checking')
           and r.form_hash = x.form_hash and days[a.n] between r.window_from and r.window_until
           and not exists (select from survey s where s.household_id = c.household_id and s.id = surveys[a.n] and s.round_id = x.id)
         order by r.window_from desc, c.id limit 1) t on true
      join review_case o on o.household_id = a.household_id and o.id = coalesce(t.id, a.id)
      join round r on r.id = o.round_id
      join household h on h.household_id = o.household_id;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_decide(of_household uuid, of_case uuid, standing uuid, later uuid, take boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  before review_case;
  after review_case;
  opens_as text;
  closes_as text;
begin
  select max(coalesce(v.class, 'open')) filter (where v.purpose = 'opens'), max(coalesce(v.class, 'open')) filter (where v.purpose = 'closes')
    into opens_as, closes_as from verdict v where v.household_id = of_household and v.survey_id = later;
  select * into before from review_case c where c.household_id = of_household and c.id = of_case for update;
  update review_case c set survey_id = case when take then later else standing end, changed_at = now(),
         opens = case when take then opens_as else c.opens end, closes = case when take then closes_as else c.closes end
   where c.household_id = of_household and c.id = of_case and c.survey_id = standing and c.state = 'submitted'
     and nb_holds(c.village_id)
     and exists (select from survey s where s.household_id = of_household and s.id = later and s.round_id = c.round_id
                    and s.beside is not null and s.taken is null)
   returning c.* into after;
  if not found then return false; end if;
  perform case_moved(before, after);
  update survey s set taken = take where s.household_id = of_household and s.id = later and s.taken is null;
  if not found then return false; end if;
  if take then
    update survey s set beside = later, taken = false where s.household_id = of_household and s.id = standing;
  end if;
  return true;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_explain(of_household uuid, of_case uuid, of_survey uuid, of_note json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from review_case c
   where c.household_id = of_household and c.id = of_case and c.survey_id = of_survey
     and c.state in ('submitted', 'accepted') and nb_holds(c.village_id)
     for no key update;
  if not found or exists (
    select from survey_note n, json_to_record(of_note) as o (question text, person text)
     where n.household_id = of_household and n.survey_id = of_survey and n.question = o.question
       and n.person is not distinct from o.person) then return false; end if;
  insert into survey_note (household_id, id, home_id, case_id, survey_id, question, person, note, account_id)
    select h.household_id, n.id, h.village_id, of_case, of_survey, n.question, n.person, n.note, nb_account()
      from json_to_record(of_note) as n (id uuid, question text, person text, note text)
      join household h on h.household_id = of_household;
  return true;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_last_day(of_round uuid)
 RETURNS date
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not round_seen(of_round) then return null; end if;
  return (select max(s.surveyed_on) from review_case c
            join survey s on s.household_id = c.household_id and s.id = c.survey_id
           where c.round_id = of_round and c.state <> 'ended');
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_notice_context(of_round uuid, of_village uuid, of_household uuid, of_case uuid, of_notice uuid, today date)
 RETURNS TABLE(round_state text, window_from date, window_until date, village_id uuid, over_ids uuid[], head_name text, case_account uuid, case_state text, surveyed boolean, has_left boolean, handed boolean, kept jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one review_case;
  home household;
  reaches boolean;
  was_mine boolean := false;
  place uuid := of_village;
begin
  if of_case is null then
    if not exists (select from round_village v where v.round_id = of_round and v.village_id = of_village)
       and not exists (select from round_succession s where s.round_id = of_round and s.village_id = of_village) then
      return;
    end if;
    if not nb_holds(of_village) then return; end if;
  else
    select * into one from review_case c where c.household_id = of_household and c.id = of_case and c.round_id = of_round;
    if not found then return; end if;
    select * into home from household h where h.household_id = of_household;
    reaches := nb_holds(one.village_id);
    was_mine := (one.account_id is distinct from nb_account() or not reaches)
                and coalesce(one.handed_from = nb_account() or nb_account() = any (one.had_by), false);
    if not was_mine and not reaches then return; end if;
    place := one.village_id;
    -- In another commune by now, it is told where it was.
    if not reaches then
      place := coalesce((select h.village from unnest(one.had_by, one.had_in) with ordinality as h (who, village, n)
                          where h.who = nb_account() order by h.n desc limit 1), of_village);
    end if;
  end if;
  return query
    select r.state, r.window_from, r.window_until, coalesce((select a.heir from area_heir(place, today) a), place),
           array(select a.over_id from area_reach a where a.area_id = case when of_case is null then of_village else place end),
           home.head_name, one.account_id, coalesce(one.left_state, one.state), one.survey_id is not null,
           coalesce(one.state = 'ended' or home.ended_on is not null, false), was_mine,
           (select jsonb_build_object('by', n.made_by, 'round', n.round_id, 'case', n.case_id, 'kind', n.kind,
                                      'head', case when n.case_id is null then n.head_name end,
                                      'on', coalesce(n.said_on, n.made_on), 'details', n.details, 'state', n.state)
              from survey_notice n where n.id = of_notice)
      from round r where r.id = of_round;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_notice_store(told jsonb, today date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  context record;
begin
  select c.* into context
    from survey_notice_context((told ->> 'round')::uuid, (told ->> 'village')::uuid, (told ->> 'household')::uuid,
                               (told ->> 'case')::uuid, (told ->> 'id')::uuid, today) c;
  if not found then raise exception 'notice' using errcode = '42501'; end if;
  insert into survey_notice (id, round_id, village_id, household_id, case_id, kind, head_name, details, made_on, said_on, made_by, received_at)
    values ((told ->> 'id')::uuid, (told ->> 'round')::uuid, context.village_id, (told ->> 'household')::uuid, (told ->> 'case')::uuid,
            told ->> 'kind', coalesce(context.head_name, told ->> 'head'), told -> 'details', (told ->> 'on')::date,
            (told ->> 'said')::date, nb_account(), (told ->> 'at')::timestamptz)
    on conflict (id) do nothing;
  return found;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_notice_withdraw(of_notice uuid, instant timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update survey_notice n set state = 'withdrawn', withdrawn_at = instant
   where n.id = of_notice and n.made_by = nb_account() and n.state = 'open';
  return found;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_notices_answer(ids uuid[], of_state text, answer jsonb)
 RETURNS TABLE(notice_id uuid, village_id uuid, round_id uuid, kind text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    update survey_notice n set state = 'settled', answers = n.answers || jsonb_build_array(answer)
     where n.id = any (ids) and n.state = of_state and nb_holds(n.village_id)
     returning n.id, n.village_id, n.round_id, n.kind;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_notices_follow(of_household uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one record;
begin
  for one in select c.id, c.village_id from review_case c join round r on r.id = c.round_id
              where c.household_id = of_household and c.left_because is null
                and r.state not in ('certificates', 'completed', 'cancelled') loop
    update survey_notice n set village_id = one.village_id
     where n.household_id = of_household and n.case_id = one.id and n.village_id <> one.village_id;
  end loop;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_notices_return(village uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one uuid;
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  update survey_notice n set village_id = village, was_in = n.was_in[: cardinality(n.was_in) - 1]
   where n.was_in[cardinality(n.was_in)] = village;
  for one in select distinct n.household_id from survey_notice n join household h on h.household_id = n.household_id
              where h.village_id = village and n.village_id <> village order by 1 loop
    perform survey_notices_follow(one);
  end loop;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_notices_succeed(village uuid, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one uuid;
  next_one uuid := (select a.heir from area_heir(village, today) a);
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select distinct n.household_id from survey_notice n where n.village_id = village and n.household_id is not null order by 1 loop
    perform survey_notices_follow(one);
  end loop;
  if next_one is not null then
    update survey_notice n set village_id = next_one, was_in = n.was_in || village where n.village_id = village;
  end if;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_people(of_round uuid, on_day date)
 RETURNS TABLE(household_id uuid, case_id uuid, head_name text, seen boolean, asked jsonb, present jsonb, explained text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  households uuid[];
  surveys uuid[];
  ids uuid[];
begin
  if not exists (select from round r where r.id = of_round and nb_holds(r.area_id)) then
    raise exception 'round' using errcode = '42501';
  end if;
  with surveyed as materialized (
    select c.household_id, c.id as case_id, c.survey_id, h.head_person_id
      from review_case c join household h on h.household_id = c.household_id
     where c.round_id = of_round and c.state = 'accepted' and h.ended_on is null),
  answered as (
    select s.household_id, s.case_id, s.survey_id,
           string_agg(concat_ws('|', m ->> 'id', m ->> 'name', m ->> 'sex', m -> 'birth', m ->> 'ethnicity', m ->> 'relation' = 'head'), chr(10)
             order by m ->> 'id') as key
      from surveyed s join survey v on v.household_id = s.household_id and v.id = s.survey_id
     cross join lateral jsonb_array_elements(case json_typeof(v.facts -> 'members') when 'array' then (v.facts -> 'members')::jsonb end) m
     group by s.household_id, s.case_id, s.survey_id),
  living as (
    select m.household_id,
           string_agg(concat_ws('|', m.person_id, m.full_name, m.sex, jsonb_strip_nulls(jsonb_build_object('year', m.birth_year,
             'month', m.birth_month, 'day', m.birth_day)), m.ethnicity, m.person_id = s.head_person_id), chr(10)
             order by m.person_id::text) as key
      from surveyed s join member m on m.household_id = s.household_id
     where m.joined_on <= on_day and (m.left_on is null or m.left_on > on_day)
     group by m.household_id),
  -- In full: never each with each, however few are guessed.
  side_by_side as materialized (
    select a.household_id, a.survey_id, a.case_id, a.key is distinct from l.key as differ
      from answered a full join living l on l.household_id = a.household_id)
  select array_agg(s.household_id), array_agg(s.survey_id), array_agg(s.case_id) into households, surveys, ids
    from side_by_side s where s.differ and s.case_id is not null;
  return query
    select h.household_id, a.case_id, h.head_name, nb_holds(c.village_id),
           (select jsonb_agg(jsonb_build_object('id', m ->> 'id', 'name', m -> 'name', 'sex', m -> 'sex', 'birth', m -> 'birth',
                     'relation', m -> 'relation', 'ethnicity', m -> 'ethnicity'))
              from survey v cross join lateral jsonb_array_elements((v.facts -> 'members')::jsonb) m
             where v.household_id = h.household_id and v.id = a.survey_id),
           coalesce((select jsonb_agg(jsonb_build_object('memberId', m.id, 'answers', jsonb_build_object('id', m.person_id,
                     'name', m.full_name, 'sex', m.sex, 'ethnicity', m.ethnicity,
                     'relation', case when m.person_id = h.head_person_id then 'head' else m.relation end,
                     'birth', jsonb_strip_nulls(jsonb_build_object('year', m.birth_year, 'month', m.birth_month, 'day', m.birth_day)))))
              from member m
             where m.household_id = h.household_id and m.joined_on <= on_day and (m.left_on is null or m.left_on > on_day)), '[]'),
           array(select n.question || ' ' || coalesce(n.person, '') from survey_note n
                  where n.household_id = h.household_id and n.survey_id = a.survey_id and n.question like 'kept.%')
      from unnest(households, surveys, ids) as a (household_id, survey_id, case_id)
      join household h on h.household_id = a.household_id
      join review_case c on c.household_id = a.household_id and c.id = a.case_id;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_redate(of_household uuid, of_case uuid, of_survey uuid, of_day date, settled jsonb, verdicts json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  before review_case;
  after review_case;
begin
  select * into before from review_case c where c.household_id = of_household and c.id = of_case for update;
  if before.survey_id is distinct from of_survey or before.state <> 'submitted' or not nb_holds(before.village_id) then
    return false;
  end if;
  update survey s set surveyed_on = of_day, aside = jsonb_set(s.aside, '{day,settled}', settled)
   where s.household_id = of_household and s.id = of_survey and s.aside ? 'day'
     and s.aside #> '{day,settled}' is distinct from settled;
  if not found then return false; end if;
  update verdict v set class = n.class, possible = n.possible, b1 = n.b1, b2 = n.b2, lacking = n.lacking,
                       undecidable = n.undecidable, reasons = null, codes = n.codes
    from json_to_recordset(verdicts) as n (purpose text, class text, possible text, b1 numeric, b2 integer, lacking text,
         undecidable text, codes text)
   where v.household_id = of_household and v.survey_id = of_survey and v.purpose = n.purpose;
  update review_case c set changed_at = now(),
         opens = (select max(coalesce(v.class, 'open')) from verdict v
                   where v.household_id = of_household and v.survey_id = of_survey and v.purpose = 'opens'),
         closes = (select max(coalesce(v.class, 'open')) from verdict v
                    where v.household_id = of_household and v.survey_id = of_survey and v.purpose = 'closes')
   where c.household_id = of_household and c.id = of_case
   returning c.* into after;
  perform case_moved(before, after);
  return true;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_rows_follow(of_household uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one record;
begin
  update survey_note n set home_id = h.village_id from household h
   where n.household_id = of_household and h.household_id = n.household_id;
  for one in select c.round_id, c.village_id from review_case c join round r on r.id = c.round_id
              where c.household_id = of_household and c.left_because is null
                and r.state not in ('certificates', 'completed', 'cancelled') loop
    update survey set village_id = one.village_id
     where household_id = of_household and round_id = one.round_id and village_id <> one.village_id;
    update verdict set village_id = one.village_id
     where household_id = of_household and round_id = one.round_id and village_id <> one.village_id;
  end loop;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.survey_store(told jsonb, facts json, verdicts jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
declare
  many integer := jsonb_array_length(told);
  accounts uuid[] := '{}';
  one record;
  of_household uuid;
  -- The same answers once more leave nothing to decide.
  alike uuid[] := '{}';
  stored integer;
  were review_case[];
  are review_case[];
  recounted boolean[];
begin
  -- Held in the order of their households.
  for one in
    select s.n, s.account, t.*,
           exists (select from area_reach r where r.area_id = t.village and r.over_id = any (s.areas)) as reaches
      from nb_standings(many) s,
           jsonb_to_record(told -> s.n - 1) as t (household uuid, village uuid, round uuid, survey uuid, beside uuid, has_gone boolean)
     order by t.household
  loop
    accounts[one.n] := one.account;
    of_household := one.household;
    if not one.reaches
       and not exists (select from review_case c where c.household_id = one.household
                          and (c.handed_from = one.account or one.account = any (c.had_by)
                               or c.account_id = one.account and c.left_because = 'moved')) then
      raise exception 'village' using errcode = '42501';
    end if;
    perform from household h where h.household_id = of_household and (h.ended_on is not null) = one.has_gone for share;
    if not found then raise exception 'household' using errcode = 'NB002'; end if;
    continue when one.beside is null;
    if (select count(*) >= 5 from survey s where s.household_id = one.household
           and s.round_id = one.round and s.beside is not null and s.taken is null) then
      raise exception 'beside' using errcode = 'NB005';
    end if;
    if exists (select from survey s where s.household_id = one.household and s.id = one.beside
                  and s.facts::jsonb = (survey_store.facts -> one.n - 1)::jsonb) then
      alike := alike || one.survey;
    end if;
  end loop;
  insert into survey (household_id, id, round_id, village_id, account_id, facts, surveyed_on, members, income,
                      beside, taken, sent_from, aside)
    select t.household, t.survey, t.round, t.village, accounts[t.n], t.facts, t.surveyed_on, t.members, t.income,
           t.beside, case when t.survey = any (alike) then false end, t.sent_from, t.aside
      from rows from (jsonb_to_recordset(told) as (household uuid, survey uuid, round uuid, village uuid, surveyed_on date,
                        members smallint, income bigint, beside uuid, sent_from uuid, aside jsonb), json_array_elements(facts))
             with ordinality as t (household, survey, round, village, surveyed_on, members, income, beside, sent_from, aside, facts, n)
    on conflict (household_id, id) do nothing;
  get diagnostics stored = row_count;
  if stored <> many then raise exception 'survey' using errcode = 'NB003'; end if;
  insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, class, possible, b1, b2,
                       lacking, undecidable, codes)
    select t.household, v.id, t.survey, t.round, t.village, v.purpose, v.standard_id, v.class, v.possible, v.b1, v.b2,
           v.lacking, v.undecidable, v.codes
      from rows from (jsonb_to_recordset(told) as (household uuid, survey uuid, round uuid, village uuid), jsonb_array_elements(verdicts))
             as t (household, survey, round, village, verdicts),
           jsonb_to_recordset(t.verdicts) as v (id uuid, purpose text, standard_id text, class text, possible text,
             b1 numeric, b2 integer, lacking text, undecidable text, codes text);
  -- A case out of its round, or of a household that has ended, stands as it was, as if the survey had come before. What is
  -- counted as it was is looked at once more where somebody held it meanwhile.
  with moved as (
    update review_case c set state = case when t.survey = any (alike) or t.has_left then c.state else t.state end,
                             left_state = case when t.survey = any (alike) or c.left_state is null then c.left_state else t.state end,
                             survey_id = coalesce(t.beside, t.survey), changed_at = now(),
                             opens = case when t.beside is null then t.opens else c.opens end,
                             closes = case when t.beside is null then t.closes else c.closes end
      from jsonb_to_recordset(told) as t (household uuid, village uuid, round uuid, survey uuid, of_case uuid, has_left boolean,
             has_gone boolean, was text, was_survey uuid, was_account uuid, state text, opens text, closes text, beside uuid),
           review_case o
     where o.household_id = t.household and o.id = t.of_case and c.household_id = o.household_id and c.id = o.id
       and c.state = o.state and c.opens is not distinct from o.opens and c.closes is not distinct from o.closes
       and (c.state = 'ended') = t.has_left
       and (coalesce(c.left_state, c.state) = t.was
            or t.beside is not null and coalesce(c.left_state, c.state) in ('submitted', 'accepted'))
       and c.survey_id is not distinct from t.was_survey
       and c.account_id is not distinct from t.was_account
       and c.village_id = t.village and c.round_id = t.round
    returning o as was, c as is_now, t.has_left or t.has_gone as recounts)
  select array_agg(m.was), array_agg(m.is_now), array_agg(m.recounts) into were, are, recounted from moved m;
  if cardinality(are) is distinct from many then raise exception 'case' using errcode = 'NB002'; end if;
  perform cases_moved(were, are, recounted);
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.surveys_return(village uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one uuid;
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select s.household_id from survey s join household h on h.household_id = s.household_id
              where h.village_id = village and s.village_id <> village
             union select n.household_id from survey_note n join household h on h.household_id = n.household_id
              where h.village_id = village and n.home_id <> village order by 1 loop
    perform survey_rows_follow(one);
  end loop;
end
$function$;

-- room: surveys
CREATE OR REPLACE FUNCTION public.surveys_succeed(village uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one uuid;
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select s.household_id from survey s where s.village_id = village
             union select n.household_id from survey_note n where n.home_id = village order by 1 loop
    perform survey_rows_follow(one);
  end loop;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.topic_first(topic uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select n.id from framework_topic t join framework f on f.id = t.framework_id
    join framework g on g.line_id = f.line_id and g.state = 'approved'
    join framework_topic n on n.framework_id = g.id and n.code = t.code
   where t.id = topic order by g.version limit 1
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.topic_on(topic uuid, of_day date)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select n.id from framework_topic t join framework f on f.id = t.framework_id
    join framework g on g.line_id = f.line_id and g.state = 'approved' and g.approved_on <= of_day
    join framework_topic n on n.framework_id = g.id and n.code = t.code
   where t.id = topic
     and g.version = (select max(h.version) from framework h
                       where h.line_id = f.line_id and h.state = 'approved' and h.approved_on <= of_day)
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.trainers_joined(kept uuid, former uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  pair record;
begin
  update trainer f set official_id = null
    from trainer k where f.official_id = former and k.official_id = kept and k.area_id = f.area_id
     and daterange(k.valid_from, k.valid_until) && daterange(f.valid_from, f.valid_until);
  update trainer t set official_id = kept where t.official_id = former;
  for pair in
    select k.id as kept_id, f.id as former_id, f.class_id, f.state = 'enrolled' and k.state <> 'enrolled' as further
      from class_seat f join class_seat k on k.class_id = f.class_id and k.official_id = kept where f.official_id = former loop
    update class_seat k set state = f.state, because = f.because, offer_until = f.offer_until, followed_by = f.followed_by, revision = k.revision + 1
      from class_seat f where pair.further and k.id = pair.kept_id and f.id = pair.former_id;
    update class_seat o set followed_by = pair.kept_id where o.followed_by = pair.former_id and o.id <> pair.kept_id;
    delete from class_seat f where f.id = pair.former_id;
  end loop;
  update class_seat k set official_id = kept where k.official_id = former;
  update session_person p set person = kept
   where p.person = former
     and not exists (select from session_person k where k.person = kept and (k.session_id = p.session_id or k.during && p.during));
  -- Where the kept record is in another place at that hour, that stands; a session has its people once.
  delete from session_person p where p.person = former and p.role = 'learner';
  update training_class c set taken = (select count(*) from class_seat k where k.class_id = c.id and k.state = 'enrolled')
   where c.id in (select k.class_id from class_seat k where k.official_id = kept);
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.training_join_faults(kept uuid, former uuid)
 RETURNS TABLE(topic text, plan_id uuid, plan text, area_id uuid, other_id uuid, other text, other_area_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not (official_kept(kept) and official_kept(former)) then return; end if;
  return query
    select t.code || ' ' || t.title, p.id, p.name, p.area_id, q.id, q.name, q.area_id
      from plan_seat x join plan_seat y on y.topic_id = x.topic_id and y.year = x.year
      join training_plan p on p.id = x.plan_id join training_plan q on q.id = y.plan_id join framework_topic t on t.id = x.topic_id
     where x.official_id = kept and y.official_id = former and x.stands and y.stands and x.state = 'approved' and y.state = 'approved'
     order by t.code, x.id;
end
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.training_joined(kept uuid, former uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  twice uuid[];
begin
  if not official_joining(kept, former) then raise exception 'official_join' using errcode = '42501'; end if;
  update official_joined j set was = j.was || jsonb_build_object(
    'wishes', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from training_wish x where x.official_id = former),
    'seats', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from plan_seat x where x.official_id in (kept, former)))
   where j.id = former;
  delete from training_wish w where w.official_id = former and w.withdrawn_on is null and exists (
    select from training_wish k where k.official_id = kept and k.withdrawn_on is null and (k.topic_id, k.source) = (w.topic_id, w.source));
  update training_wish w set official_id = kept where w.official_id = former;
  update plan_seat t set stands = false
    from plan_seat o, training_plan below, training_plan own, training_plan above
   where t.official_id in (kept, former) and o.official_id in (kept, former) and o.official_id <> t.official_id
     and o.topic_id = t.topic_id and o.year = t.year and o.stands and t.stands
     and below.id = t.plan_id and below.state = 'drafted' and own.id = coalesce(below.original_id, below.id)
     and above.id = o.plan_id and own.parent_id = coalesce(above.original_id, above.id);
  select array_agg(distinct case when s.plan_id <> k.plan_id and k.state = 'drafted' and s.state = 'approved' then k.id else s.id end)
    into twice
    from plan_seat s join plan_seat k on k.official_id = kept and k.topic_id = s.topic_id
     and (k.plan_id = s.plan_id or (k.stands and s.stands and k.year = s.year))
   where s.official_id = former;
  update training_plan p set edits = p.edits + 1
   where p.state = 'drafted' and p.id in (select s.plan_id from plan_seat s where s.id = any (twice));
  delete from plan_seat s where s.id = any (twice);
  update plan_seat s set official_id = kept where s.official_id = former;
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.turn_figures(of_area uuid, by_what text, units uuid[], of_level integer, of_post text, of_topic uuid, of_year integer, of_sex text, of_ethnicity text, of_organiser uuid)
 RETURNS TABLE(key text, level smallint, turns integer, persons integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
 SET work_mem TO '96MB'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with place as materialized (
      select r.area_id as id,
             case when by_what = 'unit' then (select c.over_id from area_reach c where c.area_id = r.area_id and c.over_id = any (units) limit 1) end as unit
        from area_reach r where r.over_id = of_area),
    found as (
      select case by_what when 'post' then t.post when 'year' then t.year::text when 'sex' then t.sex when 'ethnicity' then t.ethnicity
                          when 'organiser' then t.area_id::text when 'unit' then p.unit::text when 'topic' then k.topic_id::text end as key,
             t.level, t.official_id
        from training_turn t join place p on p.id = t.from_id
        left join class_topic k on by_what = 'topic' and k.class_id = t.class_id
       where (of_level is null or t.level = of_level) and (of_year is null or t.year = of_year)
         and (of_post is null or t.post = of_post or of_post = 'none' and t.post is null)
         and (of_sex is null or t.sex = of_sex) and (of_organiser is null or t.area_id = of_organiser)
         and (of_ethnicity is null or t.ethnicity = of_ethnicity or of_ethnicity = 'minority' and t.ethnicity not in ('01', '55'))
         and (of_topic is null or exists (select from class_topic o where o.class_id = t.class_id and o.topic_id = of_topic))),
    each as (select f.key, f.level, f.official_id, count(*) as n from found f group by f.key, f.level, f.official_id)
    select e.key, e.level, sum(e.n)::integer, count(*)::integer from each e group by e.key, e.level
    union all
    select e.key, null, sum(e.n)::integer, count(distinct e.official_id)::integer from each e group by e.key;
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.turns_found(of_area uuid, of_level integer, of_post text, of_topic uuid, of_year integer, of_sex text, of_ethnicity text, of_organiser uuid, of_class uuid, words text)
 RETURNS TABLE(id uuid, official_id uuid, full_name text, sex text, ethnicity text, post text, from_id uuid, level smallint, area_id uuid, class_id uuid, title text, completed_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select t.id, t.official_id, o.full_name, t.sex, t.ethnicity, t.post, t.from_id, t.level, t.area_id, t.class_id, c.title, t.completed_on
      from training_turn t join official o on o.id = t.official_id join training_class c on c.id = t.class_id
     where t.from_id in (select r.area_id from area_reach r where r.over_id = of_area)
       and (of_level is null or t.level = of_level) and (of_year is null or t.year = of_year)
       and (of_post is null or t.post = of_post or of_post = 'none' and t.post is null)
       and (of_sex is null or t.sex = of_sex) and (of_organiser is null or t.area_id = of_organiser)
       and (of_ethnicity is null or t.ethnicity = of_ethnicity or of_ethnicity = 'minority' and t.ethnicity not in ('01', '55'))
       and (of_topic is null or exists (select from class_topic k where k.class_id = t.class_id and k.topic_id = of_topic))
       and (of_class is null or t.class_id = of_class) and (words is null or o.search like words);
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.turns_of(person uuid)
 RETURNS TABLE(class_id uuid, title text, area_id uuid, level smallint, post text, from_id uuid, completed_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select t.class_id, c.title, t.area_id, t.level, t.post, t.from_id, t.completed_on
    from training_turn t join training_class c on c.id = t.class_id
   where t.official_id = person and (official_kept(person) or official_seen(person) or person = roster_self())
$function$;

-- room: training
CREATE OR REPLACE FUNCTION public.unit_above_mine(unit uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER COST 1000
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from area_reach r where r.over_id = unit and r.area_id = any (nb_areas()));
end
$function$;

-- room: people
CREATE OR REPLACE FUNCTION public.unmet_requirements(of_area uuid, of_day date)
 RETURNS TABLE(official_id uuid, post text, area_id uuid, kind text, requirement_id uuid, why text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select r.* from requirements_at(of_area, of_day) r where r.why is not null
$function$;

-- room: households
CREATE OR REPLACE FUNCTION public.villages_reached(villages uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return array(select distinct r.area_id from area_reach r where r.area_id = any (villages) and r.over_id = any (nb_areas()) order by 1);
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.walk_in_waits(of_walk_in uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held record;
begin
  select w.session_id, w.class_id into held from class_walk_in w where w.id = of_walk_in and w.account_id = nb_account();
  if not found then return false; end if;
  perform from training_class c where c.id = held.class_id for key share;
  return exists (select from training_class c where c.id = held.class_id and c.state = 'running')
     and not coalesce((select n.closed from session_count n where n.session_id = held.session_id order by n.number desc limit 1), false);
end
$function$;

-- room: classes
CREATE OR REPLACE FUNCTION public.walk_ins_joined(kept uuid, former uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update class_walk_in set official_id = kept where official_id = former
$function$;

-- family: unit; room: people
create table access_grant (
  id uuid not null,
  account_id uuid not null,
  role text not null,
  area_id uuid not null,
  valid_from date not null,
  valid_until date,
  given_by uuid,
  given_at timestamp with time zone default now() not null,
  ended_by uuid,
  authority text default 'own'::text not null,
  constraint access_grant_once EXCLUDE USING gist (account_id WITH =, role WITH =, area_id WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint access_grant_pkey PRIMARY KEY (id),
  constraint access_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint access_grant_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint access_grant_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id),
  constraint access_grant_given_by_fkey FOREIGN KEY (given_by) REFERENCES account(id),
  constraint access_grant_authority CHECK (((authority = 'own'::text) OR (role = 'commune_chair'::text))),
  constraint access_grant_authority_check CHECK ((authority = ANY (ARRAY['own'::text, 'for_chair'::text, 'acting'::text]))),
  constraint access_grant_period CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint access_grant_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'province'::text, 'district'::text, 'commune_official'::text, 'commune_chair'::text, 'enumerator'::text, 'training_organiser'::text, 'auditor'::text, 'viewer'::text])))
);
CREATE INDEX access_grant_account ON public.access_grant USING btree (account_id);
CREATE INDEX access_grant_area ON public.access_grant USING btree (area_id);
alter table access_grant enable row level security;
create policy access_grant_nation_insert on access_grant for insert to nb_nation with check ((given_by = nb_account()));
create policy access_grant_nation_select on access_grant for select to nb_nation using (true);
create policy access_grant_nation_update on access_grant for update to nb_nation using (true);
create policy access_grant_near_insert on access_grant for insert to nb_app with check (((given_by = nb_account()) AND (area_id = ANY (nb_units()))));
create policy access_grant_near_select on access_grant for select to nb_app using (((area_id = ANY (nb_units())) OR (account_id = nb_account())));
create policy access_grant_near_update on access_grant for update to nb_app using ((area_id = ANY (nb_units())));
create policy access_grant_wide_insert on access_grant for insert to nb_wide with check (((given_by = nb_account()) AND nb_holds(area_id)));
create policy access_grant_wide_select on access_grant for select to nb_wide using ((nb_holds(area_id) OR (account_id = nb_account())));
create policy access_grant_wide_update on access_grant for update to nb_wide using (nb_holds(area_id));
grant insert, select, update (ended_by, valid_until) on access_grant to nb_app;

-- family: unit; room: people
create table account (
  id uuid not null,
  login text not null,
  full_name text not null,
  password_hash text not null,
  must_change_password boolean default true not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  created_by uuid,
  constraint account_login_once UNIQUE (login),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  constraint account_full_name_check CHECK ((full_name <> ''::text)),
  constraint account_login_check CHECK (((login = lower(login)) AND (login <> ''::text)))
);
alter table account enable row level security;
create policy account_add on account for insert to public with check (((created_by = nb_account()) AND (cardinality(nb_areas()) > 0)));
create policy account_change on account for update to public using (((id = nb_account()) OR account_within(id)));
create policy account_read on account for select to public using (((id = nb_account()) OR (created_by = nb_account()) OR account_touches(id)));
create policy account_system on account for select to public using ((id = nb_system()));
grant insert, select (created_at, created_by, disabled_at, full_name, id, login, must_change_password), update (disabled_at, full_name, must_change_password, password_hash) on account to nb_app;

-- family: unit; room: people
create table appointment (
  id uuid not null,
  official_id uuid not null,
  post text not null,
  area_id uuid not null,
  valid_from date not null,
  valid_until date,
  standing text default 'own'::text not null,
  decision_number text,
  decided_on date,
  ended_because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  ended_by uuid,
  renews_id uuid,
  renews_until date,
  ended_with uuid,
  until_before date,
  constraint appointment_once EXCLUDE USING gist (official_id WITH =, post WITH =, area_id WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint appointment_pkey PRIMARY KEY (id),
  constraint appointment_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint appointment_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id),
  constraint appointment_ended_with_fkey FOREIGN KEY (ended_with) REFERENCES appointment(id) ON DELETE SET NULL,
  constraint appointment_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint appointment_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint appointment_post_fkey FOREIGN KEY (post) REFERENCES post(id),
  constraint appointment_renews FOREIGN KEY (renews_id) REFERENCES appointment(id),
  constraint appointment_decision_number_check CHECK ((decision_number <> ''::text)),
  constraint appointment_ended CHECK (((ended_because IS NULL) OR (valid_until IS NOT NULL))),
  constraint appointment_ended_because_check CHECK ((ended_because = ANY (ARRAY['term_over'::text, 'promoted'::text, 'moved'::text, 'retired'::text, 'left'::text, 'died'::text, 'unit_ended'::text, 'entered_by_mistake'::text]))),
  constraint appointment_ended_with CHECK (((ended_with IS NULL) OR (ended_because = 'died'::text))),
  constraint appointment_period CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint appointment_renewed CHECK (((renews_until IS NULL) OR (renews_id IS NOT NULL))),
  constraint appointment_standing_check CHECK ((standing = ANY (ARRAY['own'::text, 'deputy'::text, 'acting'::text])))
);
CREATE INDEX appointment_area ON public.appointment USING btree (area_id, valid_from);
CREATE INDEX appointment_died ON public.appointment USING btree (official_id, valid_until) WHERE (ended_because = 'died'::text);
CREATE INDEX appointment_ended_with_ix ON public.appointment USING btree (ended_with) WHERE (ended_with IS NOT NULL);
CREATE INDEX appointment_official ON public.appointment USING btree (official_id);
CREATE INDEX appointment_renews_what ON public.appointment USING btree (renews_id) WHERE (renews_id IS NOT NULL);
alter table appointment enable row level security;
create policy appointment_nation_insert on appointment for insert to nb_nation with check (true);
create policy appointment_nation_select on appointment for select to nb_nation using (true);
create policy appointment_nation_update on appointment for update to nb_nation using (true);
create policy appointment_near_insert on appointment for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy appointment_near_select on appointment for select to nb_app using (((area_id = ANY (nb_units())) OR official_kept(official_id)));
create policy appointment_near_update on appointment for update to nb_app using ((area_id = ANY (nb_units())));
create policy appointment_wide_insert on appointment for insert to nb_wide with check (nb_holds(area_id));
create policy appointment_wide_select on appointment for select to nb_wide using ((nb_holds(area_id) OR official_kept(official_id)));
create policy appointment_wide_update on appointment for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on appointment to nb_app;

-- family: unit; room: areas
create table area (
  id uuid not null,
  created_at timestamp with time zone default now() not null,
  constraint area_pkey PRIMARY KEY (id)
);
alter table area enable row level security;
create policy area_read on area for select to public using (true);
grant select on area to nb_app;

-- family: unit; room: areas
create table area_event (
  id uuid not null,
  kind text not null,
  happened_on date,
  legal_basis text,
  mark text not null,
  note text,
  created_at timestamp with time zone default now() not null,
  constraint area_event_pkey PRIMARY KEY (id),
  constraint area_event_kind_check CHECK ((kind = ANY (ARRAY['load'::text, 'create'::text, 'rename'::text, 'merge'::text, 'split'::text, 'move'::text, 'change_kind'::text, 'change_code'::text, 'abolish_level'::text, 'abolish'::text]))),
  constraint area_event_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text, 'invented'::text])))
);
alter table area_event enable row level security;
create policy area_event_read on area_event for select to public using (true);
grant select on area_event to nb_app;

-- family: unit; room: areas
create table area_path (
  area_id uuid not null,
  valid_from date not null,
  valid_until date,
  path text not null,
  constraint area_path_pkey PRIMARY KEY (area_id, valid_from),
  constraint area_path_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint area_path_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);
CREATE INDEX area_path_below ON public.area_path USING btree (path text_pattern_ops);
alter table area_path enable row level security;
create policy area_path_read on area_path for select to public using (true);
grant select on area_path to nb_app;

-- family: unit; room: areas
create table area_reach (
  area_id uuid not null,
  over_id uuid not null,
  constraint area_reach_pkey PRIMARY KEY (area_id, over_id),
  constraint area_reach_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint area_reach_over_id_fkey FOREIGN KEY (over_id) REFERENCES area(id)
);
CREATE INDEX area_reach_over ON public.area_reach USING btree (over_id);
alter table area_reach enable row level security;
create policy area_reach_read on area_reach for select to public using (true);
grant select on area_reach to nb_app;

-- family: unit; room: areas
create table area_status (
  id uuid not null,
  area_id uuid not null,
  status text not null,
  valid_from date not null,
  valid_until date,
  decision text,
  mark text not null,
  note text,
  constraint area_status_pkey PRIMARY KEY (id),
  constraint area_status_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint area_status_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text, 'invented'::text]))),
  constraint area_status_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
  constraint area_status_status_check CHECK ((status = ANY (ARRAY['kv1'::text, 'kv2'::text, 'kv3'::text, 'dbkk'::text, 'border'::text])))
);
CREATE INDEX area_status_area ON public.area_status USING btree (area_id);
alter table area_status enable row level security;
create policy area_status_nation_insert on area_status for insert to nb_nation with check (true);
create policy area_status_nation_update on area_status for update to nb_nation using (true);
create policy area_status_near_insert on area_status for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy area_status_near_update on area_status for update to nb_app using ((area_id = ANY (nb_units())));
create policy area_status_read on area_status for select to public using (true);
create policy area_status_wide_insert on area_status for insert to nb_wide with check (nb_holds(area_id));
create policy area_status_wide_update on area_status for update to nb_wide using (nb_holds(area_id));
grant insert, select, update (valid_until) on area_status to nb_app;

-- family: unit; room: areas
create table area_succession (
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  event_id uuid not null,
  share numeric(6,5),
  mark text not null,
  note text,
  constraint area_succession_once UNIQUE (from_id, to_id, event_id),
  constraint area_succession_pkey PRIMARY KEY (id),
  constraint area_succession_event_id_fkey FOREIGN KEY (event_id) REFERENCES area_event(id),
  constraint area_succession_from_id_fkey FOREIGN KEY (from_id) REFERENCES area(id),
  constraint area_succession_to_id_fkey FOREIGN KEY (to_id) REFERENCES area(id),
  constraint area_succession_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text, 'invented'::text]))),
  constraint area_succession_share_check CHECK (((share > (0)::numeric) AND (share <= (1)::numeric)))
);
CREATE INDEX area_succession_to ON public.area_succession USING btree (to_id);
alter table area_succession enable row level security;
create policy area_succession_read on area_succession for select to public using (true);
grant select on area_succession to nb_app;

-- family: unit; room: areas
create table area_undoing (
  event_id uuid not null,
  undone_on date not null,
  because text not null,
  units uuid[] not null,
  did jsonb not null,
  created_at timestamp with time zone default now() not null,
  constraint area_undoing_pkey PRIMARY KEY (event_id),
  constraint area_undoing_event_id_fkey FOREIGN KEY (event_id) REFERENCES area_event(id)
);
CREATE INDEX area_undoing_units ON public.area_undoing USING gin (units);
alter table area_undoing enable row level security;
create policy area_undoing_read on area_undoing for select to public using (true);
grant select on area_undoing to nb_app;

-- family: unit; room: areas
create table area_version (
  id uuid not null,
  area_id uuid not null,
  valid_from date not null,
  valid_until date,
  level smallint not null,
  kind text not null,
  code text,
  name text not null,
  search text generated always as (fold(name)) stored not null,
  parent_id uuid,
  settlement text,
  event_id uuid,
  until_event_id uuid,
  from_known boolean default true not null,
  mark text not null,
  constraint area_version_code_once EXCLUDE USING gist (level WITH =, code WITH =, daterange(valid_from, valid_until) WITH &&) WHERE (((code IS NOT NULL) AND (level < 4))),
  constraint area_version_one_a_day EXCLUDE USING gist (area_id WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint area_version_pkey PRIMARY KEY (id),
  constraint area_version_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint area_version_event_id_fkey FOREIGN KEY (event_id) REFERENCES area_event(id),
  constraint area_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES area(id),
  constraint area_version_until_event_id_fkey FOREIGN KEY (until_event_id) REFERENCES area_event(id),
  constraint area_version_level_check CHECK (((level >= 0) AND (level <= 4))),
  constraint area_version_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text, 'invented'::text]))),
  constraint area_version_name_check CHECK ((name <> ''::text)),
  constraint area_version_parent CHECK (((parent_id IS NULL) = (level = 0))),
  constraint area_version_period CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint area_version_settlement_check CHECK ((settlement = ANY (ARRAY['rural'::text, 'urban'::text])))
);
CREATE INDEX area_version_begun ON public.area_version USING btree (valid_from);
CREATE INDEX area_version_code ON public.area_version USING btree (code);
CREATE INDEX area_version_ended ON public.area_version USING btree (valid_until) WHERE (valid_until IS NOT NULL);
CREATE INDEX area_version_level ON public.area_version USING btree (level) WHERE (level < 4);
CREATE INDEX area_version_named ON public.area_version USING btree (area_id, valid_from) INCLUDE (name);
CREATE INDEX area_version_parent_on ON public.area_version USING btree (parent_id, valid_from);
CREATE INDEX area_version_search ON public.area_version USING gin (search gin_trgm_ops);
alter table area_version enable row level security;
create policy area_version_read on area_version for select to public using (true);
grant select on area_version to nb_app;

-- family: unit; room: areas
create table area_within (
  over_id uuid not null,
  area_ids uuid[],
  size integer generated always as (COALESCE(cardinality(area_ids), 0)) stored not null,
  standing uuid[],
  standing_hash bigint generated always as (hash_array_extended(standing, (0)::bigint)) stored,
  constraint area_within_pkey PRIMARY KEY (over_id),
  constraint area_within_over_id_fkey FOREIGN KEY (over_id) REFERENCES area(id)
);
CREATE INDEX area_within_standing ON public.area_within USING btree (over_id) INCLUDE (standing_hash) WHERE (standing IS NOT NULL);
CREATE INDEX area_within_wide ON public.area_within USING btree (over_id) WHERE ((area_ids IS NULL) OR (size > 200));
alter table area_within enable row level security;
create policy area_within_read on area_within for select to public using (true);
grant select on area_within to nb_app;

-- family: unit; room: tests
create table attempt_mark (
  attempt_id uuid not null,
  number smallint not null,
  area_id uuid not null,
  num integer not null,
  of integer not null,
  questions smallint not null,
  passed boolean,
  worth jsonb not null,
  remark_id uuid,
  because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint attempt_mark_pkey PRIMARY KEY (attempt_id, number),
  constraint attempt_mark_attempt FOREIGN KEY (attempt_id, area_id) REFERENCES test_attempt(id, area_id),
  constraint attempt_mark_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint attempt_mark_remark FOREIGN KEY (remark_id, area_id) REFERENCES test_remark(id, area_id),
  constraint attempt_mark_because CHECK (((number = 1) = (because IS NULL))),
  constraint attempt_mark_because_check CHECK ((because <> ''::text)),
  constraint attempt_mark_num_check CHECK ((num >= 0)),
  constraint attempt_mark_number_check CHECK ((number >= 1)),
  constraint attempt_mark_of_check CHECK ((of >= 1)),
  constraint attempt_mark_questions_check CHECK ((questions >= 1)),
  constraint attempt_mark_within CHECK ((num <= (of * questions)))
);
CREATE INDEX attempt_mark_area ON public.attempt_mark USING btree (area_id);
alter table attempt_mark enable row level security;
create policy attempt_mark_nation_insert on attempt_mark for insert to nb_nation with check (true);
create policy attempt_mark_nation_select on attempt_mark for select to nb_nation using (true);
create policy attempt_mark_near_insert on attempt_mark for insert to nb_app with check (((area_id = ANY (nb_units())) OR is_my_attempt(attempt_id)));
create policy attempt_mark_near_select on attempt_mark for select to nb_app using (((area_id = ANY (nb_units())) OR is_my_attempt(attempt_id)));
create policy attempt_mark_wide_insert on attempt_mark for insert to nb_wide with check ((nb_holds(area_id) OR is_my_attempt(attempt_id)));
create policy attempt_mark_wide_select on attempt_mark for select to nb_wide using ((nb_holds(area_id) OR is_my_attempt(attempt_id)));
grant insert, select on attempt_mark to nb_app;

-- family: unit; room: classes
create table attendance_mark (
  session_id uuid not null,
  class_id uuid not null,
  area_id uuid not null,
  official_id uuid not null,
  number smallint not null,
  mark text,
  how text not null,
  after_count boolean default false not null,
  because text default ''::text not null,
  made_by uuid,
  made_name text not null,
  made_at timestamp with time zone not null,
  constraint attendance_mark_pkey PRIMARY KEY (session_id, official_id, number),
  constraint attendance_mark_class FOREIGN KEY (class_id, area_id) REFERENCES training_class(id, area_id),
  constraint attendance_mark_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint attendance_mark_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint attendance_mark_session FOREIGN KEY (session_id, class_id) REFERENCES class_session(id, class_id),
  constraint attendance_mark_because CHECK (((number = 1) OR (because <> ''::text))),
  constraint attendance_mark_how_check CHECK ((how = ANY (ARRAY['paper'::text, 'code'::text, 'hand'::text, 'match'::text]))),
  constraint attendance_mark_mark_check CHECK ((mark = ANY (ARRAY['present'::text, 'late'::text, 'half'::text, 'excused'::text, 'unexcused'::text]))),
  constraint attendance_mark_number_check CHECK ((number >= 1))
);
CREATE INDEX attendance_mark_area ON public.attendance_mark USING btree (area_id);
CREATE INDEX attendance_mark_class_of ON public.attendance_mark USING btree (class_id);
CREATE INDEX attendance_mark_official ON public.attendance_mark USING btree (official_id);
alter table attendance_mark enable row level security;
create policy attendance_mark_nation_insert on attendance_mark for insert to nb_nation with check (true);
create policy attendance_mark_nation_select on attendance_mark for select to nb_nation using (true);
create policy attendance_mark_near_insert on attendance_mark for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy attendance_mark_near_select on attendance_mark for select to nb_app using (((area_id = ANY (nb_units())) OR (official_id = roster_self())));
create policy attendance_mark_wide_insert on attendance_mark for insert to nb_wide with check (nb_holds(area_id));
create policy attendance_mark_wide_select on attendance_mark for select to nb_wide using ((nb_holds(area_id) OR (official_id = roster_self())));
grant insert, select on attendance_mark to nb_app;

-- family: unit; room: classes
create table attendance_page (
  file_id uuid not null,
  class_id uuid not null,
  area_id uuid not null,
  note text default ''::text not null,
  kept_by uuid,
  kept_name text not null,
  kept_at timestamp with time zone not null,
  out_because text,
  out_name text,
  constraint attendance_page_pkey PRIMARY KEY (file_id),
  constraint attendance_page_class FOREIGN KEY (class_id, area_id) REFERENCES training_class(id, area_id),
  constraint attendance_page_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint attendance_page_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES account(id),
  constraint attendance_page_out_because_check CHECK ((out_because <> ''::text))
);
CREATE INDEX attendance_page_area ON public.attendance_page USING btree (area_id);
CREATE INDEX attendance_page_class_of ON public.attendance_page USING btree (class_id);
alter table attendance_page enable row level security;
create policy attendance_page_nation_insert on attendance_page for insert to nb_nation with check (true);
create policy attendance_page_nation_select on attendance_page for select to nb_nation using (true);
create policy attendance_page_nation_update on attendance_page for update to nb_nation using (true);
create policy attendance_page_near_insert on attendance_page for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy attendance_page_near_select on attendance_page for select to nb_app using ((area_id = ANY (nb_units())));
create policy attendance_page_near_update on attendance_page for update to nb_app using ((area_id = ANY (nb_units())));
create policy attendance_page_wide_insert on attendance_page for insert to nb_wide with check (nb_holds(area_id));
create policy attendance_page_wide_select on attendance_page for select to nb_wide using (nb_holds(area_id));
create policy attendance_page_wide_update on attendance_page for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on attendance_page to nb_app;

-- family: ledger; room: platform
create table audit_line (
  id uuid not null,
  at timestamp with time zone default now() not null,
  account_id uuid not null,
  command_id uuid,
  what text not null,
  subject_id uuid not null,
  area_id uuid,
  facts jsonb default '{}'::jsonb not null,
  constraint audit_line_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_line_account ON public.audit_line USING btree (account_id, at);
CREATE INDEX audit_line_area ON public.audit_line USING btree (area_id, at);
CREATE INDEX audit_line_newest ON public.audit_line USING btree (at, id DESC);
CREATE INDEX audit_line_subject ON public.audit_line USING btree (subject_id, at);
alter table audit_line enable row level security;
create policy audit_line_add on audit_line for insert to public with check ((account_id = nb_account()));
create policy audit_line_nation_select on audit_line for select to nb_nation using (((area_id IS NOT NULL) OR (account_id = nb_account())));
create policy audit_line_near_select on audit_line for select to nb_app using (((area_id = ANY (nb_units())) OR (account_id = nb_account())));
create policy audit_line_wide_select on audit_line for select to nb_wide using ((nb_holds(area_id) OR (account_id = nb_account())));
grant insert, select on audit_line to nb_app;

-- family: unit; room: bodies
create table body (
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  watches text,
  watches_code text,
  decision_number text not null,
  decided_on date not null,
  decided_by text not null,
  valid_from date not null,
  valid_until date,
  dissolved_because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  search text generated always as (fold(name)) stored not null,
  term_until date,
  constraint body_pkey PRIMARY KEY (id),
  constraint body_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint body_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES area(id),
  constraint body_decided CHECK ((decided_on <= valid_from)),
  constraint body_decided_by_check CHECK ((decided_by <> ''::text)),
  constraint body_decision_number_check CHECK ((decision_number <> ''::text)),
  constraint body_dissolved CHECK (((dissolved_because IS NULL) OR (valid_until IS NOT NULL))),
  constraint body_dissolved_because_check CHECK ((dissolved_because <> ''::text)),
  constraint body_kind_check CHECK ((kind = ANY (ARRAY['steering'::text, 'supervision'::text]))),
  constraint body_name_check CHECK ((name <> ''::text)),
  constraint body_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from) OR ((valid_until = valid_from) AND (dissolved_because IS NOT NULL)))),
  constraint body_watches CHECK ((((kind = 'supervision'::text) = (watches IS NOT NULL)) AND ((watches_code IS NULL) OR (watches IS NOT NULL)))),
  constraint body_watches_check CHECK ((watches <> ''::text)),
  constraint body_watches_code_check CHECK ((watches_code <> ''::text))
);
CREATE INDEX body_unit ON public.body USING btree (unit_id, valid_from);
CREATE UNIQUE INDEX body_decision ON public.body USING btree (unit_id, kind, decision_number, decided_on, name) WHERE (valid_until IS DISTINCT FROM valid_from);
alter table body enable row level security;
create policy body_nation_insert on body for insert to nb_nation with check (true);
create policy body_nation_select on body for select to nb_nation using (true);
create policy body_nation_update on body for update to nb_nation using (true);
create policy body_near_insert on body for insert to nb_app with check ((unit_id = ANY (nb_units())));
create policy body_near_select on body for select to nb_app using ((unit_id = ANY (nb_units())));
create policy body_near_update on body for update to nb_app using ((unit_id = ANY (nb_units())));
create policy body_wide_insert on body for insert to nb_wide with check (nb_holds(unit_id));
create policy body_wide_select on body for select to nb_wide using (nb_holds(unit_id));
create policy body_wide_update on body for update to nb_wide using (nb_holds(unit_id));
grant insert, select, update on body to nb_app;

-- family: unit; room: bodies
create table body_meeting (
  id uuid not null,
  body_id uuid not null,
  held_on date not null,
  at_time text,
  place text not null,
  agenda text[] not null,
  present uuid[] default '{}'::uuid[] not null,
  guests text default ''::text not null,
  conclusions text[] default '{}'::text[] not null,
  scan_id uuid,
  called_off text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  chaired_by uuid,
  paper jsonb,
  moves jsonb default '[]'::jsonb not null,
  earlier_pages jsonb default '[]'::jsonb not null,
  constraint body_meeting_pkey PRIMARY KEY (id),
  constraint body_meeting_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint body_meeting_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint body_meeting_scan_id_fkey FOREIGN KEY (scan_id) REFERENCES file(id),
  constraint body_meeting_agenda_check CHECK ((cardinality(agenda) > 0)),
  constraint body_meeting_at_time_check CHECK ((at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint body_meeting_called_off CHECK (((called_off IS NULL) OR ((conclusions = '{}'::text[]) AND (scan_id IS NULL)))),
  constraint body_meeting_called_off_check CHECK ((called_off <> ''::text)),
  constraint body_meeting_chair CHECK (((chaired_by IS NULL) OR (chaired_by = ANY (present)))),
  constraint body_meeting_paper CHECK (((paper IS NULL) OR (scan_id IS NOT NULL))),
  constraint body_meeting_place_check CHECK ((place <> ''::text))
);
CREATE INDEX body_meeting_body ON public.body_meeting USING btree (body_id, held_on);
alter table body_meeting enable row level security;
create policy body_meeting_nation_insert on body_meeting for insert to nb_nation with check (true);
create policy body_meeting_nation_select on body_meeting for select to nb_nation using (true);
create policy body_meeting_nation_update on body_meeting for update to nb_nation using (true);
create policy body_meeting_near_insert on body_meeting for insert to nb_app with check (body_kept(body_id));
create policy body_meeting_near_select on body_meeting for select to nb_app using (body_kept(body_id));
create policy body_meeting_near_update on body_meeting for update to nb_app using (body_kept(body_id));
create policy body_meeting_wide_insert on body_meeting for insert to nb_wide with check (body_kept(body_id));
create policy body_meeting_wide_select on body_meeting for select to nb_wide using (body_kept(body_id));
create policy body_meeting_wide_update on body_meeting for update to nb_wide using (body_kept(body_id));
grant insert, select, update on body_meeting to nb_app;

-- family: unit; room: bodies
create table body_member (
  id uuid not null,
  body_id uuid not null,
  official_id uuid not null,
  role text not null,
  comes_from text,
  valid_from date not null,
  valid_until date,
  left_because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  with_body boolean default false not null,
  term_until date,
  term_because text,
  constraint body_member_once EXCLUDE USING gist (body_id WITH =, official_id WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint body_one_head EXCLUDE USING gist (body_id WITH =, daterange(valid_from, valid_until) WITH &&) WHERE ((role = 'head'::text)),
  constraint body_member_pkey PRIMARY KEY (id),
  constraint body_member_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint body_member_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint body_member_official FOREIGN KEY (official_id) REFERENCES official(id),
  constraint body_member_comes_from_check CHECK ((comes_from = ANY (ARRAY['front'::text, 'inspectorate'::text, 'residents'::text]))),
  constraint body_member_left_because_check CHECK ((left_because <> ''::text)),
  constraint body_member_period CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint body_member_role_check CHECK ((role = ANY (ARRAY['head'::text, 'standing_deputy'::text, 'deputy'::text, 'member'::text, 'secretary'::text])))
);
CREATE INDEX body_member_official_at ON public.body_member USING btree (official_id);
alter table body_member enable row level security;
create policy body_member_nation_insert on body_member for insert to nb_nation with check (true);
create policy body_member_nation_select on body_member for select to nb_nation using (true);
create policy body_member_nation_update on body_member for update to nb_nation using (true);
create policy body_member_near_insert on body_member for insert to nb_app with check (body_kept(body_id));
create policy body_member_near_select on body_member for select to nb_app using (body_kept(body_id));
create policy body_member_near_update on body_member for update to nb_app using (body_kept(body_id));
create policy body_member_wide_insert on body_member for insert to nb_wide with check (body_kept(body_id));
create policy body_member_wide_select on body_member for select to nb_wide using (body_kept(body_id));
create policy body_member_wide_update on body_member for update to nb_wide using (body_kept(body_id));
grant insert, select, update on body_member to nb_app;

-- family: unit; room: bodies
create table body_norm (
  id uuid not null,
  area_id uuid,
  kind text not null,
  level text not null,
  required smallint not null,
  valid_from date not null,
  valid_until date,
  ended_because text,
  legal_basis text not null,
  mark text not null,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint body_norm_once EXCLUDE USING gist (COALESCE(area_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, kind WITH =, level WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint body_norm_pkey PRIMARY KEY (id),
  constraint body_norm_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint body_norm_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint body_norm_ended CHECK (((ended_because IS NULL) OR (valid_until IS NOT NULL))),
  constraint body_norm_ended_because_check CHECK ((ended_because <> ''::text)),
  constraint body_norm_kind_check CHECK ((kind = ANY (ARRAY['steering'::text, 'supervision'::text]))),
  constraint body_norm_legal_basis_check CHECK ((legal_basis <> ''::text)),
  constraint body_norm_level_check CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text]))),
  constraint body_norm_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text]))),
  constraint body_norm_period CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint body_norm_placed CHECK (((kind = 'steering'::text) OR (level = 'commune'::text))),
  constraint body_norm_required_check CHECK (((required >= 0) AND (required <= 50)))
);
alter table body_norm enable row level security;
create policy body_norm_nation_insert on body_norm for insert to nb_nation with check (((area_id IS NOT NULL) OR ((area_id IS NULL) AND nb_everywhere())));
create policy body_norm_nation_update on body_norm for update to nb_nation using (((area_id IS NOT NULL) OR ((area_id IS NULL) AND nb_everywhere())));
create policy body_norm_near_insert on body_norm for insert to nb_app with check (((area_id = ANY (nb_units())) OR ((area_id IS NULL) AND nb_everywhere())));
create policy body_norm_near_update on body_norm for update to nb_app using (((area_id = ANY (nb_units())) OR ((area_id IS NULL) AND nb_everywhere())));
create policy body_norm_read on body_norm for select to public using (true);
create policy body_norm_wide_insert on body_norm for insert to nb_wide with check ((nb_holds(area_id) OR ((area_id IS NULL) AND nb_everywhere())));
create policy body_norm_wide_update on body_norm for update to nb_wide using ((nb_holds(area_id) OR ((area_id IS NULL) AND nb_everywhere())));
grant insert, select, update on body_norm to nb_app;

-- family: unit; room: bodies
create table body_rule (
  kind text not null,
  rule text not null,
  valid_from date not null,
  valid_until date,
  value smallint,
  vi text not null,
  en text not null,
  legal_basis text not null,
  mark text not null,
  place smallint not null,
  constraint body_rule_pkey PRIMARY KEY (kind, rule, valid_from),
  constraint body_rule_en_check CHECK ((en <> ''::text)),
  constraint body_rule_kind_check CHECK ((kind = ANY (ARRAY['steering'::text, 'supervision'::text]))),
  constraint body_rule_legal_basis_check CHECK ((legal_basis <> ''::text)),
  constraint body_rule_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text]))),
  constraint body_rule_rule_check CHECK ((rule ~ '^[a-z][a-z_]{1,39}$'::text)),
  constraint body_rule_vi_check CHECK ((vi <> ''::text))
);
alter table body_rule enable row level security;
create policy body_rule_read on body_rule for select to public using (true);
grant select on body_rule to nb_app;

-- family: unit; room: bodies
create table body_task (
  id uuid not null,
  meeting_id uuid not null,
  body_id uuid not null,
  official_id uuid not null,
  what text not null,
  due_on date not null,
  done_on date,
  taken_back text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint body_task_pkey PRIMARY KEY (id),
  constraint body_task_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint body_task_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint body_task_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES body_meeting(id),
  constraint body_task_official FOREIGN KEY (official_id) REFERENCES official(id),
  constraint body_task_ended CHECK (((done_on IS NULL) OR (taken_back IS NULL))),
  constraint body_task_taken_back_check CHECK ((taken_back <> ''::text)),
  constraint body_task_what_check CHECK ((what <> ''::text))
);
CREATE INDEX body_task_body ON public.body_task USING btree (body_id);
CREATE INDEX body_task_meeting ON public.body_task USING btree (meeting_id);
CREATE INDEX body_task_owed ON public.body_task USING btree (official_id) WHERE ((done_on IS NULL) AND (taken_back IS NULL));
alter table body_task enable row level security;
create policy body_task_nation_insert on body_task for insert to nb_nation with check (true);
create policy body_task_nation_select on body_task for select to nb_nation using (true);
create policy body_task_nation_update on body_task for update to nb_nation using (true);
create policy body_task_near_insert on body_task for insert to nb_app with check (body_kept(body_id));
create policy body_task_near_select on body_task for select to nb_app using (body_kept(body_id));
create policy body_task_near_update on body_task for update to nb_app using (body_kept(body_id));
create policy body_task_wide_insert on body_task for insert to nb_wide with check (body_kept(body_id));
create policy body_task_wide_select on body_task for select to nb_wide using (body_kept(body_id));
create policy body_task_wide_update on body_task for update to nb_wide using (body_kept(body_id));
grant insert, select, update on body_task to nb_app;

-- family: ledger; room: rounds
create table case_count (
  round_id uuid not null,
  village_id uuid not null,
  place_id uuid not null,
  gone boolean not null,
  listed integer default 0 not null,
  assigned integer default 0 not null,
  submitted integer default 0 not null,
  returned integer default 0 not null,
  accepted integer default 0 not null,
  ended integer default 0 not null,
  opens_poor integer default 0 not null,
  opens_near_poor integer default 0 not null,
  opens_average integer default 0 not null,
  opens_not_poor integer default 0 not null,
  opens_open integer default 0 not null,
  closes_poor integer default 0 not null,
  closes_near_poor integer default 0 not null,
  closes_average integer default 0 not null,
  closes_not_poor integer default 0 not null,
  closes_open integer default 0 not null,
  constraint case_count_pkey PRIMARY KEY (round_id, village_id, place_id, gone),
  constraint case_count_place_id_fkey FOREIGN KEY (place_id) REFERENCES area(id),
  constraint case_count_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  constraint case_count_village_id_fkey FOREIGN KEY (village_id) REFERENCES area(id)
);
alter table case_count enable row level security;
create policy case_count_nation_all on case_count for all to nb_nation using (true);
create policy case_count_near_all on case_count for all to nb_app using ((village_id = ANY (nb_units())));
create policy case_count_wide_all on case_count for all to nb_wide using (nb_holds(village_id));
grant select on case_count to nb_app;

-- family: household; room: decisions
create table certificate (
  household_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  class text not null,
  year smallint not null,
  number text not null,
  signed text not null,
  made_at timestamp with time zone default now() not null,
  home_id uuid not null,
  replaced_by uuid,
  area_id uuid not null,
  constraint certificate_pkey PRIMARY KEY (household_id, id),
  constraint certificate_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(household_id),
  constraint certificate_class_check CHECK ((class = ANY (ARRAY['poor'::text, 'near_poor'::text])))
);
CREATE INDEX certificate_decision ON public.certificate USING btree (decision_id);
CREATE INDEX certificate_numbered ON public.certificate USING btree (ltrim(split_part(number, '/'::text, 1), '0'::text), home_id);
CREATE INDEX certificate_paper ON public.certificate USING btree (id);
CREATE UNIQUE INDEX certificate_once ON public.certificate USING btree (household_id, decision_id) WHERE (replaced_by IS NULL);
alter table certificate enable row level security;
create policy certificate_nation_all on certificate for all to nb_nation using (true);
create policy certificate_near_all on certificate for all to nb_app using (((home_id = ANY (nb_units())) OR (area_id = ANY (nb_units()))));
create policy certificate_wide_all on certificate for all to nb_wide using ((nb_holds(home_id) OR nb_holds(area_id)));
grant select on certificate to nb_app;

-- family: unit; room: classes
create table class_hall (
  id uuid not null,
  area_id uuid not null,
  name text not null,
  address text default ''::text not null,
  seats smallint not null,
  equipment text default ''::text not null,
  valid_from date not null,
  valid_until date,
  ended_because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  search text generated always as (fold(((name || ' '::text) || address))) stored not null,
  constraint class_hall_once EXCLUDE USING gist (area_id WITH =, fold(name) WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint class_hall_pkey PRIMARY KEY (id),
  constraint class_hall_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint class_hall_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint class_hall_ended CHECK (((ended_because IS NULL) = (valid_until IS NULL))),
  constraint class_hall_ended_because_check CHECK ((ended_because <> ''::text)),
  constraint class_hall_name_check CHECK ((name <> ''::text)),
  constraint class_hall_period CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint class_hall_seats_check CHECK (((seats >= 1) AND (seats <= 2000)))
);
CREATE INDEX class_hall_area ON public.class_hall USING btree (area_id);
alter table class_hall enable row level security;
create policy class_hall_nation_insert on class_hall for insert to nb_nation with check (true);
create policy class_hall_nation_update on class_hall for update to nb_nation using (true);
create policy class_hall_near_insert on class_hall for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy class_hall_near_update on class_hall for update to nb_app using ((area_id = ANY (nb_units())));
create policy class_hall_read on class_hall for select to public using (true);
create policy class_hall_wide_insert on class_hall for insert to nb_wide with check (nb_holds(area_id));
create policy class_hall_wide_update on class_hall for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on class_hall to nb_app;

-- family: unit; room: training
create table class_place (
  id uuid not null,
  area_id uuid not null,
  hall text default ''::text not null,
  valid_from date not null,
  valid_until date,
  ended_because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint class_place_once EXCLUDE USING gist (area_id WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint class_place_pkey PRIMARY KEY (id),
  constraint class_place_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint class_place_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint class_place_ended CHECK (((ended_because IS NULL) OR (valid_until IS NOT NULL))),
  constraint class_place_ended_because_check CHECK ((ended_because <> ''::text)),
  constraint class_place_period CHECK (((valid_until > valid_from) OR ((valid_until = valid_from) AND (ended_because IS NOT NULL))))
);
alter table class_place enable row level security;
create policy class_place_nation_insert on class_place for insert to nb_nation with check (true);
create policy class_place_nation_update on class_place for update to nb_nation using (true);
create policy class_place_near_insert on class_place for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy class_place_near_update on class_place for update to nb_app using ((area_id = ANY (nb_units())));
create policy class_place_read on class_place for select to public using (true);
create policy class_place_wide_insert on class_place for insert to nb_wide with check (nb_holds(area_id));
create policy class_place_wide_update on class_place for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on class_place to nb_app;

-- family: unit; room: classes
create table class_quota (
  class_id uuid not null,
  area_id uuid not null,
  from_id uuid not null,
  seats smallint not null,
  constraint class_quota_pkey PRIMARY KEY (class_id, from_id),
  constraint class_quota_class FOREIGN KEY (class_id, area_id) REFERENCES training_class(id, area_id),
  constraint class_quota_from_id_fkey FOREIGN KEY (from_id) REFERENCES area(id),
  constraint class_quota_seats_check CHECK (((seats >= 1) AND (seats <= 2000)))
);
CREATE INDEX class_quota_area ON public.class_quota USING btree (area_id);
CREATE INDEX class_quota_from ON public.class_quota USING btree (from_id);
alter table class_quota enable row level security;
create policy class_quota_nation_delete on class_quota for delete to nb_nation using (true);
create policy class_quota_nation_insert on class_quota for insert to nb_nation with check (true);
create policy class_quota_nation_select on class_quota for select to nb_nation using (true);
create policy class_quota_nation_update on class_quota for update to nb_nation using (true);
create policy class_quota_near_delete on class_quota for delete to nb_app using ((area_id = ANY (nb_units())));
create policy class_quota_near_insert on class_quota for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy class_quota_near_select on class_quota for select to nb_app using (((area_id = ANY (nb_units())) OR (from_id = ANY (nb_units()))));
create policy class_quota_near_update on class_quota for update to nb_app using ((area_id = ANY (nb_units())));
create policy class_quota_wide_delete on class_quota for delete to nb_wide using (nb_holds(area_id));
create policy class_quota_wide_insert on class_quota for insert to nb_wide with check (nb_holds(area_id));
create policy class_quota_wide_select on class_quota for select to nb_wide using ((nb_holds(area_id) OR nb_holds(from_id)));
create policy class_quota_wide_update on class_quota for update to nb_wide using (nb_holds(area_id));
grant delete, insert, select, update on class_quota to nb_app;

-- family: unit; room: classes
create table class_seat (
  id uuid not null,
  class_id uuid not null,
  area_id uuid not null,
  official_id uuid not null,
  from_id uuid not null,
  state text not null,
  because text default ''::text not null,
  followed_by uuid,
  offer_until date,
  revision integer default 0 not null,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint class_seat_of_class UNIQUE (id, class_id),
  constraint class_seat_once UNIQUE (class_id, official_id),
  constraint class_seat_pkey PRIMARY KEY (id),
  constraint class_seat_class FOREIGN KEY (class_id, area_id) REFERENCES training_class(id, area_id),
  constraint class_seat_followed FOREIGN KEY (followed_by, class_id) REFERENCES class_seat(id, class_id),
  constraint class_seat_from_id_fkey FOREIGN KEY (from_id) REFERENCES area(id),
  constraint class_seat_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint class_seat_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint class_seat_because CHECK (((because <> ''::text) OR (state <> ALL (ARRAY['refused'::text, 'withdrawn'::text, 'substituted'::text])))),
  constraint class_seat_offered CHECK (((state = 'offered'::text) = (offer_until IS NOT NULL))),
  constraint class_seat_state_check CHECK ((state = ANY (ARRAY['nominated'::text, 'refused'::text, 'waiting'::text, 'offered'::text, 'enrolled'::text, 'declined'::text, 'withdrawn'::text, 'substituted'::text]))),
  constraint class_seat_substituted CHECK ((((state = 'substituted'::text) = (followed_by IS NOT NULL)) AND (followed_by IS DISTINCT FROM id)))
);
CREATE INDEX class_seat_area ON public.class_seat USING btree (area_id);
CREATE INDEX class_seat_from ON public.class_seat USING btree (from_id);
CREATE INDEX class_seat_of ON public.class_seat USING btree (class_id, state);
CREATE INDEX class_seat_official ON public.class_seat USING btree (official_id);
alter table class_seat enable row level security;
create policy class_seat_nation_insert on class_seat for insert to nb_nation with check (true);
create policy class_seat_nation_select on class_seat for select to nb_nation using (true);
create policy class_seat_nation_update on class_seat for update to nb_nation using (true);
create policy class_seat_near_insert on class_seat for insert to nb_app with check (((area_id = ANY (nb_units())) OR (from_id = ANY (nb_units()))));
create policy class_seat_near_select on class_seat for select to nb_app using (((area_id = ANY (nb_units())) OR (from_id = ANY (nb_units())) OR (official_id = roster_self())));
create policy class_seat_near_update on class_seat for update to nb_app using (((area_id = ANY (nb_units())) OR (from_id = ANY (nb_units()))));
create policy class_seat_wide_insert on class_seat for insert to nb_wide with check ((nb_holds(area_id) OR nb_holds(from_id)));
create policy class_seat_wide_select on class_seat for select to nb_wide using ((nb_holds(area_id) OR nb_holds(from_id) OR (official_id = roster_self())));
create policy class_seat_wide_update on class_seat for update to nb_wide using ((nb_holds(area_id) OR nb_holds(from_id)));
grant insert, select, update on class_seat to nb_app;

-- family: unit; room: classes
create table class_session (
  id uuid not null,
  class_id uuid not null,
  area_id uuid not null,
  stands boolean default true not null,
  during tsrange not null,
  hall_id uuid,
  place text default ''::text not null,
  topic_id uuid,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint class_session_apart EXCLUDE USING gist (class_id WITH =, during WITH &&),
  constraint class_session_hall_once EXCLUDE USING gist (hall_id WITH =, during WITH &&) WHERE ((stands AND (hall_id IS NOT NULL))),
  constraint class_session_as_it_stands UNIQUE (id, during, stands),
  constraint class_session_of_class UNIQUE (id, class_id),
  constraint class_session_pkey PRIMARY KEY (id),
  constraint class_session_class FOREIGN KEY (class_id, area_id, stands) REFERENCES training_class(id, area_id, stands) ON UPDATE CASCADE,
  constraint class_session_hall_id_fkey FOREIGN KEY (hall_id) REFERENCES class_hall(id),
  constraint class_session_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint class_session_topic FOREIGN KEY (class_id, topic_id) REFERENCES class_topic(class_id, topic_id),
  constraint class_session_day CHECK (COALESCE(((NOT isempty(during)) AND lower_inc(during) AND (NOT upper_inc(during)) AND isfinite(lower(during)) AND isfinite(upper(during)) AND ((lower(during))::date = (upper(during))::date)), false)),
  constraint class_session_place CHECK (((hall_id IS NULL) OR (place = ''::text)))
);
CREATE INDEX class_session_area ON public.class_session USING btree (area_id);
CREATE INDEX class_session_during ON public.class_session USING gist (during);
CREATE INDEX class_session_of ON public.class_session USING btree (class_id);
alter table class_session enable row level security;
create policy class_session_nation_delete on class_session for delete to nb_nation using (true);
create policy class_session_nation_insert on class_session for insert to nb_nation with check (true);
create policy class_session_nation_select on class_session for select to nb_nation using (true);
create policy class_session_nation_update on class_session for update to nb_nation using (true);
create policy class_session_near_delete on class_session for delete to nb_app using ((area_id = ANY (nb_units())));
create policy class_session_near_insert on class_session for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy class_session_near_select on class_session for select to nb_app using (((area_id = ANY (nb_units())) OR unit_above_mine(area_id)));
create policy class_session_near_update on class_session for update to nb_app using ((area_id = ANY (nb_units())));
create policy class_session_wide_delete on class_session for delete to nb_wide using (nb_holds(area_id));
create policy class_session_wide_insert on class_session for insert to nb_wide with check (nb_holds(area_id));
create policy class_session_wide_select on class_session for select to nb_wide using ((nb_holds(area_id) OR unit_above_mine(area_id)));
create policy class_session_wide_update on class_session for update to nb_wide using (nb_holds(area_id));
grant delete, insert, select, update on class_session to nb_app;

-- family: unit; room: classes
create table class_step (
  class_id uuid not null,
  area_id uuid not null,
  number smallint not null,
  from_state text,
  to_state text not null,
  back boolean default false not null,
  because text default ''::text not null,
  made_by uuid,
  made_name text not null,
  made_on date not null,
  made_at timestamp with time zone default now() not null,
  constraint class_step_pkey PRIMARY KEY (class_id, number),
  constraint class_step_class FOREIGN KEY (class_id, area_id) REFERENCES training_class(id, area_id),
  constraint class_step_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint class_step_because CHECK (((because <> ''::text) OR (NOT (back OR (to_state = 'cancelled'::text))))),
  constraint class_step_number_check CHECK ((number >= 1))
);
alter table class_step enable row level security;
create policy class_step_nation_insert on class_step for insert to nb_nation with check (true);
create policy class_step_nation_select on class_step for select to nb_nation using (true);
create policy class_step_near_insert on class_step for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy class_step_near_select on class_step for select to nb_app using ((area_id = ANY (nb_units())));
create policy class_step_wide_insert on class_step for insert to nb_wide with check (nb_holds(area_id));
create policy class_step_wide_select on class_step for select to nb_wide using (nb_holds(area_id));
grant insert, select on class_step to nb_app;

-- family: unit; room: tests
create table class_test (
  id uuid not null,
  class_id uuid not null,
  area_id uuid not null,
  purpose text not null,
  title text not null,
  blueprint jsonb not null,
  seed text not null,
  variants smallint not null,
  pass_num smallint,
  pass_of smallint,
  pass_basis text default ''::text not null,
  attempts smallint not null,
  minutes smallint,
  state text default 'draft'::text not null,
  revision integer default 0 not null,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  search text generated always as (fold(title)) stored not null,
  constraint class_test_of_unit UNIQUE (id, area_id),
  constraint class_test_pkey PRIMARY KEY (id),
  constraint class_test_class FOREIGN KEY (class_id, area_id) REFERENCES training_class(id, area_id),
  constraint class_test_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint class_test_attempts_check CHECK (((attempts >= 1) AND (attempts <= 5))),
  constraint class_test_can_be_passed CHECK (((purpose = 'before'::text) OR (state = 'draft'::text) OR (pass_num IS NOT NULL))),
  constraint class_test_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600))),
  constraint class_test_pass CHECK (((num_nonnulls(pass_num, pass_of) = ANY (ARRAY[0, 2])) AND ((pass_num >= 1) AND (pass_num <= pass_of)) AND (pass_of <= 1000) AND ((pass_num IS NULL) = (pass_basis = ''::text)))),
  constraint class_test_purpose_check CHECK ((purpose = ANY (ARRAY['before'::text, 'after'::text, 'retake'::text]))),
  constraint class_test_seed_check CHECK ((seed <> ''::text)),
  constraint class_test_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'fixed'::text, 'open'::text, 'closed'::text]))),
  constraint class_test_title_check CHECK ((title <> ''::text)),
  constraint class_test_variants_check CHECK (((variants >= 1) AND (variants <= 8)))
);
CREATE INDEX class_test_area ON public.class_test USING btree (area_id);
CREATE INDEX class_test_of ON public.class_test USING btree (class_id);
alter table class_test enable row level security;
create policy class_test_nation_delete on class_test for delete to nb_nation using (true);
create policy class_test_nation_insert on class_test for insert to nb_nation with check (true);
create policy class_test_nation_select on class_test for select to nb_nation using (true);
create policy class_test_nation_update on class_test for update to nb_nation using (true);
create policy class_test_near_delete on class_test for delete to nb_app using ((area_id = ANY (nb_units())));
create policy class_test_near_insert on class_test for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy class_test_near_select on class_test for select to nb_app using (((area_id = ANY (nb_units())) OR is_my_test(id)));
create policy class_test_near_update on class_test for update to nb_app using ((area_id = ANY (nb_units())));
create policy class_test_wide_delete on class_test for delete to nb_wide using (nb_holds(area_id));
create policy class_test_wide_insert on class_test for insert to nb_wide with check (nb_holds(area_id));
create policy class_test_wide_select on class_test for select to nb_wide using ((nb_holds(area_id) OR is_my_test(id)));
create policy class_test_wide_update on class_test for update to nb_wide using (nb_holds(area_id));
grant delete, insert, select, update on class_test to nb_app;

-- family: unit; room: classes
create table class_topic (
  class_id uuid not null,
  area_id uuid not null,
  topic_id uuid not null,
  constraint class_topic_pkey PRIMARY KEY (class_id, topic_id),
  constraint class_topic_class FOREIGN KEY (class_id, area_id) REFERENCES training_class(id, area_id),
  constraint class_topic_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES framework_topic(id)
);
CREATE INDEX class_topic_of ON public.class_topic USING btree (topic_id);
alter table class_topic enable row level security;
create policy class_topic_nation_delete on class_topic for delete to nb_nation using (true);
create policy class_topic_nation_insert on class_topic for insert to nb_nation with check (true);
create policy class_topic_nation_select on class_topic for select to nb_nation using (true);
create policy class_topic_near_delete on class_topic for delete to nb_app using ((area_id = ANY (nb_units())));
create policy class_topic_near_insert on class_topic for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy class_topic_near_select on class_topic for select to nb_app using (((area_id = ANY (nb_units())) OR unit_above_mine(area_id)));
create policy class_topic_wide_delete on class_topic for delete to nb_wide using (nb_holds(area_id));
create policy class_topic_wide_insert on class_topic for insert to nb_wide with check (nb_holds(area_id));
create policy class_topic_wide_select on class_topic for select to nb_wide using ((nb_holds(area_id) OR unit_above_mine(area_id)));
grant delete, insert, select on class_topic to nb_app;

-- family: unit; room: classes
create table class_trainer (
  id uuid not null,
  class_id uuid not null,
  area_id uuid not null,
  trainer_id uuid not null,
  state text default 'asked'::text not null,
  because text default ''::text not null,
  followed_by uuid,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint class_trainer_of_class UNIQUE (id, class_id),
  constraint class_trainer_once UNIQUE (class_id, trainer_id),
  constraint class_trainer_pkey PRIMARY KEY (id),
  constraint class_trainer_class FOREIGN KEY (class_id, area_id) REFERENCES training_class(id, area_id),
  constraint class_trainer_followed FOREIGN KEY (followed_by, class_id) REFERENCES class_trainer(id, class_id),
  constraint class_trainer_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint class_trainer_trainer_id_fkey FOREIGN KEY (trainer_id) REFERENCES trainer(id),
  constraint class_trainer_because CHECK (((because <> ''::text) OR (state <> ALL (ARRAY['declined'::text, 'replaced'::text])))),
  constraint class_trainer_replaced CHECK ((((state = 'replaced'::text) = (followed_by IS NOT NULL)) AND (followed_by IS DISTINCT FROM id))),
  constraint class_trainer_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'accepted'::text, 'declined'::text, 'replaced'::text])))
);
CREATE INDEX class_trainer_of ON public.class_trainer USING btree (trainer_id);
alter table class_trainer enable row level security;
create policy class_trainer_nation_insert on class_trainer for insert to nb_nation with check (true);
create policy class_trainer_nation_select on class_trainer for select to nb_nation using (true);
create policy class_trainer_nation_update on class_trainer for update to nb_nation using (true);
create policy class_trainer_near_insert on class_trainer for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy class_trainer_near_select on class_trainer for select to nb_app using (((area_id = ANY (nb_units())) OR ((state = ANY (ARRAY['asked'::text, 'accepted'::text])) AND unit_above_mine(area_id))));
create policy class_trainer_near_update on class_trainer for update to nb_app using ((area_id = ANY (nb_units())));
create policy class_trainer_wide_insert on class_trainer for insert to nb_wide with check (nb_holds(area_id));
create policy class_trainer_wide_select on class_trainer for select to nb_wide using ((nb_holds(area_id) OR ((state = ANY (ARRAY['asked'::text, 'accepted'::text])) AND unit_above_mine(area_id))));
create policy class_trainer_wide_update on class_trainer for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on class_trainer to nb_app;

-- family: unit; room: classes
create table class_walk_in (
  id uuid not null,
  session_id uuid not null,
  class_id uuid not null,
  area_id uuid not null,
  account_id uuid,
  full_name text not null,
  state text not null,
  official_id uuid,
  seated boolean default false not null,
  because text default ''::text not null,
  made_at timestamp with time zone not null,
  settled_by uuid,
  settled_name text,
  marked smallint,
  seat_before jsonb,
  constraint class_walk_in_pkey PRIMARY KEY (id),
  constraint class_walk_in_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint class_walk_in_class FOREIGN KEY (class_id, area_id) REFERENCES training_class(id, area_id),
  constraint class_walk_in_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint class_walk_in_session FOREIGN KEY (session_id, class_id) REFERENCES class_session(id, class_id),
  constraint class_walk_in_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES account(id),
  constraint class_walk_in_because CHECK (((state <> 'undone'::text) OR (because <> ''::text))),
  constraint class_walk_in_full_name_check CHECK ((full_name <> ''::text)),
  constraint class_walk_in_matched CHECK (((state <> 'matched'::text) OR (official_id IS NOT NULL))),
  constraint class_walk_in_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'taken'::text, 'matched'::text, 'undone'::text])))
);
CREATE INDEX class_walk_in_area ON public.class_walk_in USING btree (area_id);
CREATE INDEX class_walk_in_class_of ON public.class_walk_in USING btree (class_id);
CREATE INDEX class_walk_in_official ON public.class_walk_in USING btree (official_id) WHERE (official_id IS NOT NULL);
CREATE UNIQUE INDEX class_walk_in_once ON public.class_walk_in USING btree (session_id, account_id) WHERE (state <> 'undone'::text);
alter table class_walk_in enable row level security;
create policy class_walk_in_nation_insert on class_walk_in for insert to nb_nation with check (true);
create policy class_walk_in_nation_select on class_walk_in for select to nb_nation using (true);
create policy class_walk_in_nation_update on class_walk_in for update to nb_nation using (true);
create policy class_walk_in_near_insert on class_walk_in for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy class_walk_in_near_select on class_walk_in for select to nb_app using (((area_id = ANY (nb_units())) OR (account_id = nb_account())));
create policy class_walk_in_near_update on class_walk_in for update to nb_app using (((area_id = ANY (nb_units())) OR (account_id = nb_account())));
create policy class_walk_in_wide_insert on class_walk_in for insert to nb_wide with check (nb_holds(area_id));
create policy class_walk_in_wide_select on class_walk_in for select to nb_wide using ((nb_holds(area_id) OR (account_id = nb_account())));
create policy class_walk_in_wide_update on class_walk_in for update to nb_wide using ((nb_holds(area_id) OR (account_id = nb_account())));
grant insert, select, update on class_walk_in to nb_app;

-- family: ledger; room: platform
create table command (
  id uuid not null,
  account_id uuid not null,
  endpoint text not null,
  content_hash bytea not null,
  received_at timestamp with time zone default now() not null,
  result jsonb not null,
  constraint command_pkey PRIMARY KEY (id)
);
alter table command enable row level security;
create policy command_own on command for all to public using ((account_id = nb_account())) with check ((account_id = nb_account()));
grant insert, select on command to nb_app;

-- family: unit; room: papers
create table correction (
  id uuid not null,
  area_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  amends_id uuid not null,
  replaced_id uuid not null,
  successor_id uuid,
  because text not null,
  before jsonb not null,
  after jsonb not null,
  content_hash text not null,
  signed text not null,
  state text default 'drafted'::text not null,
  drafted_by uuid not null,
  drafted_at timestamp with time zone not null,
  tried_hash text,
  tried_at timestamp with time zone,
  tried_fault jsonb,
  withdrawn_because text,
  number text,
  signed_on date,
  signer_name text,
  signer_post text,
  signer_authority text,
  signer_id uuid,
  signer_because text,
  scan_id uuid,
  in_force_by uuid,
  in_force_at timestamp with time zone,
  grounds jsonb,
  amended_area_id uuid not null,
  subject_home_id uuid not null,
  constraint correction_pkey PRIMARY KEY (id),
  constraint correction_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint correction_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES account(id),
  constraint correction_in_force_by_fkey FOREIGN KEY (in_force_by) REFERENCES account(id),
  constraint correction_scan_id_fkey FOREIGN KEY (scan_id) REFERENCES file(id),
  constraint correction_signer_id_fkey FOREIGN KEY (signer_id) REFERENCES account(id),
  constraint correction_changes CHECK ((before <> after)),
  constraint correction_in_force CHECK (((state = 'in_force'::text) = (in_force_at IS NOT NULL))),
  constraint correction_signed CHECK (((state <> 'in_force'::text) OR ((number IS NOT NULL) AND (signed_on IS NOT NULL) AND (signer_name IS NOT NULL) AND (scan_id IS NOT NULL) AND (successor_id IS NOT NULL)))),
  constraint correction_signer_authority_check CHECK ((signer_authority = ANY (ARRAY['own'::text, 'for_chair'::text, 'acting'::text]))),
  constraint correction_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'in_force'::text, 'withdrawn'::text]))),
  constraint correction_subject_kind_check CHECK ((subject_kind = 'household'::text))
);
CREATE INDEX correction_amends ON public.correction USING btree (amends_id);
CREATE INDEX correction_area ON public.correction USING btree (area_id);
CREATE INDEX correction_subject ON public.correction USING btree (subject_id);
CREATE UNIQUE INDEX correction_one_open ON public.correction USING btree (amends_id, subject_id) WHERE (state = 'drafted'::text);
CREATE UNIQUE INDEX correction_replaces_once ON public.correction USING btree (replaced_id) WHERE (state = 'in_force'::text);
CREATE UNIQUE INDEX correction_succeeds_once ON public.correction USING btree (successor_id);
alter table correction enable row level security;
create policy correction_nation_all on correction for all to nb_nation using (true);
create policy correction_nation_select on correction for select to nb_nation using ((state = 'in_force'::text));
create policy correction_near_all on correction for all to nb_app using (((area_id = ANY (nb_units())) OR (subject_home_id = ANY (nb_units()))));
create policy correction_near_select on correction for select to nb_app using (((state = 'in_force'::text) AND (amended_area_id = ANY (nb_units()))));
create policy correction_wide_all on correction for all to nb_wide using ((nb_holds(area_id) OR nb_holds(subject_home_id)));
create policy correction_wide_select on correction for select to nb_wide using (((state = 'in_force'::text) AND nb_holds(amended_area_id)));
grant insert, select, update (in_force_at, in_force_by, number, scan_id, signed_on, signer_authority, signer_because, signer_id, signer_name, signer_post, state, successor_id, tried_at, tried_fault, tried_hash, withdrawn_because) on correction to nb_app;

-- family: unit; room: credentials
create table credential (
  id uuid not null,
  area_id uuid not null,
  rule_id uuid not null,
  line_id uuid not null,
  official_id uuid not null,
  from_id uuid not null,
  full_name text not null,
  standard_id text,
  basis text not null,
  turn_id uuid,
  document text default ''::text not null,
  completed_on date not null,
  valid_from date not null,
  last_day date not null,
  revoked_on date,
  revoked_because text,
  revoked_by uuid,
  replaces_id uuid,
  reissued_because text,
  made_by uuid,
  made_on date not null,
  made_at timestamp with time zone default now() not null,
  search text generated always as (fold(full_name)) stored not null,
  class_ids uuid[] default '{}'::uuid[] not null,
  document_key text default ''::text not null,
  constraint credential_document_of_one EXCLUDE USING gist (area_id WITH =, document_key WITH =, official_id WITH <>) WHERE (((basis = 'equivalent'::text) AND (document_key <> ''::text) AND (revoked_on IS NULL) AND (replaces_id IS NULL))),
  constraint credential_replaces_once UNIQUE (replaces_id),
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint credential_from_id_fkey FOREIGN KEY (from_id) REFERENCES area(id),
  constraint credential_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint credential_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint credential_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES credential(id),
  constraint credential_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES account(id),
  constraint credential_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES credential_rule(id),
  constraint credential_basis CHECK ((((turn_id IS NOT NULL) = (basis = 'turn'::text)) AND ((document <> ''::text) = (basis <> 'turn'::text)))),
  constraint credential_basis_check CHECK ((basis = ANY (ARRAY['turn'::text, 'taught'::text, 'equivalent'::text]))),
  constraint credential_full_name_check CHECK ((full_name <> ''::text)),
  constraint credential_period CHECK ((last_day >= valid_from)),
  constraint credential_reissue CHECK (((replaces_id IS NULL) = (reissued_because IS NULL))),
  constraint credential_reissued_because_check CHECK ((reissued_because <> ''::text)),
  constraint credential_revoked CHECK (((num_nonnulls(revoked_on, revoked_because) = ANY (ARRAY[0, 2])) AND ((revoked_on IS NOT NULL) OR (revoked_by IS NULL)))),
  constraint credential_revoked_because_check CHECK ((revoked_because <> ''::text))
);
CREATE INDEX credential_area ON public.credential USING btree (area_id, last_day);
CREATE INDEX credential_classes ON public.credential USING gin (class_ids);
CREATE INDEX credential_from ON public.credential USING btree (from_id);
CREATE INDEX credential_official ON public.credential USING btree (official_id);
CREATE INDEX credential_rule_of ON public.credential USING btree (rule_id);
CREATE UNIQUE INDEX credential_entered_once ON public.credential USING btree (line_id, official_id, basis, completed_on) WHERE ((basis <> 'turn'::text) AND (replaces_id IS NULL) AND (revoked_on IS NULL));
CREATE UNIQUE INDEX credential_once ON public.credential USING btree (line_id, official_id, turn_id) WHERE ((basis = 'turn'::text) AND (replaces_id IS NULL));
alter table credential enable row level security;
create policy credential_nation_insert on credential for insert to nb_nation with check (true);
create policy credential_nation_select on credential for select to nb_nation using (true);
create policy credential_nation_update on credential for update to nb_nation using (true);
create policy credential_near_insert on credential for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy credential_near_select on credential for select to nb_app using (((area_id = ANY (nb_units())) OR (from_id = ANY (nb_units())) OR (official_id = roster_self())));
create policy credential_near_update on credential for update to nb_app using ((area_id = ANY (nb_units())));
create policy credential_wide_insert on credential for insert to nb_wide with check (nb_holds(area_id));
create policy credential_wide_select on credential for select to nb_wide using ((nb_holds(area_id) OR nb_holds(from_id) OR (official_id = roster_self())));
create policy credential_wide_update on credential for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on credential to nb_app;

-- family: unit; room: credentials
create table credential_extended (
  extension_id uuid not null,
  credential_id uuid not null,
  area_id uuid not null,
  from_id uuid not null,
  official_id uuid not null,
  constraint credential_extended_pkey PRIMARY KEY (extension_id, credential_id),
  constraint credential_extended_credential_id_fkey FOREIGN KEY (credential_id) REFERENCES credential(id),
  constraint credential_extended_extension_id_fkey FOREIGN KEY (extension_id) REFERENCES credential_extension(id)
);
CREATE INDEX credential_extended_area ON public.credential_extended USING btree (area_id);
CREATE INDEX credential_extended_from ON public.credential_extended USING btree (from_id);
CREATE INDEX credential_extended_of ON public.credential_extended USING btree (credential_id);
CREATE INDEX credential_extended_official ON public.credential_extended USING btree (official_id);
alter table credential_extended enable row level security;
create policy credential_extended_nation_insert on credential_extended for insert to nb_nation with check (true);
create policy credential_extended_nation_select on credential_extended for select to nb_nation using (true);
create policy credential_extended_near_insert on credential_extended for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy credential_extended_near_select on credential_extended for select to nb_app using (((area_id = ANY (nb_units())) OR (from_id = ANY (nb_units())) OR (official_id = roster_self())));
create policy credential_extended_wide_insert on credential_extended for insert to nb_wide with check (nb_holds(area_id));
create policy credential_extended_wide_select on credential_extended for select to nb_wide using ((nb_holds(area_id) OR nb_holds(from_id) OR (official_id = roster_self())));
grant insert, select on credential_extended to nb_app;

-- family: unit; room: credentials
create table credential_extension (
  id uuid not null,
  area_id uuid not null,
  number text not null,
  decided_on date not null,
  issuer text not null,
  last_day date not null,
  because text not null,
  earlier_decisions jsonb default '[]'::jsonb not null,
  withdrawn_on date,
  withdrawn_because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint credential_extension_pkey PRIMARY KEY (id),
  constraint credential_extension_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint credential_extension_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint credential_extension_because_check CHECK ((because <> ''::text)),
  constraint credential_extension_issuer_check CHECK ((issuer <> ''::text)),
  constraint credential_extension_number_check CHECK ((number <> ''::text)),
  constraint credential_extension_withdrawn CHECK ((num_nonnulls(withdrawn_on, withdrawn_because) = ANY (ARRAY[0, 2]))),
  constraint credential_extension_withdrawn_because_check CHECK ((withdrawn_because <> ''::text))
);
CREATE UNIQUE INDEX credential_extension_numbered ON public.credential_extension USING btree (area_id, fold(number), EXTRACT(year FROM decided_on)) WHERE (withdrawn_on IS NULL);
alter table credential_extension enable row level security;
create policy credential_extension_nation_insert on credential_extension for insert to nb_nation with check (true);
create policy credential_extension_nation_update on credential_extension for update to nb_nation using (true);
create policy credential_extension_near_insert on credential_extension for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy credential_extension_near_update on credential_extension for update to nb_app using ((area_id = ANY (nb_units())));
create policy credential_extension_read on credential_extension for select to public using (true);
create policy credential_extension_wide_insert on credential_extension for insert to nb_wide with check (nb_holds(area_id));
create policy credential_extension_wide_update on credential_extension for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on credential_extension to nb_app;

-- family: unit; room: credentials
create table credential_rule (
  id uuid not null,
  area_id uuid not null,
  line_id uuid not null,
  name text not null,
  topics uuid[] not null,
  needs_test boolean default false not null,
  standard_id text,
  validity text not null,
  months smallint,
  first_day text,
  last_day text,
  renew_months smallint default 0 not null,
  carries_over boolean default false not null,
  valid_from date not null,
  valid_until date,
  ended_because text,
  legal_reference text not null,
  mark text not null,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  withdrawn_because text,
  search text generated always as (fold(((name || ' '::text) || legal_reference))) stored not null,
  class_kinds text[] default '{}'::text[] not null,
  lowest_level smallint,
  constraint credential_rule_named EXCLUDE USING gist (area_id WITH =, fold(name) WITH =, daterange(valid_from, valid_until) WITH &&) WHERE ((withdrawn_because IS NULL)),
  constraint credential_rule_one_value EXCLUDE USING gist (line_id WITH =, daterange(valid_from, valid_until) WITH &&) WHERE ((withdrawn_because IS NULL)),
  constraint credential_rule_pkey PRIMARY KEY (id),
  constraint credential_rule_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint credential_rule_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint credential_rule_class_kinds_check CHECK ((class_kinds <@ ARRAY['short'::text, 'refresher'::text, 'long'::text, 'study_visit'::text, 'seminar'::text, 'briefing'::text])),
  constraint credential_rule_ended CHECK (((ended_because IS NULL) OR (valid_until IS NOT NULL))),
  constraint credential_rule_ended_because_check CHECK ((ended_because <> ''::text)),
  constraint credential_rule_first_day_check CHECK ((first_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'::text)),
  constraint credential_rule_last_day_check CHECK ((last_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'::text)),
  constraint credential_rule_legal_reference_check CHECK ((legal_reference <> ''::text)),
  constraint credential_rule_lowest_level_check CHECK (((lowest_level >= 1) AND (lowest_level <= 3))),
  constraint credential_rule_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text]))),
  constraint credential_rule_months_check CHECK (((months >= 1) AND (months <= 120))),
  constraint credential_rule_name_check CHECK ((name <> ''::text)),
  constraint credential_rule_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
  constraint credential_rule_renew_months_check CHECK (((renew_months >= 0) AND (renew_months <= 24))),
  constraint credential_rule_says CHECK ((((months IS NOT NULL) = (validity = ANY (ARRAY['completion'::text, 'old_end'::text]))) AND ((first_day IS NOT NULL) = (validity = 'window'::text)) AND ((last_day IS NOT NULL) = (validity = 'window'::text)))),
  constraint credential_rule_standard_id_check CHECK ((standard_id <> ''::text)),
  constraint credential_rule_topics_check CHECK (((cardinality(topics) >= 1) AND (cardinality(topics) <= 20))),
  constraint credential_rule_validity_check CHECK ((validity = ANY (ARRAY['completion'::text, 'old_end'::text, 'year_end'::text, 'window'::text]))),
  constraint credential_rule_withdrawn_because_check CHECK ((withdrawn_because <> ''::text))
);
CREATE INDEX credential_rule_area ON public.credential_rule USING btree (area_id, standard_id);
CREATE INDEX credential_rule_line ON public.credential_rule USING btree (line_id, valid_from);
alter table credential_rule enable row level security;
create policy credential_rule_nation_insert on credential_rule for insert to nb_nation with check (true);
create policy credential_rule_nation_update on credential_rule for update to nb_nation using (true);
create policy credential_rule_near_insert on credential_rule for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy credential_rule_near_update on credential_rule for update to nb_app using ((area_id = ANY (nb_units())));
create policy credential_rule_read on credential_rule for select to public using (true);
create policy credential_rule_wide_insert on credential_rule for insert to nb_wide with check (nb_holds(area_id));
create policy credential_rule_wide_update on credential_rule for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on credential_rule to nb_app;

-- family: unit; room: decisions
create table decision (
  id uuid not null,
  round_id uuid not null,
  area_id uuid not null,
  state text not null,
  content_hash text not null,
  drafted_by uuid not null,
  drafted_at timestamp with time zone default now() not null,
  printed_at timestamp with time zone,
  signed text,
  number text,
  signed_on date,
  signer_name text,
  signer_post text,
  scan_id uuid,
  classes_hold_from date,
  in_force_at timestamp with time zone,
  in_force_by uuid,
  withdrawn_because text,
  register_day date not null,
  tried_hash text,
  tried_at timestamp with time zone,
  tried_fault jsonb,
  signer_authority text,
  signer_id uuid,
  signer_because text,
  number_year smallint,
  number_serial integer,
  grounds jsonb,
  left_out jsonb default '[]'::jsonb not null,
  left_out_because text,
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint decision_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES account(id),
  constraint decision_in_force_by_fkey FOREIGN KEY (in_force_by) REFERENCES account(id),
  constraint decision_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  constraint decision_scan_id_fkey FOREIGN KEY (scan_id) REFERENCES file(id),
  constraint decision_signer_id_fkey FOREIGN KEY (signer_id) REFERENCES account(id),
  constraint decision_in_force_complete CHECK (((state <> 'in_force'::text) OR ((number IS NOT NULL) AND (signed_on IS NOT NULL) AND (signer_name IS NOT NULL) AND (signer_post IS NOT NULL) AND (scan_id IS NOT NULL) AND (classes_hold_from IS NOT NULL)))),
  constraint decision_left_out CHECK (((left_out = '[]'::jsonb) = (left_out_because IS NULL))),
  constraint decision_signer_authority_check CHECK ((signer_authority = ANY (ARRAY['own'::text, 'for_chair'::text, 'acting'::text]))),
  constraint decision_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'printed'::text, 'in_force'::text, 'withdrawn'::text])))
);
CREATE UNIQUE INDEX decision_number_once ON public.decision USING btree (area_id, number, signed_on) WHERE (number IS NOT NULL);
CREATE UNIQUE INDEX decision_number_once_a_year ON public.decision USING btree (area_id, number_year, number_serial);
CREATE UNIQUE INDEX decision_one_live ON public.decision USING btree (round_id) WHERE (state <> 'withdrawn'::text);
alter table decision enable row level security;
create policy decision_nation_all on decision for all to nb_nation using (true);
create policy decision_near_all on decision for all to nb_app using ((area_id = ANY (nb_units())));
create policy decision_wide_all on decision for all to nb_wide using (nb_holds(area_id));
grant insert, select, update (classes_hold_from, in_force_at, in_force_by, number, number_serial, number_year, printed_at, scan_id, signed, signed_on, signer_authority, signer_because, signer_id, signer_name, signer_post, state, tried_at, tried_fault, tried_hash, withdrawn_because) on decision to nb_app;

-- family: household; room: decisions
create table decision_entry (
  household_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  round_id uuid not null,
  village_id uuid not null,
  verdict_id uuid not null,
  class text not null,
  class_before text,
  movement text not null,
  members smallint not null,
  place integer not null,
  content jsonb not null,
  area_id uuid not null,
  home_id uuid not null,
  constraint decision_entry_once UNIQUE (household_id, decision_id),
  constraint decision_entry_pkey PRIMARY KEY (household_id, id),
  constraint decision_entry_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(household_id),
  constraint decision_entry_verdict FOREIGN KEY (household_id, verdict_id) REFERENCES verdict(household_id, id),
  constraint decision_entry_class_before_check CHECK ((class_before = ANY (ARRAY['poor'::text, 'near_poor'::text, 'average'::text, 'not_poor'::text]))),
  constraint decision_entry_class_check CHECK ((class = ANY (ARRAY['poor'::text, 'near_poor'::text, 'average'::text, 'not_poor'::text]))),
  constraint decision_entry_movement_check CHECK ((movement = ANY (ARRAY['stays'::text, 'escaped'::text, 'newly'::text, 'fell_back'::text, 'poor_to_near'::text, 'near_to_poor'::text, 'other'::text])))
);
CREATE INDEX decision_entry_decision ON public.decision_entry USING btree (decision_id, class);
CREATE INDEX decision_entry_home ON public.decision_entry USING btree (home_id);
alter table decision_entry enable row level security;
create policy decision_entry_nation_all on decision_entry for all to nb_nation using (true);
create policy decision_entry_near_all on decision_entry for all to nb_app using (((area_id = ANY (nb_units())) OR (home_id = ANY (nb_units()))));
create policy decision_entry_wide_all on decision_entry for all to nb_wide using ((nb_holds(area_id) OR nb_holds(home_id)));
grant select on decision_entry to nb_app;

-- family: unit; room: areas
create table declared_total (
  id uuid not null,
  area_id uuid not null,
  day date not null,
  households integer not null,
  persons integer,
  kinh_households integer,
  dtts_households integer,
  source text not null,
  mark text not null,
  created_at timestamp with time zone default now() not null,
  version smallint default 1 not null,
  because text,
  by_name text,
  constraint declared_total_once UNIQUE (area_id, day, version),
  constraint declared_total_pkey PRIMARY KEY (id),
  constraint declared_total_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint declared_total_corrected CHECK (((version = 1) OR (because IS NOT NULL))),
  constraint declared_total_dtts_households_check CHECK ((dtts_households >= 0)),
  constraint declared_total_groups CHECK (((COALESCE(kinh_households, 0) + COALESCE(dtts_households, 0)) <= households)),
  constraint declared_total_households_check CHECK ((households >= 0)),
  constraint declared_total_kinh_households_check CHECK ((kinh_households >= 0)),
  constraint declared_total_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text, 'invented'::text]))),
  constraint declared_total_persons_check CHECK ((persons >= 0))
);
alter table declared_total enable row level security;
create policy declared_total_nation_insert on declared_total for insert to nb_nation with check (true);
create policy declared_total_near_insert on declared_total for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy declared_total_read on declared_total for select to public using (true);
create policy declared_total_wide_insert on declared_total for insert to nb_wide with check (nb_holds(area_id));
grant insert, select on declared_total to nb_app;

-- family: unit; room: training
create table error_topic (
  id uuid not null,
  area_id uuid not null,
  code text not null,
  topic_id uuid not null,
  constraint error_topic_once UNIQUE (area_id, code),
  constraint error_topic_pkey PRIMARY KEY (id),
  constraint error_topic_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint error_topic_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES framework_topic(id),
  constraint error_topic_code_check CHECK ((code <> ''::text))
);
alter table error_topic enable row level security;
create policy error_topic_nation_delete on error_topic for delete to nb_nation using (true);
create policy error_topic_nation_insert on error_topic for insert to nb_nation with check (true);
create policy error_topic_near_delete on error_topic for delete to nb_app using ((area_id = ANY (nb_units())));
create policy error_topic_near_insert on error_topic for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy error_topic_read on error_topic for select to public using (true);
create policy error_topic_wide_delete on error_topic for delete to nb_wide using (nb_holds(area_id));
create policy error_topic_wide_insert on error_topic for insert to nb_wide with check (nb_holds(area_id));
grant delete, insert, select on error_topic to nb_app;

-- family: unit; room: field
create table field_device (
  id uuid not null,
  account_id uuid not null,
  area_id uuid not null,
  data_key text not null,
  kind text,
  state text default 'in_use'::text not null,
  because text,
  stated_by uuid,
  stated_at timestamp with time zone,
  kept_on date not null,
  seen_at timestamp with time zone not null,
  waiting integer default 0 not null,
  begun integer default 0 not null,
  oldest_at timestamp with time zone,
  left_drafts integer default 0 not null,
  constraint field_device_pkey PRIMARY KEY (id),
  constraint field_device_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint field_device_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint field_device_stated_by_fkey FOREIGN KEY (stated_by) REFERENCES account(id),
  constraint field_device_because_check CHECK ((because <> ''::text)),
  constraint field_device_counts CHECK (((waiting >= 0) AND (begun >= 0))),
  constraint field_device_left CHECK ((left_drafts >= 0)),
  constraint field_device_state CHECK ((state = ANY (ARRAY['in_use'::text, 'returned'::text, 'lost'::text]))),
  constraint field_device_stated CHECK ((num_nonnulls(stated_by, stated_at) = ANY (ARRAY[0, 2])))
);
CREATE INDEX field_device_account ON public.field_device USING btree (account_id);
CREATE INDEX field_device_area ON public.field_device USING btree (area_id);
alter table field_device enable row level security;
create policy field_device_nation_select on field_device for select to nb_nation using (true);
create policy field_device_nation_update on field_device for update to nb_nation using (true);
create policy field_device_near_select on field_device for select to nb_app using (((area_id = ANY (nb_units())) OR (account_id = nb_account())));
create policy field_device_near_update on field_device for update to nb_app using (((area_id = ANY (nb_units())) OR (account_id = nb_account())));
create policy field_device_own on field_device for insert to public with check ((account_id = nb_account()));
create policy field_device_wide_select on field_device for select to nb_wide using ((nb_holds(area_id) OR (account_id = nb_account())));
create policy field_device_wide_update on field_device for update to nb_wide using ((nb_holds(area_id) OR (account_id = nb_account())));
grant insert, select, update on field_device to nb_app;

-- family: unit; room: field
create table field_draft (
  id uuid not null,
  device_id uuid not null,
  account_id uuid not null,
  kind text not null,
  draft_id text not null,
  sealed text not null,
  saved_at timestamp with time zone not null,
  left_at timestamp with time zone not null,
  constraint field_draft_once UNIQUE (device_id, kind, draft_id),
  constraint field_draft_pkey PRIMARY KEY (id),
  constraint field_draft_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint field_draft_device_id_fkey FOREIGN KEY (device_id) REFERENCES field_device(id) ON DELETE CASCADE
);
CREATE INDEX field_draft_account ON public.field_draft USING btree (account_id);
alter table field_draft enable row level security;
create policy field_draft_own on field_draft for all to public using ((account_id = nb_account())) with check ((account_id = nb_account()));
grant delete, insert, select, update on field_draft to nb_app;

-- family: ledger; room: papers
create table file (
  id uuid not null,
  area_id uuid not null,
  name text not null,
  media_type text not null,
  byte_length integer not null,
  sha256 bytea not null,
  content bytea not null,
  created_by uuid not null,
  created_at timestamp with time zone default now() not null,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_byte_length_check CHECK ((byte_length > 0))
);
alter table file enable row level security;
create policy file_nation_all on file for all to nb_nation using (true);
create policy file_near_all on file for all to nb_app using ((area_id = ANY (nb_units())));
create policy file_wide_all on file for all to nb_wide using (nb_holds(area_id));
grant insert, select on file to nb_app;

-- family: unit; room: training
create table framework (
  id uuid not null,
  area_id uuid,
  programme_id uuid,
  line_id uuid not null,
  version smallint not null,
  name text not null,
  period_from smallint,
  period_until smallint,
  state text default 'drafted'::text not null,
  note text default ''::text not null,
  source text,
  mark text,
  edits integer default 0 not null,
  worked_by text[] default '{}'::text[] not null,
  begun_at timestamp with time zone default now() not null,
  approved_number text,
  approved_on date,
  approved_issuer text,
  approved_by uuid,
  approved_at timestamp with time zone,
  search text generated always as (fold(name)) stored not null,
  earlier_decisions jsonb default '[]'::jsonb not null,
  constraint framework_as_it_stands UNIQUE (id, state),
  constraint framework_of_unit UNIQUE (id, area_id),
  constraint framework_version UNIQUE (line_id, version),
  constraint framework_pkey PRIMARY KEY (id),
  constraint framework_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES account(id),
  constraint framework_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint framework_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id),
  constraint framework_approved CHECK ((((state = 'approved'::text) = (approved_number IS NOT NULL)) AND ((state = 'approved'::text) = (approved_on IS NOT NULL)) AND ((state = 'approved'::text) = (approved_issuer IS NOT NULL)) AND ((state = 'approved'::text) = (approved_at IS NOT NULL)))),
  constraint framework_approved_issuer_check CHECK ((approved_issuer <> ''::text)),
  constraint framework_approved_number_check CHECK ((approved_number <> ''::text)),
  constraint framework_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text]))),
  constraint framework_name_check CHECK ((name <> ''::text)),
  constraint framework_of_nobody CHECK ((((area_id IS NULL) = (state = 'sourced'::text)) AND ((source IS NOT NULL) = (state = 'sourced'::text)) AND ((mark IS NOT NULL) = (state = 'sourced'::text)))),
  constraint framework_period CHECK (((period_until IS NULL) OR (period_from IS NULL) OR (period_until >= period_from))),
  constraint framework_period_from_check CHECK (((period_from >= 1990) AND (period_from <= 2100))),
  constraint framework_period_until_check CHECK (((period_until >= 1990) AND (period_until <= 2100))),
  constraint framework_source_check CHECK ((source <> ''::text)),
  constraint framework_state_check CHECK ((state = ANY (ARRAY['sourced'::text, 'drafted'::text, 'approved'::text]))),
  constraint framework_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX framework_number_once ON public.framework USING btree (area_id, lower(approved_number), approved_on);
CREATE UNIQUE INDEX framework_one_draft ON public.framework USING btree (line_id) WHERE (state = 'drafted'::text);
alter table framework enable row level security;
create policy framework_nation_delete on framework for delete to nb_nation using (((state = 'drafted'::text) AND (area_id IS NOT NULL)));
create policy framework_nation_insert on framework for insert to nb_nation with check (((state = 'drafted'::text) AND (area_id IS NOT NULL)));
create policy framework_nation_select on framework for select to nb_nation using (((area_id IS NOT NULL) OR (state <> 'drafted'::text)));
create policy framework_nation_update on framework for update to nb_nation using (((state = 'drafted'::text) AND (area_id IS NOT NULL)));
create policy framework_near_delete on framework for delete to nb_app using (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy framework_near_insert on framework for insert to nb_app with check (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy framework_near_select on framework for select to nb_app using (((area_id = ANY (nb_units())) OR (state <> 'drafted'::text)));
create policy framework_near_update on framework for update to nb_app using (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy framework_wide_delete on framework for delete to nb_wide using (((state = 'drafted'::text) AND nb_holds(area_id)));
create policy framework_wide_insert on framework for insert to nb_wide with check (((state = 'drafted'::text) AND nb_holds(area_id)));
create policy framework_wide_select on framework for select to nb_wide using ((nb_holds(area_id) OR (state <> 'drafted'::text)));
create policy framework_wide_update on framework for update to nb_wide using (((state = 'drafted'::text) AND nb_holds(area_id)));
grant delete, insert, select, update on framework to nb_app;

-- family: unit; room: training
create table framework_topic (
  id uuid not null,
  framework_id uuid not null,
  state text default 'drafted'::text not null,
  area_id uuid,
  code text not null,
  title text not null,
  objective text default ''::text not null,
  contents text default ''::text not null,
  theory_hours smallint,
  practice_hours smallint,
  posts text[] default '{}'::text[] not null,
  levels text[] default '{}'::text[] not null,
  area_conditions text[] default '{}'::text[] not null,
  requires text[] default '{}'::text[] not null,
  recurs_after smallint,
  constraint framework_topic_code UNIQUE (framework_id, code),
  constraint framework_topic_pkey PRIMARY KEY (id),
  constraint framework_topic_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint framework_topic_fixed FOREIGN KEY (framework_id, state) REFERENCES framework(id, state) ON UPDATE CASCADE,
  constraint framework_topic_framework_id_fkey FOREIGN KEY (framework_id) REFERENCES framework(id),
  constraint framework_topic_of_unit FOREIGN KEY (framework_id, area_id) REFERENCES framework(id, area_id),
  constraint framework_topic_area_conditions_check CHECK ((area_conditions <@ ARRAY['dbkk_commune'::text, 'border_commune'::text, 'dbkk_village_commune'::text])),
  constraint framework_topic_code_check CHECK ((code ~ '^[^\s,;]{1,20}$'::text)),
  constraint framework_topic_levels_check CHECK ((levels <@ ARRAY['nation'::text, 'province'::text, 'district'::text, 'commune'::text, 'village'::text])),
  constraint framework_topic_not_before_itself CHECK ((code <> ALL (requires))),
  constraint framework_topic_practice_hours_check CHECK (((practice_hours >= 0) AND (practice_hours <= 2000))),
  constraint framework_topic_recurs_after_check CHECK (((recurs_after >= 1) AND (recurs_after <= 240))),
  constraint framework_topic_theory_hours_check CHECK (((theory_hours >= 0) AND (theory_hours <= 2000))),
  constraint framework_topic_title_check CHECK ((title <> ''::text))
);
alter table framework_topic enable row level security;
create policy framework_topic_nation_delete on framework_topic for delete to nb_nation using (((state = 'drafted'::text) AND (area_id IS NOT NULL)));
create policy framework_topic_nation_insert on framework_topic for insert to nb_nation with check (((state = 'drafted'::text) AND (area_id IS NOT NULL)));
create policy framework_topic_nation_select on framework_topic for select to nb_nation using (((area_id IS NOT NULL) OR (state <> 'drafted'::text)));
create policy framework_topic_nation_update on framework_topic for update to nb_nation using (((state = 'drafted'::text) AND (area_id IS NOT NULL)));
create policy framework_topic_near_delete on framework_topic for delete to nb_app using (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy framework_topic_near_insert on framework_topic for insert to nb_app with check (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy framework_topic_near_select on framework_topic for select to nb_app using (((area_id = ANY (nb_units())) OR (state <> 'drafted'::text)));
create policy framework_topic_near_update on framework_topic for update to nb_app using (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy framework_topic_wide_delete on framework_topic for delete to nb_wide using (((state = 'drafted'::text) AND nb_holds(area_id)));
create policy framework_topic_wide_insert on framework_topic for insert to nb_wide with check (((state = 'drafted'::text) AND nb_holds(area_id)));
create policy framework_topic_wide_select on framework_topic for select to nb_wide using ((nb_holds(area_id) OR (state <> 'drafted'::text)));
create policy framework_topic_wide_update on framework_topic for update to nb_wide using (((state = 'drafted'::text) AND nb_holds(area_id)));
grant delete, insert, select, update on framework_topic to nb_app;

-- family: unit; room: rounds
create table gate_override (
  id uuid not null,
  round_id uuid not null,
  area_id uuid not null,
  account_id uuid not null,
  rule_id uuid not null,
  because text not null,
  made_by uuid not null,
  made_on date not null,
  made_at timestamp with time zone default now() not null,
  withdrawn_on date,
  withdrawn_because text,
  constraint gate_override_pkey PRIMARY KEY (id),
  constraint gate_override_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint gate_override_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint gate_override_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint gate_override_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  constraint gate_override_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES credential_rule(id),
  constraint gate_override_because_check CHECK ((because <> ''::text)),
  constraint gate_override_by_another CHECK ((made_by <> account_id)),
  constraint gate_override_withdrawn CHECK ((num_nonnulls(withdrawn_on, withdrawn_because) = ANY (ARRAY[0, 2]))),
  constraint gate_override_withdrawn_because_check CHECK ((withdrawn_because <> ''::text))
);
CREATE INDEX gate_override_account ON public.gate_override USING btree (account_id);
CREATE INDEX gate_override_area ON public.gate_override USING btree (area_id, made_on);
CREATE INDEX gate_override_rule ON public.gate_override USING btree (rule_id);
CREATE UNIQUE INDEX gate_override_once ON public.gate_override USING btree (round_id, account_id) WHERE (withdrawn_on IS NULL);
alter table gate_override enable row level security;
create policy gate_override_nation_insert on gate_override for insert to nb_nation with check (true);
create policy gate_override_nation_select on gate_override for select to nb_nation using (true);
create policy gate_override_nation_update on gate_override for update to nb_nation using (true);
create policy gate_override_near_insert on gate_override for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy gate_override_near_select on gate_override for select to nb_app using (((area_id = ANY (nb_units())) OR (account_id = nb_account())));
create policy gate_override_near_update on gate_override for update to nb_app using ((area_id = ANY (nb_units())));
create policy gate_override_wide_insert on gate_override for insert to nb_wide with check (nb_holds(area_id));
create policy gate_override_wide_select on gate_override for select to nb_wide using ((nb_holds(area_id) OR (account_id = nb_account())));
create policy gate_override_wide_update on gate_override for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on gate_override to nb_app;

-- family: unit; room: credentials
create table gate_setting (
  id uuid not null,
  area_id uuid not null,
  mode text not null,
  valid_from date not null,
  legal_reference text not null,
  mark text not null,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  withdrawn_because text,
  constraint gate_setting_pkey PRIMARY KEY (id),
  constraint gate_setting_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint gate_setting_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint gate_setting_legal_reference_check CHECK ((legal_reference <> ''::text)),
  constraint gate_setting_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text]))),
  constraint gate_setting_mode_check CHECK ((mode = ANY (ARRAY['off'::text, 'warn'::text, 'hold'::text]))),
  constraint gate_setting_withdrawn_because_check CHECK ((withdrawn_because <> ''::text))
);
CREATE UNIQUE INDEX gate_setting_one_a_day ON public.gate_setting USING btree (area_id, valid_from) WHERE (withdrawn_because IS NULL);
alter table gate_setting enable row level security;
create policy gate_setting_nation_insert on gate_setting for insert to nb_nation with check (true);
create policy gate_setting_nation_update on gate_setting for update to nb_nation using (true);
create policy gate_setting_near_insert on gate_setting for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy gate_setting_near_update on gate_setting for update to nb_app using ((area_id = ANY (nb_units())));
create policy gate_setting_read on gate_setting for select to public using (true);
create policy gate_setting_wide_insert on gate_setting for insert to nb_wide with check (nb_holds(area_id));
create policy gate_setting_wide_update on gate_setting for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on gate_setting to nb_app;

-- family: unit; room: study
create table handout (
  id uuid not null,
  area_id uuid not null,
  material_id uuid not null,
  version smallint not null,
  copies integer not null,
  to_area_id uuid,
  to_class_id uuid,
  to_words text,
  given_on date not null,
  made_by uuid,
  made_name text default ''::text not null,
  made_at timestamp with time zone default now() not null,
  back_at timestamp with time zone,
  back_because text,
  constraint handout_pkey PRIMARY KEY (id),
  constraint handout_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint handout_class FOREIGN KEY (to_class_id, area_id) REFERENCES training_class(id, area_id),
  constraint handout_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint handout_of FOREIGN KEY (material_id, version) REFERENCES material_version(material_id, version),
  constraint handout_to_area_id_fkey FOREIGN KEY (to_area_id) REFERENCES area(id),
  constraint handout_back CHECK ((num_nonnulls(back_at, back_because) = ANY (ARRAY[0, 2]))),
  constraint handout_back_because_check CHECK ((back_because <> ''::text)),
  constraint handout_copies_check CHECK (((copies >= 1) AND (copies <= 100000))),
  constraint handout_to CHECK ((num_nonnulls(to_area_id, to_class_id, to_words) = 1)),
  constraint handout_to_words_check CHECK ((to_words <> ''::text))
);
CREATE INDEX handout_area ON public.handout USING btree (area_id, given_on);
CREATE INDEX handout_material ON public.handout USING btree (material_id, version);
CREATE INDEX handout_to_area ON public.handout USING btree (to_area_id) WHERE (to_area_id IS NOT NULL);
CREATE INDEX handout_to_class ON public.handout USING btree (to_class_id) WHERE (to_class_id IS NOT NULL);
alter table handout enable row level security;
create policy handout_nation_insert on handout for insert to nb_nation with check (true);
create policy handout_nation_select on handout for select to nb_nation using (true);
create policy handout_nation_update on handout for update to nb_nation using (true);
create policy handout_near_insert on handout for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy handout_near_select on handout for select to nb_app using ((area_id = ANY (nb_units())));
create policy handout_near_update on handout for update to nb_app using ((area_id = ANY (nb_units())));
create policy handout_wide_insert on handout for insert to nb_wide with check (nb_holds(area_id));
create policy handout_wide_select on handout for select to nb_wide using (nb_holds(area_id));
create policy handout_wide_update on handout for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on handout to nb_app;

-- family: household; room: households
create table household (
  household_id uuid not null,
  village_id uuid not null,
  number text default ''::text not null,
  address text default ''::text not null,
  head_person_id uuid not null,
  head_name text not null,
  search text not null,
  started_on date not null,
  ended_on date,
  end_reason text,
  created_at timestamp with time zone default now() not null,
  contact_phone text,
  constraint household_pkey PRIMARY KEY (household_id),
  constraint household_contact_phone CHECK ((contact_phone ~ '^[+]?[0-9]{9,11}$'::text)),
  constraint household_end_reason_check CHECK ((end_reason = ANY (ARRAY['moved_away'::text, 'merged'::text, 'died_out'::text, 'entered_by_mistake'::text]))),
  constraint household_period CHECK (((ended_on IS NULL) OR (ended_on >= started_on)))
);
CREATE INDEX household_called ON public.household USING btree (fold(given_name(head_name)) text_pattern_ops);
CREATE INDEX household_contact_phone ON public.household USING btree (reverse(contact_phone) text_pattern_ops) WHERE (contact_phone IS NOT NULL);
CREATE INDEX household_ended ON public.household USING btree (village_id) INCLUDE (household_id, ended_on) WHERE (ended_on IS NOT NULL);
CREATE INDEX household_listed ON public.household USING btree (village_id, given_name(head_name) COLLATE vietnamese, head_name COLLATE vietnamese, number COLLATE vietnamese, household_id) INCLUDE (head_person_id, started_on, ended_on);
CREATE INDEX household_named ON public.household USING btree (fold(head_name) text_pattern_ops);
CREATE INDEX household_numbered ON public.household USING btree (bare_number(number), village_id) WHERE (number <> ''::text);
CREATE INDEX household_search ON public.household USING gin (search gin_trgm_ops, village_id);
alter table household enable row level security;
create policy household_nation_all on household for all to nb_nation using (true);
create policy household_near_all on household for all to nb_app using ((village_id = ANY (nb_units())));
create policy household_wide_all on household for all to nb_wide using (nb_holds(village_id));
grant insert, select, update on household to nb_app;

-- family: household; room: households
create table household_class (
  household_id uuid not null,
  id uuid not null,
  village_id uuid not null,
  class text not null,
  standard_id text not null,
  valid_from date not null,
  valid_until date,
  decision_id uuid not null,
  verdict_id uuid not null,
  home_id uuid not null,
  constraint household_class_one_a_day EXCLUDE USING gist (household_id WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint household_class_starts_once UNIQUE (household_id, valid_from),
  constraint household_class_pkey PRIMARY KEY (household_id, id),
  constraint household_class_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(household_id),
  constraint household_class_class_check CHECK ((class = ANY (ARRAY['poor'::text, 'near_poor'::text, 'average'::text, 'not_poor'::text]))),
  constraint household_class_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);
CREATE INDEX household_class_held ON public.household_class USING btree (home_id, household_id) INCLUDE (class, valid_from, valid_until);
CREATE INDEX household_class_of ON public.household_class USING btree (home_id, class, valid_from) INCLUDE (household_id, valid_until);
CREATE INDEX household_class_village ON public.household_class USING btree (village_id, valid_from, class);
alter table household_class enable row level security;
create policy household_class_nation_all on household_class for all to nb_nation using (true);
create policy household_class_near_all on household_class for all to nb_app using (((home_id = ANY (nb_units())) OR (village_id = ANY (nb_units()))));
create policy household_class_wide_all on household_class for all to nb_wide using ((nb_holds(home_id) OR nb_holds(village_id)));
grant select on household_class to nb_app;

-- family: household; room: households
create table household_event (
  household_id uuid not null,
  id uuid not null,
  happened_on date not null,
  kind text not null,
  facts jsonb default '{}'::jsonb not null,
  account_id uuid,
  created_at timestamp with time zone default now() not null,
  home_id uuid not null,
  act_id uuid,
  before jsonb,
  undone_by uuid,
  constraint household_event_pkey PRIMARY KEY (household_id, id),
  constraint household_event_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(household_id),
  constraint household_event_kind_check CHECK ((kind = ANY (ARRAY['listed'::text, 'born'::text, 'died'::text, 'moved_in'::text, 'moved_out'::text, 'split'::text, 'merged'::text, 'head_changed'::text, 'address_changed'::text, 'facts_changed'::text, 'persons_joined'::text, 'ended'::text, 'undone'::text])))
);
CREATE INDEX household_event_head ON public.household_event USING btree (home_id, happened_on) INCLUDE (household_id) WHERE ((kind = 'head_changed'::text) AND (undone_by IS NULL));
CREATE INDEX household_event_headed ON public.household_event USING btree (household_id, happened_on, created_at) WHERE ((kind = 'head_changed'::text) AND (undone_by IS NULL));
CREATE INDEX household_event_joined ON public.household_event USING btree (home_id) WHERE ((kind = 'persons_joined'::text) AND (undone_by IS NULL));
CREATE INDEX household_event_succeeds ON public.household_event USING btree (((facts ->> 'succeeds'::text))) WHERE ((facts ? 'succeeds'::text) AND (undone_by IS NULL));
alter table household_event enable row level security;
create policy household_event_nation_all on household_event for all to nb_nation using (true);
create policy household_event_near_all on household_event for all to nb_app using ((home_id = ANY (nb_units())));
create policy household_event_wide_all on household_event for all to nb_wide using (nb_holds(home_id));
grant insert, select on household_event to nb_app;

-- family: household; room: households
create table household_residence (
  household_id uuid not null,
  id uuid not null,
  village_id uuid not null,
  address text default ''::text not null,
  valid_from date not null,
  valid_until date,
  home_id uuid not null,
  constraint household_residence_one_a_day EXCLUDE USING gist (household_id WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint household_residence_pkey PRIMARY KEY (household_id, id),
  constraint household_residence_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(household_id),
  constraint household_residence_period CHECK (((valid_until IS NULL) OR (valid_until >= valid_from)))
);
CREATE INDEX household_residence_came ON public.household_residence USING btree (home_id, valid_from) INCLUDE (household_id);
CREATE INDEX household_residence_home ON public.household_residence USING btree (home_id, household_id) INCLUDE (village_id, valid_from, valid_until);
CREATE INDEX household_residence_left ON public.household_residence USING btree (village_id, valid_until) INCLUDE (household_id, home_id, valid_from) WHERE (valid_until IS NOT NULL);
alter table household_residence enable row level security;
create policy household_residence_nation_all on household_residence for all to nb_nation using (true);
create policy household_residence_near_all on household_residence for all to nb_app using ((home_id = ANY (nb_units())));
create policy household_residence_wide_all on household_residence for all to nb_wide using (nb_holds(home_id));
grant insert, select, update on household_residence to nb_app;

-- family: ledger; room: households
create table identity_index (
  index_hash text not null,
  person_id uuid not null,
  household_id uuid not null,
  free_from date,
  home_id uuid not null,
  constraint identity_index_person UNIQUE (person_id),
  constraint identity_index_pkey PRIMARY KEY (index_hash)
);
alter table identity_index enable row level security;
create policy identity_index_nation_all on identity_index for all to nb_nation using (true);
create policy identity_index_near_all on identity_index for all to nb_app using ((home_id = ANY (nb_units())));
create policy identity_index_wide_all on identity_index for all to nb_wide using (nb_holds(home_id));
grant select on identity_index to nb_app;

-- family: unit; room: study
create table inquiry (
  id uuid not null,
  area_id uuid not null,
  topic_id uuid,
  section text,
  ask text not null,
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamp with time zone default now() not null,
  assigned_to uuid,
  assigned_name text,
  state text default 'open'::text not null,
  closed_because text,
  version smallint default 0 not null,
  material_id uuid,
  revision integer default 0 not null,
  search text generated always as (fold(ask)) stored not null,
  constraint inquiry_material_once UNIQUE (material_id),
  constraint inquiry_pkey PRIMARY KEY (id),
  constraint inquiry_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint inquiry_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id),
  constraint inquiry_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES account(id),
  constraint inquiry_material_id_fkey FOREIGN KEY (material_id) REFERENCES material(id),
  constraint inquiry_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES framework_topic(id),
  constraint inquiry_about CHECK ((num_nonnulls(topic_id, section) = 1)),
  constraint inquiry_answered CHECK (((state = 'answered'::text) = (version > 0))),
  constraint inquiry_ask_check CHECK ((ask <> ''::text)),
  constraint inquiry_assigned CHECK (((assigned_to IS NULL) = (assigned_name IS NULL))),
  constraint inquiry_closed CHECK (((state = ANY (ARRAY['refused'::text, 'withdrawn'::text])) = (closed_because IS NOT NULL))),
  constraint inquiry_closed_because_check CHECK ((closed_because <> ''::text)),
  constraint inquiry_section_check CHECK ((section ~ '^[a-z][a-z_]*$'::text)),
  constraint inquiry_shared CHECK (((material_id IS NULL) OR (version > 0))),
  constraint inquiry_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint inquiry_version_check CHECK ((version >= 0))
);
CREATE INDEX inquiry_area ON public.inquiry USING btree (area_id, state);
CREATE INDEX inquiry_asker ON public.inquiry USING btree (asked_by);
CREATE INDEX inquiry_assigned_to ON public.inquiry USING btree (assigned_to) WHERE (assigned_to IS NOT NULL);
alter table inquiry enable row level security;
create policy inquiry_nation_insert on inquiry for insert to nb_nation with check (true);
create policy inquiry_nation_select on inquiry for select to nb_nation using (true);
create policy inquiry_nation_update on inquiry for update to nb_nation using (true);
create policy inquiry_near_insert on inquiry for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy inquiry_near_select on inquiry for select to nb_app using (((area_id = ANY (nb_units())) OR (asked_by = nb_account())));
create policy inquiry_near_update on inquiry for update to nb_app using ((area_id = ANY (nb_units())));
create policy inquiry_wide_insert on inquiry for insert to nb_wide with check (nb_holds(area_id));
create policy inquiry_wide_select on inquiry for select to nb_wide using ((nb_holds(area_id) OR (asked_by = nb_account())));
create policy inquiry_wide_update on inquiry for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on inquiry to nb_app;

-- family: unit; room: study
create table inquiry_answer (
  inquiry_id uuid not null,
  version smallint not null,
  area_id uuid not null,
  body text not null,
  basis text not null,
  because text,
  made_by uuid,
  made_name text not null,
  made_at timestamp with time zone default now() not null,
  constraint inquiry_answer_pkey PRIMARY KEY (inquiry_id, version),
  constraint inquiry_answer_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint inquiry_answer_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES inquiry(id),
  constraint inquiry_answer_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint inquiry_answer_basis_check CHECK ((basis <> ''::text)),
  constraint inquiry_answer_because CHECK (((version = 1) = (because IS NULL))),
  constraint inquiry_answer_because_check CHECK ((because <> ''::text)),
  constraint inquiry_answer_body_check CHECK ((body <> ''::text)),
  constraint inquiry_answer_version_check CHECK ((version > 0))
);
CREATE INDEX inquiry_answer_area ON public.inquiry_answer USING btree (area_id);
alter table inquiry_answer enable row level security;
create policy inquiry_answer_nation_insert on inquiry_answer for insert to nb_nation with check (true);
create policy inquiry_answer_nation_select on inquiry_answer for select to nb_nation using (true);
create policy inquiry_answer_near_insert on inquiry_answer for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy inquiry_answer_near_select on inquiry_answer for select to nb_app using ((area_id = ANY (nb_units())));
create policy inquiry_answer_wide_insert on inquiry_answer for insert to nb_wide with check (nb_holds(area_id));
create policy inquiry_answer_wide_select on inquiry_answer for select to nb_wide using (nb_holds(area_id));
grant insert, select on inquiry_answer to nb_app;

-- family: ledger; room: papers
create table issued_number (
  series text not null,
  number integer not null,
  subject_id uuid not null,
  area_id uuid not null,
  issued_at timestamp with time zone default now() not null,
  constraint issued_number_pkey PRIMARY KEY (series, number),
  constraint issued_number_number_check CHECK ((number > 0))
);
alter table issued_number enable row level security;
create policy issued_number_nation_all on issued_number for all to nb_nation using (true);
create policy issued_number_near_all on issued_number for all to nb_app using ((area_id = ANY (nb_units())));
create policy issued_number_wide_all on issued_number for all to nb_wide using (nb_holds(area_id));
grant insert, select on issued_number to nb_app;

-- family: ledger; room: platform
create table known_key (
  kind text not null,
  id text not null,
  known_since timestamp with time zone default now() not null,
  constraint known_key_pkey PRIMARY KEY (kind, id),
  constraint known_key_kind_check CHECK ((kind = ANY (ARRAY['field'::text, 'index'::text, 'signing'::text, 'sealing'::text])))
);
alter table known_key enable row level security;
create policy known_key_read on known_key for select to public using (true);
grant select on known_key to nb_app;

-- family: unit; room: standards
create table law_text (
  hash text not null,
  kind text not null,
  id text not null,
  mark text not null,
  document jsonb not null,
  loaded_at timestamp with time zone default now() not null,
  constraint law_text_pkey PRIMARY KEY (hash),
  constraint law_text_kind_check CHECK ((kind = ANY (ARRAY['standard'::text, 'form'::text, 'points'::text])))
);
alter table law_text enable row level security;
create policy law_text_read on law_text for select to public using (true);
grant select on law_text to nb_app;

-- family: household; room: rounds
create table list_removal (
  household_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  village_id uuid not null,
  because text not null,
  account_id uuid not null,
  removed_at timestamp with time zone default now() not null,
  constraint list_removal_pkey PRIMARY KEY (household_id, id),
  constraint list_removal_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(household_id),
  constraint list_removal_because_check CHECK ((because <> ''::text))
);
CREATE INDEX list_removal_round ON public.list_removal USING btree (round_id);
alter table list_removal enable row level security;
create policy list_removal_nation_all on list_removal for all to nb_nation using (true);
create policy list_removal_near_all on list_removal for all to nb_app using ((village_id = ANY (nb_units())));
create policy list_removal_wide_all on list_removal for all to nb_wide using (nb_holds(village_id));
grant select on list_removal to nb_app;

-- family: unit; room: study
create table material (
  id uuid not null,
  area_id uuid not null,
  topic_id uuid not null,
  kind text not null,
  version smallint default 1 not null,
  title_key text not null,
  out_at timestamp with time zone,
  out_by uuid,
  out_because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint material_pkey PRIMARY KEY (id),
  constraint material_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint material_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint material_out_by_fkey FOREIGN KEY (out_by) REFERENCES account(id),
  constraint material_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES framework_topic(id),
  constraint material_kind_check CHECK ((kind = ANY (ARRAY['document'::text, 'newspaper'::text, 'slides'::text, 'picture'::text, 'lesson'::text, 'answer'::text]))),
  constraint material_out CHECK (((num_nonnulls(out_at, out_because) = ANY (ARRAY[0, 2])) AND ((out_at IS NOT NULL) OR (out_by IS NULL)))),
  constraint material_out_because_check CHECK ((out_because <> ''::text)),
  constraint material_title_key_check CHECK ((title_key <> ''::text)),
  constraint material_version_check CHECK ((version > 0))
);
CREATE INDEX material_area ON public.material USING btree (area_id, topic_id);
CREATE INDEX material_topic ON public.material USING btree (topic_id);
CREATE UNIQUE INDEX material_once ON public.material USING btree (area_id, topic_id, md5(title_key)) WHERE (out_at IS NULL);
alter table material enable row level security;
create policy material_nation_insert on material for insert to nb_nation with check (true);
create policy material_nation_select on material for select to nb_nation using (true);
create policy material_nation_update on material for update to nb_nation using (true);
create policy material_near_insert on material for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy material_near_select on material for select to nb_app using (((area_id = ANY (nb_units())) OR unit_above_mine(area_id)));
create policy material_near_update on material for update to nb_app using ((area_id = ANY (nb_units())));
create policy material_wide_insert on material for insert to nb_wide with check (nb_holds(area_id));
create policy material_wide_select on material for select to nb_wide using ((nb_holds(area_id) OR unit_above_mine(area_id)));
create policy material_wide_update on material for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on material to nb_app;

-- family: unit; room: study
create table material_reading (
  material_id uuid not null,
  version smallint not null,
  account_id uuid not null,
  area_id uuid not null,
  opened_at timestamp with time zone,
  said_at timestamp with time zone,
  done_at timestamp with time zone,
  constraint material_reading_pkey PRIMARY KEY (material_id, version, account_id),
  constraint material_reading_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint material_reading_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint material_reading_of FOREIGN KEY (material_id, version) REFERENCES material_version(material_id, version)
);
CREATE INDEX material_reading_account ON public.material_reading USING btree (account_id);
CREATE INDEX material_reading_area ON public.material_reading USING btree (area_id);
alter table material_reading enable row level security;
create policy material_reading_nation_select on material_reading for select to nb_nation using (true);
create policy material_reading_near_select on material_reading for select to nb_app using (((area_id = ANY (nb_units())) OR (account_id = nb_account())));
create policy material_reading_wide_select on material_reading for select to nb_wide using ((nb_holds(area_id) OR (account_id = nb_account())));
grant select on material_reading to nb_app;

-- family: unit; room: study
create table material_version (
  material_id uuid not null,
  version smallint not null,
  area_id uuid not null,
  title text not null,
  summary text default ''::text not null,
  body text,
  file_id uuid,
  media_type text,
  byte_length integer,
  question_id uuid,
  basis text default ''::text not null,
  because text,
  made_by uuid,
  made_name text default ''::text not null,
  made_at timestamp with time zone default now() not null,
  search text generated always as (fold(((((title || ' '::text) || summary) || ' '::text) || basis))) stored not null,
  constraint material_version_pkey PRIMARY KEY (material_id, version),
  constraint material_version_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint material_version_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint material_version_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint material_version_material_id_fkey FOREIGN KEY (material_id) REFERENCES material(id),
  constraint material_version_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id),
  constraint material_version_because CHECK (((version = 1) = (because IS NULL))),
  constraint material_version_because_check CHECK ((because <> ''::text)),
  constraint material_version_body_check CHECK ((body <> ''::text)),
  constraint material_version_byte_length_check CHECK ((byte_length > 0)),
  constraint material_version_content CHECK ((num_nonnulls(body, file_id) = 1)),
  constraint material_version_file CHECK ((num_nonnulls(file_id, media_type, byte_length) = ANY (ARRAY[0, 3]))),
  constraint material_version_title_check CHECK ((title <> ''::text)),
  constraint material_version_version_check CHECK ((version > 0))
);
CREATE INDEX material_version_area ON public.material_version USING btree (area_id);
CREATE INDEX material_version_file ON public.material_version USING btree (file_id) WHERE (file_id IS NOT NULL);
CREATE INDEX material_version_question ON public.material_version USING btree (question_id) WHERE (question_id IS NOT NULL);
alter table material_version enable row level security;
create policy material_version_nation_insert on material_version for insert to nb_nation with check (true);
create policy material_version_nation_select on material_version for select to nb_nation using (true);
create policy material_version_near_insert on material_version for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy material_version_near_select on material_version for select to nb_app using (((area_id = ANY (nb_units())) OR unit_above_mine(area_id)));
create policy material_version_wide_insert on material_version for insert to nb_wide with check (nb_holds(area_id));
create policy material_version_wide_select on material_version for select to nb_wide using ((nb_holds(area_id) OR unit_above_mine(area_id)));
grant insert, select on material_version to nb_app;

-- family: household; room: households
create table member (
  household_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  full_name text not null,
  sex text not null,
  birth_year smallint not null,
  birth_month smallint,
  birth_day smallint,
  relation text not null,
  ethnicity text not null,
  citizen_id_sealed text,
  citizen_id_end text,
  insurance_no_sealed text,
  facts jsonb default '{}'::jsonb not null,
  joined_on date not null,
  join_reason text not null,
  left_on date,
  leave_reason text,
  home_id uuid not null,
  insurance_no_index text,
  constraint member_once UNIQUE (household_id, person_id, joined_on),
  constraint member_pkey PRIMARY KEY (household_id, id),
  constraint member_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(household_id),
  constraint member_birth_day CHECK (((birth_day IS NULL) OR (birth_month IS NOT NULL))),
  constraint member_birth_day_check CHECK (((birth_day >= 1) AND (birth_day <= 31))),
  constraint member_birth_month_check CHECK (((birth_month >= 1) AND (birth_month <= 12))),
  constraint member_birth_year_check CHECK (((birth_year >= 1890) AND (birth_year <= 2100))),
  constraint member_citizen_id_end_check CHECK ((citizen_id_end ~ '^[0-9]{3}$'::text)),
  constraint member_ethnicity_check CHECK ((ethnicity ~ '^[0-9]{2}$'::text)),
  constraint member_full_name_check CHECK ((full_name <> ''::text)),
  constraint member_join_reason_check CHECK ((join_reason = ANY (ARRAY['listed'::text, 'born'::text, 'moved_in'::text, 'split'::text, 'merged'::text, 'married'::text]))),
  constraint member_leave_reason_check CHECK ((leave_reason = ANY (ARRAY['died'::text, 'moved_out'::text, 'split'::text, 'merged'::text, 'married'::text, 'entered_by_mistake'::text]))),
  constraint member_period CHECK (((left_on IS NULL) OR (left_on >= joined_on))),
  constraint member_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))
);
CREATE INDEX member_changed ON public.member USING btree (home_id, GREATEST(joined_on, left_on)) INCLUDE (household_id);
CREATE INDEX member_counted ON public.member USING btree (home_id, household_id) INCLUDE (person_id, ethnicity, joined_on, left_on);
CREATE INDEX member_id ON public.member USING btree (id);
CREATE INDEX member_insured ON public.member USING btree (insurance_no_index);
CREATE INDEX member_known ON public.member USING btree (home_id, birth_year, heard_as(full_name) text_pattern_ops);
CREATE INDEX member_uninsured ON public.member USING btree (id) WHERE ((insurance_no_sealed IS NOT NULL) AND (insurance_no_index IS NULL));
CREATE UNIQUE INDEX member_stays_once ON public.member USING btree (household_id, person_id) WHERE (left_on IS NULL);
alter table member enable row level security;
create policy member_nation_all on member for all to nb_nation using (true);
create policy member_near_all on member for all to nb_app using ((home_id = ANY (nb_units())));
create policy member_wide_all on member for all to nb_wide using (nb_holds(home_id));
grant insert, select, update on member to nb_app;

-- family: unit; room: people
create table move_target (
  id uuid not null,
  area_id uuid not null,
  year smallint not null,
  kind text,
  people integer not null,
  legal_reference text not null,
  mark text not null,
  valid_from date not null,
  valid_until date,
  ended_because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint move_target_once EXCLUDE USING gist (area_id WITH =, year WITH =, COALESCE(kind, 'both'::text) WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint move_target_pkey PRIMARY KEY (id),
  constraint move_target_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint move_target_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint move_target_ended CHECK (((ended_because IS NULL) OR (valid_until IS NOT NULL))),
  constraint move_target_ended_because_check CHECK ((ended_because <> ''::text)),
  constraint move_target_kind_check CHECK ((kind = ANY (ARRAY['rotation'::text, 'secondment'::text]))),
  constraint move_target_legal_reference_check CHECK ((legal_reference <> ''::text)),
  constraint move_target_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text]))),
  constraint move_target_people_check CHECK (((people >= 1) AND (people <= 100000))),
  constraint move_target_period CHECK (((valid_until > valid_from) OR ((valid_until = valid_from) AND (ended_because IS NOT NULL)))),
  constraint move_target_year_check CHECK (((year >= 1990) AND (year <= 2100)))
);
CREATE INDEX move_target_area ON public.move_target USING btree (area_id, year);
alter table move_target enable row level security;
create policy move_target_nation_insert on move_target for insert to nb_nation with check (true);
create policy move_target_nation_update on move_target for update to nb_nation using (true);
create policy move_target_near_insert on move_target for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy move_target_near_update on move_target for update to nb_app using ((area_id = ANY (nb_units())));
create policy move_target_read on move_target for select to public using (true);
create policy move_target_wide_insert on move_target for insert to nb_wide with check (nb_holds(area_id));
create policy move_target_wide_update on move_target for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on move_target to nb_app;

-- family: unit; room: people
create table norm (
  id uuid not null,
  area_id uuid,
  level text not null,
  post text not null,
  required smallint not null,
  valid_from date not null,
  valid_until date,
  legal_basis text not null,
  mark text not null,
  ended_because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint norm_once EXCLUDE USING gist (COALESCE(area_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, level WITH =, post WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint norm_pkey PRIMARY KEY (id),
  constraint norm_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint norm_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint norm_post_fkey FOREIGN KEY (post) REFERENCES post(id),
  constraint norm_ended CHECK (((ended_because IS NULL) OR (valid_until IS NOT NULL))),
  constraint norm_ended_because_check CHECK ((ended_because <> ''::text)),
  constraint norm_legal_basis_check CHECK ((legal_basis <> ''::text)),
  constraint norm_level_check CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text, 'village'::text]))),
  constraint norm_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text]))),
  constraint norm_period CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint norm_required_check CHECK (((required >= 0) AND (required <= 50)))
);
alter table norm enable row level security;
create policy norm_nation_insert on norm for insert to nb_nation with check (((area_id IS NOT NULL) OR ((area_id IS NULL) AND nb_everywhere())));
create policy norm_nation_update on norm for update to nb_nation using (((area_id IS NOT NULL) OR ((area_id IS NULL) AND nb_everywhere())));
create policy norm_near_insert on norm for insert to nb_app with check (((area_id = ANY (nb_units())) OR ((area_id IS NULL) AND nb_everywhere())));
create policy norm_near_update on norm for update to nb_app using (((area_id = ANY (nb_units())) OR ((area_id IS NULL) AND nb_everywhere())));
create policy norm_read on norm for select to public using (true);
create policy norm_wide_insert on norm for insert to nb_wide with check ((nb_holds(area_id) OR ((area_id IS NULL) AND nb_everywhere())));
create policy norm_wide_update on norm for update to nb_wide using ((nb_holds(area_id) OR ((area_id IS NULL) AND nb_everywhere())));
grant insert, select, update on norm to nb_app;

-- family: unit; room: people
create table official (
  id uuid not null,
  unit_id uuid not null,
  full_name text not null,
  sex text not null,
  birth_year smallint not null,
  birth_month smallint,
  birth_day smallint,
  ethnicity text not null,
  languages text[] default '{}'::text[] not null,
  citizen_id_sealed text,
  citizen_id_end text,
  citizen_id_index text,
  phone text,
  personal_number text,
  taken_over text[] default '{}'::text[] not null,
  account_id uuid,
  search text generated always as (fold(full_name)) stored not null,
  constraint official_account UNIQUE (account_id),
  constraint official_citizen_id UNIQUE (citizen_id_index),
  constraint official_personal_number UNIQUE (personal_number),
  constraint official_pkey PRIMARY KEY (id),
  constraint official_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint official_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES area(id),
  constraint official_birth_day CHECK (((birth_day IS NULL) OR (birth_month IS NOT NULL))),
  constraint official_birth_day_check CHECK (((birth_day >= 1) AND (birth_day <= 31))),
  constraint official_birth_month_check CHECK (((birth_month >= 1) AND (birth_month <= 12))),
  constraint official_birth_year_check CHECK (((birth_year >= 1890) AND (birth_year <= 2100))),
  constraint official_citizen_id_end_check CHECK ((citizen_id_end ~ '^[0-9]{3}$'::text)),
  constraint official_ethnicity_check CHECK ((ethnicity ~ '^[0-9]{2}$'::text)),
  constraint official_full_name_check CHECK ((full_name <> ''::text)),
  constraint official_languages_check CHECK ((array_to_string(languages, ','::text) ~ '^([0-9]{2}(,[0-9]{2})*)?$'::text)),
  constraint official_personal_number_check CHECK ((personal_number <> ''::text)),
  constraint official_phone_check CHECK ((phone <> ''::text)),
  constraint official_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))
);
CREATE INDEX official_search ON public.official USING btree (search);
CREATE INDEX official_unit ON public.official USING btree (unit_id);
alter table official enable row level security;
create policy official_nation_insert on official for insert to nb_nation with check (true);
create policy official_nation_select on official for select to nb_nation using (true);
create policy official_nation_update on official for update to nb_nation using (true);
create policy official_near_insert on official for insert to nb_app with check ((unit_id = ANY (nb_units())));
create policy official_near_select on official for select to nb_app using (((unit_id = ANY (nb_units())) OR official_seen(id)));
create policy official_near_update on official for update to nb_app using ((unit_id = ANY (nb_units())));
create policy official_wide_insert on official for insert to nb_wide with check (nb_holds(unit_id));
create policy official_wide_select on official for select to nb_wide using ((nb_holds(unit_id) OR official_seen(id)));
create policy official_wide_update on official for update to nb_wide using (nb_holds(unit_id));
grant insert, select, update on official to nb_app;

-- family: unit; room: people
create table official_apart (
  id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  because text not null,
  said_by uuid not null,
  said_on date not null,
  ended_because text,
  ended_by uuid,
  ended_on date,
  constraint official_apart_pkey PRIMARY KEY (id),
  constraint official_apart_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id),
  constraint official_apart_one_id_fkey FOREIGN KEY (one_id) REFERENCES official(id),
  constraint official_apart_other_id_fkey FOREIGN KEY (other_id) REFERENCES official(id),
  constraint official_apart_said_by_fkey FOREIGN KEY (said_by) REFERENCES account(id),
  constraint official_apart_because_check CHECK ((because <> ''::text)),
  constraint official_apart_ended CHECK ((num_nonnulls(ended_because, ended_by, ended_on) = ANY (ARRAY[0, 3]))),
  constraint official_apart_ended_because_check CHECK ((ended_because <> ''::text)),
  constraint official_apart_pair CHECK ((one_id < other_id))
);
CREATE INDEX official_apart_other ON public.official_apart USING btree (other_id);
CREATE UNIQUE INDEX official_apart_once ON public.official_apart USING btree (one_id, other_id) WHERE (ended_on IS NULL);
alter table official_apart enable row level security;
create policy official_apart_nation_insert on official_apart for insert to nb_nation with check (true);
create policy official_apart_nation_select on official_apart for select to nb_nation using (true);
create policy official_apart_nation_update on official_apart for update to nb_nation using (true);
create policy official_apart_near_insert on official_apart for insert to nb_app with check ((official_kept(one_id) AND official_kept(other_id)));
create policy official_apart_near_select on official_apart for select to nb_app using ((official_kept(one_id) OR official_kept(other_id)));
create policy official_apart_near_update on official_apart for update to nb_app using ((official_kept(one_id) AND official_kept(other_id)));
create policy official_apart_wide_insert on official_apart for insert to nb_wide with check ((official_kept(one_id) AND official_kept(other_id)));
create policy official_apart_wide_select on official_apart for select to nb_wide using ((official_kept(one_id) OR official_kept(other_id)));
create policy official_apart_wide_update on official_apart for update to nb_wide using ((official_kept(one_id) AND official_kept(other_id)));
grant insert, select, update on official_apart to nb_app;

-- family: unit; room: people
create table official_handover (
  id uuid not null,
  official_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  because text not null,
  asked_by uuid not null,
  asked_on date not null,
  state text default 'asked'::text not null,
  settled_by uuid,
  settled_on date,
  settled_because text,
  constraint official_handover_pkey PRIMARY KEY (id),
  constraint official_handover_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id),
  constraint official_handover_from_id_fkey FOREIGN KEY (from_id) REFERENCES area(id),
  constraint official_handover_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint official_handover_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES account(id),
  constraint official_handover_to_id_fkey FOREIGN KEY (to_id) REFERENCES area(id),
  constraint official_handover_because_check CHECK ((because <> ''::text)),
  constraint official_handover_elsewhere CHECK ((from_id <> to_id)),
  constraint official_handover_settled CHECK ((((state = 'asked'::text) = (settled_by IS NULL)) AND ((state = 'asked'::text) = (settled_on IS NULL)))),
  constraint official_handover_settled_because_check CHECK ((settled_because <> ''::text)),
  constraint official_handover_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'taken'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint official_handover_why CHECK (((state = ANY (ARRAY['refused'::text, 'withdrawn'::text])) = (settled_because IS NOT NULL)))
);
CREATE INDEX official_handover_from ON public.official_handover USING btree (from_id);
CREATE INDEX official_handover_to ON public.official_handover USING btree (to_id);
CREATE UNIQUE INDEX official_handover_open ON public.official_handover USING btree (official_id) WHERE (state = 'asked'::text);
alter table official_handover enable row level security;
create policy official_handover_nation_insert on official_handover for insert to nb_nation with check (true);
create policy official_handover_nation_select on official_handover for select to nb_nation using (true);
create policy official_handover_nation_update on official_handover for update to nb_nation using (true);
create policy official_handover_near_insert on official_handover for insert to nb_app with check ((from_id = ANY (nb_units())));
create policy official_handover_near_select on official_handover for select to nb_app using (((from_id = ANY (nb_units())) OR (to_id = ANY (nb_units()))));
create policy official_handover_near_update on official_handover for update to nb_app using (((from_id = ANY (nb_units())) OR (to_id = ANY (nb_units()))));
create policy official_handover_wide_insert on official_handover for insert to nb_wide with check (nb_holds(from_id));
create policy official_handover_wide_select on official_handover for select to nb_wide using ((nb_holds(from_id) OR nb_holds(to_id)));
create policy official_handover_wide_update on official_handover for update to nb_wide using ((nb_holds(from_id) OR nb_holds(to_id)));
grant insert, select, update on official_handover to nb_app;

-- family: unit; room: people
create table official_joined (
  id uuid not null,
  into_id uuid not null,
  unit_id uuid not null,
  full_name text not null,
  birth_year smallint not null,
  because text not null,
  joined_by uuid not null,
  joined_on date not null,
  was jsonb not null,
  constraint official_joined_pkey PRIMARY KEY (id),
  constraint official_joined_into_id_fkey FOREIGN KEY (into_id) REFERENCES official(id),
  constraint official_joined_joined_by_fkey FOREIGN KEY (joined_by) REFERENCES account(id),
  constraint official_joined_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES area(id),
  constraint official_joined_because_check CHECK ((because <> ''::text)),
  constraint official_joined_full_name_check CHECK ((full_name <> ''::text))
);
CREATE INDEX official_joined_into ON public.official_joined USING btree (into_id);
CREATE INDEX official_joined_unit ON public.official_joined USING btree (unit_id);
alter table official_joined enable row level security;
create policy official_joined_nation_select on official_joined for select to nb_nation using (true);
create policy official_joined_near_select on official_joined for select to nb_app using (((unit_id = ANY (nb_units())) OR official_kept(into_id) OR official_seen(into_id)));
create policy official_joined_wide_select on official_joined for select to nb_wide using ((nb_holds(unit_id) OR official_kept(into_id) OR official_seen(into_id)));
grant select on official_joined to nb_app;

-- family: unit; room: households
create table official_member (
  id uuid not null,
  official_id uuid not null,
  person_id uuid not null,
  found_on date not null,
  until date,
  constraint official_member_pkey PRIMARY KEY (id),
  constraint official_member_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint official_member_period CHECK (((until IS NULL) OR (until >= found_on)))
);
CREATE UNIQUE INDEX official_member_official ON public.official_member USING btree (official_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX official_member_person ON public.official_member USING btree (person_id) WHERE (until IS NULL);
alter table official_member enable row level security;
create policy official_member_unseen on official_member for all to public using (false);

-- family: unit; room: people
create table official_move (
  id uuid not null,
  official_id uuid not null,
  kind text not null,
  from_appointment_id uuid not null,
  to_appointment_id uuid not null,
  why text not null,
  planned_last date,
  outcome text,
  taken_away text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  first_there_id uuid,
  stays_from date,
  beside_another boolean default false not null,
  constraint official_move_pkey PRIMARY KEY (id),
  constraint official_move_first FOREIGN KEY (first_there_id) REFERENCES appointment(id),
  constraint official_move_from FOREIGN KEY (from_appointment_id) REFERENCES appointment(id),
  constraint official_move_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint official_move_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint official_move_to FOREIGN KEY (to_appointment_id) REFERENCES appointment(id),
  constraint official_move_kind_check CHECK ((kind = ANY (ARRAY['rotation'::text, 'secondment'::text]))),
  constraint official_move_outcome_check CHECK ((outcome <> ''::text)),
  constraint official_move_taken_away_check CHECK ((taken_away <> ''::text)),
  constraint official_move_why_check CHECK ((why <> ''::text))
);
CREATE INDEX official_move_first_there ON public.official_move USING btree (first_there_id);
CREATE INDEX official_move_from_appointment ON public.official_move USING btree (from_appointment_id);
CREATE INDEX official_move_official ON public.official_move USING btree (official_id);
CREATE INDEX official_move_to_appointment ON public.official_move USING btree (to_appointment_id);
CREATE UNIQUE INDEX official_move_open ON public.official_move USING btree (official_id) WHERE ((taken_away IS NULL) AND (outcome IS NULL) AND (NOT beside_another));
alter table official_move enable row level security;
create policy official_move_nation_insert on official_move for insert to nb_nation with check (true);
create policy official_move_nation_select on official_move for select to nb_nation using (true);
create policy official_move_nation_update on official_move for update to nb_nation using (true);
create policy official_move_near_insert on official_move for insert to nb_app with check ((official_kept(official_id) OR official_seen(official_id)));
create policy official_move_near_select on official_move for select to nb_app using ((official_kept(official_id) OR official_seen(official_id)));
create policy official_move_near_update on official_move for update to nb_app using ((official_kept(official_id) OR official_seen(official_id)));
create policy official_move_wide_insert on official_move for insert to nb_wide with check ((official_kept(official_id) OR official_seen(official_id)));
create policy official_move_wide_select on official_move for select to nb_wide using ((official_kept(official_id) OR official_seen(official_id)));
create policy official_move_wide_update on official_move for update to nb_wide using ((official_kept(official_id) OR official_seen(official_id)));
grant insert, select, update on official_move to nb_app;

-- family: unit; room: papers
create table paper_change (
  by_id uuid not null,
  of_id uuid not null,
  area_id uuid not null,
  constraint paper_change_pkey PRIMARY KEY (by_id),
  constraint paper_change_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id)
);
CREATE INDEX paper_change_of ON public.paper_change USING btree (of_id);
alter table paper_change enable row level security;
create policy paper_change_nation_select on paper_change for select to nb_nation using (true);
create policy paper_change_near_select on paper_change for select to nb_app using ((area_id = ANY (nb_units())));
create policy paper_change_wide_select on paper_change for select to nb_wide using (nb_holds(area_id));
grant select on paper_change to nb_app;

-- family: unit; room: field
create table phone_idle_time (
  id uuid not null,
  area_id uuid not null,
  minutes smallint not null,
  valid_from date not null,
  legal_reference text not null,
  mark text not null,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  withdrawn_because text,
  constraint phone_idle_time_pkey PRIMARY KEY (id),
  constraint phone_idle_time_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint phone_idle_time_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint phone_idle_time_legal_reference_check CHECK ((legal_reference <> ''::text)),
  constraint phone_idle_time_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text]))),
  constraint phone_idle_time_minutes_check CHECK (((minutes >= 1) AND (minutes <= 240))),
  constraint phone_idle_time_withdrawn_because_check CHECK ((withdrawn_because <> ''::text))
);
CREATE UNIQUE INDEX phone_idle_time_from ON public.phone_idle_time USING btree (area_id, valid_from) WHERE (withdrawn_because IS NULL);
alter table phone_idle_time enable row level security;
create policy phone_idle_time_nation_insert on phone_idle_time for insert to nb_nation with check (true);
create policy phone_idle_time_nation_update on phone_idle_time for update to nb_nation using (true);
create policy phone_idle_time_near_insert on phone_idle_time for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy phone_idle_time_near_update on phone_idle_time for update to nb_app using ((area_id = ANY (nb_units())));
create policy phone_idle_time_read on phone_idle_time for select to public using (true);
create policy phone_idle_time_wide_insert on phone_idle_time for insert to nb_wide with check (nb_holds(area_id));
create policy phone_idle_time_wide_update on phone_idle_time for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on phone_idle_time to nb_app;

-- family: unit; room: training
create table plan_asked (
  sending_id uuid not null,
  unit_id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  constraint plan_asked_as_it_stands UNIQUE (sending_id, unit_id, plan_id, area_id),
  constraint plan_asked_pkey PRIMARY KEY (sending_id, unit_id),
  constraint plan_asked_sending FOREIGN KEY (sending_id, plan_id, area_id) REFERENCES plan_sending(id, plan_id, area_id),
  constraint plan_asked_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES area(id)
);
CREATE INDEX plan_asked_plan ON public.plan_asked USING btree (plan_id);
CREATE INDEX plan_asked_unit ON public.plan_asked USING btree (unit_id);
alter table plan_asked enable row level security;
create policy plan_asked_nation_delete on plan_asked for delete to nb_nation using (true);
create policy plan_asked_nation_insert on plan_asked for insert to nb_nation with check (true);
create policy plan_asked_nation_select on plan_asked for select to nb_nation using (true);
create policy plan_asked_near_delete on plan_asked for delete to nb_app using ((area_id = ANY (nb_units())));
create policy plan_asked_near_insert on plan_asked for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy plan_asked_near_select on plan_asked for select to nb_app using (((area_id = ANY (nb_units())) OR (unit_id = ANY (nb_units()))));
create policy plan_asked_wide_delete on plan_asked for delete to nb_wide using (nb_holds(area_id));
create policy plan_asked_wide_insert on plan_asked for insert to nb_wide with check (nb_holds(area_id));
create policy plan_asked_wide_select on plan_asked for select to nb_wide using ((nb_holds(area_id) OR nb_holds(unit_id)));
grant delete, insert, select on plan_asked to nb_app;

-- family: unit; room: training
create table plan_comment (
  id uuid not null,
  sending_id uuid not null,
  unit_id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  line_id uuid,
  about text default ''::text not null,
  agrees boolean not null,
  says text default ''::text not null,
  made_by uuid not null,
  made_name text not null,
  made_on date not null,
  made_at timestamp with time zone default now() not null,
  late boolean not null,
  withdrawn_on date,
  withdrawn_because text,
  constraint plan_comment_pkey PRIMARY KEY (id),
  constraint plan_comment_asked FOREIGN KEY (sending_id, unit_id, plan_id, area_id) REFERENCES plan_asked(sending_id, unit_id, plan_id, area_id),
  constraint plan_comment_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint plan_comment_says CHECK ((agrees OR (says <> ''::text))),
  constraint plan_comment_withdrawn CHECK (((withdrawn_on IS NULL) = (withdrawn_because IS NULL))),
  constraint plan_comment_withdrawn_because_check CHECK ((withdrawn_because <> ''::text))
);
CREATE INDEX plan_comment_of ON public.plan_comment USING btree (sending_id, unit_id);
CREATE INDEX plan_comment_plan ON public.plan_comment USING btree (plan_id);
CREATE UNIQUE INDEX plan_comment_agreed_once ON public.plan_comment USING btree (sending_id, unit_id) WHERE (agrees AND (withdrawn_on IS NULL));
alter table plan_comment enable row level security;
create policy plan_comment_nation_insert on plan_comment for insert to nb_nation with check (true);
create policy plan_comment_nation_select on plan_comment for select to nb_nation using (true);
create policy plan_comment_nation_update on plan_comment for update to nb_nation using (true);
create policy plan_comment_near_insert on plan_comment for insert to nb_app with check ((unit_id = ANY (nb_units())));
create policy plan_comment_near_select on plan_comment for select to nb_app using (((area_id = ANY (nb_units())) OR (unit_id = ANY (nb_units()))));
create policy plan_comment_near_update on plan_comment for update to nb_app using ((unit_id = ANY (nb_units())));
create policy plan_comment_wide_insert on plan_comment for insert to nb_wide with check (nb_holds(unit_id));
create policy plan_comment_wide_select on plan_comment for select to nb_wide using ((nb_holds(area_id) OR nb_holds(unit_id)));
create policy plan_comment_wide_update on plan_comment for update to nb_wide using (nb_holds(unit_id));
grant insert, select, update on plan_comment to nb_app;

-- family: unit; room: training
create table plan_line (
  id uuid not null,
  plan_id uuid not null,
  state text default 'drafted'::text not null,
  area_id uuid not null,
  topic_id uuid not null,
  audience text default ''::text not null,
  people integer not null,
  classes integer not null,
  place_id uuid,
  place text default ''::text not null,
  weeks integer[] default '{}'::integer[] not null,
  note text default ''::text not null,
  made_at timestamp with time zone default now() not null,
  first_id uuid,
  came_from jsonb default '[]'::jsonb not null,
  constraint plan_line_as_it_stands UNIQUE (id, state, area_id),
  constraint plan_line_pkey PRIMARY KEY (id),
  constraint plan_line_fixed FOREIGN KEY (plan_id, state, area_id) REFERENCES training_plan(id, state, area_id) ON UPDATE CASCADE,
  constraint plan_line_place FOREIGN KEY (place_id) REFERENCES area(id),
  constraint plan_line_topic FOREIGN KEY (topic_id) REFERENCES framework_topic(id),
  constraint plan_line_came_from CHECK ((jsonb_typeof(came_from) = 'array'::text)),
  constraint plan_line_classes CHECK ((classes <= people)),
  constraint plan_line_classes_check CHECK (((classes >= 1) AND (classes <= 10000))),
  constraint plan_line_people_check CHECK (((people >= 1) AND (people <= 1000000))),
  constraint plan_line_weeks_check CHECK (((1 <= ALL (weeks)) AND (53 >= ALL (weeks))))
);
CREATE INDEX plan_line_of ON public.plan_line USING btree (plan_id);
CREATE INDEX plan_line_place_of ON public.plan_line USING btree (place_id);
CREATE UNIQUE INDEX plan_line_goes_on_once ON public.plan_line USING btree (plan_id, first_id) WHERE (first_id IS NOT NULL);
alter table plan_line enable row level security;
create policy plan_line_nation_delete on plan_line for delete to nb_nation using ((state = 'drafted'::text));
create policy plan_line_nation_insert on plan_line for insert to nb_nation with check ((state = 'drafted'::text));
create policy plan_line_nation_select on plan_line for select to nb_nation using (true);
create policy plan_line_nation_update on plan_line for update to nb_nation using ((state = 'drafted'::text));
create policy plan_line_near_delete on plan_line for delete to nb_app using (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy plan_line_near_insert on plan_line for insert to nb_app with check (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy plan_line_near_select on plan_line for select to nb_app using (((area_id = ANY (nb_units())) OR ((state = 'approved'::text) AND unit_above_mine(area_id)) OR ((state = 'drafted'::text) AND plan_sent_to_mine(plan_id))));
create policy plan_line_near_update on plan_line for update to nb_app using (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy plan_line_wide_delete on plan_line for delete to nb_wide using (((state = 'drafted'::text) AND nb_holds(area_id)));
create policy plan_line_wide_insert on plan_line for insert to nb_wide with check (((state = 'drafted'::text) AND nb_holds(area_id)));
create policy plan_line_wide_select on plan_line for select to nb_wide using ((nb_holds(area_id) OR ((state = 'approved'::text) AND unit_above_mine(area_id)) OR ((state = 'drafted'::text) AND plan_sent_to_mine(plan_id))));
create policy plan_line_wide_update on plan_line for update to nb_wide using (((state = 'drafted'::text) AND nb_holds(area_id)));
grant delete, insert, select, update on plan_line to nb_app;

-- family: unit; room: training
create table plan_money (
  id uuid not null,
  plan_line_id uuid not null,
  state text default 'drafted'::text not null,
  area_id uuid not null,
  place smallint not null,
  source text not null,
  norm_id uuid,
  what text default ''::text not null,
  quantity integer not null,
  dong bigint not null,
  amount bigint generated always as ((quantity * dong)) stored not null,
  follows text,
  times integer,
  of_people integer not null,
  of_classes integer not null,
  constraint plan_money_pkey PRIMARY KEY (id),
  constraint plan_money_fixed FOREIGN KEY (plan_line_id, state, area_id) REFERENCES plan_line(id, state, area_id) ON UPDATE CASCADE,
  constraint plan_money_norm FOREIGN KEY (norm_id) REFERENCES spending_norm(id),
  constraint plan_money_dong_check CHECK (((dong >= 1) AND (dong <= '1000000000000'::bigint))),
  constraint plan_money_follows CHECK ((follows = ANY (ARRAY['people'::text, 'classes'::text, 'nothing'::text]))),
  constraint plan_money_of_norm CHECK (((norm_id IS NULL) = (what <> ''::text))),
  constraint plan_money_quantity_check CHECK (((quantity >= 1) AND (quantity <= 1000000))),
  constraint plan_money_source_check CHECK ((source = ANY (ARRAY['central'::text, 'province'::text, 'district'::text, 'commune'::text, 'other'::text]))),
  constraint plan_money_times CHECK (((times IS NOT NULL) = (COALESCE(follows, ''::text) = ANY (ARRAY['people'::text, 'classes'::text])))),
  constraint plan_money_times_check CHECK (((times >= 1) AND (times <= 1000)))
);
CREATE INDEX plan_money_of ON public.plan_money USING btree (plan_line_id, place);
alter table plan_money enable row level security;
create policy plan_money_nation_delete on plan_money for delete to nb_nation using ((state = 'drafted'::text));
create policy plan_money_nation_insert on plan_money for insert to nb_nation with check ((state = 'drafted'::text));
create policy plan_money_nation_select on plan_money for select to nb_nation using (true);
create policy plan_money_nation_update on plan_money for update to nb_nation using ((state = 'drafted'::text));
create policy plan_money_near_delete on plan_money for delete to nb_app using (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy plan_money_near_insert on plan_money for insert to nb_app with check (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy plan_money_near_select on plan_money for select to nb_app using (((area_id = ANY (nb_units())) OR ((state = 'approved'::text) AND unit_above_mine(area_id)) OR ((state = 'drafted'::text) AND plan_line_sent_to_mine(plan_line_id))));
create policy plan_money_near_update on plan_money for update to nb_app using (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy plan_money_wide_delete on plan_money for delete to nb_wide using (((state = 'drafted'::text) AND nb_holds(area_id)));
create policy plan_money_wide_insert on plan_money for insert to nb_wide with check (((state = 'drafted'::text) AND nb_holds(area_id)));
create policy plan_money_wide_select on plan_money for select to nb_wide using ((nb_holds(area_id) OR ((state = 'approved'::text) AND unit_above_mine(area_id)) OR ((state = 'drafted'::text) AND plan_line_sent_to_mine(plan_line_id))));
create policy plan_money_wide_update on plan_money for update to nb_wide using (((state = 'drafted'::text) AND nb_holds(area_id)));
grant delete, insert, select, update on plan_money to nb_app;

-- family: unit; room: training
create table plan_paper (
  plan_id uuid not null,
  area_id uuid not null,
  content jsonb not null,
  signed text not null,
  earlier jsonb default '[]'::jsonb not null,
  constraint plan_paper_pkey PRIMARY KEY (plan_id),
  constraint plan_paper_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint plan_paper_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES training_plan(id)
);
alter table plan_paper enable row level security;
create policy plan_paper_nation_select on plan_paper for select to nb_nation using (true);
create policy plan_paper_near_select on plan_paper for select to nb_app using (((area_id = ANY (nb_units())) OR unit_above_mine(area_id)));
create policy plan_paper_wide_select on plan_paper for select to nb_wide using ((nb_holds(area_id) OR unit_above_mine(area_id)));
grant select on plan_paper to nb_app;

-- family: unit; room: training
create table plan_reply (
  id uuid not null,
  comment_id uuid not null,
  unit_id uuid not null,
  area_id uuid not null,
  number smallint not null,
  verdict text not null,
  says text default ''::text not null,
  made_by uuid not null,
  made_name text not null,
  made_on date not null,
  constraint plan_reply_once UNIQUE (comment_id, number),
  constraint plan_reply_pkey PRIMARY KEY (id),
  constraint plan_reply_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES plan_comment(id),
  constraint plan_reply_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint plan_reply_number_check CHECK ((number >= 1)),
  constraint plan_reply_says CHECK (((verdict = 'taken'::text) OR (says <> ''::text))),
  constraint plan_reply_verdict_check CHECK ((verdict = ANY (ARRAY['taken'::text, 'partly'::text, 'explained'::text])))
);
alter table plan_reply enable row level security;
create policy plan_reply_nation_insert on plan_reply for insert to nb_nation with check (true);
create policy plan_reply_nation_select on plan_reply for select to nb_nation using (true);
create policy plan_reply_near_insert on plan_reply for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy plan_reply_near_select on plan_reply for select to nb_app using (((area_id = ANY (nb_units())) OR (unit_id = ANY (nb_units()))));
create policy plan_reply_wide_insert on plan_reply for insert to nb_wide with check (nb_holds(area_id));
create policy plan_reply_wide_select on plan_reply for select to nb_wide using ((nb_holds(area_id) OR nb_holds(unit_id)));
grant insert, select on plan_reply to nb_app;

-- family: unit; room: training
create table plan_seat (
  id uuid not null,
  plan_id uuid not null,
  plan_line_id uuid not null,
  state text default 'drafted'::text not null,
  area_id uuid not null,
  year smallint not null,
  topic_id uuid not null,
  official_id uuid not null,
  from_id uuid not null,
  stands boolean not null,
  constraint plan_seat_once UNIQUE (plan_id, official_id, topic_id),
  constraint plan_seat_pkey PRIMARY KEY (id),
  constraint plan_seat_fixed FOREIGN KEY (plan_line_id, state, area_id) REFERENCES plan_line(id, state, area_id) ON UPDATE CASCADE,
  constraint plan_seat_from_id_fkey FOREIGN KEY (from_id) REFERENCES area(id),
  constraint plan_seat_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint plan_seat_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES training_plan(id),
  constraint plan_seat_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES framework_topic(id)
);
CREATE INDEX plan_seat_of ON public.plan_seat USING btree (plan_line_id);
CREATE INDEX plan_seat_year ON public.plan_seat USING btree (year, official_id) WHERE stands;
CREATE UNIQUE INDEX plan_seat_stands ON public.plan_seat USING btree (official_id, topic_id, year) WHERE stands;
alter table plan_seat enable row level security;
create policy plan_seat_nation_delete on plan_seat for delete to nb_nation using ((state = 'drafted'::text));
create policy plan_seat_nation_insert on plan_seat for insert to nb_nation with check ((state = 'drafted'::text));
create policy plan_seat_nation_select on plan_seat for select to nb_nation using (true);
create policy plan_seat_near_delete on plan_seat for delete to nb_app using (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy plan_seat_near_insert on plan_seat for insert to nb_app with check (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy plan_seat_near_select on plan_seat for select to nb_app using (((area_id = ANY (nb_units())) OR (from_id = ANY (nb_units()))));
create policy plan_seat_wide_delete on plan_seat for delete to nb_wide using (((state = 'drafted'::text) AND nb_holds(area_id)));
create policy plan_seat_wide_insert on plan_seat for insert to nb_wide with check (((state = 'drafted'::text) AND nb_holds(area_id)));
create policy plan_seat_wide_select on plan_seat for select to nb_wide using ((nb_holds(area_id) OR nb_holds(from_id)));
grant delete, insert, select on plan_seat to nb_app;

-- family: unit; room: training
create table plan_sending (
  id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  number smallint not null,
  due_on date not null,
  note text default ''::text not null,
  edits integer not null,
  sent_by uuid not null,
  sent_name text not null,
  sent_on date not null,
  taken_back_on date,
  taken_back_because text,
  constraint plan_sending_as_it_stands UNIQUE (id, plan_id, area_id),
  constraint plan_sending_once UNIQUE (plan_id, number),
  constraint plan_sending_pkey PRIMARY KEY (id),
  constraint plan_sending_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint plan_sending_plan FOREIGN KEY (plan_id) REFERENCES training_plan(id),
  constraint plan_sending_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES account(id),
  constraint plan_sending_due CHECK ((due_on >= sent_on)),
  constraint plan_sending_number_check CHECK ((number >= 1)),
  constraint plan_sending_taken_back CHECK (((taken_back_on IS NULL) = (taken_back_because IS NULL))),
  constraint plan_sending_taken_back_because_check CHECK ((taken_back_because <> ''::text))
);
alter table plan_sending enable row level security;
create policy plan_sending_nation_delete on plan_sending for delete to nb_nation using (true);
create policy plan_sending_nation_insert on plan_sending for insert to nb_nation with check (true);
create policy plan_sending_nation_select on plan_sending for select to nb_nation using (true);
create policy plan_sending_nation_update on plan_sending for update to nb_nation using (true);
create policy plan_sending_near_delete on plan_sending for delete to nb_app using ((area_id = ANY (nb_units())));
create policy plan_sending_near_insert on plan_sending for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy plan_sending_near_select on plan_sending for select to nb_app using (((area_id = ANY (nb_units())) OR plan_sent_to_mine(plan_id)));
create policy plan_sending_near_update on plan_sending for update to nb_app using ((area_id = ANY (nb_units())));
create policy plan_sending_wide_delete on plan_sending for delete to nb_wide using (nb_holds(area_id));
create policy plan_sending_wide_insert on plan_sending for insert to nb_wide with check (nb_holds(area_id));
create policy plan_sending_wide_select on plan_sending for select to nb_wide using ((nb_holds(area_id) OR plan_sent_to_mine(plan_id)));
create policy plan_sending_wide_update on plan_sending for update to nb_wide using (nb_holds(area_id));
grant delete, insert, select, update on plan_sending to nb_app;

-- family: unit; room: people
create table post (
  id text not null,
  vi text not null,
  en text not null,
  levels text[] not null,
  salaried boolean not null,
  place smallint not null,
  sole boolean default false not null,
  also_called text[] default '{}'::text[] not null,
  constraint post_place_key UNIQUE (place),
  constraint post_pkey PRIMARY KEY (id),
  constraint post_also_called_check CHECK ((NOT (also_called @> ARRAY[''::text]))),
  constraint post_en_check CHECK ((en <> ''::text)),
  constraint post_id_check CHECK (((id ~ '^[a-z][a-z_]{1,39}$'::text) AND (id <> ALL (ARRAY['none'::text, 'unplaced'::text])))),
  constraint post_levels_check CHECK (((levels <@ ARRAY['nation'::text, 'province'::text, 'district'::text, 'commune'::text, 'village'::text]) AND (cardinality(levels) > 0))),
  constraint post_vi_check CHECK ((vi <> ''::text))
);
alter table post enable row level security;
create policy post_read on post for select to public using (true);
grant select on post to nb_app;

-- family: unit; room: people
create table post_requirement (
  id uuid not null,
  area_id uuid,
  post text not null,
  level text,
  kind text not null,
  minimum text not null,
  valid_from date not null,
  valid_until date,
  ended_because text,
  legal_basis text not null,
  mark text not null,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint post_requirement_once EXCLUDE USING gist (COALESCE(area_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, post WITH =, COALESCE(level, ''::text) WITH =, kind WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint post_requirement_pkey PRIMARY KEY (id),
  constraint post_requirement_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint post_requirement_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint post_requirement_minimum FOREIGN KEY (kind, minimum) REFERENCES qualification_level(kind, id),
  constraint post_requirement_post_fkey FOREIGN KEY (post) REFERENCES post(id),
  constraint post_requirement_ended CHECK (((ended_because IS NULL) OR (valid_until IS NOT NULL))),
  constraint post_requirement_ended_because_check CHECK ((ended_because <> ''::text)),
  constraint post_requirement_legal_basis_check CHECK ((legal_basis <> ''::text)),
  constraint post_requirement_level_check CHECK ((level = ANY (ARRAY['nation'::text, 'province'::text, 'district'::text, 'commune'::text, 'village'::text]))),
  constraint post_requirement_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text]))),
  constraint post_requirement_period CHECK (((valid_until IS NULL) OR (valid_until >= valid_from)))
);
alter table post_requirement enable row level security;
create policy post_requirement_nation_insert on post_requirement for insert to nb_nation with check (((area_id IS NOT NULL) OR ((area_id IS NULL) AND nb_everywhere())));
create policy post_requirement_nation_update on post_requirement for update to nb_nation using (((area_id IS NOT NULL) OR ((area_id IS NULL) AND nb_everywhere())));
create policy post_requirement_near_insert on post_requirement for insert to nb_app with check (((area_id = ANY (nb_units())) OR ((area_id IS NULL) AND nb_everywhere())));
create policy post_requirement_near_update on post_requirement for update to nb_app using (((area_id = ANY (nb_units())) OR ((area_id IS NULL) AND nb_everywhere())));
create policy post_requirement_read on post_requirement for select to public using (true);
create policy post_requirement_wide_insert on post_requirement for insert to nb_wide with check ((nb_holds(area_id) OR ((area_id IS NULL) AND nb_everywhere())));
create policy post_requirement_wide_update on post_requirement for update to nb_wide using ((nb_holds(area_id) OR ((area_id IS NULL) AND nb_everywhere())));
grant insert, select, update on post_requirement to nb_app;

-- family: unit; room: training
create table programme (
  id uuid not null,
  area_id uuid not null,
  part_of_id uuid,
  kind text not null,
  name text not null,
  period_from smallint,
  period_until smallint,
  levels text[] default '{}'::text[] not null,
  bases jsonb default '[]'::jsonb not null,
  note text default ''::text not null,
  source text not null,
  mark text not null,
  made_by uuid,
  search text generated always as (fold(name)) stored not null,
  constraint programme_pkey PRIMARY KEY (id),
  constraint programme_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint programme_part_of_id_fkey FOREIGN KEY (part_of_id) REFERENCES programme(id),
  constraint programme_bases_check CHECK ((jsonb_typeof(bases) = 'array'::text)),
  constraint programme_kind_check CHECK ((kind = ANY (ARRAY['programme'::text, 'scheme'::text, 'plan'::text, 'component'::text]))),
  constraint programme_levels_check CHECK ((levels <@ ARRAY['nation'::text, 'province'::text, 'district'::text, 'commune'::text, 'village'::text])),
  constraint programme_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text]))),
  constraint programme_name_check CHECK ((name <> ''::text)),
  constraint programme_not_of_itself CHECK ((part_of_id <> id)),
  constraint programme_period CHECK (((period_until IS NULL) OR (period_from IS NULL) OR (period_until >= period_from))),
  constraint programme_period_from_check CHECK (((period_from >= 1990) AND (period_from <= 2100))),
  constraint programme_period_until_check CHECK (((period_until >= 1990) AND (period_until <= 2100))),
  constraint programme_source_check CHECK ((source <> ''::text))
);
CREATE INDEX programme_parts ON public.programme USING btree (part_of_id);
alter table programme enable row level security;
create policy programme_nation_insert on programme for insert to nb_nation with check (true);
create policy programme_nation_update on programme for update to nb_nation using (true);
create policy programme_near_insert on programme for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy programme_near_update on programme for update to nb_app using ((area_id = ANY (nb_units())));
create policy programme_read on programme for select to public using (true);
create policy programme_wide_insert on programme for insert to nb_wide with check (nb_holds(area_id));
create policy programme_wide_update on programme for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on programme to nb_app;

-- family: unit; room: training
create table programme_goal (
  id uuid not null,
  programme_id uuid not null,
  area_id uuid not null,
  year smallint,
  says text not null,
  mark text not null,
  told text,
  told_mark text,
  met_number text,
  met_on date,
  met_issuer text,
  constraint programme_goal_pkey PRIMARY KEY (id),
  constraint programme_goal_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id),
  constraint programme_goal_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text]))),
  constraint programme_goal_met CHECK ((((met_number IS NULL) = (met_on IS NULL)) AND ((met_number IS NULL) = (met_issuer IS NULL)))),
  constraint programme_goal_met_issuer_check CHECK ((met_issuer <> ''::text)),
  constraint programme_goal_met_number_check CHECK ((met_number <> ''::text)),
  constraint programme_goal_says_check CHECK ((says <> ''::text)),
  constraint programme_goal_told CHECK (((told IS NULL) = (told_mark IS NULL))),
  constraint programme_goal_told_mark_check CHECK ((told_mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text]))),
  constraint programme_goal_year_check CHECK (((year >= 1990) AND (year <= 2100)))
);
CREATE INDEX programme_goal_of ON public.programme_goal USING btree (programme_id);
alter table programme_goal enable row level security;
create policy programme_goal_nation_delete on programme_goal for delete to nb_nation using ((met_on IS NULL));
create policy programme_goal_nation_insert on programme_goal for insert to nb_nation with check (true);
create policy programme_goal_nation_update on programme_goal for update to nb_nation using (true);
create policy programme_goal_near_delete on programme_goal for delete to nb_app using (((met_on IS NULL) AND (area_id = ANY (nb_units()))));
create policy programme_goal_near_insert on programme_goal for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy programme_goal_near_update on programme_goal for update to nb_app using ((area_id = ANY (nb_units())));
create policy programme_goal_read on programme_goal for select to public using (true);
create policy programme_goal_wide_delete on programme_goal for delete to nb_wide using (((met_on IS NULL) AND nb_holds(area_id)));
create policy programme_goal_wide_insert on programme_goal for insert to nb_wide with check (nb_holds(area_id));
create policy programme_goal_wide_update on programme_goal for update to nb_wide using (nb_holds(area_id));
grant delete, insert, select, update on programme_goal to nb_app;

-- family: unit; room: people
create table qualification (
  id uuid not null,
  official_id uuid not null,
  kind text not null,
  title text not null,
  school text,
  form text,
  from_month text,
  until_month text,
  number text,
  issued_by text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  taken_away text,
  level text,
  constraint qualification_pkey PRIMARY KEY (id),
  constraint qualification_level_of_kind FOREIGN KEY (kind, level) REFERENCES qualification_level(kind, id),
  constraint qualification_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint qualification_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint qualification_form_check CHECK ((form = ANY (ARRAY['regular'::text, 'in_service'::text, 'distance'::text, 'short_course'::text]))),
  constraint qualification_from_month_check CHECK ((from_month ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$'::text)),
  constraint qualification_issued_by_check CHECK ((issued_by <> ''::text)),
  constraint qualification_kind_check CHECK ((kind = ANY (ARRAY['professional'::text, 'political_theory'::text, 'state_management'::text, 'it'::text, 'foreign_language'::text, 'ethnic_language'::text]))),
  constraint qualification_number_check CHECK ((number <> ''::text)),
  constraint qualification_period CHECK ((("left"(until_month, 4) >= "left"(from_month, 4)) AND ((length(from_month) = 4) OR (length(until_month) = 4) OR (until_month >= from_month)))),
  constraint qualification_school_check CHECK ((school <> ''::text)),
  constraint qualification_taken_away_check CHECK ((taken_away <> ''::text)),
  constraint qualification_title_check CHECK ((title <> ''::text)),
  constraint qualification_until_month_check CHECK ((until_month ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$'::text))
);
CREATE INDEX qualification_official ON public.qualification USING btree (official_id);
alter table qualification enable row level security;
create policy qualification_nation_insert on qualification for insert to nb_nation with check (true);
create policy qualification_nation_select on qualification for select to nb_nation using (true);
create policy qualification_nation_update on qualification for update to nb_nation using (true);
create policy qualification_near_insert on qualification for insert to nb_app with check (official_kept(official_id));
create policy qualification_near_select on qualification for select to nb_app using ((official_kept(official_id) OR official_seen(official_id)));
create policy qualification_near_update on qualification for update to nb_app using (official_kept(official_id));
create policy qualification_wide_insert on qualification for insert to nb_wide with check (official_kept(official_id));
create policy qualification_wide_select on qualification for select to nb_wide using ((official_kept(official_id) OR official_seen(official_id)));
create policy qualification_wide_update on qualification for update to nb_wide using (official_kept(official_id));
grant insert, select, update on qualification to nb_app;

-- family: unit; room: people
create table qualification_level (
  kind text not null,
  id text not null,
  place smallint not null,
  vi text not null,
  en text not null,
  constraint qualification_level_place UNIQUE (kind, place),
  constraint qualification_level_pkey PRIMARY KEY (kind, id),
  constraint qualification_level_en_check CHECK ((en <> ''::text)),
  constraint qualification_level_id_check CHECK ((id ~ '^[a-z][a-z0-9_]{1,39}$'::text)),
  constraint qualification_level_kind_check CHECK ((kind = ANY (ARRAY['professional'::text, 'political_theory'::text, 'state_management'::text, 'it'::text, 'foreign_language'::text, 'ethnic_language'::text]))),
  constraint qualification_level_vi_check CHECK ((vi <> ''::text))
);
alter table qualification_level enable row level security;
create policy qualification_level_read on qualification_level for select to public using (true);
grant select on qualification_level to nb_app;

-- family: unit; room: tests
create table question (
  id uuid not null,
  area_id uuid not null,
  topic_id uuid not null,
  pool text not null,
  version smallint default 1 not null,
  ask_key text,
  out_at timestamp with time zone,
  out_by uuid,
  out_because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint question_pkey PRIMARY KEY (id),
  constraint question_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint question_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint question_out_by_fkey FOREIGN KEY (out_by) REFERENCES account(id),
  constraint question_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES framework_topic(id),
  constraint question_ask_key_check CHECK ((ask_key <> ''::text)),
  constraint question_out CHECK (((num_nonnulls(out_at, out_because) = ANY (ARRAY[0, 2])) AND ((out_at IS NOT NULL) OR (out_by IS NULL)))),
  constraint question_out_because_check CHECK ((out_because <> ''::text)),
  constraint question_pool_check CHECK ((pool = ANY (ARRAY['test'::text, 'practice'::text]))),
  constraint question_version_check CHECK ((version > 0))
);
CREATE INDEX question_area ON public.question USING btree (area_id, topic_id);
CREATE UNIQUE INDEX question_once ON public.question USING btree (area_id, topic_id, md5(ask_key)) WHERE (out_at IS NULL);
alter table question enable row level security;
create policy question_nation_insert on question for insert to nb_nation with check (true);
create policy question_nation_select on question for select to nb_nation using (true);
create policy question_nation_update on question for update to nb_nation using (true);
create policy question_near_insert on question for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy question_near_select on question for select to nb_app using ((area_id = ANY (nb_units())));
create policy question_near_update on question for update to nb_app using ((area_id = ANY (nb_units())));
create policy question_wide_insert on question for insert to nb_wide with check (nb_holds(area_id));
create policy question_wide_select on question for select to nb_wide using (nb_holds(area_id));
create policy question_wide_update on question for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on question to nb_app;

-- family: unit; room: tests
create table question_version (
  question_id uuid not null,
  version smallint not null,
  area_id uuid not null,
  kind text not null,
  ask text not null,
  body jsonb not null,
  basis text default ''::text not null,
  because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  search text generated always as (fold(((ask || ' '::text) || basis))) stored not null,
  constraint question_version_pkey PRIMARY KEY (question_id, version),
  constraint question_version_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint question_version_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint question_version_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id),
  constraint question_version_ask_check CHECK ((ask <> ''::text)),
  constraint question_version_because CHECK (((version = 1) = (because IS NULL))),
  constraint question_version_because_check CHECK ((because <> ''::text)),
  constraint question_version_check1 CHECK (((body ->> 'kind'::text) = kind)),
  constraint question_version_kind_check CHECK ((kind = ANY (ARRAY['single'::text, 'multiple'::text, 'true_false'::text, 'numeric'::text, 'household'::text]))),
  constraint question_version_version_check CHECK ((version > 0))
);
CREATE INDEX question_version_area ON public.question_version USING btree (area_id);
alter table question_version enable row level security;
create policy question_version_nation_insert on question_version for insert to nb_nation with check (true);
create policy question_version_nation_select on question_version for select to nb_nation using (true);
create policy question_version_near_insert on question_version for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy question_version_near_select on question_version for select to nb_app using ((area_id = ANY (nb_units())));
create policy question_version_wide_insert on question_version for insert to nb_wide with check (nb_holds(area_id));
create policy question_version_wide_select on question_version for select to nb_wide using (nb_holds(area_id));
grant insert, select on question_version to nb_app;

-- family: ledger; room: households
create table register_behind (
  area_id uuid not null,
  id uuid default gen_random_uuid() not null,
  constraint register_behind_pkey PRIMARY KEY (area_id, id)
);
alter table register_behind enable row level security;
create policy register_behind_nation_all on register_behind for all to nb_nation using (true);
create policy register_behind_near_all on register_behind for all to nb_app using ((area_id = ANY (nb_units())));
create policy register_behind_wide_all on register_behind for all to nb_wide using (nb_holds(area_id));
grant select on register_behind to nb_app;

-- family: ledger; room: households
create table register_count (
  area_id uuid not null,
  step smallint not null,
  valid_from date not null,
  valid_until date,
  households integer not null,
  persons integer not null,
  kinh integer not null,
  dtts integer not null,
  poor integer not null,
  near_poor integer not null,
  average integer not null,
  not_poor integer not null,
  constraint register_count_pkey PRIMARY KEY (area_id, step),
  constraint register_count_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint register_count_step_check CHECK ((step >= 0))
);
alter table register_count enable row level security;
create policy register_count_nation_all on register_count for all to nb_nation using (true);
create policy register_count_near_all on register_count for all to nb_app using ((area_id = ANY (nb_units())));
create policy register_count_wide_all on register_count for all to nb_wide using (nb_holds(area_id));
grant select on register_count to nb_app;

-- family: ledger; room: households
create table register_past (
  area_id uuid not null,
  day date not null,
  village_id uuid not null,
  households integer not null,
  poor integer not null,
  near_poor integer not null,
  average integer not null,
  not_poor integer not null,
  constraint register_past_pkey PRIMARY KEY (area_id, day, village_id),
  constraint register_past_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint register_past_village_id_fkey FOREIGN KEY (village_id) REFERENCES area(id)
);
CREATE INDEX register_past_lived ON public.register_past USING btree (village_id, day);
alter table register_past enable row level security;
create policy register_past_nation_all on register_past for all to nb_nation using (true);
create policy register_past_near_all on register_past for all to nb_app using ((area_id = ANY (nb_units())));
create policy register_past_wide_all on register_past for all to nb_wide using (nb_holds(area_id));
grant select on register_past to nb_app;

-- family: ledger; room: households
create table register_sum (
  area_id uuid not null,
  valid_from date not null,
  valid_until date,
  households integer not null,
  poor integer not null,
  near_poor integer not null,
  average integer not null,
  not_poor integer not null,
  villages bigint not null,
  constraint register_sum_pkey PRIMARY KEY (area_id, valid_from),
  constraint register_sum_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id)
);
alter table register_sum enable row level security;
create policy register_sum_nation_all on register_sum for all to nb_nation using (true);
create policy register_sum_near_all on register_sum for all to nb_app using ((area_id = ANY (nb_units())));
create policy register_sum_wide_all on register_sum for all to nb_wide using (nb_holds(area_id));
grant select on register_sum to nb_app;

-- family: household; room: rounds
create table review_case (
  household_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  village_id uuid not null,
  reason text not null,
  account_id uuid,
  state text not null,
  survey_id uuid,
  class_before text,
  changed_at timestamp with time zone default now() not null,
  left_because text,
  left_on date,
  left_state text,
  handed_from uuid,
  handed_on date,
  opens text,
  closes text,
  had_by uuid[],
  had_in uuid[],
  left_told jsonb,
  constraint review_case_once UNIQUE (household_id, round_id),
  constraint review_case_pkey PRIMARY KEY (household_id, id),
  constraint review_case_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(household_id),
  constraint review_case_survey FOREIGN KEY (household_id, survey_id) REFERENCES survey(household_id, id),
  constraint review_case_class_before_check CHECK ((class_before = ANY (ARRAY['poor'::text, 'near_poor'::text, 'average'::text, 'not_poor'::text]))),
  constraint review_case_closes_check CHECK ((closes = ANY (ARRAY['poor'::text, 'near_poor'::text, 'average'::text, 'not_poor'::text, 'open'::text]))),
  constraint review_case_had CHECK ((NOT (cardinality(had_by) IS DISTINCT FROM cardinality(had_in)))),
  constraint review_case_handed CHECK (((handed_from IS NULL) = (handed_on IS NULL))),
  constraint review_case_has_survey CHECK (((state = ANY (ARRAY['listed'::text, 'assigned'::text, 'ended'::text])) OR (survey_id IS NOT NULL))),
  constraint review_case_left CHECK (((left_because IS NULL) = (left_state IS NULL))),
  constraint review_case_left_because CHECK ((left_because = ANY (ARRAY['moved'::text, 'household'::text, 'handed_over'::text, 'class_given'::text, 'not_surveyed'::text]))),
  constraint review_case_left_told CHECK (((left_told IS NOT NULL) = ((left_because IS NOT NULL) AND (left_because = 'not_surveyed'::text)))),
  constraint review_case_opens_check CHECK ((opens = ANY (ARRAY['poor'::text, 'near_poor'::text, 'average'::text, 'not_poor'::text, 'open'::text]))),
  constraint review_case_reason_check CHECK ((reason = ANY (ARRAY['current_poor'::text, 'current_near_poor'::text, 'request'::text]))),
  constraint review_case_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'assigned'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'ended'::text])))
);
CREATE INDEX review_case_account ON public.review_case USING btree (account_id);
CREATE INDEX review_case_handed_from ON public.review_case USING btree (handed_from) WHERE (handed_from IS NOT NULL);
CREATE INDEX review_case_left ON public.review_case USING btree (round_id, household_id) WHERE (left_state IS NOT NULL);
CREATE INDEX review_case_listed ON public.review_case USING btree (round_id, village_id) INCLUDE (household_id);
alter table review_case enable row level security;
create policy review_case_nation_all on review_case for all to nb_nation using (true);
create policy review_case_near_all on review_case for all to nb_app using ((village_id = ANY (nb_units())));
create policy review_case_wide_all on review_case for all to nb_wide using (nb_holds(village_id));
grant select on review_case to nb_app;

-- family: unit; room: rounds
create table round (
  id uuid not null,
  area_id uuid not null,
  kind text not null,
  name text not null,
  classes_hold_from date,
  window_from date not null,
  window_until date not null,
  opening_standard text not null,
  opening_hash text not null,
  opening_points text,
  closing_standard text,
  closing_hash text,
  closing_points text,
  form_id text not null,
  form_hash text not null,
  state text not null,
  created_by uuid not null,
  created_at timestamp with time zone default now() not null,
  decision_id uuid,
  gate text default 'warn'::text not null,
  constraint round_pkey PRIMARY KEY (id),
  constraint round_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint round_closing_hash_fkey FOREIGN KEY (closing_hash) REFERENCES law_text(hash),
  constraint round_closing_points_fkey FOREIGN KEY (closing_points) REFERENCES law_text(hash),
  constraint round_form_hash_fkey FOREIGN KEY (form_hash) REFERENCES law_text(hash),
  constraint round_opening_hash_fkey FOREIGN KEY (opening_hash) REFERENCES law_text(hash),
  constraint round_opening_points_fkey FOREIGN KEY (opening_points) REFERENCES law_text(hash),
  constraint round_annual_day CHECK (((kind = 'ad_hoc'::text) OR (classes_hold_from IS NOT NULL))),
  constraint round_decided CHECK (((decision_id IS NULL) OR (state = ANY (ARRAY['deciding'::text, 'certificates'::text, 'completed'::text])))),
  constraint round_gate_check CHECK ((gate = ANY (ARRAY['off'::text, 'warn'::text, 'hold'::text]))),
  constraint round_holds_after CHECK ((classes_hold_from >= window_from)) NOT VALID,
  constraint round_kind_check CHECK ((kind = ANY (ARRAY['annual'::text, 'ad_hoc'::text]))),
  constraint round_name_check CHECK ((name <> ''::text)),
  constraint round_window CHECK ((window_until >= window_from))
);
CREATE INDEX round_area ON public.round USING btree (area_id, window_from DESC);
CREATE INDEX round_newest ON public.round USING btree (window_from DESC, id);
CREATE INDEX round_open ON public.round USING btree (window_until, id) WHERE (state <> ALL (ARRAY['completed'::text, 'cancelled'::text]));
alter table round enable row level security;
create policy round_nation_insert on round for insert to nb_nation with check (true);
create policy round_nation_select on round for select to nb_nation using (true);
create policy round_nation_update on round for update to nb_nation using (true);
create policy round_near_insert on round for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy round_near_select on round for select to nb_app using (((area_id = ANY (nb_units())) OR round_comes_to(id)));
create policy round_near_update on round for update to nb_app using ((area_id = ANY (nb_units())));
create policy round_wide_insert on round for insert to nb_wide with check (nb_holds(area_id));
create policy round_wide_select on round for select to nb_wide using ((nb_holds(area_id) OR round_comes_to(id)));
create policy round_wide_update on round for update to nb_wide using (nb_holds(area_id));
grant insert, select, update (classes_hold_from, decision_id, state, window_until) on round to nb_app;

-- family: unit; room: rounds
create table round_step (
  id uuid not null,
  round_id uuid not null,
  step text not null,
  outcome text not null,
  because text,
  day date not null,
  account_id uuid,
  recorded_at timestamp with time zone default clock_timestamp() not null,
  constraint round_step_pkey PRIMARY KEY (id),
  constraint round_step_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  constraint round_step_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'skipped'::text, 'reopened'::text, 'cancelled'::text])))
);
CREATE INDEX round_step_round ON public.round_step USING btree (round_id, recorded_at);
alter table round_step enable row level security;
create policy round_step_nation_all on round_step for all to nb_nation using (true);
create policy round_step_near_all on round_step for all to nb_app using (round_seen(round_id));
create policy round_step_wide_all on round_step for all to nb_wide using (round_seen(round_id));
grant insert, select on round_step to nb_app;

-- family: unit; room: rounds
create table round_succession (
  round_id uuid not null,
  village_id uuid not null,
  account_id uuid,
  annual_area uuid,
  annual_from date,
  added uuid[] not null,
  since date not null,
  constraint round_succession_pkey PRIMARY KEY (round_id, village_id),
  constraint round_succession_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  constraint round_succession_village_id_fkey FOREIGN KEY (village_id) REFERENCES area(id)
);
alter table round_succession enable row level security;
create policy round_succession_nation_all on round_succession for all to nb_nation using (true);
create policy round_succession_near_all on round_succession for all to nb_app using ((village_id = ANY (nb_units())));
create policy round_succession_wide_all on round_succession for all to nb_wide using (nb_holds(village_id));
grant select on round_succession to nb_app;

-- family: unit; room: rounds
create table round_village (
  round_id uuid not null,
  village_id uuid not null,
  account_id uuid,
  annual_area uuid,
  annual_from date,
  left_on date,
  constraint round_village_once_a_year UNIQUE (village_id, annual_from),
  constraint round_village_pkey PRIMARY KEY (round_id, village_id),
  constraint round_village_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint round_village_annual_area_fkey FOREIGN KEY (annual_area) REFERENCES area(id),
  constraint round_village_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  constraint round_village_village_id_fkey FOREIGN KEY (village_id) REFERENCES area(id),
  constraint round_village_annual CHECK (((annual_area IS NULL) = (annual_from IS NULL)))
);
CREATE INDEX round_village_of ON public.round_village USING btree (village_id) INCLUDE (round_id, left_on);
alter table round_village enable row level security;
create policy round_village_nation_all on round_village for all to nb_nation using (true);
create policy round_village_near_all on round_village for all to nb_app using ((village_id = ANY (nb_units())));
create policy round_village_wide_all on round_village for all to nb_wide using (nb_holds(village_id));
grant insert, select, update (account_id, annual_area, annual_from) on round_village to nb_app;

-- family: ledger; room: people
create table session (
  id uuid not null,
  token_hash bytea not null,
  csrf text not null,
  account_id uuid not null,
  started_at timestamp with time zone default now() not null,
  seen_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  device text default ''::text not null,
  constraint session_token_once UNIQUE (token_hash),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
CREATE INDEX session_account ON public.session USING btree (account_id);
alter table session enable row level security;
create policy session_over on session for delete to public using ((nb_account() = nb_system()));
create policy session_over_read on session for select to public using ((nb_account() = nb_system()));
create policy session_own on session for all to public using ((account_id = nb_account())) with check ((account_id = nb_account()));
grant delete, insert, select on session to nb_app;

-- family: unit; room: classes
create table session_count (
  session_id uuid not null,
  class_id uuid not null,
  area_id uuid not null,
  number smallint not null,
  heads smallint,
  there smallint not null,
  closed boolean not null,
  because text default ''::text not null,
  made_by uuid,
  made_name text not null,
  made_at timestamp with time zone not null,
  constraint session_count_pkey PRIMARY KEY (session_id, number),
  constraint session_count_class FOREIGN KEY (class_id, area_id) REFERENCES training_class(id, area_id),
  constraint session_count_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint session_count_session FOREIGN KEY (session_id, class_id) REFERENCES class_session(id, class_id),
  constraint session_count_closed CHECK (((NOT closed) OR COALESCE((heads = there), false) OR ((heads IS NOT NULL) AND (because <> ''::text)))),
  constraint session_count_heads_check CHECK (((heads >= 0) AND (heads <= 5000))),
  constraint session_count_number_check CHECK ((number >= 1)),
  constraint session_count_opened CHECK (((heads IS NOT NULL) OR (because <> ''::text))),
  constraint session_count_there_check CHECK ((there >= 0))
);
CREATE INDEX session_count_area ON public.session_count USING btree (area_id);
CREATE INDEX session_count_class_of ON public.session_count USING btree (class_id);
alter table session_count enable row level security;
create policy session_count_nation_insert on session_count for insert to nb_nation with check (true);
create policy session_count_nation_select on session_count for select to nb_nation using (true);
create policy session_count_near_insert on session_count for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy session_count_near_select on session_count for select to nb_app using ((area_id = ANY (nb_units())));
create policy session_count_wide_insert on session_count for insert to nb_wide with check (nb_holds(area_id));
create policy session_count_wide_select on session_count for select to nb_wide using (nb_holds(area_id));
grant insert, select on session_count to nb_app;

-- family: unit; room: classes
create table session_person (
  session_id uuid not null,
  area_id uuid not null,
  during tsrange not null,
  stands boolean default true not null,
  person uuid not null,
  role text not null,
  class_trainer_id uuid,
  constraint session_person_once EXCLUDE USING gist (person WITH =, during WITH &&) WHERE (stands),
  constraint session_person_pkey PRIMARY KEY (session_id, person),
  constraint session_person_class_trainer_id_fkey FOREIGN KEY (class_trainer_id) REFERENCES class_trainer(id),
  constraint session_person_session FOREIGN KEY (session_id, during, stands) REFERENCES class_session(id, during, stands) ON UPDATE CASCADE,
  constraint session_person_role_check CHECK ((role = ANY (ARRAY['trainer'::text, 'learner'::text]))),
  constraint session_person_trainer CHECK (((role = 'trainer'::text) = (class_trainer_id IS NOT NULL)))
);
CREATE INDEX session_person_area ON public.session_person USING btree (area_id);
CREATE INDEX session_person_teaches ON public.session_person USING btree (class_trainer_id) WHERE (class_trainer_id IS NOT NULL);
alter table session_person enable row level security;
create policy session_person_nation_delete on session_person for delete to nb_nation using (true);
create policy session_person_nation_insert on session_person for insert to nb_nation with check (true);
create policy session_person_nation_select on session_person for select to nb_nation using (true);
create policy session_person_near_delete on session_person for delete to nb_app using ((area_id = ANY (nb_units())));
create policy session_person_near_insert on session_person for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy session_person_near_select on session_person for select to nb_app using (((area_id = ANY (nb_units())) OR ((class_trainer_id IS NOT NULL) AND unit_above_mine(area_id))));
create policy session_person_wide_delete on session_person for delete to nb_wide using (nb_holds(area_id));
create policy session_person_wide_insert on session_person for insert to nb_wide with check (nb_holds(area_id));
create policy session_person_wide_select on session_person for select to nb_wide using ((nb_holds(area_id) OR ((class_trainer_id IS NOT NULL) AND unit_above_mine(area_id))));
grant delete, insert, select on session_person to nb_app;

-- family: ledger; room: people
create table setup_token (
  token_hash bytea not null,
  made_at timestamp with time zone default now() not null,
  used_at timestamp with time zone,
  constraint setup_token_pkey PRIMARY KEY (token_hash)
);
alter table setup_token enable row level security;
create policy setup_token_any on setup_token for all to public using (true) with check (true);
grant select on setup_token to nb_app;

-- family: ledger; room: people
create table sign_in_failure (
  key bytea not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  constraint sign_in_failure_pkey PRIMARY KEY (key)
);
alter table sign_in_failure enable row level security;
create policy sign_in_failure_any on sign_in_failure for all to public using (true) with check (true);
grant delete, insert, select, update on sign_in_failure to nb_app;

-- family: unit; room: people
create table sign_in_slip (
  id uuid not null,
  account_id uuid not null,
  area_id uuid not null,
  code text not null,
  code_hash bytea not null,
  last_day date not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  printed_at timestamp with time zone,
  used_at timestamp with time zone,
  used_device text,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint sign_in_slip_code_hash_key UNIQUE (code_hash),
  constraint sign_in_slip_pkey PRIMARY KEY (id),
  constraint sign_in_slip_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint sign_in_slip_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint sign_in_slip_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint sign_in_slip_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES account(id),
  constraint sign_in_slip_once CHECK (((used_at IS NULL) OR (withdrawn_at IS NULL))),
  constraint sign_in_slip_withdrawn CHECK ((num_nonnulls(withdrawn_at, withdrawn_by) = ANY (ARRAY[0, 2])))
);
CREATE INDEX sign_in_slip_account ON public.sign_in_slip USING btree (account_id, made_at DESC);
CREATE INDEX sign_in_slip_area ON public.sign_in_slip USING btree (area_id);
CREATE UNIQUE INDEX sign_in_slip_open ON public.sign_in_slip USING btree (account_id) WHERE ((used_at IS NULL) AND (withdrawn_at IS NULL));
alter table sign_in_slip enable row level security;
create policy sign_in_slip_nation_insert on sign_in_slip for insert to nb_nation with check (((made_by = nb_account()) AND account_within(account_id)));
create policy sign_in_slip_nation_select on sign_in_slip for select to nb_nation using (true);
create policy sign_in_slip_nation_update on sign_in_slip for update to nb_nation using (true);
create policy sign_in_slip_near_insert on sign_in_slip for insert to nb_app with check (((made_by = nb_account()) AND account_within(account_id) AND (area_id = ANY (nb_units()))));
create policy sign_in_slip_near_select on sign_in_slip for select to nb_app using (((area_id = ANY (nb_units())) OR (account_id = nb_account())));
create policy sign_in_slip_near_update on sign_in_slip for update to nb_app using (((area_id = ANY (nb_units())) OR (account_id = nb_account())));
create policy sign_in_slip_wide_insert on sign_in_slip for insert to nb_wide with check (((made_by = nb_account()) AND account_within(account_id) AND nb_holds(area_id)));
create policy sign_in_slip_wide_select on sign_in_slip for select to nb_wide using ((nb_holds(area_id) OR (account_id = nb_account())));
create policy sign_in_slip_wide_update on sign_in_slip for update to nb_wide using ((nb_holds(area_id) OR (account_id = nb_account())));
grant insert, select, update (printed_at, used_at, used_device, withdrawn_at, withdrawn_by) on sign_in_slip to nb_app;

-- family: ledger; room: papers
create table signed_paper (
  id uuid not null,
  kind text not null,
  series text,
  number text,
  area_id uuid not null,
  subject_id uuid not null,
  issued_on date,
  in_force_from date,
  in_force_until date,
  replaced_by uuid,
  payload_hash bytea not null,
  registered_at timestamp with time zone default now() not null,
  ended_because text,
  until_before date,
  ended_on date,
  constraint signed_paper_pkey PRIMARY KEY (id),
  constraint signed_paper_ended CHECK (((ended_because IS NULL) OR (in_force_until IS NOT NULL))),
  constraint signed_paper_ended_because CHECK ((ended_because = 'household_ended'::text)),
  constraint signed_paper_ended_on CHECK (((ended_on IS NULL) OR (ended_because IS NOT NULL))),
  constraint signed_paper_issued CHECK (((in_force_from IS NULL) OR ((issued_on IS NOT NULL) AND (number IS NOT NULL)))),
  constraint signed_paper_kind CHECK ((kind ~ '^[a-z_]+$'::text)),
  constraint signed_paper_period CHECK ((in_force_until >= in_force_from)),
  constraint signed_paper_replaced CHECK (((replaced_by IS NULL) OR (in_force_until IS NOT NULL)))
);
alter table signed_paper enable row level security;
create policy signed_paper_nation_all on signed_paper for all to nb_nation using (true);
create policy signed_paper_near_all on signed_paper for all to nb_app using ((area_id = ANY (nb_units())));
create policy signed_paper_wide_all on signed_paper for all to nb_wide using (nb_holds(area_id));
grant select on signed_paper to nb_app;

-- family: unit; room: training
create table spending_norm (
  id uuid not null,
  area_id uuid not null,
  line_id uuid not null,
  item text not null,
  counted_by text not null,
  dong bigint not null,
  valid_from date not null,
  valid_until date,
  ended_because text,
  legal_reference text not null,
  mark text not null,
  note text default ''::text not null,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  search text generated always as (fold(((item || ' '::text) || legal_reference))) stored not null,
  doubled boolean default false not null,
  constraint spending_norm_item_once EXCLUDE USING gist (area_id WITH =, fold(item) WITH =, counted_by WITH =, daterange(valid_from, valid_until) WITH &&) WHERE ((NOT doubled)),
  constraint spending_norm_one_value EXCLUDE USING gist (line_id WITH =, daterange(valid_from, valid_until) WITH &&),
  constraint spending_norm_pkey PRIMARY KEY (id),
  constraint spending_norm_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint spending_norm_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint spending_norm_counted_by_check CHECK ((counted_by = ANY (ARRAY['person'::text, 'person_day'::text, 'class'::text, 'class_day'::text, 'trainer_half_day'::text, 'group'::text, 'set'::text]))),
  constraint spending_norm_dong_check CHECK (((dong >= 1) AND (dong <= '1000000000000'::bigint))),
  constraint spending_norm_ended CHECK (((ended_because IS NULL) OR (valid_until IS NOT NULL))),
  constraint spending_norm_ended_because_check CHECK ((ended_because <> ''::text)),
  constraint spending_norm_item_check CHECK ((item <> ''::text)),
  constraint spending_norm_legal_reference_check CHECK ((legal_reference <> ''::text)),
  constraint spending_norm_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text]))),
  constraint spending_norm_period CHECK (((valid_until IS NULL) OR (valid_until >= valid_from)))
);
CREATE INDEX spending_norm_area ON public.spending_norm USING btree (area_id);
CREATE INDEX spending_norm_line ON public.spending_norm USING btree (line_id, valid_from);
alter table spending_norm enable row level security;
create policy spending_norm_nation_insert on spending_norm for insert to nb_nation with check (true);
create policy spending_norm_nation_update on spending_norm for update to nb_nation using (true);
create policy spending_norm_near_insert on spending_norm for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy spending_norm_near_update on spending_norm for update to nb_app using ((area_id = ANY (nb_units())));
create policy spending_norm_read on spending_norm for select to public using (true);
create policy spending_norm_wide_insert on spending_norm for insert to nb_wide with check (nb_holds(area_id));
create policy spending_norm_wide_update on spending_norm for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on spending_norm to nb_app;

-- family: household; room: surveys
create table survey (
  household_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  village_id uuid not null,
  account_id uuid not null,
  form_hash text,
  facts json not null,
  surveyed_on date not null,
  received_at timestamp with time zone default now() not null,
  members smallint not null,
  income bigint,
  beside uuid,
  taken boolean,
  sent_from uuid,
  aside jsonb,
  constraint survey_pkey PRIMARY KEY (household_id, id),
  constraint survey_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(household_id)
);
CREATE INDEX survey_beside ON public.survey USING btree (household_id, round_id) WHERE (beside IS NOT NULL);
alter table survey enable row level security;
create policy survey_nation_all on survey for all to nb_nation using (true);
create policy survey_near_all on survey for all to nb_app using ((village_id = ANY (nb_units())));
create policy survey_wide_all on survey for all to nb_wide using (nb_holds(village_id));
grant select on survey to nb_app;

-- family: household; room: surveys
create table survey_note (
  household_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  survey_id uuid not null,
  question text not null,
  person text,
  note text not null,
  account_id uuid not null,
  made_at timestamp with time zone default now() not null,
  home_id uuid not null,
  constraint survey_note_pkey PRIMARY KEY (household_id, id),
  constraint survey_note_case FOREIGN KEY (household_id, case_id) REFERENCES review_case(household_id, id),
  constraint survey_note_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(household_id),
  constraint survey_note_note_check CHECK ((note <> ''::text))
);
alter table survey_note enable row level security;
create policy survey_note_nation_all on survey_note for all to nb_nation using (true);
create policy survey_note_near_all on survey_note for all to nb_app using ((home_id = ANY (nb_units())));
create policy survey_note_wide_all on survey_note for all to nb_wide using (nb_holds(home_id));
grant select on survey_note to nb_app;

-- family: unit; room: surveys
create table survey_notice (
  id uuid not null,
  round_id uuid not null,
  village_id uuid not null,
  was_in uuid[] default '{}'::uuid[] not null,
  household_id uuid,
  case_id uuid,
  kind text not null,
  head_name text not null,
  details jsonb not null,
  made_on date not null,
  said_on date,
  made_by uuid not null,
  received_at timestamp with time zone not null,
  state text default 'open'::text not null,
  answers jsonb default '[]'::jsonb not null,
  withdrawn_at timestamp with time zone,
  constraint survey_notice_pkey PRIMARY KEY (id),
  constraint survey_notice_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint survey_notice_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  constraint survey_notice_village_id_fkey FOREIGN KEY (village_id) REFERENCES area(id),
  constraint survey_notice_answered CHECK (((state = 'settled'::text) = (jsonb_array_length(answers) > 0))),
  constraint survey_notice_head_name_check CHECK ((head_name <> ''::text)),
  constraint survey_notice_kind CHECK ((kind = ANY (ARRAY['unlisted'::text, 'moved'::text, 'refuses'::text, 'absent'::text, 'double'::text, 'gone'::text]))),
  constraint survey_notice_of CHECK ((num_nonnulls(household_id, case_id) =
CASE
    WHEN (kind = 'unlisted'::text) THEN 0
    ELSE 2
END)),
  constraint survey_notice_state CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'withdrawn'::text]))),
  constraint survey_notice_withdrawn CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)))
);
CREATE INDEX survey_notice_household ON public.survey_notice USING btree (household_id);
CREATE INDEX survey_notice_made_by ON public.survey_notice USING btree (made_by);
CREATE INDEX survey_notice_round ON public.survey_notice USING btree (round_id, village_id);
alter table survey_notice enable row level security;
create policy survey_notice_nation_select on survey_notice for select to nb_nation using (true);
create policy survey_notice_nation_update on survey_notice for update to nb_nation using (true);
create policy survey_notice_near_select on survey_notice for select to nb_app using (((village_id = ANY (nb_units())) OR (made_by = nb_account())));
create policy survey_notice_near_update on survey_notice for update to nb_app using ((village_id = ANY (nb_units())));
create policy survey_notice_wide_select on survey_notice for select to nb_wide using ((nb_holds(village_id) OR (made_by = nb_account())));
create policy survey_notice_wide_update on survey_notice for update to nb_wide using (nb_holds(village_id));
grant select, update (answers, state) on survey_notice to nb_app;

-- family: unit; room: tests
create table test_attempt (
  id uuid not null,
  test_id uuid not null,
  area_id uuid not null,
  official_id uuid not null,
  number smallint not null,
  way text not null,
  variant smallint not null,
  places smallint[] not null,
  answers jsonb default '{}'::jsonb not null,
  session_id uuid,
  begun_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  made_by uuid,
  constraint test_attempt_of_unit UNIQUE (id, area_id),
  constraint test_attempt_once UNIQUE (test_id, official_id, number),
  constraint test_attempt_pkey PRIMARY KEY (id),
  constraint test_attempt_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint test_attempt_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint test_attempt_test FOREIGN KEY (test_id, area_id) REFERENCES class_test(id, area_id),
  constraint test_attempt_answers_check CHECK ((jsonb_typeof(answers) = 'object'::text)),
  constraint test_attempt_number_check CHECK ((number >= 1)),
  constraint test_attempt_places_check CHECK ((cardinality(places) >= 1)),
  constraint test_attempt_variant_check CHECK (((variant >= 1) AND (variant <= 8))),
  constraint test_attempt_way CHECK ((((way = 'paper'::text) = (session_id IS NULL)) AND ((way = 'online'::text) OR (sent_at IS NOT NULL)))),
  constraint test_attempt_way_check CHECK ((way = ANY (ARRAY['online'::text, 'paper'::text])))
);
CREATE INDEX test_attempt_area ON public.test_attempt USING btree (area_id);
CREATE INDEX test_attempt_official ON public.test_attempt USING btree (official_id);
CREATE UNIQUE INDEX test_attempt_open ON public.test_attempt USING btree (test_id, official_id) WHERE (sent_at IS NULL);
alter table test_attempt enable row level security;
create policy test_attempt_nation_insert on test_attempt for insert to nb_nation with check (true);
create policy test_attempt_nation_select on test_attempt for select to nb_nation using (true);
create policy test_attempt_nation_update on test_attempt for update to nb_nation using (true);
create policy test_attempt_near_insert on test_attempt for insert to nb_app with check (((area_id = ANY (nb_units())) OR (official_id = roster_self())));
create policy test_attempt_near_select on test_attempt for select to nb_app using (((area_id = ANY (nb_units())) OR (official_id = roster_self())));
create policy test_attempt_near_update on test_attempt for update to nb_app using (((area_id = ANY (nb_units())) OR (official_id = roster_self())));
create policy test_attempt_wide_insert on test_attempt for insert to nb_wide with check ((nb_holds(area_id) OR (official_id = roster_self())));
create policy test_attempt_wide_select on test_attempt for select to nb_wide using ((nb_holds(area_id) OR (official_id = roster_self())));
create policy test_attempt_wide_update on test_attempt for update to nb_wide using ((nb_holds(area_id) OR (official_id = roster_self())));
grant insert, select, update on test_attempt to nb_app;

-- family: unit; room: tests
create table test_item (
  test_id uuid not null,
  number smallint not null,
  area_id uuid not null,
  question_id uuid not null,
  version smallint not null,
  topic_id uuid not null,
  sheet jsonb not null,
  marked_by smallint[] not null,
  dropped boolean default false not null,
  constraint test_item_once UNIQUE (test_id, question_id),
  constraint test_item_pkey PRIMARY KEY (test_id, number),
  constraint test_item_test FOREIGN KEY (test_id, area_id) REFERENCES class_test(id, area_id),
  constraint test_item_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES framework_topic(id),
  constraint test_item_version FOREIGN KEY (question_id, version) REFERENCES question_version(question_id, version),
  constraint test_item_marked_by_check CHECK ((cardinality(marked_by) >= 1)),
  constraint test_item_number_check CHECK (((number >= 1) AND (number <= 200)))
);
CREATE INDEX test_item_area ON public.test_item USING btree (area_id);
CREATE INDEX test_item_question ON public.test_item USING btree (question_id);
alter table test_item enable row level security;
create policy test_item_nation_delete on test_item for delete to nb_nation using (true);
create policy test_item_nation_insert on test_item for insert to nb_nation with check (true);
create policy test_item_nation_select on test_item for select to nb_nation using (true);
create policy test_item_nation_update on test_item for update to nb_nation using (true);
create policy test_item_near_delete on test_item for delete to nb_app using ((area_id = ANY (nb_units())));
create policy test_item_near_insert on test_item for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy test_item_near_select on test_item for select to nb_app using (((area_id = ANY (nb_units())) OR is_my_test(test_id)));
create policy test_item_near_update on test_item for update to nb_app using ((area_id = ANY (nb_units())));
create policy test_item_wide_delete on test_item for delete to nb_wide using (nb_holds(area_id));
create policy test_item_wide_insert on test_item for insert to nb_wide with check (nb_holds(area_id));
create policy test_item_wide_select on test_item for select to nb_wide using ((nb_holds(area_id) OR is_my_test(test_id)));
create policy test_item_wide_update on test_item for update to nb_wide using (nb_holds(area_id));
grant delete, insert, select, update on test_item to nb_app;

-- family: unit; room: tests
create table test_remark (
  id uuid not null,
  test_id uuid not null,
  area_id uuid not null,
  item smallint not null,
  how text not null,
  version smallint,
  lowers boolean not null,
  because text not null,
  changed integer not null,
  made_by uuid,
  made_name text not null,
  made_at timestamp with time zone default now() not null,
  constraint test_remark_of_unit UNIQUE (id, area_id),
  constraint test_remark_pkey PRIMARY KEY (id),
  constraint test_remark_item FOREIGN KEY (test_id, item) REFERENCES test_item(test_id, number),
  constraint test_remark_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint test_remark_because_check CHECK ((because <> ''::text)),
  constraint test_remark_how_check CHECK ((how = ANY (ARRAY['drop'::text, 'accept'::text, 'replace'::text]))),
  constraint test_remark_version CHECK (((how = 'drop'::text) = (version IS NULL)))
);
CREATE INDEX test_remark_area ON public.test_remark USING btree (area_id);
CREATE INDEX test_remark_test ON public.test_remark USING btree (test_id);
alter table test_remark enable row level security;
create policy test_remark_nation_insert on test_remark for insert to nb_nation with check (true);
create policy test_remark_nation_select on test_remark for select to nb_nation using (true);
create policy test_remark_near_insert on test_remark for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy test_remark_near_select on test_remark for select to nb_app using ((area_id = ANY (nb_units())));
create policy test_remark_wide_insert on test_remark for insert to nb_wide with check (nb_holds(area_id));
create policy test_remark_wide_select on test_remark for select to nb_wide using (nb_holds(area_id));
grant insert, select on test_remark to nb_app;

-- family: unit; room: classes
create table trainer (
  id uuid not null,
  area_id uuid not null,
  official_id uuid,
  full_name text not null,
  organisation text default ''::text not null,
  phone text,
  email text,
  topics uuid[] default '{}'::uuid[] not null,
  note text default ''::text not null,
  valid_from date not null,
  valid_until date,
  ended_because text,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  search text generated always as (fold(((full_name || ' '::text) || organisation))) stored not null,
  constraint trainer_once EXCLUDE USING gist (area_id WITH =, official_id WITH =, daterange(valid_from, valid_until) WITH &&) WHERE ((official_id IS NOT NULL)),
  constraint trainer_pkey PRIMARY KEY (id),
  constraint trainer_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint trainer_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint trainer_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint trainer_email_check CHECK ((email <> ''::text)),
  constraint trainer_ended CHECK (((ended_because IS NULL) = (valid_until IS NULL))),
  constraint trainer_ended_because_check CHECK ((ended_because <> ''::text)),
  constraint trainer_full_name_check CHECK ((full_name <> ''::text)),
  constraint trainer_period CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint trainer_phone_check CHECK ((phone <> ''::text))
);
CREATE INDEX trainer_area ON public.trainer USING btree (area_id);
CREATE INDEX trainer_official ON public.trainer USING btree (official_id) WHERE (official_id IS NOT NULL);
CREATE INDEX trainer_person ON public.trainer USING btree (COALESCE(official_id, id));
alter table trainer enable row level security;
create policy trainer_nation_insert on trainer for insert to nb_nation with check (true);
create policy trainer_nation_select on trainer for select to nb_nation using (true);
create policy trainer_nation_update on trainer for update to nb_nation using (true);
create policy trainer_near_insert on trainer for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy trainer_near_select on trainer for select to nb_app using (((area_id = ANY (nb_units())) OR unit_above_mine(area_id) OR (official_id = roster_self())));
create policy trainer_near_update on trainer for update to nb_app using ((area_id = ANY (nb_units())));
create policy trainer_wide_insert on trainer for insert to nb_wide with check (nb_holds(area_id));
create policy trainer_wide_select on trainer for select to nb_wide using ((nb_holds(area_id) OR unit_above_mine(area_id) OR (official_id = roster_self())));
create policy trainer_wide_update on trainer for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on trainer to nb_app;

-- family: unit; room: classes
create table training_class (
  id uuid not null,
  area_id uuid not null,
  year smallint not null,
  code text default ''::text not null,
  title text not null,
  kind text not null,
  plan_line_id uuid,
  plan_line_state text generated always as (
CASE
    WHEN (plan_line_id IS NOT NULL) THEN 'approved'::text
    ELSE NULL::text
END) stored,
  seats smallint,
  taken smallint default 0 not null,
  state text default 'planned'::text not null,
  stands boolean generated always as ((state <> 'cancelled'::text)) stored not null,
  note text default ''::text not null,
  revision integer default 0 not null,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  search text generated always as (fold(((code || ' '::text) || title))) stored not null,
  constraint training_class_as_it_stands UNIQUE (id, area_id, stands),
  constraint training_class_of_unit UNIQUE (id, area_id),
  constraint training_class_pkey PRIMARY KEY (id),
  constraint training_class_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint training_class_line FOREIGN KEY (plan_line_id, plan_line_state, area_id) REFERENCES plan_line(id, state, area_id),
  constraint training_class_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint training_class_kind_check CHECK ((kind = ANY (ARRAY['short'::text, 'refresher'::text, 'long'::text, 'study_visit'::text, 'seminar'::text, 'briefing'::text]))),
  constraint training_class_seats_check CHECK (((seats >= 1) AND (seats <= 2000))),
  constraint training_class_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'announced'::text, 'enrolling'::text, 'confirmed'::text, 'running'::text, 'completed'::text, 'cancelled'::text]))),
  constraint training_class_taken CHECK (((taken >= 0) AND (taken <= COALESCE((seats)::integer, 0)))),
  constraint training_class_title_check CHECK ((title <> ''::text)),
  constraint training_class_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);
CREATE INDEX training_class_area ON public.training_class USING btree (area_id, year);
CREATE INDEX training_class_line_of ON public.training_class USING btree (plan_line_id) WHERE (plan_line_id IS NOT NULL);
CREATE INDEX training_class_open ON public.training_class USING btree (id) WHERE (state = ANY (ARRAY['announced'::text, 'enrolling'::text, 'confirmed'::text, 'running'::text]));
CREATE UNIQUE INDEX training_class_code_once ON public.training_class USING btree (area_id, year, lower(code)) WHERE (code <> ''::text);
alter table training_class enable row level security;
create policy training_class_nation_insert on training_class for insert to nb_nation with check (true);
create policy training_class_nation_select on training_class for select to nb_nation using (true);
create policy training_class_nation_update on training_class for update to nb_nation using (true);
create policy training_class_near_insert on training_class for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy training_class_near_select on training_class for select to nb_app using (((area_id = ANY (nb_units())) OR ((state <> 'planned'::text) AND unit_above_mine(area_id))));
create policy training_class_near_update on training_class for update to nb_app using ((area_id = ANY (nb_units())));
create policy training_class_wide_insert on training_class for insert to nb_wide with check (nb_holds(area_id));
create policy training_class_wide_select on training_class for select to nb_wide using ((nb_holds(area_id) OR ((state <> 'planned'::text) AND unit_above_mine(area_id))));
create policy training_class_wide_update on training_class for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on training_class to nb_app;

-- family: unit; room: training
create table training_demand (
  id uuid not null,
  area_id uuid not null,
  year smallint not null,
  topic text not null,
  audience text not null,
  people integer not null,
  because text not null,
  created_at timestamp with time zone default now() not null,
  constraint training_demand_pkey PRIMARY KEY (id),
  constraint training_demand_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint training_demand_people_check CHECK ((people > 0))
);
alter table training_demand enable row level security;
create policy training_demand_nation_all on training_demand for all to nb_nation using (true);
create policy training_demand_near_all on training_demand for all to nb_app using ((area_id = ANY (nb_units())));
create policy training_demand_wide_all on training_demand for all to nb_wide using (nb_holds(area_id));
grant insert, select on training_demand to nb_app;

-- family: unit; room: training
create table training_limit (
  id uuid not null,
  area_id uuid not null,
  line_id uuid not null,
  kind text not null,
  value integer,
  first_day text,
  last_day text,
  what text,
  turns text[],
  valid_from date not null,
  valid_until date,
  ended_because text,
  legal_reference text not null,
  mark text not null,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  withdrawn_because text,
  search text generated always as (fold(((legal_reference || ' '::text) || COALESCE(what, ''::text)))) stored not null,
  constraint training_limit_one_of_kind EXCLUDE USING gist (area_id WITH =, kind WITH =, daterange(valid_from, valid_until) WITH &&) WHERE (((withdrawn_because IS NULL) AND (kind <> 'closed'::text))),
  constraint training_limit_one_value EXCLUDE USING gist (line_id WITH =, daterange(valid_from, valid_until) WITH &&) WHERE ((withdrawn_because IS NULL)),
  constraint training_limit_pkey PRIMARY KEY (id),
  constraint training_limit_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint training_limit_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint training_limit_ended CHECK (((ended_because IS NULL) OR (valid_until IS NOT NULL))),
  constraint training_limit_ended_because_check CHECK ((ended_because <> ''::text)),
  constraint training_limit_first_day_check CHECK ((first_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'::text)),
  constraint training_limit_kind_check CHECK ((kind = ANY (ARRAY['largest_class'::text, 'from_one_place'::text, 'days_in_a_row'::text, 'hours_a_day'::text, 'furthest_way'::text, 'newly_in_post'::text, 'closed'::text, 'first_turn'::text, 'attended_share'::text]))),
  constraint training_limit_last_day_check CHECK ((last_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'::text)),
  constraint training_limit_legal_reference_check CHECK ((legal_reference <> ''::text)),
  constraint training_limit_mark_check CHECK ((mark = ANY (ARRAY['text'::text, 'secondary'::text, 'recalled'::text, 'illustrative'::text]))),
  constraint training_limit_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
  constraint training_limit_says CHECK ((((value IS NOT NULL) = (kind <> ALL (ARRAY['closed'::text, 'first_turn'::text]))) AND ((first_day IS NOT NULL) = (kind = 'closed'::text)) AND ((last_day IS NOT NULL) = (kind = 'closed'::text)) AND ((what IS NOT NULL) = (kind = 'closed'::text)) AND ((turns IS NOT NULL) = (kind = 'first_turn'::text)))),
  constraint training_limit_share CHECK (((kind <> 'attended_share'::text) OR (value <= 100))),
  constraint training_limit_turns_check CHECK (((turns <@ ARRAY['newly_in_post'::text, 'difficult_area'::text, 'border_area'::text, 'nominated'::text, 'error'::text, 'requested'::text]) AND (cardinality(turns) > 0))),
  constraint training_limit_value_check CHECK (((value >= 1) AND (value <= 1000))),
  constraint training_limit_what_check CHECK ((what <> ''::text)),
  constraint training_limit_withdrawn_because_check CHECK ((withdrawn_because <> ''::text))
);
CREATE INDEX training_limit_area ON public.training_limit USING btree (area_id, kind);
CREATE INDEX training_limit_line ON public.training_limit USING btree (line_id, valid_from);
alter table training_limit enable row level security;
create policy training_limit_nation_insert on training_limit for insert to nb_nation with check (true);
create policy training_limit_nation_update on training_limit for update to nb_nation using (true);
create policy training_limit_near_insert on training_limit for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy training_limit_near_update on training_limit for update to nb_app using ((area_id = ANY (nb_units())));
create policy training_limit_read on training_limit for select to public using (true);
create policy training_limit_wide_insert on training_limit for insert to nb_wide with check (nb_holds(area_id));
create policy training_limit_wide_update on training_limit for update to nb_wide using (nb_holds(area_id));
grant insert, select, update on training_limit to nb_app;

-- family: unit; room: training
create table training_need (
  id uuid not null,
  area_id uuid not null,
  account_id uuid,
  topic text not null,
  cause text not null,
  source_id uuid not null,
  found_on date not null,
  created_at timestamp with time zone default now() not null,
  constraint training_need_pkey PRIMARY KEY (id),
  constraint training_need_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint training_need_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint training_need_cause_check CHECK ((cause = ANY (ARRAY['returned_form'::text, 'back_check'::text, 'complaint_upheld'::text, 'late_step'::text, 'inquiry'::text])))
);
CREATE INDEX training_need_area ON public.training_need USING btree (area_id, found_on);
alter table training_need enable row level security;
create policy training_need_nation_all on training_need for all to nb_nation using (true);
create policy training_need_near_all on training_need for all to nb_app using ((area_id = ANY (nb_units())));
create policy training_need_wide_all on training_need for all to nb_wide using (nb_holds(area_id));
grant insert, select on training_need to nb_app;

-- family: unit; room: training
create table training_plan (
  id uuid not null,
  area_id uuid not null,
  level text not null,
  year smallint not null,
  programme_id uuid not null,
  name text not null,
  largest_class smallint,
  largest_class_by text default ''::text not null,
  note text default ''::text not null,
  state text default 'drafted'::text not null,
  edits integer default 0 not null,
  worked_by text[] default '{}'::text[] not null,
  begun_at timestamp with time zone default now() not null,
  search text generated always as (fold(name)) stored not null,
  parent_id uuid,
  approved_number text,
  approved_on date,
  approved_issuer text,
  approved_by uuid,
  approved_at timestamp with time zone,
  programme_name text,
  programme_whole text,
  original_id uuid,
  amendment smallint default 0 not null,
  reason text default ''::text not null,
  purpose text default ''::text not null,
  execution text default ''::text not null,
  submitted_edits integer,
  submitted_on date,
  signer_name text,
  signer_authority text,
  came_from jsonb default '[]'::jsonb not null,
  carried_into uuid,
  dropped jsonb default '[]'::jsonb not null,
  given_up_on date,
  given_up_because text,
  closed boolean generated always as (((carried_into IS NOT NULL) OR (given_up_on IS NOT NULL))) stored not null,
  earlier_decisions jsonb default '[]'::jsonb not null,
  constraint training_plan_as_it_stands UNIQUE (id, state, area_id),
  constraint training_plan_pkey PRIMARY KEY (id),
  constraint training_plan_amends FOREIGN KEY (original_id) REFERENCES training_plan(id),
  constraint training_plan_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES account(id),
  constraint training_plan_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint training_plan_parent FOREIGN KEY (parent_id) REFERENCES training_plan(id),
  constraint training_plan_programme FOREIGN KEY (programme_id) REFERENCES programme(id),
  constraint training_plan_amended_why CHECK (((original_id IS NULL) = (reason = ''::text))),
  constraint training_plan_amendment CHECK (((amendment >= 0) AND ((original_id IS NULL) = (amendment = 0)))),
  constraint training_plan_amends_alone CHECK (((original_id IS NULL) OR (parent_id IS NULL))),
  constraint training_plan_approved CHECK ((((state = 'approved'::text) = (approved_number IS NOT NULL)) AND ((state = 'approved'::text) = (approved_on IS NOT NULL)) AND ((state = 'approved'::text) = (approved_issuer IS NOT NULL)) AND ((state = 'approved'::text) = (approved_at IS NOT NULL)))),
  constraint training_plan_approved_issuer_check CHECK ((approved_issuer <> ''::text)),
  constraint training_plan_approved_number_check CHECK ((approved_number <> ''::text)),
  constraint training_plan_came_from CHECK ((jsonb_typeof(came_from) = 'array'::text)),
  constraint training_plan_carried_drafts CHECK (((carried_into IS NULL) OR (state = 'drafted'::text))),
  constraint training_plan_dropped CHECK ((jsonb_typeof(dropped) = 'array'::text)),
  constraint training_plan_dropped_of_amendment CHECK (((original_id IS NOT NULL) OR (dropped = '[]'::jsonb))),
  constraint training_plan_given_up CHECK (((given_up_on IS NULL) = (given_up_because IS NULL))),
  constraint training_plan_given_up_because CHECK ((given_up_because <> ''::text)),
  constraint training_plan_given_up_drafts CHECK (((given_up_on IS NULL) OR (state = 'drafted'::text))),
  constraint training_plan_largest CHECK (((largest_class IS NULL) = (largest_class_by = ''::text))),
  constraint training_plan_largest_class_check CHECK (((largest_class >= 1) AND (largest_class <= 1000))),
  constraint training_plan_level_check CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text]))),
  constraint training_plan_name_check CHECK ((name <> ''::text)),
  constraint training_plan_named CHECK (((state = 'approved'::text) OR ((programme_name IS NULL) AND (programme_whole IS NULL)))),
  constraint training_plan_named_whole CHECK (((programme_whole IS NULL) OR (programme_name IS NOT NULL))),
  constraint training_plan_programme_name_check CHECK ((programme_name <> ''::text)),
  constraint training_plan_signer CHECK ((((signer_name IS NULL) = (signer_authority IS NULL)) AND ((signer_name IS NULL) OR (state = 'approved'::text)))),
  constraint training_plan_signer_authority_check CHECK ((signer_authority = ANY (ARRAY['own'::text, 'acting'::text, 'for_chair'::text]))),
  constraint training_plan_signer_name_check CHECK ((signer_name <> ''::text)),
  constraint training_plan_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'approved'::text]))),
  constraint training_plan_submitted CHECK (((submitted_edits IS NULL) = (submitted_on IS NULL))),
  constraint training_plan_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);
CREATE INDEX training_plan_area ON public.training_plan USING btree (area_id, year);
CREATE INDEX training_plan_programme_of ON public.training_plan USING btree (programme_id);
CREATE INDEX training_plan_under ON public.training_plan USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX training_plan_amending_once ON public.training_plan USING btree (original_id) WHERE ((original_id IS NOT NULL) AND (state = 'drafted'::text) AND (given_up_on IS NULL));
CREATE UNIQUE INDEX training_plan_amendment_once ON public.training_plan USING btree (original_id, amendment) WHERE ((original_id IS NOT NULL) AND (given_up_on IS NULL));
CREATE UNIQUE INDEX training_plan_number_once ON public.training_plan USING btree (area_id, lower(approved_number), approved_on);
alter table training_plan enable row level security;
create policy training_plan_nation_delete on training_plan for delete to nb_nation using ((state = 'drafted'::text));
create policy training_plan_nation_insert on training_plan for insert to nb_nation with check ((state = 'drafted'::text));
create policy training_plan_nation_select on training_plan for select to nb_nation using (true);
create policy training_plan_nation_update on training_plan for update to nb_nation using ((state = 'drafted'::text));
create policy training_plan_near_delete on training_plan for delete to nb_app using (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy training_plan_near_insert on training_plan for insert to nb_app with check (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy training_plan_near_select on training_plan for select to nb_app using (((area_id = ANY (nb_units())) OR ((state = 'approved'::text) AND unit_above_mine(area_id)) OR ((state = 'drafted'::text) AND plan_sent_to_mine(id))));
create policy training_plan_near_update on training_plan for update to nb_app using (((state = 'drafted'::text) AND (area_id = ANY (nb_units()))));
create policy training_plan_wide_delete on training_plan for delete to nb_wide using (((state = 'drafted'::text) AND nb_holds(area_id)));
create policy training_plan_wide_insert on training_plan for insert to nb_wide with check (((state = 'drafted'::text) AND nb_holds(area_id)));
create policy training_plan_wide_select on training_plan for select to nb_wide using ((nb_holds(area_id) OR ((state = 'approved'::text) AND unit_above_mine(area_id)) OR ((state = 'drafted'::text) AND plan_sent_to_mine(id))));
create policy training_plan_wide_update on training_plan for update to nb_wide using (((state = 'drafted'::text) AND nb_holds(area_id)));
grant delete, insert, select, update on training_plan to nb_app;

-- family: unit; room: classes
create table training_turn (
  id uuid not null,
  class_id uuid not null,
  area_id uuid not null,
  official_id uuid not null,
  from_id uuid not null,
  completed_on date not null,
  year smallint generated always as (EXTRACT(year FROM completed_on)) stored not null,
  post text,
  sex text not null,
  ethnicity text not null,
  level smallint not null,
  made_at timestamp with time zone default now() not null,
  constraint training_turn_once UNIQUE (class_id, official_id),
  constraint training_turn_pkey PRIMARY KEY (id),
  constraint training_turn_class FOREIGN KEY (class_id, area_id) REFERENCES training_class(id, area_id),
  constraint training_turn_from_id_fkey FOREIGN KEY (from_id) REFERENCES area(id),
  constraint training_turn_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint training_turn_post_fkey FOREIGN KEY (post) REFERENCES post(id),
  constraint training_turn_ethnicity_check CHECK ((ethnicity ~ '^[0-9]{2}$'::text)),
  constraint training_turn_level_check CHECK (((level >= 0) AND (level <= 4))),
  constraint training_turn_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))
);
CREATE INDEX training_turn_area ON public.training_turn USING btree (area_id, completed_on);
CREATE INDEX training_turn_from ON public.training_turn USING btree (from_id, completed_on);
CREATE INDEX training_turn_official ON public.training_turn USING btree (official_id, completed_on);
alter table training_turn enable row level security;
create policy training_turn_nation_delete on training_turn for delete to nb_nation using (true);
create policy training_turn_nation_insert on training_turn for insert to nb_nation with check (true);
create policy training_turn_nation_select on training_turn for select to nb_nation using (true);
create policy training_turn_near_delete on training_turn for delete to nb_app using ((area_id = ANY (nb_units())));
create policy training_turn_near_insert on training_turn for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy training_turn_near_select on training_turn for select to nb_app using (((area_id = ANY (nb_units())) OR (from_id = ANY (nb_units())) OR (official_id = roster_self())));
create policy training_turn_wide_delete on training_turn for delete to nb_wide using (nb_holds(area_id));
create policy training_turn_wide_insert on training_turn for insert to nb_wide with check (nb_holds(area_id));
create policy training_turn_wide_select on training_turn for select to nb_wide using ((nb_holds(area_id) OR nb_holds(from_id) OR (official_id = roster_self())));
grant delete, insert, select on training_turn to nb_app;

-- family: unit; room: training
create table training_way (
  id uuid not null,
  area_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  km smallint not null,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint training_way_pkey PRIMARY KEY (id),
  constraint training_way_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint training_way_from_id_fkey FOREIGN KEY (from_id) REFERENCES area(id),
  constraint training_way_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint training_way_to_id_fkey FOREIGN KEY (to_id) REFERENCES area(id),
  constraint training_way_elsewhere CHECK ((from_id <> to_id)),
  constraint training_way_km_check CHECK (((km >= 1) AND (km <= 1000)))
);
CREATE INDEX training_way_area ON public.training_way USING btree (area_id);
CREATE INDEX training_way_from ON public.training_way USING btree (from_id);
CREATE INDEX training_way_to ON public.training_way USING btree (to_id);
CREATE UNIQUE INDEX training_way_once ON public.training_way USING btree (LEAST(from_id, to_id), GREATEST(from_id, to_id));
alter table training_way enable row level security;
create policy training_way_nation_delete on training_way for delete to nb_nation using (true);
create policy training_way_nation_insert on training_way for insert to nb_nation with check (true);
create policy training_way_nation_update on training_way for update to nb_nation using (true);
create policy training_way_near_delete on training_way for delete to nb_app using ((area_id = ANY (nb_units())));
create policy training_way_near_insert on training_way for insert to nb_app with check ((area_id = ANY (nb_units())));
create policy training_way_near_update on training_way for update to nb_app using ((area_id = ANY (nb_units())));
create policy training_way_read on training_way for select to public using (true);
create policy training_way_wide_delete on training_way for delete to nb_wide using (nb_holds(area_id));
create policy training_way_wide_insert on training_way for insert to nb_wide with check (nb_holds(area_id));
create policy training_way_wide_update on training_way for update to nb_wide using (nb_holds(area_id));
grant delete, insert, select, update on training_way to nb_app;

-- family: unit; room: training
create table training_wish (
  id uuid not null,
  source text not null,
  official_id uuid not null,
  area_id uuid not null,
  topic_id uuid not null,
  reason text not null,
  made_by uuid not null,
  made_on date not null,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_because text,
  constraint training_wish_pkey PRIMARY KEY (id),
  constraint training_wish_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint training_wish_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint training_wish_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint training_wish_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES framework_topic(id),
  constraint training_wish_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES account(id),
  constraint training_wish_reason_check CHECK ((reason <> ''::text)),
  constraint training_wish_source_check CHECK ((source = ANY (ARRAY['nominated'::text, 'requested'::text]))),
  constraint training_wish_withdrawn CHECK ((((withdrawn_on IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_on IS NULL) = (withdrawn_because IS NULL)))),
  constraint training_wish_withdrawn_because_check CHECK ((withdrawn_because <> ''::text))
);
CREATE INDEX training_wish_area ON public.training_wish USING btree (area_id);
CREATE UNIQUE INDEX training_wish_once ON public.training_wish USING btree (official_id, topic_id, source) WHERE (withdrawn_on IS NULL);
alter table training_wish enable row level security;
create policy training_wish_nation_insert on training_wish for insert to nb_nation with check (true);
create policy training_wish_nation_select on training_wish for select to nb_nation using (true);
create policy training_wish_nation_update on training_wish for update to nb_nation using (true);
create policy training_wish_near_insert on training_wish for insert to nb_app with check (((area_id = ANY (nb_units())) OR (official_id = roster_self())));
create policy training_wish_near_select on training_wish for select to nb_app using (((area_id = ANY (nb_units())) OR (official_id = roster_self())));
create policy training_wish_near_update on training_wish for update to nb_app using (((area_id = ANY (nb_units())) OR (official_id = roster_self())));
create policy training_wish_wide_insert on training_wish for insert to nb_wide with check ((nb_holds(area_id) OR (official_id = roster_self())));
create policy training_wish_wide_select on training_wish for select to nb_wide using ((nb_holds(area_id) OR (official_id = roster_self())));
create policy training_wish_wide_update on training_wish for update to nb_wide using ((nb_holds(area_id) OR (official_id = roster_self())));
grant insert, select, update on training_wish to nb_app;

-- family: household; room: surveys
create table verdict (
  household_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  round_id uuid not null,
  village_id uuid not null,
  purpose text not null,
  standard_id text not null,
  standard_hash text,
  points_hash text,
  class text,
  possible text,
  b1 numeric(7,2),
  b2 integer,
  lacking text,
  undecidable text,
  reasons json,
  codes text,
  constraint verdict_pkey PRIMARY KEY (household_id, id),
  constraint verdict_of_survey FOREIGN KEY (household_id, survey_id) REFERENCES survey(household_id, id),
  constraint verdict_class_check CHECK ((class = ANY (ARRAY['poor'::text, 'near_poor'::text, 'average'::text, 'not_poor'::text]))),
  constraint verdict_possible CHECK (
CASE
    WHEN (class IS NULL) THEN (COALESCE(possible, ''::text) <> ''::text)
    ELSE ((possible IS NULL) OR (possible = class))
END),
  constraint verdict_purpose_check CHECK ((purpose = ANY (ARRAY['opens'::text, 'closes'::text]))),
  constraint verdict_told CHECK (((reasons IS NOT NULL) OR (codes IS NOT NULL))),
  constraint verdict_undecidable_check CHECK ((undecidable = ANY (ARRAY['what_if'::text, 'illustrative_table'::text, 'table_not_confirmed'::text, 'class_open'::text])))
);
CREATE INDEX verdict_undecidable ON public.verdict USING btree (round_id) INCLUDE (village_id, household_id, survey_id) WHERE ((purpose = 'opens'::text) AND (undecidable IS NOT NULL));
alter table verdict enable row level security;
create policy verdict_nation_all on verdict for all to nb_nation using (true);
create policy verdict_near_all on verdict for all to nb_app using ((village_id = ANY (nb_units())));
create policy verdict_wide_all on verdict for all to nb_wide using (nb_holds(village_id));
grant select on verdict to nb_app;
