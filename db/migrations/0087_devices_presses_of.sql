-- postgres-migrations disable-transaction
-- The presses of one device, the newest first.
create index concurrently if not exists device_presses_of on device_presses (region_id, device_id, pressed_at desc);
