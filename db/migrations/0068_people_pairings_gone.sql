-- A pair that ended because one of its sides was there no more: both were told that day, and a plan accepted later on the same
-- day has no further news of it for them.
alter table pairings add column is_gone boolean not null default false;
