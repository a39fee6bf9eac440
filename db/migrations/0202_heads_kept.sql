-- What drafts said besides their lines before they were carried over into this one: [{"unit", "parentId", "said"}], the last last.
-- So each goes back with its own name and texts, where its unit had ended by mistake.
alter table training_plan add column came_from jsonb default '[]' not null;
alter table training_plan add constraint training_plan_came_from check (jsonb_typeof(came_from) = 'array');
