import type { visitEndpoints } from '@linli/contract/visits/endpoints'
import { faultsIn } from '@linli/contract/visits/form'
import type { VisitRecord } from '@linli/contract/visits/shapes'
import { type Actor, covers } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import { rangeOf, within } from '../../../kernel/db/scope.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import {
  ANSWER_FAULTS,
  needsCompanion,
  photoNotYours,
  recordReused,
  unknownCompanion,
  unknownForm,
  visitElsewhere,
  wrongAnswers,
} from '../errors.ts'
import { standingIn, visitPolicy } from '../policy.ts'
import {
  askedAt,
  type Ground,
  groundOf,
  photoStatements,
  recordStatements,
  type StoredRecord,
  telling,
} from '../store.ts'

/** The path of the door that a record names, if its campaign goes there. */
function doorOf({ household, company, campaign }: VisitRecord, ground: Ground): string | undefined {
  const area = ground.campaigns[campaign]
  if (area === undefined || (household === undefined) === (company === undefined)) return undefined
  if (company !== undefined) return area.companies?.includes(company) ? area.path : undefined
  const path = ground.households[household ?? '']
  return area.companies === null && path !== undefined && within(path, [rangeOf(area.path)])
    ? path
    : undefined
}

/** The door of a record, and that its campaign, form and answers belong together. @throws unknownForm, wrongAnswers, needsCompanion, notFound */
function checked(record: VisitRecord, ground: Ground, at: number): StoredRecord {
  const path = doorOf(record, ground)
  if (path === undefined)
    throw notFound([{ field: `records.${at}.household`, message: '这一户（或企业）不在这次走访里。' }])
  const form = ground.forms[record.form]
  if (form?.campaign !== record.campaign) throw unknownForm()
  // Nobody who was not met answers anything.
  const asked = record.outcome === 'met' ? form.questions : []
  const faults = [...faultsIn(asked, record.answers)]
  if (faults.length > 0)
    throw wrongAnswers(
      faults.map(([key, fault]) => ({
        field: `records.${at}.answers.${key}`,
        message: ANSWER_FAULTS[fault],
      })),
    )
  // A correction says nothing new about who was there.
  const isFirst = record.replaces.length === 0
  if (ground.campaigns[record.campaign]?.inPairs && isFirst && record.companion === undefined)
    throw needsCompanion()
  return { ...record, path }
}

/** A company lies in no grid: whoever walks in a part of the campaign's area goes there. */
const mayRecord = (me: Actor, { path, company }: StoredRecord): void =>
  demand(
    visitPolicy.operations.recordVisits,
    me,
    company === undefined ? (role) => (covers(me, role, path) ? ['inScope'] : []) : standingIn(me, path),
  )

const REFUSALS = { recordReused, visitElsewhere, unknownCompanion } as const

/**
 * 上传走访: takes records of visits as a phone wrote them down, all of them or none. Repeats and any order are fine; a
 * record that replaces one that somebody else replaced too stands beside theirs.
 * @throws forbidden for a door outside the worker's area; notFound, unknownForm, wrongAnswers, needsCompanion,
 * recordReused, visitElsewhere, unknownCompanion
 */
export async function recordVisits(
  { db }: Deps,
  request: HandlerRequest<typeof visitEndpoints.recordVisits>,
) {
  const { me, body, region } = request
  const ground = await groundOf(db, request.scope, body.records)
  const records = body.records.map((record, at) => checked(record, ground, at))
  for (const record of records) mayRecord(me, record)
  const answer = { ids: records.map(({ id }) => id) }
  const campaigns = [...new Set(records.map(({ campaign }) => campaign))]
  const companions = records.flatMap(({ companion }) => companion ?? [])
  try {
    await db.commit(request.scope, [
      ...recordStatements(region, me.personId, records),
      telling(
        region,
        'visits.visitsRecorded.1',
        { ids: answer.ids, campaigns, people: [...new Set([me.personId, ...companions])] },
        askedAt(region, companions.length > 0 ? records.map(({ visit }) => visit) : []),
      ),
      request.remember(answer),
    ])
  } catch (error) {
    if (error instanceof Refused && Object.hasOwn(REFUSALS, error.code))
      throw REFUSALS[error.code as keyof typeof REFUSALS]() // just asked
    throw error
  }
  return answer
}

/** 归入照片: which photo of a visit an uploaded file is; before or after the visit's own record. */
export async function keepVisitPhoto(
  { db }: Deps,
  request: HandlerRequest<typeof visitEndpoints.keepVisitPhoto>,
) {
  const { me, body, params, region } = request
  const { households } = await groundOf(db, request.scope, [
    { campaign: params.id, form: params.id, household: body.household },
  ])
  const path = households[body.household]
  if (path === undefined) throw notFound()
  demand(visitPolicy.operations.keepVisitPhoto, me, (role) => (covers(me, role, path) ? ['inScope'] : []))
  const answer = { id: params.id }
  try {
    await db.commit(request.scope, [
      ...photoStatements(region, me.personId, { id: params.id, ...body, path }),
      outboxStatement(region, 'visits.photoKept.1', { id: params.id, path }),
      request.remember(answer),
    ])
  } catch (error) {
    if (error instanceof Refused && error.code === 'photoNotYours') throw photoNotYours()
    throw error
  }
  return answer
}
