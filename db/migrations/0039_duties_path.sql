-- postgres-migrations disable-transaction
-- A redraw finds the duties of an area.
create index concurrently if not exists duties_path on duties (region_id, path);
