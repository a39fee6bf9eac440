-- Papers are found as they were printed, and a survey that is sent once more is known again.

-- Certificates by their number, as `0047_order.sql` has them; with what was signed, which says the holder as printed.
drop function certificates_numbered(text, int);
create function certificates_numbered(begins text, most int)
  returns table (household_id uuid, number text, year smallint, signed text, head_name text, village_id uuid, replaced boolean)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  areas uuid[] := nb_areas();
  bare text := ltrim(fold(begins), '0');
  under uuid[];
  looked constant int := 4000;
begin
  if bare !~ '^[1-9]' or cardinality(areas) = 0 then return; end if;
  if not exists (select from area_within w where w.over_id = any (areas) and w.area_ids is null) then
    under := array(select distinct u.id from area_within w cross join unnest(w.area_ids) as u (id) where w.over_id = any (areas));
  end if;
  return query
    select k.household_id, k.number, k.year, k.signed, h.head_name, h.village_id, k.replaced_by is not null
      from (select c.household_id, c.number, c.year, c.signed, c.replaced_by from certificate c
             where ltrim(split_part(c.number, '/', 1), '0') = split_part(bare, '/', 1)
               and (under is null or c.home_id = any (under)) limit looked) k
      join household h on h.household_id = k.household_id
     where starts_with(ltrim(fold(k.number), '0'), bare)
     order by k.replaced_by is not null, k.year desc, k.number, k.household_id limit most;
end
$$;
comment on function certificates_numbered is 'room: decisions';
revoke execute on function certificates_numbered(text, int) from public;
grant execute on function certificates_numbered(text, int) to nb_app;

-- What must be known of a case to take a survey, as `0025_means.sql` has it; and what stands under the survey's id.
drop function survey_context(uuid, uuid, uuid);
create function survey_context(account uuid, of_household uuid, of_case uuid, of_survey uuid)
  returns table (village_id uuid, over_ids uuid[], case_state text, case_account uuid, case_survey uuid,
                 round_id uuid, round_state text, window_from date, window_until date, form_hash text, opening_hash text,
                 opening_points text, closing_hash text, closing_points text, kept jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  areas uuid[] := nb_areas();
begin
  return query
    select c.village_id, array(select a.over_id from area_reach a where a.area_id = c.village_id),
           c.state, c.account_id, c.survey_id, r.id, r.state, r.window_from, r.window_until,
           r.form_hash, r.opening_hash, r.opening_points, r.closing_hash, r.closing_points,
           (select jsonb_build_object('by', s.account_id, 'round', s.round_id, 'form', s.form_hash, 'on', s.surveyed_on, 'facts', s.facts)
              from survey s where s.household_id = of_household and s.id = of_survey)
      from review_case c join round r on r.id = c.round_id
     where c.household_id = of_household and c.id = of_case
       and exists (select from area_reach a where a.area_id = c.village_id and a.over_id = any (areas));
end
$$;
comment on function survey_context is 'room: surveys';
revoke execute on function survey_context(uuid, uuid, uuid, uuid) from public;
grant execute on function survey_context(uuid, uuid, uuid, uuid) to nb_app;
