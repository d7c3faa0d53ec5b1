import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import { unknownSkill } from '../errors.ts'
import { demandAt } from '../policy.ts'
import { skillsKnown } from '../rules/helperChoices.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { endSkillStatement, helperPath, verifiedSkillStatement } from '../store/helpers.ts'

/** 核验技能: staff have seen the certificate or the work. @throws unknownSkill, notFound, forbidden */
export async function verifySkill(
  deps: Deps,
  { me, remember }: Asked,
  personId: string,
  { skill, verified }: { skill: string; verified: boolean },
): Promise<Answer> {
  const { skills } = await placeRules(deps.db, me.region)
  if (!skillsKnown([skill], skills)) throw unknownSkill()
  const path = await helperPath(deps.db, scopeOf(me), personId)
  if (!path) throw notFound()
  demandAt('verifySkill', me, path)
  const answer = { id: personId }
  await deps.db.commit(scopeOf(me), [
    verified
      ? verifiedSkillStatement(me.region, personId, skill, me.personId)
      : endSkillStatement(me.region, personId, skill),
    auditStatement(me, {
      action: 'verifySkill',
      subjectKind: 'person',
      subjectId: personId,
      facts: { skill, verified },
    }),
    remember(answer),
  ])
  return answer
}
