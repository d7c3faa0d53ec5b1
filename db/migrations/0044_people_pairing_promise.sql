-- How often the pairs of a plan keep in touch, as whoever planned them promised; null where nothing is promised. Nobody counts
-- whether it was kept. And when both sides of an accepted plan were told.
alter table pairing_plans
  add column every text,
  add column told_at timestamptz,
  add constraint pairing_plans_every check (every in ('week', 'month', 'quarter')) not valid;
alter table pairing_plans validate constraint pairing_plans_every;
