-- papers ------------------------------------------------------------------------------------------------------------

-- As before, with the number and the day that the register has of the paper itself, since those of a decision are written
-- by hand after its QR was printed; of a correction the paper that it puts right. `instead` follows the chain of those that
-- took its place, one after the other, to the one that holds on the day; where none does any more, to the last of them.
drop function paper_status(uuid, date);
create function paper_status(paper_id uuid, today date)
  returns table (kind text, number text, issued_on date, in_force boolean, valid_from date, valid_until date,
                 replaced_kind text, replaced_number text, replaced_on date,
                 instead_kind text, instead_number text, instead_on date, instead_from date, instead_until date, instead_holds boolean,
                 amends_kind text, amends_number text, amends_on date, corrections jsonb, ended_because text, ended_on date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ended_by uuid;
  put_right correction;
begin
  select p.kind, coalesce(p.in_force_from <= today and (p.in_force_until is null or today < p.in_force_until), false),
         p.in_force_from, p.in_force_until, p.replaced_by, p.ended_because, p.ended_on, p.number, p.issued_on
    into kind, in_force, valid_from, valid_until, ended_by, ended_because, ended_on, number, issued_on
    from signed_paper p where p.id = paper_id;
  if not found then return; end if;
  select s.kind, s.number, s.issued_on into replaced_kind, replaced_number, replaced_on from signed_paper s where s.id = ended_by;
  if kind = 'correction' then
    select c.* into put_right from correction c where c.id = paper_id;
    select a.kind, a.number, a.issued_on into amends_kind, amends_number, amends_on from signed_paper a where a.id = put_right.amends_id;
  end if;
  if ended_by is not null or put_right.successor_id is not null then
    -- What a correction ended was followed by what that put in its place; else by the paper itself that ended it, which is
    -- of another kind where nothing followed.
    with recursive chain as (
      select s.id, s.kind, s.replaced_by, 0 as nth from signed_paper s where s.id = coalesce(put_right.successor_id, paper_id)
      union all
      select n.id, n.kind, n.replaced_by, l.nth + 1
        from chain l left join correction c on c.id = l.replaced_by
        join signed_paper n on n.id = coalesce(c.successor_id, l.replaced_by) and n.kind = l.kind
    ) cycle id set is_round using trail,
    followers as (
      select n.kind, n.number, n.issued_on, n.in_force_from, n.in_force_until, l.nth,
             n.in_force_from <= today and coalesce(today < n.in_force_until, true) as holds
        from chain l join signed_paper n on n.id = l.id
       where l.id <> paper_id and not l.is_round)
    select f.kind, f.number, f.issued_on, f.in_force_from, f.in_force_until, f.holds
      into instead_kind, instead_number, instead_on, instead_from, instead_until, instead_holds
      from followers f order by f.holds desc, f.nth desc limit 1;
  end if;
  if kind <> 'correction' then
    corrections := (select jsonb_agg(jsonb_build_object('number', a.number, 'day', a.signed_on) order by a.in_force_at)
                      from correction a where a.amends_id = paper_id and a.state = 'in_force');
  else
    -- The paper that it put in the place of the wrong one was replaced by a later one, and so on.
    corrections := (
      with recursive later as (
        select c.successor_id, c.number, c.signed_on, 0 as nth from correction c where c.id = paper_id and c.state = 'in_force'
        union all
        select c.successor_id, c.number, c.signed_on, l.nth + 1
          from later l join correction c on c.replaced_id = l.successor_id and c.state = 'in_force')
      select jsonb_agg(jsonb_build_object('number', l.number, 'day', l.signed_on) order by l.nth) from later l where l.nth > 0);
  end if;
  corrections := coalesce(corrections, '[]');
  return next;
end
$$;
comment on function paper_status is 'room: papers';

revoke execute on function paper_status(uuid, date) from public;
grant execute on function paper_status(uuid, date) to nb_app;
