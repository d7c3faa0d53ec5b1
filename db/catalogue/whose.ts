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
const LOGBOOK: Words = {
  zh: '值班日志属于岗位，交接和查隐患要用，不写您的姓名，三年后删除。',
  en: 'The log belongs to the post, for hand-over and safety; it does not name you and goes after three years.',
}
const OFFICE: Words = {
  zh: '任职和授权的记录，离任三年后删除。',
  en: 'Records of posts and grants; deleted three years after they ended.',
}
const PROOF: Words = {
  zh: '用来证明我们按您的意思办了，只留编号，三年后删除。',
  en: 'Proof that your wishes were followed, by id only; deleted after three years.',
}
/** Consents of the cards that the person gave, for themselves or for a child. */
const CONSENTED =
  '(select c.id from card_consents c where c.region_id = {region} and {person} in (c.person_id, c.answered_by))'
/** What belongs to a household is of those who live there now. */
const MY_HOME = `t.household_id in (select m.household_id from household_members m
  where m.region_id = {region} and m.person_id = {person} and m.to_at is null)`
const SERVED: Words = {
  zh: '服务时间的记录，只留编号和分钟。',
  en: 'The record of hours served, by id and minutes only.',
}
/** What was agreed on with somebody as the worker. */
const MY_WORK =
  't.agreement_id in (select a.id from work_agreements a where a.region_id = {region} and a.worker_id = {person})'
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
    // What a course is learnt from was uploaded on duty: it outlives the one who did.
    erases: `((${person('uploaded_by')} and t.order_id is null and t.kind <> 'document') or ${ofOrders('order_id', concerned)})`,
    onErasure: 'blank',
    blank: { taken_latitude: null, taken_longitude: null },
    stamp: ['erased_at'],
    bytes: 'storage_key',
    stays: true,
  },
  household_members: { rows: person(), onErasure: 'remove' },
  // The card is the household's; of it only the notes are somebody's words, of whoever agreed to them.
  household_cards: {
    rows: `t.household_id in (select m.household_id from household_members m where m.region_id = {region} and m.person_id = {person} and m.to_at is null)`,
    erases: `t.visiting_consent_id in ${CONSENTED}`,
    onErasure: 'blank',
    blank: { visiting_cipher: null, visiting_consent_id: null, removed_at: null },
  },
  card_members: { rows: person(), onErasure: 'remove' },
  // Also what a guardian agreed to for a child: nobody speaks for it any more.
  card_tags: {
    rows: person(),
    erases: `(${person()} or t.consent_id in ${CONSENTED})`,
    onErasure: 'remove',
  },
  card_consents: {
    rows: person(),
    erases: `(${person()} or ${person('answered_by')})`,
    onErasure: 'blank',
    blank: { kind_cipher: null, why_cipher: null },
    stamp: ['withdrawn_at'],
    why: PROOF,
  },
  card_referrals: { rows: person(), onErasure: 'remove' },
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
  order_reach: { rows: person(), onErasure: 'remove' },
  order_asks: {
    rows: `(${person('asked_by')} or ${person('settled_by')})`,
    onErasure: 'keep',
    why: HISTORY,
    hidden: 'codes',
  },
  order_calls: {
    rows: `(${person('called_by')} or ${person('answered_by')})`,
    onErasure: 'keep',
    why: HISTORY,
    hidden: 'codes',
  },
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
  bookings: { rows: person(), onErasure: 'remove' },
  check_ins: { rows: person(), onErasure: 'remove' },
  letters: { rows: person(), onErasure: 'remove' },
  feedback_cards: { rows: person(), onErasure: 'remove' },
  pledge_pages: { rows: person(), onErasure: 'remove' },
  pledges: { rows: person(), onErasure: 'remove' },
  menu_takes: { rows: person(), onErasure: 'remove' },
  activity_signups: {
    rows: `(${person()} or ${person('told_person')})`,
    erases: `(${person()} or ${person('told_person')})`,
    onErasure: 'remove',
  },
  activity_help: { rows: person(), onErasure: 'keep', why: SERVED },
  merchant_objections: {
    rows: person(),
    onErasure: 'blank',
    blank: { words: '' },
    why: PROOF,
  },
  notices: { rows: person(), onErasure: 'remove' },
  roster_members: { rows: person(), onErasure: 'remove' },
  duties: { rows: `${person()} and t.accepted`, erases: person(), onErasure: 'remove' },
  duty_swaps: { rows: `(${person('from_person')} or ${person('to_person')})`, onErasure: 'remove' },
  duty_log: { rows: person('by_person'), onErasure: 'keep', why: LOGBOOK },
  duty_calendars: { rows: person(), onErasure: 'remove' },
  queue_tickets: { rows: person(), onErasure: 'blank', blank: { person_id: null } },
  loans: { rows: person(), onErasure: 'blank', blank: { person_id: null } },
  guests: { rows: person(), onErasure: 'remove' },
  pairings: {
    rows: `((${person('taker_id')} or ${person()} or ${MY_HOME}) and t.accepted)`,
    erases: `(${person('taker_id')} or ${person()})`,
    onErasure: 'remove',
  },
  deliveries: {
    rows: 't.notice_id in (select n.id from notices n where n.region_id = {region} and n.person_id = {person})',
    erases: `(t.notice_id in (select n.id from notices n where n.region_id = {region} and n.person_id = {person})
      or (t.purpose = 'signInCode' and split_part(t.dedupe_key, ':', 2) = any({tails})))`,
    onErasure: 'remove',
    hidden: 'codes',
  },
  visit_records: {
    rows: MY_HOME,
    onErasure: 'blank',
    blank: { answers: '{}' },
    why: HISTORY,
  },
  visit_photos: { rows: MY_HOME, onErasure: 'remove' },
  visit_companions: { rows: person(), onErasure: 'remove' },
  care_plans: { rows: person(), onErasure: 'remove' },
  care_lines: { rows: person(), onErasure: 'remove' },
  care_deputies: {
    rows: `(${person()} or ${person('cared_id')})`,
    onErasure: 'remove',
  },
  care_stand_ins: {
    rows: `(${person('cared_id')} or ${person('by_person')} or ${person('taken_by')})`,
    onErasure: 'remove',
  },
  care_contacts: {
    rows: `(${person()} or ${person('by_person')})`,
    erases: person(),
    onErasure: 'remove',
  },
  // A device stays in the register; whose it was goes, with the number that was called.
  devices: {
    rows: person(),
    onErasure: 'blank',
    blank: {
      person_id: null,
      household_id: null,
      language: null,
      phone_cipher: null,
      phone_tail: null,
      bound_at: null,
      state: 'stock',
    },
  },
  device_bindings: { rows: person(), onErasure: 'remove' },
  device_contacts: { rows: person('holder_id'), onErasure: 'remove' },
  device_presses: { rows: person(), onErasure: 'remove' },
  device_press_asked: {
    rows: `(${person()} or ${person('holder_id')})`,
    onErasure: 'remove',
  },
  device_press_steps: {
    rows: person('holder_id'),
    erases: `(${person('holder_id')} or ${person('by_person')})`,
    onErasure: 'remove',
  },
  course_seats: { rows: person(), onErasure: 'remove' },
  mentor_pairs: { rows: `(${person('mentor_id')} or ${person('learner_id')})`, onErasure: 'remove' },
  work_agreements: {
    rows: person('worker_id'),
    onErasure: 'blank',
    blank: { appeal: null, appealed_at: null, answer: null },
    why: OFFICE,
  },
  work_items: {
    rows: MY_WORK,
    onErasure: 'keep',
    why: OFFICE,
  },
  work_facts: {
    rows: MY_WORK,
    onErasure: 'blank',
    blank: { words: '', answer: null, answered_at: null },
    why: OFFICE,
  },
  allowances: { rows: person(), onErasure: 'keep', why: OFFICE },
  consents: { rows: person(), onErasure: 'keep', why: PROOF },
  data_requests: {
    rows: person(),
    onErasure: 'blank',
    blank: { words: '', answer: null },
    stamp: ['erased_at'],
    stays: true,
    why: PROOF,
  },
  ledger_choices: { rows: person(), onErasure: 'remove' },
  ledger_exports: {
    rows: person('by_person'),
    onErasure: 'remove',
    bytes: 'storage_key',
    hidden: 'lists of the work, in which nobody is the subject; that it was exported is told by the audit',
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
  area_outlines: 'who drew an outline, on duty',
  area_positions: 'who placed an area, on duty',
  register_runs: 'who imports a register, on duty',
  rewards: 'who added a reward, on duty',
  rosters: 'who drew up a roster, on duty',
  queue_days: 'how many numbers were drawn',
  document_templates: 'who uploaded a template, on duty',
  agreements: 'who proposed and signed for a side, on duty',
  agreement_promises: 'who looks after a promise and confirms it, on duty',
  menu_items: 'who put an item on the menu, on duty',
  partner_lists: 'who sent and answered a list, on duty',
  unit_reports: 'who drew and answered a report, on duty',
  teams: 'who closed a team, on duty',
  agreement_payments: 'who recorded the funds, on duty',
  activities: 'who planned an activity, on duty',
  activity_photos: 'who added or checked a photo, on duty',
  merchants: 'who asked for the merchant, on its behalf',
  merchant_walks: 'who measured a walk, on duty',
  merchant_notices: 'who proposed and concluded, on duty',
  api_keys: 'who issued and revoked a key, on duty',
  upstream_senders: 'who registered a sender, on duty',
  upstream_imports: 'who imported a file, on duty',
  ledger_minutes: 'who measured the minutes of a paper ledger, on duty',
  ledger_templates: 'who uploaded a template, on duty',
  campaigns: 'who started a campaign of visits, on duty',
  device_messages: 'keys of messages of a device, three months',
  care_alarms: 'which step an alarm went through, by the id of its plan',
  courses: 'who opened a course, on duty',
  course_sessions: 'who arranged a session and who trains, on duty',
  course_files: 'who uploaded a file of a course, on duty',
  suggestion_terms: 'who set how suggestions are used, on duty',
  visit_forms: 'who wrote a form, on duty',
  campaign_terms: 'who answers for a campaign, on duty',
  area_redraws: 'who redrew areas, on duty',
  grid_plans: 'who planned grids, on duty',
  pairing_plans: 'who planned pairs, on duty',
}

/** Encrypted columns a person reads in clear in their own copy, and under which name; how they open is said in protection.ts. */
export const OPENED: { readonly [column: string]: string } = {
  'people.phone_cipher': 'phone',
  'guests.phone_cipher': 'phone',
  'devices.phone_cipher': 'phone',
  'device_contacts.phone_cipher': 'phone',
  'household_cards.visiting_cipher': 'visiting',
  'card_consents.kind_cipher': 'kind',
  'card_consents.why_cipher': 'why',
  'card_tags.kind_cipher': 'kind',
  'card_tags.help_cipher': 'help',
  'card_referrals.to_cipher': 'to',
  'order_texts.address_cipher': 'address',
  'order_texts.contact_phone_cipher': 'contact_phone',
}
