-- May be put on the rosters of the months to come too, until they say otherwise.
alter table roster_members add column stands boolean not null default false;
