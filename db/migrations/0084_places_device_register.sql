-- Devices come in by file too.
alter table register_imports
  drop constraint register_imports_register_check,
  add constraint register_imports_register_check check (register in ('areas', 'households', 'people', 'posts', 'devices')) not valid;
alter table register_imports validate constraint register_imports_register_check;
