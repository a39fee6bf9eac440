-- Who drafted a decision and who put it in force are accounts, and the commune of a yearly round an area, as everywhere.
alter table decision
  add constraint decision_drafted_by_fkey foreign key (drafted_by) references account (id),
  add constraint decision_in_force_by_fkey foreign key (in_force_by) references account (id);
alter table round_village
  add constraint round_village_annual_area_fkey foreign key (annual_area) references area (id);
