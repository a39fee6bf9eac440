-- What a reader's units cost before a statement even begins. The planner holds each of a hundred villages against each of
-- the hundred most common values of the column, for every guarded table of a statement: 0.35 ms a table, more than most
-- statements take. Ten values tell it enough where one household or one page is asked for; `household` and `member`
-- keep their hundred, since villages of very unlike sizes are searched and counted. Two areas are put one behind the other.
create or replace function nb_units() returns uuid[]
  language plpgsql stable parallel safe cost 1000 as $$
declare
  areas uuid[];
  over uuid;
  part uuid[];
  held uuid[] := '{}';
begin
  if current_user in ('nb_wide', 'nb_nation') then return '{}'; end if;
  areas := nb_areas();
  foreach over in array areas loop
    select w.area_ids into part from area_within w where w.over_id = over;
    -- Null stands for the whole nation.
    if found and part is null then return array(select id from area); end if;
    held := held || coalesce(part, '{}');
  end loop;
  return held;
end
$$;

alter table audit_line alter column area_id set statistics 10;
alter table certificate alter column home_id set statistics 10, alter column area_id set statistics 10;
alter table decision_entry alter column home_id set statistics 10, alter column area_id set statistics 10;
alter table household_class alter column home_id set statistics 10, alter column village_id set statistics 10;
alter table household_event alter column home_id set statistics 10;
alter table review_case alter column village_id set statistics 10;
alter table survey alter column village_id set statistics 10;
alter table survey_note alter column home_id set statistics 10;
alter table verdict alter column village_id set statistics 10;
analyze audit_line, certificate, decision_entry, household_class, household_event, review_case, survey, survey_note, verdict;
-- Where the units below another begin and end among all paths: with a hundred steps every commune is taken for a hundredth of
-- the nation, and a list of ten villages read all of its 99,000 units.
alter table area_path alter column path set statistics 1000;
analyze area_path;
