-- Of an amendment: which lines of what it amends it has dropped, and why: [{"firstId", "because"}]. Its changes, its page and its paper say it.
alter table training_plan add column dropped jsonb default '[]' not null;
alter table training_plan add constraint training_plan_dropped check (jsonb_typeof(dropped) = 'array');
alter table training_plan add constraint training_plan_dropped_of_amendment check (original_id is not null or dropped = '[]');
