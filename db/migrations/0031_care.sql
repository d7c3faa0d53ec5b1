-- Plans of care: who keeps in touch with whom, how often, who steps in, and what happens when nobody did (docs/decisions/0042).
-- Why somebody is cared for is nowhere: a plan says who comes, not what is the matter. Rows are read by the room's own hand only,
-- for the cared-for person, the guardian, the carers and those who answer for the household.

create table care_plans (
  region_id integer not null references regions,
  id uuid not null,
  person_id uuid not null,                      -- who is cared for
  household_id uuid not null,
  path text collate "C" not null,               -- of the home
  carer_id uuid not null,
  from_on date not null,
  until_on date not null,                       -- a consent holds a year at most
  way text not null check (way in ('phone', 'paper')),
  words_version integer not null check (words_version >= 1), -- of the text that was agreed to
  agreed_by uuid,                               -- the person, or the guardian of a child under fourteen
  agreed_at timestamptz,
  last_seen_at timestamptz,                     -- met in person; null before the consent
  unseen_told_at timestamptz,                   -- that nobody met the person for a week
  version integer not null check (version >= 1),
  by_person uuid not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ending text check (ending in ('declined', 'asked', 'over', 'moved')),
  primary key (region_id, id),
  check (until_on > from_on),
  check ((agreed_by is null) = (agreed_at is null)),
  check ((ended_at is null) = (ending is null))
);
create unique index care_plans_now on care_plans (region_id, person_id) where ended_at is null;
create index care_plans_path on care_plans (region_id, path) where ended_at is null;
create index care_plans_person on care_plans (region_id, person_id);
create index care_plans_carer on care_plans (region_id, carer_id) where ended_at is null;
create index care_plans_household on care_plans (region_id, household_id) where ended_at is null;
create index care_plans_seen on care_plans (region_id, last_seen_at) where ended_at is null and unseen_told_at is null;
select net_apply('care_plans', net_system());
grant select, insert, update on care_plans to linli_app;

-- One rhythm of a plan: what is due next, and how far its alarm has gone.
create table care_lines (
  region_id integer not null references regions,
  plan_id uuid not null,
  person_id uuid not null,                      -- who is cared for
  rhythm text not null,                         -- preset key
  due_at timestamptz not null,                  -- end of the day, week or month that waits for a contact
  next_at timestamptz,                          -- when the next one is told; null once the order is placed, and when the plan ended
  step integer not null check (step between 0 and 4), -- how many were told
  order_id uuid,                                -- the order that the alarm placed
  primary key (region_id, plan_id, rhythm)
);
create index care_lines_person on care_lines (region_id, person_id);
create index care_lines_next on care_lines (region_id, next_at) where next_at is not null;
select net_apply('care_lines', net_system());
grant select, insert, update, delete on care_lines to linli_app;

-- Who stands in when the carer cannot come.
create table care_deputies (
  region_id integer not null references regions,
  plan_id uuid not null,
  person_id uuid not null,                      -- who stands in
  cared_id uuid not null,                       -- for whom
  primary key (region_id, plan_id, person_id)
);
create index care_deputies_cared on care_deputies (region_id, cared_id);
create index care_deputies_person on care_deputies (region_id, person_id);
select net_apply('care_deputies', net_system());
grant select, insert, delete on care_deputies to linli_app;

-- Days that a carer hands over: the first deputy who takes them has them.
create table care_stand_ins (
  region_id integer not null references regions,
  id uuid not null,
  plan_id uuid not null,
  cared_id uuid not null,                       -- who is cared for
  from_on date not null,
  to_on date not null,
  by_person uuid not null,
  at timestamptz not null,
  taken_by uuid,
  taken_at timestamptz,
  primary key (region_id, id),
  check (to_on >= from_on),
  check ((taken_by is null) = (taken_at is null))
);
create index care_stand_ins_plan on care_stand_ins (region_id, plan_id, to_on);
create index care_stand_ins_cared on care_stand_ins (region_id, cared_id);
create index care_stand_ins_taken on care_stand_ins (region_id, taken_by, to_on) where taken_by is not null;
select net_apply('care_stand_ins', net_system());
grant select, insert, update on care_stand_ins to linli_app;

-- That somebody kept in touch, in codes: there are no words about the person.
create table care_contacts (
  region_id integer not null references regions,
  id uuid not null,                             -- made on the phone
  plan_id uuid not null,
  person_id uuid not null,                      -- who is cared for
  rhythm text not null,
  outcome text not null check (outcome in ('seen', 'spoke', 'notReached')),
  order_ids uuid[] not null,                    -- orders placed from this contact by their own door
  by_person uuid not null,
  device_at timestamptz not null,               -- the clock of the phone
  at timestamptz not null,                      -- when it arrived
  primary key (region_id, id)
);
create index care_contacts_plan on care_contacts (region_id, plan_id, device_at desc);
create index care_contacts_person on care_contacts (region_id, person_id);
create index care_contacts_by on care_contacts (region_id, by_person);
select net_apply('care_contacts', net_system());
grant select, insert on care_contacts to linli_app;

-- Who was told that a contact is missing. One row a step: the key keeps an alarm from being given twice.
create table care_alarms (
  region_id integer not null references regions,
  plan_id uuid not null,
  rhythm text not null,
  due_at timestamptz not null,
  step integer not null check (step between 1 and 4), -- carer, stand-in, community, order
  at timestamptz not null,
  primary key (region_id, plan_id, rhythm, due_at, step)
);
select net_apply('care_alarms', net_system());
grant select, insert on care_alarms to linli_app;
