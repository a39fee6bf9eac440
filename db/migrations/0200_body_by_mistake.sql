-- A body that was entered by mistake has stood on no day: its end is its first day. Its decision may be entered again.
alter table body drop constraint body_period;
alter table body add constraint body_period check (
  valid_until is null or valid_until > valid_from or (valid_until = valid_from and dissolved_because is not null));
alter table body drop constraint body_decision;
create unique index body_decision on body (unit_id, kind, decision_number, decided_on, name)
  where valid_until is distinct from valid_from;
