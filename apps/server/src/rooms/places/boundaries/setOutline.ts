import type { SetOutlineResult } from '@linli/contract/places/boundaryShapes'
import type { boundaryEndpoints } from '@linli/contract/places/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { standingAt } from '../policy.ts'
import { squareMetres, tidied } from '../rules/geometry.ts'
import { faultOf } from '../rules/outlineFaults.ts'
import { outlineStatement } from '../store/outlines.ts'
import { areaById } from '../views/areas.ts'
import { isStale, outlineChanged, wrongOutline } from './errors.ts'
import { forgetOutlines, outlinesNow } from './outlinesNow.ts'
import { boundaryPolicy } from './policy.ts'
import { warningsOf } from './warnings.ts'

/** Draws an area's outline or another in its place; the earlier one is kept with its time. What does not fit is told. */
export async function setOutline(
  { db }: Deps,
  request: HandlerRequest<typeof boundaryEndpoints.setOutline>,
): Promise<SetOutlineResult> {
  const { me, body } = request
  const area = await areaById(db, request.scope, request.params.id)
  if (!area) throw notFound()
  demand(boundaryPolicy.operations.setOutline, me, standingAt(me, area.path))
  const region = tidied(body.outline.coordinates)
  const fault = faultOf(region)
  if (fault) throw wrongOutline([{ field: 'outline', message: `${fault.problem}。${fault.remedy}` }])
  const { path, level, fullName: name } = area
  const id = newId()
  const answer = {
    outlineId: id,
    path,
    squareMetres: Math.round(squareMetres(region)),
    warnings: warningsOf({ path, level, name, region }, await outlinesNow(db, me.region)),
  }
  const outline = { type: 'MultiPolygon', coordinates: region } as const
  try {
    await db.commit(request.scope, [
      outlineStatement(me.region, { id, path, outline }, body.replaces, me.personId),
      auditStatement(me, {
        action: 'setOutline',
        subjectKind: 'area',
        subjectId: area.id,
        facts: { path, squareMetres: answer.squareMetres },
      }),
      outboxStatement(me.region, 'places.outlineSet.1', { id: area.id, path }),
      request.remember(answer),
    ])
  } catch (error) {
    if (isStale(error, 'area_outlines_now')) throw outlineChanged()
    throw error
  }
  forgetOutlines(db, me.region)
  return answer
}
