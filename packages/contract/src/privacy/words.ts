import type { Vocabulary, Words } from '../words.ts'

/** What a person may agree to and take back, each by itself. The number says which words were shown. */
export type PurposeWords = Words & {
  readonly version: number
  readonly text: Words
  /** What happens at once when it is taken back. */
  readonly ends: Words
}

/**
 * The purposes that exist today. Whoever changes a text raises its version: people are asked again, and what they agreed
 * to before stays in the history under the words they saw.
 */
export const PURPOSES = {
  points: {
    version: 1,
    zh: '志愿服务记积分',
    en: 'Points for helping',
    text: {
      zh: '您帮了邻居，我们记下分数，用来换东西。分数只加不扣，不排名，不影响您办任何事。',
      en: 'When you help a neighbour we keep points for you to redeem. Points only add up; there is no ranking, and nothing else depends on them.',
    },
    ends: {
      zh: '马上不再记新的分，已有的分还是您的。',
      en: 'No new points are kept from now on; those you have stay yours.',
    },
  },
  helping: {
    version: 1,
    zh: '把我的志愿者资料给派单员看',
    en: 'My helper profile is shown to dispatchers',
    text: {
      zh: '派单员能看到您的姓、服务范围、会什么、什么时候有空，好找到合适的人。接了谁的单，那位邻居能和您联系。',
      en: 'Dispatchers see your family name, area, skills and hours to find the right person. A neighbour whose order you take can reach you.',
    },
    ends: {
      zh: '马上不再派单给您，派单员看不到您的资料。手上的单要先办完。',
      en: 'You are asked no more and dispatchers see nothing of you. Orders in hand are to be finished.',
    },
  },
  showing: {
    version: 1,
    zh: '公开我的单（晒单）和照片',
    en: 'Publishing my orders and their photos',
    text: {
      zh: '办好的单，隐去姓名、电话和地址以后公开给大家看。每一张单都单独问您。',
      en: 'A finished order is published without name, number and address. You are asked for each order separately.',
    },
    ends: {
      zh: '您公开过的单和照片马上全部撤下。',
      en: 'All your published orders and photos are withdrawn at once.',
    },
  },
  photoPlace: {
    version: 1,
    zh: '保留照片的拍摄位置',
    en: 'Keeping where a photo was taken',
    text: {
      zh: '有的事项要知道照片在哪里拍的（例如路面坏了）。这是精确位置，只给办这张单的人看。',
      en: 'Some matters need to know where a photo was taken (a broken road). It is a precise location, shown only to those who handle the order.',
    },
    ends: {
      zh: '照片里已存的位置马上删掉，以后也不再保留。',
      en: 'Locations kept so far are deleted at once, and none is kept from now on.',
    },
  },
} as const satisfies { readonly [purpose: string]: PurposeWords }
export type Purpose = keyof typeof PURPOSES

/** What people may ask the office about their own data. */
export const REQUEST_KINDS = {
  correct: { zh: '资料有错，请帮我改', en: 'Something is wrong; please correct it' },
  explain: { zh: '请说明为什么这样安排', en: 'Please explain why it was decided so' },
  person: { zh: '不要机器安排，请人来定', en: 'I want a person to decide, not the machine' },
  guardian: { zh: '我是未满十四周岁孩子的监护人', en: 'I am the guardian of a child under fourteen' },
  other: { zh: '其他关于我的信息的事', en: 'Something else about my data' },
} as const satisfies Vocabulary<string>
export type RequestKind = keyof typeof REQUEST_KINDS

export const OUTCOMES = {
  done: { zh: '已办好', en: 'Done' },
  partly: { zh: '办了一部分', en: 'Partly done' },
  declined: { zh: '不能办', en: 'Declined' },
} as const satisfies Vocabulary<string>
export type Outcome = keyof typeof OUTCOMES

/** What a look is called towards the person it was about. */
export const LOOKS = {
  revealPhone: { zh: '看了您的电话号码', en: 'Looked at your number' },
  revealContact: { zh: '看了您工单上的联系方式', en: 'Looked at the contact of your order' },
  changePerson: { zh: '改了您的登记资料', en: 'Changed your entry in the register' },
  registerPerson: { zh: '登记了您', en: 'Registered you' },
  setHomeEntry: { zh: '改了您的入户资质', en: 'Changed your home-entry clearance' },
  verifySkill: { zh: '核验了您的技能', en: 'Verified a skill of yours' },
  assignPost: { zh: '给您任职', en: 'Gave you a post' },
  decideCheckIn: { zh: '答复了您的报到', en: 'Answered your check-in' },
  issueLetter: { zh: '给您开了介绍信', en: 'Issued a letter for you' },
  revokeLetter: { zh: '作废了您的介绍信', en: 'Revoked your letter' },
  letterFile: { zh: '下载了您的介绍信', en: 'Downloaded your letter' },
  drawCard: { zh: '给您填了反馈卡', en: 'Drew a feedback card of you' },
  sendCard: { zh: '按您的同意送交了反馈卡', en: 'Sent your feedback card as you agreed' },
  cardFile: { zh: '下载了您的反馈卡', en: 'Downloaded your feedback card' },
  keepPledge: { zh: '确认了您的承诺办到了', en: 'Said that you kept a promise' },
  hidePledges: { zh: '撤下了您的亮身份页', en: 'Took down your page' },
  openCard: { zh: '打开了您家的住户卡', en: "Opened your household's card" },
  openTags: {
    zh: '看了住户卡上经单独同意的内容',
    en: 'Looked at what stands on the card by separate consent',
  },
  changeCard: { zh: '改了您家的住户卡', en: "Changed your household's card" },
  askConsent: { zh: '就住户卡征求过同意', en: 'Asked for consent to an entry of the card' },
  consentAtDoor: { zh: '上门时当面征求过您的同意', en: 'Asked for your consent at the door' },
  setTag: { zh: '按同意在住户卡上记了一项', en: 'Noted on the card what was agreed to' },
  endTag: { zh: '删去了住户卡上的一项', en: 'Took an entry off the card' },
  recordReferral: { zh: '记了一次转介或交接', en: 'Recorded a referral or hand-over' },
  closeReferral: { zh: '记下转介已办完', en: 'Noted that a referral is done' },
  openVisit: { zh: '看了您家的走访记录', en: 'Looked at what was written down at your door' },
  openVisitPhoto: { zh: '看了在您家拍的走访照片', en: 'Looked at a photo taken at your door' },
  settleVisit: { zh: '核对了您家的走访记录', en: 'Settled which record of a visit to you holds' },
  createStaffAccount: { zh: '给您开通了工作账号', en: 'Opened a staff account for you' },
} as const satisfies Vocabulary<string>
const OPENED: Words = { zh: '打开或办理了与您有关的记录', en: 'Opened or handled a record about you' }

/** The words of a recorded act, whatever operation it was. */
export const lookWords = (action: string): Words =>
  Object.hasOwn(LOOKS, action) ? LOOKS[action as keyof typeof LOOKS] : OPENED

/** Erasing can be taken back for so long; a copy can be fetched for so long (days). */
export const COOLING_OFF_DAYS = 7
export const COPY_DAYS = 7
