import type { ListedAnswer } from '@linli/contract/visits/answerShapes'
import { isPoint } from '@linli/contract/visits/form'
import type { Answers, AnswerValue, Question } from '@linli/contract/visits/shapes'

const lengthOf = (value: AnswerValue): number =>
  Array.isArray(value) ? value.length : [...String(value)].length

/** Words and pictures are what a home said and showed: a list tells how much there is, and no more. */
function shownOf(kind: Question['kind'], value: AnswerValue): Pick<ListedAnswer, 'shown' | 'hidden'> {
  if (isPoint(value)) return { shown: value.name ?? null, hidden: null }
  switch (kind) {
    case 'choice':
    case 'number':
    case 'decimal':
      return { shown: String(value), hidden: null }
    case 'several':
      return { shown: Array.isArray(value) ? value.join('、') : String(value), hidden: null }
    default:
      return { shown: null, hidden: lengthOf(value) }
  }
}

/** The answers of a visit under the questions it was asked by, as a list shows them. */
export const listed = (questions: readonly Question[], answers: Answers): ListedAnswer[] =>
  questions.flatMap(({ key, kind, label }) => {
    const value = answers[key]
    return value === undefined ? [] : [{ key, kind, label, ...shownOf(kind, value) }]
  })

/** A question may be filtered by its answer where that is one of a few choices: what was written is not searched. */
export const mayFilterBy = (questions: readonly Question[], key: string): boolean =>
  questions.some(
    (question) => question.key === key && (question.kind === 'choice' || question.kind === 'several'),
  )
