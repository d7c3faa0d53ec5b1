import { complainedOf, unknownAssignee } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import type { OrderFacts } from '../rules/facts.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { calling } from './joint.ts'
import { type Assignee, type By, type Change, takeStep } from './takeStep.ts'

type Body = BodyOf<typeof orderEndpoints.assignOrder>

/** 派单: to a person, a team, a company or a department, with the limit printed on the order; 主办 with 协办 where more are named. */
export const dispatchOrder = (
  needs: OrderNeeds,
  region: number,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.dispatchOrder>,
) =>
  takeStep(needs, id, 'dispatchOrder', by, async (order) => {
    const change = await given(needs, order, region, body)
    if (!body.coHosts?.length) return change
    const host = 'unitId' in body.assignee ? body.assignee.unitId : null
    const { units, also = [] } = await calling(needs, region, order, 'joint', by, body.coHosts, host)
    return { ...change, ...(units ? { units } : {}), also: [...(change.also ?? []), ...also] }
  })

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
    remark: remark ? { audience: 'doers', text: remark } : undefined,
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
