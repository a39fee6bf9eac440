-- The classes that completed what a rule asks: a credential says when one of them no longer stands, and somebody decides.
alter table credential add column class_ids uuid[] not null default '{}';
update credential c set class_ids = array[t.class_id] from training_turn t where t.id = c.turn_id;
create index credential_classes on credential using gin (class_ids);

-- The paper it was entered from, as two people would write it alike; empty where it was entered before such were compared.
alter table credential add column document_key text not null default '';
-- A paper that counts as much as the class is of one person.
alter table credential add constraint credential_document_of_one
  exclude using gist (area_id with =, document_key with =, official_id with <>)
  where (basis = 'equivalent' and document_key <> '' and revoked_on is null and replaces_id is null);

-- The credentials of people under a unit, or of these, which rest on classes that were not completed after all, or whose test
-- is passed no more: of classes held elsewhere too, and no more than which they are.
create function groundless_credentials(over uuid, these uuid[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from credential c join credential_rule r on r.id = c.rule_id
   where c.basis = 'turn' and c.revoked_on is null
     and (over is null or c.from_id in (select h.area_id from area_reach h where h.over_id = over))
     and (these is null or c.id = any (these))
     and not exists (select from credential n where n.replaces_id = c.id)
     and (c.class_ids = '{}' or exists (
       select from unnest(c.class_ids) k (id)
        where not exists (select from training_turn t where t.class_id = k.id and t.official_id = c.official_id)
           or r.needs_test and not exists (
                select from class_test e join test_attempt a on a.test_id = e.id and a.official_id = c.official_id
                  cross join lateral (select m.passed from attempt_mark m where m.attempt_id = a.id order by m.number desc limit 1) m
                 where e.class_id = k.id and e.purpose <> 'before' and m.passed)))
$$;
comment on function groundless_credentials(uuid, uuid[]) is 'room: credentials';
revoke execute on function groundless_credentials(uuid, uuid[]) from public;
grant execute on function groundless_credentials(uuid, uuid[]) to nb_app;
