-- A roster says why it was opened, follows the one of the month before, and is closed when it is over.
alter table rosters
  add column reason text,                       -- why people are called, as whoever is asked reads it
  add column series_id uuid,                    -- the first roster of a row of months; null for that one itself
  add column closed_at timestamptz,
  add column closed_by uuid;
alter table rosters add constraint rosters_closed check ((closed_at is null) = (closed_by is null)) not valid;
alter table rosters validate constraint rosters_closed;
