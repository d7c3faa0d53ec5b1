import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { notFound } from '../../../kernel/problem.ts'
import { demandAt } from '../policy.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { helperPath, homeEntryStatement } from '../store/helpers.ts'

/** 入户资质: yes or no, nothing more is kept. @throws notFound, forbidden */
export async function setHomeEntry(
  deps: Deps,
  { me, remember }: Asked,
  personId: string,
  homeEntry: boolean,
): Promise<Answer> {
  const path = await helperPath(deps.db, scopeOf(me), personId)
  if (!path) throw notFound()
  demandAt('setHomeEntry', me, path)
  const answer = { id: personId }
  await deps.db.commit(scopeOf(me), [
    homeEntryStatement(me.region, personId, homeEntry),
    auditStatement(me, {
      action: 'setHomeEntry',
      subjectKind: 'person',
      subjectId: personId,
      facts: { homeEntry },
    }),
    remember(answer),
  ])
  return answer
}
