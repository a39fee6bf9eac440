-- Meetings to which who asks is invited: who sits in the body on its day, whatever unit the body is of.
create function my_meetings(today date) returns table (meeting_id uuid, body_id uuid, unit_id uuid, body_name text, held_on date,
  at_time text, place text, agenda text[])
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with me as materialized (select o.id from official o where o.account_id = nb_account()),
    seat as materialized (select m.body_id as id, m.valid_from, m.valid_until from body_member m join me on me.id = m.official_id)
    select g.id, g.body_id, b.unit_id, b.name, g.held_on, g.at_time, g.place, g.agenda
      from body_meeting g join body b on b.id = g.body_id
     where g.body_id in (select s.id from seat s)
       and g.held_on >= today and g.called_off is null and g.scan_id is null
       and exists (select from seat s where s.id = g.body_id and s.valid_from <= g.held_on
                                        and coalesce(s.valid_until, 'infinity') > g.held_on)
     order by g.held_on, g.at_time, g.id limit 100;
end
$$;
comment on function my_meetings is 'room: bodies';
revoke execute on function my_meetings(date) from public;
grant execute on function my_meetings(date) to nb_app;
