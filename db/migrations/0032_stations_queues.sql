-- What happens at a station: numbers of a queue, things lent, guests without address or account; and the duties of its year.

-- How many numbers were drawn at a station today; whoever draws holds the row, so that no number goes out twice.
create table queue_days (
  region_id integer not null references regions,
  station_id uuid not null,
  day date not null,
  drawn integer not null check (drawn >= 0),
  primary key (region_id, station_id, day)
);
select net_region('queue_days');
grant select, insert, update on queue_days to linli_app;

-- A number. Who does not come when it is called is called again; that is not kept against anybody.
create table queue_tickets (
  region_id integer not null references regions,
  id uuid not null,
  station_id uuid not null,
  path text collate "C" not null,               -- of the station
  day date not null,
  number integer not null check (number >= 1),
  person_id uuid,                               -- null: somebody at the counter, of whom nothing is kept
  state text not null check (state in ('waiting', 'called', 'ended')),
  counter text,                                 -- where to go
  taken_at timestamptz not null,
  called_at timestamptz,                        -- the last time
  ended_at timestamptz,
  primary key (region_id, id),
  constraint queue_tickets_number unique (region_id, station_id, day, number),
  check ((state = 'waiting') = (called_at is null) or state = 'ended'),
  check ((state = 'ended') = (ended_at is not null))
);
create unique index queue_tickets_once on queue_tickets (region_id, station_id, day, person_id) where state <> 'ended' and person_id is not null;
create index queue_tickets_open on queue_tickets (region_id, station_id, day, number) where state <> 'ended';
create index queue_tickets_person on queue_tickets (region_id, person_id, taken_at desc);
create index queue_tickets_path on queue_tickets (region_id, path);
select net_apply('queue_tickets', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system());
grant select, insert, update on queue_tickets to linli_app;

-- Umbrellas, chargers, reading glasses. The CHECK says that no piece goes out twice.
create table lendables (
  region_id integer not null references regions,
  id uuid not null,
  station_id uuid not null,
  name text not null,
  pieces integer not null check (pieces between 1 and 1000),
  lent integer not null default 0,
  days integer not null check (days between 1 and 60), -- for how long
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (region_id, id),
  constraint lendables_pieces check (lent between 0 and pieces)
);
create index lendables_station on lendables (region_id, station_id);
select net_region('lendables');
grant select, insert, update on lendables to linli_app;

-- One piece that is out. When it comes back the row names nobody any more.
create table loans (
  region_id integer not null references regions,
  id uuid not null,
  lendable_id uuid not null,
  path text collate "C" not null,               -- of the station
  person_id uuid,                               -- only of somebody who is registered, to be reminded
  tag text,                                     -- the number plate that was handed out with it
  lent_at timestamptz not null,
  due_at timestamptz not null,
  reminded_at timestamptz,
  returned_at timestamptz,
  primary key (region_id, id),
  constraint loans_nobody check (returned_at is null or person_id is null)
);
create index loans_out on loans (region_id, lendable_id) where returned_at is null;
create index loans_person on loans (region_id, person_id);
create index loans_remind on loans (region_id, due_at) where returned_at is null and reminded_at is null;
create index loans_path on loans (region_id, path);
select net_apply('loans', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system());
grant select, insert, update on loans to linli_app;

-- Somebody who scanned the code of a station and has neither address nor account here. What they do is theirs as long
-- as they hold the secret, of which only the hash is kept.
create table guests (
  region_id integer not null references regions,
  person_id uuid not null,
  account_id uuid not null,
  station_id uuid not null,
  secret_hash bytea not null,
  phone_cipher text,                            -- only a number that answered a code
  came_at timestamptz not null,
  primary key (region_id, person_id),
  constraint guests_secret unique (region_id, secret_hash)
);
create index guests_station on guests (region_id, station_id, came_at);
create index guests_came on guests (region_id, came_at);
select net_apply('guests', net_me('person_id') || ' or ' || net_system());
grant select, insert, update on guests to linli_app;

-- A roster of a station, who asked for its plan, and when the plan could not be made.
alter table rosters add column station_id uuid, add column planned_by uuid, add column plan_failed_at timestamptz;

-- 值班日志: what was seen and handed over. Only added.
create table duty_log (
  region_id integer not null references regions,
  id uuid not null,
  duty_id uuid not null,
  roster_id uuid not null,
  post_id uuid not null,
  path text collate "C" not null,               -- of the roster
  kind text not null check (kind in ('check', 'hazard', 'handOver')),
  text text not null,
  order_id uuid,                                -- placed by its own door
  by_person uuid not null,
  at timestamptz not null,
  primary key (region_id, id),
  check (kind = 'hazard' or order_id is null)
);
create index duty_log_roster on duty_log (region_id, roster_id, at desc, id desc);
create index duty_log_post on duty_log (region_id, post_id, at desc);
create index duty_log_person on duty_log (region_id, by_person);
create index duty_log_path on duty_log (region_id, path);
select net_apply('duty_log', net_condition_area('path') || ' or ' || net_me('by_person') || ' or ' || net_system());
grant select, insert, update (path) on duty_log to linli_app; -- a redraw takes it along

-- The random address at which somebody keeps their duties in the calendar of their phone; a new one ends the old.
create table duty_calendars (
  region_id integer not null references regions,
  person_id uuid not null,
  secret_hash bytea not null,
  opened_at timestamptz not null,
  primary key (region_id, person_id),
  constraint duty_calendars_secret unique (region_id, secret_hash)
);
select net_apply('duty_calendars', net_me('person_id') || ' or ' || net_system());
grant select, insert, update on duty_calendars to linli_app;
