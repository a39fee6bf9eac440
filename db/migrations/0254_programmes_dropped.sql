-- A programme that was entered by mistake is dropped while nothing stands on it; what does is counted whoever sees it.
create function programme_stands(of_programme uuid) returns table (goals integer, parts integer, frameworks integer, plans integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*)::int from programme_goal g where g.programme_id = of_programme),
         (select count(*)::int from programme p where p.part_of_id = of_programme),
         (select count(*)::int from framework f where f.programme_id = of_programme),
         (select count(*)::int from training_plan t where t.programme_id = of_programme)
$$;
comment on function programme_stands is 'room: training';
revoke execute on function programme_stands(uuid) from public;
grant execute on function programme_stands(uuid) to nb_app;

create function programme_drop(of_programme uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from programme p where p.id = of_programme and p.made_by is not null and nb_holds(p.area_id);
  return found;
end
$$;
comment on function programme_drop is 'room: training';
revoke execute on function programme_drop(uuid) from public;
grant execute on function programme_drop(uuid) to nb_app;
