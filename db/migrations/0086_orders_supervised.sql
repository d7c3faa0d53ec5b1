-- postgres-migrations disable-transaction
-- Orders of which a supervision waits for its answer.
create index concurrently if not exists orders_supervised on orders (region_id, placed_at desc, id desc) where supervision is not null;
