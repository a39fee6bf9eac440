-- A signed page of minutes that is the wrong one is replaced: pages that stood before stay, each until which day and why.
alter table body_meeting add column earlier_pages jsonb not null default '[]';
