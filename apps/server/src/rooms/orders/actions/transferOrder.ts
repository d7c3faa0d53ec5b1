import { notBelow } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, takeStep } from './takeStep.ts'

/** 转办: to a unit below the one that has it; the chain is kept in the history, and the limit stands. @throws notBelow */
export const transferOrder = (
  needs: OrderNeeds,
  region: number,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.transferOrder>,
) =>
  takeStep(needs, id, 'transferOrder', by, async ({ assigneeUnitId, aboutUnitId, hostRuled }) => {
    const below = assigneeUnitId ? await needs.unitsBelow(region, assigneeUnitId) : []
    if (body.unitId === aboutUnitId || !below.some(({ id: unit }) => unit === body.unitId)) throw notBelow()
    return {
      assignee: { unitId: body.unitId },
      set: { contacted_at: null, host_ruled: hostRuled },
      facts: { to: 'unit', unitId: body.unitId },
      remark: { audience: 'doers', text: body.reason },
    }
  })
