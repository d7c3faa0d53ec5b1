-- Whom each wave of an offer asked, and whom it left out by which rule, as it was in that moment: so that whoever was not
-- chosen can read why. Codes and two counts; nothing weighs a person.
create table order_reach (
  region_id integer not null references regions,
  order_id uuid not null,
  version integer not null,                     -- the event that asked
  person_id uuid not null,                      -- a helper who serves there
  wave integer not null check (wave >= 1),
  reason text check (reason in ('area', 'skill', 'homeEntry', 'leave', 'night', 'hours', 'quota')), -- null: was asked
  paired boolean not null,                      -- looks after whoever it is for, and is asked from the first wave on
  held integer not null check (held >= 0),      -- orders in hand
  quota integer not null check (quota >= 0),    -- and how many the helper wanted at most
  at timestamptz not null,
  primary key (region_id, order_id, version, person_id)
);
create index order_reach_person on order_reach (region_id, person_id, at desc);
select net_apply('order_reach', net_system());
grant select, insert on order_reach to linli_app;
