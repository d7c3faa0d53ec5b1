import type { OrderNeeds } from '../needs.ts'
import type { OpenAsk } from '../rules/facts.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { roundBegins } from './followUp.ts'
import { type By, takeStep } from './takeStep.ts'

type Of<Operation extends keyof typeof orderEndpoints> = BodyOf<(typeof orderEndpoints)[Operation]>

/** 提请解释结案, the first signature: why it cannot be settled now, with the law or policy. Whoever waits reads both. */
export const askExplained = (needs: OrderNeeds, id: string, by: By, body: Of<'askExplained'>) =>
  takeStep(needs, id, 'askExplained', by, () => ({
    remark: { audience: 'everybody', text: `${body.reason}\n（依据：${body.ground}）` },
  }))

/** 同意解释结案, the second signature: closed as not solved and explained, which counts apart from what was not solved. */
export const grantExplained = (needs: OrderNeeds, id: string, by: By, body: Of<'grantExplained'>) =>
  takeStep(needs, id, 'grantExplained', by, () => ({
    set: { result: 'explained' },
    remark: body.remark ? { audience: 'everybody', text: body.remark } : undefined,
  }))

/** 不同意解释结案: it is followed up or done again. */
export const refuseExplained = (needs: OrderNeeds, id: string, by: By, body: Of<'refuseExplained'>) =>
  takeStep(needs, id, 'refuseExplained', by, () => ({ remark: { audience: 'doers', text: body.reason } }))

/** 申请复核: the requester does not accept how it ended. */
export const requestReview = (needs: OrderNeeds, id: string, by: By, body: Of<'requestReview'>) =>
  takeStep(needs, id, 'requestReview', by, () => ({ remark: { audience: 'everybody', text: body.reason } }))

/** 复核成立，重新办理: the same hands begin a new round with a whole limit; what the last one earned is taken back. */
export const grantReview = (needs: OrderNeeds, id: string, by: By, body: Of<'grantReview'>) =>
  takeStep(needs, id, 'grantReview', by, (order) => ({
    ...roundBegins(order),
    remark: { audience: 'everybody', text: body.remark },
  }))

/** 复核成立，重新受理: nobody had it; the desk looks at it as at a new one. */
export const readmitOrder = (needs: OrderNeeds, id: string, by: By, body: Of<'readmitOrder'>) =>
  takeStep(needs, id, 'readmitOrder', by, () => ({
    set: { result: null, refusal_proposed_by: null },
    remark: { audience: 'everybody', text: body.remark },
  }))

/** 维持原结果, with the answer; it is final within the house. */
export const refuseReview = (needs: OrderNeeds, id: string, by: By, body: Of<'refuseReview'>) =>
  takeStep(needs, id, 'refuseReview', by, () => ({ remark: { audience: 'everybody', text: body.remark } }))

/** 提出异议: a unit objects to a ruling, a supervision or an unsatisfied judgement. */
export const raiseObjection = (needs: OrderNeeds, id: string, by: By, body: Of<'raiseObjection'>) =>
  takeStep(needs, id, 'raiseObjection', by, () => ({
    given: { against: body.against },
    facts: { against: body.against },
    remark: { audience: 'doers', text: body.reason },
  }))

/** 异议成立，改派: the ruling falls, and the order is dispatched anew. */
export const overruleReturn = (needs: OrderNeeds, id: string, by: By, body: Of<'overruleReturn'>) =>
  takeStep(needs, id, 'overruleReturn', by, () => ({
    assignee: null,
    set: { contacted_at: null },
    remark: { audience: 'doers', text: body.remark },
  }))

/** 异议成立，撤销督办. */
export const liftSupervision = (needs: OrderNeeds, id: string, by: By, body: Of<'liftSupervision'>) =>
  takeStep(needs, id, 'liftSupervision', by, ({ supervision }) => ({
    set: { supervision: null },
    facts: { level: supervision },
    remark: { audience: 'doers', text: body.remark },
  }))

/** 异议成立，评价不计入: what the requester said stands as it is; the rate leaves it out and says how many it left out. */
export const discountRating = (needs: OrderNeeds, id: string, by: By, body: Of<'discountRating'>) =>
  takeStep(needs, id, 'discountRating', by, ({ ask }) => answering(ask, body.remark))

/** 异议不成立, with the answer. */
export const dismissObjection = (needs: OrderNeeds, id: string, by: By, body: Of<'dismissObjection'>) =>
  takeStep(needs, id, 'dismissObjection', by, ({ ask }) => answering(ask, body.remark))

const answering = (ask: OpenAsk | null, text: string) => ({
  facts: { against: ask?.against ?? null },
  remark: { audience: 'doers' as const, text },
})

/** 归档: read-only from then on. */
export const archiveOrder = (needs: OrderNeeds, id: string, by: By) =>
  takeStep(needs, id, 'archiveOrder', by, () => ({}))

/** 有新情况，重新办理: what was merged into it brought something new. @param from the number of the new report */
export const reopenOrder = (needs: OrderNeeds, id: string, by: By, from: string) =>
  takeStep(needs, id, 'reopenOrder', by, (order) => {
    const begun = roundBegins(order)
    return { ...begun, facts: { ...begun.facts, from } }
  })
