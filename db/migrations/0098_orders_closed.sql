-- postgres-migrations disable-transaction
-- Closed orders that are not archived yet, the oldest first.
create index concurrently if not exists orders_closed on orders (region_id, closed_at, id) where state = 'closed';
