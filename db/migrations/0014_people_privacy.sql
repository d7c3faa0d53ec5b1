-- Consents, requests about one's own data, copies of it, erasures.

-- One row each time somebody agreed or took it back; what holds is the newest of a person and purpose. Append-only.
create table consents (
  region_id integer not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  version integer not null check (version >= 1),-- of the words that were shown
  given boolean not null,
  through text not null,                        -- operationId it came by
  at timestamptz not null,
  primary key (region_id, id)
);
create index consents_person on consents (region_id, person_id, purpose, at desc, id desc);
select net_apply('consents', net_me('person_id') || ' or ' || net_system());
grant select, insert on consents to linli_app;

-- What people ask the office about their data: a correction, an explanation, a person instead of the machine.
create table data_requests (
  region_id integer not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('correct', 'explain', 'person', 'guardian', 'other')),
  order_id uuid,                                -- which order it is about, if any
  path text collate "C" not null,               -- where the person lives, so that the office there answers
  words text not null,
  asked_at timestamptz not null,
  due_on date not null,
  answered_at timestamptz,
  answered_by uuid,
  outcome text check (outcome in ('done', 'partly', 'declined')),
  answer text,
  erased_at timestamptz,
  primary key (region_id, id),
  check ((answered_at is null) = (outcome is null))
);
create index data_requests_open on data_requests (region_id, due_on, id) where answered_at is null;
create index data_requests_person on data_requests (region_id, person_id, asked_at desc);
select net_apply('data_requests', net_me('person_id') || ' or ' || net_condition_area('path') || ' or ' || net_system());
grant select, insert, update on data_requests to linli_app;

-- A copy of one's data: asked for, made by a job, fetched, and taken away again.
create table data_exports (
  region_id integer not null,
  id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  ready_at timestamptz,
  storage_key text,
  bytes bigint,
  expires_at timestamptz,
  primary key (region_id, id)
);
create unique index data_exports_waiting on data_exports (region_id, person_id) where ready_at is null;
create index data_exports_person on data_exports (region_id, person_id, asked_at desc);
create index data_exports_open on data_exports (region_id, asked_at) where ready_at is null;
select net_apply('data_exports', net_me('person_id') || ' or ' || net_system());
grant select, insert, update on data_exports to linli_app;

-- Who asked to be erased. Waits seven days and can be taken back; afterwards the row is the list that a restore replays.
create table erasures (
  region_id integer not null,
  id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  cancelled_at timestamptz,
  erased_at timestamptz,
  finished_at timestamptz,                      -- nothing waits for an open order any more
  primary key (region_id, id)
);
create unique index erasures_one on erasures (region_id, person_id) where cancelled_at is null;
create index erasures_due on erasures (region_id, due_at) where cancelled_at is null and finished_at is null;
select net_apply('erasures', net_me('person_id') || ' or ' || net_system());
grant select, insert, update on erasures to linli_app;

-- The house's own hand reaches every table that it has to erase from and to keep the limits of.
select net_apply('saved_views', net_me('person_id') || ' or ' || net_system());

-- Who helped and took part in points before there was a record of it had agreed to that by joining.
do $$ declare known integer; begin
  for known in select id from regions loop
    perform set_config('app.region', known::text, true), set_config('app.system', 'on', true);
    insert into consents (region_id, id, person_id, purpose, version, given, through, at)
      select known, gen_random_uuid(), person_id, 'helping', 1, true, 'joinAsHelper', joined_at from helpers where region_id = known and left_at is null
      union all
      select known, gen_random_uuid(), person_id, 'points', 1, true, 'joinAsHelper', joined_at from helpers where region_id = known and left_at is null and points_opt_in;
  end loop;
  perform set_config('app.region', '', true), set_config('app.system', '', true);
end $$;
