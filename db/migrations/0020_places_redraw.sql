-- Redrawing: closed areas lead to their successors, party bodies stand at areas, a post may be held for a part of the time.

-- One redraw: what was moved, split or merged, by whom and why, and how much was to follow when it was made.
create table area_redraws (
  region_id integer not null references regions,
  id uuid not null,
  kind text not null check (kind in ('move', 'split', 'merge')),
  path text collate "C" not null,               -- the area that everything of it lies in
  reason text not null,
  by_person uuid not null,
  areas integer not null,                       -- closed
  households integer not null,
  people integer not null,
  posts integer not null,
  orders integer not null,                      -- open ones
  at timestamptz not null,
  primary key (region_id, id)
);
create index area_redraws_newest on area_redraws (region_id, at desc, id desc);
select net_region('area_redraws');
grant select, insert on area_redraws to linli_app;

-- Where what lay in a closed area lies now. A split area has several successors; what lay in none of its parts goes to the main one.
create table area_successions (
  region_id integer not null references regions,
  id uuid not null,
  redraw_id uuid not null,
  from_path text collate "C" not null,
  to_path text collate "C" not null,
  is_main boolean not null,
  primary key (region_id, id),
  unique (region_id, from_path, to_path)
);
create unique index area_successions_main on area_successions (region_id, from_path) where is_main;
create index area_successions_to on area_successions (region_id, to_path);
create index area_successions_redraw on area_successions (region_id, redraw_id);
select net_region('area_successions');
grant select, insert on area_successions to linli_app;

-- 党支部、党小组、微支部 of an area; kinds are the preset's. A body that moved has a row for each area it stood at.
create table party_bodies (
  region_id integer not null references regions,
  id uuid not null,
  kind text not null,
  name text not null,
  area_path text collate "C" not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  primary key (region_id, id)
);
create index party_bodies_area on party_bodies (region_id, area_path);
create unique index party_bodies_now on party_bodies (region_id, area_path, name) where to_on is null;
select net_region('party_bodies');
grant select, insert, update on party_bodies to linli_app;

-- How much of the holder's working time the post takes, in percent, as agreed; never measured.
alter table posts add column share integer not null default 100;
alter table posts add constraint posts_share check (share between 1 and 100) not valid;
alter table posts validate constraint posts_share;
