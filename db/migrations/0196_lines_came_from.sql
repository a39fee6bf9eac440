-- Where a line was before its draft was carried over to what came of its unit, the last last: [{"unit", "placeId", "place", "wrote"}].
-- So it goes back there as it was, where the unit had ended by mistake.
alter table plan_line add column came_from jsonb default '[]' not null;
alter table plan_line add constraint plan_line_came_from check (jsonb_typeof(came_from) = 'array');
