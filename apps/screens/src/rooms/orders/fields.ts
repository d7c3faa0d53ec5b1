import type { Vocabulary, Words } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'

export type Values = Readonly<Record<string, unknown>>

/**
 * Which units a question chooses among: inside the host's own tree, every other one, those that were called and have not
 * answered, and those whose answer nobody has judged.
 */
export type UnitsOf = 'below' | 'other' | 'called' | 'answered'

/** One question of a step's form; `name` is the contract's name in the step's body. */
export type StepField = {
  readonly name: string
  readonly label: Words
  readonly hint?: Words
  readonly optional?: true
  /** An optional question that this order does not let go unanswered. */
  readonly needed?: (order: OrderView) => boolean
  /** Asked only when this holds. */
  readonly when?: (values: Values, order: OrderView) => boolean
} & (
  | { readonly kind: 'line' | 'text'; readonly most: number }
  | { readonly kind: 'code' | 'score'; readonly words: Vocabulary<string> }
  | { readonly kind: 'count'; readonly most: number }
  | {
      readonly kind: 'item' | 'area' | 'assignee' | 'photos' | 'pickPhotos' | 'yesNo' | 'day' | 'order'
    }
  | { readonly kind: 'unit'; readonly which: UnitsOf }
  | { readonly kind: 'units' }
)

export const text = (name: string, zh: string, en: string, most: number) =>
  ({ kind: 'text', name, label: { zh, en }, most }) as const
export const optional = <F extends StepField>(field: F) => ({ ...field, optional: true }) as const
export const reason = text('reason', '理由', 'Reason', 500)
export const remark = optional(text('remark', '说明', 'Note', 500))

export const answer = {
  ...text('remark', '答复', 'Answer', 2000),
  hint: { zh: '写明事实和依据', en: 'Facts and ground' },
} as const

/** What a step asks, and what it does where its name alone does not say it. */
export type Asked = { readonly fields: readonly StepField[]; readonly lead?: Words }
