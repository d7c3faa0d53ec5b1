import sql, { type Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import { unknownArea, unknownTeam } from '../errors.ts'
import { demandAt } from '../policy.ts'
import { areaIsOpen, personById } from '../store.ts'

type Answer = { id: string }
type Asked = { me: Actor; remember(answer: Answer): Sql }

/** Opens a service team of one of the place's kinds. */
export async function openTeam(
  deps: Deps,
  { me, remember }: Asked,
  body: { kind: string; name: string; path: string },
): Promise<Answer> {
  demandAt('openTeam', me, body.path)
  const rules = await placeRules(deps.db, me.region)
  if (!rules.teams.some(({ key }) => key === body.kind)) throw unknownTeam()
  if (!(await areaIsOpen(deps.db, me.region, body.path))) throw unknownArea()
  const answer = { id: newId() }
  await deps.db.commit(scopeOf(me), [
    sql`insert into teams (region_id, id, kind, name, path, opened_at) values (${me.region}, ${answer.id}, ${body.kind}, ${body.name}, ${body.path}, app_now())`,
    auditStatement(me, { action: 'openTeam', subjectKind: 'team', subjectId: answer.id, facts: {} }),
    remember(answer),
  ])
  return answer
}

/** A person joins a team; joining twice is joining once. */
export async function joinTeam(
  deps: Deps,
  { me, remember }: Asked,
  teamId: string,
  personId: string,
): Promise<Answer> {
  await demandAtTeam(deps, me, 'joinTeam', teamId)
  if (!(await personById(deps.db, me.region, personId))) throw notFound()
  await deps.db.commit(scopeOf(me), [
    sql`insert into team_members (region_id, id, team_id, person_id, from_at) values (${me.region}, ${newId()}, ${teamId}, ${personId}, app_now())
      on conflict (region_id, team_id, person_id) where to_at is null do nothing`,
    remember({ id: teamId }),
  ])
  return { id: teamId }
}

export async function endMembership(
  deps: Deps,
  { me, remember }: Asked,
  teamId: string,
  personId: string,
): Promise<Answer> {
  await demandAtTeam(deps, me, 'endMembership', teamId)
  await deps.db.commit(scopeOf(me), [
    sql`update team_members set to_at = app_now() where region_id = ${me.region} and team_id = ${teamId}::uuid and person_id = ${personId}::uuid and to_at is null`,
    remember({ id: teamId }),
  ])
  return { id: teamId }
}

async function demandAtTeam(
  deps: Deps,
  me: Actor,
  operation: 'joinTeam' | 'endMembership',
  teamId: string,
): Promise<void> {
  const [team] = await deps.db.read<{ path: string }>(
    scopeOf(me),
    sql`select path from teams where region_id = ${me.region} and id = ${teamId}::uuid and closed_at is null`,
  )
  if (!team) throw notFound()
  demandAt(operation, me, team.path)
}
