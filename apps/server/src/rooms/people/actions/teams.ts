import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import { unknownArea, unknownTeam } from '../errors.ts'
import { demandAt } from '../policy.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { personById } from '../store/people.ts'
import { areaIsOpen } from '../store/posts.ts'
import { endMemberStatement, memberStatement, teamPath, teamStatement } from '../store/teams.ts'

/** Opens a service team of one of the place's kinds. @throws unknownTeam, unknownArea, forbidden */
export async function openTeam(
  deps: Deps,
  { me, remember }: Asked,
  body: { kind: string; name: string; path: string },
): Promise<Answer> {
  demandAt('openTeam', me, body.path)
  const { teams } = await placeRules(deps.db, me.region)
  if (!teams.some(({ key }) => key === body.kind)) throw unknownTeam()
  if (!(await areaIsOpen(deps.db, me.region, body.path))) throw unknownArea()
  const answer = { id: newId() }
  await deps.db.commit(scopeOf(me), [
    teamStatement(me.region, { ...answer, ...body }),
    auditStatement(me, { action: 'openTeam', subjectKind: 'team', subjectId: answer.id }),
    remember(answer),
  ])
  return answer
}

/** A person joins a team; joining twice is joining once. @throws notFound, forbidden */
export async function joinTeam(
  deps: Deps,
  { me, remember }: Asked,
  teamId: string,
  personId: string,
): Promise<Answer> {
  await demandAtTeam(deps, me, 'joinTeam', teamId)
  if (!(await personById(deps.db, me.region, personId))) throw notFound()
  const change = memberStatement(me.region, teamId, personId)
  return changeMembers(deps, { me, remember }, { action: 'joinTeam', teamId, personId, change })
}

/** A person leaves a team. @throws notFound, forbidden */
export async function endMembership(
  deps: Deps,
  { me, remember }: Asked,
  teamId: string,
  personId: string,
): Promise<Answer> {
  await demandAtTeam(deps, me, 'endMembership', teamId)
  const change = endMemberStatement(me.region, teamId, personId)
  return changeMembers(deps, { me, remember }, { action: 'endMembership', teamId, personId, change })
}

type MemberChange = {
  readonly action: 'joinTeam' | 'endMembership'
  readonly teamId: string
  readonly personId: string
  readonly change: Sql
}

/** The change and its audit row, which is about the person, as for posts. */
async function changeMembers(
  deps: Deps,
  { me, remember }: Asked,
  { action, teamId, personId, change }: MemberChange,
): Promise<Answer> {
  const answer = { id: teamId }
  await deps.db.commit(scopeOf(me), [
    change,
    auditStatement(me, { action, subjectKind: 'person', subjectId: personId, facts: { team: teamId } }),
    remember(answer),
  ])
  return answer
}

async function demandAtTeam(
  deps: Deps,
  me: Actor,
  operation: 'joinTeam' | 'endMembership',
  teamId: string,
): Promise<void> {
  const path = await teamPath(deps.db, scopeOf(me), teamId)
  if (!path) throw notFound()
  demandAt(operation, me, path)
}
