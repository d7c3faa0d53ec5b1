-- postgres-migrations disable-transaction
-- A redraw finds the swaps of an area.
create index concurrently if not exists duty_swaps_path on duty_swaps (region_id, path);
