-- Counters of the orders, folded by the relay from the events it relays: one event, one delta, exactly once.

-- What an order was about after each event, so that every counter is a function of the events alone.
alter table order_events add column path text collate "C", add column item text;
do $$ declare known integer; begin
  for known in select id from regions loop
    perform set_config('app.region', known::text, true), set_config('app.system', 'on', true);
    update order_events e set path = coalesce(e.facts ->> 'path', o.path), item = case when e.facts ? 'item' then e.facts ->> 'item' else o.item end from orders o
      where e.region_id = known and o.region_id = known and o.id = e.order_id;
  end loop;
  perform set_config('app.region', '', true), set_config('app.system', '', true);
end $$;
alter table order_events alter column path set not null;

-- The region and the areas a path lies in, down to `depth` codes: `/`, `/s01/`, `/s01/c03/`, `/s01/c03/g12/`.
create function counted_areas(path text, depth integer) returns text[] language sql immutable strict parallel safe as
  $$ select array_prepend('/'::text, (area_prefixes(path))[1:depth]) $$;

-- How many orders stand in each state now, for the region and each of its areas down to the grid.
create table order_states (
  region_id integer not null references regions,
  area text collate "C" not null,
  item text not null,                           -- '' while none is known
  state text not null,
  orders bigint not null,
  primary key (region_id, area, item, state)
) with (fillfactor = 70);

-- What happened to orders on one day of Asia/Shanghai.
create table order_days (
  region_id integer not null references regions,
  area text collate "C" not null,
  day date not null,
  item text not null,
  placed bigint not null,
  claimed bigint not null,
  claimed_1m bigint not null,                   -- within a minute of the offer, and so on: each includes the one before
  claimed_5m bigint not null,
  claimed_15m bigint not null,
  claimed_30m bigint not null,
  claimed_1h bigint not null,
  claimed_4h bigint not null,
  claimed_1d bigint not null,
  handled bigint not null,
  reworked bigint not null,
  closed bigint not null,
  solved bigint not null,                       -- of the closed
  partly_solved bigint not null,
  not_solved bigint not null,
  answered bigint not null,
  refused bigint not null,
  cancelled bigint not null,
  rated bigint not null,
  satisfied bigint not null,                    -- of the rated: fairly satisfied or better
  score_sum bigint not null,
  shown bigint not null,
  hidden bigint not null,
  primary key (region_id, area, day, item)
) with (fillfactor = 70);

select net_apply('order_states', net_condition_area('area') || ' or ' || net_system());
select net_apply('order_days', net_condition_area('area') || ' or ' || net_system());
-- Only the relay, which is the owner's, counts.
grant select on order_states, order_days to linli_app;

-- Overdue is a matter of the clock, not of an event: it is counted when it is asked.
create index orders_overdue on orders (region_id, due_at) include (path) where state not in ('closed', 'rejected', 'cancelled');
-- The latest offer before a claim.
create index order_events_offers on order_events (region_id, order_id, version) where verb = 'offerOrder';
