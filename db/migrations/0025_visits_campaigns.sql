-- Campaigns of visits, their forms, and what was met at each door.

create table campaigns (
  region_id integer not null references regions,
  id uuid not null,
  kind text not null,                           -- a kind of campaign, in the words of the place
  name text not null,
  path text collate "C" not null,               -- every household below it is to be visited
  from_on date not null,
  to_on date not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (region_id, id),
  check (to_on >= from_on)
);
select net_region('campaigns');
grant select, insert on campaigns to linli_app;

-- A form is never changed: another version is added, and a visit names the one that it was asked by.
create table visit_forms (
  region_id integer not null references regions,
  id uuid not null,
  campaign_id uuid not null,
  version integer not null check (version >= 1),
  questions jsonb not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (region_id, id),
  unique (region_id, campaign_id, version)
);
select net_region('visit_forms');
grant select, insert on visit_forms to linli_app;

-- What somebody wrote down about one visit. Records are only added: one that replaces others names them, so that two
-- phones that both replaced the same record leave two that nothing replaces, and a person decides. They may arrive in
-- any order and any number of times (docs/decisions/0036).
create table visit_records (
  region_id integer not null references regions,
  id uuid not null,                             -- made on the phone
  visit_id uuid not null,                       -- made on the phone
  campaign_id uuid not null,
  household_id uuid not null,
  path text collate "C" not null,               -- of the household
  form_id uuid not null,
  replaces uuid[] not null,
  outcome text not null check (outcome in ('met', 'notHome', 'refused', 'moved', 'closed')),
  answers jsonb not null,
  order_ids uuid[] not null,                    -- orders placed from this visit by their own door
  by_person uuid not null,
  device_at timestamptz not null,               -- the clock of the phone
  at timestamptz not null,                      -- when it arrived
  primary key (region_id, id)
);
create index visit_records_visit on visit_records (region_id, visit_id);
create index visit_records_household on visit_records (region_id, campaign_id, household_id);
create index visit_records_path on visit_records (region_id, path);
select net_apply('visit_records', net_condition_area('path') || ' or ' || net_me('by_person') || ' or ' || net_system());
grant select, insert on visit_records to linli_app;

-- A photo travels apart from its visit, before or after it; the record names it by the id that the phone made.
create table visit_photos (
  region_id integer not null references regions,
  id uuid not null,                             -- made on the phone
  household_id uuid not null,
  path text collate "C" not null,               -- of the household
  file_id uuid not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (region_id, id)
);
create index visit_photos_household on visit_photos (region_id, household_id);
create index visit_photos_file on visit_photos (region_id, file_id);
select net_apply('visit_photos', net_condition_area('path') || ' or ' || net_me('by_person') || ' or ' || net_system());
grant select, insert on visit_photos to linli_app;
