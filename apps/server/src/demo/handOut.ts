import type { CatalogueItem } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'
import { type Cast, whoseAreaIs } from '../drive/cast.ts'
import { chanceOf } from '../drive/chance.ts'
import { newId } from '../kernel/ids.ts'
import { place, type Where } from './place.ts'
import { drawOrder } from './plan.ts'
import type { Setting } from './setting.ts'

type Town = Where & { readonly cast: Cast }
type Handed = { readonly item: string; readonly text: string }
type Assignee = { readonly personId: string } | { readonly unitId: string }

/** What somebody in a seat finds in hand who is given work and does not take it from a board. */
const AT_ONCE_IN_HAND = 2
/** Written for items that many places have; the others are asked for in the words of the town's needs. */
const WORDS: readonly Handed[] = [
  { item: 'entranceDoor', text: '单元门锁不上，风一吹就开，晚上睡不踏实，请物业来看看。' },
  { item: 'propertyLiaison', text: '楼梯间的声控灯修了又坏，想请物业说一说什么时候能彻底换掉。' },
  { item: 'bulkyWaste', text: '楼道里堆着旧家具，谁家的问不出来，请网格员帮忙认一认、劝一劝。' },
  { item: 'wasteSorting', text: '厨余桶里老是混进塑料袋，想请网格员来讲讲怎么分。' },
]

/** Two matters for the seat: of the items given to it, those that have words of their own first. The policy leaves them alone. */
function inHand({ needs }: Setting, items: readonly CatalogueItem[]): Handed[] {
  const own = items.filter(({ automatic, kind }) => !automatic && kind === 'help')
  const written = WORDS.filter(({ item }) => own.some(({ key }) => key === item))
  const asked = own.map(({ key, name }) => ({
    item: key,
    text: needs.find(({ item, fits }) => (item ?? fits) === key)?.text ?? `${name.zh}，请帮忙看看。`,
  }))
  return [...written, ...asked].slice(0, AT_ONCE_IN_HAND)
}

/**
 * Sees to it that those seats have their orders in hand: a neighbour of the grid places one, the officer on duty accepts
 * and dispatches it. Ids are people's own, so simulated neighbours leave them alone. What is in hand already counts.
 */
export async function handOut(town: Town): Promise<void> {
  const { call, tokens, setting } = town
  const { items, supplies } = setting
  const { unitHandler, gridWorker } = setting.roster.seats
  const unitToken = await tokens(unitHandler.phone)
  const [post] = unitHandler.posts
  const unit =
    post && 'unit' in post
      ? (await call('listUnits', {}, unitToken)).items.find(({ key }) => key === post.unit)
      : undefined
  if (unit) {
    const own = supplies.find((one) => one.unit === unit.key)?.items ?? []
    const theirs = items.filter((item) => own.includes(item.key) || item.unit === unit.key)
    await fill(town, unitToken, { unitId: unit.id }, inHand(setting, theirs))
  }
  if (gridWorker.posts.length === 0) return
  const gridToken = await tokens(gridWorker.phone)
  const { person } = await call('whoAmI', {}, gridToken)
  const supplied = new Set(supplies.flatMap((one) => one.items))
  const nobodys = items.filter(
    ({ key, unit: usual, grabbable }) => usual === null && !grabbable && !supplied.has(key),
  )
  await fill(town, gridToken, { personId: person.id }, inHand(setting, nobodys))
}

async function fill(town: Town, token: string, assignee: Assignee, wanted: readonly Handed[]): Promise<void> {
  const { items: held } = await town.call('listMyTasks', { query: {} }, token)
  for (const need of wanted.slice(held.length)) await give(town, need, assignee)
}

/** 点单、受理、派单: the three commands in their order. */
async function give(town: Town, { item, text }: Handed, assignee: Assignee): Promise<void> {
  const { call } = town
  const id = newId()
  const home = town.setting.roster.seats.gridWorker.door.compound
  const near = town.setting.roster.residents.filter(({ door }) => door.compound === home)
  const chance = chanceOf('in hand', item)
  const drawn = drawOrder(town.setting, id, chance, { item, text })
  const order = { ...drawn, requester: chance.pick('neighbour', near), detail: text, withPhoto: false }
  const { path } = await place(town, order)
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
