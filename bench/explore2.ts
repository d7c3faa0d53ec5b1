import { execFileSync } from 'node:child_process'
import sql from 'sql-template-tag'
import { softwareProvider } from '../apps/server/src/kernel/crypto/softwareProvider.ts'
import { openDatabase } from '../apps/server/src/kernel/db/database.ts'
import { rememberStatement } from '../apps/server/src/kernel/http/idempotency.ts'
import { newId } from '../apps/server/src/kernel/ids.ts'
import { acceptOrder } from '../apps/server/src/rooms/orders/actions/acceptOrder.ts'
import { placeOrder } from '../apps/server/src/rooms/orders/actions/placeOrder.ts'
import { orderRulesOf } from '../apps/server/src/rooms/orders/index.ts'
import { openNeighbours } from '../apps/server/src/rooms/orders/views/neighbours.ts'
import { placeRules } from '../apps/server/src/rooms/places/index.ts'
import { cpuSeconds, endedChildrenSeconds, family } from './cpu.ts'
import { openBenchTown } from './town.ts'

const town = await openBenchTown({ open: 6000, closed: 4000 }, () => undefined)
const db = openDatabase({ url: town.server.appUrl, poolSize: 16 })
const place = await placeRules(db, 1)
const needs = {
  db,
  crypto: softwareProvider(Buffer.alloc(32)),
  ...openNeighbours(db),
  rules: async () => orderRulesOf(place),
  personByPhone: async () => undefined,
} as never
const [row] = await db.global<{ pid: number }>(sql`select pg_backend_pid() as pid`)
const pm = Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(row!.pid)], { encoding: 'utf8' }))
const N = 3000
const actorOf = (s: { token: string; personId: string; path: string }, grants: object[] = []) =>
  ({
    region: 1,
    accountId: s.personId,
    personId: s.personId,
    sessionId: null,
    grants,
    units: [],
    teams: [],
  }) as never
const measure = async (name: string, work: (n: number) => Promise<unknown>) => {
  for (let i = 0; i < 100; i += 1) await work(i)
  const before = [process.cpuUsage(), cpuSeconds(family(pm)) + endedChildrenSeconds(pm), Date.now()] as const
  let n = 100
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (n < N) {
        n += 1
        await work(n)
      }
    }),
  )
  const cpu = process.cpuUsage(before[0])
  console.log(
    name,
    'node us',
    Math.round((cpu.user + cpu.system) / (N - 100)),
    'pg us',
    Math.round(((cpuSeconds(family(pm)) + endedChildrenSeconds(pm) - before[1]) / (N - 100)) * 1e6),
    'per s',
    Math.round((N - 100) / ((Date.now() - before[2]) / 1000)),
  )
}
const ids: string[] = []
const remember = (actor: never) => (result: unknown) =>
  rememberStatement({ operation: 'x', key: newId(), hash: Buffer.alloc(32), region: 1, actor }, result)
await measure('place', async (n) => {
  const s = town.residents[n % 64]!
  const a = actorOf(s)
  const id = newId()
  ids.push(id)
  return placeOrder(needs, { actor: a, remember: remember(a) }, {
    id,
    channel: 'hand',
    kind: 'help',
    detail: '三楼楼道的灯一直不亮，晚上上下楼看不清，请帮忙看看',
    path: s.path,
  } as never)
})
const officer = actorOf(town.officer, [{ role: 'intake', areaPath: '/', unitId: null }])
const rows = await town.db.read<{ id: string; path: string }>(
  { region: 1, system: true, ranges: [{ lo: '/', hi: '0' }] } as never,
  sql`select id, path from orders where region_id=1 and state='submitted'`,
)
await measure('accept', async (n) => {
  const o = rows[n]!
  return acceptOrder(
    needs,
    1,
    o.id,
    { actor: officer, version: 1, remember: remember(officer) } as never,
    { version: 1, item: 'legalAid', kind: 'help', urgency: 'ordinary', path: o.path } as never,
  )
})
await measure('load only', async (n) => {
  const o = rows[n]!
  return db.read(
    { region: 1, person: town.officer.personId, ranges: [{ lo: '/', hi: '0' }] } as never,
    sql`select id, state from orders where region_id=1 and id=${o.id}::uuid`,
  )
})
await measure('empty commit', async () =>
  db.commit({ region: 1, person: town.officer.personId, ranges: [{ lo: '/', hi: '0' }] } as never, [
    sql`select 1`,
  ]),
)
await measure('insert one', async () =>
  db.commit({ region: 1, person: town.officer.personId, ranges: [{ lo: '/', hi: '0' }] } as never, [
    sql`insert into outbox (region_id, id, topic, payload, at) values (1, ${newId()}, 'x.y.1', '{}'::jsonb, app_now())`,
  ]),
)
await measure('insert ten', async () =>
  db.commit(
    { region: 1, person: town.officer.personId, ranges: [{ lo: '/', hi: '0' }] } as never,
    Array.from(
      { length: 10 },
      () =>
        sql`insert into outbox (region_id, id, topic, payload, at) values (1, ${newId()}, 'x.y.1', '{}'::jsonb, app_now())`,
    ),
  ),
)
await db.close()
await town.close()
