-- Lists that asked row security of each row they counted.

-- The units of the actor, for nb_app: of several areas one list after the other, which costs a third of gathering them.
create or replace function nb_units() returns uuid[]
  language plpgsql stable parallel safe cost 1000 as $$
declare
  unit uuid;
  under uuid[];
  held uuid[] := '{}';
begin
  if current_user in ('nb_wide', 'nb_nation') then return held; end if;
  foreach unit in array nb_areas() loop
    select w.area_ids into under from area_within w where w.over_id = unit;
    if found and under is null then return array(select id from area); end if;
    held := held || under;
  end loop;
  return held;
end
$$;

-- From here on the actor stands at those of these places that lie under his areas, as nb_stand_at said of one; where none
-- does, and for who holds the nation and is asked nothing anyway, nothing changes. What lies under the first is not named
-- again: a short list is looked up quicker.
drop function nb_stand_at(uuid);
create function nb_stand_at(places uuid[]) returns void
  language plpgsql as $$
declare
  held uuid[];
begin
  if current_user = 'nb_nation' then return; end if;
  held := array(select distinct r.area_id from area_reach r where r.area_id = any (places) and r.over_id = any (nb_areas()));
  if places[1] = any (held) then
    held := places[1] || array(select p from unnest(held) p except select r.area_id from area_reach r where r.over_id = places[1]);
  end if;
  if cardinality(held) > 0 then
    perform nb_begin(nb_account(), held, null);
  end if;
end
$$;
comment on function nb_stand_at is 'room: platform';
revoke execute on function nb_stand_at(uuid[]) from public;
grant execute on function nb_stand_at(uuid[]) to nb_app;

-- What a unit is called is asked of every line of every list; so far by the index that keeps its days apart.
create index area_version_named on area_version (area_id, valid_from) include (name);

-- Verdicts of a round are sought by their class and counted.
create index verdict_found on verdict (round_id, village_id, purpose, class) include (household_id, survey_id, undecidable);

-- Households of a village are found by the order of a list (`household_listed`), and read from that index alone; where few
-- were guessed this one was taken, and every row looked up. Nobody orders by it any more.
drop index household_village;

-- Few households have ended: they are read without their rows.
drop index household_ended;
create index household_ended on household (household_id) include (village_id, ended_on) where ended_on is not null;

-- Cases by round, village and state; those whose household has ended apart, so that of the others no household is looked
-- up. Whether the actor reaches a village is asked once for all of its cases.
create function case_counts(rounds uuid[])
  returns table (round_id uuid, village_id uuid, state text, ended_on date, n bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  areas uuid[] := nb_areas();
begin
  return query
    with listed as materialized (
      select c.round_id, c.village_id, c.state, count(*) as n
        from review_case c where c.round_id = any (rounds) group by c.round_id, c.village_id, c.state),
    gone as materialized (
      select c.round_id, c.village_id, c.state, min(h.ended_on) as ended_on, count(*) as n
        from review_case c join household h on h.household_id = c.household_id
       where c.round_id = any (rounds) and h.ended_on is not null
         and exists (select from area_reach r where r.area_id = h.village_id and r.over_id = any (areas))
       group by c.round_id, c.village_id, c.state),
    counted as (
      select l.round_id, l.village_id, l.state, null::date as ended_on, l.n - coalesce(g.n, 0) as n
        from listed l left join gone g on g.round_id = l.round_id and g.village_id = l.village_id and g.state = l.state
      union all select g.round_id, g.village_id, g.state, g.ended_on, g.n from gone g)
    select distinct k.round_id, k.village_id, k.state, k.ended_on, k.n
      from counted k join area_reach r on r.area_id = k.village_id and r.over_id = any (areas) where k.n > 0;
end
$$;
comment on function case_counts is 'room: rounds';
revoke execute on function case_counts(uuid[]) from public;
grant execute on function case_counts(uuid[]) to nb_app;

-- The newest lines of a place that the actor reaches, by their ids: asked once whether he does, not of each line. Where
-- its units are few, the newest of each; else all lines, newest first, as long as there is room.
create function audit_newest(place uuid, since timestamptz, before timestamptz, names text[], kind text, subject uuid, most int)
  returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  under uuid[] := (select w.area_ids from area_within w where w.over_id = place);
  few constant int := 40;
begin
  if not exists (select from area_reach r where r.area_id = place and r.over_id = any (nb_areas())) then return; end if;
  if cardinality(under) <= few then
    return query
      select k.id from unnest(under) as u (id) cross join lateral (
        select l.id, l.at from audit_line l
         where l.area_id = u.id and (since is null or l.at >= since) and (before is null or l.at < before)
           and (names is null or l.what = any (names) or starts_with(l.what, kind)) and (subject is null or l.subject_id = subject)
         order by l.at desc, l.id limit most) k
       order by k.at desc, k.id limit most;
  else
    return query
      select l.id from audit_line l
       where case when under is null then l.area_id is not null else l.area_id = any (under) end
         and (since is null or l.at >= since) and (before is null or l.at < before)
         and (names is null or l.what = any (names) or starts_with(l.what, kind)) and (subject is null or l.subject_id = subject)
       order by l.at desc, l.id limit most;
  end if;
end
$$;
comment on function audit_newest is 'room: people';

-- The grants at a place, below it and above it, as far as the actor reaches them or they are his own, with whose they are.
-- Who holds something that he reaches is known to him; who gave it, where they meet.
create function grants_touching(place uuid)
  returns table (id uuid, account_id uuid, login text, name text, role text, area_id uuid, valid_from date, valid_until date,
                 given_by text, given_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  areas uuid[] := nb_areas();
begin
  return query
    with touching as materialized (
      select g.* from access_grant g
       where g.area_id in (select r.area_id from area_reach r where r.over_id = place
                           union select r.over_id from area_reach r where r.area_id = place)
         and (g.account_id = nb_account()
              or exists (select from area_reach r where r.area_id = g.area_id and r.over_id = any (areas)))),
    givers as materialized (
      select a.id, a.full_name from account a
       where a.id in (select t.given_by from touching t)
         and (a.id = nb_account() or a.created_by = nb_account() or a.id = nb_system() or account_touches(a.id)))
    select t.id, t.account_id, a.login, a.full_name, t.role, t.area_id, t.valid_from, t.valid_until, v.full_name, t.given_at
      from touching t join account a on a.id = t.account_id left join givers v on v.id = t.given_by;
end
$$;
comment on function grants_touching is 'room: people';
revoke execute on function audit_newest(uuid, timestamptz, timestamptz, text[], text, uuid, int), grants_touching(uuid) from public;
grant execute on function audit_newest(uuid, timestamptz, timestamptz, text[], text, uuid, int), grants_touching(uuid) to nb_app;
