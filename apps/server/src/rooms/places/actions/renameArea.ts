import type { placeEndpoints } from '@linli/contract/places/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { forgetAddresses } from '../addressIndex.ts'
import { placesPolicy, standingAt } from '../policy.ts'
import { keepFormerName } from '../store/aliases.ts'
import * as store from '../store.ts'
import { areaById } from '../views/areas.ts'

/** Gives an area another name; the old one stays known. Its code and path stay: they are in every order placed there. */
export async function renameArea(deps: Deps, request: HandlerRequest<typeof placeEndpoints.renameArea>) {
  const { me, body } = request
  const area = await areaById(deps.db, request.scope, request.params.id)
  if (!area) throw notFound()
  demand(placesPolicy.operations.renameArea, me, standingAt(me, area.path))
  const answer = { id: area.id, path: area.path, name: body.name }
  await deps.db.commit(request.scope, [
    keepFormerName(me.region, area.id, newId(), body.name),
    store.renameAreaStatement(me.region, area.id, body.name, body.compound),
    auditStatement(me, { action: 'renameArea', subjectKind: 'area', subjectId: area.id }),
    outboxStatement(me.region, 'places.areaRenamed.1', { id: area.id, path: area.path }),
    request.remember(answer),
  ])
  forgetAddresses(deps.db, me.region)
  return answer
}
