import type { dayEndpoints } from '@linli/contract/places/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Database } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { invalid } from '../../../kernel/problem.ts'
import { forgetRules } from '../placeRules.ts'
import { standingAt } from '../policy.ts'
import { weekFaults } from '../rules/weekFaults.ts'
import { dayPolicy } from './policy.ts'
import { isOpenUnit, weekStatements } from './store/weeks.ts'
import { lockDays } from './store.ts'

type Asked = Pick<
  HandlerRequest<typeof dayEndpoints.setWeek>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/**
 * 改工作时间: a version with origin `place`; running limits are counted anew by it, each order told once. A unit may have
 * hours of its own, and none again. @throws forbidden but for the whole region; invalid for hours that cannot be; unknownUnit
 */
export async function setWeek(
  { db }: { readonly db: Database },
  { me, scope, params: { key }, body: { days }, remember }: Asked,
): Promise<{ key: string }> {
  demand(dayPolicy.operations.setWeek, me, standingAt(me, '/'))
  if (days === null && key === 'region')
    throw invalid([{ field: 'days', message: '全区的工作时间不能空着。' }])
  const faults = days ? weekFaults(days) : []
  if (faults.length > 0) throw invalid(faults)
  const isKnown = key === 'region' || (await isOpenUnit(db, scope, key))
  if (!isKnown) throw invalid([{ field: 'key', message: '没有这个单位，或者已经撤销。' }])
  const source = { document: '本地作息', mechanism: '工作台改的工作时间' }
  const windows = days?.map((day) => day.map(({ from, to }) => [from, to])) ?? null
  const answer = { key }
  await db.commit(scope, [
    lockDays(me.region),
    ...weekStatements(me.region, key, { key, days: windows, source, position: key === 'region' ? 0 : 1 }),
    auditStatement(me, { action: 'setWeek', subjectKind: 'week', facts: { key } }),
    remember(answer),
  ])
  forgetRules(db, me.region)
  return answer
}
