import type { BodyOf } from '@linli/contract'
import type { privacyEndpoints } from '@linli/contract/privacy/endpoints'
import { PURPOSES } from '@linli/contract/privacy/words'
import type { Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import {
  consentStatement,
  forgetPhotoPlaces,
  leavePointsStatement,
  stopHelpingStatement,
} from '../store/consents.ts'
import { optInStatement } from '../store/facts.ts'
import { endHelperGrantStatement } from '../store/helpers.ts'
import { askPerOrder, joinFirst, wordsChanged } from './errors.ts'
import type { Asking, OwnDataNeeds } from './needs.ts'

/**
 * 同意或撤回: one purpose, in the words that were shown. Taking it back is one press like giving it, and ends the purpose in
 * the same commit (PIPL art. 14 to 16).
 * @throws wordsChanged, joinFirst (helping is agreed to with its choices), askPerOrder (publication is agreed to order by order)
 */
export async function setConsent(
  needs: OwnDataNeeds,
  { me, remember }: Asking<{ given: boolean }>,
  { purpose, given, version }: BodyOf<typeof privacyEndpoints.setConsent>,
): Promise<{ given: boolean }> {
  if (given && version !== PURPOSES[purpose].version) throw wordsChanged()
  if (given && purpose === 'helping') throw joinFirst()
  if (given && purpose === 'showing') throw askPerOrder()
  if (!given && purpose === 'showing') await needs.hideEverythingShown(me)
  const answer = { given }
  try {
    // Under the system's own hand: a photo's row belongs to its order once that has one.
    await needs.db.commit(systemScope(me.region), [
      remember(answer),
      ...effects(me, purpose, given),
      ...(given && purpose === 'points'
        ? []
        : [consentStatement(me.region, me.personId, purpose, given, 'setConsent')]),
    ])
  } catch (error) {
    if (error instanceof Refused && error.code === 'notHelper') throw joinFirst()
    throw error
  }
  if (purpose === 'helping') needs.grantsChanged(me.accountId)
  return answer
}

function effects(
  { region, personId, accountId }: Actor,
  purpose: keyof typeof PURPOSES,
  given: boolean,
): Sql[] {
  if (given) return purpose === 'points' ? [optInStatement(region, personId, true)] : []
  if (purpose === 'points') return [leavePointsStatement(region, personId)]
  if (purpose === 'photoPlace') return [forgetPhotoPlaces(region, personId)]
  if (purpose === 'helping')
    return [stopHelpingStatement(region, personId), endHelperGrantStatement(region, accountId)]
  return []
}
