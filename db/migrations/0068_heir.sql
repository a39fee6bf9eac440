-- Who by an act dated before the end of a village lives there lives on at once in what it has become.

-- The id of a household's next act: later than all that it has, whoever wrote them in the same millisecond. Ids that say no time,
-- as those of what came with the program, are later than nothing.
create function household_next_act(of_household uuid) returns uuid
  language plpgsql volatile set search_path = public, pg_temp as $$
declare
  last uuid := (select e.id from household_event e
                 where e.household_id = of_household and substr(e.id::text, 15, 1) = '7' order by e.id desc limit 1);
  ms bigint := greatest((extract(epoch from clock_timestamp()) * 1000)::bigint,
                        ('x' || left(replace(last::text, '-', ''), 12))::bit(48)::bigint + 1);
  bytes bytea := substring(int8send(ms) from 3) || substring(uuid_send(gen_random_uuid()) from 7);
begin
  return encode(set_byte(bytes, 6, (get_byte(bytes, 6) & 15) | 112), 'hex')::uuid;
end
$$;
comment on function household_next_act is 'room: households';

-- One household lives from the day on which its village ended in what that has become, by an act of the register with how it
-- stood before. False where nothing of it reaches that day.
create function household_succeed(of_household uuid, village uuid, becomes uuid, since date, today date) returns boolean
  language plpgsql set search_path = public, pg_temp as $$
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
$$;
comment on function household_succeed is 'room: households';

-- As before.
create or replace function households_succeed(village uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- The last of an act that wrote where these households live: who lives in a village that has ended, or lived there after, lives
-- on in what it has become, and in what that has become. Answers the villages concerned, which are counted by whoever asks, once
-- all that goes along has gone. Of a household that the actor does not hold, or of a village that went to others, 42501.
create function households_live_on(households uuid[], today date) returns uuid[]
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
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
$$;
comment on function households_live_on is 'room: households';
revoke execute on function households_live_on(uuid[], date) from public;
grant execute on function households_live_on(uuid[], date) to nb_app;

-- An id belongs to one member, in whatever household.
create index member_id on member (id);

-- Whether any of these is the id of a member of another household, wherever; nothing is told of whom.
create function members_elsewhere(ids uuid[], but uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from member m where m.id = any (ids) and m.household_id <> but);
end
$$;
comment on function members_elsewhere is 'room: households';
revoke execute on function members_elsewhere(uuid[], uuid) from public;
grant execute on function members_elsewhere(uuid[], uuid) to nb_app;
