-- Who was invited to a meeting reads what it decided, once its minutes are signed.
drop function my_invitation(uuid);
-- What the invitation says, for who is or was invited by it; nothing where who asks was not. `paper`: as kept with the signed
-- minutes; `minutes`: what the rows say of minutes that were signed before papers were kept; both null before they are signed.
create function my_invitation(one uuid) returns table (body_name text, unit_id uuid, held_on date, at_time text, place text,
  agenda text[], moves jsonb, called_off text, signed boolean, paper jsonb, minutes json, members json)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
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
             where m.body_id = b.id and m.valid_from <= g.held_on and coalesce(m.valid_until, 'infinity') > g.held_on)
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

-- The scan of the signed page, for who is or was invited to the meeting.
create function my_signed_page(one uuid) returns table (media_type text, content bytea)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select f.media_type, f.content from body_meeting g join file f on f.id = g.scan_id
     where g.id = one and exists (select from my_invitation(one));
end
$$;
comment on function my_signed_page is 'room: bodies';
revoke execute on function my_signed_page(uuid) from public;
grant execute on function my_signed_page(uuid) to nb_app;

-- Meetings of whose bodies who asks was a member on their day, and whose minutes are signed: the latest first.
create function my_minutes() returns table (meeting_id uuid, unit_id uuid, body_name text, held_on date, at_time text, place text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with me as materialized (select o.id from official o where o.account_id = nb_account()),
    seat as materialized (select m.body_id as id, m.valid_from, m.valid_until from body_member m join me on me.id = m.official_id)
    select g.id, b.unit_id, b.name, g.held_on, g.at_time, g.place
      from body_meeting g join body b on b.id = g.body_id
     where g.body_id in (select s.id from seat s) and g.scan_id is not null
       and exists (select from seat s where s.id = g.body_id and s.valid_from <= g.held_on
                                        and coalesce(s.valid_until, 'infinity') > g.held_on)
     order by g.held_on desc, g.id desc limit 50;
end
$$;
comment on function my_minutes is 'room: bodies';
revoke execute on function my_minutes() from public;
grant execute on function my_minutes() to nb_app;
