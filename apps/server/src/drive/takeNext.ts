import type { State } from '@linli/contract'
import { type Play, type Player, whoseAreaIs } from './cast.ts'
import { chanceOf, idFrom } from './chance.ts'
import { CallFailed } from './client.ts'
import { carriedOn, isFinished, type Sight, type Step, sightOf } from './sight.ts'
import { afterwards } from './steps/afterwards.ts'
import { handle } from './steps/handle.ts'
import { intake } from './steps/intake.ts'
import { offered } from './steps/offered.ts'
import { review } from './steps/review.ts'
import type { Driven, Taken, Turn } from './turn.ts'

const isWorkedOn = ({ state }: Pick<Driven, 'state'>): boolean =>
  state === 'dispatched' || state === 'inProgress' || state === 'rework'

/** What is known of the order; nothing when it went to be worked on and only its page says to whom. */
function sightInHand({ sight, handler }: Driven): Sight | undefined {
  return sight && isWorkedOn(sight) && !handler && !sight.owner ? undefined : sight
}

/** Whose turn it is in a state, as long as one person is enough to say so. */
function turnOf(play: Play, order: Driven): Player {
  const { cast } = play
  if (isWorkedOn(order) && order.handler) return order.handler
  if (order.state === 'handled') return whoseAreaIs(cast.reviewers, order.path)
  if (order.state === 'followUp' || order.state === 'closed') return whoseAreaIs(cast.callers, order.path)
  return whoseAreaIs(cast.duty, order.path)
}

type TakeStep = (turn: Turn) => Promise<Step | 'overtaken' | null>
const STEPS: { readonly [state in State]?: TakeStep } = {
  submitted: intake,
  accepted: intake,
  offered,
  dispatched: handle,
  inProgress: handle,
  rework: handle,
  handled: review,
  followUp: afterwards,
  closed: afterwards,
}

/**
 * Lets the right person take the next believable step of an order through the public API. The order is read when it is
 * not known, or when somebody else was quicker; a step's own answer tells the rest. Everything drawn by chance depends on
 * seed, order and version only: stopping and going on makes no difference.
 * @throws CallFailed when the server refuses for another reason than that somebody was quicker
 */
export async function takeNext(play: Play, order: Driven): Promise<Taken> {
  const who = turnOf(play, order)
  const token = await who.token()
  const view = sightInHand(order) ?? sightOf(await play.call('getOrder', { params: { id: order.id } }, token))
  order.sight = view
  const moved = view.state !== order.state
  order.state = view.state
  if (moved && turnOf(play, order) !== who) return takeNext(play, order)
  const step = STEPS[view.state]
  if (!step) return { verb: null, state: view.state, done: true }
  const turn: Turn = {
    play,
    order,
    view,
    who,
    token,
    fate: chanceOf(play.seed, order.id),
    chance: chanceOf(play.seed, order.id, view.version),
    key: (verb) => idFrom(play.seed, order.id, view.version, verb),
  }
  order.sight = undefined // until the answer is there
  const taken = await step(turn).catch((error: unknown) => {
    if (!(error instanceof CallFailed) || error.status !== 409) throw error
    return 'overtaken' as const // a person, the policy or a clock was quicker: look again
  })
  if (taken === 'overtaken') return { verb: 'overtaken', state: order.state, done: false }
  if (taken === null) return { verb: null, state: order.state, done: isFinished(order) }
  order.sight = carriedOn(view, taken)
  order.state = order.sight.state
  play.tally.steps += 1
  return { verb: taken.verb, state: order.state, done: false }
}
