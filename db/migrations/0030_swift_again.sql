-- The busiest call again, since who acts is asked in another way now.

-- Only provinces, what is like them, and the nation are wide: found among a hundred of them, not by adding up lists.
create index area_within_wide on area_within (over_id) where area_ids is null or size > 200;
create or replace function nb_begin(of_account uuid, of_areas uuid[], of_command uuid,
                                    out account uuid, out kept_as text, out kept_hash bytea, out answer jsonb)
  language plpgsql as $$
declare
  whole boolean;
begin
  execute format('set local nb.account = %L; set local nb.areas = %L',
                 coalesce(of_account::text, ''), coalesce(of_areas::text, '{}'));
  select w.area_ids is null into whole from area_within w
   where w.over_id = any (of_areas) and (w.area_ids is null or w.size > 200) order by 1 desc limit 1;
  if whole and pg_has_role(session_user, 'nb_nation', 'member') then
    set local role nb_nation;
  elsif whole is not null and pg_has_role(session_user, 'nb_wide', 'member') then
    set local role nb_wide;
  elsif current_user in ('nb_wide', 'nb_nation') then
    set local role nb_app;
  end if;
  account := of_account;
  if of_command is not null then
    select k.endpoint, k.content_hash, k.result into kept_as, kept_hash, answer from command k where k.id = of_command;
  end if;
end
$$;

-- As before, of cases in villages that the actor reaches: asked here once, not by the policy of each table it reads. A
-- round is seen with its cases.
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
