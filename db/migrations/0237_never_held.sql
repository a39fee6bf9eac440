-- A target of moves, or a place of classes, that was entered by mistake never held: it ends on its first day, with the reason.
alter table move_target drop constraint move_target_period,
  add constraint move_target_period check (valid_until > valid_from or valid_until = valid_from and ended_because is not null);
alter table class_place drop constraint class_place_period,
  add constraint class_place_period check (valid_until > valid_from or valid_until = valid_from and ended_because is not null);
