import type { aliasEndpoints } from '@linli/contract/places/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { forgetAddresses } from '../addressIndex.ts'
import { standingAt } from '../policy.ts'
import { endAlias } from '../store/aliases.ts'
import { aliasById } from '../views/aliases.ts'
import { aliasPolicy } from './policy.ts'

/** Ends another name: nobody is found by it any more, and it stays as history. */
export async function endAreaAlias(deps: Deps, request: HandlerRequest<typeof aliasEndpoints.endAreaAlias>) {
  const { me } = request
  const known = await aliasById(deps.db, request.scope, request.params.id)
  if (!known) throw notFound()
  demand(aliasPolicy.operations.endAreaAlias, me, standingAt(me, known.path))
  const answer = { id: known.id, alias: known.alias }
  await deps.db.commit(request.scope, [
    endAlias(me.region, known.id),
    auditStatement(me, {
      action: 'endAreaAlias',
      subjectKind: 'alias',
      subjectId: known.id,
      facts: { path: known.path, kind: known.kind },
    }),
    request.remember(answer),
  ])
  forgetAddresses(deps.db, me.region)
  return answer
}
