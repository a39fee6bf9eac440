-- Two records that are alike and of two people: somebody has said so, and why. It is taken back openly; the row stays.
create table official_apart (
  id uuid primary key,
  one_id uuid not null references official (id),
  other_id uuid not null references official (id),
  because text not null check (because <> ''),
  said_by uuid not null references account (id),
  said_on date not null,
  ended_because text check (ended_because <> ''),
  ended_by uuid references account (id),
  ended_on date,
  constraint official_apart_pair check (one_id < other_id),
  constraint official_apart_ended check (num_nonnulls(ended_because, ended_by, ended_on) in (0, 3))
);
comment on table official_apart is 'family: unit; room: people';
alter table official_apart enable row level security;
create unique index official_apart_once on official_apart (one_id, other_id) where ended_on is null;
create index official_apart_other on official_apart (other_id);
-- It is said, and taken back, by who keeps both.
select nb_guard('official_apart', null, 'select', also => 'official_kept(one_id) or official_kept(other_id)'),
       nb_guard('official_apart', null, 'insert', also => 'official_kept(one_id) and official_kept(other_id)'),
       nb_guard('official_apart', null, 'update', also => 'official_kept(one_id) and official_kept(other_id)');
grant select, insert, update on official_apart to nb_app;

-- Of the pairs that may be one person, those of which nobody has said that they are two.
create or replace function officials_doubled(of_area uuid)
  returns table (one_id uuid, other_id uuid, one_name text, other_name text, birth_year smallint, one_unit uuid, other_unit uuid,
                 one_post uuid, other_post uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with kept as materialized (
      select o.* from area_reach r join official o on o.unit_id = r.area_id where r.over_id = of_area)
    select a.id, b.id, a.full_name, b.full_name, a.birth_year, a.unit_id, b.unit_id,
           (select x.id from appointment x where x.official_id = a.id order by x.valid_from desc, x.id limit 1),
           (select x.id from appointment x where x.official_id = b.id order by x.valid_from desc, x.id limit 1)
      from kept a join kept b on b.search = a.search and b.birth_year = a.birth_year and b.sex = a.sex and a.id < b.id
     where (a.citizen_id_index is null or b.citizen_id_index is null)
       and (a.personal_number is null or b.personal_number is null)
       and (a.birth_month is null or b.birth_month is null
            or (a.birth_month, coalesce(a.birth_day, b.birth_day, 0)) = (b.birth_month, coalesce(b.birth_day, a.birth_day, 0)))
       and not exists (select from official_apart x where x.one_id = a.id and x.other_id = b.id and x.ended_on is null);
end
$$;

-- Those of which somebody has, both kept at the area or below.
create function officials_apart(of_area uuid)
  returns table (apart_id uuid, because text, said_by uuid, said_on date, one_id uuid, other_id uuid, one_name text, other_name text,
                 birth_year smallint, one_unit uuid, other_unit uuid, one_post uuid, other_post uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with kept as materialized (select r.area_id from area_reach r where r.over_id = of_area)
    select x.id, x.because, x.said_by, x.said_on, a.id, b.id, a.full_name, b.full_name, a.birth_year, a.unit_id, b.unit_id,
           (select p.id from appointment p where p.official_id = a.id order by p.valid_from desc, p.id limit 1),
           (select p.id from appointment p where p.official_id = b.id order by p.valid_from desc, p.id limit 1)
      from official_apart x join official a on a.id = x.one_id join official b on b.id = x.other_id
     where x.ended_on is null
       and a.unit_id in (select k.area_id from kept k) and b.unit_id in (select k.area_id from kept k);
end
$$;
comment on function officials_apart is 'room: people';
revoke execute on function officials_apart(uuid) from public;
grant execute on function officials_apart(uuid) to nb_app;

-- What was said of the record that goes is said of the one it goes into.
create or replace function official_join_end(kept uuid, former uuid, sealed text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone official;
begin
  if not official_joining(kept, former) then raise exception 'official_join' using errcode = '42501'; end if;
  select * into gone from official o where o.id = former;
  update official_joined j set was = j.was || jsonb_build_object(
    'apart', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from official_apart x where former in (x.one_id, x.other_id)))
   where j.id = former;
  delete from official_apart x where former in (x.one_id, x.other_id) and (
    kept in (x.one_id, x.other_id)
    or x.ended_on is null and exists (
      select from official_apart k where k.ended_on is null and kept in (k.one_id, k.other_id)
         and (case when k.one_id = kept then k.other_id else k.one_id end)
           = (case when x.one_id = former then x.other_id else x.one_id end)));
  update official_apart x set
    one_id = least(kept, case when x.one_id = former then x.other_id else x.one_id end),
    other_id = greatest(kept, case when x.one_id = former then x.other_id else x.one_id end)
   where former in (x.one_id, x.other_id);
  delete from official o where o.id = former;
  update official o set
    birth_month = coalesce(o.birth_month, gone.birth_month), birth_day = coalesce(o.birth_day, gone.birth_day),
    phone = coalesce(o.phone, gone.phone), personal_number = coalesce(o.personal_number, gone.personal_number),
    account_id = coalesce(o.account_id, gone.account_id),
    languages = array(select distinct l from unnest(o.languages || gone.languages) l order by l),
    citizen_id_sealed = coalesce(o.citizen_id_sealed, sealed), citizen_id_end = coalesce(o.citizen_id_end, gone.citizen_id_end),
    citizen_id_index = coalesce(o.citizen_id_index, gone.citizen_id_index),
    taken_over = array(
      select f from unnest(o.taken_over) f
      union select f from unnest(gone.taken_over) f
             where (f = 'personalNumber' and o.personal_number is null) or (f = 'phone' and o.phone is null)
                or (f = 'citizenId' and o.citizen_id_index is null))
   where o.id = kept;
end
$$;
