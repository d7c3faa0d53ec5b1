-- postgres-migrations disable-transaction
-- The slots that one activity holds, to give them back.
create index concurrently if not exists booking_slots_held on booking_slots (region_id, held_by) where held_by is not null;
