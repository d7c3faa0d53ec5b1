import type { visitEndpoints } from '@linli/contract/visits/endpoints'
import { formFaults, goneKeys } from '@linli/contract/visits/form'
import type { Question } from '@linli/contract/visits/shapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { covers } from '../../../kernel/auth/actor.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { invalid, notFound } from '../../../kernel/problem.ts'
import { FORM_FAULTS, formChanged, unknownCompany, wrongForm } from '../errors.ts'
import { visitPolicy } from '../policy.ts'
import { insertCampaign, insertCompanies, insertForm, insertTerms } from '../store.ts'
import { campaignById } from '../views/campaigns.ts'

/** Who plans visits plans them where their grant reaches: a part of the area does not do. */
const planner = (actor: Parameters<typeof covers>[0], path: string) => (role: Parameters<typeof covers>[1]) =>
  covers(actor, role, path) ? (['inScope'] as const) : []

function checkForm(questions: readonly Question[], gone: readonly string[] = []): void {
  const faults = [...formFaults(questions, gone)]
  if (faults.length > 0)
    throw wrongForm(faults.map(([at, fault]) => ({ field: `questions.${at}`, message: FORM_FAULTS[fault] })))
}

/** A campaign goes to companies that are named, or to households that are not: never to both. @throws invalid */
function checkTargets({
  targets,
  companies,
  unmetSince,
  questions,
  from,
  to,
}: HandlerRequest<typeof visitEndpoints.startCampaign>['body']): void {
  const faults = []
  if (to < from) faults.push({ field: 'to', message: '结束日期不能早于开始日期。' })
  if ((targets === 'companies') !== (companies !== undefined))
    faults.push({ field: 'companies', message: '走访企业的，请选企业；走访住户的，不用选企业。' })
  if (targets === 'companies' && unmetSince !== undefined)
    faults.push({ field: 'unmetSince', message: '“从哪天起没见过”只用于走访住户。' })
  if (targets === 'companies' && questions.some(({ kind }) => kind === 'photo'))
    faults.push({ field: 'questions', message: '照片按户存放，走访企业的表单请不要拍照题。' })
  if (faults.length > 0) throw invalid(faults)
}

/** 发起走访: a campaign over the households below an area or over companies, with the first version of its form. */
export async function startCampaign(
  deps: Deps,
  request: HandlerRequest<typeof visitEndpoints.startCampaign>,
) {
  const { me, body, region } = request
  demand(visitPolicy.operations.startCampaign, me, planner(me, body.path))
  checkTargets(body)
  checkForm(body.questions)
  const answer = { id: newId(), form: newId() }
  const form = { id: answer.form, campaign: answer.id, version: 1 }
  const campaign = { ...body, id: answer.id }
  const companies = (body.companies ?? []).map((unit) => ({ id: newId(), unit }))
  try {
    await deps.db.commit(request.scope, [
      insertCampaign(region, me.personId, campaign),
      insertTerms(region, me.personId, campaign),
      ...(companies.length > 0 ? [insertCompanies(region, answer.id, companies)] : []),
      insertForm(region, me.personId, form, body.questions),
      auditStatement(me, {
        action: 'startCampaign',
        subjectKind: 'campaign',
        subjectId: answer.id,
        facts: { kind: body.kind, path: body.path },
      }),
      outboxStatement(region, 'visits.campaignStarted.1', { id: answer.id, path: body.path }),
      request.remember(answer),
    ])
  } catch (error) {
    if (error instanceof Refused && error.code === 'unknownPlace')
      throw notFound([{ field: 'path', message: '没有找到这个范围，请重新选择。' }])
    throw error instanceof Refused && error.code === 'unknownCompany' ? unknownCompany() : error
  }
  return answer
}

/** 改表单: adds a version; visits that were asked by an earlier one keep it. */
export async function reviseForm(deps: Deps, request: HandlerRequest<typeof visitEndpoints.reviseForm>) {
  const { me, body, region, params } = request
  const found = await campaignById(deps.db, request.scope, params.id)
  if (!found) throw notFound()
  demand(visitPolicy.operations.reviseForm, me, planner(me, found.campaign.path))
  if (found.forms[0]?.version !== body.version) throw formChanged()
  checkForm(body.questions, goneKeys(found.forms))
  const answer = { id: newId(), version: body.version + 1 }
  try {
    await deps.db.commit(request.scope, [
      insertForm(region, me.personId, { ...answer, campaign: params.id }, body.questions),
      auditStatement(me, {
        action: 'reviseForm',
        subjectKind: 'campaign',
        subjectId: params.id,
        facts: { version: answer.version },
      }),
      outboxStatement(region, 'visits.formRevised.1', { id: params.id, path: found.campaign.path }),
      request.remember(answer),
    ])
  } catch (error) {
    if (violated(error)?.startsWith('visit_forms')) throw formChanged()
    throw error
  }
  return answer
}
