-- Norms of posts are entered, followed by another value from a day on, and ended by who may.
alter table norm add column ended_because text check (ended_because <> '');
alter table norm add column made_by uuid references account (id);
alter table norm add column made_at timestamptz not null default now();
alter table norm add constraint norm_ended check (ended_because is null or valid_until is not null);
select nb_guard('norm', '{area_id}', 'insert', also => 'area_id is null and nb_everywhere()'),
       nb_guard('norm', '{area_id}', 'update', also => 'area_id is null and nb_everywhere()');
grant insert, update on norm to nb_app;
