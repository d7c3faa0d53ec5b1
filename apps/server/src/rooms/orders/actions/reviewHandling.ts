import type { OrderNeeds } from '../needs.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, takeStep } from './takeStep.ts'

/** 审核通过: by somebody who did not handle it; the requester is asked. */
export const approveHandling = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.approveHandling>,
) =>
  takeStep(needs, id, 'approveHandling', by, () => ({
    remark: body.remark ? { audience: 'staff', text: body.remark } : undefined,
  }))

/** 审核退回: an empty, copied or off-topic reply goes back; the handling clock goes on with its old limit. */
export const returnHandling = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.returnHandling>,
) =>
  takeStep(needs, id, 'returnHandling', by, () => ({
    set: { result: null },
    remark: { audience: 'everybody', text: body.reason },
  }))
