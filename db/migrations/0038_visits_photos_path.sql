-- postgres-migrations disable-transaction
-- A redraw finds the photographs of an area.
create index concurrently if not exists visit_photos_path on visit_photos (region_id, path);
