-- Two records of one person, one named in a plan, the other in the draft that carries it out: both plans go on naming them. It is
-- one seat, as where one record is named in both: that of the plan above until the one below is approved (0170).
create or replace function training_joined(kept uuid, former uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  twice uuid[];
begin
  if not official_joining(kept, former) then raise exception 'official_join' using errcode = '42501'; end if;
  update official_joined j set was = j.was || jsonb_build_object(
    'wishes', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from training_wish x where x.official_id = former),
    'seats', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from plan_seat x where x.official_id in (kept, former)))
   where j.id = former;
  delete from training_wish w where w.official_id = former and w.withdrawn_on is null and exists (
    select from training_wish k where k.official_id = kept and k.withdrawn_on is null and (k.topic_id, k.source) = (w.topic_id, w.source));
  update training_wish w set official_id = kept where w.official_id = former;
  update plan_seat t set stands = false
    from plan_seat o, training_plan below, training_plan own, training_plan above
   where t.official_id in (kept, former) and o.official_id in (kept, former) and o.official_id <> t.official_id
     and o.topic_id = t.topic_id and o.year = t.year and o.stands and t.stands
     and below.id = t.plan_id and below.state = 'drafted' and own.id = coalesce(below.original_id, below.id)
     and above.id = o.plan_id and own.parent_id = coalesce(above.original_id, above.id);
  select array_agg(distinct case when s.plan_id <> k.plan_id and k.state = 'drafted' and s.state = 'approved' then k.id else s.id end)
    into twice
    from plan_seat s join plan_seat k on k.official_id = kept and k.topic_id = s.topic_id
     and (k.plan_id = s.plan_id or (k.stands and s.stands and k.year = s.year))
   where s.official_id = former;
  update training_plan p set edits = p.edits + 1
   where p.state = 'drafted' and p.id in (select s.plan_id from plan_seat s where s.id = any (twice));
  delete from plan_seat s where s.id = any (twice);
  update plan_seat s set official_id = kept where s.official_id = former;
end
$$;
