-- What was the room of reviews is three: rounds, below surveys, below decisions.
comment on table decision is 'family: unit; room: decisions';
comment on table decision_entry is 'family: household; room: decisions';
comment on table certificate is 'family: household; room: decisions';
comment on function paper_status is 'room: decisions';

-- A round says which decision stands over it, so that it can refuse by itself to be taken back under one. Told by the
-- decisions, in the transaction that drafts or withdraws one. No key: it would name the higher room.
alter table round add column decision_id uuid;
update round set decision_id = d.id from decision d where d.round_id = round.id and d.state <> 'withdrawn';
alter table round add constraint round_decided
  check (decision_id is null or state in ('deciding', 'certificates', 'completed'));
grant update (decision_id) on round to nb_app;
