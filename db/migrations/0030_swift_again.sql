-- The busiest call again, since who acts is asked in another way now: of cases in villages that the actor reaches. It is
-- asked here once, not by the policy of each table that is read. A round is seen with its cases.
create or replace function survey_context(account uuid, of_household uuid, of_case uuid)
  returns table (village_id uuid, over_ids uuid[], case_state text, case_account uuid, case_survey uuid, round_id uuid,
                 round_state text, window_from date, form_hash text, opening_hash text, opening_points text,
                 closing_hash text, closing_points text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  areas uuid[] := nb_areas();
begin
  return query
    select c.village_id, array(select a.over_id from area_reach a where a.area_id = c.village_id),
           c.state, c.account_id, c.survey_id, r.id, r.state, r.window_from,
           r.form_hash, r.opening_hash, r.opening_points, r.closing_hash, r.closing_points
      from review_case c join round r on r.id = c.round_id
     where c.household_id = of_household and c.id = of_case
       and exists (select from area_reach a where a.area_id = c.village_id and a.over_id = any (areas));
end
$$;
