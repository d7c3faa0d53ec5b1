import type { BodyOf } from '@linli/contract'
import type { cardEndpoints } from '@linli/contract/cards/endpoints'
import type { MyCard } from '@linli/contract/cards/shapes'
import { CARD_PURPOSES, CONSENT_KINDS, TENURES } from '@linli/contract/cards/words'
import { lookWords } from '@linli/contract/privacy/words'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { placeRules } from '../../places/index.ts'
import { tooManyRequests } from '../privacy/errors.ts'
import { askConsentStatement, endConsentStatements, yearFromNow } from '../store/cardConsents.ts'
import { cardNow, changeCardStatement, type Notes } from '../store/cards.ts'
import { answerDay, requestStatement } from '../store/ownData.ts'
import {
  type CardLookRow,
  type CardRow,
  type ConsentRow,
  cardLooksQuery,
  cardQuery,
  consentsQuery,
  homeQuery,
  NOBODY,
  type ReferralRow,
  referralsQuery,
  spokenForBy,
  type TagRow,
  tagsQuery,
} from '../views/cards.ts'
import { cardProblem } from './changeCard.ts'
import { cardChanged, guardianSpeaks, noHousehold } from './errors.ts'
import { codeIn } from './openCard.ts'
import { opened, sealed } from './secrets.ts'
import { contactsOf, nameOfPost, showing } from './shown.ts'

type Home = { householdId: string; isChild: boolean }

/** Where somebody lives now; under the system's own hand, since one's own household may lie outside one's grants. */
async function homeOf({ db }: Deps, { region, personId }: Actor): Promise<Home | undefined> {
  const [home] = await db.read<Home>(systemScope(region), homeQuery(region, personId))
  return home
}

/** 我家的卡: of what needs consent only one's own and one's wards'. Null without a household. */
export async function myCard(deps: Deps, me: Actor): Promise<MyCard | null> {
  const { db, crypto } = deps
  const { region, personId } = me
  const home = await homeOf(deps, me)
  if (!home) return null
  const { householdId } = home
  const mine = home.isChild ? NOBODY : spokenForBy(personId) // for a child the guardian reads
  const [[card], tags, consents, referrals, looks] = (await db.commit(systemScope(region), [
    cardQuery(region, householdId),
    tagsQuery(region, householdId, mine),
    consentsQuery(region, mine),
    referralsQuery(region, householdId, mine),
    cardLooksQuery(region, householdId, personId),
  ])) as [CardRow[], TagRow[], ConsentRow[], ReferralRow[], CardLookRow[]] // what the queries return
  if (!card) return null
  const rules = await placeRules(db, region)
  const wards = new Set(card.members.flatMap((one) => (one.guardianId === personId ? [one.personId] : [])))
  const nameFor = (id: string, name: string): string =>
    id === personId || wards.has(id) ? name : (maskName(name) ?? '')
  const shown = showing(crypto, rules, nameFor)
  const notes = opened(crypto, 'household_cards.visiting', region, householdId, card.visitingCipher)
  const { visitingConsentId, visitingUntil } = card
  return {
    householdId,
    version: card.version,
    areaName: card.areaName,
    room: card.room,
    purpose: codeIn(CARD_PURPOSES, card.purpose),
    tenure: codeIn(TENURES, card.tenure),
    visiting:
      notes !== null && visitingConsentId && visitingUntil
        ? {
            text: notes,
            until: visitingUntil,
            consentId: visitingConsentId,
            isMine: card.visitingPersonId === personId || wards.has(card.visitingPersonId ?? ''),
          }
        : null,
    members: card.members.map((one) => ({
      personId: one.personId,
      name: nameFor(one.personId, one.name),
      tie: one.tie,
      isMe: one.personId === personId,
      isMyWard: wards.has(one.personId),
    })),
    contacts: contactsOf(card.contacts, rules),
    tags: tags.flatMap(shown.tag),
    consents: consents.map(shown.consent),
    referrals: referrals.map(shown.referral),
    looks: looks.map(({ id, at, action, reason, post }) => ({
      id,
      at,
      what: lookWords(action),
      who: nameOfPost(rules.posts, post),
      reason,
    })),
    keptUntil: card.keptUntil,
  }
}

type Corrected = { id: string; version: number; dueOn: string | null }
const OWN_WORDS = '本人自己写的'

/**
 * 更正我家的卡: what is one's own to say (housing, notes for visiting) becomes the value, and writing notes is the consent to
 * them; what is not goes to the office as a request. @throws noHousehold, guardianSpeaks, cardChanged, tooManyRequests
 */
export async function correctMyCard(
  deps: Deps,
  { me, remember }: { me: Actor; remember(answer: Corrected): Sql },
  { version, tenure, visiting, words }: BodyOf<typeof cardEndpoints.correctMyCard>,
): Promise<Corrected> {
  const { db } = deps
  const { region, personId } = me
  const home = await homeOf(deps, me)
  if (!home) throw noHousehold()
  if (home.isChild) throw guardianSpeaks()
  const { householdId } = home
  const now = await cardNow(db, region, householdId)
  const changes = tenure !== undefined || visiting !== undefined
  if (changes && now.version !== version) throw cardChanged()
  const notes = visiting ? await ownNotes(deps, me, householdId, visiting.trim()) : null
  const ends = visiting === undefined ? null : now.visitingConsentId
  const requestId = newId()
  const dueOn = words ? await answerDay(db, region) : null
  const change = { tenure, ...(visiting === undefined ? {} : { visiting: notes?.notes ?? null }) }
  const answer = { id: householdId, version: changes ? version + 1 : now.version, dueOn }
  try {
    await db.commit(systemScope(region), [
      remember(answer),
      ...(notes ? [notes.consent] : []),
      ...(changes ? [changeCardStatement(region, householdId, version, change, personId)] : []),
      ...(ends ? endConsentStatements(region, ends) : []),
      ...(words && dueOn
        ? [
            requestStatement(region, personId, {
              id: requestId,
              dueOn,
              kind: 'correct',
              words: words.trim(),
              orderId: null,
            }),
          ]
        : []),
      auditStatement(me, { action: 'correctMyCard', subjectKind: 'household', subjectId: householdId }),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'tooMany' ? tooManyRequests() : cardProblem(error)
  }
  return answer
}

/** Notes in one's own words, and the consent that writing them is: for a year. */
async function ownNotes(
  { db, crypto }: Deps,
  { region, personId }: Actor,
  householdId: string,
  text: string,
): Promise<{ consent: Sql; notes: Notes }> {
  const id = newId()
  const consent = askConsentStatement(region, {
    id,
    householdId,
    personId,
    kindCipher: sealed(crypto, 'card_consents.kind', region, id, 'visiting'),
    whyCipher: sealed(crypto, 'card_consents.why', region, id, OWN_WORDS),
    wordsVersion: CONSENT_KINDS.visiting.version,
    way: 'own',
    askedBy: personId,
    until: await yearFromNow(db, region),
    givenBy: personId,
  })
  return {
    consent,
    notes: { cipher: sealed(crypto, 'household_cards.visiting', region, householdId, text), consentId: id },
  }
}
