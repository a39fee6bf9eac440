-- A draft of a plan is sent to units below for comment until a day, as often as it has changed. Each unit comments on the plan
-- or a line, the drafter answers each comment; nothing of it is written over.
create table plan_sending (
  id uuid primary key,
  plan_id uuid not null,
  -- Of the plan.
  area_id uuid not null references area,
  number smallint not null check (number >= 1),
  due_on date not null,
  note text not null default '',
  -- How often the draft had been changed when it was sent.
  edits integer not null,
  sent_by uuid not null references account,
  -- As they were called when they did it; so too below.
  sent_name text not null,
  sent_on date not null,
  taken_back_on date,
  taken_back_because text check (taken_back_because <> ''),
  constraint plan_sending_plan foreign key (plan_id) references training_plan,
  constraint plan_sending_due check (due_on >= sent_on),
  constraint plan_sending_taken_back check ((taken_back_on is null) = (taken_back_because is null)),
  constraint plan_sending_once unique (plan_id, number),
  constraint plan_sending_as_it_stands unique (id, plan_id, area_id)
);
comment on table plan_sending is 'family: unit; room: training';

create table plan_asked (
  sending_id uuid not null,
  unit_id uuid not null references area,
  plan_id uuid not null,
  area_id uuid not null,
  primary key (sending_id, unit_id),
  constraint plan_asked_sending foreign key (sending_id, plan_id, area_id) references plan_sending (id, plan_id, area_id),
  constraint plan_asked_as_it_stands unique (sending_id, unit_id, plan_id, area_id)
);
comment on table plan_asked is 'family: unit; room: training';
create index plan_asked_unit on plan_asked (unit_id);
create index plan_asked_plan on plan_asked (plan_id);

create table plan_comment (
  id uuid primary key,
  sending_id uuid not null,
  unit_id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  -- The line, and how it was called; it may be gone since. Null: the whole plan.
  line_id uuid,
  about text not null default '',
  -- Nothing to add.
  agrees boolean not null,
  says text not null default '',
  made_by uuid not null references account,
  made_name text not null,
  made_on date not null,
  made_at timestamptz not null default now(),
  -- After the day until which it was asked for.
  late boolean not null,
  withdrawn_on date,
  withdrawn_because text check (withdrawn_because <> ''),
  constraint plan_comment_says check (agrees or says <> ''),
  constraint plan_comment_withdrawn check ((withdrawn_on is null) = (withdrawn_because is null)),
  constraint plan_comment_asked foreign key (sending_id, unit_id, plan_id, area_id)
    references plan_asked (sending_id, unit_id, plan_id, area_id)
);
comment on table plan_comment is 'family: unit; room: training';
create index plan_comment_of on plan_comment (sending_id, unit_id);
create index plan_comment_plan on plan_comment (plan_id);
create unique index plan_comment_agreed_once on plan_comment (sending_id, unit_id) where agrees and withdrawn_on is null;

create table plan_reply (
  id uuid primary key,
  comment_id uuid not null references plan_comment,
  unit_id uuid not null,
  area_id uuid not null,
  number smallint not null check (number >= 1),
  verdict text not null check (verdict in ('taken', 'partly', 'explained')),
  says text not null default '',
  made_by uuid not null references account,
  made_name text not null,
  made_on date not null,
  -- What is not wholly taken is explained.
  constraint plan_reply_says check (verdict = 'taken' or says <> ''),
  constraint plan_reply_once unique (comment_id, number)
);
comment on table plan_reply is 'family: unit; room: training';

-- Whether a draft was sent to a unit of the actor, and not taken back.
create function plan_sent_to_mine(plan uuid) returns boolean
  language plpgsql stable cost 1000 security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from plan_asked a join plan_sending s on s.id = a.sending_id and s.taken_back_on is null
      join area_reach r on r.area_id = a.unit_id
     where a.plan_id = plan and r.over_id = any (nb_areas()));
end
$$;
comment on function plan_sent_to_mine is 'room: training';
create function plan_line_sent_to_mine(line uuid) returns boolean
  language plpgsql stable cost 1000 security definer set search_path = public, pg_temp as $$
begin
  return plan_sent_to_mine((select l.plan_id from plan_line l where l.id = line));
end
$$;
comment on function plan_line_sent_to_mine is 'room: training';
revoke execute on function plan_sent_to_mine(uuid), plan_line_sent_to_mine(uuid) from public;
grant execute on function plan_sent_to_mine(uuid), plan_line_sent_to_mine(uuid) to nb_app;

alter table plan_sending enable row level security;
alter table plan_asked enable row level security;
alter table plan_comment enable row level security;
alter table plan_reply enable row level security;
select nb_guard('plan_sending', '{area_id}', 'select', also => 'plan_sent_to_mine(plan_id)'),
       nb_guard('plan_sending', '{area_id}', 'insert'), nb_guard('plan_sending', '{area_id}', 'update'),
       nb_guard('plan_sending', '{area_id}', 'delete'),
       nb_guard('plan_asked', '{area_id,unit_id}', 'select'), nb_guard('plan_asked', '{area_id}', 'insert'),
       nb_guard('plan_asked', '{area_id}', 'delete'),
       nb_guard('plan_comment', '{area_id,unit_id}', 'select'), nb_guard('plan_comment', '{unit_id}', 'insert'),
       nb_guard('plan_comment', '{unit_id}', 'update'),
       nb_guard('plan_reply', '{area_id,unit_id}', 'select'), nb_guard('plan_reply', '{area_id}', 'insert');
grant select, insert, update, delete on plan_sending to nb_app;
grant select, insert, delete on plan_asked to nb_app;
grant select, insert, update on plan_comment to nb_app;
grant select, insert on plan_reply to nb_app;

-- Whom a draft was sent to reads it.
drop policy training_plan_near_select on training_plan;
drop policy training_plan_wide_select on training_plan;
drop policy training_plan_nation_select on training_plan;
drop policy plan_line_near_select on plan_line;
drop policy plan_line_wide_select on plan_line;
drop policy plan_line_nation_select on plan_line;
drop policy plan_money_near_select on plan_money;
drop policy plan_money_wide_select on plan_money;
drop policy plan_money_nation_select on plan_money;
select nb_guard(t.name, '{area_id}', 'select',
                also => format('state = ''approved'' and unit_above_mine(area_id) or state = ''drafted'' and %s', t.sent))
  from (values ('training_plan', 'plan_sent_to_mine(id)'), ('plan_line', 'plan_sent_to_mine(plan_id)'),
               ('plan_money', 'plan_line_sent_to_mine(plan_line_id)')) as t (name, sent);
