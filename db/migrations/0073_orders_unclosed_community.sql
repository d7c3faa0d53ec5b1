-- postgres-migrations disable-transaction
-- The open queue of one community, by a column that says of any state whether the order is still open.
create index concurrently if not exists orders_unclosed_community on orders (region_id, community, placed_at desc, id desc) where closed_at is null;
