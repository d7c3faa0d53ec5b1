-- Areas, units, households and the place's own rules.

create table areas (
  region_id integer not null references regions,
  id uuid not null,
  path text collate "C" not null check (path ~ '^/([a-z0-9]{1,12}/){0,8}$'),
  parent_path text collate "C",
  level text not null,                          -- a level key of the preset, or 'region'
  code text not null,                           -- last code of the path; never changed, never reused
  name text not null,
  compound text,                                -- residential compound (小区) a building stands in
  qr_slug text not null,                        -- random; fills the place when scanned
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (region_id, id),
  unique (region_id, path),
  unique (region_id, qr_slug)
);
create index areas_parent on areas (region_id, parent_path);
select net_region('areas');
grant select, insert, update on areas to linli_app;

-- Departments, companies and other organisations stand in a tree of their own, outside areas.
create table units (
  region_id integer not null references regions,
  id uuid not null,
  key text not null,
  parent_id uuid,
  kind text not null check (kind in ('department', 'company', 'community', 'organisation')),
  name jsonb not null,
  duty_phone text,                              -- a public office number
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (region_id, id),
  unique (region_id, key)
);
select net_region('units');
grant select, insert, update on units to linli_app;

create table households (
  region_id integer not null references regions,
  id uuid not null,
  path text collate "C" not null,               -- area path of the entrance or building
  room text not null,
  address_cipher text not null,                 -- full address, field-encrypted
  address_hmac bytea not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (region_id, id),
  unique (region_id, path, room)
);
create index households_path on households (region_id, path);
grant select, insert, update on households to linli_app;

create table household_members (
  region_id integer not null references regions,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (region_id, id)
);
create unique index household_members_now on household_members (region_id, household_id, person_id) where to_at is null;
create index household_members_person on household_members (region_id, person_id);
select net_region('household_members');
grant select, insert, update on household_members to linli_app;
select net_apply('households', net_condition_area('path') || ' or ' || net_system() || $$
  or exists (select from household_members m where m.region_id = households.region_id and m.household_id = households.id
             and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid) and m.to_at is null)$$);

-- The preset's rows, versioned. An edit on the desk adds a version with origin 'place'.
create table policy_versions (
  region_id integer not null references regions,
  id uuid not null,
  kind text not null,                           -- level, post, team, skill, list, item, clock, wave, points, label, setting
  key text not null,
  version integer not null check (version >= 1),
  origin text not null check (origin in ('preset', 'place')),
  preset_version integer,
  body jsonb not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (region_id, id),
  unique (region_id, kind, key, version)
);
create unique index policy_versions_current on policy_versions (region_id, kind, key) where to_at is null;
select net_region('policy_versions');
grant select, insert, update on policy_versions to linli_app;

-- One row per register file that came in: what it did, so that a repeat is seen.
create table register_imports (
  region_id integer not null references regions,
  id uuid not null,
  register text not null check (register in ('areas', 'households', 'people')),
  file_sha256 bytea not null,
  rows_read integer not null,
  rows_added integer not null,
  rows_changed integer not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (region_id, id)
);
select net_region('register_imports');
grant select, insert on register_imports to linli_app;

-- `/s01/c03/g12/` gives `{/s01/,/s01/c03/,/s01/c03/g12/}`: the areas a path lies in.
create function area_prefixes(path text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg('/' || array_to_string(codes[1:n], '/') || '/' order by n), '{}')
  from (select string_to_array(trim(both '/' from path), '/') as codes) c, generate_series(1, cardinality(codes)) n where path <> '/'
$$;
