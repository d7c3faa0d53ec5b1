import type { BodyOf } from '@linli/contract'
import type { cardEndpoints } from '@linli/contract/cards/endpoints'
import { CONSENT_KINDS } from '@linli/contract/cards/words'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { doorConsentStatements, memberNamed, speakerFor } from '../store/cardConsents.ts'
import { householdAt } from '../store/people.ts'
import {
  answeredAlready,
  nameUnknown,
  presentUnknown,
  tagUnknown,
  untilWrong,
  wordsChanged,
} from './errors.ts'
import { demandCard } from './policy.ts'
import { sealed } from './secrets.ts'

/**
 * 当面征求同意: somebody read the text at the door, on the phone of whoever called, and pressed yes or no themselves; of a no
 * nothing is kept but that it was asked. It may come later than it was pressed. Who speaks is told of it, so that a press
 * that was not theirs is taken back.
 * @throws notFound, forbidden, tagUnknown, wordsChanged, nameUnknown, untilWrong, presentUnknown, answeredAlready
 */
export async function consentAtDoor(
  { db, crypto }: Deps,
  { me, remember }: Asked,
  household: string,
  body: BodyOf<typeof cardEndpoints.consentAtDoor>,
): Promise<Answer> {
  const { region } = me
  const { id, kind, given, until, wordsVersion } = body
  const home = await householdAt(db, region, household)
  if (!home) throw notFound()
  demandCard('consentAtDoor', me, home.path)
  const { cardTags } = await placeRules(db, region)
  if (!cardTags.some(({ key }) => key === kind)) throw tagUnknown()
  if (wordsVersion !== CONSENT_KINDS[kind].version) throw wordsChanged()
  const personId = await memberNamed(db, region, household, body.name.trim())
  const speaker = personId && (await speakerFor(db, region, household, personId, until))
  if (!personId || !speaker) throw nameUnknown()
  if (!speaker.untilFits) throw untilWrong()
  const answer = { id }
  try {
    await db.commit(scopeOf(me), [
      remember(answer),
      ...doorConsentStatements(region, {
        id,
        householdId: household,
        personId,
        kindCipher: given ? sealed(crypto, 'card_consents.kind', region, id, kind) : null,
        whyCipher: given ? sealed(crypto, 'card_consents.why', region, id, body.why.trim()) : null,
        wordsVersion,
        askedBy: me.personId,
        until,
        answeredBy: speaker.speakerId,
        given,
        presentId: body.presentId ?? null,
        pressedAt: body.pressedAt,
      }),
      auditStatement(me, {
        action: 'consentAtDoor',
        subjectKind: 'household',
        subjectId: household,
        facts: { way: 'door' },
      }),
      ...(speaker.hasAccount
        ? [outboxStatement(region, 'privacy.consentAtDoor.1', { id, people: [speaker.speakerId] })]
        : []),
    ])
  } catch (error) {
    if (error instanceof Refused && error.code === 'presentUnknown') throw presentUnknown()
    throw violated(error) === 'card_consents_pkey' ? answeredAlready() : error
  }
  return answer
}
