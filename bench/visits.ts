import { tmpdir } from 'node:os'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import type { TakenArea, VisitRecord } from '@linli/contract/visits/shapes'
import { presetOf } from '@linli/presets'
import pg from 'pg'
import { softwareProvider } from '../apps/server/src/kernel/crypto/softwareProvider.ts'
import { openDatabase } from '../apps/server/src/kernel/db/database.ts'
import { migrateDatabase } from '../apps/server/src/kernel/db/migrate.ts'
import { newId } from '../apps/server/src/kernel/ids.ts'
import { temporaryPostgres } from '../apps/server/src/kernel/postgres/index.ts'
import { localStorage } from '../apps/server/src/kernel/uploads/localStorage.ts'
import { installPreset, placesRoom } from '../apps/server/src/rooms/places/index.ts'
import { visitsRoom } from '../apps/server/src/rooms/visits/index.ts'
import { serveRooms } from '../tests/kit/rooms.ts'
import { onDatabase } from './town.ts'

// Three days of visits in the largest place by the phone's own door: 30,000 households in 150 grids, 102 workers, 98 doors a
// worker a day. `node bench/visits.ts`. The floor writes and reads the same rows by bare SQL. Fails when a worker's day of
// 120 visits takes longer than it may.

const GRIDS = 150
const DOORS = 200
const { values } = parseArgs({ options: { workers: { type: 'string', default: '102' } } })
const WORKERS = Number(values.workers)
const A_DAY = 98
const AT_ONCE = 40
const MOST_SECONDS_A_DAY = 30
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const gridPath = (at: number): string => `/s01/c01/g${String(at + 1).padStart(3, '0')}/`

const server = await temporaryPostgres({ given: undefined })
await migrateDatabase(server.ownerUrl)
const db = openDatabase({ url: server.appUrl, poolSize: 8 })
await installPreset(db, 1, presetOf('xihu'), false)
const deps = { db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
const house = await serveRooms(db, [
  placesRoom(deps, [], { patienceMilliseconds: 0 }),
  visitsRoom({ ...deps, storage: localStorage(tmpdir()) }),
])
const behind = new pg.Client({ connectionString: onDatabase(server.superuserUrl, server.ownerUrl) })
await behind.connect()

try {
  await fill()
  const admin = await house.signIn('管理员', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  const started = await house.send<{ id: string; form: string }>(admin, '/campaigns', {
    kind: 'doorToDoor',
    name: '三天敲门',
    path: '/',
    from: '2026-11-01',
    to: '2026-11-03',
    questions: [{ key: 'note', kind: 'text', label: '情况', required: false }],
  })
  const { id, form } = started.body
  const walkers = await Promise.all(
    Array.from({ length: WORKERS }, (_, at) =>
      house.signIn(`网格员${at}`, [
        { role: 'gridWorker', areaPath: gridPath(at), unitId: null },
        ...(at + WORKERS < GRIDS
          ? [{ role: 'gridWorker' as const, areaPath: gridPath(at + WORKERS), unitId: null }]
          : []),
      ]),
    ),
  )
  const [first] = walkers
  if (!first) throw new Error('nobody walks')
  const took = await timed(() => house.read<TakenArea>(first, `/campaigns/${id}/area`))
  const doors = took.value.body.households
  say(`take ${doors.length} doors: ${took.ms.toFixed(1)} ms`)
  const day = doors.slice(0, 120).map((door) => recordAt(door.id, id, form))
  const floor = await timed(() => bare(day, doors[0]?.path ?? ''))
  const sent = await timed(() => bring(first, day))
  say(
    `a day of 120 visits: ${sent.ms.toFixed(1)} ms; bare rows ${floor.ms.toFixed(1)} ms; ratio ${(floor.ms / sent.ms).toFixed(2)}`,
  )
  let records = 0
  const whole = await timed(async () => {
    for (const walker of walkers) {
      const { body } = await house.read<TakenArea>(walker, `/campaigns/${id}/area`)
      const all = body.households.slice(0, 3 * A_DAY)
      records += all.length
      await bring(
        walker,
        all.map((door) => recordAt(door.id, id, form)),
      )
    }
  })
  say(
    `${WORKERS} workers take their doors and bring three days, ${records} visits: ${(whole.ms / 1000).toFixed(1)} s`,
  )
  await behind.query('analyze')
  const progress = await timed(() => house.read(admin, `/campaigns/${id}/progress`))
  say(`progress of ${GRIDS} grids over ${records + 120} visits: ${progress.ms.toFixed(1)} ms`)
  if (sent.ms > MOST_SECONDS_A_DAY * 1000) process.exitCode = 1
} finally {
  await house.close()
  await behind.end()
  await db.close()
  await server.stop()
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now()
  const value = await work()
  return { value, ms: performance.now() - began }
}

async function bring(
  walker: Parameters<typeof house.send>[0],
  records: readonly VisitRecord[],
): Promise<void> {
  for (let at = 0; at < records.length; at += AT_ONCE) {
    const { status, body } = await house.send(walker, '/visits/records', {
      records: records.slice(at, at + AT_ONCE),
    })
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  }
}

function recordAt(household: string, campaign: string, form: string): VisitRecord {
  return {
    id: newId(),
    visit: newId(),
    campaign,
    household,
    form,
    replaces: [],
    outcome: 'met',
    answers: { note: '家里都好' },
    orders: [],
    at: new Date().toISOString(),
  }
}

/** The same rows, each batch one insert in its own transaction, in a campaign that nobody reads. */
async function bare(records: readonly VisitRecord[], path: string): Promise<void> {
  for (let at = 0; at < records.length; at += AT_ONCE)
    await behind.query(
      `insert into visit_records (region_id, id, visit_id, campaign_id, household_id, path, form_id, replaces, outcome, answers, order_ids, by_person, device_at, at)
       select 1, gen_random_uuid(), gen_random_uuid(), n.visit, n.household, $2, n.form, '{}', n.outcome, n.answers, '{}', n.visit, n.at, now()
       from jsonb_to_recordset($1::jsonb) as n(visit uuid, household uuid, form uuid, outcome text, answers jsonb, at timestamptz)`,
      [JSON.stringify(records.slice(at, at + AT_ONCE)), path],
    )
}

/** Streets down to buildings, two a grid, and their households. */
async function fill(): Promise<void> {
  const area = `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)`
  await behind.query(`${area} values (1, gen_random_uuid(), '/s01/', '/', 'street', 's01', '示范街道', 'street00000001', now()),
    (1, gen_random_uuid(), '/s01/c01/', '/s01/', 'community', 'c01', '示范社区', 'community00001', now())`)
  await behind.query(`${area} select 1, gen_random_uuid(), '/s01/c01/g' || lpad(n::text, 3, '0') || '/', '/s01/c01/', 'grid',
    'g' || lpad(n::text, 3, '0'), n || '网格', 'grid' || lpad(n::text, 10, '0'), now() from generate_series(1, ${GRIDS}) n`)
  await behind.query(`${area} select 1, gen_random_uuid(), '/s01/c01/g' || lpad(n::text, 3, '0') || '/b' || b || '/',
    '/s01/c01/g' || lpad(n::text, 3, '0') || '/', 'building', 'b' || b, b || '栋', 'bl' || lpad(n::text, 6, '0') || lpad(b::text, 6, '0'), now()
    from generate_series(1, ${GRIDS}) n, generate_series(1, 2) b`)
  await behind.query(`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
    select 1, gen_random_uuid(), '/s01/c01/g' || lpad(n::text, 3, '0') || '/b' || b || '/', (f * 100 + d)::text, '', '', now()
    from generate_series(1, ${GRIDS}) n, generate_series(1, 2) b, generate_series(1, ${DOORS / 20}) f, generate_series(1, 10) d`)
  await behind.query('analyze')
}
