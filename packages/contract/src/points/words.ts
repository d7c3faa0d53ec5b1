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
  redeem: { zh: '兑换', en: 'Redeemed' },
  refund: { zh: '兑换退回', en: 'Redemption given back' },
} as const satisfies Vocabulary<string>
export type EntryKind = keyof typeof ENTRY_KINDS

export const ACCOUNT_KINDS = {
  issuer: { zh: '发放户', en: 'Issuer account' },
  person: { zh: '个人户', en: "Person's account" },
  merchant: { zh: '商户户', en: "Merchant's account" },
} as const satisfies Vocabulary<string>
export type AccountKind = keyof typeof ACCOUNT_KINDS

/** Why a posted entry was wrong; there is no reason that punishes, because points only add. */
export const CORRECTION_REASONS = {
  notDone: { zh: '服务实际没有发生', en: 'The service did not take place' },
  wrongPerson: { zh: '记错了人', en: 'Wrong person' },
  wrongAmount: { zh: '记错了分数', en: 'Wrong amount' },
  duplicate: { zh: '同一次服务记了两次', en: 'The same service counted twice' },
  sameFamily: { zh: '同一家庭之间的服务', en: 'Within one family' },
  doneAgain: { zh: '复核后重新办理，上一轮冲回', en: 'Done again after a review' },
  wrongCorrection: { zh: '上一次更正有误', en: 'The former correction was wrong' },
} as const satisfies Vocabulary<string>
export type CorrectionReason = keyof typeof CORRECTION_REASONS

/** What a reward is; a fee offset lowers a property fee by the company's own contract. */
export const REWARD_KINDS = {
  goods: { zh: '实物', en: 'Goods' },
  service: { zh: '服务', en: 'Service' },
  feeOffset: { zh: '抵扣物业费', en: 'Property fee offset' },
} as const satisfies Vocabulary<string>
export type RewardKind = keyof typeof REWARD_KINDS

export const REDEMPTION_STATES = {
  held: { zh: '待领取', en: 'To be collected' },
  collected: { zh: '已领取', en: 'Collected' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  expired: { zh: '已过期', en: 'Expired' },
  refunded: { zh: '已退回', en: 'Given back' },
} as const satisfies Vocabulary<string>
export type RedemptionState = keyof typeof REDEMPTION_STATES

/** Why somebody cannot redeem a reward now; it stays on the shelf. */
export const HINDRANCES = {
  soldOut: { zh: '已兑完', en: 'None left' },
  tooFewPoints: { zh: '可用积分不够', en: 'Not enough points' },
  belowBase: { zh: '只有超过基数的积分可以抵扣', en: 'Only points above the base offset the fee' },
  monthlyLimit: { zh: '本月已兑满', en: "This month's limit is reached" },
} as const satisfies Vocabulary<string>
export type Hindrance = keyof typeof HINDRANCES

/** Why something collected is given back; the points return in full. */
export const REFUND_REASONS = {
  notGiven: { zh: '实际没有领到', en: 'It was not handed over' },
  faulty: { zh: '有质量问题', en: 'It was faulty' },
  wrongPiece: { zh: '给错了', en: 'The wrong thing was handed over' },
  serviceNotDone: { zh: '服务没有做', en: 'The service was not done' },
  feeNotOffset: { zh: '物业费没有抵扣', en: 'The fee was not offset' },
} as const satisfies Vocabulary<string>
export type RefundReason = keyof typeof REFUND_REASONS
