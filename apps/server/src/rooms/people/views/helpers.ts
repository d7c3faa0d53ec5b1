import type { HelperRow, HelperView } from '@linli/contract/people/shapes'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { fullName, inRanges, type PlaceRules, placeRules } from '../../places/index.ts'
import { rolesFor } from '../policy.ts'
import { uuidOf } from './uuidOf.ts'

type Skill = { skill: string; verified: boolean }
type Row = Omit<HelperView, 'skills' | 'teams'> & {
  skills: Skill[]
  teams: { id: string; name: string }[]
  areaName: string | null
}

const columnsFrom = (
  helpers: Sql,
) => sql`h.person_id as "personId", p.name, h.path, h.serves_path as "servesPath", h.quota, h.home_entry as "homeEntry", h.night_emergencies as "nightEmergencies",
  h.on_leave_until as "onLeaveUntil", h.points_opt_in as "pointsOptIn", h.hours,
  ${fullName('h.region_id', 'h.serves_path')} as "servesName", nullif(${fullName('h.region_id', 'h.path')}, '') as "areaName",
  (select coalesce(json_agg(json_build_object('skill', s.skill, 'verified', s.verified_at is not null) order by s.skill), '[]') from helper_skills s where s.region_id = h.region_id and s.person_id = h.person_id and s.to_at is null) as skills,
  (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name)), '[]') from team_members m join teams t on t.region_id = m.region_id and t.id = m.team_id
    where m.region_id = h.region_id and m.person_id = h.person_id and m.to_at is null and t.closed_at is null) as teams
  from ${helpers} h join people p on p.region_id = h.region_id and p.id = h.person_id`

/** A person's helper card: hours and choices are the helper's own, staff see what dispatching needs. */
export async function helperOf(
  db: Database,
  region: number,
  personId: string,
  rules: PlaceRules,
  clear: boolean,
): Promise<HelperView | undefined> {
  const [row] = await db.read<Row>(
    systemScope(region),
    sql`select ${columnsFrom(sql`helpers`)} where h.region_id = ${region} and h.person_id = ${personId}::uuid and h.left_at is null`,
  )
  if (!row) return undefined
  const { areaName: _, ...helper } = row
  return { ...helper, name: clear ? row.name : (maskName(row.name) ?? ''), skills: named(row.skills, rules) }
}

/**
 * The helpers of the reader's areas, names masked, with how many orders each has in hand: never a score, never a ranking.
 * Who may dispatch an order reads the names of its candidates there.
 */
export async function listHelpers(
  db: Database,
  me: Actor,
  query: { path?: string; skill?: string; limit?: number; after?: string },
  loads: (ids: readonly string[]) => Promise<Map<string, number>>,
): Promise<{ items: HelperRow[]; next: string | null }> {
  const rules = await placeRules(db, me.region)
  const limit = query.limit ?? 20
  const rows = await db.read<Row>(
    scopeOf(me),
    sql`with page as materialized (select h.* from helpers h where h.region_id = ${me.region} and h.left_at is null and ${inRanges('h.path', rangesOf(me, rolesFor('listHelpers')))}
    ${query.path ? sql`and h.path >= ${query.path} and h.path < ${`${query.path.slice(0, -1)}0`}` : empty}
    ${query.skill ? sql`and exists (select 1 from helper_skills s where s.region_id = h.region_id and s.person_id = h.person_id and s.skill = ${query.skill} and s.to_at is null)` : empty}
    ${query.after ? sql`and h.person_id > ${uuidOf(query.after)}::uuid` : empty} order by h.person_id limit ${limit + 1})
    select ${columnsFrom(sql`page`)} order by h.person_id`,
  )
  const shown = rows.slice(0, limit)
  const held = await loads(shown.map(({ personId }) => personId))
  const items = shown.map((row) => ({
    personId: row.personId,
    name: maskName(row.name) ?? '',
    path: row.path,
    areaName: row.areaName,
    quota: row.quota,
    openOrders: held.get(row.personId) ?? 0,
    homeEntry: row.homeEntry,
    onLeaveUntil: row.onLeaveUntil,
    skills: named(row.skills, rules),
  }))
  return { items, next: rows.length > limit ? (items.at(-1)?.personId ?? null) : null }
}

const named = (skills: readonly Skill[], rules: PlaceRules) =>
  skills.map((skill) => ({
    ...skill,
    name: rules.skills.find(({ key }) => key === skill.skill)?.name ?? { zh: skill.skill, en: skill.skill },
  }))
