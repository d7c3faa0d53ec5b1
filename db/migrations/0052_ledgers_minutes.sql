-- How long one entry of a paper ledger took by hand, as a place measured it. A figure holds from its month on and the
-- months before keep theirs, so nothing here is ever changed: another row is added.
create table ledger_minutes (
  region_id integer not null references regions,
  id uuid not null,
  book text not null,                           -- the paper ledger, by its key in the rules of the place
  since date not null check (extract(day from since) = 1), -- the first day of the month it holds from
  minutes integer not null check (minutes between 1 and 240),
  ground text not null,                         -- how it was measured
  by_person uuid not null,
  at timestamptz not null,
  primary key (region_id, id)
);
create index ledger_minutes_book on ledger_minutes (region_id, book, since desc, at desc);
select net_region('ledger_minutes');
grant select, insert on ledger_minutes to linli_app;
