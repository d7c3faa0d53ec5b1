import { randomUUID } from 'node:crypto'
import { OPEN_STATES } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'
import type { Play } from '../drive/cast.ts'
import { chanceOf, idFrom, isDrawnId } from '../drive/chance.ts'
import { CallFailed } from '../drive/client.ts'
import { takeNext } from '../drive/takeNext.ts'
import type { Driven } from '../drive/turn.ts'
import { drivenOf, place } from './place.ts'
import { drawOrder, needAt, type PlannedOrder, planOrders } from './plan.ts'
import { FOUNDER, SEAT_PEOPLE } from './roster.ts'
import type { Stage } from './stage.ts'
import type { Town } from './stagedTown.ts'

/** Milliseconds between two steps: a pace that the eye can follow. */
const PACE = { shortest: 1500, longest: 3000 }
/** Above this many open orders of their own the neighbours only finish what there is. */
const MOST_OPEN = 150
const LOOK_AGAIN_STEPS = 25
const SEATED = new Set<string>(Object.values(SEAT_PEOPLE).map(({ name }) => name))

/**
 * The neighbours' own life: every second or two one of them orders something, or an order takes its next step. What a
 * visitor has placed or touched is the visitor's. Stops after the step in hand; an error is told and the next step comes.
 */
export function startNeighbours(
  town: Town,
  stage: Stage,
  onError: (error: Error) => void,
  pace = PACE,
): { stop(): Promise<void> } {
  const play = town.playWith(`neighbours ${randomUUID()}`)
  const own = new Map<string, Driven>()
  let steps = 0
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const act = async (): Promise<void> => {
    if (steps % LOOK_AGAIN_STEPS === 0) await lookAround(town, play, own)
    steps += 1
    const chance = chanceOf(play.seed, steps)
    if (own.size === 0 || (own.size < MOST_OPEN && chance.happens('place', 0.25))) {
      const need = needAt(town.setting, Number.POSITIVE_INFINITY, chance)
      const order = drawOrder(town.setting, idFrom(play.seed, steps), chance, need)
      own.set(order.id, await place(town, order))
      stage.orders += 1
      return
    }
    const order = chance.pick('order', [...own.values()])
    if (await isTouched(town, order)) own.delete(order.id)
    else if ((await takeNext(play, order)).done) own.delete(order.id)
  }
  const round = (): void => {
    const work = stage.running ? act() : Promise.resolve()
    running = work
      .catch((error: unknown) => onError(error instanceof Error ? error : new Error(String(error))))
      .finally(() => {
        if (!stopped)
          timer = setTimeout(round, pace.shortest + Math.random() * (pace.longest - pace.shortest))
      })
  }
  timer = setTimeout(round, pace.shortest)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/** Finds the open orders that neighbours have placed, now or before a restart; the ids they give tell them from people's. */
async function lookAround(town: Town, play: Play, own: Map<string, Driven>): Promise<void> {
  const token = await town.tokens(FOUNDER.phone)
  const planned = new Map(planOrders(town.setting).map((order) => [order.id, order]))
  const page = await play.call('listOrders', { query: { state: [...OPEN_STATES], limit: 100 } }, token)
  for (const { id, path, state } of page.items) {
    if (!isDrawnId(id) || own.has(id)) continue
    const plan: PlannedOrder | undefined = planned.get(id)
    const driven = plan
      ? drivenOf(town, plan, state)
      : { id, path, requester: undefined, wantedItem: undefined, state, handler: undefined }
    own.set(id, driven)
  }
}

/** Whether somebody in a seat has done something with the order, or has it to do. */
async function isTouched(town: Town, order: Driven): Promise<boolean> {
  try {
    const view: OrderView = await town.call(
      'getOrder',
      { params: { id: order.id } },
      await town.tokens(FOUNDER.phone),
    )
    return (
      SEATED.has(view.owner.name ?? '') ||
      view.timeline.some(({ actorName }) => SEATED.has(actorName ?? '')) ||
      !knowsWorker(town, view)
    )
  } catch (error) {
    if (error instanceof CallFailed && error.status === 404) return true
    throw error
  }
}

/** An order that lies with somebody outside the cast is left to that somebody. */
function knowsWorker({ cast }: Town, { owner }: OrderView): boolean {
  if (owner.kind === 'person') return cast.helpers.some(({ name }) => name === owner.name)
  if (owner.kind === 'unit') return cast.units.has(owner.name ?? '')
  return owner.kind !== 'team'
}
