import type { visitAnswerEndpoints } from '@linli/contract/visits/endpoints'
import { faultsIn } from '@linli/contract/visits/form'
import { type Settled, settledBy } from '@linli/contract/visits/settle'
import type { Question } from '@linli/contract/visits/shapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { invalid, notFound } from '../../../kernel/problem.ts'
import { ANSWER_FAULTS, settledMeanwhile, wrongAnswers } from '../errors.ts'
import { standingAt, visitPolicy } from '../policy.ts'
import { recordStatements, stillStands } from '../store.ts'
import {
  groundOfVisit,
  scopeAt,
  type VersionRow,
  type VisitGround,
  versionOf,
  versionsQuery,
} from '../views/opened.ts'

type Request = HandlerRequest<typeof visitAnswerEndpoints.settleVisit>

/** What the way that was chosen leaves standing. @throws settledMeanwhile, invalid, wrongAnswers */
function settledAs(
  { body, params }: Request,
  rows: readonly VersionRow[],
  forms: VisitGround['forms'],
): Settled[] {
  const versions = rows.map(versionOf).filter(({ visit, stands }) => visit === params.id && stands)
  const seen = new Set(body.versions)
  if (versions.length !== seen.size || versions.some(({ id }) => !seen.has(id))) throw settledMeanwhile()
  const kept = versions.find(({ id }) => id === body.keep)
  if (!kept) throw invalid([{ field: 'keep', message: '请在这几份里选一份。' }])
  if (Object.values(body.take ?? {}).some((id) => !seen.has(id)))
    throw invalid([{ field: 'take', message: '每道题的回答要从这几份里选。' }])
  const questions: readonly Question[] = forms.find(({ id }) => id === kept.form)?.questions ?? []
  const { take, way, keep } = body
  const settled = settledBy(versions, { way, keep, ...(take ? { take } : {}) }, questions, newId)
  // What was chosen answer by answer is judged as any record is.
  const faults =
    way === 'fields' && kept.outcome === 'met' ? [...faultsIn(questions, settled[0]?.answers ?? {})] : []
  if (faults.length > 0)
    throw wrongAnswers(
      faults.map(([key, fault]) => ({ field: `take.${key}`, message: ANSWER_FAULTS[fault] })),
    )
  return settled
}

/**
 * 核对走访: what holds of a visit that two phones wrote down at once. It adds records and changes none; of two people who
 * settle at the same moment the first does.
 * @throws notFound, forbidden, settledMeanwhile, wrongAnswers
 */
export async function settleVisit({ db }: Deps, request: Request) {
  const { me, region, params, body } = request
  const ground = await groundOfVisit(db, region, params.id)
  if (!ground) throw notFound()
  demand(visitPolicy.operations.settleVisit, me, standingAt(me, ground))
  const scope = scopeAt(request.scope, ground)
  const { campaign, household, company, path } = ground
  const rows = await db.read<VersionRow>(scope, versionsQuery(region, ground))
  const settled = settledAs(request, rows, ground.forms)
  const target = household === null ? { company: company ?? '' } : { household }
  const records = settled.map((one) => ({
    ...one,
    ...target,
    id: newId(),
    campaign,
    path,
    replaces: [...one.replaces],
  }))
  const answer = { ids: records.map(({ id }) => id) }
  try {
    await db.commit(scope, [
      ...stillStands(region, params.id, body.versions),
      ...recordStatements(region, me.personId, records),
      auditStatement(me, {
        action: 'settleVisit',
        subjectKind: household === null ? 'company' : 'household',
        subjectId: household ?? company ?? undefined,
        facts: { way: body.way, versions: body.versions.length },
      }),
      outboxStatement(region, 'visits.visitSettled.1', { id: params.id, campaigns: [campaign], path }),
      request.remember(answer),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'settledMeanwhile' ? settledMeanwhile() : error
  }
  return answer
}
