import type { BodyOf } from '@linli/contract'
import type { cardEndpoints } from '@linli/contract/cards/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { consentById, endConsentStatements, setTagStatement } from '../store/cardConsents.ts'
import { homeOfTag } from '../store/cards.ts'
import { householdAt } from '../store/people.ts'
import { cardProblem } from './changeCard.ts'
import { endedAlready, noConsent, tagged, tagUnknown } from './errors.ts'
import { demandCard } from './policy.ts'
import { opened, sealed } from './secrets.ts'

/**
 * 按同意记上: what it is stands in the consent; nothing else can be noted by it.
 * @throws notFound, forbidden, noConsent, tagUnknown (notes for visiting are no tag, nor what this place does not note), tagged
 */
export async function setTag(
  { db, crypto }: Deps,
  { me, remember }: Asked,
  household: string,
  { consentId, help }: BodyOf<typeof cardEndpoints.setTag>,
): Promise<Answer> {
  const { region } = me
  const home = await householdAt(db, region, household)
  if (!home) throw notFound()
  demandCard('setTag', me, home.path)
  const consent = await consentById(db, region, consentId, me.personId)
  if (consent?.householdId !== household) throw noConsent()
  const kind = opened(crypto, 'card_consents.kind', region, consentId, consent.kindCipher)
  if (kind === null) throw noConsent()
  const { cardTags } = await placeRules(db, region)
  if (!cardTags.some(({ key }) => key === kind)) throw tagUnknown()
  const id = newId()
  const answer = { id }
  try {
    await db.commit(scopeOf(me), [
      remember(answer),
      setTagStatement(region, {
        id,
        householdId: household,
        consentId,
        kindCipher: sealed(crypto, 'card_tags.kind', region, id, kind),
        helpCipher: help ? sealed(crypto, 'card_tags.help', region, id, help.trim()) : null,
        by: me.personId,
      }),
      auditStatement(me, { action: 'setTag', subjectKind: 'household', subjectId: household }),
    ])
  } catch (error) {
    throw violated(error) === 'card_tags_region_id_consent_id_key' ? tagged() : cardProblem(error)
  }
  return answer
}

/** 不再记: the tag and the consent it stood by end, and their words are gone. @throws notFound, forbidden, endedAlready */
export async function endTag(
  { db }: Deps,
  { me, remember }: Asked,
  id: string,
  { reason }: BodyOf<typeof cardEndpoints.endTag>,
): Promise<Answer> {
  const home = await homeOfTag(db, me.region, id)
  if (!home) throw notFound()
  demandCard('endTag', me, home.path)
  const answer = { id }
  try {
    await db.commit(scopeOf(me), [
      remember(answer),
      ...endConsentStatements(me.region, home.consentId),
      auditStatement(me, {
        action: 'endTag',
        subjectKind: 'household',
        subjectId: home.householdId,
        facts: { reason },
      }),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'ended' ? endedAlready() : error
  }
  return answer
}
