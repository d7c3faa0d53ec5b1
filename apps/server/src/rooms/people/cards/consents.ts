import type { BodyOf } from '@linli/contract'
import type { cardEndpoints } from '@linli/contract/cards/endpoints'
import { CONSENT_KINDS } from '@linli/contract/cards/words'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import type { Answer, Asked } from '../store/asked.ts'
import {
  answerConsentStatement,
  askConsentStatement,
  type ConsentRecord,
  consentById,
  endConsentStatements,
  speakerFor,
} from '../store/cardConsents.ts'
import { householdAt } from '../store/people.ts'
import { answeredAlready, endedAlready, noAccount, notMember, tagUnknown, untilWrong } from './errors.ts'
import { demandCard } from './policy.ts'
import { sealed } from './secrets.ts'

/**
 * 征求单独同意: one thing, why, and until when. On paper it is given at once by who signed; on the phone it waits for the
 * person, or for the guardian of a child under fourteen, who is told.
 * @throws notFound, forbidden, tagUnknown, notMember, untilWrong, noAccount
 */
export async function askConsent(
  { db, crypto }: Deps,
  { me, remember }: Asked,
  household: string,
  { personId, kind, why, until, way }: BodyOf<typeof cardEndpoints.askConsent>,
): Promise<Answer> {
  const { region } = me
  const home = await householdAt(db, region, household)
  if (!home) throw notFound()
  demandCard('askConsent', me, home.path)
  const { cardTags } = await placeRules(db, region)
  if (kind !== 'visiting' && !cardTags.some(({ key }) => key === kind)) throw tagUnknown()
  const speaker = await speakerFor(db, region, household, personId, until)
  if (!speaker) throw notMember()
  if (!speaker.untilFits) throw untilWrong()
  if (way === 'phone' && !speaker.hasAccount) throw noAccount()
  const id = newId()
  const answer = { id }
  await db.commit(scopeOf(me), [
    remember(answer),
    askConsentStatement(region, {
      id,
      householdId: household,
      personId,
      kindCipher: sealed(crypto, 'card_consents.kind', region, id, kind),
      whyCipher: sealed(crypto, 'card_consents.why', region, id, why.trim()),
      wordsVersion: CONSENT_KINDS[kind].version,
      way,
      askedBy: me.personId,
      until,
      givenBy: way === 'paper' ? speaker.speakerId : null,
    }),
    auditStatement(me, {
      action: 'askConsent',
      subjectKind: 'household',
      subjectId: household,
      facts: { way },
    }),
    ...(way === 'phone'
      ? [outboxStatement(region, 'privacy.consentAsked.1', { id, people: [speaker.speakerId] })]
      : []),
  ])
  return answer
}

/** A consent that is one's own to give or take back, or one's ward's. @throws notFound */
async function mine({ db }: Deps, me: Actor, id: string): Promise<ConsentRecord> {
  const consent = await consentById(db, me.region, id, me.personId)
  if (!consent?.isMine) throw notFound()
  return consent
}

const recorded = (me: Actor, action: string, { householdId }: ConsentRecord) =>
  auditStatement(me, { action, subjectKind: 'household', subjectId: householdId })

/** 同意或不同意. @throws notFound, answeredAlready */
export async function answerConsent(
  deps: Deps,
  { me, remember }: Asked,
  id: string,
  { given }: BodyOf<typeof cardEndpoints.answerConsent>,
): Promise<Answer> {
  const consent = await mine(deps, me, id)
  const answer = { id }
  try {
    // Under the system's own hand: a ward's row is not the guardian's.
    await deps.db.commit(systemScope(me.region), [
      remember(answer),
      answerConsentStatement(me.region, id, me.personId, given),
      recorded(me, 'answerConsent', consent),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'answered' ? answeredAlready() : error
  }
  return answer
}

/** 撤回: what stood by it is gone at once, words and all. @throws notFound, endedAlready */
export async function withdrawConsent(deps: Deps, { me, remember }: Asked, id: string): Promise<Answer> {
  const consent = await mine(deps, me, id)
  const answer = { id }
  try {
    await deps.db.commit(systemScope(me.region), [
      remember(answer),
      ...endConsentStatements(me.region, id),
      recorded(me, 'withdrawConsent', consent),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'ended' ? endedAlready() : error
  }
  return answer
}
