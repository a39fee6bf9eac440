-- Planned once, when there were few commands, what many were answered before was sought by reading all commands through.
create or replace function nb_begin_each(accounts uuid[], areas text[], commands uuid[], patience integer)
  returns table (n integer, kept_as text, kept_hash bytea, answer jsonb)
  language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  sender record;
begin
  if patience is not null then perform set_config('lock_timeout', patience::text, true); end if;
  return query select 1, b.kept_as, b.kept_hash, b.answer from nb_begin(accounts[1], areas[1]::uuid[], commands[1]) b;
  perform set_config('nb.each', case when accounts[1] = all (accounts) and areas[1] = all (areas) then ''
                                     else (select jsonb_agg(jsonb_build_array(s.account, s.areas) order by s.n)::text
                                             from unnest(accounts, areas) with ordinality as s (account, areas, n)) end, true);
  if cardinality(accounts) = 1 or cardinality(commands) = 0 then return; end if;
  for sender in
    select s.account, s.areas, array_agg(s.n) as of from nb_standings(cardinality(accounts)) s where s.n > 1 group by 1, 2
  loop
    if sender.account is distinct from nb_account() then perform nb_stand(sender.account, sender.areas); end if;
    return query
      select i.n, k.endpoint, k.content_hash, k.result
        from unnest(sender.of) as i (n) left join lateral (select * from command c where c.id = commands[i.n]) k on true;
  end loop;
end
$$;

-- A case is written again when it is surveyed, and many of a village in one transaction: with room on its page the new row needs
-- no entry in five indexes.
alter table review_case set (fillfactor = 50);
