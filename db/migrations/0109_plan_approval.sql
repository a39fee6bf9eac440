-- A plan is approved by a decision, and never altered afterwards; the units below read it, and make theirs under it.
alter table training_plan
  add column parent_id uuid,
  add column approved_number text check (approved_number <> ''),
  add column approved_on date,
  add column approved_issuer text check (approved_issuer <> ''),
  add column approved_by uuid references account,
  add column approved_at timestamptz,
  add constraint training_plan_parent foreign key (parent_id) references training_plan,
  add constraint training_plan_approved check ((state = 'approved') = (approved_number is not null) and (state = 'approved') = (approved_on is not null)
                                               and (state = 'approved') = (approved_issuer is not null) and (state = 'approved') = (approved_at is not null));
create index training_plan_under on training_plan (parent_id) where parent_id is not null;
-- A number of a day stands for one plan of a unit.
create unique index training_plan_number_once on training_plan (area_id, lower(approved_number), approved_on);

-- Whether a unit stands over one of the actor's.
create function unit_above_mine(unit uuid) returns boolean
  language plpgsql stable cost 1000 security definer set search_path = public, pg_temp as $$
begin
  return exists (select from area_reach r where r.over_id = unit and r.area_id = any (nb_areas()));
end
$$;
comment on function unit_above_mine is 'room: training';
revoke execute on function unit_above_mine(uuid) from public;
grant execute on function unit_above_mine(uuid) to nb_app;

drop policy training_plan_near_select on training_plan;
drop policy training_plan_wide_select on training_plan;
drop policy training_plan_nation_select on training_plan;
drop policy plan_line_near_select on plan_line;
drop policy plan_line_wide_select on plan_line;
drop policy plan_line_nation_select on plan_line;
drop policy plan_money_near_select on plan_money;
drop policy plan_money_wide_select on plan_money;
drop policy plan_money_nation_select on plan_money;
select nb_guard(t.name, '{area_id}', 'select', also => 'state = ''approved'' and unit_above_mine(area_id)')
  from (values ('training_plan'), ('plan_line'), ('plan_money')) as t (name);

-- The one way from a draft to what is approved. False where it is no draft any more, or not the actor's.
create function plan_approve(of_plan uuid, of_number text, on_day date, of_issuer text, account uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update training_plan p set state = 'approved', approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer,
                             approved_by = account, approved_at = now()
   where p.id = of_plan and p.state = 'drafted' and nb_holds(p.area_id);
  return found;
end
$$;
comment on function plan_approve is 'room: training';
revoke execute on function plan_approve(uuid, text, date, text, uuid) from public;
grant execute on function plan_approve(uuid, text, date, text, uuid) to nb_app;
