import type { BodyOf } from '@linli/contract'
import type { peopleEndpoints } from '@linli/contract/people/endpoints'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { alreadyHelper, homeNeeded } from '../errors.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { consentStatement } from '../store/consents.ts'
import { helperStatement, refuseHelperStatement, saidSkillStatement } from '../store/helpers.ts'
import { personById } from '../store/people.ts'
import { grantStatement } from '../store/posts.ts'
import { checkChoices } from './helperChoices.ts'

/**
 * 我要当志愿者: with the area one agrees to serve. Skills said here wait for verification; clearance is given by staff.
 * @throws homeNeeded, alreadyHelper and what `checkChoices` throws
 */
export async function joinAsHelper(
  deps: Deps,
  { me, remember }: Asked,
  body: BodyOf<typeof peopleEndpoints.joinAsHelper>,
): Promise<Answer> {
  const { servesPath, skills = [] } = body
  const { usualQuota } = await checkChoices(deps, me.region, body)
  const person = await personById(deps.db, me.region, me.personId)
  if (!person?.path) throw homeNeeded()
  const helper = {
    path: person.path,
    servesPath,
    quota: body.quota ?? usualQuota,
    nightEmergencies: body.nightEmergencies ?? false,
    pointsOptIn: body.pointsOptIn ?? false,
    hours: body.hours ?? [],
  }
  const grant = { accountId: me.accountId, role: 'helper', areaPath: servesPath, unitId: null, postId: null }
  const answer = { id: me.personId }
  try {
    await deps.db.commit(scopeOf(me), [
      refuseHelperStatement(me.region, me.personId),
      helperStatement(me.region, me.personId, helper),
      grantStatement(me.region, grant),
      ...skills.map((skill) => saidSkillStatement(me.region, me.personId, skill)),
      consentStatement(me.region, me.personId, 'helping', true, 'joinAsHelper'),
      consentStatement(me.region, me.personId, 'points', helper.pointsOptIn, 'joinAsHelper'),
      remember(answer),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'alreadyHelper' ? alreadyHelper() : error
  }
  return answer
}
