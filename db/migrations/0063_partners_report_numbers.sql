-- A report of a unit has a number, as letters and cards have theirs.
alter table document_numbers
  drop constraint document_numbers_kind_check,
  add constraint document_numbers_kind_check check (kind in ('letter', 'card', 'report')) not valid;
alter table document_numbers validate constraint document_numbers_kind_check;
