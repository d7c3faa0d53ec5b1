import { Refused, violated } from '../../kernel/db/database.ts'
import { keyReused, type Problem } from '../../kernel/problem.ts'
import * as problems from './errors.ts'

const { alreadyDecided, letterMissing, letterThere, notOpen, letterGone, cardMoved, noConsent, reportMoved } =
  problems
const { agreementMoved, promiseMoved, orderUnknown, pageGone, pledgeMoved } = problems
const { itemGone, takeGone, listAnswered } = problems
const REFUSED: { readonly [code: string]: () => Problem } = {
  alreadyDecided,
  letterMissing,
  letterThere,
  notOpen,
  letterGone,
  cardMoved,
  noConsent,
  reportMoved,
  agreementMoved,
  promiseMoved,
  orderUnknown,
  pageGone,
  pledgeMoved,
  itemGone,
  takeGone,
  listAnswered,
}
const VIOLATED: { readonly [constraint: string]: () => Problem } = {
  check_ins_member: problems.alreadyReported,
  check_ins_unit: problems.alreadyReported,
  check_ins_pkey: keyReused,
  feedback_cards_pkey: keyReused,
  unit_reports_pkey: keyReused,
  agreements_pkey: keyReused,
  agreement_promises_pkey: keyReused,
  agreement_payments_pkey: keyReused,
  menu_items_pkey: keyReused,
  menu_takes_pkey: keyReused,
  menu_takes_person: problems.takenAlready,
  menu_takes_unit: problems.takenAlready,
  partner_lists_pkey: keyReused,
  pledge_pages_pkey: keyReused,
  pledges_pkey: keyReused,
  letters_one: letterThere,
}

/** The problem that a refusal or a violated constraint stands for; anything else as it is. */
function inWords(error: unknown): unknown {
  if (error instanceof Refused) return REFUSED[error.code]?.() ?? error
  return VIOLATED[violated(error) ?? '']?.() ?? error
}

/** The answer, once its commit stands. @throws the problem in words */
export async function committed<T>(answer: T, commit: () => Promise<unknown>): Promise<T> {
  try {
    await commit()
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
