import { fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import { presetOf } from '@linli/presets'
import pg from 'pg'
import { LARGEST_TOWN, makeTown, timesTown } from '../apps/server/src/demo/large/madeTown.ts'
import { houseLedgers } from '../apps/server/src/house/ledgers.ts'
import type { Actor } from '../apps/server/src/kernel/auth/actor.ts'
import { scopeOf } from '../apps/server/src/kernel/auth/actor.ts'
import { openDatabase } from '../apps/server/src/kernel/db/database.ts'
import { migrateDatabase } from '../apps/server/src/kernel/db/migrate.ts'
import { newId } from '../apps/server/src/kernel/ids.ts'
import { areaWords } from '../apps/server/src/kernel/ledgers/ledger.ts'
import { temporaryPostgres } from '../apps/server/src/kernel/postgres/index.ts'
import { localStorage } from '../apps/server/src/kernel/uploads/localStorage.ts'
import { writeFile } from '../apps/server/src/rooms/ledgers/files/writeFile.ts'
import { ask, sortOf } from '../apps/server/src/rooms/ledgers/views/asked.ts'
import { installPreset } from '../apps/server/src/rooms/places/index.ts'
import { writeTown } from '../tests/kit/town/writeTown.ts'
import { onDatabase } from './town.ts'

// How long a ledger takes to write and how much memory beside what the process has anyway, each format in a process of its
// own: `node bench/ledgers.ts`. 100,000 orders, and every door of the largest place (30,000) and of ten times that with
// the way to it in words. The floor is the same rows made text in PostgreSQL. Fails above 200 MB, or where a door of the
// larger place takes more than twice as long.

const ORDERS = 100_000
const MOST_MEGABYTES = 200
const MOST_TIMES = 2
const say = (line: string): void => void process.stdout.write(`${line}\n`)
type Format = 'xlsx' | 'csv'
type Task = { url: string; format: Format; region: number; key: string }
type Said = { seconds: number; extra: number; bytes: number; rows: number }

/** A ledger of a region, and the same rows made text by the database alone. */
type Asked = { name: string; region: number; key: string; floor: string }
const DOORS = `select count(md5(h.room || h.opened_at::text || (${areaWords('h.region_id', 'h.path')}) || (select count(*) from household_members m
  where m.region_id = h.region_id and m.household_id = h.id and m.to_at is null))) from households h where h.closed_at is null and h.region_id = `
const ASKED: readonly Asked[] = [
  {
    name: '工单 orders',
    region: 1,
    key: 'orders',
    floor: `select count(md5(o::text || t.title)) from orders o join order_texts t on t.region_id = o.region_id and t.order_id = o.id`,
  },
  { name: '住户 households, 1 ×', region: 1, key: 'households', floor: `${DOORS} 1` },
  { name: '住户 households, 10 ×', region: 2, key: 'households', floor: `${DOORS} 2` },
]

process.once('message', (task: Task) => {
  void work(task)
    .then((said) => process.send?.(said))
    .then(() => process.disconnect())
})
if (!process.send) await measure()

/** One export in this process: the seconds it took and the most memory above that before it. */
async function work({ url, format, region, key }: Task): Promise<Said> {
  const db = openDatabase({ url, poolSize: 2 })
  const ledger = houseLedgers.find((one) => one.key === key)
  if (!ledger) throw new Error(`the house has no ledger ${key}`)
  const grants = [{ role: 'regionAdmin', areaPath: '/', unitId: null }] as const
  const me: Actor = {
    region,
    accountId: newId(),
    personId: newId(),
    sessionId: newId(),
    grants,
    units: [],
    teams: [],
  }
  const needs = {
    db,
    storage: localStorage(tmpdir()),
    ledgers: houseLedgers,
    filledBy: {},
    nameOf: async () => '郑伟',
  }
  const write = (progress: { written: number; expected: number }, to?: string) =>
    writeFile(
      needs,
      {
        id: newId(),
        me,
        scope: scopeOf(me),
        asked: ask(ledger, me, to ? { to } : {}),
        columns: ledger.columns,
        sort: sortOf(ledger, {}),
        format,
        purpose: '量一量',
        path: null,
        period: [undefined, undefined],
        row: null,
        template: null,
        comesBack: false,
      },
      Object.assign(progress, { state: 'writing' as const }),
    )
  await write({ written: 0, expected: 0 }, '1999-01-01') // every module and plan is there
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 10)
  const progress = { written: 0, expected: 0 }
  const begun = performance.now()
  const bytes = await write(progress)
  const seconds = (performance.now() - begun) / 1000
  clearInterval(watch)
  await db.close()
  return { seconds, extra: (most - before) / 2 ** 20, bytes: bytes.length, rows: progress.written }
}

async function measure(): Promise<void> {
  const server = await temporaryPostgres({ given: undefined })
  const admin = new pg.Client({ connectionString: onDatabase(server.superuserUrl, server.ownerUrl) })
  try {
    await migrateDatabase(server.ownerUrl)
    const db = openDatabase({ url: server.appUrl, poolSize: 2 })
    await installPreset(db, 1, presetOf('duchang'), false)
    await installPreset(db, 2, presetOf('xihu'), false)
    await db.close()
    await admin.connect()
    await admin.query(`with made as (select gen_random_uuid() as id, n from generate_series(1, ${ORDERS}) n),
      placed as (insert into orders (region_id, id, number, version, state, kind, channel, urgency, item, path, community, placed_at, placed_by)
        select 1, id, '260301-' || lpad(n::text, 6, '0'), 1, 'closed', 'help', 'gridReport', 'ordinary', 'publicHazard', '/s01/c01/', '/s01/c01/',
          now() - make_interval(mins => n), id from made)
      insert into order_texts (region_id, order_id, title, detail) select 1, id, '三号楼外墙瓷砖翘起 ' || n, '' from made`)
    for (const [region, times] of [
      [1, 1],
      [2, 10],
    ] as const)
      await writeTown(admin, makeTown(timesTown(LARGEST_TOWN, times)), { region, withPeople: false })
    await admin.query(`insert into household_members (region_id, id, household_id, person_id, from_at)
      select region_id, gen_random_uuid(), id, gen_random_uuid(), now() from households, generate_series(1, 3)`)
    await admin.query('vacuum analyze')
    const each = new Map<string, number>()
    for (const { name, floor, ...of } of ASKED) {
      const begun = performance.now()
      await admin.query(floor)
      const least = (performance.now() - begun) / 1000
      for (const format of ['xlsx', 'csv'] as const) {
        const { seconds, extra, bytes, rows } = await inChild({ url: server.appUrl, format, ...of })
        say(
          `${name} ${format}: ${rows} 行 rows, ${(bytes / 2 ** 20).toFixed(1)} MiB, ${seconds.toFixed(1)} s, 下限的 ${(seconds / least).toFixed(1)} 倍 of the floor (${least.toFixed(2)} s, the same rows as text in PostgreSQL), 多用内存 extra memory ${extra.toFixed(0)} MB`,
        )
        const before = each.get(`${of.key} ${format}`)
        each.set(`${of.key} ${format}`, seconds / rows)
        if (extra > MOST_MEGABYTES || rows === 0 || (before && seconds / rows > before * MOST_TIMES))
          process.exitCode = 1
      }
    }
  } finally {
    await admin.end()
    await server.stop()
  }
}

function inChild(task: Task): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename)
    child.once('message', (said) => resolve(said as Said)) // sent by work
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the export ended with ${code}`)))
    child.send(task)
  })
}
