-- What the ground promises and holds, counted in the background for the wall: areas and numbers, nobody and no home.
-- A number of people that is under three is not written down at all.
create table ground_counts (
  region_id integer not null references regions,
  area text collate "C" not null,
  what text not null check (what in ('homes', 'pairs', 'visits', 'duties', 'care', 'reach')),
  key text not null,                            -- of a pairing, a campaign, a kind of duty, a figure of care, a service; empty for homes
  held bigint not null check (held >= 0),
  wanted bigint not null check (wanted >= 0),
  primary key (region_id, area, what, key)
) with (fillfactor = 70);
select net_apply('ground_counts', net_condition_area('area') || ' or ' || net_system());
-- Only the job, which is the owner of the tables, counts.
grant select on ground_counts to linli_app;

-- When each of them was counted last, and whether something happened since.
create table ground_counted (
  region_id integer not null references regions,
  what text not null check (what in ('homes', 'pairs', 'visits', 'duties', 'care', 'reach')),
  at timestamptz,
  is_behind boolean not null default true,
  primary key (region_id, what)
);
select net_region('ground_counted');
grant select on ground_counted to linli_app;
