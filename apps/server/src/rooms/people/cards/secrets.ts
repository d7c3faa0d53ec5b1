import type { ConsentKind, ReferralPlace } from '@linli/contract/cards/words'
import { CONSENT_KINDS, REFERRAL_PLACES } from '@linli/contract/cards/words'
import type { CryptoProvider } from '../../../kernel/crypto/provider.ts'

type Field =
  | 'household_cards.visiting'
  | 'card_consents.kind'
  | 'card_consents.why'
  | 'card_tags.kind'
  | 'card_tags.help'
  | 'card_referrals.to'

/** What each cipher is bound to; as `db/catalogue/protection.ts` says it. @param id the row's, of a card the household's */
const context = (field: Field, region: number, id: string): string => `${field}:${region}:${id}`

export const sealed = (
  crypto: CryptoProvider,
  field: Field,
  region: number,
  id: string,
  text: string,
): string => crypto.encryptField(text, context(field, region, id))

export const opened = (
  crypto: CryptoProvider,
  field: Field,
  region: number,
  id: string,
  cipher: string | null,
): string | null => (cipher === null ? null : crypto.decryptField(cipher, context(field, region, id)))

const isKind = (text: string): text is ConsentKind => Object.hasOwn(CONSENT_KINDS, text)
const isPlace = (text: string): text is ReferralPlace => Object.hasOwn(REFERRAL_PLACES, text)

/** @throws when a field holds another word than the house wrote */
export function kindOf(text: string): ConsentKind {
  if (!isKind(text)) throw new Error('a card names a kind that there is not')
  return text
}
export function placeOf(text: string): ReferralPlace {
  if (!isPlace(text)) throw new Error('a card names a place that there is not')
  return text
}
