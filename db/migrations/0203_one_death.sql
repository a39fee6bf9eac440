-- Who dies leaves every post at once: with which post another ended by the same death, and the end that it was to have.
alter table appointment add column ended_with uuid references appointment (id);
alter table appointment add column until_before date;
alter table appointment add constraint appointment_ended_with check (ended_with is null or ended_because = 'died');
create index appointment_ended_with_ix on appointment (ended_with) where ended_with is not null;
