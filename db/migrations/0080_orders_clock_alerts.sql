-- postgres-migrations disable-transaction
-- Warnings and escalations that are due.
create index concurrently if not exists order_clocks_alert on order_clocks (region_id, alert_at)
  where stopped_at is null and paused_at is null and alert_at is not null;
