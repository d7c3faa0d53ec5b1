import { keptBySender } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import type { OrderNeeds } from '../needs.ts'
import type { OrderFacts } from '../rules/facts.ts'
import { closesByRating } from '../rules/outcome.ts'
import { FIRST_CALL, ONE_MORE_CALL, type Rating, ratingStatement } from '../store/followUp.ts'
import { demandSenderAnswer } from './asking.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, takeStep } from './takeStep.ts'

/** 评单: the requester's own judgement. Solved and satisfied closes the order; otherwise the callback desk decides. */
export function rateOrder(
  needs: OrderNeeds,
  region: number,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.rateOrder>,
) {
  return takeStep(needs, id, 'rateOrder', by, (order) => {
    const closes =
      order.state === 'followUp' && closesByRating(body.resolved, body.score) && !keptBySender(order.channel)
    return {
      to: closes ? 'closed' : order.state,
      set: {
        score: body.score,
        rated_round: order.round,
        ...(order.state === 'followUp' ? { result: body.resolved } : {}),
      },
      facts: { score: body.score, resolved: body.resolved },
      also: ratedBy(region, order, by, { ...body, through: 'requester' }),
    }
  })
}

/** 记录未接通: one more try; three over two days or more allow closing. */
export const recordCall = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.recordCall>,
) =>
  takeStep(needs, id, 'recordCall', by, () => ({
    set: { calls_tried: ONE_MORE_CALL, first_call_at: FIRST_CALL },
    remark: body.remark ? { audience: 'staff', text: body.remark } : undefined,
  }))

/** 回访结案: with the answer of the requester, or after enough tries; never by the one who handled it. */
export function closeOrder(
  needs: OrderNeeds,
  region: number,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.closeOrder>,
) {
  return takeStep(needs, id, 'closeOrder', by, (order) => {
    demandSenderAnswer(order, body.remark)
    const { resolved, score } = body
    const rated =
      body.reached && resolved !== undefined && score !== undefined && order.ratedRound !== order.round
    return {
      given: { reached: body.reached, rated },
      set: { reached: body.reached, ...(rated ? { score, rated_round: order.round, result: resolved } : {}) },
      facts: { reached: body.reached, score: score ?? null, resolved: resolved ?? null },
      remark: body.remark ? { audience: 'staff', text: body.remark } : undefined,
      also: rated ? ratedBy(region, order, by, { resolved, score, through: 'call' }) : [],
    }
  })
}

/** 重办: the same hands, a new limit. Voids what the round would have earned. */
export const reworkOrder = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.reworkOrder>,
) =>
  takeStep(needs, id, 'reworkOrder', by, (order) => ({
    ...roundBegins(order),
    rework: true,
    remark: { audience: 'everybody', text: body.reason },
  }))

/** A new round: its own contact, evidence, rating and clocks. */
export const roundBegins = ({ round }: Pick<OrderFacts, 'round'>) => ({
  round: round + 1,
  set: {
    round: round + 1,
    contacted_at: null,
    handled_at: null,
    handled_by: null,
    result: null,
    reached: null,
    sender_due_at: null,
    calls_tried: 0,
    first_call_at: null,
  },
  facts: { round: round + 1 },
})

/** The rows of a rating: only a person rates. */
const ratedBy = (region: number, order: OrderFacts, by: By, rating: Rating): Sql[] =>
  'actor' in by ? [ratingStatement(region, order, by.actor.personId, rating)] : []
