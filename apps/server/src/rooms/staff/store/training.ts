import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'

export const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`
/** A post `s` that is held now. */
export const HELD = sql`s.from_on <= ${TODAY} and (s.to_on is null or s.to_on > ${TODAY})`

export type NewCourse = {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly posts: readonly string[]
  readonly material: string
}
export const insertCourse = (region: number, by: string, course: NewCourse): Sql => sql`
  insert into courses (region_id, id, path, title, posts, material, by_person, at)
  values (${region}, ${course.id}::uuid, ${course.path}, ${course.title}, ${[...course.posts]}::text[], ${course.material}, ${by}::uuid, app_now())`

export type NewSession = {
  readonly id: string
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string
  readonly trainer: string
  readonly seats: number
}
export const insertSession = (
  region: number,
  by: string,
  course: { id: string; path: string },
  session: NewSession,
): Sql => sql`
  insert into course_sessions (region_id, id, course_id, path, starts_at, ends_at, place, trainer, seats, taken, by_person, at)
  values (${region}, ${session.id}::uuid, ${course.id}::uuid, ${course.path}, ${session.startsAt}::timestamptz, ${session.endsAt}::timestamptz,
    ${session.place}, ${session.trainer}, ${session.seats}, 0, ${by}::uuid, app_now())`

export async function courseById(db: Database, region: number, id: string) {
  const [row] = await db.read<Row & { id: string; path: string }>(
    systemScope(region),
    sql`select id, path from courses where region_id = ${region} and id = ${id}::uuid and closed_at is null`,
  )
  return row
}

/** Whether somebody holds one of the posts that course `c` trains, in its area. */
export const holdsTrained = (
  personId: string,
): Sql => sql`exists (select from posts s where s.region_id = c.region_id and s.person_id = ${personId}::uuid
    and s.post = any(c.posts) and ${HELD} and (c.path = '/' or s.area_path is null or starts_with(s.area_path, c.path)))`

/** A session, and whether somebody holds one of the posts that it trains in its area. */
export async function sessionFor(db: Database, region: number, id: string, personId: string) {
  const [row] = await db.read<Row & { id: string; courseId: string; path: string; isMeant: boolean }>(
    systemScope(region),
    sql`select e.id, e.course_id as "courseId", e.path, ${holdsTrained(personId)} as "isMeant"
    from course_sessions e join courses c on c.region_id = e.region_id and c.id = e.course_id
    where e.region_id = ${region} and e.id = ${id}::uuid`,
  )
  return row
}

type Session = { readonly id: string; readonly courseId: string; readonly path: string }
/** One conditional write: as many have a seat as there are. Refuses `sessionFull`; violates `course_seats_now` for a second one. */
export const takeCourseSeat = (region: number, seat: string, session: Session, personId: string): Sql[] => [
  sql`with done as (update course_sessions set taken = taken + 1
      where region_id = ${region} and id = ${session.id}::uuid and taken < seats and starts_at > app_now() returning 1)
    select refuse('sessionFull') where not exists (select from done)`,
  sql`insert into course_seats (region_id, id, session_id, course_id, path, person_id, at)
    values (${region}, ${seat}::uuid, ${session.id}::uuid, ${session.courseId}::uuid, ${session.path}, ${personId}::uuid, app_now())`,
]

/** The seat is free again. Refuses `noSeat`. */
export const leaveCourseSeat = (region: number, sessionId: string, personId: string): Sql[] => [
  sql`with done as (update course_seats set left_at = app_now()
      where region_id = ${region} and session_id = ${sessionId}::uuid and person_id = ${personId}::uuid and left_at is null and attended_at is null returning 1)
    select refuse('noSeat') where not exists (select from done)`,
  sql`update course_sessions set taken = taken - 1 where region_id = ${region} and id = ${sessionId}::uuid`,
]

/** Confirms those who were there; who was confirmed before stays so. Refuses `notSignedUp`. */
export const confirmSeats = (
  region: number,
  sessionId: string,
  by: string,
  people: readonly string[],
): Sql[] => [
  sql`update course_seats set attended_at = app_now(), confirmed_by = ${by}::uuid
    where region_id = ${region} and session_id = ${sessionId}::uuid and person_id = any(${[...people]}::uuid[]) and left_at is null and attended_at is null
      and person_id <> ${by}::uuid`,
  sql`select refuse('notSignedUp') where (select count(*) from course_seats where region_id = ${region} and session_id = ${sessionId}::uuid
    and person_id = any(${[...people]}::uuid[]) and attended_at is not null) < ${people.length}`,
]
