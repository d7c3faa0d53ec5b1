import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'
import { canaryText, type Ground } from './houseGround.ts'
import { plantPerson } from './houseRows.ts'

type Db = Pick<TestHouse, 'admin' | 'house'>
export type PlantedCard = {
  readonly household: string
  readonly person: string
  readonly consent: string
  readonly tag: string
  readonly referral: string
}
type Wish = {
  /** Who lives there; else a neighbour of the ground's. */
  readonly person?: string
  /** How far the consent to the tag has come; `given` has its tag on the card. */
  readonly consent?: 'waiting' | 'given' | 'unused'
}

/**
 * A household with a card of canaries: 须知 the notes for visiting, 标签 what a tag says, 缘由 why it is kept. All three are
 * ciphers, as the house writes them.
 */
export async function plantCard(db: Db, ground: Ground, wish: Wish = {}): Promise<PlantedCard> {
  const { admin, house } = db
  const { region } = ground
  const person = wish.person ?? (await plantPerson(db, ground, { account: true }))
  const [household, notes, consent, tag, referral] = [newId(), newId(), newId(), newId(), newId()]
  const seal = (field: string, id: string, text: string) =>
    house.crypto.encryptField(text, `${field}:${region}:${id}`)
  await admin.query(
    `insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at) values ($1, $2, $3, $4, $5, $6, now())`,
    [
      region,
      household,
      ground.path,
      canaryText(ground, `${household.slice(-6)}室`),
      seal('households.address', household, canaryText(ground, '门牌')),
      Buffer.from(household),
    ],
  )
  await admin.query(
    `insert into household_members (region_id, id, household_id, person_id, from_at) values ($1, $2, $3, $4, now() - interval '1 day')`,
    [region, newId(), household, person],
  )
  await admin.query(
    `insert into card_members (region_id, household_id, person_id, tie, expires_at) values ($1, $2, $3, 'head', now() + interval '1 year')`,
    [region, household, person],
  )
  const given = wish.consent !== 'waiting'
  for (const [id, kind, isGiven] of [
    [notes, 'visiting', true],
    [consent, 'livesAlone', given],
  ] as const)
    await admin.query(
      `insert into card_consents (region_id, id, household_id, person_id, kind_cipher, why_cipher, words_version, way, asked_by, asked_at, answered_by, answered_at, given, expires_at)
       values ($1, $2, $3, $4, $5, $6, 1, 'phone', $7, now(), $8, $9, $10, now() + interval '100 days')`,
      [
        region,
        id,
        household,
        person,
        seal('card_consents.kind', id, kind),
        seal('card_consents.why', id, canaryText(ground, '缘由')),
        newId(),
        isGiven ? person : null,
        isGiven ? new Date() : null,
        isGiven ? true : null,
      ],
    )
  await admin.query(
    `insert into household_cards (region_id, household_id, version, purpose, tenure, visiting_cipher, visiting_consent_id, removed_at, changed_by, changed_at, expires_at)
     values ($1, $2, 1, 'contact', 'own', $3, $4, now() + interval '100 days', $5, now(), now() + interval '3 years')`,
    [
      region,
      household,
      seal('household_cards.visiting', household, canaryText(ground, '须知')),
      notes,
      newId(),
    ],
  )
  if ((wish.consent ?? 'given') === 'given')
    await admin.query(
      `insert into card_tags (region_id, id, household_id, person_id, consent_id, kind_cipher, help_cipher, set_by, set_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, now(), now() + interval '100 days')`,
      [
        region,
        tag,
        household,
        person,
        consent,
        seal('card_tags.kind', tag, 'livesAlone'),
        seal('card_tags.help', tag, canaryText(ground, '标签')),
        newId(),
      ],
    )
  await admin.query(
    `insert into card_referrals (region_id, id, household_id, person_id, kind, to_cipher, ground, by_person, at) values ($1, $2, $3, $4, 'referral', $5, 'asked', $6, now())`,
    [region, referral, household, person, seal('card_referrals.to', referral, 'clinic'), newId()],
  )
  return { household, person, consent, tag, referral }
}
