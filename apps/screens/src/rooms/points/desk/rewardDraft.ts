import type { RewardView } from '@linli/contract/points/redemptionShapes'
import type { FieldError } from '../../../kit/failure.ts'
import { endOfDay, lastDayBefore } from './days.ts'
import { fenOf, yuan } from './money.ts'

/** The terms of a reward as they are typed. */
export type RewardDraft = {
  readonly zh: string
  readonly en: string
  readonly points: string
  readonly yuan: string
  readonly base: string
  readonly monthlyLimit: string
  /** The last day on the shelf; empty for no end. */
  readonly lastDay: string
}

export const EMPTY_DRAFT: RewardDraft = {
  zh: '',
  en: '',
  points: '',
  yuan: '',
  base: '0',
  monthlyLimit: '',
  lastDay: '',
}

export const draftOf = (reward: RewardView): RewardDraft => ({
  zh: reward.name.zh,
  en: reward.name.en,
  points: String(reward.points),
  yuan: yuan(reward.fen),
  base: String(reward.base),
  monthlyLimit: reward.monthlyLimit === null ? '' : String(reward.monthlyLimit),
  lastDay: reward.to === null ? '' : lastDayBefore(reward.to),
})

/** A whole number that was typed; undefined for anything else. */
export const wholeOf = (typed: string): number | undefined =>
  /^-?\d{1,9}$/.test(typed.trim()) ? Number(typed) : undefined

type Words = Readonly<Record<'zh' | 'en' | 'points' | 'yuan' | 'base' | 'monthlyLimit', string>>

/** What is wrong with a draft, in the words given for each field. */
export function faultsOf(draft: RewardDraft, words: Words): FieldError[] {
  const whole = (typed: string, least: number) => (wholeOf(typed) ?? -1) >= least
  const right: Readonly<Record<keyof Words, boolean>> = {
    zh: draft.zh.trim() !== '',
    en: draft.en.trim() !== '',
    points: whole(draft.points, 1),
    yuan: fenOf(draft.yuan) !== undefined,
    base: whole(draft.base, 0),
    monthlyLimit: draft.monthlyLimit.trim() === '' || whole(draft.monthlyLimit, 1),
  }
  const fields: readonly (keyof Words)[] = ['zh', 'en', 'points', 'yuan', 'base', 'monthlyLimit']
  return fields.filter((field) => !right[field]).map((field) => ({ field, message: words[field] }))
}

/** The terms that a draft without faults says. */
export const termsOf = (draft: RewardDraft) => ({
  name: { zh: draft.zh.trim(), en: draft.en.trim() },
  points: Number(draft.points),
  fen: fenOf(draft.yuan) ?? 0,
  base: Number(draft.base),
  monthlyLimit: draft.monthlyLimit.trim() === '' ? null : Number(draft.monthlyLimit),
  to: draft.lastDay === '' ? null : endOfDay(draft.lastDay),
})
