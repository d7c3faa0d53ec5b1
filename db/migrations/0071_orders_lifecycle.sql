-- The rest of the lifecycle: 待补充, 挂起, 会办, 上报请办, 并单, 归档, and what the steps between them leave on the order.
alter table orders
  drop constraint orders_state_check,
  drop constraint orders_result_check,
  add constraint orders_state_check check (state in ('submitted','supplement','accepted','offered','dispatched','inProgress','paused','joint','escalated','rework','handled','followUp','closed','rejected','cancelled','merged','archived')) not valid,
  add constraint orders_result_check check (result in ('solved','partlySolved','notSolved','answered','explained','notSupplied','falseAlarm','handedOn')) not valid,
  add column merged_into uuid,                         -- the order that this one follows
  add column supplements integer not null default 0,   -- how often the requester was asked for more
  add column assigned_at timestamptz,                  -- since when whoever has it has it
  add column host_ruled boolean not null default false,-- 指定后不得再退
  add column urged_at timestamptz,
  add column supervision text;                         -- level of the 督办 that is not answered yet
alter table orders validate constraint orders_state_check;
alter table orders validate constraint orders_result_check;
