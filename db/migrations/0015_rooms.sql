-- Every table and every function says which room it belongs to. A room's source names only its own and those of the
-- rooms below it; what a lower room must hear of a higher one stands in a table of the lower room that the higher one
-- writes (household_class is written by decisions, review_case by surveys).
comment on table command is 'family: ledger; room: platform';
comment on table audit_line is 'family: ledger; room: platform';
comment on table file is 'family: ledger; room: platform';
comment on table issued_number is 'family: ledger; room: platform';
comment on table known_key is 'family: ledger; room: platform';
comment on function fold is 'room: platform';
comment on function nb_areas is 'room: platform';
comment on function nb_account is 'room: platform';
comment on function nb_begin is 'room: platform';
comment on function nb_finish is 'room: platform';

comment on table area is 'family: unit; room: areas';
comment on table area_event is 'family: unit; room: areas';
comment on table area_version is 'family: unit; room: areas';
comment on table area_path is 'family: unit; room: areas';
comment on table area_succession is 'family: unit; room: areas';
comment on table area_status is 'family: unit; room: areas';
comment on table declared_total is 'family: unit; room: areas';
comment on table area_reach is 'family: unit; room: areas';
comment on function area_refresh_paths is 'room: areas';
comment on function area_refresh_reach is 'room: areas';

comment on table account is 'family: unit; room: people';
comment on table access_grant is 'family: unit; room: people';
comment on table session is 'family: ledger; room: people';
comment on table sign_in_failure is 'family: ledger; room: people';
comment on table setup_token is 'family: ledger; room: people';
comment on function nb_session is 'room: people';
comment on function nb_sign_in is 'room: people';
comment on function nb_own_password is 'room: people';
comment on function account_reaches_beyond is 'room: people';
comment on function account_touches is 'room: people';

comment on table law_text is 'family: unit; room: standards';

comment on table training_need is 'family: unit; room: training';
comment on table training_demand is 'family: unit; room: training';

comment on table household is 'family: household; room: households';
comment on table household_residence is 'family: household; room: households';
comment on table member is 'family: household; room: households';
comment on table household_event is 'family: household; room: households';
comment on table household_class is 'family: household; room: households';
comment on table identity_index is 'family: ledger; room: households';
comment on function household_search is 'room: households';
comment on function identity_claim is 'room: households';
comment on function identity_in_use is 'room: households';

comment on table round is 'family: unit; room: rounds';
comment on table round_step is 'family: unit; room: rounds';
comment on table round_village is 'family: unit; room: rounds';
comment on table review_case is 'family: household; room: rounds';
comment on table list_removal is 'family: household; room: rounds';

comment on table survey is 'family: household; room: surveys';
comment on table verdict is 'family: household; room: surveys';
comment on table survey_note is 'family: household; room: surveys';
comment on function survey_context is 'room: surveys';
comment on function survey_store is 'room: surveys';

comment on table decision is 'family: unit; room: reviews';
comment on table decision_entry is 'family: household; room: reviews';
comment on table certificate is 'family: household; room: reviews';
comment on function paper_status is 'room: reviews';
