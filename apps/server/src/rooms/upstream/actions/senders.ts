import type { upstreamEndpoints } from '@linli/contract/upstream/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { demandRegion } from '../../../kernel/policy/policy.ts'
import { notFound, stale } from '../../../kernel/problem.ts'
import { doubledField, senderTaken, unknownArea } from '../errors.ts'
import type { UpstreamNeeds } from '../needs.ts'
import { policy } from '../policy.ts'
import { doubledIn } from '../rules/columns.ts'
import { insertSender, updateSender } from '../store.ts'
import { senderById } from '../views/senders.ts'

type Request<O extends keyof typeof upstreamEndpoints> = HandlerRequest<(typeof upstreamEndpoints)[O]>

/** 登记转来方. @throws forbidden, unknownArea, senderTaken */
export async function addSender(needs: UpstreamNeeds, { me, scope, body, remember }: Request<'addSender'>) {
  demandRegion(policy.operations.addSender, me)
  if (!(await needs.areaExists(me.region, body.path))) throw unknownArea()
  const answer = { id: newId(), version: 1 }
  return named(async () => {
    await needs.db.commit(scope, [
      insertSender(me.region, me.personId, { id: answer.id, ...body }),
      auditStatement(me, {
        action: 'addSender',
        subjectKind: 'sender',
        subjectId: answer.id,
        facts: { decides: body.decides },
      }),
      remember(answer),
    ])
    return answer
  })
}

/** 改转来方: its name, who decides, and what its columns mean. @throws forbidden, notFound, unknownArea, doubledField, senderTaken, stale */
export async function changeSender(
  needs: UpstreamNeeds,
  { me, scope, params, body, remember }: Request<'changeSender'>,
) {
  demandRegion(policy.operations.changeSender, me)
  if (!(await senderById(needs.db, scope, params.id))) throw notFound()
  if (!(await needs.areaExists(me.region, body.path))) throw unknownArea()
  if (doubledIn(body.columns)) throw doubledField([{ field: 'columns', message: '有两列对应同一项。' }])
  const answer = { id: params.id, version: body.version + 1 }
  return named(async () => {
    await needs.db.commit(scope, [
      updateSender(me.region, params.id, body),
      auditStatement(me, {
        action: 'changeSender',
        subjectKind: 'sender',
        subjectId: params.id,
        facts: { decides: body.decides },
      }),
      remember(answer),
    ])
    return answer
  })
}

/** What the database refuses, in words. */
async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (violated(error) === 'upstream_senders_name') throw senderTaken()
    if (error instanceof Refused && error.code === 'stale') throw stale()
    throw error
  }
}
