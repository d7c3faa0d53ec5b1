import { HOUSE_DOORS, type Relation, type Role } from '@linli/contract'
import type { OrderFacts } from './facts.ts'

/** The person as the rules see them. `covers` tells whether a grant of the role reaches a place. */
export type Asker = {
  readonly personId: string
  readonly units: readonly string[]
  readonly teams: readonly string[]
  covers(role: Role, path: string): boolean
}

/** Whoever took a call or a visitor's words, or arranged what the house acts on, placed the order; it is not their need. */
export const takenByStaff = (channel: OrderFacts['channel']): boolean =>
  channel === 'telephone' || channel === 'counter' || channel in HOUSE_DOORS

/** What a grant must cover to reach the order: a matter with restricted readers is for those of the whole region. */
export const reachOf = ({ path, restriction }: Pick<OrderFacts, 'path' | 'restriction'>): string =>
  restriction === 'none' ? path : '/'

/** Whether the order is the person's own: theirs, for them, or placed by them as a neighbour. */
export const isOwn = (
  { requesterId, beneficiaryId, placedBy, channel }: OrderFacts,
  personId: string,
): boolean => [requesterId, takenByStaff(channel) ? null : placedBy, beneficiaryId].includes(personId)

/** How a person stands to an order in each role; `eligible` says whether the person is in the pool it is offered to. */
export function standingTo(
  order: OrderFacts,
  asker: Asker,
  eligible = false,
): (role: Role) => readonly Relation[] {
  const own = isOwn(order, asker.personId)
  const assigned = isAssigned(order, asker)
  const called = order.calls.some(({ unitId }) => asker.units.includes(unitId))
  return (role) => {
    const relations: Relation[] = ['any']
    if (own) relations.push('own')
    if (assigned) relations.push('assigned')
    if (called) relations.push('called')
    if (own || assigned || called) relations.push('sameOrder')
    if (eligible) relations.push('offered')
    if (asker.covers(role, reachOf(order))) relations.push('inScope')
    return relations
  }
}

export function isAssigned(order: OrderFacts, { personId, teams, units }: Asker): boolean {
  return (
    order.assigneePersonId === personId ||
    (order.assigneeTeamId !== null && teams.includes(order.assigneeTeamId)) ||
    (order.assigneeUnitId !== null && units.includes(order.assigneeUnitId))
  )
}

/** Whether somebody has it, or had it when it ended. */
export const hasHost = ({ assigneePersonId, assigneeTeamId, assigneeUnitId }: OrderFacts): boolean =>
  Boolean(assigneePersonId ?? assigneeTeamId ?? assigneeUnitId)
