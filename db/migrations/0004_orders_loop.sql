-- The order: one aggregate for every door. State is explicit; every verb leaves one event.

create table orders (
  region_id integer not null references regions,
  id uuid not null,
  number text not null,                         -- YYMMDD-NNNNN-check; never a capability
  version integer not null check (version >= 1),-- counts events
  state text not null check (state in ('submitted','accepted','offered','dispatched','inProgress','rework','handled','followUp','closed','rejected','cancelled')),
  kind text not null,
  channel text not null,
  urgency text not null,
  item text,                                    -- catalogue key
  item_version uuid,                            -- policy version it was placed under
  path text collate "C" not null,               -- area, down to building or entrance
  community text collate "C" not null,          -- the queue's scope
  placed_at timestamptz not null,
  placed_by uuid not null,
  requester_id uuid,                            -- null: a caller who left no name
  beneficiary_id uuid,
  anonymous boolean not null default false,     -- 匿名
  confidential boolean not null default false,  -- 要求保密
  vulnerable boolean not null default false,
  restriction text not null default 'none' check (restriction in ('none','leaderNote','media','stability')),
  about_person_id uuid,                         -- the complained-of, who never reads it
  about_unit_id uuid,
  assignee_person_id uuid,
  assignee_team_id uuid,
  assignee_unit_id uuid,
  round integer not null default 1 check (round >= 1),
  offer_wave integer,
  offer_path text collate "C",                  -- helpers whose own area lies here are asked
  refusal_proposed_by uuid,
  contacted_at timestamptz,                     -- in this round
  handled_at timestamptz,
  handled_by uuid,
  result text check (result in ('solved','partlySolved','notSolved','answered')),
  reached boolean,                              -- by the follow-up call
  score integer check (score between 1 and 5),
  rated_round integer,
  calls_tried integer not null default 0,
  first_call_at timestamptz,
  show_consent_at timestamptz,
  shown_at timestamptz,
  closed_at timestamptz,
  due_at timestamptz,                           -- earliest running clock, for queues
  due_clock text,
  primary key (region_id, id),
  unique (region_id, number),
  check (num_nonnulls(assignee_person_id, assignee_team_id, assignee_unit_id) <= 1)
);
create index orders_open_community on orders (region_id, community, placed_at desc, id desc) where state not in ('closed','rejected','cancelled');
create index orders_offered on orders (region_id, community, placed_at desc, id desc) where state = 'offered';
create index orders_newest on orders (region_id, placed_at desc, id desc);
create index orders_path on orders (region_id, path, placed_at desc);
create index orders_state on orders (region_id, state, placed_at desc, id desc);
create index orders_person_working on orders (region_id, assignee_person_id) where state in ('dispatched','inProgress','rework');
create index orders_shown on orders (region_id, shown_at desc) where shown_at is not null;
grant select, insert, update on orders to linli_app;

-- People and units of an order; read by the net, so it must not read orders itself.
create table order_parties (
  region_id integer not null references regions,
  id uuid not null,
  order_id uuid not null,
  role text not null check (role in ('placer','requester','beneficiary','assignee')),
  person_id uuid,
  unit_id uuid,
  team_id uuid,
  to_at timestamptz,
  primary key (region_id, id),
  check (num_nonnulls(person_id, unit_id, team_id) = 1)
);
create index order_parties_order on order_parties (region_id, order_id);
create index order_parties_person on order_parties (region_id, person_id, order_id) where person_id is not null and to_at is null;
create index order_parties_unit on order_parties (region_id, unit_id, order_id) where unit_id is not null and to_at is null;
create index order_parties_team on order_parties (region_id, team_id, order_id) where team_id is not null and to_at is null;
select net_region('order_parties');
grant select, insert, update on order_parties to linli_app;

select net_apply('orders', '(' || net_condition_area('path') || ' or ' || net_system() || $$
  or exists (select from order_parties p where p.region_id = orders.region_id and p.order_id = orders.id and p.to_at is null
    and (p.person_id = (select nullif(current_setting('app.person', true), '')::uuid)
      or p.unit_id = any ((select nullif(current_setting('app.units', true), ''))::uuid[])
      or p.team_id = any ((select nullif(current_setting('app.teams', true), ''))::uuid[]))))
  and (about_person_id is null or about_person_id is distinct from (select nullif(current_setting('app.person', true), '')::uuid))
  and (about_unit_id is null or not coalesce(about_unit_id = any ((select nullif(current_setting('app.units', true), ''))::uuid[]), false))$$);
select net_apply('files', net_me('uploaded_by') || ' or ' || net_system() || $$
  or (order_id is not null and exists (select from orders o where o.region_id = files.region_id and o.id = files.order_id))$$);

-- The words of an order: they can be erased, the events stay.
create table order_texts (
  region_id integer not null references regions,
  order_id uuid not null,
  title text not null,
  detail text not null,                         -- the caller's own words are kept
  address_cipher text,
  contact_name text,
  contact_phone_cipher text,
  contact_phone_hmac bytea,
  contact_phone_tail text,
  voice_file_id uuid,
  erased_at timestamptz,
  primary key (region_id, order_id)
);
create index order_texts_phone on order_texts (region_id, contact_phone_hmac) where contact_phone_hmac is not null;
grant select, insert, update on order_texts to linli_app;

-- One event per verb: ids, codes and numbers only.
create table order_events (
  region_id integer not null references regions,
  id uuid not null,
  order_id uuid not null,
  version integer not null,
  verb text not null,
  from_state text,
  to_state text not null,
  actor_person_id uuid,                         -- null: the policy itself
  actor_role text not null,
  round integer not null,
  facts jsonb not null default '{}',
  at timestamptz not null,
  primary key (region_id, id),
  unique (region_id, order_id, version)
);
create index order_events_at on order_events (region_id, at);
grant select, insert on order_events to linli_app;

-- What people wrote with a step; belongs to the event, can be erased.
create table order_remarks (
  region_id integer not null references regions,
  id uuid not null,
  order_id uuid not null,
  version integer not null,                     -- of the event it belongs to
  audience text not null check (audience in ('everybody', 'staff')),
  text text not null,
  erased_at timestamptz,
  primary key (region_id, id)
);
create index order_remarks_order on order_remarks (region_id, order_id, version);
grant select, insert, update on order_remarks to linli_app;

create table order_clocks (
  region_id integer not null references regions,
  id uuid not null,
  order_id uuid not null,
  clock text not null,
  round integer not null,
  wave integer not null default 0,
  amount integer not null,
  unit text not null,
  rule_version uuid,
  started_at timestamptz not null,
  due_at timestamptz not null,
  paused_at timestamptz,
  stopped_at timestamptz,
  fired_at timestamptz,                         -- the deadline's effect, once
  primary key (region_id, id)
);
create index order_clocks_order on order_clocks (region_id, order_id);
create unique index order_clocks_running on order_clocks (region_id, order_id, clock) where stopped_at is null;
create index order_clocks_due on order_clocks (region_id, due_at) where stopped_at is null and fired_at is null and paused_at is null;
grant select, insert, update on order_clocks to linli_app;

create table order_evidence (
  region_id integer not null references regions,
  id uuid not null,
  order_id uuid not null,
  round integer not null,
  version integer not null,
  kind text not null check (kind in ('requestPhoto','voice','beforePhoto','afterPhoto','progressPhoto')),
  file_id uuid not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (region_id, id)
);
create index order_evidence_order on order_evidence (region_id, order_id);
grant select, insert on order_evidence to linli_app;

-- One rating per order and round.
create table order_ratings (
  region_id integer not null references regions,
  id uuid not null,
  order_id uuid not null,
  round integer not null,
  by_person uuid not null,
  through text not null check (through in ('requester', 'call')),
  resolved text not null check (resolved in ('solved','partlySolved','notSolved')),
  score integer not null check (score between 1 and 5),
  comment text,
  at timestamptz not null,
  primary key (region_id, id),
  unique (region_id, order_id, round)
);
grant select, insert on order_ratings to linli_app;
grant update (comment) on order_ratings to linli_app;

-- 晒单: the redacted text, under a random address.
create table order_publications (
  region_id integer not null references regions,
  id uuid not null,
  order_id uuid not null,
  slug text not null,
  title text not null,
  need text not null,
  outcome text not null,
  item text,
  community text collate "C" not null,
  photo_ids uuid[] not null default '{}',
  published_by uuid not null,
  published_at timestamptz not null,
  hidden_at timestamptz,
  primary key (region_id, id),
  unique (region_id, slug)
);
create index order_publications_newest on order_publications (region_id, published_at desc, id desc) where hidden_at is null;
create unique index order_publications_one on order_publications (region_id, order_id) where hidden_at is null;
select net_region('order_publications');
grant select, insert, update on order_publications to linli_app;

do $$ declare t text; begin
  foreach t in array array['order_texts','order_events','order_remarks','order_clocks','order_evidence','order_ratings'] loop
    perform net_apply(t::regclass, format('%s or exists (select from orders o where o.region_id = %I.region_id and o.id = %I.order_id)', net_system(), t, t));
  end loop;
end $$;

-- Full-text search: tokens only, with the order's own scope beside them. Full-text operators are not leakproof,
-- so row-level security would forbid the index; the one query that reads this joins orders, where the net holds.
create table order_search (
  region_id integer not null references regions,
  order_id uuid not null,
  path text collate "C" not null,
  placed_at timestamptz not null,
  tokens tsvector not null,
  primary key (region_id, order_id)
);
create index order_search_tokens on order_search using gin (tokens);
grant select, insert, update, delete on order_search to linli_app;

create table saved_views (
  region_id integer not null references regions,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  filters jsonb not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (region_id, id)
);
select net_apply('saved_views', net_me('person_id'));
grant select, insert, update on saved_views to linli_app;
