-- An approved plan is changed by a numbered amendment alone: a copy of what is in force, changed as a draft and approved as one.
-- What was approved before stays as it was.
alter table training_plan
  add column original_id uuid,
  add column amendment smallint not null default 0,
  add column reason text not null default '',
  -- What its paper says besides the lines.
  add column purpose text not null default '',
  add column execution text not null default '',
  -- How often the draft had been changed when it was submitted for approval; a change after that is not submitted.
  add column submitted_edits integer,
  add column submitted_on date,
  -- Who signed its paper, where it was said.
  add column signer_name text check (signer_name <> ''),
  add column signer_authority text check (signer_authority in ('own', 'acting', 'for_chair')),
  add constraint training_plan_submitted check ((submitted_edits is null) = (submitted_on is null)),
  add constraint training_plan_amends foreign key (original_id) references training_plan,
  add constraint training_plan_amendment check (amendment >= 0 and (original_id is null) = (amendment = 0)),
  add constraint training_plan_amended_why check ((original_id is null) = (reason = '')),
  add constraint training_plan_amends_alone check (original_id is null or parent_id is null),
  add constraint training_plan_signer check ((signer_name is null) = (signer_authority is null) and (signer_name is null or state = 'approved'));
create unique index training_plan_amendment_once on training_plan (original_id, amendment) where original_id is not null;
create unique index training_plan_amending_once on training_plan (original_id) where original_id is not null and state = 'drafted';

-- The line of the plan as it was first entered that this one goes on from, through all amendments; null: itself.
alter table plan_line add column first_id uuid;
create unique index plan_line_goes_on_once on plan_line (plan_id, first_id) where first_id is not null;

-- Which of a plan and its amendments is in force on a day; null where none is approved by then.
create function plan_version(plan uuid, of_day date) returns uuid
  language sql stable set search_path = public, pg_temp as $$
  select v.id from training_plan v
   where (v.id = plan or v.original_id = plan) and v.state = 'approved' and v.approved_on <= of_day
   order by v.amendment desc limit 1
$$;
comment on function plan_version is 'room: training';
revoke execute on function plan_version(uuid, date) from public;
grant execute on function plan_version(uuid, date) to nb_app;

drop function plan_approve(uuid, text, date, text, uuid);
create function plan_approve(of_plan uuid, of_number text, on_day date, of_issuer text, account uuid, signer text, authority text)
  returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update training_plan s set state = 'approved', approved_number = of_number, approved_on = on_day, approved_issuer = of_issuer,
                             approved_by = account, approved_at = now(), programme_name = p.name, programme_whole = w.name,
                             signer_name = signer, signer_authority = authority
    from programme p left join programme w on w.id = p.part_of_id
   where s.id = of_plan and p.id = s.programme_id and s.state = 'drafted' and nb_holds(s.area_id);
  if not found then return false; end if;
  -- Of an amendment: who sat before sits as it says now.
  update plan_seat t set stands = false
    from training_plan n join training_plan v on v.id <> n.id and n.original_id in (v.id, v.original_id)
   where n.id = of_plan and t.plan_id = v.id and t.stands;
  update plan_seat t set stands = true where t.plan_id = of_plan and not t.stands;
  return true;
end
$$;
comment on function plan_approve is 'room: training';
revoke execute on function plan_approve(uuid, text, date, text, uuid, text, text) from public;
grant execute on function plan_approve(uuid, text, date, text, uuid, text, text) to nb_app;

-- The paper of a plan as it was approved: all that it says, and the text of its QR.
create table plan_paper (
  plan_id uuid primary key references training_plan,
  area_id uuid not null references area,
  content jsonb not null,
  signed text not null
);
comment on table plan_paper is 'family: unit; room: training';
alter table plan_paper enable row level security;
select nb_guard('plan_paper', '{area_id}', 'select', also => 'unit_above_mine(area_id)');
grant select on plan_paper to nb_app;
-- Written once, after the approval, as the approval is: what a change writes of plans it writes as one.
create function plan_paper_keep(of_plan uuid, of_content jsonb, of_signed text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into plan_paper (plan_id, area_id, content, signed)
    select p.id, p.area_id, of_content, of_signed from training_plan p
     where p.id = of_plan and p.state = 'approved' and nb_holds(p.area_id)
$$;
comment on function plan_paper_keep is 'room: training';
revoke execute on function plan_paper_keep(uuid, jsonb, text) from public;
grant execute on function plan_paper_keep(uuid, jsonb, text) to nb_app;

-- A paper that changes a part of what another says, which stays in force: the check of the older one names it. By their ids
-- alone: papers may lie on other machines.
create table paper_change (
  by_id uuid primary key,
  of_id uuid not null,
  area_id uuid not null references area
);
comment on table paper_change is 'family: unit; room: papers';
create index paper_change_of on paper_change (of_id);
alter table paper_change enable row level security;
select nb_guard('paper_change', '{area_id}', 'select');
grant select on paper_change to nb_app;
create function paper_change_keep(of_unit uuid, by_paper uuid, of_paper uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into paper_change (by_id, of_id, area_id) select by_paper, of_paper, of_unit where nb_holds(of_unit)
$$;
comment on function paper_change_keep is 'room: papers';
revoke execute on function paper_change_keep(uuid, uuid, uuid) from public;
grant execute on function paper_change_keep(uuid, uuid, uuid) to nb_app;

create or replace function paper_status(paper_id uuid, today date)
 returns table(kind text, number text, issued_on date, in_force boolean, valid_from date, valid_until date, replaced_kind text, replaced_number text, replaced_on date, instead_kind text, instead_number text, instead_on date, instead_from date, instead_until date, instead_holds boolean, amends_kind text, amends_number text, amends_on date, corrections jsonb, ended_because text, ended_on date)
 language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  ended_by uuid;
  put_right correction;
begin
  select p.kind, coalesce(p.in_force_from <= today and (p.in_force_until is null or today < p.in_force_until), false),
         p.in_force_from, p.in_force_until, p.replaced_by, p.ended_because, p.ended_on, p.number, p.issued_on
    into kind, in_force, valid_from, valid_until, ended_by, ended_because, ended_on, number, issued_on
    from signed_paper p where p.id = paper_id;
  if not found then return; end if;
  select s.kind, s.number, s.issued_on into replaced_kind, replaced_number, replaced_on from signed_paper s where s.id = ended_by;
  if kind = 'correction' then
    select c.* into put_right from correction c where c.id = paper_id;
    select a.kind, a.number, a.issued_on into amends_kind, amends_number, amends_on from signed_paper a where a.id = put_right.amends_id;
  end if;
  if ended_by is not null or put_right.successor_id is not null then
    -- What a correction ended was followed by what that put in its place; else by the paper itself that ended it, which is
    -- of another kind where nothing followed.
    with recursive chain as (
      select s.id, s.kind, s.replaced_by, 0 as nth from signed_paper s where s.id = coalesce(put_right.successor_id, paper_id)
      union all
      select n.id, n.kind, n.replaced_by, l.nth + 1
        from chain l left join correction c on c.id = l.replaced_by
        join signed_paper n on n.id = coalesce(c.successor_id, l.replaced_by) and n.kind = l.kind
    ) cycle id set is_round using trail,
    followers as (
      select n.kind, n.number, n.issued_on, n.in_force_from, n.in_force_until, l.nth,
             n.in_force_from <= today and coalesce(today < n.in_force_until, true) as holds
        from chain l join signed_paper n on n.id = l.id
       where l.id <> paper_id and not l.is_round)
    select f.kind, f.number, f.issued_on, f.in_force_from, f.in_force_until, f.holds
      into instead_kind, instead_number, instead_on, instead_from, instead_until, instead_holds
      from followers f order by f.holds desc, f.nth desc limit 1;
  end if;
  if kind <> 'correction' then
    corrections := (
      select jsonb_agg(o.one order by o.at)
        from (select jsonb_build_object('number', a.number, 'day', a.signed_on) as one, a.in_force_at as at
                from correction a where a.amends_id = paper_id and a.state = 'in_force'
               union all
              select jsonb_build_object('kind', b.kind, 'number', b.number, 'day', b.issued_on), b.registered_at
                from paper_change c join signed_paper b on b.id = c.by_id where c.of_id = paper_id) o);
  else
    -- The paper that it put in the place of the wrong one was replaced by a later one, and so on.
    corrections := (
      with recursive later as (
        select c.successor_id, c.number, c.signed_on, 0 as nth from correction c where c.id = paper_id and c.state = 'in_force'
        union all
        select c.successor_id, c.number, c.signed_on, l.nth + 1
          from later l join correction c on c.replaced_id = l.successor_id and c.state = 'in_force')
      select jsonb_agg(jsonb_build_object('number', l.number, 'day', l.signed_on) order by l.nth) from later l where l.nth > 0);
  end if;
  corrections := coalesce(corrections, '[]');
  return next;
end
$$;
