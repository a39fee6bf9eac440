-- Which share of the sessions of a class must be attended for a turn: what a province lays down, with the text that says it.
alter table training_limit drop constraint training_limit_kind_check;
alter table training_limit add constraint training_limit_kind_check check (kind in
  ('largest_class', 'from_one_place', 'days_in_a_row', 'hours_a_day', 'furthest_way', 'newly_in_post', 'closed', 'first_turn', 'attended_share'));
alter table training_limit add constraint training_limit_share check (kind <> 'attended_share' or value <= 100);
