import { Refused } from '../../kernel/db/database.ts'
import type { Problem } from '../../kernel/problem.ts'
import * as problems from './errors.ts'

const {
  notOffered,
  termsChanged,
  soldOut,
  tooFewPoints,
  belowBase,
  monthlyLimit,
  notHeld,
  notCollected,
  rewardChanged,
} = problems
const KNOWN: { readonly [code: string]: () => Problem } = {
  notOffered,
  termsChanged,
  soldOut,
  tooFewPoints,
  belowBase,
  monthlyLimit,
  notHeld,
  notCollected,
  rewardChanged,
}

/** The problem that a statement's refusal stands for; anything else as it is. */
export function inWords(error: unknown): unknown {
  return error instanceof Refused ? (KNOWN[error.code]?.() ?? error) : error
}
