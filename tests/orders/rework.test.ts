import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Grant } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { orderPage } from '../../apps/server/src/rooms/orders/views/orderPage.ts'
import { type Cast, GRABBABLE, offer, openCast, PLAYS } from './cast.ts'
import { COMMUNITY, openTown, type Town } from './town.ts'

let town: Town
let cast: Cast
let roundsLeft = 0
beforeAll(async () => {
  town = await openTown()
  cast = await openCast(town)
  roundsLeft = (await town.needs.rules(1)).rework.rounds
})
afterAll(() => town.close())

const play = (verb: keyof typeof PLAYS, actor: Actor, id: string, version: number, dice = 1) =>
  PLAYS[verb](town, cast, { actor, order: { id, version, item: GRABBABLE }, dice })

/** An order whose rounds of rework are used up, waiting for the call. @returns its id and version */
async function worked(): Promise<{ id: string; version: number }> {
  const helper = await town.helper('志愿者', undefined, { skills: [] })
  const id = newId()
  await offer(town, cast, id)
  let { version } = await play('claimOrder', helper, id, 3)
  for (let round = 1; ; round += 1) {
    ;({ version } = await play('handleOrder', helper, id, version))
    ;({ version } = await play('approveHandling', cast.reviewer, id, version))
    if (round > roundsLeft) return { id, version }
    ;({ version } = await play('reworkOrder', cast.caller, id, version))
  }
}

describe('a round of rework beyond the place’s rounds', () => {
  const grants = (admin: string): Grant[] => [
    { role: 'caller', areaPath: COMMUNITY, unitId: null },
    { role: 'regionAdmin', areaPath: admin, unitId: null },
  ]

  it('is the administrator’s of the order’s own area, not of any other', async () => {
    const { id, version } = await worked()
    const neighbour = await town.person('邻区管理', grants('/s01/c02/'))
    await expect(play('reworkOrder', neighbour, id, version)).rejects.toMatchObject({
      code: 'orders.reworkRoundsUsed',
    })
    const { actions } = await orderPage(town.needs, neighbour, id, 'zh', '')
    expect(actions).toContain('closeOrder')
    expect(actions).not.toContain('reworkOrder')
    const own = await town.person('本区管理', grants(COMMUNITY))
    expect(await play('reworkOrder', own, id, version)).toMatchObject({ state: 'rework' })
  })

  it('of a restricted matter is for whoever administers the whole region', async () => {
    const { id, version } = await worked()
    await town.admin(`update orders set restriction = 'media' where id = $1`, [id])
    const own = await town.person('本社区管理', [
      { role: 'caller', areaPath: '/', unitId: null },
      { role: 'regionAdmin', areaPath: COMMUNITY, unitId: null },
    ])
    await expect(play('reworkOrder', own, id, version)).rejects.toMatchObject({
      code: 'orders.reworkRoundsUsed',
    })
    expect(await play('reworkOrder', cast.admin, id, version)).toMatchObject({ state: 'rework' })
  })
})

describe('a handling that is sent back after the order was given back once', () => {
  it('goes on with the clock of whoever has it now, and with no other', async () => {
    const [first, second] = [
      await town.helper('先去的', undefined, { skills: [] }),
      await town.helper('后去的', undefined, { skills: [] }),
    ]
    const id = newId()
    await offer(town, cast, id)
    let { version } = await play('claimOrder', first, id, 3)
    ;({ version } = await play('giveBack', first, id, version))
    ;({ version } = await play('claimOrder', second, id, version))
    ;({ version } = await play('handleOrder', second, id, version))
    expect(await play('returnHandling', cast.reviewer, id, version)).toMatchObject({ state: 'inProgress' })
    const clocks = await town.admin<{ running: boolean; due: boolean }>(
      `select c.stopped_at is null as running, c.due_at = o.due_at as due from order_clocks c join orders o on o.id = c.order_id
       where c.order_id = $1 and c.clock = 'handle' order by c.started_at`,
      [id],
    )
    expect(clocks).toEqual([
      { running: false, due: expect.any(Boolean) },
      { running: true, due: true },
    ])
  })
})
