-- postgres-migrations disable-transaction
-- Of two presses for the same next month one is written; and what was served before is found by its row of months.
create unique index concurrently if not exists rosters_series on rosters (region_id, series_id, from_on) where series_id is not null;
