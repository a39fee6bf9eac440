-- Who is placed again after a unit has ended, by mistake or because the end of the unit was one: the placing is taken back alone.

-- The post at the unit that ended, which this one follows, and the last day that it had before: its first day without.
alter table appointment add column renews_id uuid;
alter table appointment add column renews_until date;
alter table appointment add constraint appointment_renews foreign key (renews_id) references appointment (id);
alter table appointment add constraint appointment_renewed check (renews_until is null or renews_id is not null);
create index appointment_renews_what on appointment (renews_id) where renews_id is not null;

-- Of placings until today, where one post alone can be what they follow.
update appointment n set renews_id = b.id
  from audit_line l, appointment b
 where l.what = 'official.placed_again' and l.subject_id = n.official_id and l.at = n.made_at
   and b.official_id = n.official_id and b.ended_because = 'unit_ended' and b.ended_by = n.made_by and b.valid_until <= n.valid_from and b.id <> n.id
   and not exists (select from appointment o
                    where o.official_id = n.official_id and o.ended_because = 'unit_ended' and o.ended_by = n.made_by
                      and o.valid_until <= n.valid_from and o.id not in (n.id, b.id));

-- As before; who was placed again from a post that both records had was placed from the one that stays.
create or replace function official_join_begin(kept uuid, former uuid, why text, account uuid, of_day date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone official;
  mine record;
begin
  perform from official o where o.id in (kept, former) order by o.id for update;
  if kept = former or not (official_kept(kept) and official_kept(former)) then return false; end if;
  if exists (select from official_join_faults(kept, former)) then return false; end if;
  select * into gone from official o where o.id = former;

  insert into official_joined (id, into_id, unit_id, full_name, birth_year, because, joined_by, joined_on, was)
  select former, kept, gone.unit_id, gone.full_name, gone.birth_year, why, account, of_day, jsonb_build_object(
    'official', to_jsonb(gone) - 'citizen_id_sealed' - 'citizen_id_index' - 'search',
    'appointments', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from appointment x where x.official_id in (kept, former)),
    'qualifications', (select coalesce(jsonb_agg(to_jsonb(x) order by x.id), '[]') from qualification x where x.official_id = former));
  update official_joined j set into_id = kept where j.into_id = former;

  -- One post at one unit that both records have for days in common, to the same end, is one term from the first day of either.
  for mine in
    select x.id, x.valid_from, x.decision_number, x.decided_on, k.id as same
      from appointment x join appointment k on k.official_id = kept and k.post = x.post and k.area_id = x.area_id
     where x.official_id = former and daterange(x.valid_from, x.valid_until) && daterange(k.valid_from, k.valid_until) loop
    update official_move m set
      from_appointment_id = case when m.from_appointment_id = mine.id then mine.same else m.from_appointment_id end,
      to_appointment_id = case when m.to_appointment_id = mine.id then mine.same else m.to_appointment_id end,
      first_there_id = case when m.first_there_id = mine.id then mine.same else m.first_there_id end
     where mine.id in (m.from_appointment_id, m.to_appointment_id, m.first_there_id);
    update appointment n set renews_id = mine.same where n.renews_id = mine.id;
    delete from appointment x where x.id = mine.id;
    update appointment k set
      valid_from = least(k.valid_from, mine.valid_from), decision_number = coalesce(k.decision_number, mine.decision_number),
      decided_on = coalesce(k.decided_on, mine.decided_on)
     where k.id = mine.same;
  end loop;
  update appointment x set official_id = kept where x.official_id = former;

  delete from qualification q where q.official_id = former and q.taken_away is null and exists (
    select from qualification k where k.official_id = kept and k.taken_away is null
       and (k.kind, coalesce(k.level, ''), lower(k.title), coalesce(k.number, ''), coalesce(k.until_month, ''))
         = (q.kind, coalesce(q.level, ''), lower(q.title), coalesce(q.number, ''), coalesce(q.until_month, '')));
  update qualification q set official_id = kept where q.official_id = former;
  update official_move m set official_id = kept where m.official_id = former;
  update official_handover h set official_id = kept where h.official_id = former;
  return true;
end
$$;
