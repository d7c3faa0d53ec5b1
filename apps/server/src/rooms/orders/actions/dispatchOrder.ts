import { complainedOf, unknownAssignee } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import type { OrderFacts } from '../rules/facts.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type Assignee, type By, type Change, takeStep } from './takeStep.ts'

type Body = BodyOf<typeof orderEndpoints.dispatchOrder>

/** 派单: to a person, a team, a company or a department, with the limit printed on the order. */
export const dispatchOrder = (needs: OrderNeeds, region: number, id: string, by: By, body: Body) =>
  takeStep(needs, id, 'dispatchOrder', by, (order) => given(needs, order, region, body))

/** 指派: an offered order that nobody claims is given to somebody. */
export const assignOrder = (needs: OrderNeeds, region: number, id: string, by: By, body: Body) =>
  takeStep(needs, id, 'assignOrder', by, (order) => given(needs, order, region, body))

async function given(
  needs: OrderNeeds,
  { aboutPersonId, aboutUnitId }: OrderFacts,
  region: number,
  { assignee, remark }: Body,
): Promise<Change> {
  await assertExists(needs, region, assignee)
  const isSubject =
    ('personId' in assignee && assignee.personId === aboutPersonId) ||
    ('unitId' in assignee && assignee.unitId === aboutUnitId)
  if (isSubject) throw complainedOf()
  const kind = 'personId' in assignee ? 'person' : 'teamId' in assignee ? 'team' : 'unit'
  return {
    assignee,
    also: 'teamId' in assignee ? [needs.teamMustBeOpen(region, assignee.teamId)] : [],
    facts: { to: kind, ...assignee },
    remark: remark ? { audience: 'staff', text: remark } : undefined,
  }
}

async function assertExists(needs: OrderNeeds, region: number, assignee: Assignee): Promise<void> {
  const found =
    'personId' in assignee
      ? (await needs.names(region, [assignee.personId])).has(assignee.personId)
      : 'teamId' in assignee
        ? (await needs.teamNames(region, [assignee.teamId])).has(assignee.teamId)
        : (await needs.unitNames(region, [assignee.unitId])).has(assignee.unitId)
  if (!found) throw unknownAssignee()
}
