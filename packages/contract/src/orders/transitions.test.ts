import { describe, expect, it } from 'vitest'
import { ROLES } from '../roles.ts'
import { orderEndpoints } from './endpoints.ts'
import {
  askStands,
  isSystemVerb,
  TRANSITIONS,
  type Transition,
  transitionOf,
  type Verb,
} from './transitions.ts'
import { ASKS, CLOCKS, type ClockKind, isOpen, STATES, type State } from './words.ts'

const rows: readonly Transition[] = TRANSITIONS
const states = Object.keys(STATES) as State[] // the vocabulary's own keys
const clocks = Object.keys(CLOCKS) as ClockKind[]

/** The states a row leads to from one of its own, `same` being where it began. */
const targets = (row: Transition, from: State): State[] => row.to.map((to) => (to === 'same' ? from : to))

function reachable(): Set<State> {
  const found = new Set<State>(
    rows.filter(({ from }) => from.length === 0).flatMap(({ to }) => to as State[]),
  ) // a first step has a state of its own
  for (let before = 0; before !== found.size; ) {
    before = found.size
    for (const row of rows)
      for (const from of row.from) if (found.has(from)) for (const to of targets(row, from)) found.add(to)
  }
  return found
}

describe('the table of the lifecycle', () => {
  it('names each verb and each event once', () => {
    expect(new Set(rows.map(({ verb }) => verb)).size).toBe(rows.length)
    expect(new Set(rows.map(({ event }) => event)).size).toBe(rows.length)
    for (const { verb } of TRANSITIONS) expect(transitionOf(verb).verb).toBe(verb)
  })

  it('lets what was asked lapse with every step that moves the order on, and says so once', () => {
    for (const { verb, to, stops } of TRANSITIONS.map((row: Transition) => row)) {
      const given = transitionOf(verb as Verb).stops // a verb of the table
      expect(given.includes('ruling'), verb).toBe(!to.includes('same') || stops.includes('ruling'))
      const answers = ['ruling', 'objection']
      expect(given.filter((clock) => !answers.includes(clock))).toEqual(
        stops.filter((clock) => !answers.includes(clock)),
      )
      expect(new Set(given).size, verb).toBe(given.length)
    }
    expect(() => transitionOf('nothing' as Verb)).toThrow('no transition nothing') // what a caller must not write
  })

  it('has words for each step in both languages', () => {
    for (const { verb, label } of rows) {
      expect(label.zh, verb).toMatch(/\p{Script=Han}/u)
      expect(label.en, verb).toMatch(/^[A-Z][a-z]/)
    }
  })

  it('reaches every state from placing', () => {
    expect([...reachable()].sort()).toEqual([...states].sort())
  })

  it('leads out of every open state, and every open state comes to an end', () => {
    const ends = new Set<State>(states.filter((state) => !isOpen(state)))
    const finishing = new Set(ends)
    for (let before = 0; before !== finishing.size; ) {
      before = finishing.size
      for (const row of rows)
        for (const from of row.from)
          if (targets(row, from).some((to) => finishing.has(to))) finishing.add(from)
    }
    expect([...finishing].sort()).toEqual([...states].sort())
  })

  it('opens nothing that is ended, but for a merging that is undone, a review that is granted and something new', () => {
    const reopening = ['unmergeOrder', 'grantReview', 'readmitOrder', 'reopenOrder', 'archiveOrder']
    for (const row of rows)
      for (const from of row.from)
        if (!isOpen(from) && !reopening.includes(row.verb))
          expect(targets(row, from), row.verb).toContain(from)
  })

  it('has one step that asks for each thing, one that refuses it and some that grant it', () => {
    for (const ask of Object.keys(ASKS)) {
      expect(rows.filter(({ opens }) => opens === ask).length, ask).toBe(1)
      const answers = (as: string) =>
        rows.filter(({ settles }) => settles?.ask === ask && settles.as === as).length
      expect(answers('refused'), ask).toBe(1)
      expect(answers('granted'), ask).toBeGreaterThan(0)
    }
    const own: { readonly [ask: string]: ClockKind } = { appeal: 'appeal', objection: 'objection' }
    for (const { opens, settles, verb } of rows) {
      if (opens) expect(transitionOf(verb as Verb).starts, verb).toContain(own[opens] ?? 'ruling')
      if (settles) expect(transitionOf(verb as Verb).stops, verb).toContain(own[settles.ask] ?? 'ruling')
    }
  })

  it('lets an objection stand as long as somebody has the order, and nothing else that was asked', () => {
    expect(askStands('objection', 'rework')).toBe(true)
    for (const to of ['accepted', 'offered', 'closed', 'cancelled'] as const)
      expect(askStands('objection', to), to).toBe(false)
    expect(askStands('extension', 'handled')).toBe(false)
    expect(transitionOf('handleOrder').stops).not.toContain('objection')
    expect(transitionOf('grantReturn').stops).toContain('objection')
  })

  it('gives every step somebody who may take it, in a role that exists', () => {
    for (const { verb, who } of rows) {
      const people = who.filter(({ role }) => role !== 'system').length
      expect(people === 0, verb).toBe(isSystemVerb(verb as Verb))
      for (const { role } of who) expect([...Object.keys(ROLES), 'system'], verb).toContain(role)
    }
  })

  it('has an endpoint for every verb, with the same words', () => {
    for (const { verb } of TRANSITIONS) {
      if (isSystemVerb(verb)) continue
      expect(orderEndpoints[verb], verb).toMatchObject({ kind: 'command', method: 'POST' })
      if (verb !== 'placeOrder') expect(orderEndpoints[verb].summary).toEqual(transitionOf(verb).label)
    }
  })

  it('starts every clock that it stops or resumes, and stops every clock that it starts', () => {
    const started = new Set(rows.flatMap(({ starts }) => starts))
    const stopped = new Set(rows.flatMap(({ stops }) => stops))
    expect([...started].sort()).toEqual([...clocks].sort())
    expect([...stopped].sort()).toEqual([...clocks].sort())
    for (const { resumes } of rows) for (const clock of resumes) expect(stopped).toContain(clock)
  })

  it('runs a clock in every open state, so that every order says by when', () => {
    // The clocks that may run in each state, followed from placing through the table.
    const running = new Map<State, Set<ClockKind>>()
    const add = (state: State, kinds: Iterable<ClockKind>) => {
      const known = running.get(state) ?? new Set()
      for (const kind of kinds) known.add(kind)
      running.set(state, known)
    }
    for (let turn = 0; turn < states.length; turn += 1)
      for (const row of rows) {
        if (row.from.length === 0) add('submitted', row.starts)
        for (const from of row.from)
          for (const to of targets(row, from))
            if (isOpen(to))
              add(to, [
                ...[...(running.get(from) ?? [])].filter((kind) => !row.stops.includes(kind)),
                ...row.starts,
                ...row.resumes,
              ])
      }
    for (const state of states.filter(isOpen)) expect(running.get(state)?.size ?? 0, state).toBeGreaterThan(0)
  })
})
