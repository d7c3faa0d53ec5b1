-- postgres-migrations disable-transaction
-- Running limits that were counted under other rules than those in force.
create index concurrently if not exists order_clocks_policy on order_clocks (region_id, policy)
  where stopped_at is null and rule_version is not null;
