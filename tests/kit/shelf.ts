import type {
  MyRedemption,
  MyRedemptions,
  RedeemResult,
  RedemptionPage,
  Settlement,
  Shelf,
} from '@linli/contract/points/redemptionShapes'
import type { MyPoints, PointsProof } from '@linli/contract/points/shapes'
import type { Static } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { type Actor, systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'
import { settleOrder } from '../../apps/server/src/rooms/points/actions/settleOrder.ts'
import { pointsRoom } from '../../apps/server/src/rooms/points/http.ts'
import { aRule, neighbours, someFacts } from '../../apps/server/src/rooms/points/testing.ts'
import { testDatabase } from './database.ts'
import { serveRooms } from './rooms.ts'

export type Problem = { code: string; errors?: { field: string }[] }

/** A region of one community with two merchants, served over HTTP: what a test of redemption needs. */
export async function openShelf() {
  const test = await testDatabase()
  const { db } = test
  const world = neighbours(db)
  const rooms = await serveRooms(db, [
    pointsRoom({ ...world.needs, optInStatement: () => sql`select refuse('notHelper')` }),
  ])
  const [shop, company] = [newId(), newId()]
  await db.commit(systemScope(1), [
    ...['/', '/c03/', '/c05/'].map(
      (
        path,
      ) => sql`insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
        values (1, ${newId()}, ${path}, ${path === '/' ? null : '/'}, 'community', ${path.slice(1, -1)}, ${`${path}社区`}, ${newSlug()}, app_now())`,
    ),
    ...[shop, company].map(
      (id, at) => sql`insert into units (region_id, id, key, kind, name, opened_at)
        values (1, ${id}, ${`unit${at}`}, 'company', '{"zh":"邻家店","en":"Shop"}', app_now())`,
    ),
  ])
  const admin = await rooms.signIn('张主任', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  const clerk = await rooms.signIn('李店员', [{ role: 'unitHandler', areaPath: null, unitId: shop }])

  /** Somebody of the community who earned so many points. */
  const neighbour = async (points: number, community = '/c03/'): Promise<Actor> => {
    const actor = await rooms.signIn('王大力')
    if (points > 0) await earn(actor, points, community)
    return actor
  }
  const earn = async (actor: Actor, amount: number, community = '/c03/'): Promise<void> => {
    const rule = aRule({ amount, dailyCap: 1_000_000_000, pairWeeklyCap: 1_000_000 })
    const { needs, orders } = neighbours(db, [rule])
    const closed = { state: 'closed', result: 'solved', requesterPersonId: newId() } as const
    const order = someFacts({ ...closed, handlerPersonId: actor.personId, community })
    orders.set(order.id, order)
    await settleOrder(needs, 1, order.id)
  }
  /** A reward of 10 points at the shop, put up by the administration. @returns its id */
  const reward = async (change: object = {}): Promise<string> => {
    const id = newId()
    const answer = await rooms.send<Problem>(admin, '/points/rewards', {
      id,
      kind: 'goods',
      name: { zh: '鸡蛋', en: 'Eggs' },
      unit: shop,
      area: '/c03/',
      points: 10,
      fen: 100,
      base: 0,
      monthlyLimit: null,
      stock: null,
      ...change,
    })
    if (answer.status !== 201) throw new Error(`the reward was refused: ${JSON.stringify(answer.body)}`)
    return id
  }
  const redeem = (actor: Actor, rewardId: string, change: object = {}, key?: string) =>
    rooms.send<RedeemResult & Problem>(
      actor,
      '/points/redemptions',
      { id: newId(), rewardId, quantity: 1, points: 10, ...change },
      key,
    )
  const mine = async (actor: Actor): Promise<MyRedemption[]> =>
    (await rooms.read<Static<typeof MyRedemptions>>(actor, '/me/redemptions')).body.items
  const codeOf = async (actor: Actor, id: string): Promise<string> =>
    (await mine(actor)).find((one) => one.id === id)?.code ?? ''
  const step = (actor: Actor, id: string, verb: 'cancel' | 'refund', body: object = {}, key?: string) =>
    rooms.send<{ state: string } & Problem>(actor, `/points/redemptions/${id}/${verb}`, body, key)
  const collect = (actor: Actor, code: string, key?: string) =>
    rooms.send<{ state: string } & Problem>(actor, '/points/redemptions/collect', { code }, key)
  const [now] = await db.global<{ month: string }>(
    sql`select to_char(app_now() at time zone 'Asia/Shanghai', 'YYYY-MM') as month`,
  )
  const month = now?.month ?? ''
  return {
    test,
    db,
    rooms,
    world,
    shop,
    company,
    admin,
    clerk,
    month,
    neighbour,
    earn,
    reward,
    redeem,
    mine,
    codeOf,
    collect,
    cancel: (actor: Actor, id: string, key?: string) => step(actor, id, 'cancel', {}, key),
    refund: (actor: Actor, id: string, body: object = { reason: 'faulty', restock: true }, key?: string) =>
      step(actor, id, 'refund', body, key),
    purse: async (actor: Actor) => {
      const { balance, held } = (await rooms.read<MyPoints>(actor, '/me/points')).body
      return { balance, held }
    },
    shelf: async (actor: Actor): Promise<Shelf> => (await rooms.read<Shelf>(actor, '/points/shelf')).body,
    stockOf: async (id: string): Promise<number | null> => {
      const [row] = await db.read<{ stock: number | null }>(
        systemScope(1),
        sql`select stock from rewards where region_id = 1 and id = ${id}::uuid`,
      )
      return row?.stock ?? null
    },
    proof: async () => (await rooms.read<PointsProof>(admin, `/points/proofs/${month}`)).body,
    settlement: async (actor: Actor, query = '') =>
      (await rooms.read<Settlement>(actor, `/points/settlements/${month}${query}`)).body,
    list: async (actor: Actor, query = '') =>
      (await rooms.read<Static<typeof RedemptionPage>>(actor, `/points/redemptions${query}`)).body.items,
    told: async (actor: Actor): Promise<string[]> =>
      (
        await db.read<{ topic: string }>(
          systemScope(1),
          sql`select topic from outbox where region_id = 1 and topic like 'points.redemption%'
            and payload -> 'people' ->> 0 = ${actor.personId} order by seq`,
        )
      ).map(({ topic }) => topic.split('.')[1] ?? ''),
    close: async () => {
      await rooms.close()
      await test.close()
    },
  }
}
export type ShelfTown = Awaited<ReturnType<typeof openShelf>>
