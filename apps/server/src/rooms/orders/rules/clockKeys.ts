import { type ClockKind, UNIT_CLOCKS } from '@linli/contract'

/** Which clock of an order: its kind, and the called unit that it runs for. */
export type ClockKey = ClockKind | `${ClockKind}@${string}`
type Named = { readonly clock: ClockKind; readonly unitId?: string | null | undefined }

export const keyOf = ({ clock, unitId }: Named): ClockKey => (unitId ? `${clock}@${unitId}` : clock)

/** What a key says. */
export function readKey(key: ClockKey): { readonly clock: ClockKind; readonly unitId: string | null } {
  const [clock = '', unitId] = key.split('@')
  return { clock: clock as ClockKind, unitId: unitId ?? null } // a key is made of a kind
}

/** Units that a step is about: those it calls, and those whose clocks it ends; without them it ends the clocks of all. */
export type UnitsOfStep = { readonly called?: readonly string[]; readonly ended?: readonly string[] }

const RUNS_BY_UNIT: ReadonlySet<ClockKind> = new Set(UNIT_CLOCKS)

/** The clocks that begin: of a kind that runs by unit, one for each that is called. */
export const keysToStart = (kinds: readonly ClockKind[], { called = [] }: UnitsOfStep): ClockKey[] =>
  kinds.flatMap((clock): ClockKey[] =>
    RUNS_BY_UNIT.has(clock) ? called.map((unitId) => keyOf({ clock, unitId })) : [clock],
  )

/** Which of the running clocks are of these kinds, and of the units that the step is about. */
export const keysAmong = (
  kinds: readonly ClockKind[],
  running: readonly Named[],
  { ended }: UnitsOfStep,
): ClockKey[] =>
  running
    .filter(
      ({ clock, unitId }) =>
        kinds.includes(clock) && (!unitId || ended === undefined || ended.includes(unitId)),
    )
    .map(keyOf)
