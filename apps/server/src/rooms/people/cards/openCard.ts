import type { BodyOf } from '@linli/contract'
import type { cardEndpoints } from '@linli/contract/cards/endpoints'
import type { CardView, TagsView } from '@linli/contract/cards/shapes'
import { CARD_PURPOSES, OPENING_REASONS, TENURES } from '@linli/contract/cards/words'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { maskName, maskPhone } from '../../../kernel/policy/mask.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import { householdAt } from '../store/people.ts'
import {
  type CardRow,
  type ConsentRow,
  cardQuery,
  consentsQuery,
  livingThere,
  type ReferralRow,
  referralsQuery,
  type TagRow,
  tagsQuery,
} from '../views/cards.ts'
import { demandCard, mayAt, seenBy } from './policy.ts'
import { opened } from './secrets.ts'
import { contactsOf, showing } from './shown.ts'

type Opening = BodyOf<typeof cardEndpoints.openCard>

/** The code of a vocabulary, as a CHECK of the database keeps it. */
export const codeIn = <Code extends string>(
  vocabulary: { readonly [code in Code]: unknown },
  code: string | null,
) => (code !== null && Object.hasOwn(vocabulary, code) ? (code as Code) : null) // a key of the vocabulary

const look = (me: Actor, action: string, household: string, { reason }: Opening) =>
  auditStatement(me, {
    action,
    subjectKind: 'household',
    subjectId: household,
    reason: OPENING_REASONS[reason].zh,
  })

/** Opens a household's card; the look is recorded in the same commit as the reading. @throws notFound, forbidden */
export async function openCard(
  { db, crypto }: Deps,
  me: Actor,
  household: string,
  opening: Opening,
): Promise<CardView> {
  const home = await householdAt(db, me.region, household)
  if (!home) throw notFound()
  demandCard('openCard', me, home.path)
  const { region } = me
  const [, [card]] = (await db.commit(scopeOf(me), [
    look(me, 'openCard', household, opening),
    cardQuery(region, household),
  ])) as [unknown, CardRow[]] // what the query returns
  if (!card) throw notFound()
  const rules = await placeRules(db, region)
  const [name, phone, visiting] = (['memberName', 'memberPhone', 'visiting'] as const).map((field) =>
    seenBy(field, me, home.path),
  )
  const notes =
    visiting === 'clear'
      ? opened(crypto, 'household_cards.visiting', region, household, card.visitingCipher)
      : null
  return {
    householdId: household,
    version: card.version,
    path: card.path,
    areaName: card.areaName,
    room: card.room,
    purpose: codeIn(CARD_PURPOSES, card.purpose),
    tenure: codeIn(TENURES, card.tenure),
    visiting:
      notes !== null && card.visitingConsentId && card.visitingPersonId && card.visitingUntil
        ? {
            text: notes,
            consentId: card.visitingConsentId,
            personId: card.visitingPersonId,
            until: card.visitingUntil,
          }
        : null,
    members: card.members.map(({ tail, ...member }) => ({
      ...member,
      name: name === 'clear' ? member.name : (maskName(member.name) ?? ''),
      phone: phone === 'hidden' ? null : maskPhone(tail),
    })),
    contacts: contactsOf(card.contacts, rules),
    changedAt: card.changedAt,
    keptUntil: card.keptUntil,
    tagKinds: rules.cardTags.map(({ key, name: words }) => ({ key, name: words })),
    mayOpenTags: mayAt('openTags', me, home.path),
    mayChange: mayAt('changeCard', me, home.path),
  }
}

/** What stands behind the press: tags, consents, referrals; a look of its own. @throws notFound, forbidden */
export async function openTags(
  { db, crypto }: Deps,
  me: Actor,
  household: string,
  opening: Opening,
): Promise<TagsView> {
  const home = await householdAt(db, me.region, household)
  if (!home) throw notFound()
  demandCard('openTags', me, home.path)
  const living = livingThere(household)
  const [, tags, consents, referrals] = (await db.commit(scopeOf(me), [
    look(me, 'openTags', household, opening),
    tagsQuery(me.region, household, living),
    consentsQuery(me.region, living),
    referralsQuery(me.region, household, living),
  ])) as [unknown, TagRow[], ConsentRow[], ReferralRow[]] // what the queries return
  const shown = showing(crypto, await placeRules(db, me.region), (_, name) => name)
  const sees = (field: 'cardTag' | 'cardReferral'): boolean => seenBy(field, me, home.path) === 'clear'
  return {
    tags: sees('cardTag') ? tags.flatMap(shown.tag) : [],
    consents: sees('cardTag') ? consents.map(shown.consent) : [],
    referrals: sees('cardReferral') ? referrals.map(shown.referral) : [],
  }
}
