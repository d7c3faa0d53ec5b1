-- Stations (驿站): where they are, when they are open, what can be booked there, and who booked it.

create table stations (
  region_id integer not null references regions,
  id uuid not null,
  slug text not null,                           -- random; in public addresses, on the printed code and in the calendar
  kind text not null check (kind in ('fixed', 'mobile')),
  name text not null,
  path text collate "C" not null,               -- the area it lies in
  address text not null,                        -- how to find it, as it is printed on the door
  longitude integer check (longitude between -1800000000 and 1800000000), -- WGS84, in 0.0000001 degrees
  latitude integer check (latitude between -900000000 and 900000000),
  phone text,                                   -- public number of the station
  facilities text[] not null default '{}',      -- facility keys of the preset
  step_free boolean not null,
  photo_ids uuid[] not null default '{}',
  hours jsonb not null,                         -- the week, public holidays, single days: as Hours in the contract
  from_at timestamptz,                          -- a mobile station stands here from, and until
  to_at timestamptz,
  version integer not null check (version >= 1),
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (region_id, id),
  constraint stations_slug unique (region_id, slug),
  constraint stations_position check ((longitude is null) = (latitude is null)),
  constraint stations_stands check (kind = 'fixed' or (from_at is not null and to_at > from_at))
);
create index stations_path on stations (region_id, path) where closed_at is null;
select net_region('stations');
grant select, insert, update on stations to linli_app;

-- What can be booked: a room, a desk, a service. Its times are cut out of the hours of the station.
create table bookables (
  region_id integer not null references regions,
  id uuid not null,
  station_id uuid not null,
  kind text not null check (kind in ('room', 'desk', 'service')),
  name text not null,
  minutes integer not null check (minutes between 5 and 720),   -- of one slot
  seats integer not null check (seats between 1 and 1000),      -- in one slot
  days_ahead integer not null check (days_ahead between 1 and 90),
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (region_id, id)
);
create index bookables_station on bookables (region_id, station_id);
select net_region('bookables');
grant select, insert, update on bookables to linli_app;

-- A slot that somebody has asked for: written by the first booking. Its seats never go out twice: the CHECK says so.
create table booking_slots (
  region_id integer not null references regions,
  bookable_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  seats integer not null,
  taken integer not null check (taken >= 0),
  waiting integer not null check (waiting >= 0),
  drawn integer not null check (drawn >= 0),    -- how many ever asked: the turn of the next
  primary key (region_id, bookable_id, starts_at),
  constraint booking_slots_seats check (taken <= seats),
  constraint booking_slots_waiting check (waiting = 0 or taken = seats)
);
create index booking_slots_over on booking_slots (region_id, ends_at);
select net_region('booking_slots');
grant select, insert, update on booking_slots to linli_app;

-- Whether somebody came is not kept: who did not come is not counted.
create table bookings (
  region_id integer not null references regions,
  id uuid not null,
  bookable_id uuid not null,
  path text collate "C" not null,               -- of the station
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  person_id uuid not null,
  by_person uuid not null,                      -- who booked: the person, or somebody on duty for a caller
  state text not null check (state in ('booked', 'waiting', 'cancelled')),
  turn integer not null,                        -- the waiting list goes by it
  asked_at timestamptz not null,
  moved_up_at timestamptz,
  remind_at timestamptz not null,
  reminded_at timestamptz,
  cancelled_at timestamptz,
  primary key (region_id, id),
  constraint bookings_turn unique (region_id, bookable_id, starts_at, turn)
);
create unique index bookings_once on bookings (region_id, bookable_id, starts_at, person_id) where state <> 'cancelled';
create index bookings_person on bookings (region_id, person_id, starts_at desc, id desc);
create index bookings_remind on bookings (region_id, remind_at) where state = 'booked' and reminded_at is null;
create index bookings_over on bookings (region_id, ends_at);
select net_apply('bookings', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system());
grant select, insert, update on bookings to linli_app;
