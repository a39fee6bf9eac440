-- Which classes a rule of credentials counts: of which kinds, and from which level of organiser on. Nothing said: any.
alter table credential_rule
  add column class_kinds text[] not null default '{}'
    check (class_kinds <@ array['short', 'refresher', 'long', 'study_visit', 'seminar', 'briefing']),
  -- Classes of this level of units and of those above it; null: of every level.
  add column lowest_level smallint check (lowest_level between 1 and 3);

-- Who stands before a standard: an account that bears another name than the record it is joined to stands under none of its
-- credentials, until one of the two is put right, or somebody else lets them through.
create or replace function credential_standing(accounts uuid[], standard text, of_day date)
returns table (account_id uuid, state text, last_day date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select distinct on (a.id) a.id,
           case when o.id is null then 'no_record' when c.state is not null and fold(o.full_name) <> fold(w.full_name) then 'other_name'
                else coalesce(c.state, 'none') end, c.last
      from unnest(accounts) as a (id) join account w on w.id = a.id left join official o on o.account_id = a.id
      left join lateral (
        select s.last,
               case when s.revoked_on <= of_day then 'revoked' when s.valid_from > of_day then 'coming'
                    when s.last >= of_day then 'valid' else 'expired' end as state
          from (select k.*, credential_last(k.id, k.last_day) as last from credential k
                 where k.official_id = o.id and k.standard_id = standard
                   and not exists (select from credential r where r.replaces_id = k.id)) s) c on true
     where a.id = nb_account() or account_touches(a.id)
     order by a.id, array_position(array['valid', 'coming', 'expired', 'revoked'], c.state), c.last desc;
end
$$;
