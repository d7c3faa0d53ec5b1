import type { Objection, Verb } from '@linli/contract'
import { SATISFIED_FROM } from '@linli/contract'
import type { AskFacts, Decision } from './facts.ts'

/** Steps that decided how an order ended: who took one of them does not answer the review of it. */
const ENDED_BY: readonly Verb[] = [
  'proposeRefusal',
  'refuseOrder',
  'answerOrder',
  'lapseSupplement',
  'handleOrder',
  'selfHandle',
  'approveHandling',
  'closeOrder',
  'askExplained',
  'grantExplained',
]
/** What a unit objects to, and the steps that decided it. */
const OBJECTED: { readonly [against in Objection]: readonly Verb[] } = {
  ruling: ['refuseReturn'],
  supervision: ['superviseOrder'],
  rating: ['rateOrder', 'closeOrder'],
}
/** Steps that answer an objection to a decision that stands. */
const ANSWERS: readonly Verb[] = ['discountRating', 'dismissObjection']
/** All that the rules want to know of who decided. */
export const DECISIONS: readonly Verb[] = [
  ...new Set([...ENDED_BY, ...Object.values(OBJECTED).flat(), ...ANSWERS]),
]

const isOne = (verbs: readonly string[], { verb }: Decision): boolean => verbs.includes(verb)

/** The decision that an objection may be against, the latest of its kind; an unsatisfied judgement only, and each once. */
export function objectedTo({ decisions = [] }: AskFacts, against: Objection): Decision | undefined {
  const latest = decisions.findLast(
    (one) =>
      isOne(OBJECTED[against], one) &&
      (against !== 'rating' || (one.score !== null && one.score < SATISFIED_FROM)),
  )
  const answered = decisions.findLast((one) => isOne(ANSWERS, one) && one.against === against)
  return latest && answered && answered.at >= latest.at ? undefined : latest
}

/** Whether somebody decided what is asked about now: a review of how it ended, or an objection to one decision. */
export function decidedFirst(facts: AskFacts, personId: string | null): boolean {
  const against = facts.ask?.against as Objection | null | undefined // written by raiseObjection from the contract
  const verbs = against ? OBJECTED[against] : ENDED_BY
  return (facts.decisions ?? []).some((one) => isOne(verbs, one) && one.by === personId)
}
