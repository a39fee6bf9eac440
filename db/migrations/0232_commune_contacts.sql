-- Whom somebody who works in a commune calls there: who holds the post of the programme, and where nobody does with a telephone
-- number, who leads it. Of the roster only the name, the post and this number, and only for who works in the commune or over it.
create function commune_contacts(communes uuid[], on_day date)
returns table (area_id uuid, full_name text, phone text, vi text, en text)
language plpgsql stable security definer set search_path to 'public', 'pg_temp' set plan_cache_mode to 'force_custom_plan' as $$
#variable_conflict use_column
begin
  return query
    select distinct on (a.area_id) a.area_id, o.full_name, o.phone, p.vi, p.en
      from appointment a join official o on o.id = a.official_id join post p on p.id = a.post
     where a.area_id = any (communes) and a.post in ('specialist', 'leader') and o.phone is not null
       and a.valid_from <= on_day and (a.valid_until is null or on_day < a.valid_until)
       and exists (select from area_reach r where (r.over_id = a.area_id and r.area_id = any (nb_areas()))
                                               or (r.area_id = a.area_id and r.over_id = any (nb_areas())))
     order by a.area_id, a.post = 'specialist' desc, array_position(array['own', 'acting', 'deputy'], a.standing), a.valid_from, a.id;
end $$;
comment on function commune_contacts(uuid[], date) is 'room: people';
revoke execute on function commune_contacts(uuid[], date) from public;
grant execute on function commune_contacts(uuid[], date) to nb_app;
