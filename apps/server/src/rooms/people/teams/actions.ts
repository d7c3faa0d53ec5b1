import type { teamEndpoints } from '@linli/contract/people/endpoints'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound, type Problem, stale } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import { unknownArea } from '../errors.ts'
import { personById } from '../store/people.ts'
import { areaIsOpen } from '../store/posts.ts'
import * as problems from './errors.ts'
import { demandAt } from './policy.ts'
import * as store from './store.ts'
import { choicesFor, formOf } from './views.ts'

type Asked<Name extends keyof typeof teamEndpoints> = HandlerRequest<(typeof teamEndpoints)[Name]>
const KNOWN: { readonly [code: string]: () => Problem } = {
  partFull: problems.partFull,
  teamBusy: problems.teamBusy,
  notAsked: problems.notAsked,
  notInTeam: problems.notInTeam,
  stale,
}

async function commit<T>({ db }: Deps, me: Actor, answer: T, statements: readonly Sql[]): Promise<T> {
  try {
    await db.commit(scopeOf(me), [...statements])
  } catch (error) {
    throw (error instanceof Refused && KNOWN[error.code]?.()) || error
  }
  return answer
}

/** Opens a service team of one of the place's kinds. @throws unknownTeam, unknownArea, forbidden */
export async function openTeam(deps: Deps, { me, body, remember }: Asked<'openTeam'>) {
  demandAt('openTeam', me, body.path)
  const { teams } = await placeRules(deps.db, me.region)
  if (!teams.some(({ key }) => key === body.kind)) throw problems.unknownTeam()
  if (!(await areaIsOpen(deps.db, me.region, body.path))) throw unknownArea()
  const answer = { id: newId() }
  return commit(deps, me, answer, [
    store.teamStatement(me.region, { ...answer, ...body }),
    auditStatement(me, { action: 'openTeam', subjectKind: 'team', subjectId: answer.id }),
    remember(answer),
  ])
}

/**
 * 解散队伍: whoever is in it, or was asked, is told and reads why; parts, days and service are kept.
 * @throws notFound, forbidden, teamBusy, stale
 */
export async function closeTeam(deps: Deps, { me, params, body, remember }: Asked<'closeTeam'>) {
  await teamFor(deps, me, 'closeTeam', params.id)
  const people = await store.peopleOf(deps.db, me.region, params.id)
  const answer = { id: params.id }
  await commit(deps, me, answer, [
    remember(answer),
    ...store.closeStatements(me, params.id, body.words),
    auditStatement(me, { action: 'closeTeam', subjectKind: 'team', subjectId: params.id }),
    outboxStatement(me.region, 'people.teamClosed.1', { id: params.id, people }),
  ])
  return { answer, people }
}

/**
 * 请人进队: a person is asked, or comes in at once who has said yes to the desk; who is in already takes another part.
 * @throws notFound, forbidden, partFull
 */
export async function joinTeam(deps: Deps, { me, params, body, remember }: Asked<'joinTeam'>) {
  const { id: teamId } = params
  const { kind } = await teamFor(deps, me, 'joinTeam', teamId)
  const { personId, part = 'member', hasAgreed = false } = body
  if (!(await personById(deps.db, me.region, personId))) throw notFound()
  const form = formOf(await placeRules(deps.db, me.region), kind)
  const most = { leader: form.leaders, deputy: form.deputies, member: null }[part]
  const answer = { id: teamId }
  return commit(deps, me, answer, [
    remember(answer),
    ...store.placeStatements(me.region, { teamId, personId, part, isAsked: !hasAgreed, most }),
    aboutPerson(me, 'joinTeam', teamId, personId),
    outboxStatement(me.region, hasAgreed ? 'people.teamJoined.1' : 'people.teamAsked.1', {
      id: teamId,
      people: [personId],
    }),
  ])
}

/** Takes a person out of a team. @throws notFound, forbidden, stale */
export async function endMembership(deps: Deps, { me, params, remember }: Asked<'endMembership'>) {
  await teamFor(deps, me, 'endMembership', params.id)
  const answer = { id: params.id }
  return commit(deps, me, answer, [
    store.endStatement(me.region, params.id, params.personId),
    aboutPerson(me, 'endMembership', params.id, params.personId),
    outboxStatement(me.region, 'people.teamEnded.1', { id: params.id, people: [params.personId] }),
    remember(answer),
  ])
}

/** 定队伍的单位和支队: as they are to be from now. @throws notFound, forbidden, tooManyUnits, notAnAlly */
export async function setTeamAllies(deps: Deps, { me, params, body, remember }: Asked<'setTeamAllies'>) {
  const team = await teamFor(deps, me, 'setTeamAllies', params.id)
  const rules = await placeRules(deps.db, me.region)
  if (body.unitIds.length > formOf(rules, team.kind).units) throw problems.tooManyUnits()
  const { units, squads } = await choicesFor(deps.db, me, { id: params.id, path: team.path })
  const among = (ids: readonly string[], of: readonly { id: string }[]): boolean =>
    ids.every((id) => of.some((one) => one.id === id))
  if (!among(body.unitIds, units) || !among(body.squadIds, squads)) throw problems.notAnAlly()
  const answer = { id: params.id }
  return commit(deps, me, answer, [
    remember(answer),
    ...store.allyStatements(me.region, params.id, body),
    auditStatement(me, { action: 'setTeamAllies', subjectKind: 'team', subjectId: params.id }),
    outboxStatement(me.region, 'people.teamChanged.1', { id: params.id, people: [] }),
  ])
}

/** 愿意或不愿意, by oneself. @throws notFound, notAsked */
export async function answerTeam(deps: Deps, { me, params, body, remember }: Asked<'answerTeam'>) {
  if (!(await store.wasAsked(deps.db, me.region, params.id, me.personId))) throw notFound()
  const answer = { id: params.id }
  const heads = await store.headsOf(deps.db, me.region, params.id)
  return commit(deps, me, answer, [
    remember(answer),
    store.answerStatement(me.region, params.id, me.personId, body.agrees),
    aboutPerson(me, 'answerTeam', params.id, me.personId),
    outboxStatement(me.region, 'people.teamAnswered.1', {
      id: params.id,
      people: heads.filter((one) => one !== me.personId),
    }),
  ])
}

/** Leaves a team, or gives up its part and stays. @throws notFound, notInTeam */
export async function leaveTeam(deps: Deps, { me, params, body, remember }: Asked<'leaveTeam'>) {
  if (!(await store.wasAsked(deps.db, me.region, params.id, me.personId))) throw notFound()
  const answer = { id: params.id }
  return commit(deps, me, answer, [
    remember(answer),
    ...store.leaveStatements(me.region, params.id, me.personId, body.staysMember),
    aboutPerson(me, 'leaveTeam', params.id, me.personId),
    outboxStatement(me.region, 'people.teamChanged.1', { id: params.id, people: [] }),
  ])
}

/** The audit row of a change of members is about the person, as for posts. */
const aboutPerson = (me: Actor, action: keyof typeof teamEndpoints, team: string, personId: string): Sql =>
  auditStatement(me, { action, subjectKind: 'person', subjectId: personId, facts: { team } })

async function teamFor(deps: Deps, me: Actor, operation: keyof typeof teamEndpoints, id: string) {
  const team = await store.teamById(deps.db, me.region, id)
  if (!team) throw notFound()
  demandAt(operation, me, team.path)
  return team
}
