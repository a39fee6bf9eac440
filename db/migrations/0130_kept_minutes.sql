-- Minutes that were signed stay as they were: what their paper said when the signed page was kept, with the fingerprint
-- of that text, whatever becomes of members, names and tasks afterwards. Pages kept before have none.
-- A page is known to be of this text by the fingerprint: the count of changes saw those of the meeting alone.
alter table body_meeting
  drop column edits,
  add column paper jsonb,
  add constraint body_meeting_paper check (paper is null or scan_id is not null);
