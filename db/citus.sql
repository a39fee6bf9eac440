-- Printed from the families and keys of a migrated database; never edited by hand. docs/scale.md says when it is worth it.
--
-- What an operator runs once, by psql as a superuser, on the database of a coordinator that the program has migrated and
-- that holds no rows of households yet. Every machine has PostgreSQL with Citus, pg_trgm, btree_gist and ICU, and lets
-- nb_app, nb_wide, nb_nation and the owner of the tables in from the others (pg_hba.conf, or pg_dist_authinfo with
-- passwords): functions work as the owner. Before the tables:
--   select citus_set_coordinator_host('the coordinator');  select citus_add_node('a machine', 5432);  ...
-- The program connects to the coordinator only: advisory locks and the tables that stay there are its own. After an
-- upgrade that brings a table, run it again: what lies in its place already answers so and stays as it is.
create extension if not exists citus;
alter role nb_app login;
alter role nb_wide login;
alter role nb_nation login;

-- Who acts is set by SET LOCAL, and every machine must hear of it: without this they answer nothing.
do $$ begin
  execute format('alter database %I set citus.propagate_set_commands = ''local''', current_database());
end $$;
set citus.propagate_set_commands = 'local';

-- Policies ask functions that read unit tables, on the machine where the row lies, of its own copy: without this every
-- query is refused ("cannot execute a distributed query from a query on a shard"). Again for a machine that is added later.
do $$ begin
  execute format('alter database %I set citus.allow_nested_distributed_execution = on', current_database());
end $$;
select run_command_on_workers(
  format('alter database %I set citus.allow_nested_distributed_execution = on', current_database()));

-- What policies and readings call wherever rows lie; an order of names too (again for a machine that is added later).
select create_distributed_function('account_reaches_beyond(uuid)');
select create_distributed_function('account_touches(uuid)');
select create_distributed_function('account_within(uuid)');
select create_distributed_function('area_heir(uuid,date)');
select create_distributed_function('area_relatives(date)');
select create_distributed_function('area_was_over(uuid,date)');
select create_distributed_function('areas_over_since(uuid)');
select create_distributed_function('bare_number(text)');
select create_distributed_function('body_kept(uuid)');
select create_distributed_function('case_state(text,date,text)');
select create_distributed_function('fold(text)');
select create_distributed_function('given_name(text)');
select create_distributed_function('heard_as(text)');
select create_distributed_function('nb_account()');
select create_distributed_function('nb_areas()');
select create_distributed_function('nb_everywhere()');
select create_distributed_function('nb_holds(uuid)');
select create_distributed_function('nb_standings(integer)');
select create_distributed_function('nb_system()');
select create_distributed_function('nb_units()');
select create_distributed_function('official_kept(uuid)');
select create_distributed_function('official_seen(uuid)');
select create_distributed_function('officials_gone(uuid[],date)');
select create_distributed_function('phone_idle_at(uuid,date)');
select create_distributed_function('placings_of(uuid)');
select create_distributed_function('plan_line_sent_to_mine(uuid)');
select create_distributed_function('plan_sent_to_mine(uuid)');
select create_distributed_function('plan_version(uuid,date)');
select create_distributed_function('posts_ended_with(uuid)');
select create_distributed_function('requirements_at(uuid,date)');
select create_distributed_function('requirements_judged(uuid[],text[],uuid[],date)');
select create_distributed_function('roster_held(uuid,date)');
select create_distributed_function('roster_self()');
select create_distributed_function('round_comes_to(uuid)');
select create_distributed_function('round_seen(uuid)');
select create_distributed_function('topic_first(uuid)');
select create_distributed_function('topic_on(uuid,date)');
select create_distributed_function('unit_above_mine(uuid)');
select create_distributed_function('unmet_requirements(uuid,date)');
select run_command_on_workers('create collation if not exists vietnamese (provider = icu, locale = ''vi-u-kn-true'')');

-- Unit tables: read beside every household, so a copy on every machine.
select create_reference_table('account');
select create_reference_table('area');
select create_reference_table('access_grant');
select create_reference_table('official');
select create_reference_table('post');
select create_reference_table('appointment');
select create_reference_table('area_event');
select create_reference_table('area_path');
select create_reference_table('area_reach');
select create_reference_table('area_status');
select create_reference_table('area_succession');
select create_reference_table('area_undoing');
select create_reference_table('area_version');
select create_reference_table('area_within');
select create_reference_table('body');
select create_reference_table('body_meeting');
select create_reference_table('body_member');
select create_reference_table('body_norm');
select create_reference_table('body_rule');
select create_reference_table('body_task');
select create_reference_table('class_hall');
select create_reference_table('class_place');
select create_reference_table('programme');
select create_reference_table('training_plan');
select create_reference_table('framework');
select create_reference_table('framework_topic');
select create_reference_table('plan_line');
select create_reference_table('training_class');
select create_reference_table('class_quota');
select create_reference_table('class_seat');
select create_reference_table('class_topic');
select create_reference_table('class_session');
select create_reference_table('class_step');
select create_reference_table('trainer');
select create_reference_table('class_trainer');
select create_reference_table('correction');
select create_reference_table('law_text');
select create_reference_table('round');
select create_reference_table('decision');
select create_reference_table('declared_total');
select create_reference_table('error_topic');
select create_reference_table('field_device');
select create_reference_table('field_draft');
select create_reference_table('material');
select create_reference_table('question');
select create_reference_table('material_version');
select create_reference_table('handout');
select create_reference_table('inquiry');
select create_reference_table('inquiry_answer');
select create_reference_table('material_reading');
select create_reference_table('move_target');
select create_reference_table('norm');
select create_reference_table('official_apart');
select create_reference_table('official_handover');
select create_reference_table('official_joined');
select create_reference_table('official_member');
select create_reference_table('official_move');
select create_reference_table('paper_change');
select create_reference_table('phone_idle_time');
select create_reference_table('plan_sending');
select create_reference_table('plan_asked');
select create_reference_table('plan_comment');
select create_reference_table('spending_norm');
select create_reference_table('plan_money');
select create_reference_table('plan_paper');
select create_reference_table('plan_reply');
select create_reference_table('plan_seat');
select create_reference_table('qualification_level');
select create_reference_table('post_requirement');
select create_reference_table('programme_goal');
select create_reference_table('qualification');
select create_reference_table('question_version');
select create_reference_table('round_step');
select create_reference_table('round_succession');
select create_reference_table('round_village');
select create_reference_table('session_person');
select create_reference_table('sign_in_slip');
select create_reference_table('survey_notice');
select create_reference_table('training_demand');
select create_reference_table('training_limit');
select create_reference_table('training_need');
select create_reference_table('training_turn');
select create_reference_table('training_way');
select create_reference_table('training_wish');

-- Household tables: all of one household on one machine.
select create_distributed_table('household', 'household_id', colocate_with => 'none');
select create_distributed_table('certificate', 'household_id', colocate_with => 'household');
select create_distributed_table('survey', 'household_id', colocate_with => 'household');
select create_distributed_table('verdict', 'household_id', colocate_with => 'household');
select create_distributed_table('decision_entry', 'household_id', colocate_with => 'household');
select create_distributed_table('household_class', 'household_id', colocate_with => 'household');
select create_distributed_table('household_event', 'household_id', colocate_with => 'household');
select create_distributed_table('household_residence', 'household_id', colocate_with => 'household');
select create_distributed_table('list_removal', 'household_id', colocate_with => 'household');
select create_distributed_table('member', 'household_id', colocate_with => 'household');
select create_distributed_table('review_case', 'household_id', colocate_with => 'household');
select create_distributed_table('survey_note', 'household_id', colocate_with => 'household');

-- Ledgers, each by its own key.
select create_distributed_table('audit_line', 'id', colocate_with => 'none');
select create_distributed_table('case_count', 'round_id', colocate_with => 'none');
select create_distributed_table('command', 'id', colocate_with => 'none');
select create_distributed_table('issued_number', 'series', colocate_with => 'none');
select create_distributed_table('register_behind', 'area_id', colocate_with => 'none');
select create_distributed_table('register_count', 'area_id', colocate_with => 'none');
select create_distributed_table('register_past', 'area_id', colocate_with => 'none');
select create_distributed_table('register_sum', 'area_id', colocate_with => 'none');
select create_distributed_table('signed_paper', 'id', colocate_with => 'none');

-- These stay on the coordinator, as do schema_migration and the schema pgboss:
-- file: body_meeting, of which every machine has a copy, names it by a foreign key
-- identity_index: (person_id) is unique as well as (index_hash)
-- known_key: a few rows
-- session: (token_hash) is unique as well as (id)
-- setup_token: a few rows
-- sign_in_failure: a few rows
