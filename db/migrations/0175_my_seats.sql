-- Seats of who asks in approved plans of this year and later, whoever made the plan: they may read no plan.
create function my_seats(of_day date) returns table (seat_id uuid, code text, title text, year smallint, weeks integer[],
  place_id uuid, place text, plan_name text, amendment smallint, area_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select s.id, t.code, t.title, s.year, l.weeks, l.place_id, l.place, p.name, p.amendment, p.area_id
      from official o join plan_seat s on s.official_id = o.id join plan_line l on l.id = s.plan_line_id
      join training_plan p on p.id = s.plan_id join framework_topic t on t.id = s.topic_id
     where o.account_id = nb_account() and s.stands and s.year >= extract(year from of_day) and p.state = 'approved'
     order by s.year, l.weeks, t.code, s.id limit 100;
end
$$;
comment on function my_seats is 'room: training';
revoke execute on function my_seats(date) from public;
grant execute on function my_seats(date) to nb_app;
