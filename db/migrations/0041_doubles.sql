-- Who may stand in the register already is looked for by the year of birth in the villages of a commune.
create index member_born on member (home_id, birth_year);

-- Two persons who are one: an event of both households.
alter table household_event
  drop constraint household_event_kind_check,
  add constraint household_event_kind_check check (kind in ('listed', 'born', 'died', 'moved_in', 'moved_out', 'split', 'merged',
    'head_changed', 'address_changed', 'facts_changed', 'persons_joined', 'ended', 'undone'));
