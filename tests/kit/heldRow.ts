import { setTimeout as sleep } from 'node:timers/promises'

type Query = (text: string, values?: unknown[]) => Promise<readonly object[]>

const PATIENCE_MILLISECONDS = 30_000
const WAITING = `select count(distinct pid)::int as n from pg_locks where not granted and pid in (
  select pid from pg_locks where database = (select oid from pg_database where datname = current_database()))`

/**
 * Holds rows in a transaction of its own while others come for them, so that two meet for certain and not by chance.
 * @param query a connection of a superuser that nobody else uses meanwhile
 * @param rows the select that locks them
 */
export async function holdRows(query: Query, rows: string, values: unknown[]) {
  await query('begin')
  await query(rows, values)
  return {
    /** Until so many connections wait for somebody, or the work is over without waiting. */
    waiting: async (many: number, work: Promise<unknown>): Promise<void> => {
      let over = false
      const end = (): void => {
        over = true
      }
      work.then(end, end)
      for (const late = performance.now() + PATIENCE_MILLISECONDS; !over; await sleep(20)) {
        const [row] = (await query(WAITING)) as { n: number }[] // the statement's own column
        if (row && row.n >= many) return
        if (performance.now() > late) throw new Error(`${many} did not come to wait`)
      }
    },
    release: () => query('commit'),
  }
}
