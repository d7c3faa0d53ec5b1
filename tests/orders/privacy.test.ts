import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { listCandidates } from '../../apps/server/src/rooms/orders/views/candidates.ts'
import { type Cast, GRABBABLE, openCast, PLAYS } from './cast.ts'
import { openTown, type Town } from './town.ts'

let town: Town
let cast: Cast
beforeAll(async () => {
  town = await openTown()
  cast = await openCast(town)
})
afterAll(() => town.close())

const play = (verb: keyof typeof PLAYS, actor: Actor, id: string, version: number, dice = 1) =>
  PLAYS[verb](town, cast, { actor, order: { id, version, item: GRABBABLE }, dice })

describe('names of helpers', () => {
  const namesFor = async (actor: Actor, id: string) =>
    (await listCandidates(town.needs, actor, id, 'zh')).people.map(({ name }) => name)

  it('are answered to the order’s own dispatcher while somebody is to be chosen, and to nobody else', async () => {
    const id = newId()
    await play('placeOrder', cast.resident, id, 1)
    await expect(namesFor(cast.dispatcher, id)).rejects.toMatchObject({ code: 'orders.notNow' })
    await play('acceptOrder', cast.desk, id, 1)
    expect(await namesFor(cast.dispatcher, id)).toContain('孙志愿')
    const elsewhere = await town.person('外区', [{ role: 'dispatcher', areaPath: '/s01/c02/', unitId: null }])
    await expect(namesFor(elsewhere, id)).rejects.toMatchObject({ status: 404 })
    for (const actor of [cast.desk, cast.reviewer, cast.gridWorker])
      await expect(namesFor(actor, id)).rejects.toMatchObject({ status: 403 })
    await play('offerOrder', cast.dispatcher, id, 2)
    expect(await namesFor(cast.dispatcher, id)).toContain('孙志愿')
    await play('claimOrder', cast.helperOne, id, 3)
    await expect(namesFor(cast.dispatcher, id)).rejects.toMatchObject({ code: 'orders.notNow' })
  })
})
