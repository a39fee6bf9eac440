-- A link found by a citizen id that was dropped from the record since ends the next night; it does not make two people of one.
create or replace function official_members_apart(kept uuid, former uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select official_kept(kept) and official_kept(former)
     and (select count(*) from official_member m join official o on o.id = m.official_id
           where m.official_id in (kept, former) and m.until is null and o.citizen_id_index is not null) > 1
$$;

create or replace function official_members_joined(kept uuid, former uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  on_day date;
begin
  if not official_joining(kept, former) then raise exception 'official_join' using errcode = '42501'; end if;
  update official_joined j set was = j.was || jsonb_build_object(
    'home', (select coalesce(jsonb_agg(to_jsonb(m) order by m.id), '[]') from official_member m where m.official_id in (kept, former)))
   where j.id = former returning j.joined_on into on_day;
  if (select count(*) from official_member m where m.official_id in (kept, former) and m.until is null) > 1 then
    update official_member m set until = greatest(m.found_on, on_day)
     where m.official_id in (kept, former) and m.until is null
       and exists (select from official o where o.id = m.official_id and o.citizen_id_index is null);
  end if;
  update official_member m set official_id = kept where m.official_id = former;
end
$$;

-- A post that one holds at a unit at a time: another is asked about. A norm says how many there should be and by which text; none
-- speaks of these, and none is invented, so that nobody is counted as missing or too many by this.
alter table post add column sole boolean not null default false;
update post set sole = true where id in ('cell_secretary', 'village_head', 'front_head');
