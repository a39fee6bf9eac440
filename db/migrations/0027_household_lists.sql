-- What a list of households is read from without reading the households: where each lives now, whatever the day. Row
-- security asks by the same column, so it is a key of the index too.

-- In the order of a list (platform/server/sql/order.ts); the given name is kept here, since it costs more than the rest.
create index household_listed on household
  (village_id, given_name(head_name) collate vietnamese, head_name collate vietnamese, household_id)
  include (head_person_id, started_on, ended_on);

-- Members are counted.
create index member_counted on member (home_id, household_id) include (person_id, ethnicity, joined_on, left_on);
drop index member_home;

-- Classes are sought and shown.
create index household_class_held on household_class (home_id, household_id) include (class, valid_from, valid_until);
drop index household_class_home;

-- Of an earlier day: who lived where, who has left a village since, and whose head has changed since.
create index household_residence_home on household_residence (home_id, household_id)
  include (village_id, valid_from, valid_until);
create index household_residence_left on household_residence (village_id, valid_until) where valid_until is not null;
create index household_event_head on household_event (home_id, happened_on) where kind = 'head_changed';
