import type { placeEndpoints } from '@linli/contract/places/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { forgetAddresses } from '../addressIndex.ts'
import { deepestLevel, nameTaken } from '../errors.ts'
import { placeRules } from '../placeRules.ts'
import { placesPolicy, standingAt } from '../policy.ts'
import { below, nextCode } from '../rules/codes.ts'
import * as store from '../store.ts'

/** Opens an area below another, on the next level of the place. Codes of closed siblings are never used again. */
export async function openArea(deps: Deps, request: HandlerRequest<typeof placeEndpoints.openArea>) {
  const { me, body } = request
  demand(placesPolicy.operations.openArea, me, standingAt(me, body.parent))
  const { levels } = await placeRules(deps.db, me.region)
  const opened = await deps.db.transaction(request.scope, async (tx) => {
    const parent = await store.lockArea(tx, me.region, body.parent)
    if (!parent) throw notFound([{ field: 'parent', message: '没有找到上级地点，请重新选择。' }])
    const level = levels[levels.findIndex(({ key }) => key === parent.level) + 1]
    if (!level) throw deepestLevel()
    const there = await store.siblings(tx, me.region, body.parent)
    const compound = body.compound ?? null
    const twin = there.some(
      (row) => !row.closed && row.name === body.name && (row.compound ?? null) === compound,
    )
    if (twin) throw nameTaken([{ field: 'name', message: nameTaken.words.zh }])
    const code = nextCode(level.prefix, body.name, new Set(there.map((row) => row.code)))
    const path = below(body.parent, code)
    const area = {
      id: newId(),
      path,
      parentPath: body.parent,
      level: level.key,
      code,
      name: body.name,
      compound,
    }
    const answer = { id: area.id, path, name: body.name }
    await tx.query(store.insertAreas(me.region, [area]))
    await tx.query(
      auditStatement(me, {
        action: 'openArea',
        subjectKind: 'area',
        subjectId: area.id,
        facts: { level: level.key, path },
      }),
    )
    await tx.query(outboxStatement(me.region, 'places.areaOpened.1', { id: area.id, path }))
    await tx.query(request.remember(answer))
    return answer
  })
  forgetAddresses(deps.db, me.region)
  return opened
}
