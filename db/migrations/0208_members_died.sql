-- Who has died sits in no body any more, whatever end the membership was to have: it is told to who keeps the body.
drop function body_people(uuid);
create function body_people(one uuid)
 RETURNS TABLE(official_id uuid, full_name text, account_id uuid, died_by date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
begin
  if not body_kept(one) then return; end if;
  return query
    select o.id, o.full_name, o.account_id,
           (select min(a.valid_until) from appointment a where a.official_id = o.id and a.ended_because = 'died')
      from official o
     where o.id in (select m.official_id from body_member m where m.body_id = one
                    union select t.official_id from body_task t where t.body_id = one);
end
$$;
comment on function body_people is 'room: bodies';
revoke execute on function body_people(uuid) from public;
grant execute on function body_people(uuid) to nb_app;

create or replace function body_members(of_area uuid, of_day date)
 RETURNS TABLE(member_id uuid, body_id uuid, kind text, body_name text, unit_id uuid, official_id uuid, full_name text, search text, birth_year smallint, kept_by uuid, role text, comes_from text, valid_from date, valid_until date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select m.id, b.id, b.kind, b.name, b.unit_id, o.id, o.full_name, o.search, o.birth_year, o.unit_id, m.role, m.comes_from,
           m.valid_from, m.valid_until
      from area_reach r join body b on b.unit_id = r.area_id
      join body_member m on m.body_id = b.id
      join official o on o.id = m.official_id
     where r.over_id = of_area and m.valid_from <= of_day and (m.valid_until is null or of_day < m.valid_until)
       and not exists (select from appointment a where a.official_id = o.id and a.ended_because = 'died' and a.valid_until <= of_day);
end
$$;

drop function my_invitation(uuid);
create function my_invitation(one uuid)
 RETURNS TABLE(body_name text, unit_id uuid, held_on date, at_time text, place text, agenda text[], moves jsonb, called_off text, signed boolean, paper jsonb, minutes json, members json, called_on date, decided_by text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $$
begin
  return query
    select b.name, b.unit_id, g.held_on, g.at_time, g.place, g.agenda, g.moves, g.called_off, g.scan_id is not null, g.paper,
           case when g.scan_id is not null and g.paper is null then
             json_build_object('present', g.present, 'guests', g.guests, 'chairedBy', g.chaired_by, 'conclusions', g.conclusions,
               'tasks', (select coalesce(json_agg(json_build_object('name', o.full_name, 'what', t.what, 'due', t.due_on)
                                                  order by t.due_on, t.id), '[]')
                           from body_task t join official o on o.id = t.official_id
                          where t.meeting_id = g.id and t.taken_back is null)) end,
           (select json_agg(json_build_object('officialId', o.id, 'name', o.full_name, 'role', m.role)
                            order by array_position(array['head', 'standing_deputy', 'deputy', 'member', 'secretary'], m.role),
                                     m.valid_from, o.full_name collate vietnamese, m.id)
              from body_member m join official o on o.id = m.official_id
             where m.body_id = b.id and m.valid_from <= g.held_on and coalesce(m.valid_until, 'infinity') > g.held_on
               and not exists (select from appointment a
                                where a.official_id = o.id and a.ended_because = 'died' and a.valid_until <= g.held_on)),
           (g.made_at at time zone 'Asia/Ho_Chi_Minh')::date, b.decided_by
      from body_meeting g join body b on b.id = g.body_id
     where g.id = one
       and exists (select from body_member m join official o on o.id = m.official_id
                    where m.body_id = b.id and o.account_id = nb_account()
                      and ((m.valid_from <= g.held_on and coalesce(m.valid_until, 'infinity') > g.held_on)
                           or exists (select from jsonb_to_recordset(g.moves) as v("on" date)
                                       where m.valid_from <= v."on" and coalesce(m.valid_until, 'infinity') > v."on")));
end
$$;
comment on function my_invitation is 'room: bodies';
revoke execute on function my_invitation(uuid) from public;
grant execute on function my_invitation(uuid) to nb_app;

-- Bodies at an area and below it of which a member of the day has died, whose end is not recorded.
create function bodies_gone(of_area uuid, of_day date) returns table (body_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select distinct b.id
      from area_reach r join body b on b.unit_id = r.area_id join body_member m on m.body_id = b.id
      join appointment a on a.official_id = m.official_id and a.ended_because = 'died' and a.valid_until <= of_day
     where r.over_id = of_area and m.left_because is null and m.valid_from <= of_day
       and (m.valid_until is null or of_day < m.valid_until);
end
$$;
comment on function bodies_gone is 'room: bodies';
revoke execute on function bodies_gone(uuid, date) from public;
grant execute on function bodies_gone(uuid, date) to nb_app;
