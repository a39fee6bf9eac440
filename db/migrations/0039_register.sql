-- What happened to a household can be undone, openly; what happens to one reaches the open rounds and its papers.

-- households --------------------------------------------------------------------------------------------------------

-- An event says which act it belongs to (`act_id`: the first event of the act), how the rows of its household stood before
-- the act (`before`, once an act and household; numbers sealed as they were), and which event undid it. Events of before
-- this have none of it and cannot be undone.
alter table household_event add column act_id uuid, add column before jsonb, add column undone_by uuid,
  drop constraint household_event_kind_check,
  add constraint household_event_kind_check check (kind in ('listed', 'born', 'died', 'moved_in', 'moved_out', 'split', 'merged',
    'head_changed', 'address_changed', 'facts_changed', 'ended', 'undone'));
drop index household_event_head;
create index household_event_head on household_event (home_id, happened_on) where kind = 'head_changed' and undone_by is null;

-- As before, and says how the household stood (`place.before`).
create or replace function household_move(of_household uuid, place json, facts jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  home uuid := (place ->> 'village')::uuid;
  begins date := (place ->> 'from')::date;
  event uuid := (place ->> 'event')::uuid;
begin
  if not nb_holds(home) or not exists (
       select from household h where h.household_id = of_household and nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  if begins is not null then
    update household_residence set village_id = home, address = place ->> 'address'
     where household_id = of_household and valid_until is null and valid_from = begins;
    if not found then
      update household_residence set valid_until = begins
       where household_id = of_household and valid_until is null and valid_from < begins;
      insert into household_residence (household_id, id, village_id, home_id, address, valid_from)
        values (of_household, (place ->> 'residence')::uuid, home, home, place ->> 'address', begins);
    end if;
    update household set village_id = home, address = place ->> 'address' where household_id = of_household;
    perform household_home(of_household, home);
  end if;
  update household set number = place ->> 'number' where household_id = of_household;
  insert into household_event (household_id, id, home_id, happened_on, kind, facts, account_id, act_id, before)
    values (of_household, event, home, (place ->> 'on')::date, 'address_changed', facts, nb_account(), event,
            (place ->> 'before')::jsonb);
  perform households_draw(array[of_household]);
end
$$;

-- What the register shows with a household says where that lives.
create function household_home(of_household uuid, home uuid) returns void
  language plpgsql as $$
begin
  update member set home_id = home where household_id = of_household and home_id <> home;
  update household_event set home_id = home where household_id = of_household and home_id <> home;
  update household_residence set home_id = home where household_id = of_household and home_id <> home;
  update identity_index set home_id = home where household_id = of_household and home_id <> home;
end
$$;

-- Of these ids, those that may be taken over, as they stand: kept by the event that takes them over, to be given back.
create function identity_waiting(hashes text[])
  returns table (index_hash text, person_id uuid, household_id uuid, free_from date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if cardinality(nb_areas()) = 0 then return; end if;
  return query select i.index_hash, i.person_id, i.household_id, i.free_from from identity_index i
                where i.index_hash = any (hashes) and i.free_from is not null;
end
$$;

-- An act is undone: `undone` has its households, each with the event that says so; rows stand again as they did (`put`) or
-- go (`gone`); a household that the act founded stays, without a day. NB005: an id is no longer as the act left it.
create function household_undo(act uuid, undone json, households json, residences json, members json, identities json)
  returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  touched uuid[] := array(select u.household from json_to_recordset(undone) as u (household uuid));
  one record;
begin
  if exists (select from unnest(touched) as t (id) where not exists (
               select from household h where h.household_id = t.id and nb_holds(h.village_id)))
     or exists (select from json_to_recordset(households) as h (village_id uuid) where not nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  update household h set village_id = p.village_id, number = p.number, address = p.address, head_person_id = p.head_person_id,
                         head_name = p.head_name, started_on = p.started_on, ended_on = p.ended_on, end_reason = p.end_reason
    from json_populate_recordset(null::household, households) p
   where h.household_id = p.household_id and h.household_id = any (touched);
  delete from household_residence r using json_to_recordset(residences -> 'gone') as g (household_id uuid, id uuid)
   where r.household_id = g.household_id and r.id = g.id and r.household_id = any (touched);
  update household_residence r set village_id = p.village_id, address = p.address, valid_from = p.valid_from,
                                   valid_until = p.valid_until
    from json_populate_recordset(null::household_residence, residences -> 'put') p
   where r.household_id = p.household_id and r.id = p.id and r.household_id = any (touched);
  delete from member m using json_to_recordset(members -> 'gone') as g (household_id uuid, id uuid)
   where m.household_id = g.household_id and m.id = g.id and m.household_id = any (touched);
  update member m set full_name = p.full_name, sex = p.sex, birth_year = p.birth_year, birth_month = p.birth_month,
                      birth_day = p.birth_day, relation = p.relation, ethnicity = p.ethnicity,
                      citizen_id_sealed = p.citizen_id_sealed, citizen_id_end = p.citizen_id_end,
                      insurance_no_sealed = p.insurance_no_sealed, facts = p.facts, joined_on = p.joined_on,
                      join_reason = p.join_reason, left_on = p.left_on, leave_reason = p.leave_reason
    from json_populate_recordset(null::member, members -> 'put') p
   where m.household_id = p.household_id and m.id = p.id and m.household_id = any (touched);
  for one in select * from json_to_recordset(identities -> 'gone') as g (index_hash text, person_id uuid, household_id uuid, free_from date)
              order by g.index_hash loop
    delete from identity_index i where i.index_hash = one.index_hash and i.person_id = one.person_id
       and i.household_id = one.household_id and i.free_from is not distinct from one.free_from and i.household_id = any (touched);
    if not found then raise exception 'identity' using errcode = 'NB005'; end if;
  end loop;
  for one in select * from json_to_recordset(identities -> 'put') as p (index_hash text, person_id uuid, household_id uuid, free_from date)
              order by p.index_hash loop
    insert into identity_index (index_hash, person_id, household_id, home_id, free_from)
      select one.index_hash, one.person_id, h.household_id, h.village_id, one.free_from
        from household h
       where h.household_id = one.household_id and (h.household_id = any (touched) or exists (
               select from json_to_recordset(identities -> 'gone') as g (index_hash text) where g.index_hash = one.index_hash))
      on conflict do nothing;
    if not found then raise exception 'identity' using errcode = 'NB005'; end if;
  end loop;
  update household_event e set undone_by = u.event
    from json_to_recordset(undone) as u (household uuid, event uuid) where e.household_id = u.household and e.act_id = act;
  insert into household_event (household_id, id, home_id, happened_on, kind, facts, account_id, act_id, before)
    select h.household_id, u.event, h.village_id, u.happened, 'undone', u.facts, nb_account(), u.first, u.before
      from json_to_recordset(undone) as u (household uuid, event uuid, first uuid, happened date, facts jsonb, before jsonb)
      join household h on h.household_id = u.household;
  for one in select h.household_id, h.village_id from household h where h.household_id = any (touched) loop
    perform household_home(one.household_id, one.village_id);
  end loop;
  perform households_draw(touched);
end
$$;

comment on function household_home is 'room: households';
comment on function identity_waiting is 'room: households';
comment on function household_undo is 'room: households';

-- rounds ------------------------------------------------------------------------------------------------------------

-- Why a case left its round before that was decided (`moved`: to a village that the round does not take in; `household`:
-- it ended), since when, and where it stood; who had it before it was handed to the enumerator of another village.
alter table review_case add column left_because text, add column left_on date, add column left_state text,
  add column handed_from uuid, add column handed_on date,
  add constraint review_case_left check ((left_because is null) = (left_state is null)),
  add constraint review_case_left_because check (left_because in ('moved', 'household')),
  add constraint review_case_handed check ((handed_from is null) = (handed_on is null));
create index review_case_handed_from on review_case (handed_from) where handed_from is not null;

-- As before, and keeps where each stood, in case its household stands again.
create or replace function case_end(of_round uuid, but uuid[]) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  ended integer;
begin
  update review_case c set state = 'ended', left_because = 'household', left_state = c.state, changed_at = now()
   where c.round_id = of_round and c.state <> 'ended'
     and nb_holds(c.village_id)
     and exists (select from household h join area_reach r on r.area_id = h.village_id
                  where h.household_id = c.household_id and h.ended_on is not null and r.over_id = any (nb_areas()))
     and c.household_id <> all (but);
  get diagnostics ended = row_count;
  return ended;
end
$$;

-- The cases of a household in rounds that are not decided go where it lives: into the village, to the enumerator who
-- surveys there; out of the round where that does not take the village in (or what it became), while no decision is
-- drafted (or the one that is, is `withdrawn` now); and back where the household is back. The round takes in what its villages became.
create function case_follow(of_household uuid, today date, withdrawn uuid default null) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  home uuid;
  gone date;
  one record;
  before record;
  usual uuid;
  keeper uuid;
  stands text;
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
           changed_at = now()
     where c.household_id = of_household and c.id = one.id
       and (c.village_id, c.account_id, c.state) is distinct from (home, keeper, stands);
  end loop;
end
$$;

-- The same of every household of a round whose decision is withdrawn now: what left while that stood comes back.
create function cases_follow(of_round uuid, today date, withdrawn uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  household uuid;
begin
  for household in select c.household_id from review_case c join household h on h.household_id = c.household_id
                    where c.round_id = of_round and nb_holds(h.village_id)
                      and (c.left_state is not null or c.village_id <> h.village_id) order by 1 loop
    perform case_follow(household, today, withdrawn);
  end loop;
end
$$;

-- What the actor surveyed or was to survey and is in other hands, or left its round, because its household moved.
create function cases_handed_on()
  returns table (case_id uuid, round_id uuid, head_name text, village_id uuid, since date, taken_by text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select c.id, c.round_id, h.head_name, h.village_id, coalesce(c.left_on, c.handed_on),
           case when c.left_because is null then a.full_name end
      from review_case c
      join round r on r.id = c.round_id and r.state not in ('certificates', 'completed', 'cancelled')
      join household h on h.household_id = c.household_id
      left join account a on a.id = c.account_id
     where c.handed_from = nb_account() and c.handed_from is distinct from c.account_id
        or c.account_id = nb_account() and c.left_because = 'moved';
end
$$;

comment on function case_follow is 'room: rounds';
comment on function cases_follow is 'room: rounds';
comment on function cases_handed_on is 'room: rounds';

-- surveys -----------------------------------------------------------------------------------------------------------

-- As before; and the survey of a round that is not decided is seen where its case is.
create or replace function survey_rows_follow(of_household uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  update survey_note n set home_id = h.village_id from household h
   where n.household_id = of_household and h.household_id = n.household_id;
  for one in select c.round_id, c.village_id from review_case c join round r on r.id = c.round_id
              where c.household_id = of_household and c.left_because is null
                and r.state not in ('certificates', 'completed', 'cancelled') loop
    update survey set village_id = one.village_id
     where household_id = of_household and round_id = one.round_id and village_id <> one.village_id;
    update verdict set village_id = one.village_id
     where household_id = of_household and round_id = one.round_id and village_id <> one.village_id;
  end loop;
end
$$;

-- papers and decisions ----------------------------------------------------------------------------------------------

-- A paper may end by itself: with its household. What stood before is kept, in case that stands again.
alter table signed_paper add column ended_because text, add column until_before date,
  add constraint signed_paper_ended check (ended_because is null or in_force_until is not null),
  add constraint signed_paper_ended_because check (ended_because in ('household_ended'));

-- The certificates of a household end with it; without a day they hold again as they did.
create function certificate_end(of_household uuid, ended date) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  paper uuid;
begin
  if not exists (select from household h where h.household_id = of_household and nb_holds(h.village_id)) then
    raise exception 'household' using errcode = '42501';
  end if;
  for paper in select k.id from certificate k where k.household_id = of_household order by k.id loop
    if ended is null then
      update signed_paper p set in_force_until = p.until_before, until_before = null, ended_because = null
       where p.id = paper and p.ended_because is not null;
    else
      update signed_paper p set until_before = p.in_force_until, in_force_until = greatest(ended, p.in_force_from),
                                ended_because = 'household_ended'
       where p.id = paper and p.ended_because is null and p.in_force_from is not null
         and (p.in_force_until is null or p.in_force_until > ended);
    end if;
  end loop;
end
$$;

-- The decisions on a household that were fixed for signing after a moment and were not withdrawn, wherever they were taken:
-- what happened to the household before stands in them.
create function decisions_since(of_household uuid, since timestamptz)
  returns table (id uuid, state text, number text, signed_on date, printed_at timestamptz, area_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from household h where h.household_id = of_household and nb_holds(h.village_id)) then return; end if;
  return query
    select d.id, d.state, d.number, d.signed_on, d.printed_at, d.area_id
      from decision_entry e
      join decision d on d.id = e.decision_id and d.state in ('printed', 'in_force')
      join signed_paper p on p.id = d.id and p.registered_at > since
     where e.household_id = of_household order by p.registered_at desc;
end
$$;

-- As before, and a change of head that was undone was none.
create or replace function entry_texts(of_round uuid, of_day date, households uuid[], verdicts uuid[])
  returns table (household_id uuid, content jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with change as (
    select distinct on (e.household_id) e.household_id, (e.facts->>'fromPerson')::uuid as person, e.facts->>'from' as name
      from household_event e
     where e.household_id = any (households) and e.kind = 'head_changed' and e.undone_by is null and e.happened_on > of_day
     order by e.household_id, e.happened_on, e.created_at),
  present as (
    select m.household_id, jsonb_agg(jsonb_build_object('name', m.full_name, 'birthYear', m.birth_year, 'sex', m.sex,
             'relation', case when m.person_id = coalesce(c.person, h.head_person_id) then 'head'
                              when m.relation = 'head' then 'other' else m.relation end,
             'ethnicity', m.ethnicity)
             order by m.person_id <> coalesce(c.person, h.head_person_id), m.birth_year, m.birth_month, m.birth_day, m.id) as list
      from household h
      join member m on m.household_id = h.household_id
      left join change c on c.household_id = h.household_id
     where h.household_id = any (households) and m.joined_on <= of_day and (m.left_on is null or m.left_on > of_day)
     group by m.household_id),
  villages as (
    select distinct on (v.area_id) v.area_id, v.name from area_version v
     where v.area_id in (select c.village_id from review_case c where c.round_id = of_round)
     order by v.area_id, (v.valid_from <= of_day) desc, v.valid_from desc)
  select h.household_id, jsonb_build_object(
           'head', coalesce(b.name, h.head_name), 'address', coalesce(r.address, h.address), 'village', v.name,
           'members', coalesce(p.list, '[]'),
           'merit', coalesce(jsonb_path_exists(s.facts, '$.members[*] ? (@.merit == true)'), false),
           'noLabour', coalesce(jsonb_path_exists(s.facts, '$.members[*]')
             and not jsonb_path_exists(s.facts, '$.members[*] ? (!(@.canWork == false))'), false),
           'supports', coalesce(s.facts->'support', '[]'))
    from household h
    join unnest(households, verdicts) as a (household_id, verdict_id) on a.household_id = h.household_id
    join review_case c on c.household_id = h.household_id and c.round_id = of_round
    join villages v on v.area_id = c.village_id
    left join change b on b.household_id = h.household_id
    left join household_residence r on r.household_id = h.household_id
          and r.valid_from <= of_day and (r.valid_until is null or r.valid_until > of_day)
    left join present p on p.household_id = h.household_id
    left join verdict o on o.household_id = h.household_id and o.id = a.verdict_id
    left join survey s on s.household_id = o.household_id and s.id = o.survey_id
   order by v.name collate vietnamese, c.village_id, given_name(coalesce(b.name, h.head_name)) collate vietnamese,
            coalesce(b.name, h.head_name) collate vietnamese, p.list->0->>'birthYear', h.household_id;
end
$$;

comment on function certificate_end is 'room: decisions';
comment on function decisions_since is 'room: decisions';

revoke execute on function household_home(uuid, uuid), identity_waiting(text[]),
  household_undo(uuid, json, json, json, json, json), case_follow(uuid, date, uuid), cases_follow(uuid, date, uuid),
  cases_handed_on(), certificate_end(uuid, date), decisions_since(uuid, timestamptz) from public;
grant execute on function identity_waiting(text[]), household_undo(uuid, json, json, json, json, json),
  case_follow(uuid, date, uuid), cases_follow(uuid, date, uuid), cases_handed_on(), certificate_end(uuid, date),
  decisions_since(uuid, timestamptz) to nb_app;
