import type {
  CardConsentsRow,
  CardMembersRow,
  CardReferralsRow,
  CardTagsRow,
  HouseholdCardsRow,
} from '../tables.ts'
import { ID, REGION, type Retention, table, YEAR } from './words.ts'

const secret = { class: 'secret' } as const
const sensitive = { class: 'sensitive' } as const
/** With the consent it stands by. */
const withConsent: Retention = { event: 'withdrawn', days: 0 }
const kept: Retention = { event: 'expired', days: 30 }
const expired: Retention = { event: 'expired', days: 0 }
/** Three years after it ended, in which it may have to be shown that the person was asked (Civil Code art. 188). */
const proof: Retention = { event: 'expired', days: 3 * YEAR }

export const cardTables = {
  household_cards: table<HouseholdCardsRow>(
    '住户卡：为什么留、住房、上门须知；三年没人更新，再过三十天就删',
    'Cards of households: purpose, tenure, notes for visiting; gone thirty days after three years without a change',
    { class: 'personal', basis: 'duty', retention: kept },
    {
      region_id: REGION,
      household_id: ['住户', 'Household'],
      version: ['版本', 'Version', { class: 'internal' }],
      purpose: ['留卡的用途', 'What the card is kept for', { class: 'internal' }],
      tenure: ['自有或租住', 'Owned or rented'],
      visiting_cipher: [
        '上门须知（加密）',
        'Notes for visiting (encrypted)',
        { ...secret, basis: 'consent', retention: withConsent },
      ],
      visiting_consent_id: [
        '上门须知的同意',
        'Consent to the notes',
        { class: 'internal', retention: withConsent },
      ],
      removed_at: ['上门须知到期', 'When the notes go', { class: 'internal', retention: withConsent }],
      changed_by: ['最近修改人', 'Last changed by', { class: 'internal' }],
      changed_at: ['最近修改时间', 'Last changed', { class: 'internal' }],
      expires_at: ['保留到', 'Kept until', { class: 'internal' }],
    },
  ),
  card_members: table<CardMembersRow>(
    '住户卡上的成员关系和监护人',
    "Members' relations on a card, and guardians",
    { class: 'personal', basis: 'duty', retention: expired },
    {
      region_id: REGION,
      household_id: ['住户', 'Household'],
      person_id: ['成员', 'Member'],
      tie: ['与户主的关系', 'Relation to the head'],
      guardian_id: ['未满十四周岁孩子的监护人', 'Guardian of a child under fourteen', sensitive],
      minor_until: ['满十四周岁的日期', 'Fourteenth birthday', sensitive],
      expires_at: ['保留到', 'Kept until', { class: 'internal' }],
    },
  ),
  card_consents: table<CardConsentsRow>(
    '住户卡上每一项的单独同意：谁问的、何时、为什么、到何时',
    'Separate consent to each entry of a card: who asked, when, why, until when',
    { class: 'internal', basis: 'duty', retention: proof },
    {
      region_id: REGION,
      id: ID,
      household_id: ['住户', 'Household'],
      person_id: ['本人', 'Whose', { class: 'personal' }],
      kind_cipher: [
        '同意记什么（加密）',
        'What was agreed to (encrypted)',
        { ...secret, basis: 'separateConsent', retention: expired },
      ],
      why_cipher: [
        '为什么要记（加密）',
        'Why it is asked for (encrypted)',
        { ...secret, basis: 'separateConsent', retention: expired },
      ],
      words_version: ['所示文字的版本', 'Version of the words that were shown'],
      way: ['怎么同意的', 'How it was agreed to'],
      asked_by: ['征求人', 'Asked by', { class: 'personal' }],
      asked_at: ['征求时间', 'Asked'],
      answered_by: ['答复人：本人或监护人', 'Answered by the person or the guardian', { class: 'personal' }],
      answered_at: ['答复时间', 'Answered'],
      given: ['同意或不同意', 'Agreed or declined', { class: 'personal' }],
      withdrawn_at: ['撤回时间', 'Taken back'],
      expires_at: ['到期时间', 'Expires'],
      pressed_at: ['当面按下的时间（手机的钟）', 'Pressed at the door, by the clock of the phone'],
      present_id: ['当面时同去的人', 'The second who was there', { class: 'personal' }],
    },
  ),
  card_tags: table<CardTagsRow>(
    '经单独同意记下的情况，逐字段加密，不进任何名单',
    'What was noted with separate consent, encrypted by field, on no list',
    { class: 'sensitive', basis: 'separateConsent', retention: expired },
    {
      region_id: REGION,
      id: ID,
      household_id: ['住户', 'Household'],
      person_id: ['本人', 'Whose'],
      consent_id: ['依据的同意', 'Consent it stands by', { class: 'internal' }],
      kind_cipher: ['是什么（加密）', 'What it is (encrypted)', secret],
      help_cipher: ['上门时怎么帮（加密）', 'How to help at the door (encrypted)', secret],
      set_by: ['记录人', 'Noted by'],
      set_at: ['记录时间', 'Noted'],
      expires_at: ['到期时间', 'Expires', { class: 'internal' }],
    },
  ),
  card_referrals: table<CardReferralsRow>(
    '转介和交接：转给谁、何时、办完没有；不记病情，一年后删',
    'Referrals and hand-overs: to whom, when, done; no illness, gone after a year',
    { class: 'sensitive', basis: 'service', retention: { event: 'written', days: YEAR } },
    {
      region_id: REGION,
      id: ID,
      household_id: ['住户', 'Household'],
      person_id: ['本人', 'Whose'],
      kind: ['转介或交接', 'Referral or hand-over'],
      to_cipher: ['转给谁（加密）', 'To whom (encrypted)', secret],
      ground: ['本人要求或紧急', 'Asked for, or an emergency'],
      by_person: ['记录人', 'Recorded by'],
      at: ['时间', 'When'],
      done_at: ['办完时间', 'Done'],
    },
  ),
}
