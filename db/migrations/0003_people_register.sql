-- One row per human per region, with posts, skills, teams and hours. Names are masked by default, phones are encrypted.

create table people (
  region_id integer not null references regions,
  id uuid not null,
  account_id uuid,
  name text not null,
  phone_cipher text,
  phone_hmac bytea,
  phone_tail text,                              -- first three and last four digits, for the mask
  path text collate "C",                        -- where the person lives or works
  household_id uuid,
  needs_two_eyes boolean not null default false,-- a refusal or closing needs a second person
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (region_id, id)
);
create unique index people_account on people (region_id, account_id) where account_id is not null;
create unique index people_phone on people (region_id, phone_hmac) where phone_hmac is not null;
create index people_path on people (region_id, path);
select net_region('people');
grant select, insert, update on people to linli_app;

create table posts (
  region_id integer not null references regions,
  id uuid not null,
  person_id uuid not null,
  post text not null,                           -- preset key: gridHead, buildingHead ...
  area_path text collate "C",
  unit_id uuid,
  from_on date not null,
  to_on date,
  primary key (region_id, id),
  check ((area_path is null) <> (unit_id is null))
);
create unique index posts_now on posts (region_id, person_id, post, coalesce(area_path, ''), coalesce(unit_id, '00000000-0000-0000-0000-000000000000')) where to_on is null;
create index posts_person on posts (region_id, person_id);
select net_region('posts');
grant select, insert, update on posts to linli_app;

create table helpers (
  region_id integer not null references regions,
  person_id uuid not null,
  path text collate "C" not null,               -- where the helper starts from
  serves_path text collate "C" not null,        -- the widest area the helper agreed to
  quota integer not null check (quota between 0 and 50),
  home_entry boolean not null default false,    -- 入户资质: yes or no, nothing more
  night_emergencies boolean not null default false,
  on_leave_until date,
  points_opt_in boolean not null default false,
  hours jsonb not null default '[]',            -- [{weekday 1..7, from "08:00", to "20:00"}]; empty means any time
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (region_id, person_id)
);
select net_region('helpers');
grant select, insert, update on helpers to linli_app;

create table helper_skills (
  region_id integer not null references regions,
  id uuid not null,
  person_id uuid not null,
  skill text not null,
  verified_by uuid,                             -- null: said by the helper, not yet verified
  verified_at timestamptz,
  to_at timestamptz,
  primary key (region_id, id)
);
create unique index helper_skills_now on helper_skills (region_id, person_id, skill) where to_at is null;
select net_region('helper_skills');
grant select, insert, update on helper_skills to linli_app;

create table teams (
  region_id integer not null references regions,
  id uuid not null,
  kind text not null,                           -- preset key of the service team
  name text not null,
  path text collate "C" not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (region_id, id)
);
select net_region('teams');
grant select, insert, update on teams to linli_app;

create table team_members (
  region_id integer not null references regions,
  id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (region_id, id)
);
create unique index team_members_now on team_members (region_id, team_id, person_id) where to_at is null;
create index team_members_person on team_members (region_id, person_id) where to_at is null;
select net_region('team_members');
grant select, insert, update on team_members to linli_app;
