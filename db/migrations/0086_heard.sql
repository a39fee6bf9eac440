-- Who may be one person, and which numbers may be one household's, is asked about however they are written.

-- What is read by these is taken away before they change, and made anew after.
drop index member_known, household_numbered;

-- A name as doubles are compared: folded, and what parts its syllables says nothing (`H’Hen`, `H Hen`, `Y-Blok`, `YBlok`); `y` after
-- a consonant or `qu` is `i`. households/rules/doubles.ts says the same in TypeScript.
create function heard_as(name text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(replace(fold(name), ' ', ''), '(qu|[^aeiouy])y', '\1i', 'g');
comment on function heard_as is 'room: households';

-- As in `0082_fold.sql`; a point, a stroke, a comma part two figures as a dash or a space does.
create or replace function bare_number(number text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(
    regexp_replace(fold(translate(number, './,_\', '-----')), '(?<![0-9]) | (?![0-9])', '', 'g'),
    '(?<![0-9])0+(?=[0-9])', '', 'g');

create index household_numbered on household (bare_number(number), village_id) where number <> '';
create index member_known on member (home_id, birth_year, heard_as(full_name) text_pattern_ops);

-- As in `0065_other_days.sql`, by names as they are heard.
create or replace function members_known(villages uuid[], names text[], years int[])
  returns table (household_id uuid, id uuid)
  language plpgsql stable rows 20 security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  reached uuid[] := villages_reached(villages);
begin
  return query
    select m.household_id, m.id
      from (select distinct * from unnest(names, years) as u (name, year)) s
      join member m on m.home_id = any (reached) and m.birth_year = s.year and heard_as(m.full_name) = s.name;
end
$$;
