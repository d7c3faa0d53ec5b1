import type { Deps } from '../../../kernel/deps.ts'
import { placeRules } from '../../places/index.ts'
import { hoursWrong, quotaTooHigh, unknownArea, unknownSkill } from '../errors.ts'
import { hoursFit, quotaFits, skillsKnown } from '../rules/helperChoices.ts'
import { areaIsOpen } from '../store/posts.ts'

type Choices = {
  readonly quota?: number | undefined
  readonly skills?: readonly string[] | undefined
  readonly hours?: readonly { readonly from: string; readonly to: string }[] | undefined
  readonly servesPath?: string | undefined
}

/** Checks what a helper chose against the place. @throws quotaTooHigh, unknownSkill, hoursWrong, unknownArea */
export async function checkChoices(
  deps: Deps,
  region: number,
  choices: Choices,
): Promise<{ usualQuota: number }> {
  const rules = await placeRules(deps.db, region)
  if (!quotaFits(choices.quota ?? 0, rules.helperQuota)) throw quotaTooHigh()
  if (!skillsKnown(choices.skills ?? [], rules.skills)) throw unknownSkill()
  if (!hoursFit(choices.hours ?? [])) throw hoursWrong()
  if (choices.servesPath !== undefined && !(await areaIsOpen(deps.db, region, choices.servesPath)))
    throw unknownArea()
  return { usualQuota: rules.helperQuota }
}
