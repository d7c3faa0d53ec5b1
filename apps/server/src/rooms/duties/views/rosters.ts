import type { RosterPage, RostersQuery, RosterView } from '@linli/contract/duties/shapes'
import type { Static } from '@linli/contract/schema'
import sql, { empty } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { notFound } from '../../../kernel/problem.ts'
import { fullName, inRanges } from '../../places/index.ts'
import type { DutiesNeeds } from '../needs.ts'
import { demandAt, PLANNERS } from '../policy.ts'
import { freeDatesOf } from '../rules/rosterDays.ts'
import { workOf } from './work.ts'

const FIELDS = sql`r.id, r.purpose, r.title, r.path, ${fullName('r.region_id', 'r.path')} as "areaName",
  r.from_on as "fromOn", r.to_on as "toOn", case when r.closed_at is null then r.state else 'closed' end as state, r.version, m.asked, m.coming, m."notComing"`
const FROM = sql`from rosters r cross join lateral (
    select count(*) filter (where answer = 'asked')::int as asked, count(*) filter (where answer = 'yes')::int as coming,
      count(*) filter (where answer = 'no')::int as "notComing"
    from roster_members m where m.region_id = r.region_id and m.roster_id = r.id) m`

/** The rosters of the reader's areas, the latest first. */
export async function listRosters(
  db: Database,
  me: Actor,
  { path, after, limit = 20 }: Static<typeof RostersQuery>,
): Promise<Static<typeof RosterPage>> {
  const { region } = me
  const rows = await db.read<Row & Static<typeof RosterPage>['items'][number]>(
    scopeOf(me),
    sql`
    select ${FIELDS} ${FROM} where r.region_id = ${region} and ${inRanges('r.path', rangesOf(me, PLANNERS))}
      ${path ? sql`and r.path >= ${path} and r.path < ${`${path.slice(0, -1)}0`}` : empty}
      ${after ? sql`and (r.from_on, r.id) < (select from_on, id from rosters where region_id = ${region} and id = ${after}::uuid)` : empty}
    order by r.from_on desc, r.id desc limit ${limit + 1}`,
  )
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

type One = Row &
  Omit<RosterView, 'posts' | 'freeDays' | 'work'> & {
    isInForce: boolean
  } & { posts: Omit<RosterView['posts'][number], 'skillName'>[] }

/** One roster with its posts and what was proposed. @throws notFound, forbidden */
export async function rosterView(needs: DutiesNeeds, me: Actor, id: string): Promise<RosterView> {
  const [row] = await needs.db.read<One>(
    scopeOf(me),
    sql`
    select ${FIELDS}, r.rest_hours as "restHours", r.week_hours as "weekHours", r.shifts, r.progress, r.outcome, r.plan_failed_at as "planFailedAt",
      r.reason, r.station_id as "stationId", r.closed_at as "closedAt", r.state = 'accepted' as "isInForce",
      (select count(*)::int from roster_members m where m.region_id = r.region_id and m.roster_id = r.id and m.answer = 'yes' and m.stands) as standing,
      (select n.id from rosters n where n.region_id = r.region_id and n.series_id = case when r.series_id is null then r.id else r.series_id end
        and n.from_on > r.from_on order by n.from_on limit 1) as "nextId",
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'place', p.place, 'tasks', p.tasks,
          'needed', p.needed, 'skill', p.skill) order by p.name, p.id), '[]')
        from roster_posts p where p.region_id = r.region_id and p.roster_id = r.id) as posts
    ${FROM} where r.region_id = ${me.region} and r.id = ${id}::uuid`,
  )
  if (!row) throw notFound()
  demandAt('getRoster', me, row.path)
  const { isInForce, ...roster } = row
  const [skills, calendar, work] = await Promise.all([
    needs.skills(me.region),
    needs.calendar(me.region),
    isInForce ? workOf(needs.db, scopeOf(me), id) : null,
  ])
  const nameOf = (key: string | null) =>
    key === null ? null : (skills.find((skill) => skill.key === key)?.name ?? { zh: key, en: key })
  return {
    ...roster,
    posts: roster.posts.map((post) => ({ ...post, skillName: nameOf(post.skill) })),
    freeDays: freeDatesOf(roster, calendar),
    work,
  }
}
