import { SCORES, type Score } from '@linli/contract/orders/words'

const GRADES: readonly Score[] = [5, 4, 3, 2, 1]

/** A number as one of the five grades; undefined when it is none. */
export const scoreOf = (value: number | null | undefined): Score | undefined =>
  GRADES.find((grade) => grade === value)

/** The grades with the highest first, in both languages. */
export const gradesOf = (say: (words: (typeof SCORES)[Score]) => string) =>
  GRADES.map((score) => ({ score, word: say(SCORES[score]) }))
