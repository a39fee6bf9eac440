-- Who may stand in the register already is looked for by the year of birth in the villages of a commune.
create index member_born on member (home_id, birth_year);
