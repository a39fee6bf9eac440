-- Who was given a class by another decision is in the way of an ad hoc round too: its classes begin with the signature, today at
-- the earliest.
create or replace function case_class_given(of_round uuid, households uuid[], today date) returns integer
 language plpgsql
 security definer
 set search_path = public, pg_temp
as $$
declare
  ended integer;
begin
  if not exists (select from round x where x.id = of_round and nb_holds(x.area_id) and x.decision_id is null) then
    raise exception 'round' using errcode = '42501';
  end if;
  update review_case c set state = 'ended', left_because = 'class_given', left_state = c.state, left_on = today, changed_at = now()
    from round r join household_class k on k.valid_from = coalesce(r.classes_hold_from, today)
   where r.id = of_round and c.round_id = r.id and c.household_id = any (households) and c.state <> 'ended'
     and k.household_id = c.household_id and nb_holds(c.village_id);
  get diagnostics ended = row_count;
  perform case_recount(array[of_round], array(
    select distinct c.village_id from review_case c where c.round_id = of_round and c.household_id = any (households)));
  return ended;
end
$$;
