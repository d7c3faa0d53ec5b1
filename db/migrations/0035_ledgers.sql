-- Ledgers: which columns a person likes, what left the house as a file, and the documents a place makes of its rows.
-- The rows of ledgers stand in their own rooms: a ledger is a read.

create table ledger_choices (
  region_id integer not null references regions,
  id uuid not null,
  person_id uuid not null,
  ledger text not null,                         -- key of the ledger
  columns text[] not null,                      -- keys, in the order they are shown
  at timestamptz not null,
  primary key (region_id, id),
  constraint ledger_choices_once unique (region_id, person_id, ledger)
);
select net_apply('ledger_choices', net_me('person_id') || ' or ' || net_system());
grant select, insert, update on ledger_choices to linli_app;

-- One export. What it was for stands in the audit.
create table ledger_exports (
  region_id integer not null references regions,
  id uuid not null,
  ledger text not null,
  format text not null check (format in ('xlsx', 'csv', 'docx', 'print')),
  columns text[] not null,
  filters jsonb not null,
  by_person uuid not null,
  state text not null check (state in ('waiting', 'writing', 'over', 'refused', 'lost')),
  rows_expected integer not null default 0 check (rows_expected >= 0),
  rows_written integer not null default 0 check (rows_written >= 0),
  refused text,                                 -- why it was not written, in words
  storage_key text,                             -- of the file, until it expires
  bytes integer,
  name text not null,                           -- of the file, as it is saved
  asked_at timestamptz not null,
  beat_at timestamptz not null,                 -- when its server last said that it works on it
  expires_at timestamptz not null,
  primary key (region_id, id),
  check ((state = 'over') = (storage_key is not null and bytes is not null)),
  check ((state = 'refused') = (refused is not null))
);
create index ledger_exports_mine on ledger_exports (region_id, by_person, asked_at desc, id desc);
create index ledger_exports_over on ledger_exports (region_id, expires_at);
select net_apply('ledger_exports', net_me('by_person') || ' or ' || net_system());
grant select, insert, update on ledger_exports to linli_app;

-- A Word document with placeholders, the place its own. Never changed: another one is added and this one withdrawn.
create table ledger_templates (
  region_id integer not null references regions,
  id uuid not null,
  ledger text not null,
  scope text not null check (scope in ('table', 'row')),
  name text not null,
  content bytea not null check (length(content) between 1 and 1048576), -- small, and in every backup with its row
  by_person uuid not null,
  at timestamptz not null,
  closed_at timestamptz,                        -- withdrawn
  primary key (region_id, id)
);
create index ledger_templates_ledger on ledger_templates (region_id, ledger, at) where closed_at is null;
select net_region('ledger_templates');
grant select, insert, update on ledger_templates to linli_app;
