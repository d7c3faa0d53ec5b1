import { Refused, violated } from '../../kernel/db/database.ts'
import { keyReused, type Problem } from '../../kernel/problem.ts'
import * as problems from './errors.ts'

const KNOWN: { readonly [code: string]: () => Problem } = {
  sessionFull: problems.sessionFull,
  noSeat: problems.noSeat,
  notSignedUp: problems.notSignedUp,
  notNow: problems.notNow,
  tooManyFiles: problems.tooManyFiles,
  fileGone: problems.fileGone,
  itemMissing: problems.itemMissing,
}
const MET: { readonly [constraint: string]: () => Problem } = {
  course_seats_now: problems.seatTaken,
  mentor_pairs_now: problems.alreadyPaired,
  allowances_now: problems.hasAllowance,
  courses_pkey: keyReused,
  course_sessions_pkey: keyReused,
  work_agreements_pkey: keyReused,
  work_facts_pkey: keyReused,
  mentor_pairs_pkey: keyReused,
  allowances_pkey: keyReused,
}

/** The problem that a statement's refusal stands for; anything else as it is. */
export function inWords(error: unknown): unknown {
  if (error instanceof Refused) return KNOWN[error.code]?.() ?? error
  return MET[violated(error) ?? '']?.() ?? error
}
