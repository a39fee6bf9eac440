-- Bodies: steering committees of the programme, and community boards that supervise one programme or project. Their members
-- are officials of the roster, or community members entered there without a post.
create table body (
  id uuid primary key,
  unit_id uuid not null references area (id),
  kind text not null check (kind in ('steering', 'supervision')),
  name text not null check (name <> ''),
  -- Which programme or project a supervision board watches over.
  watches text check (watches <> ''),
  watches_code text check (watches_code <> ''),
  decision_number text not null check (decision_number <> ''),
  decided_on date not null,
  decided_by text not null check (decided_by <> ''),
  -- Its term, [from, until); dissolved, it ended on the day that was said.
  valid_from date not null,
  valid_until date,
  dissolved_because text check (dissolved_because <> ''),
  made_by uuid references account (id),
  made_at timestamptz not null default now(),
  search text not null generated always as (fold(name)) stored,
  constraint body_period check (valid_until is null or valid_until > valid_from),
  constraint body_dissolved check (dissolved_because is null or valid_until is not null),
  constraint body_decided check (decided_on <= valid_from),
  constraint body_watches check ((kind = 'supervision') = (watches is not null) and (watches_code is null or watches is not null)),
  constraint body_decision unique (unit_id, kind, decision_number, decided_on, name)
);
comment on table body is 'family: unit; room: bodies';
alter table body enable row level security;
create index body_unit on body (unit_id, valid_from);
select nb_guard('body', '{unit_id}', 'select'), nb_guard('body', '{unit_id}', 'insert'), nb_guard('body', '{unit_id}', 'update');
grant select, insert, update on body to nb_app;

-- Its rows are seen and written with it.
create function body_kept(one uuid) returns boolean
  language plpgsql stable cost 1000 security definer set search_path = public, pg_temp as $$
begin
  return exists (select from body b join area_reach r on r.area_id = b.unit_id
                  where b.id = one and r.over_id = any (nb_areas()));
end
$$;
comment on function body_kept is 'room: bodies';
revoke execute on function body_kept(uuid) from public;
grant execute on function body_kept(uuid) to nb_app;

-- A place in a body for a time, [from, until).
create table body_member (
  id uuid primary key,
  body_id uuid not null references body (id),
  official_id uuid not null,
  role text not null check (role in ('head', 'standing_deputy', 'deputy', 'member', 'secretary')),
  -- Of a supervision board: whom the member comes from.
  comes_from text check (comes_from in ('front', 'inspectorate', 'residents')),
  valid_from date not null,
  valid_until date,
  left_because text check (left_because <> ''),
  made_by uuid references account (id),
  made_at timestamptz not null default now(),
  constraint body_member_official foreign key (official_id) references official (id),
  constraint body_member_period check (valid_until is null or valid_until >= valid_from),
  constraint body_member_once exclude using gist (body_id with =, official_id with =, daterange(valid_from, valid_until) with &&),
  constraint body_one_head exclude using gist (body_id with =, daterange(valid_from, valid_until) with &&) where (role = 'head')
);
comment on table body_member is 'family: unit; room: bodies';
alter table body_member enable row level security;
create index body_member_official_at on body_member (official_id);

create table body_meeting (
  id uuid primary key,
  body_id uuid not null references body (id),
  held_on date not null,
  at_time text check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text not null check (place <> ''),
  agenda text[] not null check (cardinality(agenda) > 0),
  -- Of the minutes: which members were there, who else, what was concluded, point by point.
  present uuid[] not null default '{}',
  guests text not null default '',
  conclusions text[] not null default '{}',
  -- The signed page, once it came back.
  scan_id uuid references file (id),
  called_off text check (called_off <> ''),
  made_by uuid references account (id),
  made_at timestamptz not null default now(),
  constraint body_meeting_called_off check (called_off is null or (conclusions = '{}' and scan_id is null))
);
comment on table body_meeting is 'family: unit; room: bodies';
alter table body_meeting enable row level security;
create index body_meeting_body on body_meeting (body_id, held_on);

create table body_task (
  id uuid primary key,
  meeting_id uuid not null references body_meeting (id),
  body_id uuid not null references body (id),
  official_id uuid not null,
  what text not null check (what <> ''),
  due_on date not null,
  done_on date,
  taken_back text check (taken_back <> ''),
  made_by uuid references account (id),
  made_at timestamptz not null default now(),
  constraint body_task_official foreign key (official_id) references official (id),
  constraint body_task_ended check (done_on is null or taken_back is null)
);
comment on table body_task is 'family: unit; room: bodies';
alter table body_task enable row level security;
create index body_task_meeting on body_task (meeting_id);
create index body_task_body on body_task (body_id);
create index body_task_owed on body_task (official_id) where done_on is null and taken_back is null;

select nb_guard(t.name, null, c.command, also => 'body_kept(body_id)')
  from (values ('body_member'), ('body_meeting'), ('body_task')) as t (name),
       (values ('select'), ('insert'), ('update')) as c (command);
grant select, insert, update on body_member, body_meeting, body_task to nb_app;

-- Who was seen in a body stays readable there by name, whichever unit keeps the record.
create function body_people(one uuid) returns table (official_id uuid, full_name text, account_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not body_kept(one) then return; end if;
  return query
    select o.id, o.full_name, o.account_id from official o
     where o.id in (select m.official_id from body_member m where m.body_id = one
                    union select t.official_id from body_task t where t.body_id = one);
end
$$;
comment on function body_people is 'room: bodies';

-- What bodies gave who asks to do, and what the bodies they head gave others, whatever units these are of.
create function my_body_tasks(today date) returns table (
    task_id uuid, meeting_id uuid, body_id uuid, unit_id uuid, body_name text, what text, due_on date, held_on date,
    owed_by text, mine boolean, heads boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with me as materialized (select o.id from official o where o.account_id = nb_account()),
    headed as materialized (
      select distinct m.body_id as id from body_member m join me on me.id = m.official_id
       where m.role = 'head' and m.valid_from <= today and coalesce(m.valid_until, 'infinity') > today),
    task as (
      select t.id from body_task t join me on me.id = t.official_id where t.done_on is null and t.taken_back is null
      union
      select t.id from body_task t join headed h on h.id = t.body_id where t.done_on is null and t.taken_back is null)
    select t.id, t.meeting_id, t.body_id, b.unit_id, b.name, t.what, t.due_on, g.held_on, o.full_name,
           t.official_id in (select me.id from me), t.body_id in (select h.id from headed h)
      from task k join body_task t on t.id = k.id join body b on b.id = t.body_id
      join body_meeting g on g.id = t.meeting_id join official o on o.id = t.official_id
     order by t.due_on, t.id limit 500;
end
$$;
comment on function my_body_tasks is 'room: bodies';
revoke execute on function body_people(uuid), my_body_tasks(date) from public;
grant execute on function body_people(uuid), my_body_tasks(date) to nb_app;

-- What the law says of the members of a body: what has a number is counted, the others are shown.
create table body_rule (
  kind text not null check (kind in ('steering', 'supervision')),
  rule text not null check (rule ~ '^[a-z][a-z_]{1,39}$'),
  valid_from date not null,
  valid_until date,
  value smallint,
  vi text not null check (vi <> ''),
  en text not null check (en <> ''),
  legal_basis text not null check (legal_basis <> ''),
  mark text not null check (mark in ('text', 'secondary', 'recalled', 'illustrative')),
  place smallint not null,
  primary key (kind, rule, valid_from)
);
comment on table body_rule is 'family: unit; room: bodies';
alter table body_rule enable row level security;
create policy body_rule_read on body_rule for select using (true);
grant select on body_rule to nb_app;

insert into body_rule (kind, rule, valid_from, value, vi, en, legal_basis, mark, place)
select 'supervision', r.rule, date '2023-08-14', r.value, r.vi, r.en, r.legal_basis, r.mark, r.place
  from (values
    ('founded_by', null, 'Do Ủy ban Mặt trận Tổ quốc cấp xã quyết định thành lập, theo từng chương trình, dự án',
     'Founded by decision of the commune''s Front committee, for each programme or project', 'law', 'text', 10),
    ('least_members', 5, 'Có ít nhất 5 thành viên', 'Has 5 members at least', 'law', 'text', 20),
    ('comes_from', null, 'Thành viên từ Mặt trận cấp xã, Ban Thanh tra nhân dân và đại diện người dân ở các thôn liên quan',
     'Members come from the commune''s Front, the people''s inspectorate, and residents of the villages concerned', 'law', 'text', 30),
    ('most_residents', 5, 'Không quá 5 người đại diện người dân, do hội nghị cộng đồng dân cư bầu',
     'At most 5 representatives of residents, elected at the community meeting', 'law', 'text', 40),
    ('most_deputies', 2, 'Không quá 2 Phó Trưởng ban', 'At most 2 deputy heads', 'law', 'text', 50),
    ('resident', null, 'Thành viên là người thường trú tại địa bàn', 'Members are local residents', 'law', 'text', 60),
    ('no_official', 0, 'Thành viên không đồng thời là cán bộ, công chức cấp xã',
     'No member is an official or civil servant of the commune at the same time', 'law', 'text', 70),
    ('no_relative', null, 'Thành viên không có người thân quyết định đầu tư, là chủ đầu tư, nhà thầu hoặc người giám sát',
     'No member has a relative who decides the investment, is its investor, contractor or supervisor', 'law', 'text', 80),
    ('term', null, 'Tự giải thể khi xong nhiệm vụ của chương trình, dự án',
     'Dissolves itself when the task of its programme or project is done', 'law', 'text', 90),
    ('notice', null, 'Kế hoạch giám sát và danh sách thành viên báo cho chủ đầu tư trước ít nhất 45 ngày',
     'Plan and list of members are told to the investor at least 45 days before', 'Luật Đầu tư công, Điều 75 (lời văn của luật 2014)', 'recalled', 100)
  ) as v (rule, value, vi, en, basis, mark, place)
  cross join lateral (select v.rule, v.value, v.vi, v.en, v.mark, v.place, case v.basis when 'law'
    then 'Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15 (Điều 41, 42); Nghị định 59/2023/NĐ-CP (Điều 17)' else v.basis end as legal_basis) r;
