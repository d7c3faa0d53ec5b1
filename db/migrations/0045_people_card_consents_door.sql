-- A consent may also be pressed at the door, by the person, on the phone of whoever called.
-- The check is widened, so nothing that the version before writes is refused.
select schema_needs(42);
alter table card_consents
  drop constraint card_consents_way_check,
  add constraint card_consents_way_check check (way in ('phone', 'paper', 'own', 'door')) not valid,
  add column pressed_at timestamptz, -- at the door: by the clock of the phone
  add column present_id uuid;        -- at the door: the second who was there
alter table card_consents validate constraint card_consents_way_check;
