-- Whether an account is of somebody's places: two questions that an index answers each. As one with "or" between, every
-- row of area_reach was read for each account that is not, and the places of who asks were unpacked anew for each row:
-- half a second an account, for who holds many villages.

-- room: people
create or replace function account_touches(account uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp
as $function$
declare
  mine uuid[] := nb_areas();
begin
  return exists (
    select from access_grant g join area_reach r on r.area_id = g.area_id
     where g.account_id = account and r.over_id = any (mine))
  or exists (
    select from access_grant g join area_reach r on r.over_id = g.area_id
     where g.account_id = account and r.area_id = any (mine));
end
$function$;
