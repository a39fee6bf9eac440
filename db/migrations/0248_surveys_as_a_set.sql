-- Surveys that are sent together are stored together: one insert of them all, one of their verdicts, one update of their
-- cases, their counts, commands and lines likewise, where each was put by its own call of a function. One alone is a set of
-- one. Whose each of them is stands in the standing of the transaction, which nobody passes on by hand.

-- What every call asks first, of the last migration alone: the rest of them are older.
create or replace function nb_begin(of_account uuid, of_areas uuid[], of_command uuid,
                                    out account uuid, out kept_as text, out kept_hash bytea, out answer jsonb)
  language plpgsql as $$
declare
  whole boolean;
begin
  if (select max(m.name) from schema_migration m) > coalesce(current_setting('nb.schema', true), '') then
    raise exception 'schema' using errcode = '57P03', constraint = 'schema_newer';
  end if;
  perform nb_stand(of_account, of_areas);
  select w.area_ids is null into whole from area_within w
   where w.over_id = any (of_areas) and (w.area_ids is null or w.size > 200) order by 1 desc limit 1;
  if whole and pg_has_role(session_user, 'nb_nation', 'member') then
    perform set_config('role', 'nb_nation', true);
  elsif whole is not null and pg_has_role(session_user, 'nb_wide', 'member') then
    perform set_config('role', 'nb_wide', true);
  elsif current_user in ('nb_wide', 'nb_nation') then
    perform set_config('role', 'nb_app', true);
  end if;
  account := of_account;
  if of_command is not null then
    select k.endpoint, k.content_hash, k.result into kept_as, kept_hash, answer from command k where k.id = of_command;
  end if;
end
$$;

-- In whose name the n-th of so many is done, and where.
create function nb_standings(many integer) returns table (n integer, account uuid, areas uuid[]) language sql stable as $$
  select s.n, coalesce((e.one ->> 0)::uuid, nb_account()), coalesce((e.one ->> 1)::uuid[], nb_areas())
    from generate_series(1, many) as s (n)
    left join jsonb_array_elements(coalesce(nullif(current_setting('nb.each', true), ''), '[]')::jsonb) with ordinality as e (one, n)
      on e.n = s.n
$$;

-- Begins for many at once, and answers what is kept already of the command of each: the first as ever, and beside it whose each
-- of them is. With a patience, in milliseconds, no row is waited for longer.
create function nb_begin_each(accounts uuid[], areas text[], commands uuid[], patience integer)
  returns table (n integer, kept_as text, kept_hash bytea, answer jsonb)
  language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  sender record;
begin
  if patience is not null then perform set_config('lock_timeout', patience::text, true); end if;
  return query select 1, b.kept_as, b.kept_hash, b.answer from nb_begin(accounts[1], areas[1]::uuid[], commands[1]) b;
  perform set_config('nb.each', case when accounts[1] = all (accounts) and areas[1] = all (areas) then ''
                                     else (select jsonb_agg(jsonb_build_array(s.account, s.areas) order by s.n)::text
                                             from unnest(accounts, areas) with ordinality as s (account, areas, n)) end, true);
  if cardinality(accounts) = 1 or cardinality(commands) = 0 then return; end if;
  for sender in
    select s.account, s.areas, array_agg(s.n) as of from nb_standings(cardinality(accounts)) s where s.n > 1 group by 1, 2
  loop
    if sender.account is distinct from nb_account() then perform nb_stand(sender.account, sender.areas); end if;
    return query
      select i.n, k.endpoint, k.content_hash, k.result
        from unnest(sender.of) as i (n) left join lateral (select * from command c where c.id = commands[i.n]) k on true;
  end loop;
end
$$;

-- The end of each of many: its command and its line, written under the standing of who sent it.
create function nb_finish_each(commands uuid[], endpoints text[], hashes bytea[], answers jsonb[], lines uuid[], whats text[],
                               subjects uuid[], of_areas uuid[], of_facts jsonb[]) returns void
  language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  sender record;
  kept integer;
begin
  for sender in
    select s.account, s.areas, array_agg(s.n) as of from nb_standings(cardinality(commands)) s group by 1, 2
  loop
    if sender.account is distinct from nb_account() then perform nb_stand(sender.account, sender.areas); end if;
    insert into command (id, account_id, endpoint, content_hash, result)
      select commands[n], sender.account, endpoints[n], hashes[n], coalesce(answers[n], 'null') from unnest(sender.of) n
      on conflict (id) do nothing;
    get diagnostics kept = row_count;
    if kept <> cardinality(sender.of) then raise exception 'command' using errcode = 'NB001'; end if;
    insert into audit_line (id, account_id, command_id, what, subject_id, area_id, facts)
      select lines[n], sender.account, commands[n], whats[n], subjects[n], of_areas[n], of_facts[n] from unnest(sender.of) n;
  end loop;
end
$$;

-- Cases as they were and as they are now, counted once a village, taken in one order by all; those of `recounted`, and what is
-- not counted yet, from the rows.
drop function cases_moved(review_case[], review_case[], boolean[]);
create function cases_moved(were review_case[], are review_case[], recounted boolean[]) returns void
  language plpgsql set plan_cache_mode = force_generic_plan set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  rounds uuid[];
  villages uuid[];
begin
  with moved as materialized (
    select n.round_id, n.village_id, h.village_id as place_id, h.ended_on is not null as gone, bool_or(r.recounts) as recounts,
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
     group by 1, 2, 3, 4 order by 2, 1, 3, 4),
  counted as (
    update case_count k set
      listed = k.listed + m.listed, assigned = k.assigned + m.assigned, submitted = k.submitted + m.submitted,
      returned = k.returned + m.returned, accepted = k.accepted + m.accepted, ended = k.ended + m.ended,
      opens_poor = k.opens_poor + m.opens_poor, opens_near_poor = k.opens_near_poor + m.opens_near_poor,
      opens_average = k.opens_average + m.opens_average, opens_not_poor = k.opens_not_poor + m.opens_not_poor,
      opens_open = k.opens_open + m.opens_open, closes_poor = k.closes_poor + m.closes_poor,
      closes_near_poor = k.closes_near_poor + m.closes_near_poor, closes_average = k.closes_average + m.closes_average,
      closes_not_poor = k.closes_not_poor + m.closes_not_poor, closes_open = k.closes_open + m.closes_open
      from moved m
     where k.round_id = m.round_id and k.village_id = m.village_id and k.place_id = m.place_id and k.gone = m.gone and not m.recounts
    returning k.round_id, k.village_id, k.place_id, k.gone)
  select array_agg(a.round_id), array_agg(a.village_id) into rounds, villages
    from (select distinct m.village_id, m.round_id from moved m
           where not exists (select from counted c where c.round_id = m.round_id and c.village_id = m.village_id
                                and c.place_id = m.place_id and c.gone = m.gone) order by 1, 2) a;
  for at in 1 .. coalesce(cardinality(rounds), 0) loop
    perform case_recount(rounds[at:at], villages[at:at]);
  end loop;
end
$$;

create or replace function case_moved(was review_case, is_now review_case) returns void language plpgsql as $$
begin
  perform cases_moved(array[was], array[is_now], array[false]);
end
$$;

-- What must be known of each before it is stored, as lists of as many; no row where there is no case, or it is not theirs to see.
drop function survey_context(uuid, uuid, uuid, uuid, date);
create function survey_context(many integer, households uuid[], cases uuid[], surveys uuid[], days date[])
  returns table (n integer, case_id uuid, village_id uuid, over_ids uuid[], case_state text, case_account uuid, case_survey uuid,
                 survey_account uuid, has_left boolean, has_gone boolean, handed boolean, sent_from uuid, round_id uuid,
                 round_state text, window_from date, window_until date, form_hash text, opening_hash text, opening_points text,
                 closing_hash text, closing_points text, kept jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  return query
    select a.n, o.id, o.village_id, array(select u.over_id from area_reach u where u.area_id = o.village_id),
           coalesce(o.left_state, o.state), o.account_id, o.survey_id,
           (select s.account_id from survey s where s.household_id = o.household_id and s.id = o.survey_id),
           o.state = 'ended', h.ended_on is not null, a.was_mine or t.id is not null,
           case when t.id is null then a.was_in else coalesce(a.was_in, a.village_id) end,
           r.id, r.state, r.window_from, r.window_until,
           r.form_hash, r.opening_hash, r.opening_points, r.closing_hash, r.closing_points,
           (select jsonb_build_object('by', s.account_id, 'round', s.round_id, 'form', coalesce(s.form_hash, (select x.form_hash from round x where x.id = s.round_id)), 'on', coalesce(s.aside #>> '{day,said}', s.surveyed_on::text), 'counted', s.surveyed_on,
                                      'facts', s.facts, 'beside', s.beside)
              from survey s where s.household_id = o.household_id and s.id = surveys[a.n])
      from (select s.n, c.household_id, c.id, c.village_id, c.round_id, m.was_mine,
                   c.left_because = 'moved' and (m.was_mine or c.account_id = s.account) as has_moved,
                   case when m.was_mine then (select b.village from unnest(c.had_by, c.had_in) with ordinality as b (who, village, nth)
                                               where b.who = s.account order by b.nth desc limit 1) end as was_in
              from nb_standings(many) s
              join review_case c on c.household_id = households[s.n] and c.id = cases[s.n]
             cross join lateral (select exists (select from area_reach u where u.area_id = c.village_id and u.over_id = any (s.areas)) as is offset 0) reach
             cross join lateral (select (c.account_id is distinct from s.account or not reach.is)
                                        and coalesce(c.handed_from = s.account or s.account = any (c.had_by), false) as was_mine offset 0) m
             where m.was_mine or reach.is) a
      -- Of one that has moved: where the household is surveyed now.
      left join lateral (
        select c.id from review_case c join round r on r.id = c.round_id join round x on x.id = a.round_id
         where a.has_moved and c.household_id = a.household_id and c.state <> 'ended' and r.state in ('surveying', 'checking')
           and r.form_hash = x.form_hash and days[a.n] between r.window_from and r.window_until
           and not exists (select from survey s where s.household_id = c.household_id and s.id = surveys[a.n] and s.round_id = x.id)
         order by r.window_from desc, c.id limit 1) t on true
      join review_case o on o.household_id = a.household_id and o.id = coalesce(t.id, a.id)
      join round r on r.id = o.round_id
      join household h on h.household_id = o.household_id;
end
$$;

-- Lists of as many: what each is told of, its answers, its verdicts. All of them are stored, or none.
drop function survey_store(uuid, jsonb, jsonb, json);
drop function survey_put(uuid, jsonb, jsonb, json);
create function survey_store(told jsonb, facts jsonb, verdicts jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp
  -- Planned once, however few or many there are, and each found by its key.
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  many integer := jsonb_array_length(told);
  accounts uuid[] := '{}';
  one record;
  of_household uuid;
  -- The same answers once more leave nothing to decide.
  alike uuid[] := '{}';
  stored integer;
  were review_case[];
  are review_case[];
  recounted boolean[];
begin
  -- Held in the order of their households.
  for one in
    select s.n, s.account, t.*,
           exists (select from area_reach r where r.area_id = t.village and r.over_id = any (s.areas)) as reaches
      from nb_standings(many) s,
           jsonb_to_record(told -> s.n - 1) as t (household uuid, village uuid, round uuid, survey uuid, beside uuid, has_gone boolean)
     order by t.household
  loop
    accounts[one.n] := one.account;
    of_household := one.household;
    if not one.reaches
       and not exists (select from review_case c where c.household_id = one.household
                          and (c.handed_from = one.account or one.account = any (c.had_by)
                               or c.account_id = one.account and c.left_because = 'moved')) then
      raise exception 'village' using errcode = '42501';
    end if;
    perform from household h where h.household_id = of_household and (h.ended_on is not null) = one.has_gone for share;
    if not found then raise exception 'household' using errcode = 'NB002'; end if;
    continue when one.beside is null;
    if (select count(*) >= 5 from survey s where s.household_id = one.household
           and s.round_id = one.round and s.beside is not null and s.taken is null) then
      raise exception 'beside' using errcode = 'NB005';
    end if;
    if exists (select from survey s where s.household_id = one.household and s.id = one.beside
                  and s.facts = survey_store.facts -> one.n - 1) then
      alike := alike || one.survey;
    end if;
  end loop;
  insert into survey (household_id, id, round_id, village_id, account_id, facts, surveyed_on, members, income,
                      beside, taken, sent_from, aside)
    select t.household, t.survey, t.round, t.village, accounts[t.n], t.facts, t.surveyed_on, t.members, t.income,
           t.beside, case when t.survey = any (alike) then false end, t.sent_from, t.aside
      from rows from (jsonb_to_recordset(told) as (household uuid, survey uuid, round uuid, village uuid, surveyed_on date,
                        members smallint, income bigint, beside uuid, sent_from uuid, aside jsonb), jsonb_array_elements(facts))
             with ordinality as t (household, survey, round, village, surveyed_on, members, income, beside, sent_from, aside, facts, n)
    on conflict (household_id, id) do nothing;
  get diagnostics stored = row_count;
  if stored <> many then raise exception 'survey' using errcode = 'NB003'; end if;
  insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, class, possible, b1, b2,
                       lacking, undecidable, codes)
    select t.household, v.id, t.survey, t.round, t.village, v.purpose, v.standard_id, v.class, v.possible, v.b1, v.b2,
           v.lacking, v.undecidable, v.codes
      from rows from (jsonb_to_recordset(told) as (household uuid, survey uuid, round uuid, village uuid), jsonb_array_elements(verdicts))
             as t (household, survey, round, village, verdicts),
           jsonb_to_recordset(t.verdicts) as v (id uuid, purpose text, standard_id text, class text, possible text[],
             b1 numeric, b2 integer, lacking text[], undecidable text, codes text);
  -- A case out of its round, or of a household that has ended, stands as it was, as if the survey had come before. What is
  -- counted as it was is looked at once more where somebody held it meanwhile.
  with moved as (
    update review_case c set state = case when t.survey = any (alike) or t.has_left then c.state else t.state end,
                             left_state = case when t.survey = any (alike) or c.left_state is null then c.left_state else t.state end,
                             survey_id = coalesce(t.beside, t.survey), changed_at = now(),
                             opens = case when t.beside is null then t.opens else c.opens end,
                             closes = case when t.beside is null then t.closes else c.closes end
      from jsonb_to_recordset(told) as t (household uuid, village uuid, round uuid, survey uuid, of_case uuid, has_left boolean,
             has_gone boolean, was text, was_survey uuid, was_account uuid, state text, opens text, closes text, beside uuid),
           review_case o
     where o.household_id = t.household and o.id = t.of_case and c.household_id = o.household_id and c.id = o.id
       and c.state = o.state and c.opens is not distinct from o.opens and c.closes is not distinct from o.closes
       and (c.state = 'ended') = t.has_left
       and (coalesce(c.left_state, c.state) = t.was
            or t.beside is not null and coalesce(c.left_state, c.state) in ('submitted', 'accepted'))
       and c.survey_id is not distinct from t.was_survey
       and c.account_id is not distinct from t.was_account
       and c.village_id = t.village and c.round_id = t.round
    returning o as was, c as is_now, t.has_left or t.has_gone as recounts)
  select array_agg(m.was), array_agg(m.is_now), array_agg(m.recounts) into were, are, recounted from moved m;
  if cardinality(are) is distinct from many then raise exception 'case' using errcode = 'NB002'; end if;
  perform cases_moved(were, are, recounted);
end
$$;

comment on function nb_begin_each(uuid[], text[], uuid[], integer) is 'room: platform';
comment on function nb_standings(integer) is 'room: platform';
comment on function nb_finish_each(uuid[], text[], bytea[], jsonb[], uuid[], text[], uuid[], uuid[], jsonb[]) is 'room: platform';
comment on function cases_moved(review_case[], review_case[], boolean[]) is 'room: rounds';
comment on function survey_context(integer, uuid[], uuid[], uuid[], date[]) is 'room: surveys';
comment on function survey_store(jsonb, jsonb, jsonb) is 'room: surveys';
