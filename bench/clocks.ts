import { parseArgs } from 'node:util'
import { presetOf } from '@linli/presets'
import pg from 'pg'
import { openDatabase } from '../apps/server/src/kernel/db/database.ts'
import { migrateDatabase } from '../apps/server/src/kernel/db/migrate.ts'
import { temporaryPostgres } from '../apps/server/src/kernel/postgres/index.ts'
import { recountDeadlines } from '../apps/server/src/rooms/orders/index.ts'
import { orderRulesOf } from '../apps/server/src/rooms/orders/orderRules.ts'
import { dueAfter } from '../apps/server/src/rooms/orders/rules/workTime.ts'
import { tellAlerts } from '../apps/server/src/rooms/orders/store/alerts.ts'
import { markPassed } from '../apps/server/src/rooms/orders/store/deadlines.ts'
import { installPreset, placeRules } from '../apps/server/src/rooms/places/index.ts'
import { timesOf } from './times.ts'
import { onDatabase } from './town.ts'

// What running limits cost: one due time, a tick in which nothing is due, a tick in which a thousand are, and counting all of
// them anew after an edit of the calendar. `node bench/clocks.ts [--clocks 100000]`.

const { values } = parseArgs({ options: { clocks: { type: 'string', default: '100000' } } })
const clocks = Number(values.clocks)
if (!(clocks > 0)) throw new Error('a whole number above nothing, please')
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1)
const DUE = 1000

const server = await temporaryPostgres({ given: undefined })
await migrateDatabase(server.ownerUrl)
const db = openDatabase({ url: server.appUrl, poolSize: 4 })
const behind = new pg.Client({ connectionString: onDatabase(server.superuserUrl, server.ownerUrl) })
await behind.connect()
const told = async (): Promise<void> => {
  while ((await markPassed(db, 1, 0, [])) > 0);
  while ((await tellAlerts(db, 1, [])) > 0);
}
try {
  await installPreset(db, 1, presetOf('xihu'), false)
  const place = await placeRules(db, 1)
  const rules = orderRulesOf(place)
  const needs = { db, rules: async () => rules }
  const calendar = rules.clocks.calendarOf(null)
  const now = Date.now()
  const ofOne = performance.now()
  for (let n = 0; n < clocks; n += 1) dueAfter(now + n * 1000, { amount: 5, unit: 'workDay' }, calendar)
  say(`一个到期时间 one due time: ${(((performance.now() - ofOne) / clocks) * 1000).toFixed(1)} us`)

  const rule = place.clocks.find(({ key }) => key === 'handle.ordinary')?.versionId
  const due = new Date(dueAfter(now, { amount: 5, unit: 'workDay' }, calendar)).toISOString()
  await behind.query(
    `with made as (select gen_random_uuid() as id, n from generate_series(1, $1::int) n),
      placed as (insert into orders (region_id, id, number, version, state, kind, channel, urgency, item, path, community, placed_at, placed_by, requester_id, due_at, due_clock)
        select 1, id, 'C' || n, 1, 'inProgress', 'help', 'hand', 'ordinary', 'changeBulb', '/s01/c01/g01/', '/s01/c01/', now(), gen_random_uuid(), gen_random_uuid(), $2::timestamptz, 'handle' from made)
      insert into order_clocks (region_id, id, order_id, clock, round, amount, unit, rule_version, started_at, due_at, policy, alert_at, escalate_at)
      select 1, gen_random_uuid(), id, 'handle', 1, 5, 'workDay', $3::uuid, now(), $2::timestamptz, $4, $2::timestamptz - interval '1 day', $2::timestamptz + interval '1 day' from made`,
    [clocks, due, rule, rules.clocks.policy],
  )
  await behind.query('vacuum analyze')
  const tick = async () => {
    await recountDeadlines(needs, 1)
    await told()
  }
  const [p50, p95] = await timesOf(tick, 40)
  say(
    `${clocks} 个时限，没有到期的一跳 a tick in which nothing is due: ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
  )

  await behind.query(
    `update order_clocks set due_at = now() - interval '1 second' where id in (select id from order_clocks order by id limit ${DUE})`,
  )
  const fired = performance.now()
  await told()
  say(`${DUE} 个到期的一跳 a tick in which ${DUE} are due and told: ${seconds(fired)} s`)

  const source = { document: '', mechanism: '' }
  const day = {
    key: due.slice(0, 10),
    kind: 'holiday',
    name: { zh: '', en: '' },
    source,
    versionId: rule ?? '',
  } as const
  const edited = orderRulesOf({
    ...place,
    calendar: [...place.calendar, day],
    clockEdition: place.clockEdition + 1,
  })
  const begun = performance.now()
  const looked = await recountDeadlines({ db, rules: async () => edited }, 1)
  const moved = await behind.query<{ n: number }>(
    `select count(*)::int as n from order_events where verb = 'moveDeadlines'`,
  )
  say(`改日历后重算 counted anew: ${looked} 单 orders, ${moved.rows[0]?.n} 单动了 moved, ${seconds(begun)} s`)
} finally {
  await behind.end()
  await db.close()
  await server.stop()
}
