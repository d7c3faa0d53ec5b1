-- What suggestions have learned, and how far the desk trusts them (docs/decisions). A model holds numbers and keys of items:
-- its features are hashes, so nobody has words in it.

create table suggestion_models (
  region_id integer not null references regions,
  id uuid not null,
  learned_at timestamptz not null,
  basis text not null check (basis in ('learned', 'catalogue')), -- which of the two did better on orders that were kept back
  examples integer not null check (examples >= 0),
  items integer not null check (items >= 0),
  first_percent integer not null check (first_percent between 0 and 100),     -- of those kept back: their item came first
  two_percent integer not null check (two_percent between 0 and 100),         -- or second
  names_percent integer not null check (names_percent between 0 and 100),     -- came first by the names of the items alone
  model bytea not null,
  primary key (region_id, id)
);
create index suggestion_models_newest on suggestion_models (region_id, learned_at desc);
select net_apply('suggestion_models', net_system());
grant select, insert, delete on suggestion_models to linli_app;

-- From which margin an item is filled in beforehand; no row and null are never. One row a change.
create table suggestion_terms (
  region_id integer not null references regions,
  version integer not null check (version >= 1),
  margin integer check (margin between 5 and 100),
  by_person uuid not null,
  at timestamptz not null,
  primary key (region_id, version)
);
select net_region('suggestion_terms');
grant select, insert on suggestion_terms to linli_app;
