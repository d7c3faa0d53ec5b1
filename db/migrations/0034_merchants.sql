-- Merchants of the 15-minute circle: what they offer, when and where; how far it is on foot; and 信得过 by a stated rule.

create table merchants (
  region_id integer not null references regions,
  id uuid not null,
  slug text not null,                           -- random; in public addresses
  unit_id uuid not null,                        -- the merchant as an organisation: orders and points are its
  name text not null,
  path text collate "C" not null,               -- the area it lies in
  address text not null,
  longitude integer not null check (longitude between -1800000000 and 1800000000), -- WGS84, in 0.0000001 degrees
  latitude integer not null check (latitude between -900000000 and 900000000),
  phone text,                                   -- made public by the merchant
  services text[] not null,                     -- service keys of the preset
  step_free boolean not null,
  hours jsonb not null,                         -- the week, public holidays, single days: as Hours in the contract
  trusted_at timestamptz,                       -- 信得过 since
  version integer not null check (version >= 1),
  added_at timestamptz not null,
  closed_at timestamptz,
  primary key (region_id, id),
  constraint merchants_slug unique (region_id, slug),
  constraint merchants_services check (cardinality(services) between 1 and 20)
);
create unique index merchants_unit on merchants (region_id, unit_id) where closed_at is null;
create index merchants_path on merchants (region_id, path) where closed_at is null;
select net_region('merchants');
grant select, insert, update on merchants to linli_app;

-- Minutes on foot that the place itself has measured; elsewhere they are reckoned from the straight line.
create table merchant_walks (
  region_id integer not null references regions,
  merchant_id uuid not null,
  path text collate "C" not null,               -- from this area
  minutes integer not null check (minutes between 1 and 240),
  measured_by uuid not null,
  measured_at timestamptz not null,
  primary key (region_id, merchant_id, path)
);
create index merchant_walks_path on merchant_walks (region_id, path);
select net_region('merchant_walks');
grant select, insert, update, delete on merchant_walks to linli_app;

-- 公示: that a merchant is to be called 信得过, or no longer. It can be objected to until its end, and another person concludes it.
create table merchant_notices (
  region_id integer not null references regions,
  id uuid not null,
  merchant_id uuid not null,
  path text collate "C" not null,
  kind text not null check (kind in ('award', 'removal')),
  rule_version uuid not null,                   -- policy version of the rule that was stated
  services integer not null check (services >= 0), -- confirmed services that the rule counted
  points bigint not null check (points >= 0),
  reason text,                                  -- of a removal
  state text not null check (state in ('open', 'carried', 'dropped')),
  proposed_by uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  concluded_by uuid,
  concluded_at timestamptz,
  primary key (region_id, id),
  constraint merchant_notices_reason check (kind = 'award' or reason is not null),
  constraint merchant_notices_until check (until_at > from_at),
  constraint merchant_notices_concluded check ((state = 'open') = (concluded_at is null) and (concluded_by is null) = (concluded_at is null)),
  constraint merchant_notices_four_eyes check (concluded_by <> proposed_by)
);
create unique index merchant_notices_open on merchant_notices (region_id, merchant_id) where state = 'open';
create index merchant_notices_from on merchant_notices (region_id, from_at desc, id desc);
select net_region('merchant_notices');
grant select, insert, update on merchant_notices to linli_app;

create table merchant_objections (
  region_id integer not null references regions,
  id uuid not null,
  notice_id uuid not null,
  path text collate "C" not null,
  person_id uuid not null,                      -- who objects
  words text not null,
  at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  upheld boolean,
  answer text,
  primary key (region_id, id),
  constraint merchant_objections_once unique (region_id, notice_id, person_id),
  constraint merchant_objections_decided check ((decided_at is null) = (upheld is null) and (decided_at is null) = (answer is null) and (decided_at is null) = (decided_by is null)),
  constraint merchant_objections_other check (decided_by <> person_id)
);
create index merchant_objections_person on merchant_objections (region_id, person_id);
create index merchant_objections_at on merchant_objections (region_id, at);
create index merchant_objections_path on merchant_objections (region_id, path);
select net_apply('merchant_objections', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system());
grant select, insert, update on merchant_objections to linli_app;
