import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { holdsTrained } from './training.ts'

/** Files that one course hands out. */
const MOST = 20

/** The file is the course's, with as many as there may be; refuses `tooManyFiles`. The course's row makes two of them meet. */
export const insertCourseFile = (
  region: number,
  by: string,
  { id, courseId, name }: { readonly id: string; readonly courseId: string; readonly name: string },
): Sql[] => [
  sql`select id from courses where region_id = ${region} and id = ${courseId}::uuid for update`,
  sql`insert into course_files (region_id, id, course_id, name, by_person, at)
    values (${region}, ${id}::uuid, ${courseId}::uuid, ${name}, ${by}::uuid, app_now())`,
  sql`select refuse('tooManyFiles') where (select count(*) from course_files
    where region_id = ${region} and course_id = ${courseId}::uuid and removed_at is null) > ${MOST}`,
]

/** Refuses `fileGone` where somebody took it down before. */
export const removeCourseFile = (region: number, id: string): Sql => sql`
  with done as (update course_files set removed_at = app_now() where region_id = ${region} and id = ${id}::uuid and removed_at is null returning 1)
  select refuse('fileGone') where not exists (select from done)`

type Found = Row & { courseId: string; path: string; name: string; storageKey: string; isMeant: boolean }
/** A file with its course, and whether the course is for somebody. */
export async function courseFile(db: Database, region: number, id: string, personId: string) {
  const [row] = await db.read<Found>(
    systemScope(region),
    sql`select f.course_id as "courseId", c.path, f.name, b.storage_key as "storageKey", ${holdsTrained(personId)} or exists (select from course_seats t where t.region_id = f.region_id
        and t.course_id = f.course_id and t.person_id = ${personId}::uuid and t.left_at is null) as "isMeant"
    from course_files f join courses c on c.region_id = f.region_id and c.id = f.course_id and c.closed_at is null
      join files b on b.region_id = f.region_id and b.id = f.id
    where f.region_id = ${region} and f.id = ${id}::uuid and f.removed_at is null`,
  )
  return row
}

/** What a course `c` hands out, in the order it was put there. */
export const filesOfCourse: Sql = sql`coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', b.media_type, 'bytes', b.bytes) order by f.id)
    from course_files f join files b on b.region_id = f.region_id and b.id = f.id
    where f.region_id = c.region_id and f.course_id = c.id and f.removed_at is null), '[]'::jsonb)`

/** A file `t` that a course hands out lives as long as the course does. @param other the clock of every other file */
export const courseFileClock = (other: Sql): Sql =>
  sql`case when t.kind = 'document' and exists (select from course_files f where f.region_id = t.region_id and f.id = t.id and f.removed_at is null) then null else ${other} end`
