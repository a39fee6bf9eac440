-- What who surveys tells the commune of the list of a round: who is not on it, and who cannot be surveyed. Ids are made on the phone.
create table survey_notice (
  id uuid primary key,
  round_id uuid not null references round (id),
  -- Where it is looked at: the village of its case, or the one that it was made for; once that has ended what succeeds it.
  village_id uuid not null references area (id),
  -- Villages that ended under it, the last one last.
  was_in uuid[] not null default '{}',
  -- Of one that is on the list. No key leads from a unit to what is spread.
  household_id uuid,
  case_id uuid,
  kind text not null,
  -- As it was said; of one on the list as the register had it when the notice came.
  head_name text not null check (head_name <> ''),
  details jsonb not null,
  made_on date not null,
  -- As the phone said, where that day cannot be.
  said_on date,
  made_by uuid not null references account (id),
  received_at timestamptz not null,
  state text not null default 'open',
  -- What the commune answered, the first first: outcome, words, by, at.
  answers jsonb not null default '[]',
  withdrawn_at timestamptz,
  constraint survey_notice_kind check (kind in ('unlisted', 'moved', 'refuses', 'absent', 'double', 'gone')),
  constraint survey_notice_state check (state in ('open', 'settled', 'withdrawn')),
  constraint survey_notice_of check (num_nonnulls(household_id, case_id) = case when kind = 'unlisted' then 0 else 2 end),
  constraint survey_notice_answered check ((state = 'settled') = (jsonb_array_length(answers) > 0)),
  constraint survey_notice_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null))
);
comment on table survey_notice is 'family: unit; room: surveys';
alter table survey_notice enable row level security;
create index survey_notice_round on survey_notice (round_id, village_id);
create index survey_notice_household on survey_notice (household_id);
create index survey_notice_made_by on survey_notice (made_by);
-- Who made one reads what became of it, wherever it lies by now.
select nb_guard('survey_notice', '{village_id}', 'select', also => 'made_by = nb_account()'),
       nb_guard('survey_notice', '{village_id}', 'update');
grant select, update (state, answers) on survey_notice to nb_app;

-- What must be known to take one: of a household asked by who reaches its case or had it on his list (`handed`); of one that is
-- not on the list by who reaches the village, which is of the round or was until it ended. `kept`: what stands under its id.
create function survey_notice_context(of_round uuid, of_village uuid, of_household uuid, of_case uuid, of_notice uuid, today date)
  returns table (round_state text, window_from date, window_until date, village_id uuid, over_ids uuid[], head_name text,
                 case_account uuid, case_state text, surveyed boolean, has_left boolean, handed boolean, kept jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  one review_case;
  home household;
  reaches boolean;
  was_mine boolean := false;
  place uuid := of_village;
begin
  if of_case is null then
    if not exists (select from round_village v where v.round_id = of_round and v.village_id = of_village)
       and not exists (select from round_succession s where s.round_id = of_round and s.village_id = of_village) then
      return;
    end if;
    if not nb_holds(of_village) then return; end if;
  else
    select * into one from review_case c where c.household_id = of_household and c.id = of_case and c.round_id = of_round;
    if not found then return; end if;
    select * into home from household h where h.household_id = of_household;
    reaches := nb_holds(one.village_id);
    was_mine := (one.account_id is distinct from nb_account() or not reaches)
                and coalesce(one.handed_from = nb_account() or nb_account() = any (one.had_by), false);
    if not was_mine and not reaches then return; end if;
    place := one.village_id;
    -- In another commune by now, it is told where it was.
    if not reaches then
      place := coalesce((select h.village from unnest(one.had_by, one.had_in) with ordinality as h (who, village, n)
                          where h.who = nb_account() order by h.n desc limit 1), of_village);
    end if;
  end if;
  return query
    select r.state, r.window_from, r.window_until, coalesce((select a.heir from area_heir(place, today) a), place),
           array(select a.over_id from area_reach a where a.area_id = case when of_case is null then of_village else place end),
           home.head_name, one.account_id, coalesce(one.left_state, one.state), one.survey_id is not null,
           coalesce(one.state = 'ended' or home.ended_on is not null, false), was_mine,
           (select jsonb_build_object('by', n.made_by, 'round', n.round_id, 'case', n.case_id, 'kind', n.kind,
                                      'head', case when n.case_id is null then n.head_name end,
                                      'on', coalesce(n.said_on, n.made_on), 'details', n.details, 'state', n.state)
              from survey_notice n where n.id = of_notice)
      from round r where r.id = of_round;
end
$$;
comment on function survey_notice_context is 'room: surveys';

-- Takes one of the actor's, where that is known of it; false where something stands under its id.
create function survey_notice_store(told jsonb, today date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  context record;
begin
  select c.* into context
    from survey_notice_context((told ->> 'round')::uuid, (told ->> 'village')::uuid, (told ->> 'household')::uuid,
                               (told ->> 'case')::uuid, (told ->> 'id')::uuid, today) c;
  if not found then raise exception 'notice' using errcode = '42501'; end if;
  insert into survey_notice (id, round_id, village_id, household_id, case_id, kind, head_name, details, made_on, said_on, made_by, received_at)
    values ((told ->> 'id')::uuid, (told ->> 'round')::uuid, context.village_id, (told ->> 'household')::uuid, (told ->> 'case')::uuid,
            told ->> 'kind', coalesce(context.head_name, told ->> 'head'), told -> 'details', (told ->> 'on')::date,
            (told ->> 'said')::date, nb_account(), (told ->> 'at')::timestamptz)
    on conflict (id) do nothing;
  return found;
end
$$;
comment on function survey_notice_store is 'room: surveys';

-- Only its maker takes it back, while nobody has answered; wherever it lies by now.
create function survey_notice_withdraw(of_notice uuid, instant timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update survey_notice n set state = 'withdrawn', withdrawn_at = instant
   where n.id = of_notice and n.made_by = nb_account() and n.state = 'open';
  return found;
end
$$;
comment on function survey_notice_withdraw is 'room: surveys';

-- Those of a household go where its case goes.
create function survey_notices_follow(of_household uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  for one in select c.id, c.village_id from review_case c join round r on r.id = c.round_id
              where c.household_id = of_household and c.left_because is null
                and r.state not in ('certificates', 'completed', 'cancelled') loop
    update survey_notice n set village_id = one.village_id
     where n.household_id = of_household and n.case_id = one.id and n.village_id <> one.village_id;
  end loop;
end
$$;
comment on function survey_notices_follow is 'room: surveys';

-- The village has ended: of those on the list where their cases are, of the others what succeeds it.
create function survey_notices_succeed(village uuid, today date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one uuid;
  next_one uuid := (select a.heir from area_heir(village, today) a);
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  for one in select distinct n.household_id from survey_notice n where n.village_id = village and n.household_id is not null order by 1 loop
    perform survey_notices_follow(one);
  end loop;
  if next_one is not null then
    update survey_notice n set village_id = next_one, was_in = n.was_in || village where n.village_id = village;
  end if;
end
$$;
comment on function survey_notices_succeed is 'room: surveys';

-- The village stands again.
create function survey_notices_return(village uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one uuid;
begin
  if not nb_holds(village) then raise exception 'village' using errcode = '42501'; end if;
  update survey_notice n set village_id = village, was_in = n.was_in[: cardinality(n.was_in) - 1]
   where n.was_in[cardinality(n.was_in)] = village;
  for one in select distinct n.household_id from survey_notice n join household h on h.household_id = n.household_id
              where h.village_id = village and n.village_id <> village order by 1 loop
    perform survey_notices_follow(one);
  end loop;
end
$$;
comment on function survey_notices_return is 'room: surveys';

revoke execute on function survey_notice_context(uuid, uuid, uuid, uuid, uuid, date), survey_notice_store(jsonb, date),
  survey_notice_withdraw(uuid, timestamptz), survey_notices_follow(uuid), survey_notices_succeed(uuid, date), survey_notices_return(uuid)
  from public;
grant execute on function survey_notice_context(uuid, uuid, uuid, uuid, uuid, date), survey_notice_store(jsonb, date),
  survey_notice_withdraw(uuid, timestamptz), survey_notices_follow(uuid), survey_notices_succeed(uuid, date), survey_notices_return(uuid)
  to nb_app;
