-- postgres-migrations disable-transaction
-- Its place is taken by the index that asks whether the order was closed.
drop index concurrently if exists orders_open_community;
