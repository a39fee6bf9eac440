-- A plan that carries out one of a unit above may name whom that names: it is the same seat, which counts once. It is that of the
-- plan above until the plan below is approved, then that of the plan below, which says the very class; where an amendment leaves
-- somebody out, the seat is again that of the other plan that names them.
create or replace function plan_approve(
  of_plan uuid, of_number text, on_day date, of_issuer text, account uuid, signer text, authority text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  root uuid;
begin
  update training_plan s set state = 'approved', approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer,
                             approved_by = account, approved_at = now(), programme_name = p.name, programme_whole = w.name,
                             signer_name = signer, signer_authority = authority
    from programme p left join programme w on w.id = p.part_of_id
   where s.id = of_plan and p.id = s.programme_id and s.state = 'drafted' and nb_holds(s.area_id)
  returning coalesce(s.original_id, s.id) into root;
  if not found then return false; end if;
  update plan_seat t set stands = false
    from (select distinct s.official_id, s.topic_id, s.year from plan_seat s join training_plan v on v.id = s.plan_id
           where root in (v.id, v.original_id)) n
   where t.official_id = n.official_id and t.topic_id = n.topic_id and t.year = n.year and t.stands
     and (t.state = 'approved' or t.plan_id = of_plan);
  with named as materialized (
    select distinct s.official_id, s.topic_id, s.year from plan_seat s join training_plan v on v.id = s.plan_id
     where root in (v.id, v.original_id)),
  first as (
    select distinct on (s.official_id, s.topic_id, s.year) s.id
      from named n join plan_seat s on s.official_id = n.official_id and s.topic_id = n.topic_id and s.year = n.year
      join training_plan p on p.id = s.plan_id
     where (p.state = 'drafted' or p.id = plan_version(coalesce(p.original_id, p.id), 'infinity'))
       and not exists (select from plan_seat o where o.official_id = n.official_id and o.topic_id = n.topic_id and o.year = n.year and o.stands)
     order by s.official_id, s.topic_id, s.year, p.state = 'approved' desc,
              array_position(array['commune', 'district', 'province'], p.level), p.amendment desc, s.id)
  update plan_seat t set stands = true from first f where t.id = f.id;
  return true;
end
$$;

-- Whom the lines of the plan above name that a draft carries out: who is of the unit of the draft, and how many are of others.
create function seats_above(of_plan uuid)
  returns table (line_id uuid, own uuid[], others integer)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  if not exists (select from training_plan p join area_reach r on r.area_id = p.area_id
                  where p.id = of_plan and p.state = 'drafted' and r.over_id = any (nb_areas())) then return; end if;
  return query
    select l.id, coalesce(array_agg(s.official_id) filter (where r.area_id is not null), '{}'), count(*) filter (where r.area_id is null)::int
      from training_plan p join training_plan o on o.id = coalesce(p.original_id, p.id)
      join plan_line l on l.plan_id = plan_version(o.parent_id, 'infinity') join plan_seat s on s.plan_line_id = l.id
      left join area_reach r on r.over_id = p.area_id and r.area_id = s.from_id
     where p.id = of_plan group by l.id;
end
$$;
comment on function seats_above is 'room: training';
revoke execute on function seats_above(uuid) from public;
grant execute on function seats_above(uuid) to nb_app;
