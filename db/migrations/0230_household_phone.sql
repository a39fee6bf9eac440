-- The telephone number by which a household is called. It belongs to the household as its number and address do: seen where the
-- household is seen, kept and undone with the acts on it. Found whole or by its last figures, so that what is sought as the
-- number of a household is not found in the middle of one.
alter table household add column contact_phone text constraint household_contact_phone check (contact_phone ~ '^[+]?[0-9]{9,11}$');
create index household_contact_phone on household (reverse(contact_phone) text_pattern_ops) where contact_phone is not null;

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

-- One more column each: their answers have another shape.
drop function households_shown(uuid[], date);
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
comment on function households_shown(uuid[], date) is 'room: households';
revoke execute on function households_shown(uuid[], date) from public;
grant execute on function households_shown(uuid[], date) to nb_app;

-- `phone_end`: the figures that are sought, where they may be a number or its end. The number is told of who was found by it.
drop function household_search(text, uuid, integer);
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
comment on function household_search(text, uuid, integer, text) is 'room: households';
revoke execute on function household_search(text, uuid, integer, text) from public;
grant execute on function household_search(text, uuid, integer, text) to nb_app;

-- Of these villages, as far as they are reached.
create function households_phoned(villages uuid[], phone_end text, most integer) returns uuid[]
language plpgsql stable security definer set search_path to 'public', 'pg_temp' set plan_cache_mode to 'force_custom_plan' as $$
declare
  reached uuid[] := villages_reached(villages);
begin
  return array(select h.household_id from household h
                where h.village_id = any (reached) and reverse(h.contact_phone) like reverse(phone_end) || '%' limit most);
end $$;
comment on function households_phoned(uuid[], text, integer) is 'room: households';
revoke execute on function households_phoned(uuid[], text, integer) from public;
grant execute on function households_phoned(uuid[], text, integer) to nb_app;
