-- The ground every room stands on: the application's role, the clock, row-level security's helpers,
-- regions, accounts, sessions, grants, idempotency, outbox, audit, files, rate limits.

-- The application's role owns nothing. On the embedded database the launcher has made it already.
-- On an operator's server the migrating role makes it and joins it, so that requests may take it.
do $$ begin
  if not exists (select from pg_roles where rolname = 'linli_app') then
    create role linli_app nologin;
    grant linli_app to current_user;
  end if;
end $$;
grant usage on schema public to linli_app;
revoke create on schema public from public;
grant select on migrations to linli_app;        -- readiness compares how many are applied

-- The time of a command: its transaction's start, in whole milliseconds as the API says it. One setting shifts it for tests
-- and the demo's past.
create function app_now() returns timestamptz language sql stable as
  $$ select date_trunc('milliseconds', now() + coalesce(nullif(current_setting('app.shift', true), '')::interval, interval '0')) $$;

-- Ends the transaction with a code the application turns into a sentence: writes that met nobody must not commit.
create function refuse(code text) returns integer language plpgsql volatile as
  $$ begin raise exception '%', code using errcode = 'LI001'; end $$;

-- Row-level security, written so that it filters but is never an index condition (see docs/decisions/0004).
-- It is a net: every query brings its own scope.
create function net_condition_area(col text) returns text language sql immutable as $$
  select '(' || string_agg(format(
    'coalesce(%1$s >= (select nullif(current_setting(''app.lo%2$s'', true), '''')) and %1$s < (select nullif(current_setting(''app.hi%2$s'', true), '''')), false)',
    col, n), ' or ') || ')' from generate_series(1, 4) n
$$;
create function net_apply(tbl regclass, visible text) returns void language plpgsql as $$
declare region text := 'region_id = (select nullif(current_setting(''app.region'', true), '''')::int)';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy net_read on %s for select using (%s and (%s))', tbl, region, visible);
  execute format('create policy net_insert on %s for insert with check (%s)', tbl, region);
  execute format('create policy net_update on %s for update using (%s and (%s)) with check (%s)', tbl, region, visible, region);
  execute format('create policy net_delete on %s for delete using (%s and (%s))', tbl, region, visible);
end $$;
create function net_region(tbl regclass) returns void language sql as $$ select net_apply(tbl, 'true') $$;
create function net_system() returns text language sql immutable as
  $$ select '(select current_setting(''app.system'', true)) = ''on''' $$;
create function net_me(col text) returns text language sql immutable as
  $$ select format('coalesce(%s = (select nullif(current_setting(''app.person'', true), '''')::uuid), false)', col) $$;
revoke execute on function net_apply(regclass, text), net_region(regclass) from public;

-- A region is one county or district. A small shared table: Citus reference table.
create table regions (
  id integer primary key,
  gb_code text not null unique,                 -- GB/T 2260
  name jsonb not null,                          -- {zh, en}
  preset text not null,
  preset_version integer not null,
  is_demo boolean not null default false,
  founded_at timestamptz not null
);
grant select, insert, update on regions to linli_app;

-- One per human, over all regions. Residents and helpers sign in by phone and code, staff by login, password and TOTP.
create table accounts (
  id uuid primary key,
  phone_hmac bytea unique,
  login text unique,
  password_hash text,                           -- argon2id
  totp_secret text,                             -- field-encrypted
  totp_last_step bigint not null default 0,     -- a code is good once
  failed_tries integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null
);
grant select, insert, update on accounts to linli_app;

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,             -- SHA-256 of an opaque 256-bit token
  account_id uuid not null references accounts,
  region_id integer not null references regions,
  person_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_account on sessions (account_id);
grant select, insert, update on sessions to linli_app;

create table sign_in_codes (
  id uuid primary key,
  phone_hmac bytea not null,
  code_hash bytea not null,                     -- HMAC of phone and code
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0 check (tries <= 5),
  used_at timestamptz
);
create index sign_in_codes_phone on sign_in_codes (phone_hmac, created_at desc);
grant select, insert, update, delete on sign_in_codes to linli_app;

-- Who may do what, where, from when to when. An area path or a unit, never both.
create table grants (
  region_id integer not null references regions,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  area_path text collate "C",
  unit_id uuid,
  post_id uuid,                                 -- the post it follows from, if any
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (region_id, id),
  check ((area_path is null) <> (unit_id is null))
);
create index grants_account on grants (region_id, account_id);
select net_region('grants');
grant select, insert, update on grants to linli_app;

-- Idempotency: the key, what was asked and what was answered, kept 30 days.
create table commands (
  region_id integer not null references regions,
  key uuid not null,
  account_id uuid,                              -- a key belongs to its sender
  operation text not null,
  request_hash bytea not null,
  response jsonb not null,
  at timestamptz not null,
  primary key (region_id, key)
);
create index commands_at on commands (region_id, at);
select net_region('commands');
grant select, insert, update, delete on commands to linli_app;

-- What happened, to be told to the other rooms by the relay. `seq` is only a reading order.
create table outbox (
  region_id integer not null references regions,
  id uuid not null,
  seq bigint generated always as identity,
  topic text not null,                          -- orders.orderPlaced.1
  payload jsonb not null,                       -- ids, codes and numbers only
  at timestamptz not null,
  relayed_at timestamptz,
  primary key (region_id, id)
);
create index outbox_waiting on outbox (region_id, seq) where relayed_at is null;
select net_region('outbox');
grant select, insert, delete on outbox to linli_app;
grant update (relayed_at) on outbox to linli_app;

-- Every reveal and every administrative act. Append-only by grant; sealed into a chain by the relay.
create table audit_entries (
  region_id integer not null references regions,
  id uuid not null,
  seq bigint generated always as identity,
  at timestamptz not null,
  account_id uuid,
  person_id uuid,
  action text not null,                         -- operationId
  subject_kind text not null,
  subject_id uuid,
  reason text,
  facts jsonb not null default '{}',            -- codes and numbers, no personal data
  primary key (region_id, id)
);
create index audit_entries_seq on audit_entries (region_id, seq);
create index audit_entries_subject on audit_entries (region_id, subject_id, at desc);
select net_region('audit_entries');
grant select, insert on audit_entries to linli_app;

create table audit_seals (
  region_id integer not null references regions,
  number bigint not null,
  first_seq bigint not null,
  last_seq bigint not null,
  entries integer not null,
  previous_mac bytea not null,
  mac bytea not null,                           -- HMAC over previous_mac and the sealed entries
  key_id text not null,
  at timestamptz not null,
  primary key (region_id, number)
);
select net_region('audit_seals');
grant select, insert on audit_seals to linli_app;

-- Uploaded pictures and voice notes; the bytes lie behind a storage interface.
create table files (
  region_id integer not null references regions,
  id uuid not null,
  kind text not null check (kind in ('photo', 'voice')),
  media_type text not null,
  bytes bigint not null,
  width integer,
  height integer,
  sha256 bytea not null,
  storage_key text not null,
  uploaded_by uuid not null,
  order_id uuid,                                -- set when a step uses it
  taken_latitude integer,                       -- 1e-6 degrees, only where the item needs the place
  taken_longitude integer,
  at timestamptz not null,
  erased_at timestamptz,
  primary key (region_id, id)
);
create index files_order on files (region_id, order_id) where order_id is not null;
grant select, insert, update on files to linli_app;

-- Numbers people see: blocks of a region's day are lent to an application instance.
create table order_number_blocks (
  region_id integer not null references regions,
  day date not null,
  next integer not null,
  primary key (region_id, day)
);
select net_region('order_number_blocks');
grant select, insert, update on order_number_blocks to linli_app;
