import type { OrderNeeds } from '../needs.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, takeStep } from './takeStep.ts'

/** 退回补正: the requester is asked for what is missing; the time for accepting stands still meanwhile. */
export const askSupplement = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.askSupplement>,
) =>
  takeStep(needs, id, 'askSupplement', by, ({ supplements }) => ({
    set: { supplements: supplements + 1 },
    remark: { audience: 'everybody', text: body.question },
  }))

/** 补正: told by the requester, or over the telephone. */
export const supplementOrder = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.supplementOrder>,
) =>
  takeStep(needs, id, 'supplementOrder', by, () => ({
    remark: { audience: 'everybody', text: body.text },
    photos: [{ kind: 'requestPhoto', files: body.photos ?? [] }],
  }))

/** Nothing more was told in time: closed, and the requester hears how to ask again. */
export const lapseSupplement = (needs: OrderNeeds, id: string, by: By) =>
  takeStep(needs, id, 'lapseSupplement', by, () => ({ set: { result: 'notSupplied' } }))
