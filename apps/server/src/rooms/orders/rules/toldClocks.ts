import type { ClockKind } from '@linli/contract'
import { type ClockKey, keyOf } from './clockKeys.ts'
import type { Limit } from './limit.ts'
import type { DuePiece } from './workTime.ts'

/** How an event names the limit of a clock that it set: `clock.handle`, `clock.coHost@` and the unit. */
export const TOLD = 'clock.'

/** A limit in an event: amount, unit, version of the rule, and when it is due in microseconds since 1970, or after the event. */
export const toldLimit = ({ amount, unit, version }: Limit): string => `${amount} ${unit} ${version ?? '-'} `
export const toldDue = (due: number): string => String(due * 1000)
export const toldPiece = (piece: DuePiece): string =>
  'at' in piece ? toldDue(piece.at) : `+${Math.round(piece.after * 1000)}`

/** The limits of clocks that go on as another, as their event tells them. */
export const toldMoves = (
  moves: readonly {
    readonly clock: ClockKind
    readonly unitId?: string | null
    readonly limit: Limit
    readonly due: number
  }[],
): { [key: string]: string } =>
  Object.fromEntries(moves.map((one) => [TOLD + keyOf(one), toldLimit(one.limit) + toldDue(one.due)]))

export type ToldLimit = {
  readonly amount: number
  readonly unit: string
  readonly rule: string | null
  readonly dueAt: number
}

/** What an event says of a clock's limit, if it says anything. @param at the event's time in microseconds */
export function readTold(
  facts: { readonly [key: string]: unknown },
  clock: ClockKey,
  at: number,
): ToldLimit | undefined {
  const said = facts[TOLD + clock]
  if (typeof said !== 'string') return undefined
  const [amount = '', unit = '', rule = '-', due = ''] = said.split(' ')
  const dueAt = due.startsWith('+') ? at + Number(due) : Number(due)
  return { amount: Number(amount), unit, rule: rule === '-' ? null : rule, dueAt }
}

/** The facts of an event without the limits, for readers of its story. */
export const withoutTold = <T>(facts: { readonly [key: string]: T }): { [key: string]: T } =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => !key.startsWith(TOLD)))
