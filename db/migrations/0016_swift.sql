-- Sending a survey, the busiest call, asks for less: what the storing refuses anyway is not read before it.

-- One row, so the plain kind of function, which is quicker than one that answers a set.
drop function nb_begin(uuid, uuid[], uuid, text, bytea);
create function nb_begin(of_account uuid, of_areas uuid[], of_command uuid, of_endpoint text, of_hash bytea,
                         out account uuid, out state text, out answer jsonb)
  language plpgsql as $$
declare
  kept record;
begin
  perform set_config('nb.account', coalesce(of_account::text, ''), true),
          set_config('nb.areas', coalesce(of_areas::text, '{}'), true);
  account := of_account;
  state := 'new';
  if of_command is null then return; end if;
  select k.endpoint = of_endpoint and k.content_hash = of_hash as same, k.result into kept from command k where k.id = of_command;
  if not found then return; end if;
  if kept.same then state := 'kept'; answer := kept.result; else state := 'reused'; end if;
end
$$;
comment on function nb_begin is 'room: platform';
revoke execute on function nb_begin(uuid, uuid[], uuid, text, bytea) from public;
grant execute on function nb_begin(uuid, uuid[], uuid, text, bytea) to nb_app;

-- A household that has ended is met by `survey_store`, which holds it.
create or replace function survey_context(account uuid, of_household uuid, of_case uuid)
  returns table (village_id uuid, over_ids uuid[], case_state text, case_account uuid, case_survey uuid, round_id uuid,
                 round_state text, window_from date, form_hash text, opening_hash text, opening_points text,
                 closing_hash text, closing_points text)
  language plpgsql stable as $$
begin
  return query
    select c.village_id, array(select a.over_id from area_reach a where a.area_id = c.village_id),
           c.state, c.account_id, c.survey_id, r.id, r.state, r.window_from,
           r.form_hash, r.opening_hash, r.opening_points, r.closing_hash, r.closing_points
      from review_case c join round r on r.id = c.round_id
     where c.household_id = of_household and c.id = of_case;
end
$$;
