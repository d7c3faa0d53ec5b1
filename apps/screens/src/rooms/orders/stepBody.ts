import type { OrderView } from '@linli/contract/orders/shapes'
import type { StepField, Values } from './fields.ts'

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** The questions that are asked, given what was answered so far; what this order needs is no longer optional. */
export const askedFields = (
  fields: readonly StepField[],
  values: Values,
  order: OrderView,
): readonly StepField[] =>
  fields
    .filter(({ when }) => when === undefined || when(values, order))
    .map((field) => {
      if (!field.needed?.(order)) return field
      const { optional: _optional, ...must } = field
      return must
    })

/** The questions still without an answer. */
export const missingFields = (asked: readonly StepField[], values: Values) =>
  asked.filter(({ name, optional }) => !optional && isEmpty(values[name]))

function sent(field: StepField, value: unknown): unknown {
  if (field.kind === 'yesNo') return value === 'yes'
  if (field.kind === 'score' || field.kind === 'count') return Number(value)
  return typeof value === 'string' ? value.trim() : value
}

/** The body of a step: the answers in the contract's form, with the version that was on the screen. */
export function stepBody(asked: readonly StepField[], values: Values, version: number) {
  const answered = asked.filter(({ name }) => !isEmpty(values[name]))
  return {
    version,
    ...Object.fromEntries(answered.map((field) => [field.name, sent(field, values[field.name])])),
  }
}
