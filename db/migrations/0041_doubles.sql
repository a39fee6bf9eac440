-- Who may stand in the register already is looked for by the year of birth in the villages of a commune.
create index member_born on member (home_id, birth_year);

-- Two persons who are one: an event of both households.
alter table household_event
  drop constraint household_event_kind_check,
  add constraint household_event_kind_check check (kind in ('listed', 'born', 'died', 'moved_in', 'moved_out', 'split', 'merged',
    'head_changed', 'address_changed', 'facts_changed', 'persons_joined', 'ended', 'undone'));

-- A survey that arrives when another one of the case is with the checker or accepted is kept beside it, and the case is
-- with the checker until a person decides (`taken`). Five wait at most.
alter table survey add column beside uuid, add column taken boolean;
create index survey_beside on survey (household_id, round_id) where beside is not null;

create or replace function survey_store(account uuid, told jsonb, facts jsonb, verdicts json) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  of_household uuid := (told ->> 'household')::uuid;
  of_village uuid := (told ->> 'village')::uuid;
  of_round uuid := (told ->> 'round')::uuid;
  of_survey uuid := (told ->> 'survey')::uuid;
  of_beside uuid := (told ->> 'beside')::uuid;
  -- The same answers once more leave nothing to decide.
  alike boolean := exists (select from survey s where s.household_id = of_household and s.id = of_beside
                              and s.facts = survey_store.facts);
begin
  if not exists (select from area_reach r where r.area_id = of_village and r.over_id = any (nb_areas())) then
    raise exception 'village' using errcode = '42501';
  end if;
  if not household_stands(of_household) then raise exception 'household' using errcode = 'NB004'; end if;
  if of_beside is not null and (select count(*) >= 5 from survey s where s.household_id = of_household
                                   and s.round_id = of_round and s.beside is not null and s.taken is null) then
    raise exception 'beside' using errcode = 'NB005';
  end if;
  insert into survey (household_id, id, round_id, village_id, account_id, form_hash, facts, surveyed_on, members, income,
                      beside, taken)
    values (of_household, of_survey, of_round, of_village, account, told ->> 'form', facts,
            (told ->> 'surveyed_on')::date, (told ->> 'members')::smallint, (told ->> 'income')::bigint,
            of_beside, case when alike then false end)
    on conflict (household_id, id) do nothing;
  if not found then raise exception 'survey' using errcode = 'NB003'; end if;
  insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, standard_hash, points_hash,
                       class, possible, b1, b2, lacking, undecidable, reasons)
    select of_household, v.id, of_survey, of_round, of_village, v.purpose, v.standard_id, v.standard_hash, v.points_hash,
           v.class, v.possible, v.b1, v.b2, v.lacking, v.undecidable, v.reasons
      from json_to_recordset(verdicts) as v (id uuid, purpose text, standard_id text, standard_hash text,
           points_hash text, class text, possible text[], b1 numeric, b2 integer, lacking text[], undecidable text,
           reasons json);
  update review_case c set state = case when alike then c.state else told ->> 'state' end,
                           survey_id = coalesce(of_beside, of_survey), changed_at = now()
   where c.household_id = of_household and c.id = (told ->> 'case')::uuid
     and (c.state = told ->> 'was' or of_beside is not null and c.state in ('submitted', 'accepted'))
     and c.survey_id is not distinct from (told ->> 'was_survey')::uuid
     and c.account_id is not distinct from (told ->> 'was_account')::uuid
     and c.village_id = of_village and c.round_id = of_round;
  if not found then raise exception 'case' using errcode = 'NB002'; end if;
end
$$;

-- Which of two surveys stands: the one that came later (`take`), or the one that stood. Both stay.
create function survey_decide(of_household uuid, of_case uuid, standing uuid, later uuid, take boolean) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update review_case c set survey_id = case when take then later else standing end, changed_at = now()
   where c.household_id = of_household and c.id = of_case and c.survey_id = standing and c.state = 'submitted'
     and nb_holds(c.village_id)
     and exists (select from survey s where s.household_id = of_household and s.id = later and s.round_id = c.round_id
                    and s.beside is not null and s.taken is null);
  if not found then return false; end if;
  update survey s set taken = take where s.household_id = of_household and s.id = later and s.taken is null;
  if not found then return false; end if;
  if take then
    update survey s set beside = later, taken = false where s.household_id = of_household and s.id = standing;
  end if;
  return true;
end
$$;
comment on function survey_decide is 'room: surveys';
revoke execute on function survey_decide(uuid, uuid, uuid, uuid, boolean) from public;
grant execute on function survey_decide(uuid, uuid, uuid, uuid, boolean) to nb_app;
