-- As before; statuses and declared totals of a unit that was begun by mistake go with it, and are kept with the undoing.
create or replace function area_undo(of_event uuid, because text, today date) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  began uuid[] := array(select v.area_id from area_version v where v.event_id = of_event and not exists (
                          select from area_version w where w.area_id = v.area_id and w.valid_from < v.valid_from));
  touched uuid[] := array(select v.area_id from area_version v where of_event in (v.event_id, v.until_event_id)
                          union select s.to_id from area_succession s where s.event_id = of_event);
begin
  if cardinality(nb_areas()) = 0 or cardinality(touched) = 0 or exists (select from unnest(touched) as t (id) where not nb_holds(t.id)) then
    raise exception 'area' using errcode = '42501';
  end if;
  insert into area_undoing (event_id, undone_on, because, units, did)
    values (of_event, today, because, touched, jsonb_build_object(
      'states', (select jsonb_agg(to_jsonb(v) - 'search') from area_version v where of_event in (v.event_id, v.until_event_id)),
      'successions', coalesce((select jsonb_agg(to_jsonb(s)) from area_succession s where s.event_id = of_event), '[]'),
      'statuses', coalesce((select jsonb_agg(to_jsonb(s)) from area_status s where s.area_id = any (began)), '[]'),
      'totals', coalesce((select jsonb_agg(to_jsonb(d)) from declared_total d where d.area_id = any (began)), '[]')));
  delete from area_status s where s.area_id = any (began);
  delete from declared_total d where d.area_id = any (began);
  delete from area_succession s where s.event_id = of_event;
  delete from area_version v where v.event_id = of_event and v.area_id <> all (began);
  update area_version v set valid_until = v.valid_from where v.event_id = of_event and v.area_id = any (began);
  update area_version v set valid_until = null, until_event_id = null where v.until_event_id = of_event;
  perform area_refresh_paths(), area_refresh_reach(today);
end
$$;
