import { Refused, violated } from '../../kernel/db/database.ts'
import { keyReused, type Problem } from '../../kernel/problem.ts'
import * as problems from './errors.ts'

const KNOWN: { readonly [code: string]: () => Problem } = {
  answered: problems.answeredAlready,
  changed: problems.careChanged,
  ended: problems.endedAlready,
  contactReused: problems.contactReused,
  taken: problems.daysTaken,
  overlaps: problems.daysOverlap,
}
const MET: { readonly [constraint: string]: () => Problem } = {
  care_plans_now: problems.alreadyCared,
  care_plans_pkey: keyReused,
  care_stand_ins_pkey: keyReused,
}

/** The problem that a statement's refusal stands for; anything else as it is. */
export function inWords(error: unknown): unknown {
  if (error instanceof Refused) return KNOWN[error.code]?.() ?? error
  return MET[violated(error) ?? '']?.() ?? error
}
