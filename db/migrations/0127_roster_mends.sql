-- Who is away comes back, or is said to stay, before they are moved again. Of what was recorded twice before this was asked,
-- the latest counts; the others stay until somebody says what came of them.
alter table official_move add column beside_another boolean not null default false;
update official_move m set beside_another = true
 where m.taken_away is null and m.outcome is null
   and exists (select from official_move l where l.official_id = m.official_id and l.taken_away is null and l.outcome is null
                and (l.made_at, l.id) > (m.made_at, m.id));
create unique index official_move_open on official_move (official_id)
 where taken_away is null and outcome is null and not beside_another;

-- The first day after the death of those of some officials who are recorded as having died, wherever the post was that ended so.
create function officials_died(ones uuid[]) returns table (official_id uuid, full_name text, died_by date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select o.id, o.full_name, min(a.valid_until) from official o join appointment a on a.official_id = o.id
     where o.id = any (ones) and a.ended_because = 'died' and (official_kept(o.id) or official_seen(o.id))
     group by o.id, o.full_name;
end
$$;
comment on function officials_died is 'room: people';
revoke execute on function officials_died(uuid[]) from public;
grant execute on function officials_died(uuid[]) to nb_app;
