-- Whose post at a unit was entered by mistake never worked there: that unit reads the record no more.
create or replace function official_seen(one uuid) returns boolean
  language plpgsql stable security definer cost 1000 set search_path = public, pg_temp as $$
begin
  return exists (select from appointment a join area_reach r on r.area_id = a.area_id
                  where a.official_id = one and a.valid_until is distinct from a.valid_from and r.over_id = any (nb_areas()));
end
$$;

-- That somebody is a member of a household is told where the household is: at its home, or nowhere.
drop function officials_linked(uuid[], uuid[], text[], date);
create function officials_linked(ids uuid[], officials uuid[], hashes text[], of_day date)
  returns table (official_id uuid, home_id uuid, linked boolean)
  language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;
comment on function officials_linked is 'room: households';
revoke execute on function officials_linked(uuid[], uuid[], text[], date) from public;
grant execute on function officials_linked(uuid[], uuid[], text[], date) to nb_app;

-- That two officials are two members is told to who reads the households of both; others have the two citizen ids to go by.
create or replace function official_members_apart(kept uuid, former uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select official_kept(kept) and official_kept(former)
     and (select count(*) from official_member m join official o on o.id = m.official_id
           where m.official_id in (kept, former) and m.until is null and o.citizen_id_index is not null
             and exists (select from home_of_official(m.official_id))) > 1
$$;
