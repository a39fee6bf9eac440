-- A case comes on a list by `case_add` alone, which counts what it adds: nobody else writes one, and nobody tells the count.

-- New cases of a round, written and counted by who takes others back: a change writes cases under one role. One that is
-- there stays as it is.
create or replace function case_add(of_round uuid, cases json) returns table (id uuid, village_id uuid, state text)
  language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;
drop function case_added(uuid, json);
revoke insert on review_case from nb_app;
