-- A unit reports what it did in a community in a span of days. The row holds no figure: they are read from the cards that their
-- members agreed to send and from promises kept, so that a card that is taken back leaves the report too.
create table unit_reports (
  region_id integer not null references regions,
  id uuid not null,
  check_in_id uuid not null,
  unit_id uuid not null,
  path text collate "C" not null,               -- of the check-in
  number text not null,
  from_on date not null,
  to_on date not null,
  state text not null check (state in ('drawn', 'answered')),
  answer text,                                  -- what the unit says of it
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  version integer not null check (version >= 1),
  primary key (region_id, id),
  constraint unit_reports_number unique (region_id, number),
  constraint unit_reports_days check (to_on >= from_on),
  constraint unit_reports_answered check ((state = 'answered') = (answered_at is not null) and (answered_by is null) = (answered_at is null))
);
create index unit_reports_path on unit_reports (region_id, path, drawn_at desc, id desc);
create index unit_reports_newest on unit_reports (region_id, drawn_at desc, id desc);
create index unit_reports_unit on unit_reports (region_id, unit_id, drawn_at desc, id desc);
select net_apply('unit_reports', net_condition_area('path') || ' or ' || net_system()
  || $$ or coalesce(unit_id = any (nullif(current_setting('app.units', true), '')::uuid[]), false)$$);
grant select, insert, update on unit_reports to linli_app;
