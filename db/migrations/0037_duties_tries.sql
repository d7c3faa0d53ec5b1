-- Wrong codes at a gate: six digits are not guessed.
alter table duties add column code_tries integer not null default 0;
