-- A value of a norm of spending that was entered by mistake never held: it ends on its first day, and what it followed goes on.
alter table spending_norm drop constraint spending_norm_period;
alter table spending_norm add constraint spending_norm_period check (valid_until is null or valid_until >= valid_from);
