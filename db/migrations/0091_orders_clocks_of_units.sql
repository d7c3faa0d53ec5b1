-- Whose clock it is, of clocks that run for each called unit; null for the order as a whole.
alter table order_clocks add column unit_id uuid;
