-- A dissolution that was typed wrongly is corrected: what it cut short is kept, of the body and of each member who ended with it.
alter table body add column term_until date;
alter table body_member add column with_body boolean not null default false, add column term_until date, add column term_because text;

-- Of those that were dissolved before now it is not known what their terms had been: none is set.
update body_member m set with_body = true from body b
 where b.id = m.body_id and b.dissolved_because is not null and b.valid_until > b.valid_from
   and m.valid_until = b.valid_until and m.left_because = b.dissolved_because;
