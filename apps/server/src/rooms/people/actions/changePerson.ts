import type { BodyOf } from '@linli/contract'
import type { peopleEndpoints } from '@linli/contract/people/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { changeNumberStatement } from '../../../kernel/auth/accounts.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { notFound } from '../../../kernel/problem.ts'
import { phoneTaken, unknownArea, unknownHousehold } from '../errors.ts'
import { demandAt } from '../policy.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { settleMembers } from '../store/imports.ts'
import { changePersonStatement, householdAt, keptPhone, personById } from '../store/people.ts'
import { areaIsOpen } from '../store/posts.ts'

/**
 * Corrects a person's entry; every correction is recorded. Somebody who moves to another place leaves the household. Another
 * number is the one to sign in with from now on.
 * @throws notFound, unknownArea, unknownHousehold, phoneTaken, forbidden
 */
export async function changePerson(
  deps: Deps,
  { me, remember }: Asked,
  id: string,
  body: BodyOf<typeof peopleEndpoints.changePerson>,
): Promise<Answer> {
  const person = await personById(deps.db, me.region, id)
  if (!person) throw notFound()
  demandAt('changePerson', me, person.path ?? '/')
  const { phone, path, ...plain } = body
  if (path !== undefined) {
    demandAt('changePerson', me, path)
    if (!(await areaIsOpen(deps.db, me.region, path))) throw unknownArea()
  }
  const moved = path !== undefined && path !== person.path
  const householdId = plain.householdId === undefined && moved ? null : plain.householdId
  if (householdId && (await householdAt(deps.db, me.region, householdId))?.path !== (path ?? person.path))
    throw unknownHousehold()
  const kept = phone === undefined ? undefined : keptPhone(deps.crypto, me.region, phone)
  const answer = { id }
  try {
    await deps.db.commit(scopeOf(me), [
      changePersonStatement(me.region, id, { ...plain, path, phone: kept, householdId }),
      ...(householdId === undefined ? [] : settleMembers(me.region, [{ id, householdId }])),
      ...(phone !== undefined && person.accountId
        ? [changeNumberStatement(deps.crypto, person.accountId, phone)]
        : []),
      auditStatement(me, {
        action: 'changePerson',
        subjectKind: 'person',
        subjectId: id,
        facts: { fields: Object.keys(body).join(',') },
      }),
      remember(answer),
    ])
  } catch (error) {
    throw violated(error) === 'people_phone' ? phoneTaken() : error
  }
  return answer
}
