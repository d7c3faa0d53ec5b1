-- How a campaign is walked: whom it goes to, how many doors a day, in pairs, who answers for it; visits to companies,
-- when to come again, and who came along (docs/decisions/0039).

-- One row for each campaign from here on; a campaign without one goes to every household of its area.
create table campaign_terms (
  region_id integer not null references regions,
  campaign_id uuid not null,
  owner_person uuid not null,                   -- who answers for it
  targets text not null check (targets in ('households', 'companies')),
  daily_quota integer check (daily_quota between 1 and 300), -- doors a walker plans for a day; shown to that walker alone
  in_pairs boolean not null,                    -- two go together
  unmet_since date,                             -- only households where nobody was met since this day
  preset_key text,                              -- the row of the place that began it by itself
  month date,                                   -- and for which month
  at timestamptz not null,
  primary key (region_id, campaign_id),
  check ((preset_key is null) = (month is null))
);
create unique index campaign_terms_month on campaign_terms (region_id, preset_key, month) where month is not null;
select net_region('campaign_terms');
grant select, insert on campaign_terms to linli_app;

-- The companies that a campaign goes to.
create table campaign_companies (
  region_id integer not null references regions,
  id uuid not null,
  campaign_id uuid not null,
  unit_id uuid not null,
  at timestamptz not null,
  primary key (region_id, id),
  unique (region_id, campaign_id, unit_id)
);
select net_region('campaign_companies');
grant select, insert on campaign_companies to linli_app;

-- Who came along, as the first one named them; they say on their own phone whether they were there.
create table visit_companions (
  region_id integer not null references regions,
  id uuid not null,
  visit_id uuid not null,
  person_id uuid not null,
  named_by uuid not null,
  at timestamptz not null,
  answered_at timestamptz,
  was_there boolean,
  primary key (region_id, id),
  unique (region_id, visit_id, person_id),
  check ((answered_at is null) = (was_there is null))
);
create index visit_companions_waiting on visit_companions (region_id, person_id) where answered_at is null;
select net_apply('visit_companions', net_me('person_id') || ' or ' || net_me('named_by') || ' or ' || net_system());
grant select, insert, update (answered_at, was_there) on visit_companions to linli_app;

-- A visit is to a household or to a company. When nobody was there, the record may say when to come again.
alter table visit_records
  alter column household_id drop not null,
  add column unit_id uuid,
  add column again_on date,
  add column again_part text;
