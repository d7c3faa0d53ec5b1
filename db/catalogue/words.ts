import type { Words } from '@linli/contract'

/**
 * How much harm a column does in the wrong hands, least first.
 * - `public`: anybody may read it.
 * - `internal`: codes, times and figures of the work; says nothing about a person by itself.
 * - `personal`: about a person who is or can be identified (个人信息).
 * - `sensitive`: harms dignity, body or property when it leaks (敏感个人信息); shown masked or not at all.
 * - `secret`: keys, hashes, tokens and ciphers; leaves the database for nobody.
 */
export type DataClass = 'public' | 'internal' | 'personal' | 'sensitive' | 'secret'

export const CLASSES: { readonly [key in DataClass]: Words } = {
  public: { zh: '公开', en: 'public' },
  internal: { zh: '内部', en: 'internal' },
  personal: { zh: '个人信息', en: 'personal' },
  sensitive: { zh: '敏感个人信息', en: 'sensitive' },
  secret: { zh: '秘密', en: 'secret' },
}

/** Why it may be kept. A person of the place confirms the legal reading before real use. */
export type Basis = keyof typeof BASES
export const BASES = {
  noPerson: { zh: '不含个人信息', en: 'Holds no personal data' },
  consent: {
    zh: '个人信息保护法第十三条第一款第一项：本人同意',
    en: 'PIPL art. 13(1)(1): consent of the person',
  },
  service: {
    zh: '个人信息保护法第十三条第一款第二项：履行本人要求的服务所必需',
    en: 'PIPL art. 13(1)(2): needed for the service the person asked for',
  },
  duty: {
    zh: '个人信息保护法第十三条第一款第三项：履行法定职责所必需',
    en: 'PIPL art. 13(1)(3): needed for a statutory duty',
  },
  separateConsent: {
    zh: '个人信息保护法第二十九条：敏感个人信息的单独同意',
    en: 'PIPL art. 29: separate consent to sensitive data',
  },
  security: {
    zh: '个人信息保护法第五十一条、网络安全法第二十一条：安全保护与日志留存',
    en: 'PIPL art. 51, Cybersecurity Law art. 21: protection and logs',
  },
  volunteering: {
    zh: '志愿服务条例：如实记录志愿服务情况',
    en: 'Regulation on Voluntary Service: true record of service',
  },
} as const satisfies { readonly [key: string]: Words }

/** What begins the time after which it is erased. */
export type RetentionEvent = keyof typeof RETENTION_EVENTS
export const RETENTION_EVENTS = {
  written: { zh: '写入', en: 'it was written' },
  expired: { zh: '失效', en: 'it expired' },
  orderClosed: { zh: '工单办结', en: 'the order was closed' },
  superseded: { zh: '被新版本取代', en: 'a newer version replaced it' },
  ended: { zh: '关系结束', en: 'the relation ended' },
  withdrawn: { zh: '撤下或删除', en: 'it was withdrawn' },
  personErased: { zh: '本人注销', en: 'the person asked to be erased' },
  placeClosed: { zh: '本区停用本系统', en: 'the place stopped using the house' },
} as const satisfies { readonly [key: string]: Words }

/** Kept for so many days after the event; 0 means it goes with the event. */
export type Retention = { readonly event: RetentionEvent; readonly days: number }

/** What is said of one column. */
export type ColumnEntry = {
  readonly class: DataClass
  readonly purpose: Words
  readonly basis: Basis
  readonly retention: Retention
}

/** What holds for a table's columns unless a column says otherwise. */
type Defaults = Pick<ColumnEntry, 'class' | 'basis' | 'retention'>
type Line = readonly [zh: string, en: string, otherwise?: Partial<Defaults>]
export type TableEntry = {
  readonly purpose: Words
  readonly columns: { readonly [column: string]: ColumnEntry }
}

/** Describes a table: `Row` is its generated row type, so a forgotten column is already a type error. */
export function table<Row>(
  zh: string,
  en: string,
  defaults: Defaults,
  lines: { readonly [column in keyof Row & string]: Line },
): TableEntry {
  const columns: { [column: string]: ColumnEntry } = {}
  for (const [column, [zh, en, otherwise]] of Object.entries<Line>(lines))
    columns[column] = { ...defaults, ...otherwise, purpose: { zh, en } }
  return { purpose: { zh, en }, columns }
}

/** Columns that mean the same in every table. */
export const REGION: Line = ['所属区县', 'The county or district', { class: 'internal', basis: 'noPerson' }]
export const ID: Line = ['编号（UUIDv7）', 'Identifier (UUIDv7)', { class: 'internal' }]

export const YEAR = 365
export const forPlace: Retention = { event: 'placeClosed', days: 0 }
