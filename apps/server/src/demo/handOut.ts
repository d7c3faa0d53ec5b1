import type { OrderView } from '@linli/contract/orders/shapes'
import { whoseAreaIs } from '../drive/cast.ts'
import { chanceOf } from '../drive/chance.ts'
import { newId } from '../kernel/ids.ts'
import { place } from './place.ts'
import { drawOrder } from './plan.ts'
import { RESIDENTS, SEAT_PEOPLE } from './roster.ts'
import type { Town } from './stagedTown.ts'

type Handed = { readonly item: string; readonly text: string }
type Assignee = { readonly personId: string } | { readonly unitId: string }

/** What somebody in a seat finds in hand who is given work and does not take it from a board. */
const IN_HAND: { readonly [seat in 'unitHandler' | 'gridWorker']: readonly Handed[] } = {
  unitHandler: [
    { item: 'entranceDoor', text: '单元门锁不上，风一吹就开，晚上睡不踏实，请物业来看看。' },
    { item: 'propertyLiaison', text: '楼梯间的声控灯修了又坏，想请物业说一说什么时候能彻底换掉。' },
  ],
  gridWorker: [
    { item: 'bulkyWaste', text: '楼道里堆着旧家具，谁家的问不出来，请网格员帮忙认一认、劝一劝。' },
    { item: 'wasteSorting', text: '厨余桶里老是混进塑料袋，想请网格员来讲讲怎么分。' },
  ],
}

/**
 * Sees to it that those seats have their orders in hand: a neighbour of the grid places one, the officer on duty accepts
 * and dispatches it. Ids are people's own, so simulated neighbours leave them alone. What is in hand already counts.
 */
export async function handOut(town: Town): Promise<void> {
  const { call, tokens } = town
  const unitToken = await tokens(SEAT_PEOPLE.unitHandler.phone)
  const gridToken = await tokens(SEAT_PEOPLE.gridWorker.phone)
  const { items: units } = await call('listUnits', {}, unitToken)
  const [post] = SEAT_PEOPLE.unitHandler.posts
  const unit = units.find(({ key }) => post && 'unit' in post && post.unit === key)
  if (!unit) throw new Error('the seat of a unit has no unit')
  const { person } = await call('whoAmI', {}, gridToken)
  await fill(town, unitToken, { unitId: unit.id }, IN_HAND.unitHandler)
  await fill(town, gridToken, { personId: person.id }, IN_HAND.gridWorker)
}

async function fill(town: Town, token: string, assignee: Assignee, wanted: readonly Handed[]): Promise<void> {
  const { items: held } = await town.call('listMyTasks', { query: {} }, token)
  for (const need of wanted.slice(held.length)) await give(town, need, assignee)
}

/** 点单、受理、派单: the three commands in their order. */
async function give(town: Town, { item, text }: Handed, assignee: Assignee): Promise<void> {
  const { call } = town
  const id = newId()
  const near = RESIDENTS.filter(({ door }) => door.compound === SEAT_PEOPLE.gridWorker.door.compound)
  const chance = chanceOf('in hand', item)
  const drawn = drawOrder(id, chance, { item, text })
  const order = { ...drawn, requester: chance.pick('neighbour', near), detail: text, withPhoto: false }
  const { path } = await place(call, town.tokens, town.map, order)
  const duty = await whoseAreaIs(town.cast.duty, path).token()
  const view: OrderView = await call('getOrder', { params: { id } }, duty)
  const { version, kind, urgency } = view
  const accepted = await call(
    'acceptOrder',
    { params: { id }, body: { version, item, kind, urgency, path } },
    duty,
  )
  await call('dispatchOrder', { params: { id }, body: { version: accepted.version, assignee } }, duty)
}
