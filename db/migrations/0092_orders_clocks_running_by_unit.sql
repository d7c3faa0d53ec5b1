-- postgres-migrations disable-transaction
-- One clock of a kind runs for an order, or for each unit that was called to it.
create unique index concurrently if not exists order_clocks_running_by_unit on order_clocks (region_id, order_id, clock, unit_id) nulls not distinct
  where stopped_at is null;
