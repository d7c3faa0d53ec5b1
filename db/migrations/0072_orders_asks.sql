-- What whoever has an order asks of those who decide: to return it, to pause it, for more time. Words stand in order_remarks.
create table order_asks (
  region_id integer not null references regions,
  id uuid not null,
  order_id uuid not null,
  kind text not null,
  round integer not null,
  version integer not null,                     -- the event that asked
  asked_by uuid not null,
  asked_role text not null,
  asked_at timestamptz not null,
  amount integer,                               -- more time, in its unit
  unit text,
  until date,                                   -- the day that is promised
  unit_id uuid,                                 -- who should have it instead
  settled_at timestamptz,
  settled_by uuid,
  settled_version integer,
  outcome text check (outcome in ('granted','refused','withdrawn','lapsed')),
  primary key (region_id, id),
  check ((settled_at is null) = (outcome is null))
);
create index order_asks_order on order_asks (region_id, order_id);
create unique index order_asks_open on order_asks (region_id, order_id) where settled_at is null;
grant select, insert, update on order_asks to linli_app;
select net_apply('order_asks', 'net_sees_part(region_id, order_id)');
