-- A name, a place, a household number and an insurance number are known again however they are written.

-- fold ---------------------------------------------------------------------------------------------------------------

-- What is read by it is taken away before it changes, and made anew after.
drop index household_named, household_called, household_numbered, member_known;

-- As in `0001_foundation.sql`, without apostrophes of any kind, dashes as spaces; kernel/text.ts says the same in TypeScript.
create or replace function fold(value text) returns text
  language sql immutable strict parallel safe
  return lower(translate(btrim(
    regexp_replace(
      regexp_replace(normalize(value, NFD), '[\u0300-\u036f''`\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]', '', 'g'),
      '[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u2010-\u2015\u2212\ufe63\uff0d-]+', ' ', 'g')),
    'đĐ', 'dd'));

-- How a household number is compared: zeros before figures, spaces, case and the kind of dash say nothing; what parts two
-- figures does. households/rules/number.ts says the same in TypeScript.
create function bare_number(number text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(
    regexp_replace(fold(number), '(?<![0-9]) | (?![0-9])', '', 'g'),
    '(?<![0-9])0+(?=[0-9])', '', 'g');
comment on function bare_number is 'room: households';

-- Only what reads otherwise now is written. What stands in `search` was folded once; folded again it is as if from the start.
update household set search = fold(search) where search <> fold(search);
update area_version set name = name where search <> fold(name);

create index household_named on household (fold(head_name) text_pattern_ops);
create index household_called on household (fold(given_name(head_name)) text_pattern_ops);
create index household_numbered on household (bare_number(number), village_id) where number <> '';
create index member_known on member (home_id, birth_year, fold(full_name) text_pattern_ops);

-- households ---------------------------------------------------------------------------------------------------------

-- As in `0056_lists.sql`, whoever has the number as it is compared.
create or replace function household_search(words text, place uuid, at_most integer)
  returns table (household_id uuid, village_id uuid, head_name text, number text, address text, ended_on date)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  sought text := replace(replace(replace(fold(words), '\', '\\'), '%', '\%'), '_', '\_');
  bare text := bare_number(words);
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
      select k.household_id from (select h.household_id, h.village_id from household h where fold(h.head_name) like sought || '%'
                                 order by fold(h.head_name) using ~<~ limit looked) k
       where exists (select from area_reach r where r.area_id = k.village_id and r.over_id = any (areas))
         and (place is null or exists (select from area_reach r where r.area_id = k.village_id and r.over_id = place)) limit most);
    if cardinality(found) < wanted then
      found := found || array(
        select k.household_id from (
          select h.household_id, h.village_id from household h where fold(given_name(h.head_name)) like sought || '%'
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
  if bare ~ '[0-9]' then
    if cardinality(units) <= 300 then
      under := units;
    elsif not exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null) then
      under := array(select distinct u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas));
    end if;
    found := found || array(
      select h.household_id from household h
       where bare_number(h.number) = bare and h.number <> '' and (under is null or h.village_id = any (under))
         and (place is null or exists (select from area_reach r where r.area_id = h.village_id and r.over_id = place)) limit most);
  end if;
  return query
    select h.household_id, h.village_id, h.head_name, h.number, h.address, h.ended_on
      from household h where h.household_id = any (found)
     order by fold(h.number) = fold(words) desc, bare <> '' and bare_number(h.number) = bare desc,
              fold(h.head_name) like sought || '%' desc, fold(given_name(h.head_name)) like sought || '%' desc,
              given_name(h.head_name) collate vietnamese, h.head_name collate vietnamese, h.number collate vietnamese, h.household_id
     limit wanted;
end
$$;

-- The insurance number of a member as it is found again: a keyed hash, as the citizen id has in its index. Those of before
-- get theirs from the program at its next start, which has the key.
alter table member add column insurance_no_index text;
create index member_insured on member (insurance_no_index);
create index member_uninsured on member (id) where insurance_no_sealed is not null and insurance_no_index is null;

-- As before; how a number is found again is drawn from the number.
create or replace function household_image(of_household uuid) returns jsonb
  language plpgsql volatile set search_path = public, pg_temp as $$
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
$$;

-- As before, with how the insurance number is found again.
create or replace function household_undo(act uuid, undone json, households json, residences json, members json, identities json)
  returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  touched uuid[] := array(select u.household from json_to_recordset(undone) as u (household uuid));
  one record;
begin
  if exists (select from unnest(touched) as t (id) where not exists (
               select from household h where h.household_id = t.id and nb_holds(h.village_id)))
     or exists (select from json_to_recordset(households) as h (village_id uuid) where not nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  update household h set village_id = p.village_id, number = p.number, address = p.address, head_person_id = p.head_person_id,
                         head_name = p.head_name, started_on = p.started_on, ended_on = p.ended_on, end_reason = p.end_reason
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
$$;
