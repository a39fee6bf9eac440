-- Copies on paper that were handed out: of which version, how many, to whom, on which day.
create table handout (
  id uuid primary key,
  -- Who handed them out.
  area_id uuid not null references area,
  material_id uuid not null,
  version smallint not null,
  copies integer not null check (copies between 1 and 100000),
  -- To a unit, to a class, or to whom these words name.
  to_area_id uuid references area,
  to_class_id uuid,
  to_words text check (to_words <> ''),
  given_on date not null,
  made_by uuid references account,
  made_name text not null default '',
  made_at timestamptz not null default now(),
  -- Entered by mistake, or the copies came back.
  back_at timestamptz,
  back_because text check (back_because <> ''),
  constraint handout_of foreign key (material_id, version) references material_version (material_id, version),
  constraint handout_class foreign key (to_class_id, area_id) references training_class (id, area_id),
  constraint handout_to check (num_nonnulls(to_area_id, to_class_id, to_words) = 1),
  constraint handout_back check (num_nonnulls(back_at, back_because) in (0, 2))
);
comment on table handout is 'family: unit; room: study';
create index handout_area on handout (area_id, given_on);
create index handout_material on handout (material_id, version);
create index handout_to_area on handout (to_area_id) where to_area_id is not null;
create index handout_to_class on handout (to_class_id) where to_class_id is not null;
alter table handout enable row level security;
select nb_guard('handout', '{area_id}', 'select'), nb_guard('handout', '{area_id}', 'insert'),
       nb_guard('handout', '{area_id}', 'update');
grant select, insert, update on handout to nb_app;
