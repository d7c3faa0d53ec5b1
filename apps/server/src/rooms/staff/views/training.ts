import type { Static } from '@linli/contract/schema'
import type { CourseList, CourseRow, SeatList, Untrained } from '@linli/contract/staff/shapes'
import sql, { raw, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { notFound } from '../../../kernel/problem.ts'
import { fullName, inRanges } from '../../places/index.ts'
import type { StaffNeeds } from '../needs.ts'
import { demandAt, MANAGERS } from '../policy.ts'
import { filesOfCourse } from '../store/files.ts'
import { HELD, sessionFor } from '../store/training.ts'

type Terms = Awaited<ReturnType<StaffNeeds['terms']>>
export const postName = ({ posts }: Terms, key: string) =>
  posts.find((post) => post.key === key)?.name ?? { zh: key, en: key }

/** An instant as the API writes it, inside json. */
export const utc = (column: string): Sql =>
  raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

type Found = Row & Omit<CourseRow, 'posts'> & { posts: string[] }

/** Courses for the reader's areas and those that reach over them, the newest first. */
export async function listCourses(needs: StaffNeeds, me: Actor): Promise<Static<typeof CourseList>> {
  const { region } = me
  const terms = await needs.terms(region)
  const ranges = rangesOf(me, MANAGERS)
  const above = ranges.flatMap(({ lo }) => {
    const codes = lo.split('/').filter(Boolean)
    return ['/', ...codes.map((_, at) => `/${codes.slice(0, at + 1).join('/')}/`)]
  })
  const rows = await needs.db.read<Found>(
    systemScope(region),
    sql`select c.id, c.title, coalesce(nullif(${fullName('c.region_id', 'c.path')}, ''), '全区') as "areaName", c.posts, c.material, ${filesOfCourse} as files,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'startsAt', ${utc('e.starts_at')}, 'endsAt', ${utc('e.ends_at')}, 'place', e.place, 'trainer', e.trainer,
          'seats', e.seats, 'taken', e.taken) order by e.starts_at) from course_sessions e where e.region_id = c.region_id and e.course_id = c.id), '[]'::jsonb) as sessions
    from courses c where c.region_id = ${region} and c.closed_at is null and (${inRanges('c.path', ranges)} or c.path = any(${above}::text[]))
    order by c.id desc limit 100`,
  )
  return {
    items: rows.map((row) => ({ ...row, posts: row.posts.map((key) => postName(terms, key)) })),
    posts: terms.posts.map(({ key, name }) => ({ key, name })),
  }
}

/** Who signed up for a session; names come masked. @throws notFound, forbidden */
export async function listCourseSeats(
  needs: StaffNeeds,
  me: Actor,
  id: string,
): Promise<Static<typeof SeatList>> {
  const { region } = me
  const session = await sessionFor(needs.db, region, id, me.personId)
  if (!session) throw notFound()
  demandAt('listCourseSeats', me, session.path)
  const rows = await needs.db.read<
    Row & { personId: string; name: string; areaName: string; hasAttended: boolean }
  >(
    systemScope(region),
    sql`select t.person_id as "personId", p.name, ${fullName('p.region_id', 'p.path')} as "areaName", t.attended_at is not null as "hasAttended"
    from course_seats t join people p on p.region_id = t.region_id and p.id = t.person_id
    where t.region_id = ${region} and t.session_id = ${id}::uuid and t.left_at is null order by t.at, t.id limit 400`,
  )
  return { items: rows.map((row) => ({ ...row, name: maskName(row.name) ?? '' })) }
}

/**
 * How many hold a post, how many attended a course for it, for how many none is there, and who did not attend one that is: for
 * the next invitation, to those who manage the area. A post is a public office, so its holder is named. @throws forbidden
 */
export async function listUntrained(needs: StaffNeeds, me: Actor, path: string): Promise<Untrained> {
  const { region } = me
  demandAt('listUntrained', me, path)
  const terms = await needs.terms(region)
  const { lo, hi } = rangeOf(path)
  const held = sql`with held as materialized (select s.person_id, s.post, s.area_path, exists (select from course_seats t join courses c on c.region_id = t.region_id and c.id = t.course_id
        where t.region_id = s.region_id and t.person_id = s.person_id and t.attended_at is not null and s.post = any(c.posts)) as done, exists (select from courses c where c.region_id = s.region_id and c.closed_at is null
        and s.post = any(c.posts) and starts_with(s.area_path, c.path)) as taught
      from posts s where s.region_id = ${region} and s.area_path >= ${lo} and s.area_path < ${hi} and ${HELD})`
  const [counts, people] = (await needs.db.commit(systemScope(region), [
    sql`${held} select h.post, count(*)::int as held, count(*) filter (where h.done)::int as trained,
      count(*) filter (where not h.done and not h.taught)::int as untaught from held h group by h.post order by h.post`,
    sql`${held} select h.person_id as "personId", p.name, h.post, ${fullName(String(Math.trunc(region)), 'h.area_path')} as "areaName"
      from held h join people p on p.region_id = ${region} and p.id = h.person_id and p.erased_at is null
      where not h.done and h.taught order by h.area_path, p.name, p.id limit 500`,
  ])) as [
    { post: string; held: number; trained: number; untaught: number }[],
    { personId: string; name: string; post: string; areaName: string }[],
  ] // what the queries return
  return {
    posts: counts.map((row) => ({ ...row, name: postName(terms, row.post) })),
    items: people.map((row) => ({ ...row, post: postName(terms, row.post) })),
  }
}
