-- What was closed as not solved and explained counts apart; ratings that an upheld objection leaves out of the rate are counted, not dropped.
alter table order_days
  add column explained bigint not null default 0,   -- of the closed
  add column discounted bigint not null default 0;  -- of the rated
