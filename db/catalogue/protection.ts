import type { Tables } from '../tables.ts'

/**
 * How a secret column is made, so that keys can be changed and a region can be taken elsewhere without code per table.
 * `{column}` stands for the row's own value of a column.
 * - `encrypted`: opens with the context.
 * - `index`: keyed, to find a value by; made anew from what the cipher column `of` holds, `{text}`.
 * - `fleeting`: keyed, and of no use after `minutes`; not made anew when keys change.
 * - `proof`: keyed, and names its key beside it.
 * - `digest`: without a key; a password, token or file is compared with it.
 * - `place`: where bytes lie; no cipher.
 */
export type Protection =
  | { readonly kind: 'encrypted'; readonly context: string }
  | { readonly kind: 'index'; readonly of: string; readonly text: string }
  | { readonly kind: 'fleeting'; readonly minutes: number }
  | { readonly kind: 'proof' | 'digest' | 'place' }

type Columns = {
  readonly [table in keyof Tables]?: { readonly [column in keyof Tables[table]]?: Protection }
}

const encrypted = (context: string): Protection => ({ kind: 'encrypted', context })
const index = (of: string, text = '{text}'): Protection => ({ kind: 'index', of, text })
const DAY_MINUTES = 24 * 60

/** Every secret column of the house; a test compares it with the catalogue's classes. */
export const PROTECTED: Columns = {
  accounts: {
    phone_cipher: encrypted('accounts.phone:{id}'),
    phone_hmac: index('phone_cipher'),
    password_hash: { kind: 'digest' },
    earlier_passwords: { kind: 'digest' },
    totp_secret: encrypted('accounts.totp_secret:{id}'),
  },
  sessions: { token_hash: { kind: 'digest' } },
  identities: {
    subject_cipher: encrypted('identities.subject:{id}'),
    subject_hmac: index('subject_cipher', '{door}:{issuer}:{text}'),
  },
  guests: {
    secret_hash: { kind: 'digest' },
    phone_cipher: encrypted('guests.phone:{region_id}:{person_id}'),
  },
  devices: {
    phone_cipher: encrypted('devices.phone:{region_id}:{id}'),
    key_hash: { kind: 'digest' },
  },
  device_contacts: {
    phone_cipher: encrypted('device_contacts.phone:{region_id}:{id}'),
    phone_hmac: index('phone_cipher'),
  },
  duty_calendars: { secret_hash: { kind: 'digest' } },
  api_keys: { key_hash: { kind: 'digest' } },
  sign_in_codes: {
    phone_hmac: { kind: 'fleeting', minutes: DAY_MINUTES },
    code_hash: { kind: 'fleeting', minutes: 5 },
  },
  factor_challenges: {
    nonce_hash: { kind: 'digest' },
    totp_secret: { kind: 'fleeting', minutes: 15 },
  },
  data_exports: { storage_key: { kind: 'place' } },
  ledger_exports: { storage_key: { kind: 'place' } },
  crypto_keys: { proof_cipher: encrypted('crypto_keys.proof:{key_id}') },
  files: { storage_key: { kind: 'place' } },
  audit_seals: { previous_mac: { kind: 'proof' }, mac: { kind: 'proof' } },
  households: {
    address_cipher: encrypted('households.address:{region_id}:{id}'),
    address_hmac: index('address_cipher', 'address:{region_id}:{text}'),
  },
  household_cards: { visiting_cipher: encrypted('household_cards.visiting:{region_id}:{household_id}') },
  card_consents: {
    kind_cipher: encrypted('card_consents.kind:{region_id}:{id}'),
    why_cipher: encrypted('card_consents.why:{region_id}:{id}'),
  },
  card_tags: {
    kind_cipher: encrypted('card_tags.kind:{region_id}:{id}'),
    help_cipher: encrypted('card_tags.help:{region_id}:{id}'),
  },
  card_referrals: { to_cipher: encrypted('card_referrals.to:{region_id}:{id}') },
  people: { phone_cipher: encrypted('people.phone:{region_id}'), phone_hmac: index('phone_cipher') },
  order_texts: {
    address_cipher: encrypted('order_texts.address:{region_id}'),
    contact_phone_cipher: encrypted('order_texts.phone:{region_id}'),
    contact_phone_hmac: index('contact_phone_cipher'),
  },
  redemptions: {
    code_cipher: encrypted('redemptions.code:{region_id}'),
    code_hmac: index('code_cipher', 'redemption:{region_id}:{text}'),
  },
}

/** A template filled from a row. @throws when the row lacks a column the template names */
export function filled(template: string, row: { readonly [column: string]: unknown }): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = row[name]
    if (value === undefined || value === null) throw new Error(`the row has no ${name} for ${template}`)
    return String(value)
  })
}
