import type { SetPositionResult } from '@linli/contract/places/boundaryShapes'
import type { boundaryEndpoints } from '@linli/contract/places/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { standingAt } from '../policy.ts'
import { positionStatement } from '../store/outlines.ts'
import { areaById } from '../views/areas.ts'
import { isStale, positionChanged } from './errors.ts'
import { outlinesNow } from './outlinesNow.ts'
import { boundaryPolicy } from './policy.ts'

/** Says where a building or another area stands; where it stood before is kept with its time. A point in another's outline is told. */
export async function setPosition(
  { db }: Deps,
  request: HandlerRequest<typeof boundaryEndpoints.setPosition>,
): Promise<SetPositionResult> {
  const { me, body } = request
  const area = await areaById(db, request.scope, request.params.id)
  if (!area) throw notFound()
  const { path } = area
  demand(boundaryPolicy.operations.setPosition, me, standingAt(me, path))
  const holder = (await outlinesNow(db, me.region)).at(body.longitude, body.latitude)
  const id = newId()
  const answer = {
    positionId: id,
    path,
    outside: holder && !path.startsWith(holder.path) ? holder.name : null,
  }
  try {
    await db.commit(request.scope, [
      positionStatement(
        me.region,
        { id, path, position: [body.longitude, body.latitude] },
        body.replaces,
        me.personId,
      ),
      auditStatement(me, {
        action: 'setPosition',
        subjectKind: 'area',
        subjectId: area.id,
        facts: { path },
      }),
      outboxStatement(me.region, 'places.positionSet.1', { id: area.id, path }),
      request.remember(answer),
    ])
  } catch (error) {
    if (isStale(error, 'area_positions_now')) throw positionChanged()
    throw error
  }
  return answer
}
