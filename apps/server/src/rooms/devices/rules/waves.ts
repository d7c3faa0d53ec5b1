import type { AskedAs } from '@linli/contract/devices/words'

/** A helper who serves here: whether it is their hour, and whether they opted in to emergencies at night. */
export type Near = {
  readonly personId: string
  readonly path: string
  readonly available: boolean
  readonly nightEmergencies: boolean
}

/** Whom a wave may ask, as the house knows them. */
export type Around = {
  readonly paired: readonly string[]
  readonly gridWorkers: readonly { readonly personId: string; readonly path: string }[]
  readonly desk: readonly string[]
  readonly helpers: readonly Near[]
  readonly contacts: readonly {
    readonly personId: string
    readonly kind: 'family' | 'neighbour'
    readonly nights: boolean
  }[]
}

const MOST_NEIGHBOURS = 20

/**
 * Who is asked in a wave, each once, first as whom the place names first; never who pressed. Of neighbours at night only
 * those who opted in to the nights; the nearest come first.
 */
export function askedIn(
  asks: readonly AskedAs[],
  around: Around,
  { path, personId, night }: { path: string; personId: string; night: boolean },
): { personId: string; why: AskedAs }[] {
  const nearness = (from: string): number => {
    let same = 0
    while (same < from.length && from[same] === path[same]) same += 1
    return same
  }
  const of: { readonly [as in AskedAs]: () => readonly string[] } = {
    pairedGridWorker: () => {
      if (around.paired.length > 0) return around.paired
      const nearest = Math.max(...around.gridWorkers.map((one) => one.path.length))
      return around.gridWorkers.filter((one) => one.path.length === nearest).map((one) => one.personId)
    },
    station: () => around.desk,
    neighbours: () => [
      ...around.contacts
        .filter((one) => one.kind === 'neighbour' && (!night || one.nights))
        .map((one) => one.personId),
      ...around.helpers
        .filter((one) => (night ? one.nightEmergencies : one.available))
        .toSorted((a, b) => nearness(b.path) - nearness(a.path))
        .slice(0, MOST_NEIGHBOURS)
        .map((one) => one.personId),
    ],
    family: () => around.contacts.filter((one) => one.kind === 'family').map((one) => one.personId),
  }
  const asked = new Map<string, AskedAs>()
  for (const why of asks)
    for (const one of of[why]()) if (one !== personId && !asked.has(one)) asked.set(one, why)
  return [...asked].map(([one, why]) => ({ personId: one, why }))
}
