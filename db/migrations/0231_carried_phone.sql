-- The register as it is carried, with the telephone number. Of a household without one the mark is what it was: nothing of it is
-- taken anew.
drop function register_carried(uuid[], date);
CREATE OR REPLACE FUNCTION public.register_carried(of_villages uuid[], on_day date)
 RETURNS TABLE(household_id uuid, village_id uuid, number text, address text, phone text, head_name text, persons integer, class text, since date, surveyed_on date, mark bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reached uuid[] := villages_reached(of_villages);
begin
  return query
    with standing as materialized (
      select h.household_id, h.village_id, h.number, h.address, h.contact_phone, h.head_name from household h
       where h.village_id = any (reached) and h.started_on <= on_day and (h.ended_on is null or on_day < h.ended_on)),
    people as materialized (
      select m.household_id,
             (count(*) filter (where m.joined_on <= on_day and (m.left_on is null or on_day < m.left_on)))::int as persons,
             bit_xor(hashtextextended((m.id, m.full_name, m.sex, m.birth_year, m.birth_month, m.birth_day, m.relation,
               m.joined_on, m.left_on, m.leave_reason)::text, 0)) as mark
        from member m
       where m.home_id = any (reached) and m.leave_reason is distinct from 'entered_by_mistake'
       group by m.household_id),
    held as materialized (
      select k.household_id, k.class, k.valid_from as since from household_class k
       where k.home_id = any (reached) and k.valid_from <= on_day and (k.valid_until is null or on_day < k.valid_until)),
    surveyed as materialized (
      select v.household_id, max(v.surveyed_on) as surveyed_on from survey v
       where v.household_id = any (array(select s.household_id from standing s)) group by v.household_id),
    told as materialized (
      select s.household_id, s.village_id, s.number, s.address, s.contact_phone, s.head_name, coalesce(p.persons, 0) as persons, k.class, k.since,
             v.surveyed_on, p.mark
        from standing s full join people p on p.household_id = s.household_id
        full join held k on k.household_id = s.household_id full join surveyed v on v.household_id = s.household_id
       where s.household_id is not null)
    select t.household_id, t.village_id, t.number, t.address, t.contact_phone, t.head_name, t.persons, t.class, t.since, t.surveyed_on,
           hashtextextended((t.household_id, t.number, t.address, t.head_name, t.persons, t.class, t.since, t.surveyed_on, t.mark)::text, 0)
             # coalesce(hashtextextended(t.household_id || t.contact_phone, 0), 0)
      from told t;
end $function$;
comment on function register_carried(uuid[], date) is 'room: surveys';
revoke execute on function register_carried(uuid[], date) from public;
grant execute on function register_carried(uuid[], date) to nb_app;
