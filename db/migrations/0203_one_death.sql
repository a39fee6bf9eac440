-- Who dies leaves every post at once: with which post another ended by the same death, and the end that it was to have.
alter table appointment add column ended_with uuid references appointment (id) on delete set null;
alter table appointment add column until_before date;
alter table appointment add constraint appointment_ended_with check (ended_with is null or ended_because = 'died');
create index appointment_ended_with_ix on appointment (ended_with) where ended_with is not null;

-- `PT 10500` and `pt10500` are one number: kept without spaces, in capitals; where two records have it so already both stay as they were.
update official o set personal_number = upper(regexp_replace(o.personal_number, '\s', '', 'g'))
 where o.personal_number <> upper(regexp_replace(o.personal_number, '\s', '', 'g'))
   and not exists (select from official x where x.id <> o.id
                      and upper(regexp_replace(x.personal_number, '\s', '', 'g')) = upper(regexp_replace(o.personal_number, '\s', '', 'g')));
