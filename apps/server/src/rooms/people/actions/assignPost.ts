import type { BodyOf } from '@linli/contract'
import type { peopleEndpoints } from '@linli/contract/people/endpoints'
import sql, { type Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import { MOST_RANGES } from '../../../kernel/db/scope.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import { accountNeeded, postHeld, postNeedsPlace, tooManyAreas, unknownArea, unknownPost } from '../errors.ts'
import { demandAt } from '../policy.ts'
import { areaIsOpen, endGrantsOfPost, grantStatement, personById, separateAreas } from '../store.ts'

type Answer = { id: string }
type Asked = { me: Actor; remember(answer: Answer): Sql }

/**
 * 任职: a person takes a post over an area or a unit, from a day on; the roles that the place's preset gives the post
 * follow as grants in the same transaction.
 * @throws unknownPost, postNeedsPlace, unknownArea, accountNeeded, postHeld, tooManyAreas
 */
export async function assignPost(
  deps: Deps,
  { me, remember }: Asked,
  personId: string,
  body: BodyOf<typeof peopleEndpoints.assignPost>,
): Promise<Answer> {
  const person = await personById(deps.db, me.region, personId)
  if (!person) throw notFound()
  demandAt('assignPost', me, body.areaPath ?? '/')
  const rules = await placeRules(deps.db, me.region)
  const post = rules.posts.find(({ key }) => key === body.post)
  if (!post) throw unknownPost()
  const areaPath = body.areaPath ?? (post.level === 'region' ? '/' : null)
  const unitId = areaPath === null ? (body.unitId ?? null) : null
  if (areaPath === null && unitId === null) throw postNeedsPlace()
  if (areaPath !== null && !(await areaIsOpen(deps.db, me.region, areaPath))) throw unknownArea()
  const { accountId } = person
  if (!accountId) throw accountNeeded()
  const answer = { id: newId() }
  try {
    await deps.db.transaction(scopeOf(me), async (tx) => {
      if (areaPath !== null && (await separateAreas(tx, me.region, accountId, areaPath)) > MOST_RANGES)
        throw tooManyAreas()
      await tx.query(sql`insert into posts (region_id, id, person_id, post, area_path, unit_id, from_on, to_on)
        values (${me.region}, ${answer.id}, ${personId}, ${post.key}, ${areaPath}, ${unitId}, coalesce(${body.fromOn ?? null}::date, (app_now() at time zone 'Asia/Shanghai')::date), ${body.toOn ?? null}::date)`)
      for (const role of post.roles)
        await tx.query(
          grantStatement(me.region, {
            accountId,
            role,
            areaPath,
            unitId,
            postId: answer.id,
            fromOn: body.fromOn,
            toOn: body.toOn,
          }),
        )
      await tx.query(
        auditStatement(me, {
          action: 'assignPost',
          subjectKind: 'person',
          subjectId: personId,
          facts: { post: post.key },
        }),
      )
      await tx.query(remember(answer))
    })
  } catch (error) {
    if (violated(error) === 'posts_now') throw postHeld()
    throw error
  }
  return answer
}

/** 卸任: the post and the grants that followed from it end now. @throws notFound */
export async function endPost(
  deps: Deps,
  { me, remember }: Asked,
  postId: string,
  reason: string | undefined,
): Promise<Answer> {
  const [post] = await deps.db.read<{ areaPath: string | null; personId: string }>(
    scopeOf(me),
    sql`
    select area_path as "areaPath", person_id as "personId" from posts where region_id = ${me.region} and id = ${postId}::uuid and (to_on is null or to_on >= (app_now() at time zone 'Asia/Shanghai')::date)`,
  )
  if (!post) throw notFound()
  demandAt('endPost', me, post.areaPath ?? '/')
  await deps.db.commit(scopeOf(me), [
    sql`update posts set to_on = (app_now() at time zone 'Asia/Shanghai')::date where region_id = ${me.region} and id = ${postId}::uuid`,
    endGrantsOfPost(me.region, postId),
    auditStatement(me, {
      action: 'endPost',
      subjectKind: 'person',
      subjectId: post.personId,
      ...(reason ? { reason } : {}),
      facts: {},
    }),
    remember({ id: postId }),
  ])
  return { id: postId }
}
