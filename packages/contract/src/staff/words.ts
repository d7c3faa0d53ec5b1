import type { Vocabulary } from '../words.ts'

/** Facts about somebody's work that the house counts by itself, only where the worker agreed to them beforehand. */
export const WORK_FACTS = {
  visits: { zh: '走访记录', en: 'Visits written down' },
  orders: { zh: '办好的工单', en: 'Orders seen to' },
  reports: { zh: '网格上报', en: 'Grid reports' },
  training: { zh: '参加的培训', en: 'Courses attended' },
} as const satisfies Vocabulary<string>
export type WorkFactKind = keyof typeof WORK_FACTS

/** The result of an agreed item is a word. There is no score, no rank and no sum. */
export const WORK_OUTCOMES = {
  met: { zh: '做到了', en: 'Met' },
  notYet: { zh: '还没有', en: 'Not yet' },
} as const satisfies Vocabulary<string>
export type WorkOutcome = keyof typeof WORK_OUTCOMES

export const AGREEMENT_STATES = {
  proposed: { zh: '等本人商定', en: 'Waiting for the worker' },
  agreed: { zh: '已商定', en: 'Agreed' },
  shown: { zh: '事实给本人看', en: 'Facts shown to the worker' },
  concluded: { zh: '有结果', en: 'Concluded' },
  appealed: { zh: '申诉中', en: 'Appealed' },
  final: { zh: '申诉已答复', en: 'Appeal answered' },
} as const satisfies Vocabulary<string>
export type AgreementState = keyof typeof AGREEMENT_STATES
