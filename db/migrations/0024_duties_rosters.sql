-- Rosters: who stands where and when, for a crisis or for the year of a station.

-- One roster: a purpose, an area and days, divided into shifts. Names nobody.
create table rosters (
  region_id integer not null references regions,
  id uuid not null,
  purpose text not null check (purpose in ('crisis', 'duty')),
  title text not null,
  path text collate "C" not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  shifts jsonb not null,                        -- [{key, name, start "08:00", minutes}]
  rest_hours integer not null check (rest_hours between 0 and 48),
  week_hours integer not null check (week_hours between 1 and 168),
  state text not null check (state in ('open', 'planning', 'proposed', 'accepted')),
  progress integer not null default 0 check (progress between 0 and 100),
  outcome jsonb,                                -- of the last proposal: {seats, filled, bound, gaps, spread}
  opened_by uuid,
  opened_at timestamptz not null,
  proposed_at timestamptz,
  accepted_by uuid,
  accepted_at timestamptz,
  version integer not null default 1,
  primary key (region_id, id),
  check ((state = 'accepted') = (accepted_at is not null))
);
create index rosters_path on rosters (region_id, path, from_on desc);
create index rosters_planning on rosters (region_id, id) where state = 'planning';
select net_region('rosters');
grant select, insert, update on rosters to linli_app;

-- 定岗定职定标准: a gate, a door or a desk, and how many stand there in each shift.
create table roster_posts (
  region_id integer not null,
  id uuid not null,
  roster_id uuid not null,
  name text not null,
  place text not null,
  tasks text not null,                          -- what is done here and how well, as whoever stands there reads it
  needed integer not null check (needed between 1 and 100),
  skill text,                                   -- preset key that everybody here must have
  primary key (region_id, id)
);
create index roster_posts_roster on roster_posts (region_id, roster_id);
select net_region('roster_posts');
grant select, insert on roster_posts to linli_app;

-- Who was asked and what they answered; nobody is put on a roster without their yes.
create table roster_members (
  region_id integer not null,
  roster_id uuid not null,
  person_id uuid not null,
  path text collate "C" not null,               -- of the roster, for the net
  answer text not null check (answer in ('asked', 'yes', 'no')),
  off_days date[] not null default '{}',        -- cannot come
  off_shifts text[] not null default '{}',      -- keys of shifts
  wishes text[] not null default '{}',          -- keys of shifts they would rather have
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (region_id, roster_id, person_id),
  check ((answer = 'asked') = (answered_at is null))
);
create index roster_members_person on roster_members (region_id, person_id, asked_at desc);
select net_apply('roster_members', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system());
grant select, insert, update on roster_members to linli_app;

-- One person at one post for one shift. A proposal's rows are replaced by the next proposal; accepted ones stay.
create table duties (
  region_id integer not null,
  id uuid not null,
  roster_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  path text collate "C" not null,               -- of the roster, for the net
  shift text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  accepted boolean not null default false,
  signed_in_at timestamptz,
  signed_out_at timestamptz check (signed_out_at >= signed_in_at),
  confirmed_minutes integer check (confirmed_minutes between 0 and 2880),
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (region_id, id),
  check (accepted or signed_in_at is null),
  check ((confirmed_at is null) = (confirmed_minutes is null)),
  -- Nobody is in two places at once, whichever rosters they are on.
  constraint duties_one_place exclude using gist
    (region_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&) where (accepted)
);
create index duties_roster on duties (region_id, roster_id, starts_at);
create index duties_person on duties (region_id, person_id, starts_at) where accepted;
select net_apply('duties', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system());
grant select, insert, update, delete on duties to linli_app;

-- 换班: asked among those of the roster, taken by one, confirmed by the office; only then does the duty change hands.
create table duty_swaps (
  region_id integer not null,
  id uuid not null,
  duty_id uuid not null,
  path text collate "C" not null,               -- of the roster, for the net
  from_person uuid not null,
  to_person uuid check (to_person <> from_person),
  state text not null check (state in ('asked', 'agreed', 'confirmed', 'withdrawn', 'declined')),
  asked_at timestamptz not null,
  agreed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  primary key (region_id, id),
  check (state not in ('agreed', 'confirmed') or to_person is not null),
  check ((state in ('confirmed', 'withdrawn', 'declined')) = (ended_at is not null))
);
-- Of two swaps of one duty asked at once one is written.
create unique index duty_swaps_open on duty_swaps (region_id, duty_id) where ended_at is null;
create index duty_swaps_to on duty_swaps (region_id, to_person);
create index duty_swaps_from on duty_swaps (region_id, from_person);
select net_apply('duty_swaps', net_condition_area('path') || ' or ' || net_me('from_person') || ' or ' || net_me('to_person') || ' or ' || net_system());
grant select, insert, update on duty_swaps to linli_app;
