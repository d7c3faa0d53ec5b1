import type { State } from '@linli/contract'
import type { OrderFacts } from './facts.ts'

export type OwnerKind =
  | 'desk'
  | 'requester'
  | 'dispatcher'
  | 'pool'
  | 'person'
  | 'team'
  | 'unit'
  | 'reviewer'
  | 'caller'
  | 'admin'
  | 'above'
  | 'nobody'

const BY_STATE: { readonly [state in State]: OwnerKind } = {
  submitted: 'desk',
  supplement: 'requester',
  accepted: 'dispatcher',
  offered: 'pool',
  dispatched: 'person',
  inProgress: 'person',
  paused: 'person',
  joint: 'person',
  escalated: 'above',
  rework: 'person',
  handled: 'reviewer',
  followUp: 'caller',
  closed: 'nobody',
  rejected: 'nobody',
  cancelled: 'nobody',
  merged: 'nobody',
  archived: 'nobody',
}

/** Who has the order now. After the last round of rework the region's administrator decides. */
export function ownerOf(
  order: Pick<
    OrderFacts,
    'state' | 'round' | 'assigneeTeamId' | 'assigneeUnitId' | 'ratedRound' | 'score' | 'result'
  >,
  reworkRounds: number,
): OwnerKind {
  const owner = BY_STATE[order.state]
  if (owner === 'person') return order.assigneeUnitId ? 'unit' : order.assigneeTeamId ? 'team' : 'person'
  const dissatisfied = order.ratedRound === order.round && order.score !== null && order.score < 3
  return owner === 'caller' && order.round > reworkRounds && dissatisfied ? 'admin' : owner
}
