-- A draft on which units have commented is not deleted: it is given up, with the day and the reason, and stays for what they said of it.
alter table training_plan add column given_up_on date, add column given_up_because text;
alter table training_plan add constraint training_plan_given_up_because check (given_up_because <> '');
alter table training_plan add constraint training_plan_given_up check ((given_up_on is null) = (given_up_because is null));
alter table training_plan add constraint training_plan_given_up_drafts check (given_up_on is null or state = 'drafted');
-- Nobody works on it any more: its lines went on, or it was given up.
alter table training_plan add column closed boolean generated always as (carried_into is not null or given_up_on is not null) stored not null;
-- The next amendment has its number.
drop index training_plan_amending_once;
drop index training_plan_amendment_once;
create unique index training_plan_amending_once on training_plan (original_id)
  where original_id is not null and state = 'drafted' and given_up_on is null;
create unique index training_plan_amendment_once on training_plan (original_id, amendment)
  where original_id is not null and given_up_on is null;
