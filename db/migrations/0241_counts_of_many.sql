-- Surveys that are stored together are counted together: a village's count is held and written once for the fifty that a phone
-- brings, not fifty times, each time with its three foreign keys asked anew. What stores one survey is parted from what counts it.
create function survey_put(account uuid, told jsonb, facts jsonb, verdicts json)
  returns table (was review_case, is_now review_case, recounts boolean)
  language plpgsql security definer set search_path = public, pg_temp rows 1 as $$
declare
  of_household uuid := (told ->> 'household')::uuid;
  of_village uuid := (told ->> 'village')::uuid;
  of_round uuid := (told ->> 'round')::uuid;
  of_survey uuid := (told ->> 'survey')::uuid;
  of_beside uuid := (told ->> 'beside')::uuid;
  -- Out of its round, or of a household that has ended: it stands as it was, as if the survey had come before.
  has_left boolean := (told ->> 'left')::boolean;
  has_gone boolean := (told ->> 'gone')::boolean;
  -- The same answers once more leave nothing to decide.
  alike boolean := exists (select from survey s where s.household_id = of_household and s.id = of_beside
                              and s.facts = survey_put.facts);
begin
  if not exists (select from area_reach r where r.area_id = of_village and r.over_id = any (nb_areas()))
     and not exists (select from review_case c where c.household_id = of_household
                        and (c.handed_from = account or account = any (c.had_by) or c.account_id = account and c.left_because = 'moved')) then
    raise exception 'village' using errcode = '42501';
  end if;
  perform from household h where h.household_id = of_household and (h.ended_on is not null) = has_gone for share;
  if not found then raise exception 'household' using errcode = 'NB002'; end if;
  if of_beside is not null and (select count(*) >= 5 from survey s where s.household_id = of_household
                                   and s.round_id = of_round and s.beside is not null and s.taken is null) then
    raise exception 'beside' using errcode = 'NB005';
  end if;
  insert into survey (household_id, id, round_id, village_id, account_id, facts, surveyed_on, members, income,
                      beside, taken, sent_from, aside)
    values (of_household, of_survey, of_round, of_village, account, facts,
            (told ->> 'surveyed_on')::date, (told ->> 'members')::smallint, (told ->> 'income')::bigint,
            of_beside, case when alike then false end, (told ->> 'from')::uuid, told -> 'aside')
    on conflict (household_id, id) do nothing;
  if not found then raise exception 'survey' using errcode = 'NB003'; end if;
  insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, class, possible, b1, b2,
                       lacking, undecidable, codes)
    select of_household, v.id, of_survey, of_round, of_village, v.purpose, v.standard_id, v.class, v.possible, v.b1, v.b2,
           v.lacking, v.undecidable, v.codes
      from json_to_recordset(verdicts) as v (id uuid, purpose text, standard_id text, class text, possible text[], b1 numeric,
           b2 integer, lacking text[], undecidable text, codes text);
  select c.* into was from review_case c where c.household_id = of_household and c.id = (told ->> 'case')::uuid for update;
  update review_case c set state = case when alike or has_left then c.state else told ->> 'state' end,
                           left_state = case when alike or c.left_state is null then c.left_state else told ->> 'state' end,
                           survey_id = coalesce(of_beside, of_survey), changed_at = now(),
                           opens = case when of_beside is null then told ->> 'opens' else c.opens end,
                           closes = case when of_beside is null then told ->> 'closes' else c.closes end
   where c.household_id = of_household and c.id = (told ->> 'case')::uuid
     and (c.state = 'ended') = has_left
     and (coalesce(c.left_state, c.state) = told ->> 'was'
          or of_beside is not null and coalesce(c.left_state, c.state) in ('submitted', 'accepted'))
     and c.survey_id is not distinct from (told ->> 'was_survey')::uuid
     and c.account_id is not distinct from (told ->> 'was_account')::uuid
     and c.village_id = of_village and c.round_id = of_round
   returning c.* into is_now;
  if not found then raise exception 'case' using errcode = 'NB002'; end if;
  recounts := has_left or has_gone;
  return next;
end
$$;

create or replace function survey_store(account uuid, told jsonb, facts jsonb, verdicts json)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  stored record;
begin
  select * into stored from survey_put(account, told, facts, verdicts);
  if stored.recounts then
    perform case_recount(array[(stored.is_now).round_id], array[(stored.is_now).village_id]);
  else
    perform case_moved(stored.was, stored.is_now);
  end if;
end
$$;

-- Cases as they were and as they are now, of many households: what is given must be how they stand.
create function cases_moved(were review_case[], are review_case[], recounted boolean[])
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved record;
  recounted_now text[] := '{}';
begin
  if (select count(*) from unnest(are) n join review_case c on c.household_id = n.household_id and c.id = n.id and c.state = n.state
                             and c.survey_id is not distinct from n.survey_id and c.changed_at = n.changed_at) <> cardinality(are) then
    raise exception 'case' using errcode = 'NB002';
  end if;
  -- Taken in one order by all.
  for moved in
    select n.round_id, n.village_id, h.village_id as place_id, h.ended_on is not null as gone,
           n.round_id || ' ' || n.village_id as pair,
           bool_or(bool_or(r.recounts)) over (partition by n.round_id, n.village_id) as recounts,
           sum((n.state = 'listed')::int - (w.state = 'listed')::int)::int as listed,
           sum((n.state = 'assigned')::int - (w.state = 'assigned')::int)::int as assigned,
           sum((n.state = 'submitted')::int - (w.state = 'submitted')::int)::int as submitted,
           sum((n.state = 'returned')::int - (w.state = 'returned')::int)::int as returned,
           sum((n.state = 'accepted')::int - (w.state = 'accepted')::int)::int as accepted,
           sum((n.state = 'ended')::int - (w.state = 'ended')::int)::int as ended,
           sum((n.opens is not distinct from 'poor')::int - (w.opens is not distinct from 'poor')::int)::int as opens_poor,
           sum((n.opens is not distinct from 'near_poor')::int - (w.opens is not distinct from 'near_poor')::int)::int as opens_near_poor,
           sum((n.opens is not distinct from 'average')::int - (w.opens is not distinct from 'average')::int)::int as opens_average,
           sum((n.opens is not distinct from 'not_poor')::int - (w.opens is not distinct from 'not_poor')::int)::int as opens_not_poor,
           sum((n.opens is not distinct from 'open')::int - (w.opens is not distinct from 'open')::int)::int as opens_open,
           sum((n.closes is not distinct from 'poor')::int - (w.closes is not distinct from 'poor')::int)::int as closes_poor,
           sum((n.closes is not distinct from 'near_poor')::int - (w.closes is not distinct from 'near_poor')::int)::int as closes_near_poor,
           sum((n.closes is not distinct from 'average')::int - (w.closes is not distinct from 'average')::int)::int as closes_average,
           sum((n.closes is not distinct from 'not_poor')::int - (w.closes is not distinct from 'not_poor')::int)::int as closes_not_poor,
           sum((n.closes is not distinct from 'open')::int - (w.closes is not distinct from 'open')::int)::int as closes_open
      from unnest(are) with ordinality n
      join unnest(were) with ordinality w on w.ordinality = n.ordinality
      join unnest(recounted) with ordinality r (recounts) on r.ordinality = n.ordinality
      join household h on h.household_id = n.household_id
     group by 1, 2, 3, 4 order by 2, 1, 3, 4
  loop
    continue when moved.pair = any (recounted_now);
    if not moved.recounts then
      update case_count k set
        listed = k.listed + moved.listed,
        assigned = k.assigned + moved.assigned,
        submitted = k.submitted + moved.submitted,
        returned = k.returned + moved.returned,
        accepted = k.accepted + moved.accepted,
        ended = k.ended + moved.ended,
        opens_poor = k.opens_poor + moved.opens_poor,
        opens_near_poor = k.opens_near_poor + moved.opens_near_poor,
        opens_average = k.opens_average + moved.opens_average,
        opens_not_poor = k.opens_not_poor + moved.opens_not_poor,
        opens_open = k.opens_open + moved.opens_open,
        closes_poor = k.closes_poor + moved.closes_poor,
        closes_near_poor = k.closes_near_poor + moved.closes_near_poor,
        closes_average = k.closes_average + moved.closes_average,
        closes_not_poor = k.closes_not_poor + moved.closes_not_poor,
        closes_open = k.closes_open + moved.closes_open
       where k.round_id = moved.round_id and k.village_id = moved.village_id and k.place_id = moved.place_id and k.gone = moved.gone;
      continue when found;
    end if;
    perform case_recount(array[moved.round_id], array[moved.village_id]);
    recounted_now := recounted_now || moved.pair;
  end loop;
end
$$;

comment on function survey_put(uuid, jsonb, jsonb, json) is 'room: surveys';
comment on function cases_moved(review_case[], review_case[], boolean[]) is 'room: rounds';
