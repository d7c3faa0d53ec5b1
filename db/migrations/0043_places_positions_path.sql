-- postgres-migrations disable-transaction
-- Where a building stood before: the history of one area.
create index concurrently if not exists area_positions_path on area_positions (region_id, path, from_at);
