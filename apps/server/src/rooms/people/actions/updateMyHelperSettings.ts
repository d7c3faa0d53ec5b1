import type { BodyOf } from '@linli/contract'
import type { peopleEndpoints } from '@linli/contract/people/endpoints'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { notHelper } from '../errors.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { consentStatement } from '../store/consents.ts'
import { endHelperGrantStatement, helperSettingsStatement, saidSkillStatement } from '../store/helpers.ts'
import { grantStatement } from '../store/posts.ts'
import { checkChoices } from './helperChoices.ts'

/** 我的服务设置: hours, quota, leave, night emergencies, points; all of them the helper's own choice. */
export async function updateMyHelperSettings(
  deps: Deps,
  { me, remember }: Asked,
  body: BodyOf<typeof peopleEndpoints.updateMyHelperSettings>,
): Promise<Answer> {
  await checkChoices(deps, me.region, body)
  const { servesPath, skills = [], ...settings } = body
  const grant = { accountId: me.accountId, role: 'helper', unitId: null, postId: null }
  const moved =
    servesPath === undefined
      ? []
      : [
          endHelperGrantStatement(me.region, me.accountId),
          grantStatement(me.region, { ...grant, areaPath: servesPath }),
        ]
  const answer = { id: me.personId }
  try {
    await deps.db.commit(scopeOf(me), [
      helperSettingsStatement(me.region, me.personId, { ...settings, servesPath }),
      ...moved,
      ...skills.map((skill) => saidSkillStatement(me.region, me.personId, skill)),
      ...(body.pointsOptIn === undefined
        ? []
        : [consentStatement(me.region, me.personId, 'points', body.pointsOptIn, 'updateMyHelperSettings')]),
      remember(answer),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'notHelper' ? notHelper() : error
  }
  return answer
}
