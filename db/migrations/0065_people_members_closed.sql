-- Who was in a team when it was closed; who was asked and had not answered is asked no more.
alter table team_members
  drop constraint team_members_ending,
  add constraint team_members_ending check (ending in ('declined', 'left', 'steppedDown', 'ended', 'changed', 'closed')) not valid;
alter table team_members validate constraint team_members_ending;
