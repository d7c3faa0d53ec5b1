import type { placeEndpoints } from '@linli/contract/places/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { forgetAddresses } from '../addressIndex.ts'
import { areaInUse } from '../errors.ts'
import { placesPolicy, standingAt } from '../policy.ts'
import * as store from '../store.ts'
import { areaById } from '../views/areas.ts'

/** Closes an area that nothing stands in any more. Its code is never used again; others hear of it by the event. */
export async function closeArea(deps: Deps, request: HandlerRequest<typeof placeEndpoints.closeArea>) {
  const { me, body } = request
  const area = await areaById(deps.db, request.scope, request.params.id)
  if (!area) throw notFound()
  demand(placesPolicy.operations.closeArea, me, standingAt(me, area.path))
  const answer = { id: area.id, path: area.path, name: area.name }
  await deps.db.transaction(request.scope, async (tx) => {
    await store.lockArea(tx, me.region, area.path)
    if (!(await store.closeAreaRow(tx, me.region, area.id))) throw areaInUse()
    await tx.query(
      auditStatement(me, {
        action: 'closeArea',
        subjectKind: 'area',
        subjectId: area.id,
        reason: body.reason,
        facts: { path: area.path },
      }),
    )
    await tx.query(outboxStatement(me.region, 'places.areaClosed.1', { id: area.id, path: area.path }))
    await tx.query(request.remember(answer))
  })
  forgetAddresses(deps.db, me.region)
  return answer
}
