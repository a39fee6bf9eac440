-- What the quantity of an amount follows: so many for each of the people or of the classes of its line, or nothing.
-- Of what was written by hand before this was asked it is not known (null): it is told where the line has other figures since.
alter table plan_money
  add follows text constraint plan_money_follows check (follows in ('people', 'classes', 'nothing')),
  add times int check (times between 1 and 1000),
  add of_people int,
  add of_classes int,
  add constraint plan_money_times check ((times is not null) = (coalesce(follows, '') in ('people', 'classes')));
update plan_money m set of_people = l.people, of_classes = l.classes from plan_line l where l.id = m.plan_line_id;
alter table plan_money alter of_people set not null, alter of_classes set not null;
