import type { Role } from '@linli/contract'
import { ANY_HOUR } from '@linli/contract/people/shapes'
import { presetOf } from '@linli/presets'
import pg from 'pg'
import sql from 'sql-template-tag'
import { systemScope } from '../apps/server/src/kernel/auth/actor.ts'
import { createSession } from '../apps/server/src/kernel/auth/sessions.ts'
import { type Database, openDatabase } from '../apps/server/src/kernel/db/database.ts'
import { migrateDatabase } from '../apps/server/src/kernel/db/migrate.ts'
import { newId, newSlug } from '../apps/server/src/kernel/ids.ts'
import { migrateJobs } from '../apps/server/src/kernel/jobs/worker.ts'
import { type TemporaryPostgres, temporaryPostgres } from '../apps/server/src/kernel/postgres/index.ts'
import { grantStatement } from '../apps/server/src/rooms/people/index.ts'
import { installPreset } from '../apps/server/src/rooms/places/index.ts'
import { fillOrders } from './fill.ts'

/** 12 streets; 143 communities and villages over them; 13 grids each, so about 1,860 grids. */
const STREETS = 12
const COMMUNITIES = 143
const GRIDS = 13

export type Seat = { readonly token: string; readonly personId: string; readonly path: string }
export type BenchTown = {
  readonly server: TemporaryPostgres
  readonly db: Database
  readonly communities: readonly string[]
  /** Residents, each at a door of their own. */
  readonly residents: readonly Seat[]
  /** Community workers: intake and dispatch over one community each. */
  readonly workers: readonly Seat[]
  /** Intake and dispatch over the whole region. */
  readonly officer: Seat
  /** Helpers of the first community, with home entry and time at any hour. */
  seatHelpers(count: number): Promise<Seat[]>
  /** What the database calls itself. */
  version(): Promise<string>
  close(): Promise<void>
}

/** A founded region of the printed size with orders in it, on a throw-away cluster with the house's own settings. */
export async function openBenchTown(
  orders: { readonly open: number; readonly closed: number },
  say: (line: string) => void,
): Promise<BenchTown> {
  // Our server, the bare one and pgbench have their connections at the same time.
  const server = await temporaryPostgres({ given: undefined, settings: { max_connections: '200' } })
  await migrateDatabase(server.ownerUrl)
  await migrateJobs(server.ownerUrl)
  const db = openDatabase({ url: server.appUrl, poolSize: 4 })
  await installPreset(db, 1, presetOf('xihu'), false)
  const communities = await openAreas(db)
  const seat = (path: string, roles: readonly Role[]) => sitDown(db, path, roles)
  const residents = await Promise.all(
    Array.from({ length: 64 }, (_, n) => seat(`${communities[n % COMMUNITIES] ?? '/'}g01/`, [])),
  )
  const workers = await Promise.all(
    communities.slice(0, 64).map((path) => seat(path, ['intake', 'dispatcher'])),
  )
  const officer = await seat('/', ['intake', 'dispatcher'])
  const admin = new pg.Client({ connectionString: onDatabase(server.superuserUrl, server.ownerUrl) })
  await admin.connect()
  await fillOrders(admin, { ...orders, communities, people: residents.map(({ personId }) => personId) }, say)
  await admin.end()
  return {
    server,
    db,
    communities,
    residents,
    workers,
    officer,
    version: async () =>
      (await db.global<{ version: string }>(sql`select split_part(version(), ' on ', 1) as version`))[0]
        ?.version ?? '',
    seatHelpers: (count) => Promise.all(Array.from({ length: count }, () => seatHelper(db))),
    close: async () => {
      await db.close()
      await server.stop()
    },
  }
}

/** The superuser's connection on the database that another address names. */
export function onDatabase(url: string, other: string): string {
  const changed = new URL(url)
  changed.pathname = new URL(other).pathname
  return changed.href
}

async function openAreas(db: Database): Promise<string[]> {
  const two = (n: number): string => String(n).padStart(2, '0')
  const communities = Array.from(
    { length: COMMUNITIES },
    (_, n) => `/s${two((n % STREETS) + 1)}/c${two(Math.floor(n / STREETS) + 1)}/`,
  )
  const streets = [...new Set(communities.map((path) => `/${path.split('/')[1]}/`))]
  const grids = communities.flatMap((path) =>
    Array.from({ length: GRIDS }, (_, n) => `${path}g${two(n + 1)}/`),
  )
  const rows = [
    ...streets.map((path) => ({ path, level: 'street' })),
    ...communities.map((path) => ({ path, level: 'community' })),
    ...grids.map((path) => ({ path, level: 'grid' })),
  ].map(({ path, level }) => {
    const codes = path.split('/').filter(Boolean)
    const parent = codes.length === 1 ? '/' : `/${codes.slice(0, -1).join('/')}/`
    return { id: newId(), slug: newSlug(), path, level, parent, code: codes.at(-1) }
  })
  await db.commit(systemScope(1), [
    sql`insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
      select 1, id, path, parent, level, code, code, slug, app_now()
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, slug text, path text, level text, parent text, code text)`,
  ])
  return communities
}

/** Somebody registered at a path, with roles there and a session. */
export async function sitDown(db: Database, path: string, roles: readonly Role[]): Promise<Seat> {
  const [accountId, personId] = [newId(), newId()]
  await db.global(sql`insert into accounts (id, created_at) values (${accountId}, now())`)
  await db.commit(systemScope(1), [
    sql`insert into people (region_id, id, account_id, name, path, created_at) values (1, ${personId}, ${accountId}, '测试', ${path}, app_now())`,
    ...roles.map((role) =>
      grantStatement(1, { accountId, role, areaPath: path, unitId: null, postId: null }),
    ),
  ])
  const { token } = await db.globalTransaction((tx) =>
    createSession(tx, { accountId, region: 1, personId }, 'phone'),
  )
  return { token, personId, path }
}

const ALWAYS = JSON.stringify(ANY_HOUR)

async function seatHelper(db: Database): Promise<Seat> {
  const path = '/s01/c01/g01/'
  const seat = await sitDown(db, path, ['helper'])
  await db.commit(systemScope(1), [
    sql`insert into helpers (region_id, person_id, path, serves_path, quota, home_entry, night_emergencies, hours, joined_at)
      values (1, ${seat.personId}, ${path}, '/s01/', 6, true, true, ${ALWAYS}::jsonb, app_now())`,
    ...presetOf('xihu').skills.map(
      ({ key }) =>
        sql`insert into helper_skills (region_id, id, person_id, skill, verified_by, verified_at) values (1, ${newId()}, ${seat.personId}, ${key}, ${seat.personId}, app_now())`,
    ),
  ])
  return seat
}
