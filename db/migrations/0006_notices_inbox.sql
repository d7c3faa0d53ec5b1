-- What people are told, and how it reached them.

create table notices (
  region_id integer not null references regions,
  id uuid not null,
  person_id uuid not null,
  kind text not null,                           -- code; the words are made when it is shown
  order_id uuid,
  facts jsonb not null default '{}',            -- ids, codes and numbers
  dedupe_key text not null,                     -- event and person: shown once
  at timestamptz not null,
  shown_at timestamptz,
  read_at timestamptz,
  primary key (region_id, id),
  unique (region_id, dedupe_key)
);
create index notices_person on notices (region_id, person_id, at desc, id desc);
select net_apply('notices', net_me('person_id') || ' or ' || net_system());
grant select, insert, update on notices to linli_app;

create table deliveries (
  region_id integer not null references regions,
  id uuid not null,
  notice_id uuid,
  channel text not null,                        -- inApp, log
  purpose text not null,                        -- notice, signInCode
  dedupe_key text not null,
  tries integer not null default 0,
  delivered_at timestamptz,
  failed_at timestamptz,
  last_error text,
  at timestamptz not null,
  primary key (region_id, id),
  unique (region_id, channel, dedupe_key)
);
create index deliveries_notice on deliveries (region_id, notice_id) where notice_id is not null;
select net_apply('deliveries', net_system());
grant select, insert, update on deliveries to linli_app;
