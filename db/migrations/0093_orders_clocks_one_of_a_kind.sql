-- postgres-migrations disable-transaction
-- Several called units have a clock of one kind.
drop index concurrently if exists order_clocks_running;
