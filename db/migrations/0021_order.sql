-- One Vietnamese order for every list: letters as the alphabet has them, numbers as people count ("Thôn 2" before
-- "Thôn 10"). People are listed by the given name, the last word, then by the whole name. kernel/order.ts says the same.
create collation vietnamese (provider = icu, locale = 'vi-u-kn-true');
comment on collation vietnamese is 'room: platform';

create function given_name(name text) returns text
  language sql immutable strict parallel safe
  return substring(name from '\S+$');
comment on function given_name is 'room: platform';

-- As in 0014, but in the order of every other list of people: those whose head's name begins with the words come first.
create or replace function household_search(words text, place uuid, at_most integer)
returns table (household_id uuid, village_id uuid, head_name text, number text, address text, ended_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  with sought as (
    select replace(replace(replace(fold(words), '\', '\\'), '%', '\%'), '_', '\_') as text),
  held as materialized (
    select h.household_id, h.village_id, h.head_name, h.number, h.address, h.ended_on
      from household h
     where (select text from sought) <> ''
       and h.search like '%' || (select text from sought) || '%'
       and exists (select from area_reach r where r.area_id = h.village_id and r.over_id = any ((select nb_areas())::uuid[]))
       and (place is null or exists (select from area_reach r where r.area_id = h.village_id and r.over_id = place))),
  found as (select * from held limit 2000)
  select f.household_id, f.village_id, f.head_name, f.number, f.address, f.ended_on
    from found f
   order by (fold(f.head_name) like (select text from sought) || '%') desc,
            given_name(f.head_name) collate vietnamese, f.head_name collate vietnamese, f.household_id
   limit least(at_most, 200)
$$;
