-- Who sits in the bodies of an area on a day, whichever unit keeps the record of the person; asked once, not row by row.
create function body_members(of_area uuid, of_day date)
  returns table (member_id uuid, body_id uuid, kind text, body_name text, unit_id uuid, official_id uuid, full_name text, search text,
                 birth_year smallint, kept_by uuid, role text, comes_from text, valid_from date, valid_until date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select m.id, b.id, b.kind, b.name, b.unit_id, o.id, o.full_name, o.search, o.birth_year, o.unit_id, m.role, m.comes_from,
           m.valid_from, m.valid_until
      from area_reach r join body b on b.unit_id = r.area_id
      join body_member m on m.body_id = b.id
      join official o on o.id = m.official_id
     where r.over_id = of_area and m.valid_from <= of_day and (m.valid_until is null or of_day < m.valid_until);
end
$$;
comment on function body_members is 'room: bodies';
revoke execute on function body_members(uuid, date) from public;
grant execute on function body_members(uuid, date) to nb_app;
