-- đ is sought, compared and put in order as d however it was written: some keyboards write the crossed d of other tongues.

-- What is read by it is taken away before it changes, and made anew after.
drop index household_named, household_called, household_numbered, member_known;

-- As in `0082_fold.sql`, with Ð (U+00D0), Ɖ and their small letters; kernel/text.ts says the same in TypeScript.
create or replace function fold(value text) returns text
  language sql immutable strict parallel safe
  return lower(translate(btrim(
    regexp_replace(
      regexp_replace(normalize(value, NFD), '[\u0300-\u036f''`\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]', '', 'g'),
      '[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u2010-\u2015\u2212\ufe63\uff0d-]+', ' ', 'g')),
    'đĐðÐɖƉ', 'dddddd'));

-- Only what reads otherwise now is written.
update household set search = fold(search) where search <> fold(search);
update area_version set name = name where search <> fold(name);

create index household_named on household (fold(head_name) text_pattern_ops);
create index household_called on household (fold(given_name(head_name)) text_pattern_ops);
create index household_numbered on household (bare_number(number), village_id) where number <> '';
create index member_known on member (home_id, birth_year, heard_as(full_name) text_pattern_ops);
