-- Until when whoever sent an order here wants it done: their limit outranks the limits of the place.
alter table orders add column if not exists sender_due_at timestamptz;
