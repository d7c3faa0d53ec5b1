alter table activities add column room_id uuid; -- of its station; null: none is held
