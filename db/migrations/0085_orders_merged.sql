-- postgres-migrations disable-transaction
-- The orders that follow one.
create index concurrently if not exists orders_merged on orders (region_id, merged_into) where merged_into is not null;
