import type { Words } from '@linli/contract'

/**
 * What of a region goes along when a place takes it to another installation: every table with a `region_id`, and of the
 * tables that span regions the rows named here. A table must stand in the one or the other, or say why it stays.
 */
const OF_ACCOUNTS = `(select p.account_id from people p where p.region_id = $1 and p.account_id is not null
  union select g.account_id from grants g where g.region_id = $1)`

/** Conditions over the table's own columns (alias `t`); `$1` is the region. */
export const SHARED: { readonly [table: string]: string } = {
  regions: 't.id = $1',
  accounts: `t.id in ${OF_ACCOUNTS}`,
  identities: `t.account_id in ${OF_ACCOUNTS}`,
}

/** Tables that stay behind, with the reason as the archive tells it. */
export const LEFT_OUT: { readonly [table: string]: Words } = {
  sessions: {
    zh: '登录会话：到了新地方重新登录',
    en: 'sign-in sessions: people sign in anew at the new place',
  },
  sign_in_codes: { zh: '几分钟有效的验证码', en: 'codes that are good for minutes' },
  factor_challenges: { zh: '几分钟有效的验证', en: 'challenges that are good for minutes' },
  passkeys: { zh: '通行密钥只认原来的网址', en: 'passkeys know the former address only' },
  door_tickets: { zh: '用过的登录往返凭据', en: 'used ways through other doors' },
  commands: {
    zh: '防止重复提交的记录，只对原来的地方有用',
    en: 'idempotency records, of use to the former place only',
  },
  backup_runs: { zh: '原来地方的备份记录', en: "the former place's record of backups" },
  crypto_keys: { zh: '原来地方的密钥记录', en: "the former place's record of keys" },
  key_rotations: { zh: '原来地方的换钥记录', en: "the former place's changes of keys" },
  card_consents: {
    zh: '住户卡上的单独同意：同意是给原来的地方的，到新地方要重新征求',
    en: 'separate consents of household cards: they were given to the former place and are asked for anew',
  },
  card_tags: {
    zh: '经单独同意记下的情况：不随资料走，到新地方重新征求同意再记',
    en: 'what was noted with separate consent: it does not travel and is asked for anew',
  },
  card_referrals: {
    zh: '转介和交接的记录：涉及健康，不随资料走',
    en: 'referrals and hand-overs: they touch on health and do not travel',
  },
  ground_counts: {
    zh: '底数和覆盖的计数：到新地方重新数',
    en: 'the counts of the ground: counted anew at the new place',
  },
  ground_counted: { zh: '底数和覆盖是什么时候数的', en: 'when the ground was counted' },
  suggestion_models: {
    zh: '从受理过的单学到的事项：到新地方从带去的单重新学',
    en: 'items learned from orders: learned anew at the new place from the orders that came along',
  },
  schema_floor: { zh: '程序版本的记录', en: 'a record of program versions' },
}

/** Tables that are in the archive to be read, and are not imported: the new place makes its own. */
export const FOR_READING: { readonly [table: string]: Words } = {
  audit_seals: {
    zh: '原来的封条。导入时逐条核对过的记录由新地方重新封存，并留一条说明',
    en: 'the former seals: the record was proved before it left and is sealed anew at the new place, with a note',
  },
}

/** Columns that stay behind beside digests (passwords, tokens), with the reason. */
export const COLUMNS_LEFT_OUT: { readonly [column: string]: Words } = {
  'household_cards.visiting_cipher': {
    zh: '上门须知：凭本人同意，到新地方重新征求',
    en: 'notes for visiting: kept by consent, asked for anew at the new place',
  },
  'household_cards.removed_at': { zh: '上门须知何时到期：同上', en: 'when those notes end: likewise' },
  'household_cards.visiting_consent_id': {
    zh: '上门须知的同意：同上',
    en: 'the consent to those notes: likewise',
  },
  'accounts.totp_secret': {
    zh: '动态码密钥：到新地方重新绑定',
    en: 'authenticator secrets: set up anew at the new place',
  },
}
