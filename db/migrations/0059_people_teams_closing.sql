-- A team that is closed keeps its history; its members read why, and who was asked and had not answered is asked no more.
alter table teams
  add column closed_by uuid,
  add column closed_words text;
alter table team_members
  drop constraint team_members_ending,
  add constraint team_members_ending check (ending in ('declined', 'left', 'steppedDown', 'ended', 'changed', 'closed')) not valid;
alter table team_members validate constraint team_members_ending;
