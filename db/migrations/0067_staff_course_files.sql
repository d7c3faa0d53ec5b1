-- What is read, watched or looked at for a course; the bytes are those of the file with the same id.
create table course_files (
  region_id integer not null references regions,
  id uuid not null,                             -- of the file
  course_id uuid not null,
  name text not null,                           -- as it is shown and saved
  by_person uuid not null,
  at timestamptz not null,
  removed_at timestamptz,                       -- then its bytes are gone
  primary key (region_id, id)
);
create index course_files_course on course_files (region_id, course_id, id) where removed_at is null;
select net_region('course_files');
grant select, insert, update on course_files to linli_app;
