import type { AnswerTotals, OpenedVisit, QuestionTotals } from '@linli/contract/visits/answerShapes'
import type { visitAnswerEndpoints } from '@linli/contract/visits/endpoints'
import type { CampaignRow, FormView, Question } from '@linli/contract/visits/shapes'
import { PHOTO_REASONS } from '@linli/contract/visits/words'
import { auditStatement } from '../../kernel/audit/audit.ts'
import { type Actor, rangesOf } from '../../kernel/auth/actor.ts'
import { rangeOf, type Scope } from '../../kernel/db/scope.ts'
import type { Deps } from '../../kernel/deps.ts'
import type { HandlerRequest } from '../../kernel/http/room.ts'
import { demand } from '../../kernel/policy/policy.ts'
import { invalid, notFound } from '../../kernel/problem.ts'
import { ANSWER_READERS, standingAt, standingIn, visitPolicy } from './policy.ts'
import { listed, mayFilterBy } from './rules/listed.ts'
import { answersIn, conflictsIn, gridsIn, totalsOf, type Wanted } from './views/answers.ts'
import { campaignById } from './views/campaigns.ts'
import { groundOfVisit, scopeAt, type VersionRow, versionOf, versionsQuery } from './views/opened.ts'

type Request<O extends keyof typeof visitAnswerEndpoints> = HandlerRequest<(typeof visitAnswerEndpoints)[O]>
type Read = {
  readonly campaign: CampaignRow
  readonly forms: FormView[]
  readonly scope: Scope
  readonly wanted: Wanted
}

const VISITS = 50

/** The campaign as its reader may read it: homes of the own areas; a company lies in no grid. @throws notFound, forbidden */
async function readBy(
  { db }: Deps,
  operation: 'sumVisitAnswers' | 'listVisitAnswers' | 'listVisitConflicts',
  {
    me,
    scope,
    params,
  }: { readonly me: Actor; readonly scope: Scope; readonly params: { readonly id: string } },
): Promise<Read> {
  const found = await campaignById(db, scope, params.id)
  if (!found) throw notFound()
  const { campaign, forms } = found
  demand(visitPolicy.operations[operation], me, standingIn(me, campaign.path))
  const isOfCompanies = campaign.targets === 'companies'
  const ranges = isOfCompanies ? [rangeOf(campaign.path)] : rangesOf(me, ANSWER_READERS)
  return {
    campaign,
    forms,
    scope: isOfCompanies ? { ...scope, ranges } : scope,
    wanted: { campaign, ranges },
  }
}

const questionsOf = (forms: readonly FormView[]): Question[] => forms.flatMap(({ questions }) => questions)

/** What was written is masked, so it is not searched for either. @throws invalid */
function filtered(
  { wanted, forms }: Read,
  { grid, outcome, question, answer }: Request<'sumVisitAnswers'>['query'],
): Wanted {
  if (answer !== undefined && (question === undefined || !mayFilterBy(questionsOf(forms), question)))
    throw invalid([{ field: 'answer', message: '只能按选择题的选项筛选，请先选一道选择题。' }])
  return { ...wanted, grid, outcome, question, answer }
}

/** A question in the words of its latest version, with every choice that the form has, also where nobody chose it. */
function totalsIn(
  forms: readonly FormView[],
  counted: readonly Omit<QuestionTotals, 'label'>[],
): QuestionTotals[] {
  const known = questionsOf(forms).filter(
    ({ key, kind }, at, all) =>
      kind !== 'note' && all.findIndex((one) => one.key === key && one.kind === kind) === at,
  )
  return known.map(({ key, kind, label, choices = [] }) => {
    const found = counted.find((one) => one.key === key && one.kind === kind)
    const given = found?.choices ?? []
    const all = [...new Set([...choices, ...given.map(({ choice }) => choice)])]
    return {
      key,
      kind,
      label,
      answered: found?.answered ?? 0,
      choices: all.map((choice) => ({
        choice,
        visits: given.find((one) => one.choice === choice)?.visits ?? 0,
      })),
      sum: found?.sum ?? null,
      least: found?.least ?? null,
      most: found?.most ?? null,
    }
  })
}

/** 走访回答汇总: question by question, and where; nobody who walked is counted. @throws notFound, forbidden */
export async function sumVisitAnswers(
  deps: Deps,
  request: Request<'sumVisitAnswers'>,
): Promise<AnswerTotals> {
  const read = await readBy(deps, 'sumVisitAnswers', request)
  const totals = await totalsOf(deps.db, read.scope, filtered(read, request.query))
  const grids = read.campaign.targets === 'companies' ? [] : await gridsIn(deps.db, read.scope, read.wanted)
  return { ...totals, campaign: read.campaign, grids, questions: totalsIn(read.forms, totals.questions) }
}

/** 走访回答: visit by visit, what was written masked. @throws notFound, forbidden */
export async function listVisitAnswers(deps: Deps, request: Request<'listVisitAnswers'>) {
  const read = await readBy(deps, 'listVisitAnswers', request)
  const { after, ...query } = request.query
  const found = await answersIn(deps.db, read.scope, filtered(read, query), VISITS + 1, after)
  const rows = found.slice(0, VISITS)
  const items = rows.map(({ form, answers, ...row }) => ({
    ...row,
    answers: listed(read.forms.find(({ id }) => id === form)?.questions ?? [], answers),
  }))
  return { items, next: found.length > VISITS ? (rows.at(-1)?.id ?? null) : null }
}

/** 有两份的走访. @throws notFound, forbidden */
export async function listVisitConflicts(deps: Deps, request: Request<'listVisitConflicts'>) {
  const { scope, wanted } = await readBy(deps, 'listVisitConflicts', request)
  const found = await conflictsIn(deps.db, scope, wanted, VISITS + 1, request.query.after)
  const items = found.slice(0, VISITS)
  return { items, next: found.length > VISITS ? (items.at(-1)?.visit ?? null) : null }
}

/** 打开走访记录: a door's words and versions; the look is recorded in the same commit. @throws notFound, forbidden */
export async function openVisit(
  { db }: Deps,
  { me, scope, params, body, region }: Request<'openVisit'>,
): Promise<OpenedVisit> {
  const ground = await groundOfVisit(db, region, params.id)
  if (!ground) throw notFound()
  demand(visitPolicy.operations.openVisit, me, standingAt(me, ground))
  const { household, company, campaign, campaignName, door, forms } = ground
  const [, rows] = (await db.commit(scopeAt(scope, ground), [
    auditStatement(me, {
      action: 'openVisit',
      subjectKind: household === null ? 'company' : 'household',
      subjectId: household ?? company ?? undefined,
      reason: PHOTO_REASONS[body.reason].zh,
    }),
    versionsQuery(region, ground),
  ])) as [unknown, VersionRow[]] // what the query returns
  return { visit: params.id, campaign, campaignName, door, household, forms, versions: rows.map(versionOf) }
}
