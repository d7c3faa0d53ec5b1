import { delicateIn } from './delicate.ts'
import type { Answers, AnswerValue, Condition, PointAnswer, Question } from './shapes.ts'

const isAnswered = (value: AnswerValue | undefined): value is AnswerValue =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

const includes = (value: AnswerValue | undefined, wanted: string): boolean =>
  Array.isArray(value) ? value.includes(wanted) : value === wanted || value === Number(wanted)

export const isPoint = (value: AnswerValue | undefined): value is PointAnswer =>
  typeof value === 'object' && !Array.isArray(value)

/** A place without a name has both its degrees. */
const isSomewhere = ({ longitude, latitude, name }: PointAnswer): boolean =>
  longitude === undefined && latitude === undefined
    ? name !== undefined
    : longitude !== undefined && latitude !== undefined

/** The lists of conditions of which one must hold as a whole; none: always asked. */
export function conditionsOf({ onlyIf }: Pick<Question, 'onlyIf'>): readonly (readonly Condition[])[] {
  if (!onlyIf) return []
  return Array.isArray(onlyIf) ? onlyIf : [[onlyIf]]
}

/** The questions that are asked, given what was answered so far: a skipped question skips those that hang on it. */
export function askedOf(questions: readonly Question[], answers: Answers): Question[] {
  const asked: Question[] = []
  const holds = ({ question, is }: Condition): boolean =>
    asked.some(({ key }) => key === question) && includes(answers[question], is)
  for (const question of questions) {
    const lists = conditionsOf(question)
    if (lists.length === 0 || lists.some((list) => list.every(holds))) asked.push(question)
  }
  return asked
}

/** Only what was asked and answered: what stands behind a question that is skipped now is not sent. */
export function answersOf(questions: readonly Question[], answers: Answers): Answers {
  const given = askedOf(questions, answers).flatMap(({ key, kind }) => {
    const value = answers[key]
    return kind !== 'note' && isAnswered(value) ? [[key, value] as const] : []
  })
  return Object.fromEntries(given)
}

export type AnswerFault = 'missing' | 'notAsked' | 'wrongKind' | 'notAChoice'

const DECIMAL = /^-?\d{1,9}(\.\d{1,6})?$/

function faultOf(
  { kind, choices = [], required }: Question,
  value: AnswerValue | undefined,
): AnswerFault | undefined {
  if (kind === 'note') return value === undefined ? undefined : 'notAsked'
  if (!isAnswered(value)) return required ? 'missing' : undefined
  switch (kind) {
    case 'text':
      return typeof value === 'string' ? undefined : 'wrongKind'
    case 'number':
      return Number.isInteger(value) ? undefined : 'wrongKind'
    case 'decimal':
      return typeof value === 'string' && DECIMAL.test(value) ? undefined : 'wrongKind'
    case 'photo':
      return Array.isArray(value) ? undefined : 'wrongKind'
    case 'place':
      return isPoint(value) && isSomewhere(value) ? undefined : 'wrongKind'
    case 'choice':
      if (typeof value !== 'string') return 'wrongKind'
      return choices.includes(value) ? undefined : 'notAChoice'
    case 'several':
      if (!Array.isArray(value)) return 'wrongKind'
      return value.every((one) => choices.includes(one)) ? undefined : 'notAChoice'
  }
}

/** What is wrong with the answers to a form, by question. Phone and server ask the same. */
export function faultsIn(questions: readonly Question[], answers: Answers): Map<string, AnswerFault> {
  const faults = new Map<string, AnswerFault>()
  const asked = askedOf(questions, answers)
  for (const question of asked) {
    const fault = faultOf(question, answers[question.key])
    if (fault) faults.set(question.key, fault)
  }
  for (const key of Object.keys(answers))
    if (!asked.some((question) => question.key === key)) faults.set(key, 'notAsked')
  return faults
}

export type FormFault =
  | 'sameKey'
  | 'keyReturned'
  | 'noChoices'
  | 'unknownCondition'
  | 'nothingAsked'
  | 'needsCardConsent'
  | 'asksHealth'

/**
 * The keys of questions that were taken out of a form: they never come back, else what one question was answered would be
 * read under another. @param versions the latest first
 */
export function goneKeys([latest, ...earlier]: readonly {
  readonly questions: readonly Question[]
}[]): string[] {
  const kept = new Set(latest?.questions.map(({ key }) => key))
  const all = earlier.flatMap(({ questions }) => questions.map(({ key }) => key))
  return [...new Set(all)].filter((key) => !kept.has(key))
}

/**
 * What is wrong with a form itself: a key twice or come back, a choice without choices, a condition on a question that is no earlier
 * one, nothing to answer, or a question for what a visit must not collect. @param gone keys that its earlier versions used up
 */
export function formFaults(
  questions: readonly Question[],
  gone: readonly string[] = [],
): Map<number, FormFault> {
  const faults = new Map<number, FormFault>()
  for (const [at, question] of questions.entries()) {
    const { key, kind, choices } = question
    const earlier = questions.slice(0, at)
    const isKnown = (condition: Condition): boolean =>
      earlier.some((one) => one.key === condition.question && one.choices?.includes(condition.is))
    const delicate = delicateIn(question)
    if (delicate) faults.set(at, delicate)
    if (earlier.some((one) => one.key === key)) faults.set(at, 'sameKey')
    if (gone.includes(key)) faults.set(at, 'keyReturned')
    if ((kind === 'choice' || kind === 'several') && !choices) faults.set(at, 'noChoices')
    if (!conditionsOf(question).flat().every(isKnown)) faults.set(at, 'unknownCondition')
  }
  if (questions.every(({ kind }) => kind === 'note')) faults.set(0, 'nothingAsked')
  return faults
}
