-- A team has a leader, deputies and members who were asked and said yes; units and further teams may stand in it (1+2+N).
alter table team_members
  add column part text not null default 'member',
  add column is_asked boolean not null default false,      -- put forward, has not answered yet: in the team only from the yes
  add column ending text;
alter table team_members add constraint team_members_part check (part in ('leader', 'deputy', 'member')) not valid;
alter table team_members add constraint team_members_ending check (ending in ('declined', 'left', 'steppedDown', 'ended', 'changed')) not valid;
alter table team_members validate constraint team_members_part;
alter table team_members validate constraint team_members_ending;

create table team_allies (
  region_id integer not null references regions,
  id uuid not null,
  team_id uuid not null,
  unit_id uuid,                                            -- a unit that answers for the team beside its leader
  squad_id uuid,                                           -- or a further team that belongs to it
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (region_id, id),
  check (num_nonnulls(unit_id, squad_id) = 1),
  check (squad_id <> team_id)
);
create unique index team_allies_unit_now on team_allies (region_id, team_id, unit_id) where to_at is null and unit_id is not null;
create unique index team_allies_squad_now on team_allies (region_id, squad_id) where to_at is null and squad_id is not null;
create index team_allies_team on team_allies (region_id, team_id);
select net_region('team_allies');
grant select, insert, update on team_allies to linli_app;
