import type { OrderNeeds } from '../needs.ts'
import { NOW } from '../store/order.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, takeStep } from './takeStep.ts'

/** 签收: the assignee has seen it; the contact clock begins. A team's member takes it for the team. */
export const signOrder = (needs: OrderNeeds, id: string, by: By) =>
  takeStep(needs, id, 'signOrder', by, (order) => ({
    to: order.calls.some(({ answer }) => !answer) ? 'joint' : 'inProgress',
    ...(order.assigneeTeamId && 'actor' in by
      ? { assignee: { personId: by.actor.personId }, facts: { team: order.assigneeTeamId } }
      : {}),
  }))

/** 首次联系: how the requester was reached. */
export const contactRequester = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.contactRequester>,
) =>
  takeStep(needs, id, 'contactRequester', by, () => ({
    set: { contacted_at: NOW },
    facts: { how: body.how },
  }))

/** 报进展: words and photos for the requester to see. */
export const reportProgress = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.reportProgress>,
) =>
  takeStep(needs, id, 'reportProgress', by, () => ({
    remark: { audience: 'everybody', text: body.text },
    photos: [{ kind: 'progressPhoto', files: body.photos ?? [] }],
  }))

/** 办好了: reply, result and the evidence the item asks for; then somebody else reviews it. */
export function handleOrder(
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.handleOrder>,
) {
  const evidence = evidenceOf(body)
  return takeStep(needs, id, 'handleOrder', by, () => ({
    ...evidence,
    set: {
      ...evidence.set,
      handled_at: NOW,
      handled_by: 'actor' in by ? by.actor.personId : null,
      result: body.resolved,
    },
    facts: { resolved: body.resolved, confirmed: body.confirmed ?? null, how: body.contacted ?? null },
    remark: { audience: 'everybody', text: body.reason ? `${body.reply}\n${body.reason}` : body.reply },
  }))
}

type Evidence = Pick<BodyOf<typeof orderEndpoints.handleOrder>, 'beforePhotos' | 'afterPhotos' | 'contacted'>

/** What was brought to show that it is done: photos, and how the requester was reached. */
export const evidenceOf = ({ beforePhotos = [], afterPhotos = [], contacted }: Evidence) =>
  ({
    given: {
      beforePhotos: beforePhotos.length,
      afterPhotos: afterPhotos.length,
      contacted: contacted !== undefined,
    },
    set: contacted ? { contacted_at: NOW } : {},
    photos: [
      { kind: 'beforePhoto', files: beforePhotos },
      { kind: 'afterPhoto', files: afterPhotos },
    ],
  }) as const
