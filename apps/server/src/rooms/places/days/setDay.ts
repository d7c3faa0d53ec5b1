import type { dayEndpoints } from '@linli/contract/places/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Database } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { invalid } from '../../../kernel/problem.ts'
import { forgetRules } from '../placeRules.ts'
import { standingAt } from '../policy.ts'
import { dayPolicy } from './policy.ts'
import { lockDays, setDayStatements } from './store.ts'

type Asked = Pick<HandlerRequest<typeof dayEndpoints.setDay>, 'me' | 'scope' | 'params' | 'body' | 'remember'>
const SATURDAY = 6

/**
 * 改放假调休: a version of the day's row with origin `place`, so that no preset takes it back; whoever did it and when is
 * recorded. @throws forbidden but for the whole region; invalid for a worked day that is one anyway
 */
export async function setDay(
  { db }: { readonly db: Database },
  { me, scope, params: { day }, body, remember }: Asked,
): Promise<{ day: string }> {
  demand(dayPolicy.operations.setDay, me, standingAt(me, '/'))
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  if (body.kind === 'workday' && weekday < SATURDAY)
    throw invalid([{ field: 'kind', message: '这一天本来就上班，不用调休。要取消放假，请选“照常”。' }])
  const answer = { day }
  const name = body.name.trim()
  await db.commit(scope, [
    lockDays(me.region),
    ...setDayStatements(me.region, newId(), day, body.kind, { zh: name, en: name }),
    auditStatement(me, { action: 'setDay', subjectKind: 'day', facts: { day, kind: body.kind } }),
    remember(answer),
  ])
  forgetRules(db, me.region)
  return answer
}
