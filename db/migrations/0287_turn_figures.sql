-- Turns of the people of a unit and of all below it, counted and by name. Asked once whether the unit is reached; the rows are
-- not asked one by one.
create function turn_figures(of_area uuid, by_what text, units uuid[], of_level integer, of_post text, of_topic uuid, of_year integer,
                             of_sex text, of_ethnicity text, of_organiser uuid)
  returns table (key text, level smallint, turns integer, persons integer)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set work_mem = '96MB' as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    with place as materialized (
      select r.area_id as id,
             case when by_what = 'unit' then (select c.over_id from area_reach c where c.area_id = r.area_id and c.over_id = any (units) limit 1) end as unit
        from area_reach r where r.over_id = of_area),
    found as (
      select case by_what when 'post' then t.post when 'year' then t.year::text when 'sex' then t.sex when 'ethnicity' then t.ethnicity
                          when 'organiser' then t.area_id::text when 'unit' then p.unit::text when 'topic' then k.topic_id::text end as key,
             t.level, t.official_id
        from training_turn t join place p on p.id = t.from_id
        left join class_topic k on by_what = 'topic' and k.class_id = t.class_id
       where (of_level is null or t.level = of_level) and (of_year is null or t.year = of_year)
         and (of_post is null or t.post = of_post or of_post = 'none' and t.post is null)
         and (of_sex is null or t.sex = of_sex) and (of_organiser is null or t.area_id = of_organiser)
         and (of_ethnicity is null or t.ethnicity = of_ethnicity or of_ethnicity = 'minority' and t.ethnicity not in ('01', '55'))
         and (of_topic is null or exists (select from class_topic o where o.class_id = t.class_id and o.topic_id = of_topic))),
    each as (select f.key, f.level, f.official_id, count(*) as n from found f group by f.key, f.level, f.official_id)
    select e.key, e.level, sum(e.n)::integer, count(*)::integer from each e group by e.key, e.level
    union all
    select e.key, null, sum(e.n)::integer, count(distinct e.official_id)::integer from each e group by e.key;
end
$$;
comment on function turn_figures is 'room: classes';
revoke execute on function turn_figures(uuid, text, uuid[], integer, text, uuid, integer, text, text, uuid) from public;
grant execute on function turn_figures(uuid, text, uuid[], integer, text, uuid, integer, text, text, uuid) to nb_app;

-- The same turns by name, the latest first; of one person and of one class too.
create function turns_found(of_area uuid, of_level integer, of_post text, of_topic uuid, of_year integer, of_sex text, of_ethnicity text,
                            of_organiser uuid, of_class uuid, words text)
  returns table (id uuid, official_id uuid, full_name text, sex text, ethnicity text, post text, from_id uuid, level smallint,
                 area_id uuid, class_id uuid, title text, completed_on date)
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  return query
    select t.id, t.official_id, o.full_name, t.sex, t.ethnicity, t.post, t.from_id, t.level, t.area_id, t.class_id, c.title, t.completed_on
      from training_turn t join official o on o.id = t.official_id join training_class c on c.id = t.class_id
     where t.from_id in (select r.area_id from area_reach r where r.over_id = of_area)
       and (of_level is null or t.level = of_level) and (of_year is null or t.year = of_year)
       and (of_post is null or t.post = of_post or of_post = 'none' and t.post is null)
       and (of_sex is null or t.sex = of_sex) and (of_organiser is null or t.area_id = of_organiser)
       and (of_ethnicity is null or t.ethnicity = of_ethnicity or of_ethnicity = 'minority' and t.ethnicity not in ('01', '55'))
       and (of_topic is null or exists (select from class_topic k where k.class_id = t.class_id and k.topic_id = of_topic))
       and (of_class is null or t.class_id = of_class) and (words is null or o.search like words);
end
$$;
comment on function turns_found is 'room: classes';
revoke execute on function turns_found(uuid, integer, text, uuid, integer, text, text, uuid, uuid, text) from public;
grant execute on function turns_found(uuid, integer, text, uuid, integer, text, text, uuid, uuid, text) to nb_app;

-- The turns of one person, whose record or post the actor reaches, or who asks themselves.
create function turns_of(person uuid)
  returns table (class_id uuid, title text, area_id uuid, level smallint, post text, from_id uuid, completed_on date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.class_id, c.title, t.area_id, t.level, t.post, t.from_id, t.completed_on
    from training_turn t join training_class c on c.id = t.class_id
   where t.official_id = person and (official_kept(person) or official_seen(person) or person = roster_self())
$$;
comment on function turns_of is 'room: classes';
revoke execute on function turns_of(uuid) from public;
grant execute on function turns_of(uuid) to nb_app;

-- Of two records of one person turns and marks are one. Where both were marked in one session, or both completed one class, what the
-- record that stays says stands last, and what the other said before it.
create or replace function attendance_joined(kept uuid, former uuid, why text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from training_turn f using training_turn k where f.official_id = former and k.official_id = kept and k.class_id = f.class_id;
  update training_turn t set official_id = kept where t.official_id = former;
  -- Out of the way first: keys are asked row by row.
  update attendance_mark k set number = k.number + 10000, because = case when k.because = '' then why else k.because end
   where k.official_id = kept and exists (select from attendance_mark f where f.official_id = former and f.session_id = k.session_id);
  update attendance_mark f set official_id = kept where f.official_id = former;
  update attendance_mark k set number = k.number - 10000
       + (select count(*) from attendance_mark f where f.official_id = kept and f.session_id = k.session_id and f.number < 10000)
   where k.official_id = kept and k.number > 10000;
end
$$;
comment on function attendance_joined is 'room: classes';
revoke execute on function attendance_joined(uuid, uuid, text) from public;
grant execute on function attendance_joined(uuid, uuid, text) to nb_app;
