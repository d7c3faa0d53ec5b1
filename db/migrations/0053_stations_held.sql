-- An activity holds its room: the slots it lies over are wholly its own and nobody else is booked into them.
alter table booking_slots add column held_by uuid; -- the activity; null: open to whoever asks
