-- A signed page says what the minutes said when it was looked at: how often they were written.
alter table body_meeting add column edits integer not null default 0;
