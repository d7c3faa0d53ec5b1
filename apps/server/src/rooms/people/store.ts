import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../kernel/auth/actor.ts'
import type { Database, Tx } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/ids.ts'

export type PersonRecord = { id: string; accountId: string | null; name: string; path: string | null }

/** A person of the register, whoever asks: the caller has checked the policy. */
export async function personById(
  db: Database,
  region: number,
  id: string,
): Promise<PersonRecord | undefined> {
  const [row] = await db.read<PersonRecord>(
    systemScope(region),
    sql`
    select id, account_id as "accountId", name, path from people where region_id = ${region} and id = ${id}::uuid and erased_at is null`,
  )
  return row
}

export async function areaIsOpen(db: Database, region: number, path: string): Promise<boolean> {
  const rows = await db.read(
    systemScope(region),
    sql`select 1 from areas where region_id = ${region} and path = ${path} and closed_at is null`,
  )
  return path === '/' || rows.length > 0
}

/** A grant over an area or a unit, following from a post where there is one. */
export function grantStatement(
  region: number,
  grant: {
    accountId: string
    role: string
    areaPath: string | null
    unitId: string | null
    postId: string | null
    fromOn?: string | undefined
    toOn?: string | undefined
  },
): Sql {
  return sql`insert into grants (region_id, id, account_id, role, area_path, unit_id, post_id, from_at, to_at)
    values (${region}, ${newId()}, ${grant.accountId}, ${grant.role}, ${grant.areaPath}, ${grant.unitId}, ${grant.postId},
      coalesce(${grant.fromOn ?? null}::date::timestamp at time zone 'Asia/Shanghai', app_now()), (${grant.toOn ?? null}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
}

/** Ends the grants that follow from a post. */
export const endGrantsOfPost = (region: number, postId: string): Sql =>
  sql`update grants set to_at = app_now() where region_id = ${region} and post_id = ${postId}::uuid and (to_at is null or to_at > app_now())`

/** How many separate areas the account's grants reach already, the new one counted. */
export async function separateAreas(
  tx: Tx,
  region: number,
  accountId: string,
  path: string,
): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    with paths as (select distinct area_path as p from grants where region_id = ${region} and account_id = ${accountId}::uuid and area_path is not null and (to_at is null or to_at > app_now())
      union select ${path}::text collate "C")
    select count(*)::int as n from paths a where not exists (select from paths b where b.p <> a.p and starts_with(a.p, b.p))`)
  return row?.n ?? 0
}

export function helperStatement(
  region: number,
  personId: string,
  helper: {
    path: string
    servesPath: string
    quota: number
    nightEmergencies: boolean
    pointsOptIn: boolean
    hours: unknown
  },
): Sql {
  return sql`insert into helpers (region_id, person_id, path, serves_path, quota, night_emergencies, points_opt_in, hours, joined_at)
    values (${region}, ${personId}, ${helper.path}, ${helper.servesPath}, ${helper.quota}, ${helper.nightEmergencies}, ${helper.pointsOptIn}, ${JSON.stringify(helper.hours)}::jsonb, app_now())
    on conflict (region_id, person_id) do update set path = excluded.path, serves_path = excluded.serves_path, quota = excluded.quota, night_emergencies = excluded.night_emergencies,
      points_opt_in = excluded.points_opt_in, hours = excluded.hours, left_at = null where helpers.left_at is not null`
}

export const saidSkillStatement = (region: number, personId: string, skill: string): Sql =>
  sql`insert into helper_skills (region_id, id, person_id, skill) values (${region}, ${newId()}, ${personId}, ${skill}) on conflict (region_id, person_id, skill) where to_at is null do nothing`

export type ImportedPerson = {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly householdId: string | null
  readonly cipher: string | null
  /** Hexadecimal. */
  readonly index: string | null
  readonly tail: string | null
}
export type ImportKnown = {
  id: string
  name: string
  path: string | null
  householdId: string | null
  /** The number's index in hexadecimal; null for somebody without a number. */
  phone: string | null
}

/** Who is there already: by number, and at the given places those without one. */
export async function knownPeople(
  tx: Tx,
  region: number,
  phones: readonly string[],
  paths: readonly string[],
): Promise<ImportKnown[]> {
  return tx.query<ImportKnown>(sql`
    select id, name, path, household_id as "householdId", encode(phone_hmac, 'hex') as phone from people
    where region_id = ${region} and erased_at is null
      and (phone_hmac in (select decode(index, 'hex') from unnest(${[...phones]}::text[]) index)
        or (phone_hmac is null and path = any (${[...paths]}::text[])))`)
}

const PEOPLE_ROWS = (people: readonly ImportedPerson[]): Sql => sql`
  jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
    as n(id uuid, name text, path text, "householdId" uuid, cipher text, index text, tail text)`

export const insertPeople = (region: number, people: readonly ImportedPerson[]): Sql => sql`
  insert into people (region_id, id, name, phone_cipher, phone_hmac, phone_tail, path, household_id, created_at)
  select ${region}, n.id, n.name, n.cipher, decode(n.index, 'hex'), n.tail, n.path, n."householdId", app_now()
  from ${PEOPLE_ROWS(people)}`

export const updatePeople = (region: number, people: readonly ImportedPerson[]): Sql => sql`
  update people p set name = n.name, path = n.path, household_id = n."householdId"
  from ${PEOPLE_ROWS(people)} where p.region_id = ${region} and p.id = n.id`

/** Membership of households follows where people live: the old one ends, the new one begins. */
export function settleMembers(
  region: number,
  people: readonly Pick<ImportedPerson, 'id' | 'householdId'>[],
): Sql[] {
  const rows = people.map(({ id, householdId }) => ({ id, householdId, member: newId() }))
  const list = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, "householdId" uuid, member uuid)`
  return [
    sql`update household_members m set to_at = app_now() from ${list}
      where m.region_id = ${region} and m.person_id = n.id and m.to_at is null and m.household_id is distinct from n."householdId"`,
    sql`insert into household_members (region_id, id, household_id, person_id, from_at)
      select ${region}, n.member, n."householdId", n.id, app_now() from ${list} where n."householdId" is not null
      on conflict (region_id, household_id, person_id) where to_at is null do nothing`,
  ]
}

export type Household = { id: string; path: string }

export async function householdAt(db: Database, region: number, id: string): Promise<Household | undefined> {
  const [row] = await db.read<Household>(
    systemScope(region),
    sql`select id, path from households where region_id = ${region} and id = ${id}::uuid and closed_at is null`,
  )
  return row
}
