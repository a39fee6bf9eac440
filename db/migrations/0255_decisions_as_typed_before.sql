-- What the decision of a plan or framework said before it was corrected stands with it: until which day, and why.
alter table training_plan add column earlier_decisions jsonb not null default '[]';
alter table framework add column earlier_decisions jsonb not null default '[]';

drop function plan_correct(uuid, text, date, text);
create function plan_correct(of_plan uuid, of_number text, on_day date, of_issuer text, until_day date, why text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update training_plan p set approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer,
         earlier_decisions = p.earlier_decisions || jsonb_build_array(jsonb_build_object('number', p.approved_number, 'day', p.approved_on,
           'issuer', p.approved_issuer, 'until', until_day, 'because', why))
   where p.id = of_plan and p.state = 'approved' and nb_holds(p.area_id);
  return found;
end
$$;
comment on function plan_correct is 'room: training';
revoke execute on function plan_correct(uuid, text, date, text, date, text) from public;
grant execute on function plan_correct(uuid, text, date, text, date, text) to nb_app;

drop function framework_correct(uuid, text, date, text);
create function framework_correct(of_framework uuid, of_number text, on_day date, of_issuer text, until_day date, why text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update framework f set approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer,
         earlier_decisions = f.earlier_decisions || jsonb_build_array(jsonb_build_object('number', f.approved_number, 'day', f.approved_on,
           'issuer', f.approved_issuer, 'until', until_day, 'because', why))
   where f.id = of_framework and f.state = 'approved' and nb_holds(f.area_id);
  return found;
end
$$;
comment on function framework_correct is 'room: training';
revoke execute on function framework_correct(uuid, text, date, text, date, text) from public;
grant execute on function framework_correct(uuid, text, date, text, date, text) to nb_app;

-- Corrections that were made before are told again from the audit, the latest first: each says what stood before it.
do $$
declare
  made record;
  now_said jsonb;
  was_said jsonb;
  change jsonb;
begin
  for made in select l.subject_id as id, l.what, (l.at at time zone 'Asia/Ho_Chi_Minh')::date as day, l.facts
                from audit_line l where l.what in ('plan.decision_corrected', 'framework.decision_corrected') order by l.at desc, l.id desc loop
    select coalesce(p.earlier_decisions -> 0, jsonb_build_object('number', p.approved_number, 'day', p.approved_on, 'issuer', p.approved_issuer))
      into now_said from (select id, approved_number, approved_on, approved_issuer, earlier_decisions from training_plan
                          union all select id, approved_number, approved_on, approved_issuer, earlier_decisions from framework) p
     where p.id = made.id;
    continue when now_said is null;
    was_said := now_said - 'until' - 'because';
    for change in select * from jsonb_array_elements(coalesce(made.facts -> 'changes', '[]')) loop
      was_said := was_said || jsonb_build_object(case change ->> 'field' when 'decidedOn' then 'day' else change ->> 'field' end, change -> 'was');
    end loop;
    was_said := was_said || jsonb_build_object('until', made.day, 'because', coalesce(made.facts ->> 'because', ''));
    update training_plan set earlier_decisions = jsonb_build_array(was_said) || earlier_decisions where id = made.id;
    update framework set earlier_decisions = jsonb_build_array(was_said) || earlier_decisions where id = made.id;
  end loop;
end
$$;

-- Approved plans that take topics of a framework: the day of the first, and how many, whoever sees them.
create function framework_rests(of_framework uuid) returns table (first date, plans integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select min(p.approved_on), count(*)::int from training_plan p
   where p.state = 'approved' and exists (
     select from plan_line n join framework_topic t on t.id = n.topic_id where n.plan_id = p.id and t.framework_id = of_framework)
$$;
comment on function framework_rests is 'room: training';
revoke execute on function framework_rests(uuid) from public;
grant execute on function framework_rests(uuid) to nb_app;
