-- Backups: the way in for their copy, and what became of each run.

-- Row-level security is forced, so the owner sees a region at a time and of some tables not even that; a copy must have
-- every row. This opens every table to one role alone, the owner's, and only while it says that it copies. Requests take
-- linli_app, for which there is no such policy whatever it says.
create function net_copies() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.copy', true), '') = 'on' $$;
create function net_open_to_copy(tbl regclass) returns void language plpgsql as $$
begin
  execute format('drop policy if exists net_copy on %s', tbl);
  execute format('create policy net_copy on %s for select to current_user using (net_copies())', tbl);
end $$;

create or replace function net_apply(tbl regclass, visible text) returns void language plpgsql as $$
declare region text := 'region_id = net_region_id()';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('drop policy if exists net_read on %1$s; drop policy if exists net_insert on %1$s; drop policy if exists net_update on %1$s; drop policy if exists net_delete on %1$s', tbl);
  execute format('create policy net_read on %s for select using (%s and (%s))', tbl, region, visible);
  execute format('create policy net_insert on %s for insert with check (%s)', tbl, region);
  execute format('create policy net_update on %s for update using (%s and (%s)) with check (%s)', tbl, region, visible, region);
  execute format('create policy net_delete on %s for delete using (%s and (%s))', tbl, region, visible);
  perform net_open_to_copy(tbl);
end $$;
revoke execute on function net_open_to_copy(regclass), net_apply(regclass, text) from public;

do $$ declare t regclass; begin
  for t in select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity loop
    perform net_open_to_copy(t);
  end loop;
end $$;

-- Every run of a backup and of a drill, over all regions. The unique night lets one of several processes take it.
create table backup_runs (
  id uuid primary key,
  kind text not null check (kind in ('backup', 'drill')),
  night date,                                   -- the night it was due; null when somebody asked for it
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text check (outcome in ('good', 'failed')),
  problem text,                                 -- the code of what went wrong
  file_name text,
  snapshot_at timestamptz,
  bytes bigint,
  sha256 text,
  row_count bigint,
  file_count integer,
  missing_files integer,                        -- known to the register and not in the storage, or with other bytes
  tables_compared integer,                      -- drills: tables that came back equal by count and hash
  seconds integer,
  unique (kind, night)
);
create index backup_runs_newest on backup_runs (kind, started_at desc);
grant select, insert, update on backup_runs to linli_app;
