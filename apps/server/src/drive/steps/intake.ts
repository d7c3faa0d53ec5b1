import type { Cast, PlayItem } from '../cast.ts'
import type { Answer } from '../client.ts'
import { may, type Step } from '../sight.ts'
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

/** 受理、答复、不予受理、撤单，then 发布待抢 or 派单: whatever the lifecycle allows the desk. */
export async function intake(turn: Turn): Promise<Step | null> {
  const { play, order, view, token, fate, chance } = turn
  const { call, habits } = play
  const params = { id: view.id }
  const { version } = view
  const item = view.item ? play.item(view.item) : undefined
  if (order.requester && view.urgency !== 'emergency' && fate.happens('cancel', habits.cancel)) {
    const body = { version, reason: '已经自己解决了，谢谢。' }
    const asker = await order.requester.token()
    return {
      verb: 'cancelOrder',
      answer: await call('cancelOrder', { params, body, key: turn.key('cancel') }, asker),
    }
  }
  if (view.state === 'submitted') {
    if (item?.automatic) return null // the policy accepts and offers it by itself
    if (!view.vulnerable && fate.happens('refuse', habits.refuse)) {
      const body = { version, ...words.refusal(chance) }
      const answer = await call('refuseOrder', { params, body, key: turn.key('refuse') }, token)
      return { verb: 'refuseOrder', answer }
    }
    if (ANSWERABLE.has(view.kind) && fate.happens('answer', habits.answer)) {
      const body = { version, ...words.answer(chance) }
      const answer = await call('answerOrder', { params, body, key: turn.key('answer') }, token)
      return { verb: 'answerOrder', answer, change: { result: 'answered' } }
    }
    const chosen = view.item ?? order.wantedItem ?? fallback(play.items, view.kind)
    const body = { version, item: chosen, kind: view.kind, urgency: view.urgency, path: view.path }
    const answer = await call('acceptOrder', { params, body, key: turn.key('accept') }, token)
    return { verb: 'acceptOrder', answer, change: { item: chosen } }
  }
  if (item?.grabbable && may(view, 'offerOrder')) {
    const answer = await call('offerOrder', { params, body: { version }, key: turn.key('offer') }, token)
    return { verb: 'offerOrder', answer }
  }
  return giveTo(turn, 'dispatchOrder')
}

type Candidate = Answer<'listCandidates'>['units'][number]
/** The unit that an item was given to before: the desk need not look for it again. */
const usualUnits = new WeakMap<Cast, Map<string, Candidate>>()

/** Gives the order to the unit that usually has the item, else to a neighbour with the lightest load, else to the first unit. */
export async function giveTo(
  { play, order, view, token, key }: Turn,
  verb: 'dispatchOrder' | 'assignOrder',
): Promise<Step> {
  const known = usualUnits.get(play.cast) ?? new Map<string, Candidate>()
  usualUnits.set(play.cast, known)
  const chosen = known.get(view.item ?? '') ?? (await lookFor())
  const body = { version: view.version, assignee: chosen.assignee }
  const answer = await play.call(verb, { params: { id: view.id }, body, key: key(verb) }, token)
  order.handler =
    play.cast.units.get(chosen.name) ?? play.cast.helpers.find(({ name }) => name === chosen.name)
  return { verb, answer }

  async function lookFor(): Promise<Candidate> {
    const { units, people } = await play.call('listCandidates', { params: { id: view.id } }, token)
    const ours = units.filter(({ name }) => play.cast.units.has(name))
    const usual = ours.find(({ reasons }) => reasons.length > 0)
    if (usual && view.item) known.set(view.item, usual)
    const neighbour = people.find(
      ({ name, openOrders, quota }) =>
        openOrders < (quota ?? 0) && play.cast.helpers.some((helper) => helper.name === name),
    )
    const found = usual ?? neighbour ?? ours[0]
    if (!found) throw new Error(`nobody can be given the order ${view.number}`)
    return found
  }
}
