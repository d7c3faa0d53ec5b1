import type { PersonVerb, Words } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'
import { KINDS, REFUSAL_REASONS, RESULTS, SCORES, URGENCIES } from '@linli/contract/orders/words'
import { optional, reason, type StepField, text, type Values } from '../../fields.ts'
import { DECIDER_STEPS, HOST_STEPS } from '../../stepFields.ts'

export type { StepField, Values }

export type DeskVerb = Exclude<PersonVerb, 'placeOrder' | 'claimOrder'>

export type DeskStep = {
  readonly fields: readonly StepField[]
  /** What the step does, where its name alone does not say it. */
  readonly lead?: Words
  /** The order's own words stand beside the form, for rewriting them without personal data. */
  readonly besideOriginal?: true
  /** What is filled in beforehand. */
  readonly begin?: (order: OrderView) => Values
}

const photos = (name: string, zh: string, en: string) =>
  ({ kind: 'photos', name, label: { zh, en }, optional: true }) as const

const { solved, partlySolved, notSolved } = RESULTS
const resolved = {
  kind: 'code',
  name: 'resolved',
  label: { zh: '是否解决', en: 'Solved or not' },
  words: { solved, partlySolved, notSolved },
} as const
const score = {
  kind: 'score',
  name: 'score',
  label: { zh: '满意度', en: 'Satisfaction' },
  words: SCORES,
} as const
const HOW = {
  phone: { zh: '电话', en: 'Phone' },
  visit: { zh: '上门', en: 'Visit' },
  message: { zh: '留言', en: 'Message' },
} as const
const how = (name: string) =>
  ({ kind: 'code', name, label: { zh: '联系方式', en: 'How contacted' }, words: HOW }) as const

const refusal: readonly StepField[] = [
  { kind: 'code', name: 'reason', label: { zh: '不予受理的理由', en: 'Ground' }, words: REFUSAL_REASONS },
  {
    ...text('channel', '应走的渠道', 'The channel that is right', 300),
    hint: { zh: '写清楚找谁、怎么找，居民会看到', en: 'Whom to turn to and how; the resident reads this' },
  },
]
const assignment: readonly StepField[] = [
  { kind: 'assignee', name: 'assignee', label: { zh: '派给谁', en: 'To whom' } },
  optional(text('remark', '交办说明', 'Note for them', 500)),
]
const needs =
  (evidence: OrderView['evidenceNeeded'][number]) =>
  ({ evidenceNeeded }: OrderView) =>
    evidenceNeeded.includes(evidence)
/** An emergency is handled only after somebody saw or spoke to the person, whatever its item asks for. */
const needsContact = (order: OrderView) => order.urgency === 'emergency' || needs('contact')(order)
const reply = text('reply', '给诉求人的答复', 'Reply to the requester', 4000)
const contacted: StepField = {
  ...optional(how('contacted')),
  needed: needsContact,
  when: (_, order) => order.contactedAt === null,
}
const evidencePhotos: readonly StepField[] = [
  { ...photos('beforePhotos', '办理前照片', 'Photos before'), needed: needs('beforePhoto') },
  { ...photos('afterPhotos', '办理后照片', 'Photos after'), needed: needs('afterPhoto') },
]
const wasReached = ({ reached }: Values) => reached === 'yes'

/** What each step of an order asks of the person at the desk. One table: the form is made from it. */
export const STEPS: Readonly<Record<DeskVerb, DeskStep>> = {
  acceptOrder: {
    fields: [
      { kind: 'item', name: 'item', label: { zh: '事项', en: 'Item' } },
      { kind: 'code', name: 'kind', label: { zh: '诉求类型', en: 'Kind' }, words: KINDS },
      { kind: 'code', name: 'urgency', label: { zh: '紧急程度', en: 'Urgency' }, words: URGENCIES },
      { kind: 'area', name: 'path', label: { zh: '地点', en: 'Place' } },
    ],
    begin: ({ item, kind, urgency, path }) => ({ kind, urgency, path, ...(item ? { item } : {}) }),
  },
  askSupplement: {
    fields: [
      {
        ...text('question', '要补充什么', 'What is missing', 1000),
        hint: { zh: '居民会看到，说清楚要什么、怎么补', en: 'The resident reads this: what, and how' },
      },
    ],
    lead: { zh: '受理的时限暂停，补来以后接着走。', en: 'The time for intake stands still meanwhile.' },
  },
  supplementOrder: {
    fields: [text('text', '补充内容', 'What was told', 2000), photos('photos', '照片', 'Photos')],
  },
  lapseSupplement: {
    fields: [],
    lead: {
      zh: '期限已过，一直没有等到补充：结案，并告诉居民怎样重新点单。',
      en: 'The time is over and nothing was told: closed, and the resident hears how to ask again.',
    },
  },
  proposeRefusal: {
    fields: refusal,
    lead: {
      zh: '特殊困难人员的单要两个人看过才能不受理：您先提请。',
      en: "A vulnerable person's order is refused by two people only: you propose.",
    },
  },
  refuseOrder: { fields: refusal },
  answerOrder: {
    fields: [
      text('answer', '答复', 'Answer', 4000),
      {
        kind: 'line',
        name: 'source',
        label: { zh: '答复依据', en: 'Source' },
        hint: { zh: '文件、规定或网址', en: 'Document, rule or address' },
        most: 300,
      },
    ],
  },
  mergeOrder: {
    fields: [
      {
        kind: 'order',
        name: 'into',
        label: { zh: '并到哪一单', en: 'Into which order' },
        hint: { zh: '写单号或几个字来找；要是同一件事', en: 'Its number or some words; the same matter' },
      },
      {
        kind: 'yesNo',
        name: 'newFacts',
        label: { zh: '有新情况吗', en: 'Something new?' },
        hint: {
          zh: '并到已结案的单时：有新情况，那一单会重新办',
          en: 'Into a closed order: with something new, that order is done again',
        },
        optional: true,
      },
      optional(text('remark', '说明', 'Note', 500)),
    ],
    lead: {
      zh: '这一单跟着那一单走，两边的居民都会听到结果。一天以内可以撤销。',
      en: 'This order follows that one; both requesters hear the result. It can be undone for a day.',
    },
  },
  unmergeOrder: {
    fields: [reason],
    lead: { zh: '单独办理，重新受理。', en: 'Handled by itself, taken in anew.' },
  },
  offerOrder: {
    fields: [],
    lead: { zh: '附近合适的志愿者会收到这一单。', en: 'Suitable helpers nearby will see it.' },
  },
  widenOffer: {
    fields: [],
    lead: { zh: '更远一级的志愿者也会收到这一单。', en: 'Helpers of the next wider area will see it too.' },
  },
  assignOrder: { fields: assignment },
  dispatchOrder: {
    fields: [
      ...assignment,
      {
        kind: 'units',
        name: 'coHosts',
        label: { zh: '协办单位', en: 'Units that help' },
        hint: { zh: '主办只有一家；协办各有各的时限', en: 'One host; each that helps has its own limit' },
        optional: true,
      },
    ],
  },
  giveBack: {
    fields: [optional(reason)],
    lead: {
      zh: '单回到抢单大厅，重新告诉附近的志愿者。理由只有值班的人看得到。',
      en: 'It goes back to the helpers, who are told anew. Only staff read the reason.',
    },
  },
  signOrder: { fields: [], lead: { zh: '签收后由您承办。', en: 'From then on it is yours to do.' } },
  contactRequester: { fields: [how('how')] },
  reportProgress: { fields: [text('text', '进展', 'Progress', 2000), photos('photos', '照片', 'Photos')] },
  handleOrder: {
    fields: [
      reply,
      resolved,
      { ...reason, when: ({ resolved: outcome }) => outcome !== undefined && outcome !== 'solved' },
      {
        kind: 'yesNo',
        name: 'confirmed',
        label: { zh: '诉求属实', en: 'The matter is as told' },
        optional: true,
      },
      contacted,
      ...evidencePhotos,
    ],
  },
  selfHandle: {
    fields: [reply, contacted, ...evidencePhotos],
    lead: {
      zh: '当场办好了才用这一步：凭证齐全就结案，随机抽一部分请人回访。',
      en: 'For what was settled on the spot: closed on the evidence; some, drawn by chance, are followed up.',
    },
  },
  transferOrder: {
    fields: [
      {
        kind: 'unit',
        which: 'below',
        name: 'unitId',
        label: { zh: '转给哪个下级单位', en: 'To which unit below' },
      },
      reason,
    ],
    lead: { zh: '时限不变，对方要签收。', en: 'The limit stands; they sign for it.' },
  },
  ...HOST_STEPS,
  ...DECIDER_STEPS,
  urgeOrder: {
    fields: [optional(text('remark', '想说的', 'What to tell them', 500))],
    lead: { zh: '承办方马上收到提醒，一天一次。', en: 'Whoever has it is told at once; once a day.' },
  },
  approveHandling: { fields: [optional(text('remark', '审核意见', 'Remark', 500))] },
  returnHandling: { fields: [reason] },
  recordCall: { fields: [optional(text('remark', '情况', 'What happened', 500))] },
  rateOrder: { fields: [resolved, score, optional(text('comment', '评价', 'Comment', 1000))] },
  closeOrder: {
    fields: [
      { kind: 'yesNo', name: 'reached', label: { zh: '联系上了吗', en: 'Reached?' } },
      { ...resolved, when: wasReached },
      { ...score, when: wasReached },
      optional(text('remark', '回访记录', 'Record of the call', 1000)),
    ],
  },
  reworkOrder: { fields: [reason] },
  requestReview: {
    fields: [text('reason', '哪里不服，有什么新情况', 'What is not accepted, or new', 2000)],
    lead: {
      zh: '来电申请的由您代记；由上一级、没有参与原决定的人答复。',
      en: 'For who rings up. Somebody one level above, who did not decide it, answers.',
    },
  },
  consentToShow: { fields: [] },
  showOrder: {
    fields: [
      { kind: 'line', name: 'title', label: { zh: '标题', en: 'Title' }, most: 60 },
      text('need', '诉求（隐去个人信息）', 'The need, without personal data', 2000),
      text('outcome', '办理结果（隐去个人信息）', 'The outcome, without personal data', 2000),
      {
        kind: 'pickPhotos',
        name: 'photos',
        label: { zh: '一起公开的照片', en: 'Photos to show' },
        optional: true,
      },
    ],
    lead: {
      zh: '对照原文重新写：不写姓名、电话、门牌号。',
      en: 'Write it anew from the original: no names, numbers or doors.',
    },
    besideOriginal: true,
  },
  hideOrder: {
    fields: [],
    lead: {
      zh: '不再公开：晒单墙上的马上撤下，居民的同意也一并收回。以后再公开，要居民重新同意。',
      en: 'No longer published: taken off the board at once, and the consent with it. To publish later, the requester must agree again.',
    },
  },
  addNote: { fields: [text('text', '补充内容', 'Note', 2000), photos('photos', '照片', 'Photos')] },
  cancelOrder: { fields: [optional(reason)] },
}

const isDeskVerb = (verb: string): verb is DeskVerb => Object.hasOwn(STEPS, verb)

/** The steps among these verbs, in the order of the table: what moves the order on comes first. */
export const deskSteps = (verbs: readonly string[]): DeskVerb[] =>
  Object.keys(STEPS)
    .filter(isDeskVerb)
    .filter((verb) => verbs.includes(verb))
