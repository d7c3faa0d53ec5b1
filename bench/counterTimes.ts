import sql from 'sql-template-tag'
import { systemScope } from '../apps/server/src/kernel/auth/actor.ts'
import type { Database } from '../apps/server/src/kernel/db/database.ts'
import { insightRulesOf, statesOf, unequalCounters } from '../apps/server/src/rooms/insight/index.ts'
import { placeRules } from '../apps/server/src/rooms/places/index.ts'
import { timesOf } from './times.ts'

/**
 * How long a county's counters take: orders by state, and the sums of a year of days. Then the proof that they are what
 * the events say.
 * @returns the slowest p95 in milliseconds
 * @throws when a counter differs from the events
 */
export async function measureCounters(
  db: Database,
  runs: number,
  say: (line: string) => void,
): Promise<number> {
  const scope = systemScope(1)
  const [counted] = await db.read<{ events: number }>(
    scope,
    sql`select count(*) as events from order_events where region_id = 1`,
  )
  const states = await timesOf(() => db.read(scope, statesOf(1, ['/'])), runs)
  const days = await timesOf(
    () =>
      db.read(
        scope,
        sql`select sum(placed) as placed, sum(claimed) as claimed, sum(closed) as closed, sum(rated) as rated, sum(satisfied) as satisfied
          from order_days where region_id = 1 and area = '/' and day > current_date - 30`,
      ),
    runs,
  )
  const rules = insightRulesOf(await placeRules(db, 1))
  const begun = performance.now()
  const unequal = await unequalCounters({ db, rules: async () => rules }, 1)
  if (unequal.length > 0) throw new Error(`counters differ from the events: ${JSON.stringify(unequal[0])}`)
  say(`\n${counted?.events} 个事件的计数 counters over so many events, p50 / p95 ms, 区县 county`)
  say(`| 各状态单数 orders by state | ${states.map((ms) => ms.toFixed(2)).join(' / ')} |`)
  say(`| 三十天合计 sums of thirty days | ${days.map((ms) => ms.toFixed(2)).join(' / ')} |`)
  say(
    `与从事件重算的一致 equal to what the events say, recounted in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
  )
  return Math.max(states[1], days[1])
}
