import { Refused, violated } from '../../kernel/db/database.ts'
import { keyReused, type Problem } from '../../kernel/problem.ts'
import * as problems from './errors.ts'

const KNOWN: { readonly [code: string]: () => Problem } = {
  deviceChanged: problems.deviceChanged,
  pressMoved: problems.pressMoved,
  pressEnded: problems.pressEnded,
}
const MET: { readonly [constraint: string]: () => Problem } = {
  devices_serial: problems.serialTaken,
  devices_pkey: keyReused,
  device_bindings_now: problems.deviceChanged,
}

/** The problem that a statement's refusal stands for; anything else as it is. */
export function inWords(error: unknown): unknown {
  if (error instanceof Refused) return KNOWN[error.code]?.() ?? error
  return MET[violated(error) ?? '']?.() ?? error
}
