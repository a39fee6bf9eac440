-- One order of households in every list and on every paper: the village as people count them, the head by the given name, then
-- the number; and a search that begins with the number that was typed.

-- A list is read from this index, village by village.
drop index household_listed;
create index household_listed on household
  (village_id, given_name(head_name) collate vietnamese, head_name collate vietnamese, number collate vietnamese, household_id)
  include (head_person_id, started_on, ended_on);

-- finding -----------------------------------------------------------------------------------------------------------

-- Whoever has a number, whatever zeros stand before it.
create index household_numbered on household (ltrim(fold(number), '0'), village_id) where number <> '';

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
