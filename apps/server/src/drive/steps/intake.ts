import type { PlayItem } from '../cast.ts'
import type { Turn } from '../turn.ts'
import { words } from '../words.ts'

/** Questions, ideas and thanks are often answered at once; the desk's other work goes to helpers or units. */
const ANSWERABLE = new Set(['consultation', 'suggestion', 'praise'])
/** What an officer falls back on when the words fit nothing better: something of the kind that a unit or person is given. */
function fallback(items: readonly PlayItem[], kind: string): string {
  const given = items.filter(({ grabbable }) => !grabbable)
  const found = given.find((item) => item.kind === kind) ?? given[0] ?? items[0]
  if (!found) throw new Error('the place has an empty catalogue')
  return found.key
}

/** 受理、答复、不予受理、撤单，then 发布待抢 or 派单: whatever the order's actions allow the desk. */
export async function intake(turn: Turn): Promise<string | null> {
  const { play, order, view, token, fate, chance } = turn
  const { call, habits } = play
  const id = { id: view.id }
  const may = (verb: string) => view.actions.includes(verb)
  const item = view.item ? play.item(view.item) : undefined
  const settle = (state: typeof order.state, verb: string) => {
    order.state = state
    return verb
  }
  if (order.requester && view.urgency !== 'emergency' && fate.happens('cancel', habits.cancel)) {
    const { state } = await call(
      'cancelOrder',
      {
        params: id,
        body: { version: view.version, reason: '已经自己解决了，谢谢。' },
        key: turn.key('cancel'),
      },
      await order.requester.token(),
    )
    return settle(state, 'cancelOrder')
  }
  if (view.state === 'submitted') {
    if (item?.automatic) return null // the policy accepts and offers it by itself
    if (may('refuseOrder') && !view.vulnerable && fate.happens('refuse', habits.refuse)) {
      const body = { version: view.version, ...words.refusal(chance) }
      const { state } = await call('refuseOrder', { params: id, body, key: turn.key('refuse') }, token)
      return settle(state, 'refuseOrder')
    }
    if (may('answerOrder') && ANSWERABLE.has(view.kind) && fate.happens('answer', habits.answer)) {
      const body = { version: view.version, ...words.answer(chance) }
      const { state } = await call('answerOrder', { params: id, body, key: turn.key('answer') }, token)
      return settle(state, 'answerOrder')
    }
    const chosen = view.item ?? order.wantedItem ?? fallback(play.items, view.kind)
    const body = {
      version: view.version,
      item: chosen,
      kind: view.kind,
      urgency: view.urgency,
      path: view.path,
    }
    const { state } = await call('acceptOrder', { params: id, body, key: turn.key('accept') }, token)
    return settle(state, 'acceptOrder')
  }
  if (item?.grabbable && may('offerOrder')) {
    const { state } = await call(
      'offerOrder',
      { params: id, body: { version: view.version }, key: turn.key('offer') },
      token,
    )
    return settle(state, 'offerOrder')
  }
  return giveTo(turn, 'dispatchOrder')
}

/** Gives the order to the unit that usually has the item, else to a neighbour with the lightest load, else to the first unit. */
export async function giveTo(
  { play, order, view, token, key }: Turn,
  verb: 'dispatchOrder' | 'assignOrder',
): Promise<string> {
  const candidates = await play.call('listCandidates', { params: { id: view.id } }, token)
  const known = candidates.units.filter(({ name }) => play.cast.units.has(name))
  const usual = known.find(({ reasons }) => reasons.length > 0)
  const neighbour = candidates.people.find(
    ({ name, openOrders, quota }) =>
      openOrders < (quota ?? 0) && play.cast.helpers.some((helper) => helper.name === name),
  )
  const chosen = usual ?? neighbour ?? known[0]
  if (!chosen) throw new Error(`nobody can be given the order ${view.number}`)
  const body = { version: view.version, assignee: chosen.assignee }
  const { state } = await play.call(verb, { params: { id: view.id }, body, key: key(verb) }, token)
  order.state = state
  order.handler =
    play.cast.units.get(chosen.name) ?? play.cast.helpers.find(({ name }) => name === chosen.name)
  return verb
}
