-- Who will sign, and on which documents a paper stands, is fixed with its draft: both are printed, laid out on trial and
-- covered by its hash. Null of those drafted before: their signer is entered with the signed page, their grounds are those
-- of their standard.
alter table decision add column grounds jsonb;
alter table correction add column grounds jsonb;
