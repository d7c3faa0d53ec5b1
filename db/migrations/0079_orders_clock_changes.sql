-- What happened to a limit after it began. `first_due_at` is the limit as it first was, once it moved; `changes` are its pauses
-- and extensions in their order, in milliseconds since 1970, from which the due time is counted anew; `policy` says under which
-- rules it was counted. `alert_at` is when the owner is warned and, after that, when it goes to the level above.
alter table order_clocks
  add column first_due_at timestamptz,
  add column changes jsonb not null default '[]',
  add column policy text,
  add column alert_at timestamptz,
  add column escalate_at timestamptz,
  add column warned_at timestamptz,
  add column escalated_at timestamptz;
