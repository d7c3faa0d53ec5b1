-- Units called to help with an order (会办, 吹哨). The host keeps it; each called unit answers in its own time. Words stand in order_remarks.
create table order_calls (
  region_id integer not null references regions,
  id uuid not null,
  order_id uuid not null,
  unit_id uuid not null,
  how text not null check (how in ('joint','whistle')),
  round integer not null,
  version integer not null,                     -- the event that called
  called_at timestamptz not null,
  called_by uuid,
  answered_at timestamptz,
  answered_by uuid,
  answered_version integer,
  answer text check (answer in ('done','partly','notOurs')),
  fitting boolean,                              -- whether the called unit finds that it was rightly called
  judged text check (judged in ('helped','partly','notHelped')),
  judged_version integer,
  ended_at timestamptz,                         -- released, or the order ended before an answer
  primary key (region_id, id),
  check ((answered_at is null) = (answer is null))
);
create index order_calls_order on order_calls (region_id, order_id);
create unique index order_calls_open on order_calls (region_id, order_id, unit_id) where answered_at is null and ended_at is null;
create index order_calls_unit on order_calls (region_id, unit_id, called_at) where answered_at is null and ended_at is null;
grant select, insert, update on order_calls to linli_app;
select net_apply('order_calls', 'net_sees_part(region_id, order_id)');
