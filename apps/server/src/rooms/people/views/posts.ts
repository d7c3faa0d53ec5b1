import type { PostRow } from '@linli/contract/people/shapes'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { fullName, inRanges, type PlaceRules, PREDECESSORS, placeRules } from '../../places/index.ts'
import { demandAt, rolesFor } from '../policy.ts'
import { uuidOf } from './uuidOf.ts'

type Row = Omit<PostRow, 'postName'> & { isHeld: boolean }

const NOW: Sql = sql`(s.to_on is null or s.to_on > (app_now() at time zone 'Asia/Shanghai')::date)`
const columnsFrom = (
  posts: Sql,
): Sql => sql`s.id, ${NOW} as "isHeld", s.person_id as "personId", p.name as "personName", s.post, s.area_path as "areaPath", s.unit_id as "unitId", s.from_on as "fromOn", s.to_on as "toOn", s.share,
  coalesce(nullif(${fullName('s.region_id', 's.area_path')}, ''), (select u.name->>'zh' from units u where u.region_id = s.region_id and u.id = s.unit_id), '全区') as "placeName"
  from ${posts} s join people p on p.region_id = s.region_id and p.id = s.person_id`

/** Who holds which post in the reader's areas now; a unit's posts are the whole region's. A post is a public office: the holder's name is on the duty board. */
export async function listPosts(
  db: Database,
  me: Actor,
  query: { path?: string; limit?: number; after?: string },
): Promise<{ items: PostRow[]; next: string | null }> {
  const rules = await placeRules(db, me.region)
  const limit = query.limit ?? 20
  const ranges = rangesOf(me, rolesFor('listPosts'))
  const rows = await db.read<Row>(
    scopeOf(me),
    sql`with page as materialized (
      select s.* from posts s where s.region_id = ${me.region} and ${NOW}
        ${ranges.some(({ lo }) => lo === '/') ? empty : sql`and ${inRanges('s.area_path', ranges)}`}
        ${query.path ? sql`and ${inRanges('s.area_path', [rangeOf(query.path)])}` : empty}
        ${query.after ? sql`and s.id > ${uuidOf(query.after)}::uuid` : empty} order by s.id limit ${limit + 1})
    select ${columnsFrom(sql`page`)} order by s.id`,
  )
  const items = rows.slice(0, limit).map((row) => withName(row, rules))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/**
 * Who held a post at this very area, the newest first: on one day, or ever. What an area came from by moving, splitting or
 * merging belongs to its history. With a past post the name is masked, as everywhere. With `above`, whoever answers for it
 * further up is there too, as far up as the reader's own areas go.
 */
export async function listPostHistory(
  db: Database,
  me: Actor,
  query: { path: string; on?: string; above?: boolean; limit?: number; after?: string },
): Promise<{ items: PostRow[]; next: string | null }> {
  demandAt('listPostHistory', me, query.path)
  const rules = await placeRules(db, me.region)
  const limit = query.limit ?? 20
  const ranges = rangesOf(me, rolesFor('listPostHistory'))
  const above = query.above
    ? sql`or (s.area_path = any(${pathsAbove(query.path)}::text[]) and ${inRanges('s.area_path', ranges)})`
    : empty
  const rows = await db.read<Row>(
    scopeOf(me),
    sql`with page as materialized (
      select s.* from posts s where s.region_id = ${me.region} and (s.area_path = any(array(${PREDECESSORS(me.region, query.path)})) ${above})
        ${query.on ? sql`and s.from_on <= ${query.on}::date and (s.to_on is null or s.to_on > ${query.on}::date)` : empty}
        ${query.after ? sql`and s.id < ${uuidOf(query.after)}::uuid` : empty} order by s.id desc limit ${limit + 1})
    select ${columnsFrom(sql`page`)} order by s.id desc`,
  )
  const items = rows.slice(0, limit).map((row) => withName(row, rules))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** All areas above one, the whole place too. */
const pathsAbove = (path: string): string[] => {
  if (path === '/') return []
  const next = path.replace(/[^/]+\/$/, '')
  return [next, ...pathsAbove(next)]
}

/** The posts of one person, past ones too; with a past one the name is masked again. */
export async function postsOf(
  db: Database,
  region: number,
  personId: string,
  rules: PlaceRules,
): Promise<PostRow[]> {
  const rows = await db.read<Row>(
    systemScope(region),
    sql`select ${columnsFrom(sql`posts`)} where s.region_id = ${region} and s.person_id = ${personId}::uuid order by s.from_on, s.id`,
  )
  return rows.map((row) => withName(row, rules))
}

const withName = ({ isHeld, ...row }: Row, rules: PlaceRules): PostRow => ({
  ...row,
  personName: isHeld ? row.personName : (maskName(row.personName) ?? ''),
  postName: rules.posts.find(({ key }) => key === row.post)?.name ?? { zh: row.post, en: row.post },
})
