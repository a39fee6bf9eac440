-- An approved plan keeps the name that its programme had on the day; the register may call it otherwise later.
alter table training_plan
  add column programme_name text check (programme_name <> ''),
  -- Of a part of a programme: the whole.
  add column programme_whole text,
  add constraint training_plan_named check (state = 'approved' or (programme_name is null and programme_whole is null)),
  add constraint training_plan_named_whole check (programme_whole is null or programme_name is not null);
update training_plan s set programme_name = p.name, programme_whole = w.name
  from programme p left join programme w on w.id = p.part_of_id
 where p.id = s.programme_id and s.state = 'approved';

create or replace function plan_approve(of_plan uuid, of_number text, on_day date, of_issuer text, account uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update training_plan s set state = 'approved', approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer,
                             approved_by = account, approved_at = now(), programme_name = p.name, programme_whole = w.name
    from programme p left join programme w on w.id = p.part_of_id
   where s.id = of_plan and p.id = s.programme_id and s.state = 'drafted' and nb_holds(s.area_id);
  return found;
end
$$;

-- One item, counted alike, has one norm at a province on a day. What stood twice before this rule stays as it is.
alter table spending_norm add column doubled boolean not null default false;
update spending_norm n set doubled = true
 where exists (select from spending_norm o
                where o.area_id = n.area_id and o.line_id <> n.line_id and fold(o.item) = fold(n.item) and o.counted_by = n.counted_by
                  and daterange(o.valid_from, o.valid_until) && daterange(n.valid_from, n.valid_until)
                  and (o.made_at, o.id) < (n.made_at, n.id));
alter table spending_norm add constraint spending_norm_item_once
  exclude using gist (area_id with =, fold(item) with =, counted_by with =, daterange(valid_from, valid_until) with &&) where (not doubled);
