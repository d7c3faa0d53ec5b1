-- One-key devices: service buttons in the homes of old people (docs/decisions). Each has one holder at a time; a press is one live
-- matter however often it is pressed, with one order, a call back, and where it is danger or nobody answers, waves of people who are
-- asked to go. Rows are read by the room by its own hand only, for whoever answers for the area and for those who were asked.

create table devices (
  region_id integer not null references regions,
  id uuid not null,
  serial text not null,                         -- as printed on it: its name at every door
  kind text not null check (kind in ('button', 'pendant', 'landline')),
  model text not null,
  state text not null check (state in ('stock', 'bound', 'retired')),
  path text collate "C" not null,               -- of the home; in stock of whoever keeps it
  person_id uuid,                               -- whose it is now
  household_id uuid,
  language text check (language in ('mandarin', 'dialect', 'written')),
  phone_cipher text,                            -- the number to call back; null: the number of the person
  phone_tail text,
  key_hash bytea,                               -- of what it proves itself with at the broker
  key_at timestamptz,
  battery integer check (battery between 0 and 100),
  heard_at timestamptz,                         -- last sign of life
  tested_at timestamptz,                        -- last test press
  quiet_order_id uuid,                          -- the order that asks somebody to look after it
  quiet_at timestamptz,
  bound_at timestamptz,
  retired_at timestamptz,
  version integer not null check (version >= 1),
  by_person uuid not null,
  added_at timestamptz not null,
  primary key (region_id, id),
  check ((state = 'bound') = (person_id is not null)),
  check ((state = 'bound') = (bound_at is not null)),
  check ((state = 'retired') = (retired_at is not null)),
  check ((quiet_order_id is null) = (quiet_at is null))
);
create unique index devices_serial on devices (region_id, serial);
create index devices_path on devices (region_id, path, id);
create index devices_person on devices (region_id, person_id) where person_id is not null;
create index devices_household on devices (region_id, household_id) where household_id is not null;
create index devices_heard on devices (region_id, heard_at) where state = 'bound';
select net_apply('devices', net_system());
grant select, insert, update on devices to linli_app;

-- Who had a device when.
create table device_bindings (
  region_id integer not null references regions,
  id uuid not null,
  device_id uuid not null,
  person_id uuid not null,
  household_id uuid,
  by_person uuid not null,
  from_at timestamptz not null,
  ended_by uuid,
  to_at timestamptz,
  primary key (region_id, id),
  check ((ended_by is null) = (to_at is null))
);
create unique index device_bindings_now on device_bindings (region_id, device_id) where to_at is null;
create index device_bindings_device on device_bindings (region_id, device_id, from_at desc);
create index device_bindings_person on device_bindings (region_id, person_id);
select net_apply('device_bindings', net_system());
grant select, insert, update on device_bindings to linli_app;

-- Whom to reach for the holder, in this order. They go when the device is given back.
create table device_contacts (
  region_id integer not null references regions,
  id uuid not null,
  device_id uuid not null,
  holder_id uuid not null,                      -- whose device
  place integer not null check (place between 1 and 5),
  kind text not null check (kind in ('family', 'neighbour')),
  name text not null,
  phone_cipher text not null,
  phone_hmac bytea not null,                    -- finds the account that is told
  phone_tail text not null,
  nights boolean not null,                      -- agreed to be asked between 21:00 and 7:00
  at timestamptz not null,
  primary key (region_id, id)
);
create unique index device_contacts_place on device_contacts (region_id, device_id, place);
create index device_contacts_holder on device_contacts (region_id, holder_id);
create index device_contacts_phone on device_contacts (region_id, phone_hmac);
select net_apply('device_contacts', net_system());
grant select, insert, delete on device_contacts to linli_app;

-- Messages that must count once, by the key that the device or its gateway gave them.
create table device_messages (
  region_id integer not null references regions,
  device_id uuid not null,
  key text not null,
  kind text not null check (kind in ('press', 'test', 'cancel')),
  door text not null check (door in ('broker', 'bridge', 'webhook')),
  at timestamptz not null,
  primary key (region_id, device_id, key)
);
select net_apply('device_messages', net_system());
grant select, insert on device_messages to linli_app;

-- A press and what came of it. Pressing again while it lives joins it.
create table device_presses (
  region_id integer not null references regions,
  id uuid not null,
  device_id uuid not null,
  person_id uuid not null,                      -- who pressed
  path text collate "C" not null,
  order_id uuid not null,
  stage text not null check (stage in ('calling', 'emergency', 'ended')),
  presses integer not null check (presses >= 1),
  pressed_at timestamptz not null,
  last_at timestamptz not null,
  taken_by uuid,                                -- who is calling back
  taken_at timestamptz,
  next_at timestamptz,                          -- when silence is answered by the next step
  why text check (why in ('danger', 'silence')),
  emergency_at timestamptz,
  wave integer not null check (wave >= 0),
  ring_at timestamptz,                          -- nobody acknowledged any wave: somebody must be rung up
  going_by uuid,
  going_at timestamptz,
  seen_by uuid,
  seen_how text check (seen_how in ('saw', 'spoke')),
  outcome text check (outcome in ('service', 'test', 'falseAlarm', 'reassurance', 'seen', 'settled')),
  ended_by uuid,
  ended_at timestamptz,
  version integer not null check (version >= 1),
  primary key (region_id, id),
  check ((stage = 'ended') = (ended_at is not null)),
  check ((ended_at is null) = (outcome is null)),
  check ((why is null) = (emergency_at is null)),
  -- An emergency closes only after somebody saw or spoke to the person.
  check (outcome is null or emergency_at is null or seen_how is not null)
);
create unique index device_presses_live on device_presses (region_id, device_id) where ended_at is null;
create index device_presses_open on device_presses (region_id, path) where ended_at is null;
create index device_presses_next on device_presses (region_id, next_at) where ended_at is null and next_at is not null;
create index device_presses_past on device_presses (region_id, pressed_at desc, id desc);
create index device_presses_person on device_presses (region_id, person_id);
create index device_presses_order on device_presses (region_id, order_id);
select net_apply('device_presses', net_system());
grant select, insert, update on device_presses to linli_app;

-- Who was asked to go, in which wave and why, and what they said.
create table device_press_asked (
  region_id integer not null references regions,
  press_id uuid not null,
  person_id uuid not null,
  holder_id uuid not null,                      -- who pressed
  wave integer not null check (wave >= 1),
  why text not null check (why in ('pairedGridWorker', 'station', 'neighbours', 'family')),
  asked_at timestamptz not null,
  answer text check (answer in ('going', 'there', 'cannot')),
  answered_at timestamptz,
  primary key (region_id, press_id, person_id),
  check ((answer is null) = (answered_at is null))
);
create index device_press_asked_person on device_press_asked (region_id, person_id, asked_at desc);
create index device_press_asked_holder on device_press_asked (region_id, holder_id);
select net_apply('device_press_asked', net_system());
grant select, insert, update on device_press_asked to linli_app;

-- What was done, step by step, in codes.
create table device_press_steps (
  region_id integer not null references regions,
  id uuid not null,
  press_id uuid not null,
  holder_id uuid not null,                      -- who pressed
  verb text not null check (verb in ('pressed', 'pressedAgain', 'cancelled', 'taken', 'danger', 'silence', 'wave', 'louder',
    'ring', 'going', 'there', 'cannot', 'handedOver', 'seen', 'ended')),
  by_person uuid,
  wave integer,
  people integer,                               -- how many were asked
  service text check (service in ('police', 'fire', 'ambulance')),
  at timestamptz not null,
  primary key (region_id, id)
);
create index device_press_steps_press on device_press_steps (region_id, press_id, at);
create index device_press_steps_holder on device_press_steps (region_id, holder_id);
create index device_press_steps_by on device_press_steps (region_id, by_person) where by_person is not null;
select net_apply('device_press_steps', net_system());
grant select, insert on device_press_steps to linli_app;
