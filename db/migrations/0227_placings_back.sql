-- A placing was a mistake, or the end of the unit was: the post before it is held as if it had not been, until the end that was
-- recorded at the next one where there is one; moves that lead to the next post, or from it, led to the post before.
create function placing_take_back(placed uuid, by_account uuid) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  p appointment;
begin
  select * into strict p from appointment a where a.id = placed;
  update official_move m set first_there_id = nullif(m.first_there_id, p.renews_id), to_appointment_id = p.renews_id
   where m.to_appointment_id = placed and m.first_there_id is not null and m.taken_away is null;
  update official_move m set from_appointment_id = p.renews_id where m.from_appointment_id = placed and m.taken_away is null;
  -- What ended elsewhere by a death that is recorded there goes by where it is recorded now.
  update appointment a set ended_with = p.renews_id where a.ended_with = placed;
  update appointment a
     set valid_until = case when p.ended_because is null then p.renews_until else greatest(p.valid_until, a.valid_from) end,
         ended_because = p.ended_because, ended_by = p.ended_by, ended_with = p.ended_with,
         until_before = case when p.ended_with is not null then p.renews_until end
   where a.id = p.renews_id;
  update appointment a
     set valid_until = a.valid_from, ended_because = 'entered_by_mistake', ended_by = by_account, ended_with = null, until_before = null
   where a.id = placed;
end
$$;
comment on function placing_take_back is 'room: people';
revoke execute on function placing_take_back(uuid, uuid) from public;
grant execute on function placing_take_back(uuid, uuid) to nb_app;

-- Who was placed again because the unit had ended, and holds that post still or ended in it: not who was placed on from there.
create function placings_of(unit uuid) returns table (placed_id uuid, official_id uuid, post text, placed_at uuid)
  language sql stable set search_path = public, pg_temp as $$
  select p.id, p.official_id, p.post, p.area_id
    from appointment a join appointment p on p.renews_id = a.id
   where a.area_id = unit and a.ended_because = 'unit_ended' and p.ended_because is distinct from 'entered_by_mistake'
     and not exists (select from appointment n where n.renews_id = p.id and n.ended_because is distinct from 'entered_by_mistake')
$$;
comment on function placings_of is 'room: people';
revoke execute on function placings_of(uuid) from public;

-- Whose post was said to end with the unit, and nobody placed them on: of who lives that is not so any more.
create function posts_ended_with(unit uuid) returns table (appointment_id uuid, official_id uuid, post text)
  language sql stable set search_path = public, pg_temp as $$
  select a.id, a.official_id, a.post from appointment a
   where a.area_id = unit and a.ended_because = 'unit_ended'
     and not exists (select from appointment n where n.renews_id = a.id and n.ended_because is distinct from 'entered_by_mistake')
     and not exists (select from appointment d where d.official_id = a.official_id and d.ended_because = 'died')
$$;
comment on function posts_ended_with is 'room: people';
revoke execute on function posts_ended_with(uuid) from public;

-- As the end of the unit is about to be undone: who holds there again what they held. Told past what the reader sees of other units.
create function placings_coming_back(unit uuid) returns table (count integer, names text[])
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not nb_holds(unit) then return; end if;
  return query
    select count(*)::integer, array_agg(o.full_name order by o.full_name)
      from official o where o.id in (select p.official_id from placings_of(unit) p union select e.official_id from posts_ended_with(unit) e);
end
$$;
comment on function placings_coming_back is 'room: people';
revoke execute on function placings_coming_back(uuid) from public;
grant execute on function placings_coming_back(uuid) to nb_app;

-- The end of the unit has been undone: its posts are held as before, whoever may see where people were placed. At the unit itself
-- where nobody had been.
create function placings_return(unit uuid) returns table (official_id uuid, post text, placed_at uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  if not nb_holds(unit) then raise exception 'unit' using errcode = '42501'; end if;
  for one in select * from placings_of(unit) order by 1 loop
    perform placing_take_back(one.placed_id, nb_account());
    official_id := one.official_id; post := one.post; placed_at := one.placed_at;
    return next;
  end loop;
  for one in select * from posts_ended_with(unit) order by 1 loop
    update appointment a set valid_until = null, ended_because = null, ended_by = null where a.id = one.appointment_id;
    official_id := one.official_id; post := one.post; placed_at := unit;
    return next;
  end loop;
end
$$;
comment on function placings_return is 'room: people';
revoke execute on function placings_return(uuid) from public;
grant execute on function placings_return(uuid) to nb_app;
