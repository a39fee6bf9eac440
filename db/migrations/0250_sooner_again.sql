-- A reader's units are asked for beside every row that is found by its own key: who holds one area is answered without a loop.
create or replace function nb_units() returns uuid[]
  language plpgsql stable parallel safe cost 1000 as $$
declare
  areas uuid[] := nullif(current_setting('nb.areas', true), '');
  over uuid;
  part uuid[];
  held uuid[] := '{}';
begin
  if current_user in ('nb_wide', 'nb_nation') then return '{}'; end if;
  if cardinality(areas) = 1 then
    select w.area_ids into part from area_within w where w.over_id = areas[1];
    if part is not null then return part; end if;
  end if;
  foreach over in array coalesce(areas, '{}') loop
    select w.area_ids into part from area_within w where w.over_id = over;
    -- Null stands for the whole nation.
    if found and part is null then return array(select id from area); end if;
    held := held || coalesce(part, '{}');
  end loop;
  return held;
end
$$;

-- The first cases of each state, asked for at once.
create or replace function round_first(of_round uuid, states text[], few integer)
  returns table (household_id uuid, case_id uuid, head_name text, state text)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  of_state text := (select r.state from round r where r.id = of_round);
  units uuid[] := round_units(of_round);
begin
  if not round_seen(of_round) then return; end if;
  return query
    select k.household_id, k.id, k.head_name, s.state
      from unnest(states) as s (state)
     cross join lateral (
       select c.household_id, c.id, h.head_name
         from (select o.household_id, o.id, o.village_id, o.state from review_case o
                where o.round_id = of_round and o.state = s.state order by o.household_id limit few * 10) c
         join household h on h.household_id = c.household_id
        where h.village_id = any (units) and case_state(c.state, h.ended_on, of_state) <> 'ended'
          and nb_holds(c.village_id) and nb_holds(h.village_id)
        order by c.household_id limit few) k
     order by k.household_id;
end
$$;
