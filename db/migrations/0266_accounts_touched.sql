-- Whether an account is of somebody's places is asked of each account that is named: its plan is kept, not made anew each time
-- (0.05 ms instead of 0.5; fifty names were half of what the audit took).
alter function account_touches(uuid) set plan_cache_mode = force_generic_plan;
