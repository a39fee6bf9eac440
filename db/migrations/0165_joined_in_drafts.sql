-- Two records of one person that are both named for a topic of a year: where one of the two plans is a draft, the names become
-- one seat. Only what two approved plans say, or one plan twice, is first put right by an amendment.
drop function training_join_faults(uuid, uuid);
create function training_join_faults(kept uuid, former uuid) returns table (
  topic text, plan_id uuid, plan text, area_id uuid, other_id uuid, other text, other_area_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (official_kept(kept) and official_kept(former)) then return; end if;
  return query
    select t.code || ' ' || t.title, p.id, p.name, p.area_id, q.id, q.name, q.area_id
      from plan_seat x join plan_seat y on y.topic_id = x.topic_id and y.year = x.year
      join training_plan p on p.id = x.plan_id join training_plan q on q.id = y.plan_id join framework_topic t on t.id = x.topic_id
     where x.official_id = kept and y.official_id = former and x.stands and y.stands and x.state = 'approved' and y.state = 'approved'
     order by t.code, x.id;
end
$$;
comment on function training_join_faults is 'room: training';
revoke execute on function training_join_faults(uuid, uuid) from public;
grant execute on function training_join_faults(uuid, uuid) to nb_app;

-- Nominated, asked for or named in a plan twice for one topic is once. A seat of an approved plan stays before one of a draft,
-- else that of the record that stays; a draft that loses a name has been changed.
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
