-- What people ask about the work is a need too: counted as such, and not as an error.
alter table training_need drop constraint training_need_cause_check;
alter table training_need add constraint training_need_cause_check
  check (cause in ('returned_form', 'back_check', 'complaint_upheld', 'late_step', 'inquiry'));

CREATE OR REPLACE FUNCTION public.needs_at(of_area uuid, of_day date)
 RETURNS TABLE(source text, wish_id uuid, error_code text, official_id uuid, person text, unit_id uuid, topic_id uuid, reason text, times integer, found_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with under as materialized (select r.area_id from area_reach r where r.over_id = of_area),
    found as materialized (
      select w.source, w.id as wish, null::text as code, w.official_id as official, o.full_name as named, w.area_id as unit,
             w.topic_id as topic, w.reason, 1 as times, w.made_on as day
        from training_wish w join under u on u.area_id = w.area_id join official o on o.id = w.official_id
       where w.made_on <= of_day and (w.withdrawn_on is null or w.withdrawn_on > of_day)
      union all
      select 'error', null, n.topic, o.id, coalesce(o.full_name, c.full_name), n.area_id, e.topic_id, null, count(*)::int, max(n.found_on)
        from training_need n join under u on u.area_id = n.area_id
        left join account c on c.id = n.account_id
        left join official o on o.account_id = n.account_id
        left join lateral (select x.topic_id from error_topic x join area_reach r on r.over_id = x.area_id
                            where r.area_id = n.area_id and x.code = n.topic limit 1) e on true
       where n.cause <> 'inquiry' and n.found_on between date_trunc('year', of_day)::date and of_day
       group by n.topic, n.account_id, o.id, o.full_name, c.full_name, n.area_id, e.topic_id
      union all
      -- Asked under a topic the need is of that topic; under a section of the form of the topic that stands against it.
      select 'asked', null, case when t.id is null then n.topic end, o.id, coalesce(o.full_name, c.full_name), n.area_id, coalesce(t.id, e.topic_id), null,
             count(*)::int, max(n.found_on)
        from training_need n join under u on u.area_id = n.area_id
        left join account c on c.id = n.account_id
        left join official o on o.account_id = n.account_id
        left join framework_topic t on t.id::text = n.topic
        left join lateral (select x.topic_id from error_topic x join area_reach r on r.over_id = x.area_id
                            where r.area_id = n.area_id and x.code = n.topic limit 1) e on true
       where n.cause = 'inquiry' and n.found_on between date_trunc('year', of_day)::date and of_day
       group by t.id, n.topic, n.account_id, o.id, o.full_name, c.full_name, n.area_id, e.topic_id
      union all
      select 'requirement', null, 'required_' || u.kind, u.official_id, o.full_name, u.area_id, e.topic_id, u.why, 1, of_day
        from (select distinct on (r.official_id, r.kind) r.official_id, r.kind, r.area_id, r.why from unmet_requirements(of_area, of_day) r
               where r.why in ('none', 'lower') order by r.official_id, r.kind, r.area_id) u
        join official o on o.id = u.official_id
        left join lateral (select x.topic_id from error_topic x join area_reach r on r.over_id = x.area_id
                            where r.area_id = u.area_id and x.code = 'required_' || u.kind limit 1) e on true),
    today as materialized (
      select d.topic, topic_on(d.topic, of_day) as now from (select distinct f.topic from found f where f.topic is not null) d),
    once as (
      select f.source, f.wish, f.code, f.official, f.named, f.unit, t.now, f.reason, f.times, f.day,
             f.wish is not null and t.now is not null
               and row_number() over (partition by f.official, t.now, f.wish is null order by f.source, f.day, f.wish) > 1 as again
        from found f left join today t on t.topic = f.topic)
    select o.source, o.wish, o.code, o.official, o.named, o.unit, o.now, o.reason, o.times, o.day from once o where not o.again;
end
$function$;
