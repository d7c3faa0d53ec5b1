import type { Vocabulary } from '../words.ts'

export type CheckInKind = 'unit' | 'member'
export const CHECK_IN_KINDS = {
  unit: { zh: '单位报到', en: 'Unit check-in' },
  member: { zh: '党员报到', en: 'Member check-in' },
} as const satisfies Vocabulary<CheckInKind>

export type CheckInState = 'asked' | 'accepted' | 'declined' | 'ended'
export const CHECK_IN_STATES = {
  asked: { zh: '等社区接收', en: 'Waiting for the community' },
  accepted: { zh: '社区已接收', en: 'Accepted' },
  declined: { zh: '社区没有接收', en: 'Declined' },
  ended: { zh: '已结束', en: 'Ended' },
} as const satisfies Vocabulary<CheckInState>

/** When somebody can come, in words that fit a year. */
export type FreeTime = 'evenings' | 'saturdays' | 'sundays' | 'holidays' | 'workdays'
export const FREE_TIMES = {
  evenings: { zh: '平日晚上', en: 'Evenings' },
  saturdays: { zh: '周六', en: 'Saturdays' },
  sundays: { zh: '周日', en: 'Sundays' },
  holidays: { zh: '节假日', en: 'Public holidays' },
  workdays: { zh: '平日白天', en: 'Workdays' },
} as const satisfies Vocabulary<FreeTime>

export type LetterState = 'valid' | 'expired' | 'revoked'
export const LETTER_STATES = {
  valid: { zh: '有效', en: 'Valid' },
  expired: { zh: '已过期', en: 'Expired' },
  revoked: { zh: '已作废', en: 'Revoked' },
} as const satisfies Vocabulary<LetterState>

export type CardState = 'drawn' | 'agreed' | 'objected' | 'sent'
export const CARD_STATES = {
  drawn: { zh: '请本人先看', en: 'With the member' },
  agreed: { zh: '本人同意送交', en: 'The member agrees' },
  objected: { zh: '本人不同意送交', en: 'The member does not agree' },
  sent: { zh: '已送交所在单位', en: 'Sent to the home unit' },
} as const satisfies Vocabulary<CardState>

/** What a feedback card counts: facts of service and nothing else. */
export type ServiceFact = 'orders' | 'duties' | 'dutyMinutes' | 'helps' | 'helpMinutes'
export const SERVICE_FACTS = {
  orders: { zh: '办结的单（张）', en: 'Orders finished' },
  duties: { zh: '值班（班）', en: 'Duties served' },
  dutyMinutes: { zh: '经确认的值班时长（分钟）', en: 'Confirmed minutes on duty' },
  helps: { zh: '活动帮忙（次）', en: 'Times of help at activities' },
  helpMinutes: { zh: '经确认的活动帮忙时长（分钟）', en: 'Confirmed minutes of help at activities' },
} as const satisfies Vocabulary<ServiceFact>

export type ReportState = 'drawn' | 'answered'
export const REPORT_STATES = {
  drawn: { zh: '请单位先看', en: 'With the unit' },
  answered: { zh: '单位已答复', en: 'Answered by the unit' },
} as const satisfies Vocabulary<ReportState>

export type DocumentKind = 'letter' | 'card' | 'report'
export const DOCUMENT_KINDS = {
  letter: { zh: '介绍信', en: 'Introduction letter' },
  card: { zh: '反馈卡', en: 'Feedback card' },
  report: { zh: '单位服务报告', en: 'Report of a unit' },
} as const satisfies Vocabulary<DocumentKind>
/** What a template must name, so that no document leaves without it; the others it may name. */
export const TEMPLATE_FIELDS: {
  readonly [kind in DocumentKind]: { readonly needed: readonly string[]; readonly allowed: readonly string[] }
} = {
  letter: {
    needed: ['编号', '姓名', '单位', '社区', '核验网址'],
    allowed: ['开具日期', '有效期至', '服务项目'],
  },
  card: {
    needed: ['编号', '姓名', '单位', '社区', '办结的单', '值班班数', '值班时长', '本人的话'],
    allowed: ['从', '到', '填写日期', '活动帮忙'],
  },
  report: {
    needed: [
      '编号',
      '单位',
      '社区',
      '送交的反馈卡',
      '办结的单',
      '值班班数',
      '值班时长',
      '兑现的承诺',
      '单位的话',
    ],
    allowed: ['从', '到', '填写日期', '报到党员', '活动帮忙', '到位资金'],
  },
}

/** The side of an agreement: the partner unit or the community. */
export type Side = 'unit' | 'community'
export const SIDES = {
  unit: { zh: '共建单位', en: 'Partner unit' },
  community: { zh: '社区', en: 'Community' },
} as const satisfies Vocabulary<Side>

export type AgreementState = 'proposed' | 'signed' | 'declined' | 'ended'
export const AGREEMENT_STATES = {
  proposed: { zh: '等对方签署', en: 'Waiting for the other side' },
  signed: { zh: '履行中', en: 'In force' },
  declined: { zh: '对方没有签', en: 'Declined' },
  ended: { zh: '已结束', en: 'Ended' },
} as const satisfies Vocabulary<AgreementState>

export type PromiseKind = 'task' | 'funds'
export const PROMISE_KINDS = {
  task: { zh: '办一件事', en: 'A task' },
  funds: { zh: '帮扶资金', en: 'Funds' },
} as const satisfies Vocabulary<PromiseKind>

export type PromiseState = 'open' | 'reported' | 'kept'
export const PROMISE_STATES = {
  open: { zh: '待兑现', en: 'Open' },
  reported: { zh: '已办，等对方确认', en: 'Reported; the other side confirms' },
  kept: { zh: '已兑现', en: 'Kept' },
} as const satisfies Vocabulary<PromiseState>

/** Whose list of what to do, and the one list of what nobody does. */
export type ConductParty = Side | 'member' | 'everybody'
export const CONDUCT_PARTIES = {
  unit: { zh: '报到单位正面清单', en: 'What a unit does' },
  member: { zh: '在职党员正面清单', en: 'What a member does' },
  community: { zh: '社区正面清单', en: 'What the community does' },
  everybody: { zh: '负面清单', en: 'What nobody does' },
} as const satisfies Vocabulary<ConductParty>

/** 三亮: for whom somebody agreed that their page is shown. */
export type PledgeAudience = 'residents' | 'everybody'
export const PLEDGE_AUDIENCES = {
  residents: { zh: '本社区居民，登录后可见', en: 'Residents of the community, signed in' },
  everybody: { zh: '所有人，不用登录', en: 'Everybody, without signing in' },
} as const satisfies Vocabulary<PledgeAudience>

export type PledgeState = 'open' | 'kept'
export const PLEDGE_STATES = {
  open: { zh: '在办', en: 'Promised' },
  kept: { zh: '办到了', en: 'Kept' },
} as const satisfies Vocabulary<PledgeState>

/** Who says that a promise was kept; never whoever gave it. */
export type PledgeWitness = 'community' | 'resident'
export const PLEDGE_WITNESSES = {
  community: { zh: '社区确认', en: 'Said by the community' },
  resident: { zh: '居民确认', en: 'Said by a resident' },
} as const satisfies Vocabulary<PledgeWitness>

/** 1+X: who may take up what a community put on its menu. */
export type MenuTakers = 'members' | 'units' | 'both'
export const MENU_TAKERS = {
  members: { zh: '报到党员', en: 'Members' },
  units: { zh: '报到单位', en: 'Units' },
  both: { zh: '党员和单位都可以', en: 'Members and units' },
} as const satisfies Vocabulary<MenuTakers>

/** 3+1: needs, resources and projects, and what nobody does. */
export type ListKind = 'need' | 'resource' | 'project' | 'conduct'
export const LIST_KINDS = {
  need: { zh: '需求清单', en: 'Needs' },
  resource: { zh: '资源清单', en: 'Resources' },
  project: { zh: '项目清单', en: 'Projects' },
  conduct: { zh: '负面清单', en: 'What nobody does' },
} as const satisfies Vocabulary<ListKind>
