-- Who has died is called by nobody, and is told in an approved plan as in a draft; a move is told on the page of whoever was
-- moved to whom that page is open, wherever it began.
CREATE OR REPLACE FUNCTION public.commune_contacts(communes uuid[], on_day date)
 RETURNS TABLE(area_id uuid, full_name text, phone text, vi text, en text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    select distinct on (a.area_id) a.area_id, o.full_name, o.phone, p.vi, p.en
      from appointment a join official o on o.id = a.official_id join post p on p.id = a.post
     where a.area_id = any (communes) and a.post in ('specialist', 'leader') and o.phone is not null
       and a.valid_from <= on_day and (a.valid_until is null or on_day < a.valid_until)
       and exists (select from area_reach r where (r.over_id = a.area_id and r.area_id = any (nb_areas()))
                                               or (r.area_id = a.area_id and r.over_id = any (nb_areas())))
       and not exists (select from appointment d where d.official_id = a.official_id and d.ended_because = 'died' and d.valid_until <= on_day)
     order by a.area_id, a.post = 'specialist' desc, array_position(array['own', 'acting', 'deputy'], a.standing), a.valid_from, a.id;
end $function$;

CREATE OR REPLACE FUNCTION public.seats_gone(of_plan uuid, of_day date)
 RETURNS TABLE(seat_id uuid, why text, since date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from training_plan p join area_reach r on r.area_id = p.area_id
                  where p.id = of_plan and r.over_id = any (nb_areas())) then return; end if;
  return query
    select s.id, g.why, g.since
      from officials_gone(array(select distinct x.official_id from plan_seat x where x.plan_id = of_plan), of_day) g
      join plan_seat s on s.official_id = g.official_id and s.plan_id = of_plan;
end
$function$;

create function official_moves(people uuid[])
  returns table (id uuid, official_id uuid, full_name text, kind text, why text, planned_last date, outcome text, from_post text, from_area uuid, to_post text, to_area uuid, first_area uuid, valid_from date, valid_until date, decision_number text, decided_on date)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query
    select m.id, m.official_id, o.full_name, m.kind, m.why, m.planned_last, m.outcome, f.post, f.area_id, t.post, t.area_id,
           b.area_id, b.valid_from, coalesce(m.stays_from, t.valid_until), b.decision_number, b.decided_on
      from official_move m join official o on o.id = m.official_id
      join appointment f on f.id = m.from_appointment_id
      join appointment t on t.id = m.to_appointment_id
      join appointment b on b.id = coalesce(m.first_there_id, m.to_appointment_id)
     where m.official_id = any (people) and m.taken_away is null and (official_kept(m.official_id) or official_seen(m.official_id));
end
$$;
comment on function official_moves(uuid[]) is 'room: people';
