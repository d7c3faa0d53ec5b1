import type { Load } from './rosterTask.ts'
import { isNight } from './slots.ts'

/** What somebody who said yes to an earlier roster served there, in order of rosters. */
export type Served = {
  readonly roster: string
  readonly person: string
  /** The day it began on and the minute of that day; absent: said yes and was given nothing. */
  readonly day?: string
  readonly start?: number
  readonly minutes?: number
}

const NOTHING: Load = { minutes: 0, nights: 0, freeDays: 0 }
const KINDS = ['minutes', 'nights', 'freeDays'] as const

/**
 * By how much each person served more than others in earlier rosters, so that the next one evens it out. Each roster is
 * compared with itself: whoever was on it against the average of those on it, so that whoever is new owes nothing and is
 * owed nothing. The least of all is 0.
 * @param isFree whether a day is a weekend day or a holiday
 */
export function earlierLoad(
  served: readonly Served[],
  people: readonly string[],
  isFree: (day: string) => boolean,
): Map<string, Load> {
  const owed = new Map(people.map((person) => [person, { ...NOTHING }]))
  for (const loads of byRoster(served, isFree).values())
    for (const kind of KINDS) {
      const average = [...loads.values()].reduce((sum, load) => sum + load[kind], 0) / loads.size
      for (const [person, load] of loads) {
        const sum = owed.get(person)
        if (sum) sum[kind] += load[kind] - average
      }
    }
  for (const kind of KINDS) {
    const least = Math.min(...[...owed.values()].map((load) => load[kind]))
    for (const load of owed.values()) load[kind] = Math.round(load[kind] - least)
  }
  return owed
}

type Sum = { -readonly [kind in keyof Load]: Load[kind] }

function byRoster(
  served: readonly Served[],
  isFree: (day: string) => boolean,
): Map<string, Map<string, Sum>> {
  const rosters = new Map<string, Map<string, Sum>>()
  for (const { roster, person, day, start = 0, minutes = 0 } of served) {
    const loads = rosters.get(roster) ?? new Map<string, Sum>()
    rosters.set(roster, loads)
    const load = loads.get(person) ?? { ...NOTHING }
    loads.set(person, load)
    if (day === undefined) continue
    load.minutes += minutes
    load.nights += Number(isNight(start, start + minutes))
    load.freeDays += Number(isFree(day))
  }
  return rosters
}
