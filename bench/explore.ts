import sql, { Sql } from 'sql-template-tag'
import { systemScope } from '../apps/server/src/kernel/auth/actor.ts'
import { softwareProvider } from '../apps/server/src/kernel/crypto/softwareProvider.ts'
import { orderRulesOf } from '../apps/server/src/rooms/orders/index.ts'
import { listOrders } from '../apps/server/src/rooms/orders/views/lists.ts'
import { openNeighbours } from '../apps/server/src/rooms/orders/views/neighbours.ts'
import { orderPage } from '../apps/server/src/rooms/orders/views/orderPage.ts'
import { placeRules } from '../apps/server/src/rooms/places/index.ts'
import { openBenchTown } from './town.ts'

const town = await openBenchTown(
  { open: Number(process.argv[2] ?? 36000), closed: Number(process.argv[3] ?? 24000) },
  () => undefined,
)
const { db } = town
const place = await placeRules(db, 1)
const explained = {
  ...db,
  read: async (scope: never, q: Sql) => {
    const rows = await db.read(scope, q)
    for (let i = 0; i < 6; i += 1) await db.read(scope, q)
    const plan = await db.read<Record<string, string>>(
      scope,
      new Sql([`explain (analyze, buffers) ${q.strings[0]}`, ...q.strings.slice(1)], q.values),
    )
    console.log(
      q.text.slice(0, 100).replace(/\s+/g, ' '),
      '\n',
      plan.map((r) => Object.values(r)[0]).join('\n'),
    )
    return rows
  },
}
const needs = {
  db: explained,
  crypto: softwareProvider(Buffer.alloc(32)),
  ...openNeighbours(explained as never),
  rules: async () => orderRulesOf(place),
} as never
const w = town.workers[3]!
const actor = {
  region: 1,
  accountId: w.personId,
  personId: w.personId,
  sessionId: w.personId,
  grants: [
    { role: 'intake', areaPath: w.path, unitId: null },
    { role: 'dispatcher', areaPath: w.path, unitId: null },
  ],
  units: [],
  teams: [],
} as never
await listOrders(needs, actor, 'zh', {
  path: w.path,
  state: ['submitted', 'accepted', 'offered', 'dispatched', 'inProgress', 'handled', 'followUp', 'rework'],
  limit: 20,
})
console.log('=========== search')
await listOrders(needs, actor, 'zh', { q: '电梯 楼道', limit: 20 })
const [one] = await db.read<{ id: string }>(
  systemScope(1),
  sql`select id from orders where region_id=1 and community=${w.path} and version=5 limit 1`,
)
console.log('=========== get')
await orderPage(needs, actor, one!.id, 'zh', 'x')
const officer = {
  region: 1,
  accountId: w.personId,
  personId: w.personId,
  sessionId: w.personId,
  grants: [{ role: 'intake', areaPath: '/', unitId: null }],
  units: [],
  teams: [],
} as never
console.log('=========== region list')
await listOrders(needs, officer, 'zh', { state: ['submitted'], limit: 20 })
await town.close()
