-- One order of households in every list and on every paper: the village as people count them, the head by the given name, then
-- the number; and a search that begins with the number that was typed.

-- A list is read from this index, village by village.
drop index household_listed;
create index household_listed on household
  (village_id, given_name(head_name) collate vietnamese, head_name collate vietnamese, number collate vietnamese, household_id)
  include (head_person_id, started_on, ended_on);

-- Those of these households that lived in these villages on a day, with where and under which head.
drop function households_then(uuid[], uuid[], date, date, text, text);
create function households_then(households uuid[], villages uuid[], on_day date, today date, of_class text, sought text)
  returns table (household_id uuid, village_id uuid, head_name text, number text)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  homes uuid[] := villages_reached(array(select distinct h.village_id from household h where h.household_id = any (households)));
begin
  return query
    with standing as materialized (
      select h.household_id, h.head_name, h.number from household h
       where h.household_id = any (households) and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
         and h.village_id = any (homes) and (sought is null or h.search like sought)),
    residing as materialized (
      select r.household_id, r.village_id from household_residence r
       where r.household_id = any (households) and r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until)
         and r.village_id = any (villages)),
    first as materialized (
      select distinct on (e.household_id) e.household_id, (e.facts ->> 'fromPerson')::uuid as person from household_event e
       where on_day < today and e.home_id = any (homes) and e.household_id = any (households)
         and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > on_day
       order by e.household_id, e.happened_on, e.created_at),
    known as materialized (
      select distinct on (f.household_id) f.household_id, m.full_name
        from first f join member m on m.household_id = f.household_id and m.person_id = f.person
       order by f.household_id, m.joined_on desc),
    held as materialized (
      select c.household_id, c.class from household_class c
       where of_class is not null and c.household_id = any (households)
         and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until))
    select s.household_id, r.village_id, case when f.household_id is null then s.head_name else coalesce(k.full_name, '') end,
           s.number
      from standing s join residing r on r.household_id = s.household_id
      left join first f on f.household_id = s.household_id left join known k on k.household_id = s.household_id
      left join held c on c.household_id = s.household_id
     where of_class is null or of_class = coalesce(c.class, 'none');
end
$$;
comment on function households_then is 'room: households';

-- The first households of these villages in this order, or the last of them read backwards, in the order of heads within each;
-- of the first village those beyond a household. Of all that lived there as they do today, those apart left out (see
-- households_apart).
drop function if exists households_walked(uuid[], date, text, text, text, uuid, boolean, int);
drop function if exists households_walked(uuid[], date, uuid[], text, text, text, uuid, boolean, int);
create function households_walked(villages uuid[], on_day date, apart uuid[], of_class text, sought text, from_name text,
                                  from_number text, from_id uuid, backwards boolean, most int)
  returns table (household_id uuid, village_id uuid, head_name text, number text)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  reached uuid[] := villages_reached(villages);
  -- Before every name, and after every one (ICU sorts U+FFFF last).
  outer_name constant text := case when backwards then chr(65535) else '' end;
  outer_id constant uuid := case when backwards then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else '00000000-0000-0000-0000-000000000000' end;
  beside_name text := coalesce(from_name, outer_name);
  beside_number text := coalesce(from_number, outer_name);
  beside_id uuid := coalesce(from_id, outer_id);
  village uuid;
  missing int := most;
  taken int;
begin
  foreach village in array villages loop
    exit when missing <= 0;
    taken := 0;
    if village <> all (reached) then
      null;
    elsif backwards then
      return query
        select h.household_id, h.village_id, h.head_name, h.number from household h
         where h.village_id = village and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
           and (given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id)
             < (coalesce(given_name(beside_name), '') collate vietnamese, beside_name collate vietnamese, beside_number collate vietnamese, beside_id)
           and h.household_id <> all (apart) and (sought is null or h.search like sought)
           and (of_class is null or of_class = coalesce((
                 select c.class from household_class c where c.home_id = village and c.household_id = h.household_id
                    and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)), 'none'))
         order by given_name(h.head_name) collate vietnamese desc, h.head_name collate vietnamese desc, h.number collate vietnamese desc,
                  h.household_id desc limit missing;
      get diagnostics taken = row_count;
    else
      return query
        select h.household_id, h.village_id, h.head_name, h.number from household h
         where h.village_id = village and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)
           and (given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id)
             > (coalesce(given_name(beside_name), '') collate vietnamese, beside_name collate vietnamese, beside_number collate vietnamese, beside_id)
           and h.household_id <> all (apart) and (sought is null or h.search like sought)
           and (of_class is null or of_class = coalesce((
                 select c.class from household_class c where c.home_id = village and c.household_id = h.household_id
                    and c.valid_from <= on_day and (c.valid_until is null or on_day < c.valid_until)), 'none'))
         order by given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese,
                  h.household_id limit missing;
      get diagnostics taken = row_count;
    end if;
    missing := missing - taken;
    beside_name := outer_name;
    beside_number := outer_name;
    beside_id := outer_id;
  end loop;
end
$$;
comment on function households_walked is 'room: households';
revoke execute on function households_then(uuid[], uuid[], date, date, text, text),
  households_walked(uuid[], date, uuid[], text, text, text, text, uuid, boolean, int) from public;
grant execute on function households_then(uuid[], uuid[], date, date, text, text),
  households_walked(uuid[], date, uuid[], text, text, text, text, uuid, boolean, int) to nb_app;

-- decisions ---------------------------------------------------------------------------------------------------------

-- As before; of two heads of one name in a village the number says who comes first, as in the lists.
create or replace function entry_texts(of_round uuid, of_day date, households uuid[], verdicts uuid[])
  returns table (household_id uuid, content jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with change as (
    select distinct on (e.household_id) e.household_id, (e.facts->>'fromPerson')::uuid as person, e.facts->>'from' as name
      from household_event e
     where e.household_id = any (households) and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > of_day
     order by e.household_id, e.happened_on, e.created_at),
  present as (
    select m.household_id, jsonb_agg(jsonb_build_object('name', m.full_name, 'birthYear', m.birth_year, 'sex', m.sex,
             'relation', case when m.person_id = coalesce(c.person, h.head_person_id) then 'head'
                              when m.relation = 'head' then 'other' else m.relation end,
             'ethnicity', m.ethnicity)
             order by m.person_id <> coalesce(c.person, h.head_person_id), m.birth_year, m.birth_month, m.birth_day, m.id) as list
      from household h
      join member m on m.household_id = h.household_id
      left join change c on c.household_id = h.household_id
     where h.household_id = any (households) and m.joined_on <= of_day and (m.left_on is null or m.left_on > of_day)
     group by m.household_id),
  villages as (
    select distinct on (v.area_id) v.area_id, v.name from area_version v
     where v.area_id in (select c.village_id from review_case c where c.round_id = of_round)
     order by v.area_id, (v.valid_from <= of_day) desc, v.valid_from desc)
  select h.household_id, jsonb_build_object(
           'head', coalesce(b.name, h.head_name), 'address', coalesce(r.address, h.address), 'village', v.name,
           'members', coalesce(p.list, '[]'),
           'merit', coalesce(jsonb_path_exists(s.facts, '$.members[*] ? (@.merit == true)'), false),
           'noLabour', coalesce(jsonb_path_exists(s.facts, '$.members[*]')
             and not jsonb_path_exists(s.facts, '$.members[*] ? (!(@.canWork == false))'), false),
           'supports', coalesce(s.facts->'support', '[]'))
    from household h
    join unnest(households, verdicts) as a (household_id, verdict_id) on a.household_id = h.household_id
    join review_case c on c.household_id = h.household_id and c.round_id = of_round
    join villages v on v.area_id = c.village_id
    left join change b on b.household_id = h.household_id
    left join household_residence r on r.household_id = h.household_id
          and r.valid_from <= of_day and (r.valid_until is null or r.valid_until > of_day)
    left join present p on p.household_id = h.household_id
    left join verdict o on o.household_id = h.household_id and o.id = a.verdict_id
    left join survey s on s.household_id = o.household_id and s.id = o.survey_id
   order by v.name collate vietnamese, c.village_id, given_name(coalesce(b.name, h.head_name)) collate vietnamese,
            coalesce(b.name, h.head_name) collate vietnamese, h.number collate vietnamese, h.household_id;
end
$$;

comment on function entry_texts is 'room: decisions';

-- finding -----------------------------------------------------------------------------------------------------------

-- Whoever has a number, whatever zeros stand before it.
create index household_numbered on household (ltrim(fold(number), '0'), village_id) where number <> '';

-- As before; who has the number that was typed comes first, of however many that only hold it somewhere.
create or replace function household_search(words text, place uuid, at_most integer)
  returns table (household_id uuid, village_id uuid, head_name text, number text, address text, ended_on date)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  sought text := replace(replace(replace(fold(words), '\', '\\'), '%', '\%'), '_', '\_');
  bare text := ltrim(fold(words), '0');
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
    if cardinality(units) <= 100 and (select coalesce(sum(k.households), 0) from register_count k where k.area_id = any (units) and k.step = 0 and k.summed is null) < 10000 then
      found := array(select h.household_id from household h where h.village_id = any (units) and strpos(h.search, fold(words)) > 0 limit most);
    else
      found := array(select h.household_id from household h where h.village_id = any (units) and h.search like '%' || sought || '%' limit most);
    end if;
  else
    found := array(
      select k.household_id from (select h.household_id, h.village_id from household h where fold(h.head_name) like sought || '%' limit looked) k
       where exists (select from area_reach r where r.area_id = k.village_id and r.over_id = any (areas))
         and (place is null or exists (select from area_reach r where r.area_id = k.village_id and r.over_id = place)) limit most);
    if cardinality(found) < wanted then
      found := found || array(
        select k.household_id from (
          select h.household_id, h.village_id from household h where fold(given_name(h.head_name)) like sought || '%' limit looked) k
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
  if bare ~ '[0-9]' then
    if cardinality(units) <= 300 then
      under := units;
    elsif not exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null) then
      under := array(select distinct u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas));
    end if;
    found := found || array(
      select h.household_id from household h
       where ltrim(fold(h.number), '0') = bare and h.number <> '' and (under is null or h.village_id = any (under))
         and (place is null or exists (select from area_reach r where r.area_id = h.village_id and r.over_id = place)) limit most);
  end if;
  return query
    select h.household_id, h.village_id, h.head_name, h.number, h.address, h.ended_on
      from household h where h.household_id = any (found)
     order by fold(h.number) = fold(words) desc, bare <> '' and ltrim(fold(h.number), '0') = bare desc,
              fold(h.head_name) like sought || '%' desc, fold(given_name(h.head_name)) like sought || '%' desc,
              given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id
     limit wanted;
end
$$;
comment on function household_search is 'room: households';

-- What tells a household that was found from another: the year in which its head was born, and the member that was sought
-- where it is not the head.
create function households_told(households uuid[], words text)
  returns table (household_id uuid, born smallint, member text)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
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
$$;
comment on function households_told is 'room: households';
revoke execute on function households_told(uuid[], text) from public;
grant execute on function households_told(uuid[], text) to nb_app;

-- Certificates by their number, whatever zeros stand before it, where the actor sees the household; the newest first.
create index certificate_numbered on certificate (ltrim(split_part(number, '/', 1), '0'), home_id);
create function certificates_numbered(begins text, most int)
  returns table (household_id uuid, number text, year smallint, holder text, village_id uuid, replaced boolean)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
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
    select k.household_id, k.number, k.year, h.head_name, h.village_id, k.replaced_by is not null
      from (select c.household_id, c.number, c.year, c.replaced_by from certificate c
             where ltrim(split_part(c.number, '/', 1), '0') = split_part(bare, '/', 1)
               and (under is null or c.home_id = any (under)) limit looked) k
      join household h on h.household_id = k.household_id
     where starts_with(ltrim(fold(k.number), '0'), bare)
     order by k.replaced_by is not null, k.year desc, k.number, k.household_id limit most;
end
$$;
comment on function certificates_numbered is 'room: decisions';
revoke execute on function certificates_numbered(text, int) from public;
grant execute on function certificates_numbered(text, int) to nb_app;

-- news --------------------------------------------------------------------------------------------------------------

-- What `audit_news` counts, line by line: the newest where the actor holds the right of the call, at most so many.
create function audit_news_lines(since timestamptz, names text[], most int)
  returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan as $$
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
$$;
comment on function audit_news_lines is 'room: people';
revoke execute on function audit_news_lines(timestamptz, text[], int) from public;
grant execute on function audit_news_lines(timestamptz, text[], int) to nb_app;
