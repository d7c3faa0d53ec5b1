import type { aliasEndpoints } from '@linli/contract/places/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { forgetAddresses } from '../addressIndex.ts'
import { aliasTaken, noCompound } from '../errors.ts'
import { standingAt } from '../policy.ts'
import { insertAlias } from '../store/aliases.ts'
import { namedArea } from '../views/aliases.ts'
import { aliasPolicy } from './policy.ts'

/**
 * Gives an area, or the whole compound that a building stands in, another name. A compound can reach over grids, so its
 * names hold in the area above the building's own grid.
 */
export async function addAreaAlias(deps: Deps, request: HandlerRequest<typeof aliasEndpoints.addAreaAlias>) {
  const { me, body } = request
  const area = await namedArea(deps.db, request.scope, request.params.id)
  if (!area) throw notFound()
  const compound = body.ofCompound ? area.compound : null
  if (body.ofCompound && compound === null)
    throw noCompound([{ field: 'ofCompound', message: noCompound.words.zh }])
  const path = compound === null ? area.path : twoAbove(area.path)
  demand(aliasPolicy.operations.addAreaAlias, me, standingAt(me, path))
  const answer = { id: newId(), alias: body.alias }
  try {
    await deps.db.commit(request.scope, [
      insertAlias(me.region, { ...answer, path, compound, kind: body.kind }),
      auditStatement(me, {
        action: 'addAreaAlias',
        subjectKind: 'area',
        subjectId: area.id,
        facts: { path, kind: body.kind, ofCompound: body.ofCompound },
      }),
      request.remember(answer),
    ])
  } catch (error) {
    if (violated(error) === 'area_aliases_now')
      throw aliasTaken([{ field: 'alias', message: aliasTaken.words.zh }])
    throw error
  }
  forgetAddresses(deps.db, me.region)
  return answer
}

const twoAbove = (path: string): string => path.replace(/(?:[^/]+\/){1,2}$/, '')
