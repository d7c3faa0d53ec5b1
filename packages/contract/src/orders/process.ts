import type { ClockRule, Preset } from '../preset.ts'
import { ROLES } from '../roles.ts'
import type { Words } from '../words.ts'
import { TRANSITIONS, type Transition } from './transitions.ts'
import {
  CLOCKS,
  type ClockKind,
  DURATION_UNITS,
  STATES,
  type State,
  URGENCIES,
  type Urgency,
} from './words.ts'

// A place's process: the one table of transitions, seen through the place's own rows.

/** What of a place decides which steps it uses, how they are called and how long they may take. */
export type ProcessFacts = {
  /** How many items are there, and how many may be claimed, go by themselves, are settled on the spot, go back to the pool. */
  readonly items: number
  readonly grabbable: number
  readonly automatic: number
  readonly selfHandled: number
  readonly returnsToPool: number
  readonly waves: number
  readonly supplements: number
  readonly unmergeHours: number
  readonly reworkRounds: number
  readonly clocks: readonly Pick<ClockRule, 'clock' | 'urgency' | 'item' | 'amount' | 'unit'>[]
  /** The place's own words for steps, by `step.<verb>`. */
  readonly labels: { readonly [key: string]: Words }
}
type PlaceRows = Pick<Preset, 'clocks' | 'waves' | 'lifecycle' | 'rework' | 'labels'> & {
  readonly items: Preset['catalogue']
}

export function processFacts({ items, clocks, waves, lifecycle, rework, labels }: PlaceRows): ProcessFacts {
  const count = (part: 'grabbable' | 'automatic' | 'selfHandled' | 'returnsToPool') =>
    items.filter((item) => item[part] === true).length
  return {
    items: items.length,
    grabbable: count('grabbable'),
    automatic: count('automatic'),
    selfHandled: count('selfHandled'),
    returnsToPool: count('returnsToPool'),
    waves: waves.length,
    supplements: lifecycle.supplements,
    unmergeHours: lifecycle.unmergeHours,
    reworkRounds: rework.rounds,
    clocks: clocks.map(({ clock, urgency, item, amount, unit }) => ({ clock, urgency, item, amount, unit })),
    labels: Object.fromEntries(Object.entries(labels).filter(([key]) => key.startsWith('step.'))),
  }
}

export type ProcessStep = {
  readonly verb: string
  /** As the place calls it. */
  readonly label: Words
  /** The general word, where the place has one of its own. */
  readonly general: Words | null
  readonly who: readonly Words[]
}
export type ProcessLimit = {
  readonly clock: ClockKind
  readonly limits: readonly { readonly urgency: Urgency; readonly text: Words }[]
}
export type ProcessState = {
  readonly id: State
  readonly label: Words
  readonly limits: readonly ProcessLimit[]
  /** Steps that leave the order where it is. */
  readonly stays: readonly ProcessStep[]
  /** Steps that lead here from nearly everywhere: said here, not drawn. */
  readonly fromAnywhere: readonly ProcessStep[]
  readonly isBegin: boolean
  readonly isEnd: boolean
}
export type ProcessArrow = {
  readonly from: State
  readonly to: State
  readonly steps: readonly ProcessStep[]
}
export type Process = {
  readonly states: readonly ProcessState[]
  readonly arrows: readonly ProcessArrow[]
  readonly begins: readonly ProcessStep[]
}

/** Guards that a place's rows can make impossible; every other guard is about the order or the person. */
const POSSIBLE: { readonly [guard: string]: (facts: ProcessFacts) => boolean } = {
  grabbable: ({ grabbable }) => grabbable > 0,
  moreWaves: ({ waves }) => waves > 1,
  selfHandled: ({ selfHandled }) => selfHandled > 0,
  supplementsLeft: ({ supplements }) => supplements > 0,
  supplementOverdue: ({ supplements }) => supplements > 0,
  unmergeInTime: ({ unmergeHours }) => unmergeHours > 0,
  reworkRoundsLeft: ({ reworkRounds }) => reworkRounds > 0,
  mayReturn: ({ clocks }) => clocks.some(({ clock }) => clock === 'returning'),
  notExtendedYet: ({ clocks }) => clocks.some(({ clock }) => clock === 'extension'),
}
/** A step that leads to one end from so many states would hide all the others. */
const ANYWHERE = 6
const SYSTEM: Words = { zh: '系统', en: 'The system' }

/** The states and steps that a place uses. A step with a guard that its rows can never meet is left out, and with it what only it led to. */
export function processOf(facts: ProcessFacts): Process {
  const possible = TRANSITIONS.filter((row: Transition) =>
    row.guards.every((guard) => POSSIBLE[guard]?.(facts) ?? true),
  )
  const { rows, used } = reached(possible)
  const isAnywhere = (row: Transition) => movesOf(row).length === 1 && row.from.length >= ANYWHERE
  const stepOf = (row: Transition): ProcessStep => {
    const own = facts.labels[`step.${row.verb}`]
    const who = row.who.map(({ role }) => (role === 'system' ? SYSTEM : ROLES[role]))
    return {
      verb: row.verb,
      label: own ?? row.label,
      general: own ? row.label : null,
      who: [...new Set(who)],
    }
  }
  const steps = (which: (row: Transition) => boolean) => rows.filter(which).map(stepOf)
  const states = (Object.keys(STATES) as State[]).filter((state) => used.has(state)) // the vocabulary's own keys
  const arrows = states.flatMap((from) =>
    states.flatMap((to): ProcessArrow[] => {
      const ways = steps(
        (row) => to !== from && !isAnywhere(row) && row.from.includes(from) && movesOf(row).includes(to),
      )
      return ways.length === 0 ? [] : [{ from, to, steps: ways }]
    }),
  )
  return {
    arrows,
    begins: steps(({ from }) => from.length === 0),
    states: states.map((id) => ({
      id,
      label: STATES[id],
      limits: limitsIn(id, rows, facts),
      stays: steps((row) => row.from.includes(id) && row.to.includes('same')),
      fromAnywhere: steps((row) => isAnywhere(row) && movesOf(row).includes(id)),
      isBegin: rows.some((row: Transition) => row.from.length === 0 && row.to.includes(id)),
      isEnd: !arrows.some(({ from }) => from === id),
    })),
  }
}

const movesOf = ({ to }: Transition): State[] => to.filter((state) => state !== 'same')

/** Rows and states that an order can come to from its beginning. */
function reached(possible: readonly Transition[]) {
  const seen = new Set<State>()
  let rows: Transition[] = []
  for (let before = -1; before !== rows.length; ) {
    before = rows.length
    rows = possible.filter(({ from }) => from.length === 0 || from.some((state) => seen.has(state)))
    for (const row of rows) for (const state of movesOf(row)) seen.add(state)
  }
  return { rows, used: seen }
}

/** Clocks that begin on the way into a state and end on a way out of it, with the place's limits for each urgency. */
function limitsIn(state: State, rows: readonly Transition[], { clocks }: ProcessFacts): ProcessLimit[] {
  const begun = new Set(
    rows.filter((row) => movesOf(row).includes(state)).flatMap((row) => [...row.starts, ...row.resumes]),
  )
  const ended = new Set(rows.filter((row) => row.from.includes(state)).flatMap((row) => row.stops))
  return (Object.keys(CLOCKS) as ClockKind[]).flatMap((clock): ProcessLimit[] => {
    if (!begun.has(clock) || !ended.has(clock)) return []
    const limits = (Object.keys(URGENCIES) as Urgency[]).flatMap((urgency) => {
      const rule = clocks.find((one) => one.clock === clock && one.urgency === urgency && one.item === null)
      return rule ? [{ urgency, text: limitText(rule) }] : []
    })
    return limits.length === 0 ? [] : [{ clock, limits }]
  })
}

/** A limit in words, in hours where it is whole hours. */
function limitText({ amount, unit }: Pick<ClockRule, 'amount' | 'unit'>): Words {
  if (unit === 'minute' && amount % 60 === 0) return { zh: `${amount / 60} 小时`, en: `${amount / 60} h` }
  return { zh: `${amount} ${DURATION_UNITS[unit].zh}`, en: `${amount} ${DURATION_UNITS[unit].en}` }
}

/** The limits of one clock in a line: one where all urgencies have the same, else the first and the last. */
export function limitLine({ clock, limits }: ProcessLimit): Words {
  const texts = limits.map(({ text }) => text)
  const [first, last] = [texts[0], texts.at(-1)]
  if (!first || !last) return CLOCKS[clock]
  const isOne = texts.every(({ zh }) => zh === first.zh)
  return {
    zh: `${CLOCKS[clock].zh} ${isOne ? first.zh : `${first.zh}至${last.zh}`}`,
    en: `${CLOCKS[clock].en} ${isOne ? first.en : `${first.en} to ${last.en}`}`,
  }
}
