import type { BodyOf } from '@linli/contract'
import type { peopleEndpoints } from '@linli/contract/people/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { phoneTaken, unknownArea, unknownHousehold } from '../errors.ts'
import { demandAt } from '../policy.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { settleMembers } from '../store/imports.ts'
import { householdAt, insertPersonStatement, keptPhone } from '../store/people.ts'
import { areaIsOpen } from '../store/posts.ts'

/**
 * Registers a person at a place, in a household where one is given.
 * @throws unknownArea, unknownHousehold, phoneTaken, forbidden outside the registrar's areas
 */
export async function registerPerson(
  deps: Deps,
  { me, remember }: Asked,
  body: BodyOf<typeof peopleEndpoints.registerPerson>,
): Promise<Answer> {
  const { name, path, phone, householdId = null } = body
  demandAt('registerPerson', me, path)
  if (!(await areaIsOpen(deps.db, me.region, path))) throw unknownArea()
  if (householdId && (await householdAt(deps.db, me.region, householdId))?.path !== path)
    throw unknownHousehold()
  const answer = { id: newId() }
  const kept = phone ? keptPhone(deps.crypto, me.region, phone) : null
  try {
    await deps.db.commit(scopeOf(me), [
      insertPersonStatement(me.region, { ...answer, name, path, householdId, phone: kept }),
      ...settleMembers(me.region, [{ ...answer, householdId }]),
      auditStatement(me, { action: 'registerPerson', subjectKind: 'person', subjectId: answer.id }),
      remember(answer),
    ])
  } catch (error) {
    throw violated(error) === 'people_phone' ? phoneTaken() : error
  }
  return answer
}
