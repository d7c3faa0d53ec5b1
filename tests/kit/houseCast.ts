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
  const ofUnit = role === 'unitHandler'
  const { rows } = await admin.query<{ unit: string | null }>({
    name: 'plant-actor', // most tests of the house begin with dozens of them
    text: `with account as (insert into accounts (id, created_at) values ($1, now())),
      person as (insert into people (region_id, id, account_id, name, path, created_at) values ($2, $3, $1, $4, $5, now())),
      session as (insert into sessions (id, token_hash, account_id, region_id, person_id, created_at, seen_at, expires_at, proved_at)
        values ($6, $7, $1, $2, $3, now(), now(), now() + interval '12 hours', now())),
      unit as (select id from units where $8::boolean and region_id = $2 and kind = 'company' order by key limit 1),
      post as (insert into grants (region_id, id, account_id, role, area_path, unit_id, from_at)
        select $2, $9, $1, $10, case when (select id from unit) is null then $11 end, (select id from unit), now() where $10 <> 'resident')
      select (select id from unit) as unit`,
    values: [
      accountId,
      region,
      personId,
      ROLES[role].zh,
      home.path,
      sessionId,
      hashToken(token),
      ofUnit,
      newId(),
      role,
      isWide ? '/' : home.community,
    ],
  })
  const unitId = rows[0]?.unit ?? null
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
