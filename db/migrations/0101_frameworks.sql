-- What the skills are for and what is taught: the register of programmes, and the training frameworks of the provinces.

-- A programme, a scheme, a plan, or a part of one. Its unit is named by the id that the unit has in every installation, since
-- what the sources tell stands here before the catalogue of units is loaded.
create table programme (
  id uuid primary key,
  area_id uuid not null,
  part_of_id uuid references programme,
  kind text not null check (kind in ('programme', 'scheme', 'plan', 'component')),
  name text not null check (name <> ''),
  -- Years; null where the sources do not say.
  period_from smallint check (period_from between 1990 and 2100),
  period_until smallint check (period_until between 1990 and 2100),
  -- At which levels it is carried out; empty where the sources do not say.
  levels text[] not null default '{}' check (levels <@ array['nation', 'province', 'district', 'commune', 'village']),
  -- Its legal basis: [{ number, day, issuer, mark }], what is not known null.
  bases jsonb not null default '[]' check (jsonb_typeof(bases) = 'array'),
  -- What else the source says, and how sure this whole record is.
  note text not null default '',
  source text not null check (source <> ''),
  mark text not null check (mark in ('text', 'secondary', 'recalled')),
  made_by uuid references account,
  search text not null generated always as (fold(name)) stored,
  constraint programme_period check (period_until is null or period_from is null or period_until >= period_from),
  constraint programme_not_of_itself check (part_of_id <> id)
);
comment on table programme is 'family: unit; room: training';
create index programme_parts on programme (part_of_id);

-- A goal for a unit and a year: open until a decision says on a day that it is met.
create table programme_goal (
  id uuid primary key,
  programme_id uuid not null references programme,
  area_id uuid not null,
  -- Null: of the whole period, or not said.
  year smallint check (year between 1990 and 2100),
  says text not null check (says <> ''),
  mark text not null check (mark in ('text', 'secondary', 'recalled')),
  -- What a source tells of the outcome, which is no decision.
  told text,
  told_mark text check (told_mark in ('text', 'secondary', 'recalled')),
  met_number text check (met_number <> ''),
  met_on date,
  met_issuer text check (met_issuer <> ''),
  constraint programme_goal_told check ((told is null) = (told_mark is null)),
  constraint programme_goal_met check ((met_number is null) = (met_on is null) and (met_number is null) = (met_issuer is null))
);
comment on table programme_goal is 'family: unit; room: training';
create index programme_goal_of on programme_goal (programme_id);

alter table programme enable row level security;
alter table programme_goal enable row level security;
-- What is planned for whom is public.
create policy programme_read on programme for select using (true);
create policy programme_goal_read on programme_goal for select using (true);
select nb_guard('programme', '{area_id}', 'insert'), nb_guard('programme', '{area_id}', 'update'),
       nb_guard('programme_goal', '{area_id}', 'insert'), nb_guard('programme_goal', '{area_id}', 'update'),
       nb_guard('programme_goal', '{area_id}', 'delete', only_if => 'met_on is null');
grant select, insert, update on programme to nb_app;
grant select, insert, update, delete on programme_goal to nb_app;

-- A training framework of a province for a period, in versions. `sourced`: what a report tells of one, of no unit and altered
-- by nobody, to begin a draft from. What is approved is never altered: the policies below see drafts alone.
create table framework (
  id uuid primary key,
  area_id uuid references area,
  programme_id uuid references programme,
  -- The first version of it; all versions bear its id.
  line_id uuid not null,
  version smallint not null check (version > 0),
  name text not null check (name <> ''),
  period_from smallint check (period_from between 1990 and 2100),
  period_until smallint check (period_until between 1990 and 2100),
  state text not null default 'drafted' check (state in ('sourced', 'drafted', 'approved')),
  note text not null default '',
  source text check (source <> ''),
  mark text check (mark in ('text', 'secondary', 'recalled')),
  -- Counts every change of the draft and names who made one: who approves has seen the last and made none.
  edits integer not null default 0,
  worked_by text[] not null default '{}',
  begun_at timestamptz not null default now(),
  approved_number text check (approved_number <> ''),
  approved_on date,
  approved_issuer text check (approved_issuer <> ''),
  approved_by uuid references account,
  approved_at timestamptz,
  search text not null generated always as (fold(name)) stored,
  constraint framework_period check (period_until is null or period_from is null or period_until >= period_from),
  constraint framework_of_nobody check ((area_id is null) = (state = 'sourced') and (source is not null) = (state = 'sourced')
                                        and (mark is not null) = (state = 'sourced')),
  constraint framework_approved check ((state = 'approved') = (approved_number is not null) and (state = 'approved') = (approved_on is not null)
                                       and (state = 'approved') = (approved_issuer is not null) and (state = 'approved') = (approved_at is not null)),
  constraint framework_version unique (line_id, version),
  constraint framework_as_it_stands unique (id, state),
  constraint framework_of_unit unique (id, area_id)
);
comment on table framework is 'family: unit; room: training';
-- One draft of a framework at a time; a number of a day stands for one.
create unique index framework_one_draft on framework (line_id) where state = 'drafted';
create unique index framework_number_once on framework (area_id, lower(approved_number), approved_on);

-- A topic. Its state is the framework's: the key follows it, so that none is added to what is approved.
create table framework_topic (
  id uuid primary key,
  framework_id uuid not null references framework,
  state text not null default 'drafted',
  area_id uuid references area,
  -- Names the topic within its framework and in all its versions: `CĐ1`.
  code text not null check (code ~ '^[^\s,;]{1,20}$'),
  title text not null check (title <> ''),
  objective text not null default '',
  contents text not null default '',
  -- Null: not said.
  theory_hours smallint check (theory_hours between 0 and 2000),
  practice_hours smallint check (practice_hours between 0 and 2000),
  -- Whom it is for: posts of the roster by their codes, levels, and conditions on the commune on the day. Empty: not said.
  posts text[] not null default '{}',
  levels text[] not null default '{}' check (levels <@ array['nation', 'province', 'district', 'commune', 'village']),
  area_conditions text[] not null default '{}' check (area_conditions <@ array['dbkk_commune', 'border_commune', 'dbkk_village_commune']),
  -- Codes of topics that come before.
  requires text[] not null default '{}',
  -- After how many months it is taught again; null: once, or not said.
  recurs_after smallint check (recurs_after between 1 and 240),
  constraint framework_topic_code unique (framework_id, code),
  constraint framework_topic_fixed foreign key (framework_id, state) references framework (id, state) on update cascade,
  constraint framework_topic_of_unit foreign key (framework_id, area_id) references framework (id, area_id),
  constraint framework_topic_not_before_itself check (code <> all (requires))
);
comment on table framework_topic is 'family: unit; room: training';

alter table framework enable row level security;
alter table framework_topic enable row level security;
-- A draft is the province's alone; what is approved, and what reports tell, is everybody's.
select nb_guard('framework', '{area_id}', 'select', also => 'state <> ''drafted'''),
       nb_guard('framework', '{area_id}', 'insert', only_if => 'state = ''drafted'''),
       nb_guard('framework', '{area_id}', 'update', only_if => 'state = ''drafted'''),
       nb_guard('framework', '{area_id}', 'delete', only_if => 'state = ''drafted'''),
       nb_guard('framework_topic', '{area_id}', 'select', also => 'state <> ''drafted'''),
       nb_guard('framework_topic', '{area_id}', 'insert', only_if => 'state = ''drafted'''),
       nb_guard('framework_topic', '{area_id}', 'update', only_if => 'state = ''drafted'''),
       nb_guard('framework_topic', '{area_id}', 'delete', only_if => 'state = ''drafted''');
grant select, insert, update, delete on framework, framework_topic to nb_app;

-- The one way from a draft to what is approved. False where it is no draft any more, or not the actor's.
create function framework_approve(of_framework uuid, of_number text, on_day date, of_issuer text, account uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update framework f set state = 'approved', approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer,
                         approved_by = account, approved_at = now()
   where f.id = of_framework and f.state = 'drafted' and nb_holds(f.area_id);
  return found;
end
$$;
comment on function framework_approve is 'room: training';
revoke execute on function framework_approve(uuid, text, date, text, uuid) from public;
grant execute on function framework_approve(uuid, text, date, text, uuid) to nb_app;

-- Ready-made, as far as the sources go; ids are the same in every installation.
insert into programme (id, area_id, part_of_id, kind, name, period_from, period_until, levels, bases, note, source, mark)
select p.id::uuid, case p.place when 'quang_ninh' then '466707f3-688f-82a0-b89f-3d90afd4cded' else 'c5b57fbb-38fd-8606-bd9f-6053f391f9f5' end::uuid,
       p.part_of::uuid, p.kind, p.name, p.period_from, p.period_until, p.levels::text[], p.bases::jsonb, p.note, p.source, p.mark
  from (values
    ('74a4460b-eaec-8e36-a29d-56e0bc3320d3', 'nation', null, 'programme', 'Chương trình 135', null::smallint, null::smallint, '{}',
     '[{"number":"1722/QĐ-TTg","day":"2016-09-02","issuer":null,"mark":"recalled"},{"number":"01/2017/TT-UBDT","day":null,"issuer":null,"mark":"recalled"}]',
     'Là Dự án 2 theo Quyết định 1722/QĐ-TTg.', 'Báo cáo Chương trình 135 Quảng Ninh, 17/04/2019; căn cứ theo trí nhớ', 'recalled'),
    ('711cbd79-ce2d-884f-86d3-166402b2400b', 'nation', '74a4460b-eaec-8e36-a29d-56e0bc3320d3', 'component',
     'Hỗ trợ đầu tư cơ sở hạ tầng', null, null, '{}', '[]', '', 'Báo cáo Chương trình 135 Quảng Ninh, 17/04/2019', 'text'),
    ('ffd3c2d4-d800-8c05-9428-57519b5ffd45', 'nation', '74a4460b-eaec-8e36-a29d-56e0bc3320d3', 'component',
     'Hỗ trợ phát triển sản xuất, đa dạng hóa sinh kế và nhân rộng mô hình giảm nghèo', null, null, '{}', '[]', '', 'Báo cáo Chương trình 135 Quảng Ninh, 17/04/2019', 'text'),
    ('75454459-b310-8bb2-b9f5-d9a2af11821a', 'nation', '74a4460b-eaec-8e36-a29d-56e0bc3320d3', 'component',
     'Nâng cao năng lực cho cộng đồng và cán bộ cơ sở (Tiểu dự án 3)', null, null, '{}', '[]', '', 'Báo cáo Chương trình 135 Quảng Ninh, 17/04/2019', 'text'),
    ('aa2d42e1-f831-8051-ac1a-9d8e18fbd981', 'quang_ninh', '74a4460b-eaec-8e36-a29d-56e0bc3320d3', 'scheme',
     'Đề án 196: đưa các xã, thôn đặc biệt khó khăn ra khỏi diện đặc biệt khó khăn, hoàn thành mục tiêu Chương trình 135', 2017, 2020, '{}',
     '[{"number":"196/QĐ-UBND","day":"2017-07-17","issuer":"UBND tỉnh Quảng Ninh","mark":"text"}]', '', 'Báo cáo Chương trình 135 Quảng Ninh, 17/04/2019', 'text'),
    ('a8f0e960-216a-82d1-9c96-7ca8ddfd4c4e', 'quang_ninh', '75454459-b310-8bb2-b9f5-d9a2af11821a', 'plan',
     'Kế hoạch 92: nâng cao năng lực cho cộng đồng và cán bộ cơ sở thuộc Chương trình 135', 2018, 2018, '{}',
     '[{"number":"92/KH-UBND","day":null,"issuer":"UBND tỉnh Quảng Ninh","mark":"text"}]', 'Ban hành năm 2018; báo cáo không ghi ngày.', 'Báo cáo Chương trình 135 Quảng Ninh, 17/04/2019', 'text'),
    ('f9574809-00cc-85fb-ad08-eb870ec38356', 'nation', null, 'programme', 'Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025', 2021, 2025, '{}',
     '[{"number":"90/QĐ-TTg","day":"2022-01-18","issuer":null,"mark":"secondary"}]', '', 'Báo Dân trí, 05/12/2025', 'secondary'),
    ('dbceaa53-f560-8a89-894d-04d1b1ec94fb', 'nation', 'f9574809-00cc-85fb-ad08-eb870ec38356', 'component',
     'Dự án 7: nâng cao năng lực và giám sát, đánh giá', 2021, 2025, '{}', '[]',
     'Kết quả cả nước 2021-2025: 6.245 lớp, 734.308 lượt người, 1.091 đoàn tham quan học tập.', 'Báo Dân trí, 05/12/2025', 'secondary'),
    ('c31fbbb9-a0ac-8057-90fd-ff99d0a7c5e7', 'nation', null, 'programme',
     'Chương trình mục tiêu quốc gia chung: nông thôn mới, giảm nghèo, phát triển vùng dân tộc thiểu số và miền núi', 2026, 2035, '{}',
     '[{"number":null,"day":"2025-12-11","issuer":"Quốc hội","mark":"secondary"},{"number":"417/QĐ-BNNMT","day":"2026-01-31","issuer":"Bộ Nông nghiệp và Môi trường","mark":"secondary"}]',
     'Vốn 2026-2030: 423.000 tỷ đồng (trung ương 100.000, địa phương 300.000, tín dụng 23.000).', 'vietnamplus.vn, vietnam.vn, nhandan.vn', 'secondary')
  ) as p (id, place, part_of, kind, name, period_from, period_until, levels, bases, note, source, mark);

insert into programme_goal (id, programme_id, area_id, year, says, mark, told, told_mark)
select gen_random_uuid(), p.id, p.area_id, null, g.says, g.mark, g.told, g.told_mark
  from (values
    ('aa2d42e1-f831-8051-ac1a-9d8e18fbd981', 'Mọi xã, thôn đặc biệt khó khăn của tỉnh ra khỏi diện đặc biệt khó khăn', 'text',
     'Đến hết năm 2019 toàn bộ xã, thôn đặc biệt khó khăn được công nhận hoàn thành, sớm một năm so với kế hoạch (Báo Dân tộc)', 'secondary'),
    ('a8f0e960-216a-82d1-9c96-7ca8ddfd4c4e', 'Người dân hiểu chính sách, tham gia lập kế hoạch, thực hiện và giám sát; nâng cao kiến thức làm kinh tế hộ', 'text', null, null),
    ('a8f0e960-216a-82d1-9c96-7ca8ddfd4c4e', 'Nâng cao năng lực quản lý, chuyên môn của cán bộ xã, thôn', 'text', null, null),
    ('c31fbbb9-a0ac-8057-90fd-ff99d0a7c5e7', 'Tỷ lệ nghèo đa chiều giảm 1-1,5 điểm phần trăm mỗi năm', 'secondary', null, null),
    ('c31fbbb9-a0ac-8057-90fd-ff99d0a7c5e7', 'Tỷ lệ nghèo vùng dân tộc thiểu số và miền núi xuống dưới 10%', 'secondary', null, null),
    ('c31fbbb9-a0ac-8057-90fd-ff99d0a7c5e7', '100% xã nghèo ra khỏi tình trạng nghèo', 'secondary', null, null)
  ) as g (programme, says, mark, told, told_mark) join programme p on p.id = g.programme::uuid;

insert into framework (id, programme_id, line_id, version, name, state, note, source, mark) values
  ('956f5b4c-2839-80db-bfb9-9636f77d24eb', '75454459-b310-8bb2-b9f5-d9a2af11821a', '956f5b4c-2839-80db-bfb9-9636f77d24eb', 1,
   'Khung đào tạo, bồi dưỡng Chương trình 135 của Quảng Ninh', 'sourced',
   'Báo cáo không ghi số, ngày phê duyệt, số tiết và giai đoạn của khung. Đối tượng báo cáo ghi chung cho cả khung: cán bộ xã, trưởng thôn, bí thư chi bộ, đoàn thể, Ban giám sát cộng đồng, cán bộ quản lý chương trình cấp xã, huyện, tỉnh và cộng đồng; ở đây ghi cho mọi chuyên đề.',
   'Báo cáo Chương trình 135 Quảng Ninh, 17/04/2019', 'text'),
  ('c7f7de14-689c-8bc6-a3e9-77f4f54233a0', null, 'c7f7de14-689c-8bc6-a3e9-77f4f54233a0', 1,
   'Nội dung tập huấn cán bộ giảm nghèo của Vĩnh Phúc', 'sourced',
   'Báo cáo nêu nội dung tập huấn, không ghi số, ngày phê duyệt, số tiết và giai đoạn. Đối tượng của từng chuyên đề để trống khi báo cáo không nói.',
   'Báo cáo giảm nghèo Vĩnh Phúc, 10/01/2022', 'text');

insert into framework_topic (id, framework_id, state, code, title, posts, area_conditions)
select gen_random_uuid(), '956f5b4c-2839-80db-bfb9-9636f77d24eb', 'sourced', 'CĐ' || t.at, t.title,
       '{specialist,village_head,cell_secretary,mass_organisation,community_member}', '{dbkk_commune,border_commune,dbkk_village_commune}'
  from unnest(array['Quy trình, kỹ năng làm chủ đầu tư', 'Nghiệp vụ đấu thầu', 'Quản lý tài chính và thanh quyết toán', 'Quy trình lập kế hoạch',
                    'Quy trình triển khai dự án cơ sở hạ tầng', 'Quy trình triển khai dự án phát triển sản xuất, đa dạng hóa sinh kế',
                    'Kiểm tra, giám sát và báo cáo kết quả thực hiện', 'Kỹ năng phát triển cộng đồng',
                    'Trao đổi kinh nghiệm; tham quan, học tập mô hình giảm nghèo']) with ordinality as t (title, at);
insert into framework_topic (id, framework_id, state, code, title, posts)
select gen_random_uuid(), 'c7f7de14-689c-8bc6-a3e9-77f4f54233a0', 'sourced', 'CĐ' || t.at, t.title,
       case t.at when 7 then array['enumerator'] else '{}' end
  from unnest(array['Phổ biến chủ trương, chính sách mới về giảm nghèo', 'Xây dựng kế hoạch, chương trình giảm nghèo; đánh giá kết quả hằng năm',
                    'Kiểm tra, giám sát chương trình, dự án giảm nghèo; lập báo cáo',
                    'Ứng dụng CNTT quản lý hộ nghèo (phần mềm quản lý hộ nghèo, bảo trợ xã hội)',
                    'Lập, tổng hợp danh sách người nghèo đề nghị cấp thẻ BHYT, chính sách hỗ trợ', 'Chính sách giảm nghèo trong xây dựng nông thôn mới',
                    'Nghiệp vụ điều tra, rà soát hộ nghèo (trước mỗi kỳ rà soát)']) with ordinality as t (title, at);
update framework_topic set contents = 'Điều tra viên được tập huấn hằng quý, hằng năm và trước mỗi kỳ rà soát.'
 where framework_id = 'c7f7de14-689c-8bc6-a3e9-77f4f54233a0' and code = 'CĐ7';
