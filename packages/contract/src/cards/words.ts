import type { PurposeWords } from '../privacy/words.ts'
import type { Vocabulary } from '../words.ts'

/** What a household's card is kept for; it is used for nothing else. */
export const CARD_PURPOSES = {
  contact: { zh: '日常走访和联系', en: 'Visits and keeping in touch' },
  emergency: { zh: '紧急情况下联系和疏散', en: 'Being reached and led out in an emergency' },
  service: { zh: '上门办事和送服务', en: 'Service at the door' },
} as const satisfies Vocabulary<string>
export type CardPurpose = keyof typeof CARD_PURPOSES

export const TENURES = {
  own: { zh: '自有', en: 'Owned' },
  rent: { zh: '租住', en: 'Rented' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Vocabulary<string>
export type Tenure = keyof typeof TENURES

/** How a member stands to the one the household is named after. */
export const FAMILY_TIES = {
  head: { zh: '户主', en: 'Head of the household' },
  spouse: { zh: '配偶', en: 'Spouse' },
  child: { zh: '子女', en: 'Child' },
  parent: { zh: '父母', en: 'Parent' },
  grandchild: { zh: '孙辈', en: 'Grandchild' },
  grandparent: { zh: '祖辈', en: 'Grandparent' },
  sibling: { zh: '兄弟姐妹', en: 'Sibling' },
  carer: { zh: '照护人', en: 'Carer' },
  tenant: { zh: '租客', en: 'Tenant' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Vocabulary<string>
export type FamilyTie = keyof typeof FAMILY_TIES

/** Why a member of staff opens a card; the household reads it. */
export const OPENING_REASONS = {
  visit: { zh: '走访上门', en: 'A visit' },
  service: { zh: '办理这家的事', en: 'Work for this household' },
  correction: { zh: '核对或更正', en: 'Checking or correcting' },
  request: { zh: '住户本人要求', en: 'The household asked for it' },
  emergency: { zh: '紧急情况', en: 'An emergency' },
} as const satisfies Vocabulary<string>
export type OpeningReason = keyof typeof OPENING_REASONS

/**
 * What stands on a card only with the separate consent of the one it is about (PIPL art. 29), or of the guardian of a child
 * under fourteen (art. 31). Whoever changes a text raises its version: it is asked for anew under the words that were seen.
 */
export const CONSENT_KINDS = {
  visiting: {
    version: 1,
    zh: '上门须知',
    en: 'Notes for visiting',
    text: {
      zh: '记下上门要注意的事（家里有狗、几楼、什么时候方便），只给负责您家的网格员看。',
      en: 'What to mind at your door (a dog, stairs, hours), shown only to those who are responsible for your household.',
    },
    ends: { zh: '马上删掉这段须知。', en: 'The notes are deleted at once.' },
  },
  livesAlone: {
    version: 1,
    zh: '独居',
    en: 'Lives alone',
    text: {
      zh: '记下您一个人住，好让网格员常来看看。只给负责您家的人看，每次看都留记录，不进任何名单。',
      en: 'That you live alone, so that somebody looks in. Shown only to those responsible for your household, every look recorded, on no list.',
    },
    ends: { zh: '马上删掉，不再有人看得到。', en: 'It is deleted at once and nobody sees it any more.' },
  },
  disability: {
    version: 1,
    zh: '残疾',
    en: 'Disability',
    text: {
      zh: '记下上门和办事时要怎么帮您，不记病情。只给负责您家的人看，每次看都留记录，不进任何名单。',
      en: 'How to help you at the door, no illness. Shown only to those responsible for your household, every look recorded, on no list.',
    },
    ends: { zh: '马上删掉，不再有人看得到。', en: 'It is deleted at once and nobody sees it any more.' },
  },
  leftBehindChild: {
    version: 1,
    zh: '留守儿童',
    en: 'Child whose parents work away',
    text: {
      zh: '记下孩子的父母在外，好安排人照看和陪伴。由监护人同意；只给负责这家的人看，每次看都留记录，不进任何名单。',
      en: "That the child's parents work away, so that somebody looks after the child. The guardian agrees. Shown only to those responsible for the household, every look recorded, on no list.",
    },
    ends: { zh: '马上删掉，不再有人看得到。', en: 'It is deleted at once and nobody sees it any more.' },
  },
} as const satisfies { readonly [kind: string]: PurposeWords }
export type ConsentKind = keyof typeof CONSENT_KINDS

/** What may be told of a person; a place's preset says which of them it uses. */
export const TAG_KINDS = {
  livesAlone: CONSENT_KINDS.livesAlone,
  disability: CONSENT_KINDS.disability,
  leftBehindChild: CONSENT_KINDS.leftBehindChild,
} as const satisfies { readonly [kind in Exclude<ConsentKind, 'visiting'>]: PurposeWords }
export type TagKind = keyof typeof TAG_KINDS

/**
 * How a consent came: on one's own phone, signed on paper before a member of staff, by writing the words oneself, or at the
 * door, read and pressed by oneself on the phone of whoever called.
 */
export const CONSENT_WAYS = {
  phone: { zh: '在自己手机上', en: 'On their own phone' },
  paper: { zh: '纸上签字', en: 'Signed on paper' },
  own: { zh: '自己写上的', en: 'Written by oneself' },
  door: { zh: '上门时当面自己按的', en: 'Pressed by oneself at the door' },
} as const satisfies Vocabulary<string>
export type ConsentWay = keyof typeof CONSENT_WAYS
/** What a member of staff may choose. */
export const ASKING_WAYS = { phone: CONSENT_WAYS.phone, paper: CONSENT_WAYS.paper } as const

export const CONSENT_STATES = {
  waiting: { zh: '等本人答复', en: 'Waiting for an answer' },
  given: { zh: '同意了', en: 'Agreed' },
  refused: { zh: '不同意', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Taken back' },
  expired: { zh: '已到期', en: 'Expired' },
} as const satisfies Vocabulary<string>
export type ConsentState = keyof typeof CONSENT_STATES

/** Why a tag ends. `withdrawn` takes the consent back as the person said it at the door or by telephone. */
export const TAG_ENDINGS = {
  withdrawn: { zh: '本人说不要记了', en: 'The person wants it gone' },
  over: { zh: '情况变了，不再需要', en: 'It is no longer so' },
  wrong: { zh: '记错了', en: 'It was a mistake' },
} as const satisfies Vocabulary<string>
export type TagEnding = keyof typeof TAG_ENDINGS

/** Of health nothing is kept but that somebody was led or handed over, to whom, when, and that it is done. */
export const REFERRAL_KINDS = {
  referral: { zh: '转介', en: 'Referral' },
  handOver: { zh: '当面交接', en: 'Hand-over' },
} as const satisfies Vocabulary<string>
export type ReferralKind = keyof typeof REFERRAL_KINDS

export const REFERRAL_PLACES = {
  clinic: { zh: '社区卫生服务机构', en: 'Community clinic' },
  familyDoctor: { zh: '家庭医生', en: 'Family doctor' },
  hospital: { zh: '医院', en: 'Hospital' },
  ambulance: { zh: '120 急救', en: 'Ambulance' },
  dayCare: { zh: '日间照料、养老服务机构', en: 'Day care' },
  disabledFederation: { zh: '残联', en: "Disabled persons' federation" },
  civilAffairs: { zh: '民政部门', en: 'Civil affairs office' },
  childCare: { zh: '儿童主任、童伴妈妈', en: 'Child care worker' },
  family: { zh: '家属', en: 'Family' },
} as const satisfies Vocabulary<string>
export type ReferralPlace = keyof typeof REFERRAL_PLACES

export const REFERRAL_GROUNDS = {
  asked: { zh: '本人或监护人要求', en: 'The person or guardian asked for it' },
  emergency: { zh: '紧急救助', en: 'An emergency' },
} as const satisfies Vocabulary<string>
export type ReferralGround = keyof typeof REFERRAL_GROUNDS
