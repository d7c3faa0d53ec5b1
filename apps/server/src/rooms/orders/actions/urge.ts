import type { OrderNeeds } from '../needs.ts'
import { NOW } from '../store/order.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, takeStep } from './takeStep.ts'

/** 催办: whoever waits says that it presses; once a day, and whoever has it hears of it. */
export const urgeOrder = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.urgeOrder>,
) =>
  takeStep(needs, id, 'urgeOrder', by, () => ({
    set: { urged_at: NOW },
    remark: body.remark ? { audience: 'everybody', text: body.remark } : undefined,
  }))

/** 督办: a demand at one of three levels, to be answered in time. A further one takes its place. */
export const superviseOrder = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.superviseOrder>,
) =>
  takeStep(needs, id, 'superviseOrder', by, () => ({
    set: { supervision: body.level },
    facts: { level: body.level },
    remark: { audience: 'doers', text: body.demand },
  }))

/** 回复督办: what has been done, and by when the rest. */
export const answerSupervision = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.answerSupervision>,
) =>
  takeStep(needs, id, 'answerSupervision', by, ({ supervision }) => ({
    set: { supervision: null },
    facts: { level: supervision },
    remark: { audience: 'doers', text: body.answer },
  }))
