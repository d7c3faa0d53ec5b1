import type { Words } from '@linli/contract'
import type { CardContact, ConsentView, ReferralView, TagView } from '@linli/contract/cards/shapes'
import { TAG_KINDS, type TagKind } from '@linli/contract/cards/words'
import type { CryptoProvider } from '../../../kernel/crypto/provider.ts'
import type { PlaceRules } from '../../places/index.ts'
import type { ConsentRow, ContactRow, ReferralRow, TagRow } from '../views/cards.ts'
import { kindOf, opened, placeOf } from './secrets.ts'

const isTag = (kind: string): kind is TagKind => Object.hasOwn(TAG_KINDS, kind)
const PAIR: Words = { zh: '结对', en: 'Pair' }
const ONESELF: Words = { zh: '本人', en: 'The person' }
const STAFF: Words = { zh: '工作人员', en: 'Member of staff' }

/** The post that somebody held, never a name. */
export const nameOfPost = (posts: PlaceRules['posts'], post: string | null): Words =>
  posts.find(({ key }) => key === post)?.name ?? STAFF

/** Who looks after the household, by which rule of the place. */
export const contactsOf = (rows: readonly ContactRow[], { pairingRules }: PlaceRules): CardContact[] =>
  rows.map(({ rule, ...row }) => ({
    ...row,
    ruleName: pairingRules.find(({ key }) => key === rule)?.name ?? PAIR,
  }))

/** Opens what a reader may have. @param nameFor how a person's name is shown to this reader */
export function showing(
  crypto: CryptoProvider,
  { region, posts }: Pick<PlaceRules, 'region' | 'posts'>,
  nameFor: (personId: string, name: string) => string,
) {
  const askedBy = ({ isOwnWords, askedPost }: Pick<TagRow, 'isOwnWords' | 'askedPost'>): Words =>
    isOwnWords ? ONESELF : nameOfPost(posts, askedPost)
  return {
    tag: (row: TagRow): TagView[] => {
      const kind = kindOf(opened(crypto, 'card_tags.kind', region, row.id, row.kindCipher) ?? '')
      if (!isTag(kind)) return []
      return [
        {
          id: row.id,
          consentId: row.consentId,
          personId: row.personId,
          personName: nameFor(row.personId, row.personName),
          kind,
          help: opened(crypto, 'card_tags.help', region, row.id, row.helpCipher),
          why: opened(crypto, 'card_consents.why', region, row.consentId, row.whyCipher) ?? '',
          askedBy: askedBy(row),
          setAt: row.setAt,
          until: row.until,
        },
      ]
    },
    consent: (row: ConsentRow): ConsentView => {
      const kind = opened(crypto, 'card_consents.kind', region, row.id, row.kindCipher)
      return {
        id: row.id,
        personId: row.personId,
        personName: nameFor(row.personId, row.personName),
        kind: kind === null ? null : kindOf(kind),
        why: opened(crypto, 'card_consents.why', region, row.id, row.whyCipher),
        way: row.way,
        state: row.state,
        askedBy: askedBy(row),
        askedAt: row.askedAt,
        answeredAt: row.answeredAt,
        pressedAt: row.pressedAt,
        present: row.isSecondPresent ? nameOfPost(posts, row.presentPost) : null,
        until: row.until,
        used: row.used,
      }
    },
    referral: ({ toCipher, personName, ...row }: ReferralRow): ReferralView => ({
      ...row,
      personName: nameFor(row.personId, personName),
      to: placeOf(opened(crypto, 'card_referrals.to', region, row.id, toCipher) ?? ''),
    }),
  }
}
