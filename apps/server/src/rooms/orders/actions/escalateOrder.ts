import { complainedOf, unknownUnit } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, takeStep } from './takeStep.ts'

/** 上报请办: what was tried and what the level above is to decide; meanwhile the host's time stands still. */
export const escalateOrder = (
  needs: OrderNeeds,
  id: string,
  by: By,
  { tried, question }: BodyOf<typeof orderEndpoints.escalateOrder>,
) =>
  takeStep(needs, id, 'escalateOrder', by, () => ({
    remark: { audience: 'doers', text: `${tried}\n（请定：${question}）` },
  }))

/** 批回办理: the host goes on as it was told, with the units that are still called. */
export const instructOrder = (
  needs: OrderNeeds,
  id: string,
  by: By,
  { instruction }: BodyOf<typeof orderEndpoints.instructOrder>,
) =>
  takeStep(needs, id, 'instructOrder', by, ({ calls }) => ({
    to: calls.some(({ answer }) => !answer) ? 'joint' : 'inProgress',
    remark: { audience: 'doers', text: instruction },
  }))

/** 提级办理: another unit has it from now on, and does not return it. @throws unknownUnit, complainedOf */
export const takeOverOrder = (
  needs: OrderNeeds,
  region: number,
  id: string,
  by: By,
  { unitId, reason }: BodyOf<typeof orderEndpoints.takeOverOrder>,
) =>
  takeStep(needs, id, 'takeOverOrder', by, async ({ aboutUnitId, assigneeUnitId }) => {
    if (!(await needs.unitNames(region, [unitId])).has(unitId) || unitId === assigneeUnitId)
      throw unknownUnit()
    if (unitId === aboutUnitId) throw complainedOf()
    return {
      assignee: { unitId },
      set: { contacted_at: null, host_ruled: true },
      facts: { to: 'unit', unitId },
      remark: { audience: 'doers', text: reason },
    }
  })
