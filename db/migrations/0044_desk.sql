-- decisions ---------------------------------------------------------------------------------------------------------

-- As before, and the corrections too: what was put right of a paper, in force, fixed for signing after a moment.
drop function decisions_since(uuid, timestamptz);
create function decisions_since(of_household uuid, since timestamptz)
  returns table (id uuid, kind text, state text, number text, signed_on date, area_id uuid, registered_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from household h where h.household_id = of_household and nb_holds(h.village_id)) then return; end if;
  return query
    select d.id, 'decision', d.state, d.number, d.signed_on, d.area_id, p.registered_at
      from decision_entry e
      join decision d on d.id = e.decision_id and d.state in ('printed', 'in_force')
      join signed_paper p on p.id = d.id and p.registered_at > since
     where e.household_id = of_household
    union all
    select c.id, 'correction', c.state, c.number, c.signed_on, c.area_id, p.registered_at
      from correction c
      join signed_paper p on p.id = c.id and p.registered_at > since
     where c.subject_kind = 'household' and c.subject_id = of_household and c.state = 'in_force'
     order by 7 desc;
end
$$;
comment on function decisions_since is 'room: decisions';
revoke execute on function decisions_since(uuid, timestamptz) from public;
grant execute on function decisions_since(uuid, timestamptz) to nb_app;
