import type { Words } from '@linli/contract'

/**
 * What happens to somebody's rows when the person is erased.
 * - `remove`: the rows go.
 * - `blank`: the rows stay, their personal columns are emptied.
 * - `end`: a relation ends today and stays as a record, by id only.
 * - `keep`: nothing: ids, codes and numbers that lead to nobody once the person's own row is empty; `why` says it to the person.
 */
export type Erasure = 'remove' | 'blank' | 'end' | 'keep'

/**
 * Whose a table's rows are. `rows` and `erases` are conditions over the table's own columns (alias `t`) with the places
 * `{region}`, `{person}`, `{account}`, `{phones}`, `{tails}`; they are filled by parameters and never by text.
 */
export type Owner = {
  readonly rows: string
  /** Where more or fewer rows are erased than are shown to the person. */
  readonly erases?: string
  readonly onErasure: Erasure
  /** Columns to be emptied where not the personal ones are meant; with words that stand in their place. */
  readonly blank?: { readonly [column: string]: string | null }
  /** Columns that are set to the moment. */
  readonly stamp?: readonly string[]
  /** The column that ends a relation. */
  readonly end?: string
  /** The column that says where bytes lie, which go with the row. */
  readonly bytes?: string
  /** Why it is kept, as the person reads it. */
  readonly why?: Words
  /** Not part of a copy, with the reason: told elsewhere, or nothing but codes. */
  readonly hidden?: string
  /** When its time is over the row is emptied and stays, because others need its id. */
  readonly stays?: boolean
}

const FINISHED = 'o.closed_at is not null'
/** Orders are found by their parties: they have no index by whom they are of, which every step would pay for. */
const ofOrders = (column: string, condition: string): string =>
  `t.${column} in (select o.id from order_parties q join orders o on o.region_id = q.region_id and o.id = q.order_id
    where q.region_id = {region} and q.person_id = {person} and q.to_at is null and ${condition})`
const asked = 'o.requester_id = {person}'
/** The words of an order concern who asked and for whom; an open order still needs them. */
const concerned = `(o.requester_id = {person} or o.beneficiary_id = {person}) and ${FINISHED}`
const person = (column = 'person_id'): string => `t.${column} = {person}`
const account = (column = 'account_id'): string => `t.${column} = {account}`

const BOOKS: Words = {
  zh: '积分账要一直平：只留编号和分数，不留姓名和电话。',
  en: 'The books of points must balance: ids and amounts stay, no name and no number.',
}
const HISTORY: Words = {
  zh: '办理经过要可查：只留编号、时间和数字，文字和照片都删掉。',
  en: 'What was done must stay traceable: ids, times and figures stay; words and photos go.',
}
const LOGS: Words = {
  zh: '网络安全法第二十一条要求留存日志，满三年删除。',
  en: 'The Cybersecurity Law (art. 21) asks for logs; they are deleted after three years.',
}
const OFFICE: Words = {
  zh: '任职和授权的记录，离任三年后删除。',
  en: 'Records of posts and grants; deleted three years after they ended.',
}
const PROOF: Words = {
  zh: '用来证明我们按您的意思办了，只留编号，三年后删除。',
  en: 'Proof that your wishes were followed, by id only; deleted after three years.',
}
const ERASED_TITLE = '（内容已删除）'

/** Whose the rows of each table are. A table that is not named here is taken by its `account_id`, `person_id` or `phone_hmac`. */
export const OWNERS: { readonly [table: string]: Owner } = {
  people: { rows: person('id'), onErasure: 'blank', stamp: ['erased_at'], stays: true },
  accounts: { rows: account('id'), onErasure: 'remove' },
  sessions: { rows: `${account()} and t.region_id = {region}`, onErasure: 'remove' },
  identities: { rows: account(), onErasure: 'remove' },
  sign_in_codes: { rows: 't.phone_hmac = any({phones})', onErasure: 'remove' },
  grants: { rows: account(), onErasure: 'end', end: 'to_at', why: OFFICE },
  commands: { rows: account(), onErasure: 'remove', hidden: 'answers that were given before' },
  audit_entries: { rows: person(), onErasure: 'keep', why: LOGS, hidden: 'who looked is told in words' },
  files: {
    rows: `(${person('uploaded_by')} or ${ofOrders('order_id', asked)})`,
    erases: `((${person('uploaded_by')} and t.order_id is null) or ${ofOrders('order_id', concerned)})`,
    onErasure: 'blank',
    blank: { taken_latitude: null, taken_longitude: null },
    stamp: ['erased_at'],
    bytes: 'storage_key',
    stays: true,
  },
  household_members: { rows: person(), onErasure: 'remove' },
  helpers: { rows: person(), onErasure: 'remove' },
  helper_skills: { rows: person(), onErasure: 'remove' },
  team_members: { rows: person(), onErasure: 'remove' },
  posts: { rows: person(), onErasure: 'end', end: 'to_on', why: OFFICE },
  orders: {
    rows: ofOrders('id', asked),
    onErasure: 'keep',
    why: HISTORY,
  },
  order_parties: { rows: person(), onErasure: 'keep', why: HISTORY, hidden: 'codes' },
  order_texts: {
    rows: ofOrders('order_id', asked),
    erases: ofOrders('order_id', concerned),
    onErasure: 'blank',
    blank: {
      title: ERASED_TITLE,
      detail: '',
      address_cipher: null,
      contact_name: null,
      contact_phone_cipher: null,
      contact_phone_hmac: null,
      contact_phone_tail: null,
      voice_file_id: null,
    },
    stamp: ['erased_at'],
    stays: true,
  },
  order_events: { rows: person('actor_person_id'), onErasure: 'keep', why: HISTORY },
  order_remarks: {
    rows: `t.audience = 'everybody' and ${ofOrders('order_id', asked)}`,
    // Also what a neighbour wrote while helping others; what somebody wrote on duty belongs to the order.
    erases: `(${ofOrders('order_id', concerned)} or exists (select from order_events e where e.region_id = t.region_id
      and e.order_id = t.order_id and e.version = t.version and e.actor_person_id = {person} and e.actor_role in ('resident', 'helper')))`,
    onErasure: 'blank',
    blank: { text: '' },
    stamp: ['erased_at'],
    stays: true,
  },
  order_evidence: { rows: person('by_person'), onErasure: 'keep', why: HISTORY, hidden: 'codes' },
  order_ratings: {
    rows: person('by_person'),
    erases: `(${person('by_person')} or ${ofOrders('order_id', concerned)})`,
    onErasure: 'blank',
    blank: { comment: null },
    why: HISTORY,
  },
  order_publications: {
    rows: ofOrders('order_id', asked),
    erases: ofOrders('order_id', '(o.requester_id = {person} or o.beneficiary_id = {person})'),
    onErasure: 'blank',
    blank: { title: ERASED_TITLE, need: '', outcome: '', photo_ids: '{}' },
    stamp: ['hidden_at'],
  },
  order_search: { rows: 'false', erases: ofOrders('order_id', concerned), onErasure: 'remove' },
  saved_views: { rows: person(), onErasure: 'remove' },
  point_accounts: { rows: person(), onErasure: 'keep', why: BOOKS },
  point_entries: {
    rows: `exists (select from point_accounts a where a.region_id = {region} and a.person_id = {person} and a.id in (t.debit_account, t.credit_account))`,
    onErasure: 'keep',
    why: BOOKS,
  },
  redemptions: { rows: person(), onErasure: 'keep', why: BOOKS },
  notices: { rows: person(), onErasure: 'remove' },
  deliveries: {
    rows: 't.notice_id in (select n.id from notices n where n.region_id = {region} and n.person_id = {person})',
    erases: `(t.notice_id in (select n.id from notices n where n.region_id = {region} and n.person_id = {person})
      or (t.purpose = 'signInCode' and split_part(t.dedupe_key, ':', 2) = any({tails})))`,
    onErasure: 'remove',
    hidden: 'codes',
  },
  consents: { rows: person(), onErasure: 'keep', why: PROOF },
  data_requests: {
    rows: person(),
    onErasure: 'blank',
    blank: { words: '', answer: null },
    stamp: ['erased_at'],
    stays: true,
    why: PROOF,
  },
  data_exports: {
    rows: person(),
    onErasure: 'remove',
    bytes: 'storage_key',
    hidden: 'the copies themselves',
  },
  erasures: { rows: person(), onErasure: 'keep', why: PROOF, hidden: 'shown on the page' },
}

/** Tables that hold people only as who was on duty or whom a code stands for, with the reason; nobody's own rows. */
export const NOBODYS: { readonly [table: string]: string } = {
  outbox: 'ids and codes of events, a month',
  households: 'dwellings of the register; who lives there is in household_members',
  register_imports: 'who imported a register, on duty',
  rewards: 'who added a reward, on duty',
}

/** Encrypted columns a person reads in clear in their own copy, and under which name; how they open is said in protection.ts. */
export const OPENED: { readonly [column: string]: string } = {
  'people.phone_cipher': 'phone',
  'order_texts.address_cipher': 'address',
  'order_texts.contact_phone_cipher': 'contact_phone',
}
