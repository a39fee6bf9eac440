-- Of a draft that stayed for what units said of it when all its lines went to what came of its unit: the draft that took them.
-- It is done with until lines come back into it. No key: what took them may have been carried on, or dropped, since.
alter table training_plan add column carried_into uuid;
alter table training_plan add constraint training_plan_carried_drafts check (carried_into is null or state = 'drafted');
