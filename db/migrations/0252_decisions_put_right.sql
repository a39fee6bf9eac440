-- Number, day and issuer of a decision that were typed wrongly are corrected; what the paper said before stays with it.
alter table plan_paper add column earlier jsonb not null default '[]';

create function plan_correct(of_plan uuid, of_number text, on_day date, of_issuer text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update training_plan p set approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer
   where p.id = of_plan and p.state = 'approved' and nb_holds(p.area_id);
  return found;
end
$$;
comment on function plan_correct is 'room: training';
revoke execute on function plan_correct(uuid, text, date, text) from public;
grant execute on function plan_correct(uuid, text, date, text) to nb_app;

create function plan_paper_correct(of_plan uuid, of_content jsonb, of_signed text, on_day date, why text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update plan_paper k set content = of_content, signed = of_signed,
         earlier = k.earlier || jsonb_build_array(jsonb_build_object('content', k.content, 'signed', k.signed, 'until', on_day, 'because', why))
   where k.plan_id = of_plan and nb_holds(k.area_id);
  return found;
end
$$;
comment on function plan_paper_correct is 'room: training';
revoke execute on function plan_paper_correct(uuid, jsonb, text, date, text) from public;
grant execute on function plan_paper_correct(uuid, jsonb, text, date, text) to nb_app;

create function framework_correct(of_framework uuid, of_number text, on_day date, of_issuer text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update framework f set approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer
   where f.id = of_framework and f.state = 'approved' and nb_holds(f.area_id);
  return found;
end
$$;
comment on function framework_correct is 'room: training';
revoke execute on function framework_correct(uuid, text, date, text) from public;
grant execute on function framework_correct(uuid, text, date, text) to nb_app;

-- Of a paper in whose place another stands: what it changes, and what changes it, is of the other from now on.
create function paper_changes_follow(of_unit uuid, old_paper uuid, new_paper uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update paper_change c set of_id = case when c.of_id = old_paper then new_paper else c.of_id end,
                            by_id = case when c.by_id = old_paper then new_paper else c.by_id end
   where old_paper in (c.of_id, c.by_id) and c.area_id = of_unit and nb_holds(of_unit)
$$;
comment on function paper_changes_follow is 'room: papers';
revoke execute on function paper_changes_follow(uuid, uuid, uuid) from public;
grant execute on function paper_changes_follow(uuid, uuid, uuid) to nb_app;
