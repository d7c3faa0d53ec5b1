import { randomInt } from 'node:crypto'
import type { OrderNeeds } from '../needs.ts'
import { DRAWS, isSampled } from '../rules/sample.ts'
import { NOW } from '../store/order.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { evidenceOf } from './handleOrder.ts'
import { type By, takeStep } from './takeStep.ts'

/**
 * 自办自结: the grid worker has seen to it on the spot and closes it on the evidence. The place's share of such orders,
 * drawn by chance when the step is taken, goes to a follow-up call all the same; nobody can know beforehand which.
 */
export const selfHandle = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.selfHandle>,
) =>
  takeStep(needs, id, 'selfHandle', by, (_, rules) => {
    const sampled = isSampled(rules.selfHandling.share, randomInt(DRAWS))
    const worker = 'actor' in by ? by.actor.personId : null
    const evidence = evidenceOf(body)
    return {
      ...evidence,
      to: sampled ? 'followUp' : 'closed',
      set: { ...evidence.set, handled_at: NOW, handled_by: worker, result: 'solved' },
      ...(worker ? { assignee: { personId: worker } } : {}),
      facts: { resolved: 'solved', how: body.contacted ?? null, sampled },
      remark: { audience: 'everybody', text: body.reply },
    }
  })
