import type { CatalogueItem } from '@linli/contract'
import type { Call } from './client.ts'

/** Somebody who takes part in the play. The token is asked for when it is first needed. */
export type Player = { readonly name: string; readonly phone: string; token(): Promise<string> }
export type HelperPlayer = Player & {
  readonly path: string
  readonly servesPath: string
  readonly skills: readonly string[]
  readonly homeEntry: boolean
}
export type StaffPlayer = Player & { readonly path: string }

/** Everybody the driver may call upon. Staff see what lies below their path. */
export type Cast = {
  readonly residents: readonly (Player & { readonly path: string })[]
  readonly duty: readonly StaffPlayer[]
  readonly reviewers: readonly StaffPlayer[]
  readonly callers: readonly StaffPlayer[]
  readonly publishers: readonly StaffPlayer[]
  readonly helpers: readonly HelperPlayer[]
  /** Who works for a unit, by the unit's Chinese name as the order shows it. */
  readonly units: ReadonlyMap<string, Player>
}

/** How people behave here, each as a share of all cases. */
export type Habits = {
  readonly cancel: number
  readonly refuse: number
  readonly answer: number
  /** Two helpers press 我去 at the same moment. */
  readonly race: number
  readonly progress: number
  readonly sentBack: number
  readonly dissatisfied: number
  /** The requester rates on the phone before the caller rings. */
  readonly ownRating: number
  /** Nobody answers the follow-up call, three times over two days: only where time passes. */
  readonly notReached: number
  readonly consent: number
  readonly show: number
}

export const HABITS: Habits = {
  cancel: 0.02,
  refuse: 0.03,
  answer: 0.5,
  race: 0.25,
  progress: 0.3,
  sentBack: 0.07,
  dissatisfied: 0.07,
  ownRating: 0.6,
  notReached: 0,
  consent: 0.3,
  show: 0.8,
}

/** What the driver counts beside the server's own records. */
export type Tally = { claimsLost: number; steps: number; races: number }

export type Play = {
  readonly call: Call
  readonly cast: Cast
  readonly habits: Habits
  readonly seed: string
  readonly tally: Tally
  readonly items: readonly PlayItem[]
  item(key: string): PlayItem | undefined
}

/** What the play needs of a catalogue row. */
export type PlayItem = Pick<
  CatalogueItem,
  'key' | 'name' | 'skill' | 'homeEntry' | 'grabbable' | 'automatic' | 'kind' | 'evidence' | 'urgency'
>

/** The staff whose area holds a path, the nearest first. @throws when nobody's does */
export function whoseAreaIs<P extends StaffPlayer>(people: readonly P[], path: string): P {
  const found = people
    .filter((person) => path.startsWith(person.path))
    .sort((a, b) => b.path.length - a.path.length)[0]
  if (!found) throw new Error(`nobody of the staff has the area ${path}`)
  return found
}

/** The helpers who could be asked for an order there, by area, skill and clearance. */
export function helpersFor(
  { cast, item }: Play,
  order: { item: string | null; path: string },
  besides: readonly string[] = [],
): HelperPlayer[] {
  const wanted = order.item ? item(order.item) : undefined
  return cast.helpers.filter(
    (helper) =>
      order.path.startsWith(helper.servesPath) &&
      (!wanted?.skill || helper.skills.includes(wanted.skill)) &&
      (!wanted?.homeEntry || helper.homeEntry) &&
      !besides.includes(helper.phone),
  )
}
