-- postgres-migrations disable-transaction
-- What one person recorded between two days, for the facts of agreed work.
create index concurrently if not exists visit_records_by on visit_records (region_id, by_person, device_at);
