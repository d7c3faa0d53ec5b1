-- Activities (活动): what is on, who has signed up, who helped, how many were there. One row is one date; a series shares its series_id.

create table activities (
  region_id integer not null references regions,
  id uuid not null,
  slug text not null,                           -- random; in public addresses and calendars
  series_id uuid,
  kind text not null,                           -- preset key of the kind
  theme text,                                   -- preset key of the theme
  title text not null,
  words text not null,                          -- what will happen
  unit_id uuid,                                 -- who organises it
  path text collate "C" not null,               -- the area whose activity it is
  station_id uuid,                              -- held there
  place text not null,                          -- how to find it
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  for_whom text,
  bring text,                                   -- what to bring
  phone text,                                   -- public number to ask
  sign_up boolean not null,                     -- false: just come
  state text not null check (state in ('planned', 'published', 'calledOff', 'held')),
  version integer not null check (version >= 1),
  door_code text not null,                      -- at the door; says that somebody is there and nothing else
  planned_by uuid not null,
  planned_at timestamptz not null,
  published_at timestamptz,
  called_off_at timestamptz,
  call_off_reason text,
  heads integer check (heads between 0 and 1000000), -- how many were there, people without an account among them
  helped_minutes integer not null default 0,
  summary text,
  held_at timestamptz,
  primary key (region_id, id),
  constraint activities_slug unique (region_id, slug),
  constraint activities_times check (ends_at > starts_at),
  constraint activities_held check ((state = 'held') = (held_at is not null) and (state <> 'held' or heads is not null)),
  constraint activities_called_off check ((state = 'calledOff') = (called_off_at is not null))
);
create index activities_when on activities (region_id, starts_at, id);
create index activities_over on activities (region_id, ends_at);
create index activities_series on activities (region_id, series_id) where series_id is not null;
create index activities_path on activities (region_id, path);
select net_region('activities');
grant select, insert, update on activities to linli_app;

-- Seats of those who come and posts of those who help. They never go out twice: the CHECK says so. Without a number they do not run out.
create table activity_seats (
  region_id integer not null references regions,
  activity_id uuid not null,
  part text not null check (part in ('attend', 'help')),
  seats integer check (seats between 0 and 100000), -- 0: none are offered
  taken integer not null check (taken >= 0),
  waiting integer not null check (waiting >= 0),
  drawn integer not null check (drawn >= 0),    -- how many ever asked: the turn of the next
  arrived integer not null default 0 check (arrived >= 0),
  primary key (region_id, activity_id, part),
  constraint activity_seats_taken check (taken <= seats),
  constraint activity_seats_waiting check (waiting = 0 or taken >= seats)
);
select net_region('activity_seats');
grant select, insert, update on activity_seats to linli_app;

-- Who arrived is marked until the activity is over, so that nobody is counted twice; then the mark goes. Who did not come is not kept.
create table activity_signups (
  region_id integer not null references regions,
  id uuid not null,
  activity_id uuid not null,
  part text not null check (part in ('attend', 'help')),
  path text collate "C" not null,               -- of the activity
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  person_id uuid not null,                      -- who comes
  told_person uuid not null,                    -- who hears of it: the person, or who signed up a member of the own household
  by_person uuid not null,                      -- who signed up: one of these, or somebody on duty for a caller
  guardian_id uuid,                             -- who agreed for a child
  state text not null check (state in ('signedUp', 'waiting', 'cancelled')),
  turn integer not null,                        -- the waiting list goes by it
  asked_at timestamptz not null,
  moved_up_at timestamptz,
  remind_at timestamptz not null,
  reminded_at timestamptz,
  cancelled_at timestamptz,
  arrived_at timestamptz,
  primary key (region_id, id),
  constraint activity_signups_turn unique (region_id, activity_id, part, turn)
);
create unique index activity_signups_once on activity_signups (region_id, activity_id, person_id) where state <> 'cancelled';
create index activity_signups_person on activity_signups (region_id, person_id, starts_at desc, id desc);
create index activity_signups_told on activity_signups (region_id, told_person, starts_at desc, id desc);
create index activity_signups_remind on activity_signups (region_id, remind_at) where state = 'signedUp' and reminded_at is null;
create index activity_signups_over on activity_signups (region_id, ends_at);
create index activity_signups_arrived on activity_signups (region_id, ends_at) where arrived_at is not null and part = 'attend';
create index activity_signups_path on activity_signups (region_id, path);
select net_apply('activity_signups', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_me('told_person') || ' or ' || net_system());
grant select, insert, update on activity_signups to linli_app;

-- Hours of helpers, confirmed by whoever is on duty; the record of service.
create table activity_help (
  region_id integer not null references regions,
  id uuid not null,                             -- of the sign-up
  activity_id uuid not null,
  person_id uuid not null,
  path text collate "C" not null,
  minutes integer not null check (minutes between 1 and 1440),
  confirmed_by uuid not null,
  at timestamptz not null,
  primary key (region_id, id),
  check (person_id <> confirmed_by)
);
create index activity_help_person on activity_help (region_id, person_id, at desc);
create index activity_help_activity on activity_help (region_id, activity_id);
create index activity_help_at on activity_help (region_id, at);
create index activity_help_path on activity_help (region_id, path);
select net_apply('activity_help', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system());
grant select, insert, update on activity_help to linli_app;

-- Shown in public only after somebody else has looked at it; taken down for good as soon as somebody in it objects.
create table activity_photos (
  region_id integer not null references regions,
  id uuid not null,                             -- of the file
  activity_id uuid not null,
  path text collate "C" not null,
  people text not null check (people in ('nobody', 'agreed')), -- nobody can be known in it, or everybody who can was asked and agreed
  added_by uuid not null,
  added_at timestamptz not null,
  checked_by uuid,
  checked_at timestamptz,
  shown boolean not null default false,
  removed_at timestamptz,
  primary key (region_id, id),
  constraint activity_photos_checked check ((checked_by is null) = (checked_at is null)),
  constraint activity_photos_four_eyes check (checked_by <> added_by),
  constraint activity_photos_shown check (not shown or (checked_at is not null and removed_at is null))
);
create index activity_photos_activity on activity_photos (region_id, activity_id);
create index activity_photos_removed on activity_photos (region_id, removed_at) where removed_at is not null;
create index activity_photos_added on activity_photos (region_id, added_at);
create index activity_photos_path on activity_photos (region_id, path);
select net_region('activity_photos');
grant select, insert, update on activity_photos to linli_app;
