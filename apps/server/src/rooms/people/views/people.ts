import type { PersonRow, PersonView } from '@linli/contract/people/shapes'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { within } from '../../../kernel/db/scope.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { maskName, maskPhone } from '../../../kernel/policy/mask.ts'
import { notFound } from '../../../kernel/problem.ts'
import { fullName, inRanges, type PlaceRules, placeRules } from '../../places/index.ts'
import { demandAt, rolesFor } from '../policy.ts'
import { phoneContext } from '../store/identity.ts'
import { helperOf } from './helpers.ts'
import { postsOf } from './posts.ts'
import { uuidOf } from './uuidOf.ts'

type Listed = {
  id: string
  name: string
  tail: string | null
  path: string | null
  areaName: string | null
  posts: string[]
  isHelper: boolean
}
type Paging = { limit?: number | undefined; after?: string | undefined }

const COLUMNS = sql`p.id, p.name, p.phone_tail as tail, p.path, nullif(${fullName('p.region_id', 'p.path')}, '') as "areaName",
  array(select s.post from posts s where s.region_id = p.region_id and s.person_id = p.id and (s.to_on is null or s.to_on > (app_now() at time zone 'Asia/Shanghai')::date)) as posts,
  exists (select 1 from helpers h where h.region_id = p.region_id and h.person_id = p.id and h.left_at is null) as "isHelper"`

/** Follows every character that a name may hold. */
const LAST = '\u{10FFFF}'

/** By name where one was asked for: every tenth person may be called so, and a page of them is read from the names' index. */
const orderOf = (isByName: boolean): Sql =>
  isByName ? sql`order by p.name collate "C", p.id` : sql`order by p.id`

const after = (region: number, id: string, isByName: boolean): Sql =>
  isByName
    ? sql`and (p.name collate "C", p.id) > (select l.name, l.id from people l where l.region_id = ${region} and l.id = ${id}::uuid)`
    : sql`and p.id > ${id}::uuid`

/** The register in the reader's areas: names and numbers masked. */
export async function listPeople(
  db: Database,
  me: Actor,
  query: Paging & { path?: string; name?: string },
): Promise<{ items: PersonRow[]; next: string | null }> {
  const rules = await placeRules(db, me.region)
  const limit = query.limit ?? 20
  const rows = await db.read<Listed>(
    scopeOf(me),
    sql`with page as materialized (
      select p.* from people p where p.region_id = ${me.region} and p.erased_at is null and ${inRanges('p.path', rangesOf(me, rolesFor('listPeople')))}
      ${query.path ? sql`and p.path >= ${query.path} and p.path < ${`${query.path.slice(0, -1)}0`}` : empty}
      ${query.name ? sql`and p.name collate "C" >= ${query.name} and p.name collate "C" < ${`${query.name}${LAST}`}` : empty}
      ${query.after ? after(me.region, uuidOf(query.after), query.name !== undefined) : empty}
      ${orderOf(query.name !== undefined)} limit ${limit + 1})
    select ${COLUMNS} from page p ${orderOf(query.name !== undefined)}`,
  )
  const items = rows.slice(0, limit).map((row) => toRow(row, rules))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** The person with a number, masked, and where they live only in the reader's areas; null when there is none in the region. */
export async function findByPhone(
  db: Database,
  me: Actor,
  indexes: readonly Buffer[],
): Promise<PersonRow | null> {
  const rules = await placeRules(db, me.region)
  const [row] = await db.read<Listed>(
    scopeOf(me),
    sql`select ${COLUMNS} from people p where p.region_id = ${me.region} and p.phone_hmac = any(${[...indexes]}::bytea[]) and p.erased_at is null`,
  )
  if (!row) return null
  const found = toRow(row, rules)
  const isNear = row.path !== null && within(row.path, rangesOf(me, rolesFor('listPeople')))
  return isNear ? found : { ...found, path: null, areaName: null }
}

/** One person: oneself in clear, others masked and only in the reader's areas. @throws notFound, forbidden */
export async function personView({ db, crypto }: Deps, me: Actor, id: string): Promise<PersonView> {
  const isMe = id === me.personId
  const [row] = await db.read<Listed & { room: string | null; eyes: boolean; cipher: string | null }>(
    isMe ? systemScope(me.region) : scopeOf(me),
    sql`
    select ${COLUMNS}, p.needs_two_eyes as eyes, p.phone_cipher as cipher, (select h.room from households h where h.region_id = p.region_id and h.id = p.household_id) as room
    from people p where p.region_id = ${me.region} and p.id = ${id}::uuid and p.erased_at is null`,
  )
  if (!row) throw notFound()
  if (!isMe) demandAt('getPerson', me, row.path ?? '/')
  const rules = await placeRules(db, me.region)
  return {
    id,
    isMe,
    name: isMe ? row.name : (maskName(row.name) ?? ''),
    phone:
      isMe && row.cipher ? crypto.decryptField(row.cipher, phoneContext(me.region)) : maskPhone(row.tail),
    path: row.path,
    areaName: row.areaName,
    room: isMe ? row.room : null,
    needsTwoEyes: row.eyes,
    posts: await postsOf(db, me.region, id, rules),
    helper: (await helperOf(db, me.region, id, rules, isMe)) ?? null,
  }
}

function toRow(row: Listed, rules: PlaceRules): PersonRow {
  const named = rules.posts.filter(({ key }) => row.posts.includes(key)).map(({ name }) => name)
  return {
    id: row.id,
    name: maskName(row.name) ?? '',
    phone: maskPhone(row.tail),
    path: row.path,
    areaName: row.areaName,
    posts: named,
    isHelper: row.isHelper,
  }
}
