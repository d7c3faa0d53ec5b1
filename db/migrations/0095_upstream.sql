-- Orders that other desks send here as files (12345 hotline, reports of WeCom), and what goes back to them.

create table upstream_senders (
  region_id integer not null references regions,
  id uuid not null,
  name text not null,                           -- whose desk it is
  decides boolean not null,                     -- the sender calls back, closes, extends and takes back by itself
  path text collate "C" not null,               -- where an order goes whose place is not recognised
  columns jsonb not null,                       -- [{heading, field}] of their files, in their order
  version integer not null check (version >= 1),
  made_by uuid not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (region_id, id),
  constraint upstream_senders_name unique (region_id, name),
  constraint upstream_senders_columns check (jsonb_typeof(columns) = 'array')
);
select net_region('upstream_senders');
grant select, insert, update on upstream_senders to linli_app;

-- An order that came in by a file, under the number it has at its sender: the same number is the same order.
create table upstream_orders (
  region_id integer not null references regions,
  order_id uuid not null,
  sender_id uuid not null,
  number text not null,
  sent_at timestamptz,                          -- when it was placed there, as their file says
  at timestamptz not null,
  primary key (region_id, order_id),
  constraint upstream_orders_number unique (region_id, sender_id, number)
);
create index upstream_orders_at on upstream_orders (region_id, sender_id, at desc, order_id);
select net_region('upstream_orders');
grant select, insert on upstream_orders to linli_app;

-- How far an import is; a row that went quiet belongs to a server that stopped.
create table upstream_imports (
  region_id integer not null references regions,
  id uuid not null,
  sender_id uuid not null,
  by_person uuid not null,
  state text not null check (state in ('running', 'over', 'lost')),
  rows integer not null check (rows >= 0),
  placed integer not null check (placed >= 0),
  known integer not null check (known >= 0),
  started_at timestamptz not null,
  beat_at timestamptz not null,
  primary key (region_id, id)
);
create index upstream_imports_started on upstream_imports (region_id, sender_id, started_at desc);
select net_region('upstream_imports');
grant select, insert, update on upstream_imports to linli_app;
