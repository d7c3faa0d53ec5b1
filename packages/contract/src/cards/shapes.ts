import { CONTACT_EVERY } from '../people/pairingWords.ts'
import {
  AreaPath,
  CodeOf,
  Day,
  Id,
  Instant,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Type,
  Version,
  WordsShape,
} from '../schema.ts'
import type { Vocabulary } from '../words.ts'
import {
  ASKING_WAYS,
  CARD_PURPOSES,
  CONSENT_KINDS,
  CONSENT_STATES,
  CONSENT_WAYS,
  FAMILY_TIES,
  OPENING_REASONS,
  REFERRAL_GROUNDS,
  REFERRAL_KINDS,
  REFERRAL_PLACES,
  TAG_ENDINGS,
  TAG_KINDS,
  TENURES,
} from './words.ts'

const consentKinds: Vocabulary<keyof typeof CONSENT_KINDS> = CONSENT_KINDS
const tagKinds: Vocabulary<keyof typeof TAG_KINDS> = TAG_KINDS

export const HouseholdParams = Shape({ id: Id('住户') })
export const ConsentParams = Shape({ id: Id('同意') })
export const TagParams = Shape({ id: Id('标签') })
export const ReferralParams = Shape({ id: Id('转介') })
export const Done = Shape({ id: Id() })
/** The card's version after a change. */
export const Changed = Shape({ id: Id(), version: Version() })

/** 0 while nothing was ever written on the card. */
const CardVersion = () => Type.Integer({ title: '版本', minimum: 0, maximum: 2147483647 })
/** The last day it is kept. */
const Until = () => Day('到哪天为止')
const Why = () => Text('为什么要记', 200)
const Help = () => Text('上门时怎么帮', 200)
const VisitingNotes = () => Text('上门须知', 500)

/** Opening is a look: the household reads who opened its card and why. */
export const OpeningBody = Shape({ reason: CodeOf(OPENING_REASONS, '为什么打开') })

export const Visiting = Shape({
  text: Type.String(),
  consentId: Id(),
  /** Whose consent it is. */
  personId: Id(),
  until: Day(),
})
export const CardMember = Shape({
  personId: Id(),
  /** Masked where the reader's role asks for it. */
  name: Type.String(),
  /** Masked always; the number in clear is a look of its own (`revealPhone`). */
  phone: Nullable(Type.String()),
  tie: Nullable(CodeOf(FAMILY_TIES)),
  /** A child under fourteen, for whom the guardian speaks until that day. */
  guardianId: Nullable(Id()),
  minorUntil: Nullable(Day()),
})
export type CardMember = Static<typeof CardMember>

/** A card as staff opens it: nothing in it needs separate consent but the notes for visiting, which have one. */
/** 联系户: who looks after this household by a rule of the place, and how often they promised to be in touch. */
export const CardContact = Shape({
  ruleName: WordsShape,
  /** In clear: whoever holds such a post is named on the board. */
  name: Type.String(),
  fromOn: Day('从哪天'),
  every: Nullable(CodeOf(CONTACT_EVERY)),
})
export type CardContact = Static<typeof CardContact>

export const CardView = Shape({
  householdId: Id(),
  version: CardVersion(),
  path: AreaPath(),
  areaName: Type.String(),
  room: Type.String(),
  purpose: Nullable(CodeOf(CARD_PURPOSES)),
  tenure: Nullable(CodeOf(TENURES)),
  /** Null where there is none, and for a role that does not visit. */
  visiting: Nullable(Visiting),
  members: Type.Array(CardMember),
  contacts: Type.Array(CardContact),
  changedAt: Nullable(Instant()),
  /** When the card goes if nobody changes it before. */
  keptUntil: Nullable(Instant()),
  /** The kinds of tags this place asks consent for. */
  tagKinds: Type.Array(Shape({ key: CodeOf(tagKinds), name: WordsShape })),
  /** Whether the reader may press for what needs separate consent, and change the card. */
  mayOpenTags: Type.Boolean(),
  mayChange: Type.Boolean(),
})
export type CardView = Static<typeof CardView>

export const ConsentView = Shape({
  id: Id(),
  personId: Id(),
  personName: Type.String(),
  /** Null once it was declined or taken back: then its words are gone. */
  kind: Nullable(CodeOf(consentKinds)),
  why: Nullable(Type.String()),
  way: CodeOf(CONSENT_WAYS),
  state: CodeOf(CONSENT_STATES),
  /** The post of who asked. */
  askedBy: WordsShape,
  askedAt: Instant(),
  answeredAt: Nullable(Instant()),
  /** At the door: when it was pressed, by the clock of the phone, and the post of a second who was there. */
  pressedAt: Nullable(Instant()),
  present: Nullable(WordsShape),
  until: Day(),
  /** Whether something stands on the card by this consent. */
  used: Type.Boolean(),
})
export type ConsentView = Static<typeof ConsentView>
export const TagView = Shape({
  id: Id(),
  consentId: Id(),
  personId: Id(),
  personName: Type.String(),
  kind: CodeOf(tagKinds),
  /** How to help at the door; no illness. */
  help: Nullable(Type.String()),
  /** What it is for, as it was said when the consent was asked for. */
  why: Type.String(),
  askedBy: WordsShape,
  setAt: Instant(),
  until: Day(),
})
export type TagView = Static<typeof TagView>
export const ReferralView = Shape({
  id: Id(),
  personId: Id(),
  personName: Type.String(),
  kind: CodeOf(REFERRAL_KINDS),
  to: CodeOf(REFERRAL_PLACES),
  ground: CodeOf(REFERRAL_GROUNDS),
  at: Instant(),
  doneAt: Nullable(Instant()),
})
export type ReferralView = Static<typeof ReferralView>
/** What is behind the press: each with the consent it stands by. */
export const TagsView = Shape({
  tags: Type.Array(TagView),
  consents: Type.Array(ConsentView),
  referrals: Type.Array(ReferralView),
})
export type TagsView = Static<typeof TagsView>

export const MemberChange = Shape({
  personId: Id('成员'),
  tie: CodeOf(FAMILY_TIES, '关系'),
  /** Both for a child under fourteen: who speaks for it, and the birthday on which that ends. */
  guardianId: Optional(Nullable(Id('监护人'))),
  minorUntil: Optional(Nullable(Day('满十四周岁的日期'))),
})
/** What is not named stays as it is. */
export const ChangeCardBody = Shape({
  version: CardVersion(),
  purpose: Optional(CodeOf(CARD_PURPOSES, '用途')),
  tenure: Optional(CodeOf(TENURES, '住房')),
  /** With a consent of the kind `visiting`; null takes the notes and their consent away. */
  visiting: Optional(Nullable(Shape({ text: VisitingNotes(), consentId: Id('同意') }))),
  members: Optional(Type.Array(MemberChange, { maxItems: 30 })),
})
export const AskConsentBody = Shape({
  personId: Id('谁的'),
  kind: CodeOf(consentKinds, '记什么'),
  why: Why(),
  until: Until(),
  way: CodeOf(ASKING_WAYS, '怎么同意'),
})
/** What somebody read and pressed at the door. The phone knows no members of a household: whose it is comes as a name. */
export const ConsentAtDoorBody = Shape({
  /** Made by the phone, so that what was agreed to can be noted before the network is back. */
  id: Id('同意'),
  name: Text('谁的', 60),
  kind: CodeOf(tagKinds, '记什么'),
  why: Why(),
  until: Until(),
  /** Of the text that was read. */
  wordsVersion: Version(),
  given: Type.Boolean({ title: '同意或不同意' }),
  /** A second member of staff who was there. */
  presentId: Optional(Id('同去的人')),
  pressedAt: Instant('按下的时间'),
})
export const SetTagBody = Shape({ consentId: Id('同意'), help: Optional(Help()) })
export const EndTagBody = Shape({ reason: CodeOf(TAG_ENDINGS, '为什么不记了') })
export const ReferralBody = Shape({
  personId: Id('谁'),
  kind: CodeOf(REFERRAL_KINDS, '种类'),
  to: CodeOf(REFERRAL_PLACES, '转给谁'),
  ground: CodeOf(REFERRAL_GROUNDS, '依据'),
})

export const MyMember = Shape({
  personId: Id(),
  /** One's own and one's wards' in clear. */
  name: Type.String(),
  tie: Nullable(CodeOf(FAMILY_TIES)),
  isMe: Type.Boolean(),
  /** A child one is the guardian of. */
  isMyWard: Type.Boolean(),
})
export const CardLook = Shape({
  id: Id(),
  at: Instant(),
  what: WordsShape,
  /** The post, never a name. */
  who: WordsShape,
  reason: Nullable(Type.String()),
})
/** One's own household's card: of what needs consent only one's own and one's wards'. */
export const MyCard = Shape({
  householdId: Id(),
  version: CardVersion(),
  areaName: Type.String(),
  room: Type.String(),
  purpose: Nullable(CodeOf(CARD_PURPOSES)),
  tenure: Nullable(CodeOf(TENURES)),
  visiting: Nullable(Shape({ text: Type.String(), until: Day(), consentId: Id(), isMine: Type.Boolean() })),
  members: Type.Array(MyMember),
  contacts: Type.Array(CardContact),
  tags: Type.Array(TagView),
  consents: Type.Array(ConsentView),
  referrals: Type.Array(ReferralView),
  looks: Type.Array(CardLook),
  keptUntil: Nullable(Instant()),
})
export type MyCard = Static<typeof MyCard>
export const MyCardAnswer = Shape({ card: Nullable(MyCard) })

/** What is one's own to say becomes the value; words go to the office, which answers by a day that is told at once. */
export const CorrectMyCardBody = Shape({
  version: CardVersion(),
  tenure: Optional(CodeOf(TENURES, '住房')),
  /** Writing it oneself is the consent; null takes it away. */
  visiting: Optional(Nullable(VisitingNotes())),
  /** What somebody else must change: members, purpose, address. */
  words: Optional(Text('哪里不对', 2000)),
})
export const Corrected = Shape({ id: Id(), version: CardVersion(), dueOn: Nullable(Day()) })
export const ConsentAnswerBody = Shape({ given: Type.Boolean() })
