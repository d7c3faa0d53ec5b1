import pg from 'pg'
import { startContender } from './contenders.ts'
import { memoryMegabytes } from './cpu.ts'
import { type Load, load } from './load.ts'
import { type BenchTown, onDatabase } from './town.ts'

export type Sustained = Load & {
  readonly serverErrors: number
  /** Orders placed in the window whose events are not exactly one a version. */
  readonly unequalHistories: number
  readonly memory: number
}

/** Sixty-four connections place orders on a pool of ten for `seconds`: everybody waits a turn, nobody is turned away. */
export async function measureSustained(town: BenchTown, seconds: number): Promise<Sustained> {
  const server = await startContender('linli', town, { POOL_SIZE: '10' })
  const admin = new pg.Client({
    connectionString: onDatabase(town.server.superuserUrl, town.server.ownerUrl),
  })
  await admin.connect()
  let serverErrors = 0
  const work = server.work('place', { next: () => undefined })
  try {
    const { rows: before } = await admin.query<{ at: string }>('select now()::text as at')
    const result = await load(server.address, 64, seconds, (connection) => {
      const next = work(connection)
      const done = (status: number): void => {
        if (status >= 500) serverErrors += 1
      }
      return next && { ...next, done }
    })
    const { rows } = await admin.query<{ n: number }>(
      `select count(*)::int as n from (
         select o.id from orders o left join order_events e on e.region_id = o.region_id and e.order_id = o.id
         where o.region_id = 1 and o.placed_at >= $1::timestamptz group by o.id, o.version having count(e.id) <> o.version) unequal`,
      [before[0]?.at],
    )
    return {
      ...result,
      serverErrors,
      unequalHistories: rows[0]?.n ?? 0,
      memory: Math.max(...server.pids.map(memoryMegabytes)),
    }
  } finally {
    await admin.end()
    await server.stop()
  }
}
