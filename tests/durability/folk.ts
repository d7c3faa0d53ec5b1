import type { Role } from '@linli/contract'
import { ANY_HOUR } from '@linli/contract/people/shapes'
import sql from 'sql-template-tag'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { createSession } from '../../apps/server/src/kernel/auth/sessions.ts'
import type { Database } from '../../apps/server/src/kernel/db/database.ts'
import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'
import { entryStatement, openAccounts } from '../../apps/server/src/rooms/points/store/ledger.ts'
import { OPEN_ALWAYS } from '../kit/houseStations.ts'

export const REGION = 1
const STREET = '/s01/'
const COMMUNITY = '/s01/c01/'
export const GRID = '/s01/c01/g01/'
const scope = systemScope(REGION)

export type Person = { readonly token: string; readonly personId: string; readonly accountId: string }
export type Folk = {
  readonly residents: readonly Person[]
  readonly helpers: readonly Person[]
  /** They have what they are given and nothing else. */
  readonly spenders: readonly Person[]
  readonly desk: Person
  readonly reviewer: Person
  readonly caller: Person
  readonly auditor: Person
  readonly clerk: Person
  readonly shop: string
}

/** A grid with residents, helpers at any hour, a desk, a shop, and who administers them. */
export async function settle(
  db: Database,
  counts: { residents: number; helpers: number; spenders?: number },
): Promise<Folk> {
  const shop = newId()
  await db.commit(scope, [
    ...[
      [STREET, 'street', '/'],
      [COMMUNITY, 'community', STREET],
      [GRID, 'grid', COMMUNITY],
    ].map(
      ([path = '', level, parent]) => sql`
        insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
        values (${REGION}, ${newId()}, ${path}, ${parent}, ${level}, ${path.split('/').at(-2)}, ${path}, ${newSlug()}, app_now())`,
    ),
    sql`insert into units (region_id, id, key, kind, name, opened_at)
      values (${REGION}, ${shop}, 'durabilityShop', 'company', '{"zh":"邻家店","en":"Shop"}', app_now())`,
  ])
  const many = (count: number, make: () => Promise<Person>): Promise<Person[]> =>
    Promise.all(Array.from({ length: count }, make))
  return {
    shop,
    residents: await many(counts.residents, () => sitDown(db)),
    helpers: await many(counts.helpers, () => seatHelper(db)),
    spenders: await many(counts.spenders ?? 0, () => sitDown(db)),
    desk: await sitDown(db, [
      ['intake', '/'],
      ['dispatcher', '/'],
    ]),
    reviewer: await sitDown(db, [['reviewer', '/']]),
    caller: await sitDown(db, [['caller', '/']]),
    auditor: await sitDown(db, [['auditor', '/']]),
    clerk: await sitDown(db, [['unitHandler', null]], shop),
  }
}

/** Somebody signed in, with these roles over an area or, where none is named, over the unit. */
export async function sitDown(
  db: Database,
  roles: readonly (readonly [Role, string | null])[] = [],
  unit: string | null = null,
): Promise<Person> {
  const [accountId, personId] = [newId(), newId()]
  await db.global(sql`insert into accounts (id, created_at) values (${accountId}, now())`)
  await db.commit(scope, [
    sql`insert into people (region_id, id, account_id, name, path, created_at)
      values (${REGION}, ${personId}, ${accountId}, '测试', ${GRID}, app_now())`,
    ...roles.map(
      ([role, area]) => sql`insert into grants (region_id, id, account_id, role, area_path, unit_id, from_at)
        values (${REGION}, ${newId()}, ${accountId}, ${role}, ${area}, ${area === null ? unit : null}::uuid, app_now())`,
    ),
  ])
  return { accountId, personId, token: await signIn(db, { accountId, personId }) }
}

/** One more session of somebody. */
export async function signIn(db: Database, who: Pick<Person, 'accountId' | 'personId'>): Promise<string> {
  const { token } = await db.globalTransaction((tx) => createSession(tx, { region: REGION, ...who }, 'phone'))
  return token
}

async function seatHelper(db: Database): Promise<Person> {
  const person = await sitDown(db, [['helper', STREET]])
  await db.commit(scope, [
    sql`insert into helpers (region_id, person_id, path, serves_path, quota, home_entry, night_emergencies, points_opt_in, hours, joined_at)
      values (${REGION}, ${person.personId}, ${GRID}, ${STREET}, 50, true, true, true, ${JSON.stringify(ANY_HOUR)}::jsonb, app_now())`,
  ])
  return person
}

/** Points by a correction of the community's, as an entry like any other. */
export async function give(db: Database, personId: string, amount: number): Promise<void> {
  await db.transaction(scope, async (tx) => {
    const { debitAccount, creditAccount } = await openAccounts(tx, REGION, personId, COMMUNITY)
    await tx.query(
      entryStatement(REGION, {
        id: newId(),
        phase: 'posted',
        kind: 'correction',
        debitAccount,
        creditAccount,
        amount,
      }),
    )
  })
}

/** A reward on the shelf of the community, 10 points a piece. @param stock null: it never runs out */
export async function putOnShelf(db: Database, folk: Folk, stock: number | null): Promise<string> {
  const id = newId()
  await db.commit(scope, [
    sql`insert into rewards (region_id, id, kind, unit_id, name, points, stock, fen, base, area, from_at, added_at)
      values (${REGION}, ${id}, 'goods', ${folk.shop}, '{"zh":"鸡蛋","en":"Eggs"}', 10, ${stock}::bigint, 100, 0, ${COMMUNITY}, app_now(), app_now())`,
  ])
  return id
}

/** A room of a station that is always open, with so many seats an hour. @returns its id */
export async function openRoom(db: Database, seats: number): Promise<string> {
  const [station, id] = [newId(), newId()]
  await db.commit(scope, [
    sql`insert into stations (region_id, id, slug, kind, name, path, address, step_free, hours, version, opened_at)
      values (${REGION}, ${station}, ${newSlug()}, 'fixed', '驿站', ${COMMUNITY}, '一楼', true, ${JSON.stringify(OPEN_ALWAYS)}::jsonb, 1, app_now())`,
    sql`insert into bookables (region_id, id, station_id, kind, name, minutes, seats, days_ahead, opened_at)
      values (${REGION}, ${id}, ${station}, 'room', '议事厅', 60, ${seats}, 7, app_now())`,
  ])
  return id
}
