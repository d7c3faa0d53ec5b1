-- Where areas lie: their outlines and positions. Nothing is deleted: what was drawn ends and stays.

create table area_outlines (
  region_id integer not null references regions,
  id uuid not null,
  path text collate "C" not null,               -- of the area
  outline jsonb not null check (outline ->> 'type' = 'MultiPolygon'), -- GeoJSON, WGS84, seven decimals
  from_at timestamptz not null,
  to_at timestamptz,
  by_person uuid not null,
  primary key (region_id, id)
);
create unique index area_outlines_now on area_outlines (region_id, path) where to_at is null;
select net_region('area_outlines');
grant select, insert, update on area_outlines to linli_app;

-- Points, such as a building's. In 0.0000001 degrees: about a centimetre.
create table area_positions (
  region_id integer not null references regions,
  id uuid not null,
  path text collate "C" not null,               -- of the area
  longitude integer not null check (longitude between -1800000000 and 1800000000),
  latitude integer not null check (latitude between -900000000 and 900000000),
  from_at timestamptz not null,
  to_at timestamptz,
  by_person uuid not null,
  primary key (region_id, id)
);
create unique index area_positions_now on area_positions (region_id, path) where to_at is null;
select net_region('area_positions');
grant select, insert, update on area_positions to linli_app;
