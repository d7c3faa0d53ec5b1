import type { CallKind } from '@linli/contract'
import { alreadyCalled, complainedOf, inTheFuture, unknownUnit } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import { answerStatement, callStatements, judgeStatement, releaseStatements } from '../store/calls.ts'
import type { LoadedOrder } from '../store/order.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, type Change, takeStep } from './takeStep.ts'

type Body = BodyOf<typeof orderEndpoints.callCoHosts>
const CALLING = { callCoHosts: 'joint', whistleUnits: 'whistle', conveneOrder: 'joint' } as const

/** 专题会办, 吹哨, 召集会办: units are asked to do their part, each in its own time; the host keeps the order. */
export const callUnits = (
  needs: OrderNeeds,
  region: number,
  verb: keyof typeof CALLING,
  id: string,
  by: By,
  { unitIds, task }: Body,
) =>
  takeStep(needs, id, verb, by, async (order) => ({
    ...(await calling(needs, region, order, CALLING[verb], by, unitIds)),
    remark: { audience: 'doers', text: task },
  }))

/**
 * What a step adds that calls units: their rows, and a clock for each.
 * @throws unknownUnit, complainedOf, alreadyCalled
 */
export async function calling(
  needs: OrderNeeds,
  region: number,
  order: LoadedOrder,
  how: CallKind,
  by: By,
  unitIds: readonly string[],
  host: string | null = order.assigneeUnitId,
): Promise<Pick<Change, 'units' | 'also'>> {
  if ((await needs.unitNames(region, [...unitIds])).size < unitIds.length) throw unknownUnit()
  // Who is complained of does not handle it, nor help to.
  if (order.aboutUnitId && unitIds.includes(order.aboutUnitId)) throw complainedOf()
  const waiting = order.calls.filter(({ answer }) => !answer).map(({ unitId }) => unitId)
  if (unitIds.some((unit) => unit === host || waiting.includes(unit))) throw alreadyCalled()
  const personId = 'actor' in by ? by.actor.personId : null
  return {
    units: { called: unitIds, ended: [] },
    also: callStatements(region, order, how, personId, unitIds),
  }
}

/** 协办答复: what the called unit did, and whether it was rightly called. */
export const answerCall = (
  needs: OrderNeeds,
  region: number,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.answerCall>,
) =>
  takeStep(needs, id, 'answerCall', by, (order) => {
    const { answer, fitting, text, photos = [] } = body
    const units = 'actor' in by ? (by.actor.units ?? []) : []
    const unitId = order.calls.find((call) => !call.answer && units.includes(call.unitId))?.unitId
    if (!unitId || !('actor' in by)) return {}
    return {
      units: { ended: [unitId] },
      also: [answerStatement(region, order, unitId, by.actor.personId, answer, fitting)],
      facts: { unitId, answer, fitting },
      remark: { audience: 'doers', text },
      photos: [{ kind: 'progressPhoto', files: photos }],
    }
  })

/** 评协办: whether the unit's part helped; units are judged, people are not. */
export const judgeAnswer = (
  needs: OrderNeeds,
  region: number,
  id: string,
  by: By,
  { unitId, judged, remark }: BodyOf<typeof orderEndpoints.judgeAnswer>,
) =>
  takeStep(needs, id, 'judgeAnswer', by, (order) => ({
    given: { unitId },
    also: [judgeStatement(region, order, unitId, judged)],
    facts: { unitId, judged },
    remark: remark ? { audience: 'doers', text: remark } : undefined,
  }))

/** 不用协办了: a unit that was called by mistake, or is not needed any more. */
export const releaseCoHost = (
  needs: OrderNeeds,
  region: number,
  id: string,
  by: By,
  { unitId, reason }: BodyOf<typeof orderEndpoints.releaseCoHost>,
) =>
  takeStep(needs, id, 'releaseCoHost', by, () => ({
    given: { unitId },
    units: { ended: [unitId] },
    also: releaseStatements(region, id, unitId),
    facts: { unitId },
    remark: { audience: 'doers', text: reason },
  }))

/** 会办纪要: what was said stays with the staff, what was decided is for everybody. @throws inTheFuture */
export const recordMeeting = (
  needs: OrderNeeds,
  id: string,
  by: By,
  { heldOn, minutes, decision }: BodyOf<typeof orderEndpoints.recordMeeting>,
) =>
  takeStep(needs, id, 'recordMeeting', by, ({ now }) => {
    if (Date.parse(`${heldOn}T00:00:00+08:00`) > Date.parse(now)) throw inTheFuture()
    return {
      facts: { heldOn },
      remarks: [
        { audience: 'doers', text: minutes },
        { audience: 'everybody', text: decision },
      ],
    }
  })
