-- Beside photos and voice notes a document, as it was sent: what a course is learnt from.
alter table files
  drop constraint files_kind_check,
  add constraint files_kind_check check (kind in ('photo', 'voice', 'document')) not valid;
alter table files validate constraint files_kind_check;
