-- Other names that an area or a compound goes by, and how far the import of a long register has come.

-- Old names, nicknames, street numbers. Ended, never deleted: what a place was called is its history.
create table area_aliases (
  region_id integer not null,
  id uuid not null,
  path text collate "C" not null,               -- the area, or for a compound the area that its buildings lie in
  compound text,                                -- the compound's name as its buildings carry it; null: the area itself
  alias text not null,
  kind text not null check (kind in ('formerName', 'nickname', 'streetNumber', 'other')),
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (region_id, id)
);
create unique index area_aliases_now on area_aliases (region_id, path, coalesce(compound, ''), alias) where to_at is null;
create index area_aliases_path on area_aliases (region_id, path);
select net_region('area_aliases');
grant select, insert, update on area_aliases to linli_app;

-- One row per import that took longer than a request waits. The effect and `over` stand in one commit; a row that went
-- quiet before that belongs to a server that is gone, and wrote nothing.
create table register_runs (
  region_id integer not null,
  id uuid not null,
  register text not null,
  by_person uuid not null,
  state text not null check (state in ('waiting', 'reading', 'checking', 'writing', 'over', 'lost')),
  rows_read integer not null default 0,
  rows_checked integer not null default 0,
  rows_to_write integer not null default 0,
  rows_written integer not null default 0,
  refused text,                                 -- why the file could not be read
  result jsonb,                                 -- the answer, when it is over
  started_at timestamptz not null,
  beat_at timestamptz not null,                 -- when its server last said that it works on it
  primary key (region_id, id),
  check ((state = 'over') = (result is not null or refused is not null))
);
create index register_runs_started on register_runs (region_id, started_at);
select net_apply('register_runs', net_me('by_person') || ' or ' || net_system());
grant select, insert, update on register_runs to linli_app;
