-- What a verdict says twice is left out: where it has a class, that is what is possible; lacking nothing is no list. When it
-- was made its survey tells (`received_at`). No shape of a command was ever read here: the call brings it. Rows of before stay.
alter table verdict
  alter column possible drop not null,
  alter column lacking drop not null,
  drop column made_at,
  drop constraint verdict_possible,
  add constraint verdict_possible check (
    case when class is null then coalesce(cardinality(possible), 0) > 0 else possible is null or possible = array[class] end);
alter table command drop column schema_version, drop column made_at;

create or replace function decision_verdicts(of_decision uuid)
  returns table (household_id uuid, verdict_id uuid, purpose text, codes text, line jsonb, facts jsonb, surveyed_on date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from decision d where d.id = of_decision and nb_holds(d.area_id)) then return; end if;
  return query
    select v.household_id, v.id, v.purpose, v.codes,
           jsonb_build_object('class', v.class, 'possible', to_jsonb(coalesce(v.possible, array[v.class])), 'b1', v.b1, 'b2', v.b2,
                              'lacking', to_jsonb(coalesce(v.lacking, '{}'))),
           s.facts, s.surveyed_on
      from decision_entry e
      join verdict v on v.household_id = e.household_id and v.id = e.verdict_id
      join survey s on s.household_id = v.household_id and s.id = v.survey_id
     where e.decision_id = of_decision and v.reasons is null;
end
$$;
