import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row, Tx } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { Served } from '../rules/earlierLoad.ts'

export type PostRow = Row & { id: string; needed: number; skill: string | null }
export type MemberRow = Row & {
  id: string
  skills: string[]
  offDays: string[]
  offShifts: string[]
  wishes: string[]
  wishDays: string[]
  /** What they do elsewhere, in minutes from the roster's first midnight. */
  busy: [number, number][]
  /** Minutes in the months before and after, of the weeks that lie over two months. */
  weekEdges: [number, number]
}

type Of = {
  readonly id: string
  readonly seriesId: string | null
  readonly fromOn: string
  readonly toOn: string
}

const POSTS = (region: number, rosterId: string): Sql => sql`
  select id, needed, skill from roster_posts where region_id = ${region} and roster_id = ${rosterId}::uuid order by id`
export const rosterPosts = (tx: Tx, region: number, rosterId: string): Promise<PostRow[]> =>
  tx.query<PostRow>(POSTS(region, rosterId))
export const postsOf = (db: Database, scope: Scope, rosterId: string): Promise<PostRow[]> =>
  db.read<PostRow>(scope, POSTS(scope.region, rosterId))

const SKILLS = sql`array(select s.skill from helper_skills s where s.region_id = p.region_id and s.person_id = p.id
  and s.to_at is null and s.verified_at is not null order by s.skill) as skills`
/** What somebody serves on other rosters around these days. */
const busy = ({ id, fromOn, toOn }: Of): Sql => sql`
  (select coalesce(json_agg(json_build_array(
      (extract(epoch from d.starts_at - (${fromOn}::date::timestamp at time zone 'Asia/Shanghai')) / 60)::int,
      (extract(epoch from d.ends_at - (${fromOn}::date::timestamp at time zone 'Asia/Shanghai')) / 60)::int) order by d.starts_at), '[]')
    from duties d where d.region_id = p.region_id and d.person_id = p.id and d.accepted and d.roster_id <> ${id}::uuid
      and d.ends_at > ${fromOn}::date - interval '3 days' and d.starts_at < ${toOn}::date + interval '4 days') as busy`

/** What somebody has in the other months of the row, of the weeks in which this one begins and ends. */
const weekEdges = ({ id, seriesId, fromOn, toOn }: Of): Sql => sql`
  (select json_build_array(
      (extract(epoch from coalesce(sum(d.ends_at - d.starts_at) filter (where d.starts_at < ${fromOn}::date::timestamp at time zone 'Asia/Shanghai'), interval '0')) / 60)::int,
      (extract(epoch from coalesce(sum(d.ends_at - d.starts_at) filter (where d.starts_at >= (${toOn}::date + 1)::timestamp at time zone 'Asia/Shanghai'), interval '0')) / 60)::int)
    from duties d where d.region_id = p.region_id and d.person_id = p.id and d.accepted and d.roster_id <> ${id}::uuid
      and d.roster_id = any(array(select o.id from rosters o where o.region_id = p.region_id and coalesce(o.series_id, o.id) = ${seriesId ?? id}::uuid))
      and d.starts_at >= date_trunc('week', ${fromOn}::timestamp) at time zone 'Asia/Shanghai'
      and d.starts_at < (date_trunc('week', ${toOn}::timestamp) + interval '7 days') at time zone 'Asia/Shanghai') as "weekEdges"`

/** Everybody who said yes and is there still, with verified skills and what they do elsewhere around these days. */
export const rosterMembers = (tx: Tx, region: number, roster: Of): Promise<MemberRow[]> =>
  tx.query<MemberRow>(sql`
    select p.id, m.off_days::text[] as "offDays", m.off_shifts as "offShifts", m.wishes, m.wish_days::text[] as "wishDays",
      ${SKILLS}, ${busy(roster)}, ${weekEdges(roster)}
    from roster_members m join people p on p.region_id = m.region_id and p.id = m.person_id and p.erased_at is null
    where m.region_id = ${region} and m.roster_id = ${roster.id}::uuid and m.answer = 'yes' order by m.person_id`)

/** The same as if all of these, and everybody asked who has not said no, came. */
export const membersIf = (
  db: Database,
  region: number,
  roster: Of,
  people: readonly string[],
): Promise<MemberRow[]> =>
  db.read<MemberRow>(
    systemScope(region),
    sql`
    select p.id, coalesce(m.off_days, '{}')::text[] as "offDays", coalesce(m.off_shifts, '{}') as "offShifts",
      coalesce(m.wishes, '{}') as wishes, '{}'::text[] as "wishDays", ${SKILLS}, ${busy(roster)}, ${weekEdges(roster)}
    from (select person_id as id from roster_members where region_id = ${region} and roster_id = ${roster.id}::uuid
        union select unnest(${[...people]}::uuid[])) one
      join people p on p.region_id = ${region} and p.id = one.id and p.erased_at is null
      left join roster_members m on m.region_id = ${region} and m.roster_id = ${roster.id}::uuid and m.person_id = one.id
    where m.answer is null or m.answer <> 'no' order by p.id`,
  )

/** So far back a month counts for the next. */
const BACK_DAYS = 93
/** What those who said yes to the rosters before this one in its row of months served there. */
export const servedBefore = (
  tx: Tx,
  region: number,
  { id, seriesId, fromOn }: { id: string; seriesId: string | null; fromOn: string },
): Promise<(Row & Served)[]> =>
  tx.query<Row & Served>(sql`
    select r.id as roster, m.person_id as person, to_char(d.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
      (extract(epoch from (d.starts_at at time zone 'Asia/Shanghai')::time) / 60)::int as start,
      (extract(epoch from d.ends_at - d.starts_at) / 60)::int as minutes
    from rosters r join roster_members m on m.region_id = r.region_id and m.roster_id = r.id and m.answer = 'yes'
      left join duties d on d.region_id = m.region_id and d.roster_id = m.roster_id and d.person_id = m.person_id and d.accepted
    where r.region_id = ${region} and (r.series_id = ${seriesId}::uuid or r.id = ${seriesId}::uuid) and r.id <> ${id}::uuid
      and r.state = 'accepted' and r.from_on < ${fromOn} and r.to_on >= ${fromOn}::date - ${BACK_DAYS}::int
    order by r.id, m.person_id, d.starts_at`)

export type NewDuty = {
  readonly id: string
  readonly post: string
  readonly person: string
  readonly shift: string
  /** Minutes from the roster's first midnight. */
  readonly from: number
  readonly to: number
}

/** A proposal takes the place of the one before. */
export const replaceProposal = (
  region: number,
  { id, path, fromOn }: { id: string; path: string; fromOn: string },
  duties: readonly NewDuty[],
): readonly Sql[] => [
  sql`delete from duties where region_id = ${region} and roster_id = ${id}::uuid and not accepted`,
  sql`insert into duties (region_id, id, roster_id, post_id, person_id, path, shift, starts_at, ends_at)
    select ${region}::int, d.id, ${id}::uuid, d.post, d.person, ${path}::text, d.shift,
      (${fromOn}::date::timestamp at time zone 'Asia/Shanghai') + make_interval(mins => d."from"),
      (${fromOn}::date::timestamp at time zone 'Asia/Shanghai') + make_interval(mins => d."to")
    from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) as d (id uuid, post uuid, person uuid, shift text, "from" integer, "to" integer)`,
]
