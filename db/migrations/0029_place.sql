-- From here on the actor stands at one place under his areas: who reaches much is asked no more than who works there.
-- Elsewhere nothing changes. Only for readings of today: an earlier day knows who lived there and is elsewhere now.
create function nb_stand_at(place uuid) returns void
  language plpgsql as $$
begin
  if exists (select from area_reach r where r.area_id = place and r.over_id = any (nb_areas())) then
    perform nb_begin(nb_account(), array[place], null);
  end if;
end
$$;
comment on function nb_stand_at is 'room: platform';
revoke execute on function nb_stand_at(uuid) from public;
grant execute on function nb_stand_at(uuid) to nb_app;
