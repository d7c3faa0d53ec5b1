-- Days somebody would rather have, and whether the station may say who is there.
alter table roster_members
  add column wish_days date[] not null default '{}',
  add column show_name boolean not null default false;
