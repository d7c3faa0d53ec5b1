-- postgres-migrations disable-transaction
-- The open queue of a region.
create index concurrently if not exists orders_unclosed_newest on orders (region_id, placed_at desc, id desc) where closed_at is null;
