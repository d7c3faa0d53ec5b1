import type { OrderNeeds } from '../needs.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { waveOf } from './offerOrder.ts'
import { regionOf } from './reachOf.ts'
import { type By, takeStep } from './takeStep.ts'

/**
 * 放回: whoever has it cannot do it, and the pool is asked anew from the first wave. The reason is the desk's to read:
 * nobody owes the neighbours an account of a fall ill.
 */
export const giveBack = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: Pick<BodyOf<typeof orderEndpoints.giveBack>, 'reason'>,
) =>
  takeStep(needs, id, 'giveBack', by, async (order, rules) => {
    const offered = await waveOf(needs, regionOf(by), order, rules, 1)
    return {
      ...offered,
      set: { ...offered.set, contacted_at: null },
      assignee: null,
      remark: body.reason ? { audience: 'staff', text: body.reason } : undefined,
    }
  })
