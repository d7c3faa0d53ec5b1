import type { Vocabulary } from '../words.ts'

/** How far an entry has come: promised at follow-up, then earned at closing, or fallen away. */
export const ENTRY_PHASES = {
  pending: { zh: '待入账', en: 'Pending' },
  posted: { zh: '入账', en: 'Posted' },
  voided: { zh: '作废', en: 'Voided' },
} as const satisfies Vocabulary<string>
export type EntryPhase = keyof typeof ENTRY_PHASES

export const ENTRY_KINDS = {
  earn: { zh: '服务所得', en: 'Earned by service' },
  correction: { zh: '更正', en: 'Correction' },
} as const satisfies Vocabulary<string>
export type EntryKind = keyof typeof ENTRY_KINDS

export const ACCOUNT_KINDS = {
  issuer: { zh: '发放户', en: 'Issuer account' },
  person: { zh: '个人户', en: "Person's account" },
} as const satisfies Vocabulary<string>
export type AccountKind = keyof typeof ACCOUNT_KINDS

/** Why a posted entry was wrong; there is no reason that punishes, because points only add. */
export const CORRECTION_REASONS = {
  notDone: { zh: '服务实际没有发生', en: 'The service did not take place' },
  wrongPerson: { zh: '记错了人', en: 'Wrong person' },
  wrongAmount: { zh: '记错了分数', en: 'Wrong amount' },
  duplicate: { zh: '同一次服务记了两次', en: 'The same service counted twice' },
  sameFamily: { zh: '同一家庭之间的服务', en: 'Within one family' },
  wrongCorrection: { zh: '上一次更正有误', en: 'The former correction was wrong' },
} as const satisfies Vocabulary<string>
export type CorrectionReason = keyof typeof CORRECTION_REASONS
