-- How many bodies of a kind a unit of a level should have. Of no unit: what the nation's units should have, unless a province
-- says otherwise.
create table body_norm (
  id uuid primary key,
  area_id uuid references area (id),
  kind text not null check (kind in ('steering', 'supervision')),
  level text not null check (level in ('province', 'district', 'commune')),
  required smallint not null check (required between 0 and 50),
  valid_from date not null,
  valid_until date,
  ended_because text check (ended_because <> ''),
  legal_basis text not null check (legal_basis <> ''),
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative')),
  made_by uuid references account (id),
  made_at timestamptz not null default now(),
  constraint body_norm_period check (valid_until is null or valid_until >= valid_from),
  constraint body_norm_ended check (ended_because is null or valid_until is not null),
  -- A supervision board is founded by the Front of a commune.
  constraint body_norm_placed check (kind = 'steering' or level = 'commune'),
  constraint body_norm_once exclude using gist (coalesce(area_id, '00000000-0000-0000-0000-000000000000'::uuid) with =, kind with =,
                                                level with =, daterange(valid_from, valid_until) with &&)
);
comment on table body_norm is 'family: unit; room: bodies';
alter table body_norm enable row level security;
-- What a unit should have is public.
create policy body_norm_read on body_norm for select using (true);
select nb_guard('body_norm', '{area_id}', 'insert', also => 'area_id is null and nb_everywhere()'),
       nb_guard('body_norm', '{area_id}', 'update', also => 'area_id is null and nb_everywhere()');
grant select, insert, update on body_norm to nb_app;

insert into body_norm (id, kind, level, required, valid_from, valid_until, legal_basis, mark)
select gen_random_uuid(), 'steering', n.level, 1, date '2016-01-01', case n.level when 'district' then date '2025-07-01' end,
       'Hai báo cáo đã công bố (Vĩnh Phúc 2022, Quảng Ninh 2019) nói đến Ban Chỉ đạo các cấp; chưa đối chiếu văn bản', 'secondary'
  from (values ('province'), ('district'), ('commune')) as n (level)
union all
select gen_random_uuid(), 'supervision', 'commune', 1, date '2023-08-14', null,
       'Luật 10/2022/QH15 (Điều 41, 42), Nghị định 59/2023/NĐ-CP (Điều 17): mỗi chương trình, dự án một Ban; mỗi xã có một Ban chỉ là mức mong đợi, không có trong văn bản',
       'illustrative';

-- The bodies of an area on a day, and where an area ended, of what stood there then; asked once, not row by row.
create function bodies_standing(of_area uuid, of_day date)
  returns table (body_id uuid, kind text, unit_id uuid, name text)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  was_over uuid[];
begin
  if not exists (select from area_reach r where r.area_id = of_area and r.over_id = any (nb_areas())) then return; end if;
  was_over := area_was_over(of_area, of_day);
  if was_over is null then
    return query
      select b.id, b.kind, b.unit_id, b.name from area_reach r join body b on b.unit_id = r.area_id
       where r.over_id = of_area and b.valid_from <= of_day and (b.valid_until is null or of_day < b.valid_until);
  else
    return query
      select b.id, b.kind, b.unit_id, b.name from body b
       where b.unit_id = any (was_over) and b.valid_from <= of_day and (b.valid_until is null or of_day < b.valid_until);
  end if;
end
$$;
comment on function bodies_standing is 'room: bodies';
revoke execute on function bodies_standing(uuid, date) from public;
grant execute on function bodies_standing(uuid, date) to nb_app;
