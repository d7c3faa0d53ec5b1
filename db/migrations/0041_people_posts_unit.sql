-- postgres-migrations disable-transaction
-- Who holds a post at a unit.
create index concurrently if not exists posts_unit on posts (region_id, unit_id) where unit_id is not null;
