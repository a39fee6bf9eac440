-- What lists of rounds, cases and deeds begin at, so that the time of a page does not grow with the nation.

-- Few of the households of a round have ended: they alone are looked up when its cases are counted.
create index household_ended on household (household_id) where ended_on is not null;
-- Open rounds by how soon they end, rounds of an area newest first: who sees thousands takes the first of them.
create index round_open on round (window_until, id) where state not in ('completed', 'cancelled');
create index round_newest on round (window_from desc, id);
-- What was done in a province or the nation, newest first: the first lines that lie there, rather than all of them.
create index audit_line_newest on audit_line (at desc, id);
-- The nation, its provinces and communes among all the villages.
create index area_version_level on area_version (level) where level < 4;
