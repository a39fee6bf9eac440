-- When and where a meeting was to be before it was moved, the first first: who was invited is told of it until those days are over.
alter table body_meeting add column moves jsonb default '[]' not null;

drop function my_meetings(date);
-- Meetings to which who asks is or was invited: who sits in the body on a day for which it was called, whatever unit the body is of.
create function my_meetings(today date) returns table (meeting_id uuid, body_id uuid, unit_id uuid, body_name text, held_on date,
  at_time text, place text, agenda text[], moves jsonb, called_off text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with me as materialized (select o.id from official o where o.account_id = nb_account()),
    seat as materialized (select m.body_id as id, m.valid_from, m.valid_until from body_member m join me on me.id = m.official_id)
    select g.id, g.body_id, b.unit_id, b.name, g.held_on, g.at_time, g.place, g.agenda, g.moves, g.called_off
      from body_meeting g join body b on b.id = g.body_id
     where g.body_id in (select s.id from seat s) and g.scan_id is null
       and (g.held_on >= today or exists (select from jsonb_to_recordset(g.moves) as v("on" date) where v."on" >= today))
       and exists (select from seat s
                    where s.id = g.body_id
                      and ((s.valid_from <= g.held_on and coalesce(s.valid_until, 'infinity') > g.held_on)
                           or exists (select from jsonb_to_recordset(g.moves) as v("on" date)
                                       where s.valid_from <= v."on" and coalesce(s.valid_until, 'infinity') > v."on")))
     order by g.held_on, g.at_time, g.id limit 100;
end
$$;
comment on function my_meetings is 'room: bodies';
revoke execute on function my_meetings(date) from public;
grant execute on function my_meetings(date) to nb_app;

-- What the invitation says, for who is or was invited by it; null where who asks was not. `paper`: as kept with the signed minutes.
create function my_invitation(one uuid) returns table (body_name text, unit_id uuid, held_on date, at_time text, place text,
  agenda text[], moves jsonb, called_off text, paper jsonb, members json)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select b.name, b.unit_id, g.held_on, g.at_time, g.place, g.agenda, g.moves, g.called_off, g.paper,
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
