-- What who holds a post must have learnt, from a day on and by which text; and who has not.

-- How far a qualification of a kind reaches, the least first: the steps that papers name.
create table qualification_level (
  kind text not null check (kind in ('professional', 'political_theory', 'state_management', 'it', 'foreign_language', 'ethnic_language')),
  id text not null check (id ~ '^[a-z][a-z0-9_]{1,39}$'),
  place smallint not null,
  vi text not null check (vi <> ''),
  en text not null check (en <> ''),
  primary key (kind, id),
  constraint qualification_level_place unique (kind, place)
);
comment on table qualification_level is 'family: unit; room: people';
alter table qualification_level enable row level security;
create policy qualification_level_read on qualification_level for select using (true);
grant select on qualification_level to nb_app;

insert into qualification_level (kind, id, place, vi, en) values
  ('professional', 'elementary', 1, 'Sơ cấp', 'Elementary'),
  ('professional', 'intermediate', 2, 'Trung cấp', 'Intermediate'),
  ('professional', 'college', 3, 'Cao đẳng', 'College'),
  ('professional', 'university', 4, 'Đại học', 'University'),
  ('professional', 'master', 5, 'Thạc sĩ', 'Master'),
  ('professional', 'doctor', 6, 'Tiến sĩ', 'Doctor'),
  ('political_theory', 'elementary', 1, 'Sơ cấp', 'Elementary'),
  ('political_theory', 'intermediate', 2, 'Trung cấp', 'Intermediate'),
  ('political_theory', 'advanced', 3, 'Cao cấp, cử nhân', 'Advanced'),
  ('state_management', 'assistant', 1, 'Ngạch cán sự', 'Assistant grade'),
  ('state_management', 'expert', 2, 'Ngạch chuyên viên', 'Expert grade'),
  ('state_management', 'principal', 3, 'Ngạch chuyên viên chính', 'Principal expert grade'),
  ('state_management', 'senior', 4, 'Ngạch chuyên viên cao cấp', 'Senior expert grade'),
  ('it', 'basic', 1, 'Cơ bản', 'Basic'),
  ('it', 'advanced', 2, 'Nâng cao', 'Advanced'),
  ('foreign_language', 'level_1', 1, 'Bậc 1 (A1)', 'Level 1 (A1)'),
  ('foreign_language', 'level_2', 2, 'Bậc 2 (A2)', 'Level 2 (A2)'),
  ('foreign_language', 'level_3', 3, 'Bậc 3 (B1)', 'Level 3 (B1)'),
  ('foreign_language', 'level_4', 4, 'Bậc 4 (B2)', 'Level 4 (B2)'),
  ('foreign_language', 'level_5', 5, 'Bậc 5 (C1)', 'Level 5 (C1)'),
  ('foreign_language', 'level_6', 6, 'Bậc 6 (C2)', 'Level 6 (C2)'),
  ('ethnic_language', 'spoken', 1, 'Giao tiếp được', 'Spoken'),
  ('ethnic_language', 'certificate', 2, 'Có chứng chỉ', 'With a certificate');

-- Not known where it was entered before, or the paper does not say.
alter table qualification add column level text;
alter table qualification add constraint qualification_level_of_kind foreign key (kind, level) references qualification_level (kind, id);

-- Whether who asks holds the whole nation.
create function nb_everywhere() returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select exists (select from area_version v where v.level = 0 and v.area_id = any (nb_areas()))
$$;
comment on function nb_everywhere is 'room: areas';
revoke execute on function nb_everywhere() from public;
grant execute on function nb_everywhere() to nb_app;

-- Of no unit: what is asked everywhere, unless the province of the post says otherwise. Without a level: of units of every level.
create table post_requirement (
  id uuid primary key,
  area_id uuid references area (id),
  post text not null references post (id),
  level text check (level in ('nation', 'province', 'district', 'commune', 'village')),
  kind text not null,
  minimum text not null,
  valid_from date not null,
  valid_until date,
  ended_because text check (ended_because <> ''),
  legal_basis text not null check (legal_basis <> ''),
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative')),
  made_by uuid references account (id),
  made_at timestamptz not null default now(),
  constraint post_requirement_minimum foreign key (kind, minimum) references qualification_level (kind, id),
  -- Entered by mistake, it never held: it ends on its first day.
  constraint post_requirement_period check (valid_until is null or valid_until >= valid_from),
  constraint post_requirement_ended check (ended_because is null or valid_until is not null),
  constraint post_requirement_once exclude using gist (coalesce(area_id, '00000000-0000-0000-0000-000000000000'::uuid) with =, post with =,
                                                       coalesce(level, '') with =, kind with =, daterange(valid_from, valid_until) with &&)
);
comment on table post_requirement is 'family: unit; room: people';
alter table post_requirement enable row level security;
-- What is asked of who holds a post is public. That of the whole nation is written by who works for all of it.
create policy post_requirement_read on post_requirement for select using (true);
select nb_guard('post_requirement', '{area_id}', 'insert', also => 'area_id is null and nb_everywhere()'),
       nb_guard('post_requirement', '{area_id}', 'update', also => 'area_id is null and nb_everywhere()');
grant select, insert, update on post_requirement to nb_app;

insert into post_requirement (id, post, level, kind, minimum, valid_from, legal_basis, mark)
select gen_random_uuid(), r.post, 'commune', r.kind, r.minimum, '2023-08-01',
       'Nghị định 33/2023/NĐ-CP, tiêu chuẩn cán bộ, công chức cấp xã (sau 01/07/2025 cần đối chiếu quy định mới)', 'recalled'
  from (values ('leader', 'professional', 'university'), ('leader', 'political_theory', 'intermediate'),
               ('specialist', 'professional', 'university')) as r (post, kind, minimum);

-- Of some posts held, what each asks on the day, once a kind, and why it is not met: `none` of the kind is recorded, it is
-- `lower`, its level is not recorded (`unsaid`), or it is `under_way`; null where it is met.
-- What the province asks stands before what is asked everywhere, what is asked of the level of the unit before what is asked of all.
create function requirements_judged(officials uuid[], posts text[], areas uuid[], of_day date)
  returns table (official_id uuid, post text, area_id uuid, kind text, requirement_id uuid, why text)
  language plpgsql stable set search_path = public, pg_temp as $$
begin
  return query
    with asked as materialized (
      select r.id, r.area_id, r.post, r.level, r.kind, l.place from post_requirement r
        join qualification_level l on l.kind = r.kind and l.id = r.minimum
       where r.valid_from <= of_day and (r.valid_until is null or of_day < r.valid_until)),
    held as materialized (
      select h.official_id, h.post, h.area_id, (array['nation', 'province', 'district', 'commune', 'village'])[v.level + 1] as level
        from unnest(officials, posts, areas) as h (official_id, post, area_id)
        join area_version v on v.area_id = h.area_id and v.valid_from <= of_day and (v.valid_until is null or of_day < v.valid_until)
       where h.post in (select a.post from asked a)),
    wanted as materialized (
      select distinct on (u.area_id, u.post, a.kind) u.area_id, u.post, a.kind, a.id, a.place
        from (select distinct h.area_id, h.post, h.level from held h) u
        join asked a on a.post = u.post and (a.level is null or a.level = u.level)
         and (a.area_id is null or exists (select from area_reach r where r.area_id = u.area_id and r.over_id = a.area_id))
       order by u.area_id, u.post, a.kind, a.area_id is null, a.level is null, a.id),
    learnt as materialized (
      select q.official_id, q.kind, max(l.place) filter (where d.done) as best,
             coalesce(bool_or(q.level is null) filter (where d.done), false) as unsaid,
             max(coalesce(l.place, 99)) filter (where not d.done) as coming
        from qualification q left join qualification_level l on l.kind = q.kind and l.id = q.level
       cross join lateral (select coalesce(q.until_month <= left(of_day::text, length(q.until_month)), false) as done) d
       where q.taken_away is null and q.official_id in (select h.official_id from held h)
         and (d.done or coalesce(q.from_month <= left(of_day::text, length(q.from_month)), true))
       group by q.official_id, q.kind)
    select h.official_id, h.post, h.area_id, w.kind, w.id,
           case when l.best >= w.place then null when l.coming >= w.place then 'under_way' when l.unsaid then 'unsaid'
                when l.best is not null then 'lower' else 'none' end
      from held h join wanted w on w.area_id = h.area_id and w.post = h.post
      left join learnt l on l.official_id = h.official_id and l.kind = w.kind;
end
$$;
comment on function requirements_judged is 'room: people';

-- The same of everybody who holds a post at the area or below on the day; asked once, not row by row.
create function requirements_at(of_area uuid, of_day date)
  returns table (official_id uuid, post text, area_id uuid, kind text, requirement_id uuid, why text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  officials uuid[];
  posts text[];
  areas uuid[];
begin
  select array_agg(h.official_id), array_agg(h.post), array_agg(h.area_id) into officials, posts, areas from roster_held(of_area, of_day) h;
  return query select * from requirements_judged(officials, posts, areas, of_day);
end
$$;
comment on function requirements_at is 'room: people';

-- Who of them does not meet what a post asks.
create function unmet_requirements(of_area uuid, of_day date)
  returns table (official_id uuid, post text, area_id uuid, kind text, requirement_id uuid, why text)
  language sql stable set search_path = public, pg_temp as $$
  select r.* from requirements_at(of_area, of_day) r where r.why is not null
$$;
comment on function unmet_requirements is 'room: people';
revoke execute on function requirements_judged(uuid[], text[], uuid[], date), requirements_at(uuid, date), unmet_requirements(uuid, date) from public;
grant execute on function requirements_judged(uuid[], text[], uuid[], date), requirements_at(uuid, date), unmet_requirements(uuid, date) to nb_app;
