-- Open311: keys by which other systems use the doors of the house, what came in by them, and what they sent on later.

create table api_keys (
  region_id integer not null references regions,
  id uuid not null,
  name text not null,                           -- whose system it is
  purpose text not null,                        -- what for, as it was agreed
  scopes text[] not null,
  key_hash bytea not null,                      -- SHA-256; the key itself is shown once and never kept
  tail text not null,                           -- its last four letters, to tell keys apart
  per_minute integer not null check (per_minute between 1 and 6000),
  expires_at timestamptz not null,
  made_by uuid not null,
  made_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  used_at timestamptz,                          -- the last time
  uses bigint not null default 0 check (uses >= 0),
  primary key (region_id, id),
  constraint api_keys_hash unique (region_id, key_hash),
  constraint api_keys_scopes check (cardinality(scopes) between 1 and 3 and scopes <@ array['read', 'place', 'update']),
  constraint api_keys_expiry check (expires_at > made_at),
  constraint api_keys_revoked check ((revoked_at is null) = (revoked_by is null))
);
select net_region('api_keys');
grant select, insert, update on api_keys to linli_app;

-- An order that came in by a key.
create table open311_requests (
  region_id integer not null references regions,
  order_id uuid not null,
  key_id uuid not null,
  at timestamptz not null,                      -- when the order was placed
  primary key (region_id, order_id)
);
create index open311_requests_at on open311_requests (region_id, at desc, order_id);
select net_region('open311_requests');
grant select, insert on open311_requests to linli_app;

-- What a key added to an order later, by the number it gave it itself: sent twice it is written once.
create table open311_updates (
  region_id integer not null references regions,
  id uuid not null,
  key_id uuid not null,
  order_id uuid not null,
  sent_id text not null,
  version integer not null,                     -- of the order after the note
  at timestamptz not null,
  primary key (region_id, id),
  constraint open311_updates_sent unique (region_id, key_id, sent_id)
);
select net_region('open311_updates');
grant select, insert on open311_updates to linli_app;
