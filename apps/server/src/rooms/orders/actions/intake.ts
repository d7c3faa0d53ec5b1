import type { OrderNeeds } from '../needs.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, takeStep } from './takeStep.ts'

type Refusal = BodyOf<typeof orderEndpoints.refuseOrder>
const spoken = (body: Refusal) => ({
  facts: { reason: body.reason },
  remark: { audience: 'everybody' as const, text: body.channel },
})

/** 不予受理: with the ground and the channel that is right. A vulnerable person's need takes two pairs of eyes. */
export const refuseOrder = (needs: OrderNeeds, id: string, by: By, body: Refusal) =>
  takeStep(needs, id, 'refuseOrder', by, () => spoken(body))

/** 提请不予受理: the first pair of eyes. */
export const proposeRefusal = (needs: OrderNeeds, id: string, by: By, body: Refusal) =>
  takeStep(needs, id, 'proposeRefusal', by, () => ({
    set: { refusal_proposed_by: 'actor' in by ? by.actor.personId : null },
    facts: { reason: body.reason },
    remark: { audience: 'staff', text: body.channel },
  }))

/** 直接答复: answered and closed at once, with the source cited. */
export const answerOrder = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.answerOrder>,
) =>
  takeStep(needs, id, 'answerOrder', by, () => ({
    set: { result: 'answered' },
    remark: { audience: 'everybody', text: `${body.answer}\n（依据：${body.source}）` },
  }))

/** 补充说明: a repeat of the need adds to the living order. */
export const addNote = (needs: OrderNeeds, id: string, by: By, body: BodyOf<typeof orderEndpoints.addNote>) =>
  takeStep(needs, id, 'addNote', by, () => ({
    remark: { audience: 'everybody', text: body.text },
    photos: [{ kind: 'requestPhoto', files: body.photos ?? [] }],
  }))

/** 撤单: by the requester before it is handled. */
export const cancelOrder = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.cancelOrder>,
) =>
  takeStep(needs, id, 'cancelOrder', by, () => ({
    remark: body.reason ? { audience: 'everybody', text: body.reason } : undefined,
  }))
