-- A survey that was finished while its household went into other hands is taken, and a person decides on it.

-- Who had a case on his list before, and in which village, in step with each other: oldest first. Null of most.
alter table review_case add column had_by uuid[], add column had_in uuid[],
  add constraint review_case_had check (cardinality(had_by) is not distinct from cardinality(had_in));

-- In which village its sender had the household, where that was another's to survey when the survey came.
alter table survey add column sent_from uuid;

-- rounds: as before; and who had it is remembered.
create or replace function case_assign(of_round uuid, enumerator uuid, of_village uuid, households uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  assigned integer;
begin
  update review_case c
     set had_by = case when c.account_id <> enumerator then c.had_by || c.account_id else c.had_by end,
         had_in = case when c.account_id <> enumerator then c.had_in || c.village_id else c.had_in end,
         account_id = enumerator, state = case when c.state = 'listed' then 'assigned' else c.state end, changed_at = now()
   where c.round_id = of_round and c.state in ('listed', 'assigned', 'returned')
     and (of_village is null or c.village_id = of_village)
     and (households is null or c.household_id = any (households))
     and nb_holds(c.village_id)
     and exists (select from household h join area_reach r on r.area_id = h.village_id
                  where h.household_id = c.household_id and h.ended_on is null and r.over_id = any (nb_areas()));
  get diagnostics assigned = row_count;
  if assigned > 0 then
    perform case_recount(array[of_round], array(
      select distinct c.village_id from review_case c
       where c.round_id = of_round and (of_village is null or c.village_id = of_village)
         and (households is null or c.household_id = any (households))));
  end if;
  return assigned;
end
$$;

create or replace function case_follow(of_household uuid, today date, withdrawn uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  home uuid;
  gone date;
  one record;
  before record;
  usual uuid;
  keeper uuid;
  stands text;
  been uuid[] := array(select c.village_id from review_case c where c.household_id = of_household);
begin
  select h.village_id, h.ended_on into home, gone from household h where h.household_id = of_household and nb_holds(h.village_id);
  if home is null then raise exception 'household' using errcode = '42501'; end if;
  for one in select c.id, c.round_id, c.state, c.account_id, c.village_id, c.left_state, c.handed_from, c.handed_on,
                    nullif(r.decision_id, withdrawn) as decision_id
               from review_case c join round r on r.id = c.round_id
              where c.household_id = of_household and r.state not in ('certificates', 'completed', 'cancelled') loop
    select v.village_id, v.account_id, v.annual_area, v.annual_from into before
      from round_village v join area_reach a on a.area_id = v.village_id
     where v.round_id = one.round_id and v.left_on is null and a.over_id = home order by v.village_id = home desc limit 1;
    if before.village_id is null then
      if one.state <> 'ended' and one.decision_id is null and gone is null then
        update review_case c set state = 'ended', left_because = 'moved', left_state = one.state, left_on = today, changed_at = now()
         where c.household_id = of_household and c.id = one.id;
      end if;
      continue;
    end if;
    continue when gone is not null or (one.state = 'ended' and (one.left_state is null or one.decision_id is not null));
    if before.village_id <> home then
      insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
        values (one.round_id, home, before.account_id, before.annual_area, before.annual_from) on conflict do nothing;
    end if;
    usual := before.account_id;
    stands := coalesce(one.left_state, one.state);
    keeper := one.account_id;
    if stands in ('listed', 'assigned', 'returned') and not exists (
         select from access_grant g join area_reach a on a.over_id = g.area_id
          where g.account_id = one.account_id and g.role = 'enumerator' and a.area_id = home
            and g.valid_from <= today and (g.valid_until is null or today < g.valid_until)) then
      keeper := usual;
    end if;
    if stands in ('listed', 'assigned') then stands := case when keeper is null then 'listed' else 'assigned' end; end if;
    update review_case c
       set village_id = home, account_id = keeper, state = stands, left_because = null, left_state = null, left_on = null,
           handed_from = case when keeper is not distinct from one.account_id then one.handed_from
                              when keeper = one.handed_from then null else coalesce(one.account_id, one.handed_from) end,
           handed_on = case when keeper is not distinct from one.account_id then one.handed_on
                            when keeper = one.handed_from then null
                            when coalesce(one.account_id, one.handed_from) is null then null else today end,
           had_by = case when one.account_id is not null and (keeper, home) is distinct from (one.account_id, one.village_id)
                         then c.had_by || c.account_id else c.had_by end,
           had_in = case when one.account_id is not null and (keeper, home) is distinct from (one.account_id, one.village_id)
                         then c.had_in || c.village_id else c.had_in end,
           changed_at = now()
     where c.household_id = of_household and c.id = one.id
       and (c.village_id, c.account_id, c.state) is distinct from (home, keeper, stands);
  end loop;
  perform case_recount(array(select c.round_id from review_case c where c.household_id = of_household),
                       been || array(select c.village_id from review_case c where c.household_id = of_household));
end
$$;

create or replace function rounds_return(village uuid, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
declare
  one record;
  of_case uuid;
  held uuid[];
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select s.* from round_succession s join round r on r.id = s.round_id
              where s.village_id = village and r.state not in ('certificates', 'completed', 'cancelled') order by s.round_id loop
    insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
      values (one.round_id, village, one.account_id, one.annual_area, one.annual_from)
      on conflict (round_id, village_id) do update
        set account_id = excluded.account_id, annual_area = excluded.annual_area, annual_from = excluded.annual_from, left_on = null;
    -- What was handed over because the village had ended goes back to whoever had it and may survey there still.
    update review_case c set account_id = c.handed_from, handed_from = null, handed_on = null,
           had_by = case when c.account_id is null then c.had_by else c.had_by || c.account_id end,
           had_in = case when c.account_id is null then c.had_in else c.had_in || c.village_id end
      from household h
     where c.round_id = one.round_id and h.household_id = c.household_id and h.village_id = village and c.village_id <> village
       and c.handed_on = one.since and c.state in ('listed', 'assigned', 'returned')
       and exists (select from access_grant g join area_reach a on a.over_id = g.area_id
                    where g.account_id = c.handed_from and g.role = 'enumerator' and a.area_id = village
                      and g.valid_from <= today and (g.valid_until is null or today < g.valid_until));
    for of_case in select c.household_id from review_case c join household h on h.household_id = c.household_id
                    where c.round_id = one.round_id and h.village_id = village and (c.village_id <> village or c.left_state is not null)
                    order by 1 loop
      perform case_follow(of_case, today);
    end loop;
    held := array(select distinct c.village_id from review_case c where c.round_id = one.round_id);
    delete from round_village v
     where v.round_id = one.round_id and v.village_id <> village and v.village_id <> all (held)
       and (v.village_id = any (one.added) or not exists (
              select from area_version a where a.area_id = v.village_id and a.valid_until is distinct from a.valid_from));
  end loop;
  delete from round_succession s where s.village_id = village;
  -- Those of rounds that are over, too: their households live elsewhere again.
  perform case_recount(array(select distinct c.round_id from review_case c join household h on h.household_id = c.household_id
                              where h.village_id = village order by 1),
                       array(select distinct c.village_id from review_case c join household h on h.household_id = c.household_id
                              where h.village_id = village order by 1));
end
$$;

-- As before; and by which household a form that was begun is found.
drop function cases_handed_on();
create function cases_handed_on()
  returns table (household_id uuid, case_id uuid, round_id uuid, head_name text, village_id uuid, since date, taken_by text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select c.household_id, c.id, c.round_id, h.head_name, h.village_id, coalesce(c.left_on, c.handed_on),
           case when c.left_because is null then a.full_name end
      from review_case c
      join round r on r.id = c.round_id and r.state not in ('certificates', 'completed', 'cancelled')
      join household h on h.household_id = c.household_id
      left join account a on a.id = c.account_id
     where c.handed_from = nb_account() and c.handed_from is distinct from c.account_id
        or c.account_id = nb_account() and c.left_because = 'moved';
end
$$;
comment on function cases_handed_on is 'room: rounds';
revoke execute on function cases_handed_on() from public;
grant execute on function cases_handed_on() to nb_app;

-- surveys -----------------------------------------------------------------------------------------------------------

-- What must be known of a case to take a survey: asked by who reaches its village, and by who had it on his list
-- (`handed`). Where the household left the round and is asked in another on the same form now, it is the case there.
drop function survey_context(uuid, uuid, uuid, uuid);
create function survey_context(account uuid, of_household uuid, of_case uuid, of_survey uuid, of_day date)
  returns table (case_id uuid, village_id uuid, over_ids uuid[], case_state text, case_account uuid, case_survey uuid,
                 survey_account uuid, has_left boolean, has_gone boolean, handed boolean, sent_from uuid,
                 round_id uuid, round_state text, window_from date, window_until date, form_hash text, opening_hash text,
                 opening_points text, closing_hash text, closing_points text, kept jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  one review_case;
  there review_case;
  reaches boolean;
  was_mine boolean;
  was_in uuid;
begin
  select * into one from review_case c where c.household_id = of_household and c.id = of_case;
  if not found then return; end if;
  reaches := exists (select from area_reach a where a.area_id = one.village_id and a.over_id = any (nb_areas()));
  was_mine := (one.account_id is distinct from account or not reaches)
              and coalesce(one.handed_from = account or account = any (one.had_by), false);
  if not was_mine and not reaches then return; end if;
  if was_mine then
    was_in := (select h.village from unnest(one.had_by, one.had_in) with ordinality as h (who, village, n)
                where h.who = account order by h.n desc limit 1);
  end if;
  if one.left_because = 'moved' and (was_mine or one.account_id = account) then
    select c.* into there
      from review_case c join round r on r.id = c.round_id join round x on x.id = one.round_id
     where c.household_id = of_household and c.state <> 'ended' and r.state in ('surveying', 'checking')
       and r.form_hash = x.form_hash and of_day between r.window_from and r.window_until
       and not exists (select from survey s where s.household_id = of_household and s.id = of_survey and s.round_id = x.id)
     order by r.window_from desc, c.id limit 1;
    if found then
      was_mine := true;
      was_in := coalesce(was_in, one.village_id);
      one := there;
    end if;
  end if;
  return query
    select one.id, one.village_id, array(select a.over_id from area_reach a where a.area_id = one.village_id),
           coalesce(one.left_state, one.state), one.account_id, one.survey_id,
           (select s.account_id from survey s where s.household_id = of_household and s.id = one.survey_id),
           one.state = 'ended', h.ended_on is not null, was_mine, was_in,
           r.id, r.state, r.window_from, r.window_until,
           r.form_hash, r.opening_hash, r.opening_points, r.closing_hash, r.closing_points,
           (select jsonb_build_object('by', s.account_id, 'round', s.round_id, 'form', s.form_hash, 'on', s.surveyed_on,
                                      'facts', s.facts, 'beside', s.beside)
              from survey s where s.household_id = of_household and s.id = of_survey)
      from round r join household h on h.household_id = of_household
     where r.id = one.round_id;
end
$$;
comment on function survey_context is 'room: surveys';
revoke execute on function survey_context(uuid, uuid, uuid, uuid, date) from public;
grant execute on function survey_context(uuid, uuid, uuid, uuid, date) to nb_app;

create or replace function survey_store(account uuid, told jsonb, facts jsonb, verdicts json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
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
                              and s.facts = survey_store.facts);
  before review_case;
  after review_case;
  opens_as text;
  closes_as text;
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
  insert into survey (household_id, id, round_id, village_id, account_id, form_hash, facts, surveyed_on, members, income,
                      beside, taken, sent_from)
    values (of_household, of_survey, of_round, of_village, account, told ->> 'form', facts,
            (told ->> 'surveyed_on')::date, (told ->> 'members')::smallint, (told ->> 'income')::bigint,
            of_beside, case when alike then false end, (told ->> 'from')::uuid)
    on conflict (household_id, id) do nothing;
  if not found then raise exception 'survey' using errcode = 'NB003'; end if;
  insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, standard_hash, points_hash,
                       class, possible, b1, b2, lacking, undecidable, reasons)
    select of_household, v.id, of_survey, of_round, of_village, v.purpose, v.standard_id, v.standard_hash, v.points_hash,
           v.class, v.possible, v.b1, v.b2, v.lacking, v.undecidable, v.reasons
      from json_to_recordset(verdicts) as v (id uuid, purpose text, standard_id text, standard_hash text,
           points_hash text, class text, possible text[], b1 numeric, b2 integer, lacking text[], undecidable text,
           reasons json);
  select max(coalesce(v.class, 'open')) filter (where v.purpose = 'opens'), max(coalesce(v.class, 'open')) filter (where v.purpose = 'closes')
    into opens_as, closes_as from json_to_recordset(verdicts) as v (purpose text, class text);
  select * into before from review_case c where c.household_id = of_household and c.id = (told ->> 'case')::uuid for update;
  update review_case c set state = case when alike or has_left then c.state else told ->> 'state' end,
                           left_state = case when alike or c.left_state is null then c.left_state else told ->> 'state' end,
                           survey_id = coalesce(of_beside, of_survey), changed_at = now(),
                           opens = case when of_beside is null then opens_as else c.opens end,
                           closes = case when of_beside is null then closes_as else c.closes end
   where c.household_id = of_household and c.id = (told ->> 'case')::uuid
     and (c.state = 'ended') = has_left
     and (coalesce(c.left_state, c.state) = told ->> 'was'
          or of_beside is not null and coalesce(c.left_state, c.state) in ('submitted', 'accepted'))
     and c.survey_id is not distinct from (told ->> 'was_survey')::uuid
     and c.account_id is not distinct from (told ->> 'was_account')::uuid
     and c.village_id = of_village and c.round_id = of_round
   returning c.* into after;
  if not found then raise exception 'case' using errcode = 'NB002'; end if;
  if has_left or has_gone then
    perform case_recount(array[of_round], array[of_village]);
  else
    perform case_moved(before, after);
  end if;
end
$$;
