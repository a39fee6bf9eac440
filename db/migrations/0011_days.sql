-- What can never be at once: two classes of a household on one day, one role given twice, one village in two annual
-- rounds. An earlier version could write such rows where two people acted in the same second. They are put right first,
-- by one rule: the later stretch succeeds the earlier, which ends where the later begins, as it would have been written
-- one after the other. Each mended row leaves a line in the audit with what stood before; the account is nobody's (zeros).

-- A stretch may be empty: corrected on the very day on which it began.
alter table household_residence drop constraint household_residence_period,
  add constraint household_residence_period check (valid_until is null or valid_until >= valid_from);

-- Two classes never begin on one day (household_class_starts_once), so each has a day on which the next begins.
with following as (
  select household_id, id, valid_until as was, lead(valid_from) over (partition by household_id order by valid_from) as next
    from household_class),
mended as (
  update household_class c set valid_until = f.next from following f
   where c.household_id = f.household_id and c.id = f.id and f.next < coalesce(f.was, 'infinity')
  returning c.household_id, c.village_id, c.decision_id, c.valid_from, f.was, c.valid_until)
insert into audit_line (id, account_id, what, subject_id, area_id, facts)
  select gen_random_uuid(), '00000000-0000-0000-0000-000000000000', 'household.class_mended', household_id, village_id,
         jsonb_build_object('decision', decision_id, 'from', valid_from, 'untilBefore', was, 'until', valid_until)
    from mended;

with following as (
  select household_id, id, valid_until as was,
         lead(valid_from) over (partition by household_id order by valid_from, id) as next
    from household_residence
   where valid_until is distinct from valid_from),
mended as (
  update household_residence r set valid_until = f.next from following f
   where r.household_id = f.household_id and r.id = f.id and f.next < coalesce(f.was, 'infinity')
  returning r.household_id, r.village_id, r.valid_from, f.was, r.valid_until)
insert into audit_line (id, account_id, what, subject_id, area_id, facts)
  select gen_random_uuid(), '00000000-0000-0000-0000-000000000000', 'household.residence_mended', household_id, village_id,
         jsonb_build_object('from', valid_from, 'untilBefore', was, 'until', valid_until)
    from mended;

with following as (
  select household_id, id, left_on as was,
         lead(joined_on) over (partition by household_id, person_id order by joined_on, id) as next
    from member
   where left_on is distinct from joined_on),
mended as (
  update member m set left_on = f.next, leave_reason = coalesce(m.leave_reason, 'moved_out') from following f
   where m.household_id = f.household_id and m.id = f.id and f.next < coalesce(f.was, 'infinity')
  returning m.household_id, m.id, m.joined_on, f.was, m.left_on)
insert into audit_line (id, account_id, what, subject_id, area_id, facts)
  select gen_random_uuid(), '00000000-0000-0000-0000-000000000000', 'household.stay_mended', m.household_id, h.village_id,
         jsonb_build_object('memberId', m.id, 'joinedOn', m.joined_on, 'leftOnBefore', m.was, 'leftOn', m.left_on)
    from mended m join household h using (household_id);

alter table household_class add constraint household_class_one_a_day
  exclude using gist (household_id with =, daterange(valid_from, valid_until) with &&);
alter table household_residence add constraint household_residence_one_a_day
  exclude using gist (household_id with =, daterange(valid_from, valid_until) with &&);
-- Of members, by far the most rows, only what is open: their past days are held by the household's lock and, from one
-- household to the next, by the day a citizen id is free from.
create unique index member_stays_once on member (household_id, person_id) where left_on is null;

-- Who holds a household now also sees and ends the classes it was given elsewhere: a class is succeeded by the commune
-- where the household lives.
create policy household_class_follows on household_class using (
  exists (select from household h where h.household_id = household_class.household_id));

-- A citizen id is free from a day on, not just free: nobody joins the next household before leaving the last.
alter table identity_index add column free_from date;   -- moved out on this day and entered nowhere yet
update identity_index i set free_from = coalesce(
  (select max(m.left_on) from member m where m.household_id = i.household_id and m.person_id = i.person_id), '-infinity')
 where i.free;
alter table identity_index drop column free;

-- Takes citizen ids for persons who join on a day households the actor may write. Answers who holds each afterwards: the
-- person given, or the person set free by moving out of another household, seen or not. `there_until`: the holder moves
-- out only on that later day, and keeps the id. An id that is missing in the answer is in use; where, is not told.
drop function identity_claim(text[], uuid[], uuid[]);
create function identity_claim(hashes text[], persons uuid[], households uuid[], days date[])
  returns table (taken_hash text, taken_by uuid, there_until date)
  language sql volatile security definer set search_path = public, pg_temp as $$
  with asked as (
    select c.hash, c.person, c.household, c.day
      from unnest(hashes, persons, households, days) as c (hash, person, household, day)
      join household h on h.household_id = c.household
     where exists (select from area_reach r where r.area_id = h.village_id and r.over_id = any ((select nb_areas())::uuid[]))),
  claimed as (
    insert into identity_index as i (index_hash, person_id, household_id)
      select a.hash, a.person, a.household from asked a order by a.hash  -- one order for all, so that no two wait for each other
      on conflict (index_hash) do update set household_id = excluded.household_id, free_from = null
        where i.free_from <= (select a.day from asked a where a.hash = i.index_hash)
      returning i.index_hash, i.person_id)
  select index_hash, person_id, null::date from claimed
  union all
  select i.index_hash, null, i.free_from from identity_index i join asked a on a.hash = i.index_hash
   where i.free_from > a.day
$$;
revoke execute on function identity_claim(text[], uuid[], uuid[], date[]) from public;
grant execute on function identity_claim(text[], uuid[], uuid[], date[]) to nb_app;

create or replace function identity_in_use(hashes text[]) returns setof integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.at::integer from unnest(hashes) with ordinality as c (hash, at)
    join identity_index i on i.index_hash = c.hash
   where i.free_from is null and cardinality(nb_areas()) > 0
$$;

-- A household that has ended asks nothing more of a round that is not decided yet: its case ends with it. Drafting a
-- decision writes that down in the cases it leaves out.
alter table review_case drop constraint review_case_state_check, drop constraint review_case_has_survey,
  add constraint review_case_state_check check (state in ('listed', 'assigned', 'submitted', 'returned', 'accepted', 'ended')),
  add constraint review_case_has_survey check (state in ('listed', 'assigned', 'ended') or survey_id is not null);
create function case_state(state text, household_ended date, round_state text) returns text
  language sql immutable parallel safe
  return case when household_ended is not null and round_state not in ('certificates', 'completed', 'cancelled')
              then 'ended' else state end;

-- Holds a household against ending until the transaction ends; false where it has ended. Sees past row security, since an
-- enumerator still sends the survey of a household that moved out of his village; tells nothing else.
create function household_stands(of_household uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$  -- plpgsql keeps its plan
begin
  perform from household where household_id = of_household and ended_on is null for share;
  return found;
end
$$;
revoke execute on function household_stands(uuid) from public;
grant execute on function household_stands(uuid) to nb_app;

create or replace function survey_context(account uuid, of_household uuid, of_case uuid)
  returns table (village_id uuid, over_ids uuid[], case_state text, case_account uuid, case_survey uuid, round_id uuid,
                 round_state text, window_from date, form_hash text, opening_hash text, opening_points text,
                 closing_hash text, closing_points text)
  language plpgsql stable as $$
begin
  return query
    select c.village_id, array(select a.over_id from area_reach a where a.area_id = c.village_id),
           case_state(c.state, h.ended_on, r.state), c.account_id, c.survey_id, r.id, r.state, r.window_from,
           r.form_hash, r.opening_hash, r.opening_points, r.closing_hash, r.closing_points
      from review_case c join round r on r.id = c.round_id
      left join household h on h.household_id = c.household_id
     where c.household_id = of_household and c.id = of_case;
end
$$;

-- As before, and holds the household first, then the case as it was seen: in whose hands, in which state, with which
-- survey. NB004: the household has ended.
create or replace function survey_store(account uuid, told jsonb, facts jsonb, verdicts json)
  returns void
  language plpgsql as $$
declare
  of_household uuid := (told ->> 'household')::uuid;
  of_village uuid := (told ->> 'village')::uuid;
  of_round uuid := (told ->> 'round')::uuid;
  of_survey uuid := (told ->> 'survey')::uuid;
begin
  if not household_stands(of_household) then raise exception 'household' using errcode = 'NB004'; end if;
  insert into survey (household_id, id, round_id, village_id, account_id, form_hash, facts, surveyed_on, members, income)
    values (of_household, of_survey, of_round, of_village, account, told ->> 'form', facts,
            (told ->> 'surveyed_on')::date, (told ->> 'members')::smallint, (told ->> 'income')::bigint)
    on conflict (household_id, id) do nothing;
  if not found then raise exception 'survey' using errcode = 'NB003'; end if;
  insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, standard_hash, points_hash,
                       class, possible, b1, b2, lacking, undecidable, reasons)
    select of_household, v.id, of_survey, of_round, of_village, v.purpose, v.standard_id, v.standard_hash, v.points_hash,
           v.class, v.possible, v.b1, v.b2, v.lacking, v.undecidable, v.reasons
      from json_to_recordset(verdicts) as v (id uuid, purpose text, standard_id text, standard_hash text,
           points_hash text, class text, possible text[], b1 numeric, b2 integer, lacking text[], undecidable text,
           reasons json);
  update review_case c set state = told ->> 'state', survey_id = of_survey, changed_at = now()
   where c.household_id = of_household and c.id = (told ->> 'case')::uuid and c.state = told ->> 'was'
     and c.survey_id is not distinct from (told ->> 'was_survey')::uuid
     and c.account_id is not distinct from (told ->> 'was_account')::uuid;
  if not found then raise exception 'case' using errcode = 'NB002'; end if;
end
$$;

-- One village, one annual round a year of one commune, unless it was cancelled. Of rounds opened twice before, the one
-- that came furthest holds the place, then the first opened; the others go on as they are.
alter table round_village add column annual_area uuid, add column annual_from date,
  add constraint round_village_annual check ((annual_area is null) = (annual_from is null)),
  add constraint round_village_once_a_year unique (village_id, annual_area, annual_from);
update round_village v set annual_area = f.area_id, annual_from = f.classes_hold_from
  from (select x.round_id, x.village_id, r.area_id, r.classes_hold_from,
               row_number() over (partition by x.village_id, r.area_id, r.classes_hold_from
                 order by (select max(array_position('{drafted,printed,in_force}', d.state)) from decision d
                            where d.round_id = r.id and d.state <> 'withdrawn') desc nulls last, r.created_at, r.id) as place
          from round_village x join round r on r.id = x.round_id
         where r.kind = 'annual' and r.state <> 'cancelled') f
 where v.round_id = f.round_id and v.village_id = f.village_id and f.place = 1;
grant update (annual_area, annual_from) on round_village to nb_app;

-- The same role over the same area is held once on a day. Of grants given twice, one that lies within another held
-- nothing more and becomes empty; of two that overlap, the earlier ends where the later begins. Nobody loses a day.
with covered as (
  select id, valid_until as was,
         coalesce(valid_until, 'infinity') <= max(coalesce(valid_until, 'infinity')) over (
           partition by account_id, role, area_id order by valid_from, coalesce(valid_until, 'infinity') desc, given_at, id
           rows between unbounded preceding and 1 preceding) as within
    from access_grant
   where valid_until is distinct from valid_from),
mended as (
  update access_grant g set valid_until = g.valid_from from covered c where g.id = c.id and c.within
  returning g.id, g.area_id, g.account_id, g.valid_from, c.was, g.valid_until)
insert into audit_line (id, account_id, what, subject_id, area_id, facts)
  select gen_random_uuid(), '00000000-0000-0000-0000-000000000000', 'grant.mended', id, area_id,
         jsonb_build_object('account', account_id, 'from', valid_from, 'untilBefore', was, 'until', valid_until)
    from mended;
with following as (
  select id, valid_until as was, lead(valid_from) over (partition by account_id, role, area_id order by valid_from) as next
    from access_grant
   where valid_until is distinct from valid_from),
mended as (
  update access_grant g set valid_until = f.next from following f
   where g.id = f.id and f.next < coalesce(f.was, 'infinity')
  returning g.id, g.area_id, g.account_id, g.valid_from, f.was, g.valid_until)
insert into audit_line (id, account_id, what, subject_id, area_id, facts)
  select gen_random_uuid(), '00000000-0000-0000-0000-000000000000', 'grant.mended', id, area_id,
         jsonb_build_object('account', account_id, 'from', valid_from, 'untilBefore', was, 'until', valid_until)
    from mended;
alter table access_grant add constraint access_grant_once
  exclude using gist (account_id with =, role with =, area_id with =, daterange(valid_from, valid_until) with &&);

comment on function case_state(text, date, text) is 'room: rounds';
comment on function household_stands(uuid) is 'room: households';
