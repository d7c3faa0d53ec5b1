import type { BodyOf } from '@linli/contract'
import type { peopleEndpoints } from '@linli/contract/people/endpoints'
import sql, { empty, type Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import { alreadyHelper, homeNeeded, notHelper, quotaTooHigh, unknownArea, unknownSkill } from '../errors.ts'
import { demandAt } from '../policy.ts'
import { areaIsOpen, grantStatement, helperStatement, personById, saidSkillStatement } from '../store.ts'

type Answer = { id: string }
type Asked = { me: Actor; remember(answer: Answer): Sql }
const MOST_TIMES_QUOTA = 3

/** 我要当志愿者: with the area one agrees to serve; skills said here wait for verification, clearance is given by staff. */
export async function joinAsHelper(
  deps: Deps,
  { me, remember }: Asked,
  body: BodyOf<typeof peopleEndpoints.joinAsHelper>,
): Promise<Answer> {
  const rules = await placeRules(deps.db, me.region)
  const person = await personById(deps.db, me.region, me.personId)
  if (!person?.path) throw homeNeeded()
  if (!(await areaIsOpen(deps.db, me.region, body.servesPath))) throw unknownArea()
  const quota = body.quota ?? rules.helperQuota
  assertQuota(quota, rules.helperQuota)
  assertSkills(body.skills ?? [], rules.skills)
  const { path } = person
  const settings = {
    path,
    servesPath: body.servesPath,
    quota,
    nightEmergencies: body.nightEmergencies ?? false,
    pointsOptIn: body.pointsOptIn ?? false,
    hours: body.hours ?? [],
  }
  await deps.db
    .commit(scopeOf(me), [
      sql`select refuse('alreadyHelper') from helpers where region_id = ${me.region} and person_id = ${me.personId}::uuid and left_at is null`,
      helperStatement(me.region, me.personId, settings),
      grantStatement(me.region, {
        accountId: me.accountId,
        role: 'helper',
        areaPath: body.servesPath,
        unitId: null,
        postId: null,
      }),
      ...(body.skills ?? []).map((skill) => saidSkillStatement(me.region, me.personId, skill)),
      remember({ id: me.personId }),
    ])
    .catch((error: unknown) => {
      throw error instanceof Refused && error.code === 'alreadyHelper' ? alreadyHelper() : error
    })
  return { id: me.personId }
}

/** 我的服务设置: hours, quota, leave, night emergencies, points; all of them the helper's own choice. */
export async function updateMyHelperSettings(
  deps: Deps,
  { me, remember }: Asked,
  body: BodyOf<typeof peopleEndpoints.updateMyHelperSettings>,
): Promise<Answer> {
  const rules = await placeRules(deps.db, me.region)
  if (body.quota !== undefined) assertQuota(body.quota, rules.helperQuota)
  if (body.servesPath !== undefined && !(await areaIsOpen(deps.db, me.region, body.servesPath)))
    throw unknownArea()
  assertSkills(body.skills ?? [], rules.skills)
  const { servesPath } = body
  await deps.db
    .commit(scopeOf(me), [
      sql`with changed as (update helpers set quota = coalesce(${body.quota ?? null}::int, quota), night_emergencies = coalesce(${body.nightEmergencies ?? null}::boolean, night_emergencies),
        points_opt_in = coalesce(${body.pointsOptIn ?? null}::boolean, points_opt_in), hours = coalesce(${body.hours === undefined ? null : JSON.stringify(body.hours)}::jsonb, hours),
        serves_path = coalesce(${servesPath ?? null}::text, serves_path) ${body.onLeaveUntil === undefined ? empty : sql`, on_leave_until = ${body.onLeaveUntil}::date`}
      where region_id = ${me.region} and person_id = ${me.personId}::uuid and left_at is null returning 1)
      select refuse('notHelper') where not exists (select from changed)`,
      ...(servesPath === undefined
        ? []
        : [
            sql`update grants set to_at = app_now() where region_id = ${me.region} and account_id = ${me.accountId}::uuid and role = 'helper' and post_id is null and to_at is null`,
            grantStatement(me.region, {
              accountId: me.accountId,
              role: 'helper',
              areaPath: servesPath,
              unitId: null,
              postId: null,
            }),
          ]),
      ...(body.skills ?? []).map((skill) => saidSkillStatement(me.region, me.personId, skill)),
      remember({ id: me.personId }),
    ])
    .catch(asNotHelper)
  return { id: me.personId }
}

/** Stops helping: nothing is lost, one may come back. Orders in hand stay until they are done or given back. */
export async function leaveAsHelper(deps: Deps, { me, remember }: Asked): Promise<Answer> {
  await deps.db
    .commit(scopeOf(me), [
      sql`with gone as (update helpers set left_at = app_now() where region_id = ${me.region} and person_id = ${me.personId}::uuid and left_at is null returning 1)
      select refuse('notHelper') where not exists (select from gone)`,
      sql`update grants set to_at = app_now() where region_id = ${me.region} and account_id = ${me.accountId}::uuid and role = 'helper' and post_id is null and to_at is null`,
      remember({ id: me.personId }),
    ])
    .catch(asNotHelper)
  return { id: me.personId }
}

/** 核验技能: staff have seen the certificate or the work. */
export async function verifySkill(
  deps: Deps,
  { me, remember }: Asked,
  personId: string,
  { skill, verified }: { skill: string; verified: boolean },
): Promise<Answer> {
  const rules = await placeRules(deps.db, me.region)
  assertSkills([skill], rules.skills)
  await demandAtHelper(deps, me, 'verifySkill', personId)
  await deps.db.commit(scopeOf(me), [
    verified
      ? sql`insert into helper_skills (region_id, id, person_id, skill, verified_by, verified_at) values (${me.region}, ${newId()}, ${personId}, ${skill}, ${me.personId}, app_now())
          on conflict (region_id, person_id, skill) where to_at is null do update set verified_by = excluded.verified_by, verified_at = excluded.verified_at`
      : sql`update helper_skills set to_at = app_now() where region_id = ${me.region} and person_id = ${personId}::uuid and skill = ${skill} and to_at is null`,
    auditStatement(me, {
      action: 'verifySkill',
      subjectKind: 'person',
      subjectId: personId,
      facts: { skill, verified },
    }),
    remember({ id: personId }),
  ])
  return { id: personId }
}

/** 入户资质: yes or no, nothing more is kept. */
export async function setHomeEntry(
  deps: Deps,
  { me, remember }: Asked,
  personId: string,
  homeEntry: boolean,
): Promise<Answer> {
  await demandAtHelper(deps, me, 'setHomeEntry', personId)
  await deps.db.commit(scopeOf(me), [
    sql`update helpers set home_entry = ${homeEntry} where region_id = ${me.region} and person_id = ${personId}::uuid and left_at is null`,
    auditStatement(me, {
      action: 'setHomeEntry',
      subjectKind: 'person',
      subjectId: personId,
      facts: { homeEntry },
    }),
    remember({ id: personId }),
  ])
  return { id: personId }
}

async function demandAtHelper(
  deps: Deps,
  me: Actor,
  operation: 'verifySkill' | 'setHomeEntry',
  personId: string,
): Promise<void> {
  const [helper] = await deps.db.read<{ path: string }>(
    scopeOf(me),
    sql`select path from helpers where region_id = ${me.region} and person_id = ${personId}::uuid and left_at is null`,
  )
  if (!helper) throw notFound()
  demandAt(operation, me, helper.path)
}

function assertQuota(quota: number, usual: number): void {
  if (quota > usual * MOST_TIMES_QUOTA) throw quotaTooHigh()
}

function assertSkills(said: readonly string[], known: readonly { key: string }[]): void {
  if (said.some((skill) => !known.some(({ key }) => key === skill))) throw unknownSkill()
}

function asNotHelper(error: unknown): never {
  throw error instanceof Refused && error.code === 'notHelper' ? notHelper() : error
}
