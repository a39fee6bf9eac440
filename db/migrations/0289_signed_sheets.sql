-- The signed sheet of a class, scanned or photographed, page by page.
create table attendance_page (
  file_id uuid primary key references file,
  class_id uuid not null,
  area_id uuid not null,
  -- Which page it is, of which sessions; empty: not said.
  note text not null default '',
  kept_by uuid references account,
  kept_name text not null,
  kept_at timestamptz not null,
  -- Why it counts no more: another's, or not to be read. It is kept.
  out_because text check (out_because <> ''),
  out_name text,
  constraint attendance_page_class foreign key (class_id, area_id) references training_class (id, area_id)
);
comment on table attendance_page is 'family: unit; room: classes';
create index attendance_page_class_of on attendance_page (class_id);
create index attendance_page_area on attendance_page (area_id);
alter table attendance_page enable row level security;
select nb_guard('attendance_page', '{area_id}', 'select'), nb_guard('attendance_page', '{area_id}', 'insert'),
       nb_guard('attendance_page', '{area_id}', 'update');
grant select, insert, update on attendance_page to nb_app;
