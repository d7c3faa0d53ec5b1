import { keptBySender } from '@linli/contract'
import { extensionTooLong, inThePast, senderAnswerMissing, unknownUnit } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import type { OrderFacts } from '../rules/facts.ts'
import { dueAfter, type Length } from '../rules/workTime.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, type Remark, takeStep } from './takeStep.ts'

/** 申请退单: not ours, with the ground for it and whose it is where that is known. The clocks run on until it is decided. */
export const askReturn = (
  needs: OrderNeeds,
  region: number,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.askReturn>,
) =>
  takeStep(needs, id, 'askReturn', by, async () => {
    if (body.unitId && !(await needs.unitNames(region, [body.unitId])).has(body.unitId)) throw unknownUnit()
    return {
      asked: { unitId: body.unitId },
      facts: { unitId: body.unitId ?? null },
      remark: { audience: 'doers', text: `${body.reason}\n（依据：${body.ground}）` },
    }
  })

/** 申请挂起: the outside cause, the plan and the day that the requester is promised. @throws inThePast */
export const askPause = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.askPause>,
) =>
  takeStep(needs, id, 'askPause', by, ({ now }) => {
    if (Date.parse(`${body.until}T23:59:59+08:00`) <= Date.parse(now)) throw inThePast()
    return {
      asked: { until: body.until },
      facts: { until: body.until },
      // Whoever waits reads why.
      remark: { audience: 'everybody', text: `${body.reason}\n${body.plan}` },
    }
  })

/** 申请延期: once, before the limit is over, by no more than the place allows. @throws extensionTooLong */
export const askExtension = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.askExtension>,
) =>
  takeStep(needs, id, 'askExtension', by, ({ urgency, item, assigneeUnitId, clocks, now }, rules) => {
    const most = rules.clocks.limitOf('extension', urgency, item)
    const from = Date.parse(clocks.find(({ clock }) => clock === 'handle')?.dueAt ?? now)
    const until = (length: Length) => dueAfter(from, length, rules.clocks.calendarOf(assigneeUnitId))
    if (!most || until(body) > until(most)) throw extensionTooLong()
    return {
      asked: { amount: body.amount, unit: body.unit },
      facts: { amount: body.amount, unit: body.unit },
      remark: { audience: 'everybody', text: body.reason },
    }
  })

/** 同意退单: it goes back to the dispatcher, and nobody has it. */
export const grantReturn = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.grantReturn>,
) =>
  takeStep(needs, id, 'grantReturn', by, () => ({
    assignee: null,
    set: { contacted_at: null },
    remark: said('doers', body.remark),
  }))

/** 不同意退单: whose it is has been ruled; it is not returned again. */
export const refuseReturn = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.refuseReturn>,
) =>
  takeStep(needs, id, 'refuseReturn', by, () => ({
    set: { host_ruled: true },
    remark: said('doers', body.reason),
  }))

/** 同意挂起: its time stands still, and the requester is told until when. */
export const grantPause = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.grantPause>,
) =>
  takeStep(needs, id, 'grantPause', by, (order) => {
    demandSenderAnswer(order, body.remark)
    return { facts: { until: order.ask?.until ?? null }, remark: said('everybody', body.remark) }
  })

/** 同意延期: the new limit stands beside the old one. */
export const grantExtension = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.grantExtension>,
) =>
  takeStep(needs, id, 'grantExtension', by, (order) => {
    demandSenderAnswer(order, body.remark)
    const { ask } = order
    return {
      ...(ask?.amount && ask.unit
        ? {
            extend: { clock: 'handle' as const, amount: ask.amount, unit: ask.unit },
            facts: { amount: ask.amount, unit: ask.unit },
          }
        : {}),
      remark: said('everybody', body.remark),
    }
  })

/**
 * More time, or a pause, of an order that a sender keeps is the sender's to give: what it answered is entered, with who and when.
 * @throws senderAnswerMissing
 */
export function demandSenderAnswer(
  { channel }: Pick<OrderFacts, 'channel'>,
  remark: string | undefined,
): void {
  if (keptBySender(channel) && !remark?.trim()) throw senderAnswerMissing()
}

/** 不同意挂起, 不同意延期: with the reason. */
export const refuseAsk = (
  needs: OrderNeeds,
  verb: 'refusePause' | 'refuseExtension',
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.refusePause>,
) => takeStep(needs, id, verb, by, () => ({ remark: said('doers', body.reason) }))

/** 撤回申请: what was asked is no longer wanted. */
export const withdrawAsk = (needs: OrderNeeds, id: string, by: By) =>
  takeStep(needs, id, 'withdrawAsk', by, ({ ask }) => ({ facts: { ask: ask?.kind ?? null } }))

/** 复核挂起: whether the cause still stands; looked at again after the place's days. */
export const reviewPause = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.reviewPause>,
) => takeStep(needs, id, 'reviewPause', by, () => ({ remark: said('doers', body.remark) }))

/** 恢复办理: with what was left of its time. */
export const resumeOrder = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.resumeOrder>,
) => takeStep(needs, id, 'resumeOrder', by, () => ({ remark: said('everybody', body.remark) }))

const said = (audience: Remark['audience'], text: string | undefined) =>
  text ? { audience, text } : undefined
