-- postgres-migrations disable-transaction
-- Open orders whose time is over.
create index concurrently if not exists orders_unclosed_overdue on orders (region_id, due_at) include (path) where closed_at is null;
