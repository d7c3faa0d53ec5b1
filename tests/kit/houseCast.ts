import { ADMINISTRATORS, ROLES, type Role } from '@linli/contract'
import { ANY_HOUR } from '@linli/contract/people/shapes'
import { hashToken, newToken } from '../../apps/server/src/kernel/auth/tokens.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'
import { type Ground, HERE } from './houseGround.ts'

export type Actor = {
  readonly role: Role | 'visitor'
  readonly token: string | undefined
  readonly accountId: string
  readonly personId: string
  readonly unitId: string | null
  /** Whether the grant covers the whole region, not the community HERE alone. */
  readonly isWide: boolean
  /** Of the region where they live. */
  readonly region: number
  /** A number of their own, which their canaries carry: `丁007`. */
  readonly serial: string
}

let people = 0
/** A number for somebody new, of three digits: more are never in one test. */
export function newSerial(): string {
  people = (people % 999) + 1
  return String(people).padStart(3, '0')
}

/** The posts of the whole region's own: the three administrators. */
const WIDE = ADMINISTRATORS

/**
 * One person a role, each with a grant over the community HERE (the unit's handler over a unit), those who administer and
 * audit the whole region, and a visitor.
 */
export async function castOf(test: TestHouse): Promise<Actor[]> {
  const visitor: Actor = {
    role: 'visitor',
    token: undefined,
    accountId: newId(),
    personId: newId(),
    unitId: null,
    isWide: false,
    region: HERE.region,
    serial: newSerial(),
  }
  const actors = [visitor]
  for (const role of Object.keys(ROLES) as Role[]) actors.push(await actorOf(test, role)) // the vocabulary's keys
  for (const role of WIDE) actors.push(await actorOf(test, role, true))
  return actors
}

/** Somebody of a role, signed in, who lives and works at `home`. */
export async function actorOf(
  { admin }: Pick<TestHouse, 'admin'>,
  role: Role,
  isWide = false,
  home: Ground = HERE,
): Promise<Actor> {
  const { region } = home
  const [accountId, personId, sessionId] = [newId(), newId(), newId()]
  const token = newToken()
  const { rows } = await admin.query<{ id: string }>(
    `select id from units where region_id = $1 and kind = 'company' order by key limit 1`,
    [region],
  )
  const unitId = role === 'unitHandler' ? (rows[0]?.id ?? null) : null
  await admin.query(`insert into accounts (id, created_at) values ($1, now())`, [accountId])
  await admin.query(
    `insert into people (region_id, id, account_id, name, path, created_at) values ($1, $2, $3, $4, $5, now())`,
    [region, personId, accountId, ROLES[role].zh, home.path],
  )
  await admin.query(
    `insert into sessions (id, token_hash, account_id, region_id, person_id, created_at, seen_at, expires_at, proved_at)
     values ($1, $2, $3, $4, $5, now(), now(), now() + interval '12 hours', now())`,
    [sessionId, hashToken(token), accountId, region, personId],
  )
  if (role !== 'resident')
    await admin.query(
      `insert into grants (region_id, id, account_id, role, area_path, unit_id, from_at) values ($1, $2, $3, $4, $5, $6, now())`,
      [region, newId(), accountId, role, unitId ? null : isWide ? '/' : home.community, unitId],
    )
  if (role === 'helper' || role === 'gridWorker') await makeHelper({ admin }, personId, home.path, region)
  return { role, token, accountId, personId, unitId, isWide, region, serial: newSerial() }
}

/** Registers a person as a helper who serves the whole region at any hour. */
export async function makeHelper(
  { admin }: Pick<TestHouse, 'admin'>,
  personId: string,
  path: string,
  region = 1,
): Promise<void> {
  await admin.query(
    `insert into helpers (region_id, person_id, path, serves_path, quota, night_emergencies, hours, joined_at) values ($1, $2, $3, '/', 50, true, $4, now())`,
    [region, personId, path, JSON.stringify(ANY_HOUR)],
  )
}
