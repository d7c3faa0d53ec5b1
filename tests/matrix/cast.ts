import { type Actor, actorOf, castOf } from '../kit/houseCast.ts'
import { ABROAD, canaryPhone } from '../kit/houseGround.ts'
import { plantOrder } from '../kit/houseOrders.ts'
import { plantPerson } from '../kit/houseRows.ts'
import type { World } from '../kit/houseWorld.ts'
import { type Cell, groundOf, SELF } from './relations.ts'

/** Roles of the other region who come along: somebody who may see everything there, and somebody who may not. */
const FROM_ABROAD = ['regionAdmin', 'resident'] as const

/**
 * The cast, two people of the other region, and about everybody what they must never come across: orders about them in
 * the area of their grant, and matters of others that were kept from whoever does the work or from the whole community.
 */
export async function wholeCast(world: World): Promise<Actor[]> {
  const cast = await castOf(world)
  for (const role of FROM_ABROAD) cast.push(await actorOf(world, role, role === 'regionAdmin', ABROAD))
  for (const actor of cast) if (actor.role !== 'visitor' && actor.region === 1) await surround(world, actor)
  const requester = await plantPerson(world, groundOf('restricted'))
  for (const state of ['submitted', 'inProgress', 'closed'] as const)
    await plantOrder(world, world.item, {
      ground: groundOf('restricted'),
      state,
      requester,
      restriction: 'media',
    })
  await world.admin.query('analyze') // else the planner takes every table for empty, and joins row by row
  return cast
}

const STATES = ['submitted', 'offered', 'inProgress', 'closed'] as const
const DOING: readonly Cell[] = ['assigned', 'anonymous', 'confidential']

/** What lies about one person: complaints of them, their own orders and those they have to do, and their own number. */
async function surround(world: World, actor: Actor): Promise<void> {
  const { admin, house } = world
  const phone = canaryPhone({ mark: `${SELF}${actor.serial}` })
  await admin.query(
    `update people set phone_cipher = $3, phone_hmac = $4, phone_tail = $5 where region_id = $1 and id = $2`,
    [
      actor.region,
      actor.personId,
      house.crypto.encryptField(phone, `people.phone:${actor.region}`),
      house.crypto.lookUp(phone),
      phone.slice(0, 3) + phone.slice(-4),
    ],
  )
  const requester = await plantPerson(world, groundOf('complainedOf', actor))
  for (const state of STATES)
    await plantOrder(world, world.item, {
      ground: groundOf('complainedOf', actor),
      state,
      requester,
      aboutPerson: actor.unitId ? undefined : actor.personId,
      aboutUnit: actor.unitId,
    })
  await plantOrder(world, world.item, {
    ground: groundOf('own', actor),
    state: 'inProgress',
    requester: actor.personId,
  })
  const doer = actor.unitId ? { unit: actor.unitId } : { person: actor.personId }
  for (const cell of DOING) {
    const id = await plantOrder(world, world.item, {
      ground: groundOf(cell, actor),
      state: 'inProgress',
      requester,
      assignee: doer,
    })
    await wish(world, id, cell)
  }
}

/** Marks an order as its requester wished it. */
export async function wish({ admin }: Pick<World, 'admin'>, order: string, cell: Cell): Promise<void> {
  if (cell === 'anonymous' || cell === 'confidential')
    await admin.query(`update orders set ${cell} = true where id = $1`, [order])
}
