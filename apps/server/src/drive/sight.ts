import { isOpen, transitionOf, type Verb } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'

/** What the players know of an order: read once from its page, then carried on by the answers to their own steps. */
export type Sight = Pick<
  OrderView,
  | 'id'
  | 'number'
  | 'version'
  | 'state'
  | 'kind'
  | 'urgency'
  | 'item'
  | 'title'
  | 'path'
  | 'round'
  | 'vulnerable'
  | 'anonymous'
  | 'confidential'
  | 'restriction'
  | 'result'
  | 'score'
  | 'callsTried'
> & {
  readonly contacted: boolean
  readonly consentedToShow: boolean
  readonly shown: boolean
  /** Who has it, as the page says; undefined when a step was taken since the page was read. */
  readonly owner: OrderView['owner'] | undefined
  /** The steps so far, oldest first, with the photos that came with them. */
  readonly steps: readonly { readonly verb: string; readonly photos: readonly string[] }[]
}

export type Answered = Pick<OrderView, 'id' | 'number' | 'version' | 'state'>
/** A step that was taken: the server's answer, and what else is known of the order since. */
export type Step = {
  readonly verb: Verb
  readonly answer: Answered
  readonly change?: Partial<Sight>
  readonly photos?: readonly string[]
}

export function sightOf(view: OrderView): Sight {
  return {
    ...view,
    contacted: view.contactedAt !== null,
    shown: view.publicationSlug !== null,
    steps: view.timeline.map(({ verb, photos }) => ({ verb, photos })),
  }
}

/** The order after a step of one's own: nothing that the answer tells needs to be read again. */
export const carriedOn = (sight: Sight, { verb, answer, change = {}, photos = [] }: Step): Sight => ({
  ...sight,
  ...change,
  number: answer.number,
  version: answer.version,
  state: answer.state,
  owner: undefined, // a step may hand the order on
  steps: [...sight.steps, { verb, photos }],
})

/** Whether the lifecycle takes the verb now; who may take it, and what else stands in the way, the server says. */
export const may = (sight: Sight, verb: Verb): boolean =>
  transitionOf(verb).from.includes(sight.state) && !(verb === 'contactRequester' && sight.contacted)

export const hasTaken = ({ steps }: Sight, verb: Verb): boolean => steps.some((step) => step.verb === verb)

/** Whether the latest rating belongs to this round: nothing was reworked since. */
export function ratedThisRound({ steps }: Sight): boolean {
  const verbs = steps.map(({ verb }) => verb)
  return verbs.includes('rateOrder') && verbs.lastIndexOf('rateOrder') > verbs.lastIndexOf('reworkOrder')
}

export const isFinished = ({ state }: Pick<Sight, 'state'>): boolean => !isOpen(state)
