import { delicateIn } from '@linli/contract/visits/delicate'
import { conditionsOf } from '@linli/contract/visits/form'
import type { Condition, Question } from '@linli/contract/visits/shapes'

/** A condition with how it joins the one before it: an `or` begins another list of which all must hold. */
export type ConditionDraft = Condition & { readonly join: 'and' | 'or' }

/** A question as it is being made: choices one a line, no condition while it is always asked. */
export type QuestionDraft = {
  readonly key: string
  readonly kind: Question['kind']
  readonly label: string
  readonly hint: string
  readonly choices: string
  readonly required: boolean
  readonly conditions: readonly ConditionDraft[]
}

/** A key that was never used: q1, q2 ... */
export function nextKey(used: readonly string[]): string {
  const numbers = used.map((key) => Number(/^q(\d+)$/.exec(key)?.[1] ?? 0))
  return `q${Math.max(0, ...numbers) + 1}`
}

/** @param used keys of the questions that are there, and of those that were */
export const emptyQuestion = (used: readonly string[]): QuestionDraft => ({
  key: nextKey(used),
  kind: 'choice',
  label: '',
  hint: '',
  choices: '',
  required: true,
  conditions: [],
})

export const hasChoices = (kind: Question['kind']): boolean => kind === 'choice' || kind === 'several'

export const choicesIn = (text: string): string[] => [
  ...new Set(text.split(/\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))),
]

/** The lists of conditions of which one must hold as a whole. */
function listsOf(conditions: readonly ConditionDraft[]): Condition[][] {
  const lists: Condition[][] = []
  for (const [at, { join, question, is }] of conditions.entries()) {
    const last = lists.at(-1)
    if (last && at > 0 && join === 'and') last.push({ question, is })
    else lists.push([{ question, is }])
  }
  return lists
}

/** One condition alone stands plainly, as it does in forms of before. */
function onlyIfOf(conditions: readonly ConditionDraft[]): Pick<Question, 'onlyIf'> {
  const lists = listsOf(conditions)
  const [[only, ...others] = [], ...more] = lists
  if (!only) return {}
  return { onlyIf: others.length === 0 && more.length === 0 ? only : lists }
}

/** The questions as the contract has them. A note is read: nothing of it is required. */
export const questionsOf = (drafts: readonly QuestionDraft[]): Question[] =>
  drafts.map(({ key, kind, label, hint, choices, required, conditions }) => ({
    key,
    kind,
    label: label.trim(),
    required: required && kind !== 'note',
    ...(hint.trim() === '' ? {} : { hint: hint.trim() }),
    ...(hasChoices(kind) ? { choices: choicesIn(choices) } : {}),
    ...onlyIfOf(conditions),
  }))

export const draftsOf = (questions: readonly Question[]): QuestionDraft[] =>
  questions.map((question) => ({
    key: question.key,
    kind: question.kind,
    label: question.label,
    hint: question.hint ?? '',
    choices: (question.choices ?? []).join('\n'),
    required: question.required,
    conditions: conditionsOf(question).flatMap((list) =>
      list.map((condition, at) => ({ ...condition, join: at === 0 ? ('or' as const) : ('and' as const) })),
    ),
  }))

export type DraftFault = 'noLabel' | 'fewChoices' | 'noAnswer' | 'needsCardConsent' | 'asksHealth'

/** What keeps a form from being saved, by question. */
export function draftFaults(drafts: readonly QuestionDraft[]): Map<string, DraftFault> {
  const faults = new Map<string, DraftFault>()
  for (const [at, { key, kind, label, hint, choices, conditions }] of drafts.entries()) {
    const isKnown = ({ question, is }: Condition): boolean => {
      const asked = drafts.slice(0, at).find((one) => one.key === question)
      return asked !== undefined && hasChoices(asked.kind) && choicesIn(asked.choices).includes(is)
    }
    if (!conditions.every(isKnown)) faults.set(key, 'noAnswer')
    if (hasChoices(kind) && choicesIn(choices).length < 2) faults.set(key, 'fewChoices')
    const delicate = delicateIn({
      kind,
      label,
      hint,
      ...(hasChoices(kind) ? { choices: choicesIn(choices) } : {}),
    })
    if (delicate) faults.set(key, delicate)
    if (label.trim() === '') faults.set(key, 'noLabel')
  }
  return faults
}

/** The field of a question that a fault is about. */
export const faultField = (key: string, fault: DraftFault): string =>
  `${key}.${fault === 'fewChoices' ? 'choices' : fault === 'noAnswer' ? 'is0' : 'label'}`
