import { Refused, violated } from '../../kernel/db/database.ts'
import { invalid, keyReused, type Problem } from '../../kernel/problem.ts'
import * as problems from './errors.ts'

const { merchantChanged, noticeOpen, noticeOver, decidedBefore, notYet, unitTaken, objectedBefore } = problems
const KNOWN: { readonly [code: string]: () => Problem } = {
  merchantChanged,
  noticeOpen,
  noticeOver,
  decidedBefore,
  notYet,
  noArea: () => invalid([{ field: 'path', message: '没有这个地点，或者它已撤销。' }]),
  noUnit: () => invalid([{ field: 'unitId', message: '没有这个单位，或者它已撤销。' }]),
}
const MET: { readonly [constraint: string]: () => Problem } = {
  merchants_pkey: keyReused,
  merchants_unit: unitTaken,
  merchant_notices_pkey: keyReused,
  merchant_notices_open: noticeOpen,
  merchant_objections_pkey: keyReused,
  merchant_objections_once: objectedBefore,
}

/** The problem that a statement's refusal stands for; anything else as it is. */
export function inWords(error: unknown): unknown {
  if (error instanceof Refused) return KNOWN[error.code]?.() ?? error
  return MET[violated(error) ?? '']?.() ?? error
}
