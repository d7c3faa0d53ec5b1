-- Plans: how grids would be divided anew, and who would look after whom. A person accepts them; until then nothing follows.

-- Where a row of the visits lies follows a redraw; what was written down at the door is never changed.
grant update (path) on campaigns, visit_records, visit_photos to linli_app;

-- A proposal for the grids of one community.
create table grid_plans (
  region_id integer not null references regions,
  id uuid not null,
  path text collate "C" not null,               -- of the community
  state text not null check (state in ('planning', 'proposed', 'accepted', 'dropped')),
  least integer not null check (least >= 1),    -- households of one grid
  most integer not null check (most >= least),
  progress integer not null default 0 check (progress between 0 and 100),
  grids jsonb,                                  -- of the proposal: [{name, keeps, buildings}]; areas alone, nobody
  failed boolean not null default false,        -- the last calculation came to no end
  version integer not null default 1,
  opened_by uuid not null,
  opened_at timestamptz not null,
  proposed_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  redraw_id uuid,                               -- what an accepted one became
  primary key (region_id, id),
  check ((state = 'accepted') = (redraw_id is not null)),
  check ((state in ('accepted', 'dropped')) = (decided_at is not null))
);
create index grid_plans_path on grid_plans (region_id, path, opened_at desc);
create index grid_plans_planning on grid_plans (region_id, id) where state = 'planning';
select net_region('grid_plans');
grant select, insert, update on grid_plans to linli_app;

-- A proposal of pairs (结对) by one rule of the place, in one community or above.
create table pairing_plans (
  region_id integer not null references regions,
  id uuid not null,
  rule text not null,                           -- preset key
  path text collate "C" not null,
  state text not null check (state in ('planning', 'proposed', 'accepted', 'dropped')),
  progress integer not null default 0 check (progress between 0 and 100),
  outcome jsonb,                                -- of the proposal, in figures; names nobody
  failed boolean not null default false,
  version integer not null default 1,
  opened_by uuid not null,
  opened_at timestamptz not null,
  proposed_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  primary key (region_id, id),
  check ((state in ('accepted', 'dropped')) = (decided_at is not null))
);
create index pairing_plans_path on pairing_plans (region_id, path, opened_at desc);
create index pairing_plans_planning on pairing_plans (region_id, id) where state = 'planning';
select net_region('pairing_plans');
grant select, insert, update on pairing_plans to linli_app;

-- One pair: a person who looks after a household or stands beside another person, or a unit and its community. A
-- proposal's rows are replaced by the next one; accepted ones end and stay.
create table pairings (
  region_id integer not null references regions,
  id uuid not null,
  plan_id uuid not null,
  rule text not null,
  path text collate "C" not null,               -- of the household, of the hub for its members, or the community
  taker_id uuid,                                -- the person who looks after them; null for a community
  household_id uuid,
  person_id uuid,
  unit_id uuid,
  accepted boolean not null default false,
  from_on date,
  to_on date check (to_on >= from_on),
  declined_by uuid,                             -- who said no; nobody has to say why
  declined_at timestamptz,
  primary key (region_id, id),
  constraint pairings_one check (num_nonnulls(household_id, person_id, unit_id) = 1 and (unit_id is null) = (taker_id is not null)),
  check (accepted = (from_on is not null)),
  check ((declined_by is null) = (declined_at is null))
);
create unique index pairings_household on pairings (region_id, rule, household_id) where accepted and to_on is null;
create unique index pairings_person on pairings (region_id, rule, person_id) where accepted and to_on is null;
create unique index pairings_unit on pairings (region_id, rule, unit_id) where accepted and to_on is null;
create index pairings_plan on pairings (region_id, plan_id, taker_id, id);
create index pairings_taker on pairings (region_id, taker_id) where accepted;
create index pairings_whose on pairings (region_id, person_id) where person_id is not null;
create index pairings_home on pairings (region_id, household_id) where household_id is not null;
create index pairings_path on pairings (region_id, path) where to_on is null;
select net_apply('pairings', net_condition_area('path') || ' or ' || net_me('taker_id') || ' or ' || net_me('person_id') || ' or ' || net_system()
  || ' or (household_id is not null and net_sees_household(region_id, household_id, path))'
  || $$ or coalesce(unit_id = any (nullif(current_setting('app.units', true), '')::uuid[]), false)$$);
grant select, insert, update, delete on pairings to linli_app;
