-- The list of officials is narrowed by sex, ethnic minority and account too: who looks for people is told these besides.

drop function roster_people(uuid, date, text);
create function roster_people(of_area uuid, of_day date, words text)
  returns table (id uuid, full_name text, birth_year smallint, unit_id uuid, account_id uuid, idle boolean, sex text, ethnicity text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  was_over uuid[];
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  was_over := area_was_over(of_area, of_day);
  return query
    with held as materialized (select distinct h.official_id from roster_held(of_area, of_day) h),
    kept as materialized (
      select o.id from official o join area_reach r on r.area_id = o.unit_id and r.over_id = of_area where was_over is null
      union all
      select o.id from official o where o.unit_id = any (was_over)),
    idle as materialized (
      select k.id from kept k
       where not exists (select from appointment a where a.official_id = k.id
                          and a.valid_from <= of_day and (a.valid_until is null or of_day < a.valid_until)))
    select o.id, o.full_name, o.birth_year, o.unit_id, o.account_id, p.idle, o.sex, o.ethnicity
      from (select h.official_id as id, false as idle from held h union all select i.id, true from idle i) p
      join official o on o.id = p.id
     where words is null or o.search like words;
end
$$;
comment on function roster_people(uuid, date, text) is 'room: people';
revoke execute on function roster_people(uuid, date, text) from public;
grant execute on function roster_people(uuid, date, text) to nb_app;
