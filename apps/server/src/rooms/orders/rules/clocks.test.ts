import { CLOCKS, type ClockKind, TRANSITIONS, type Transition } from '@linli/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Limit, type LimitOf, minutesOf, planClocks } from './clocks.ts'
import type { RunningClock } from './facts.ts'

const limit = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit, version: 'v1' })
const everyClock: LimitOf = () => limit(2, 'workHour')
const running = (clock: ClockKind): RunningClock => ({
  clock,
  amount: 1,
  unit: 'day',
  startedAt: '2026-01-01T00:00:00.000Z',
  dueAt: '2026-01-02T00:00:00.000Z',
})
const order = (...clocks: ClockKind[]) => ({
  urgency: 'ordinary' as const,
  item: null,
  clocks: clocks.map(running),
})
const rowOf = (verb: string): Transition => {
  const row: Transition | undefined = TRANSITIONS.find((entry) => entry.verb === verb)
  if (!row) throw new Error(verb)
  return row
}

it.each([
  [limit(15, 'minute'), 15],
  [limit(2, 'workHour'), 120],
  [limit(1, 'workDay'), 1440],
  [limit(7, 'day'), 10_080],
])('counts %o as minutes', (given, minutes) => {
  expect(minutesOf(given)).toBe(minutes)
})

describe('what a step does to the clocks', () => {
  it('ends the old, begins the new and leaves the others alone', () => {
    const plan = planClocks(order('sign', 'handle'), rowOf('signOrder'), false, everyClock)
    expect(plan.stops).toEqual(['sign'])
    expect(plan.starts.map(({ clock, minutes }) => [clock, minutes])).toEqual([['contact', 120]])
    expect(plan.remain.map(({ clock }) => clock)).toEqual(['handle'])
  })

  it('stops only what runs: stopping what never started is no step', () => {
    expect(planClocks(order(), rowOf('acceptOrder'), false, everyClock).stops).toEqual([])
  })

  it('begins nothing for a pair of clock and urgency that the place does not list', () => {
    const plan = planClocks(order('accept'), rowOf('acceptOrder'), false, () => undefined)
    expect(plan).toMatchObject({ stops: ['accept'], starts: [], remain: [] })
  })

  it('stops a clock that begins again, once', () => {
    const plan = planClocks(order('claim'), rowOf('widenOffer'), false, everyClock)
    expect(plan.stops).toEqual(['claim'])
    expect(plan.starts.map(({ clock }) => clock)).toEqual(['claim'])
    expect(plan.remain).toEqual([])
  })

  it('resumes the handling clock when the reviewer sends the work back', () => {
    expect(planClocks(order('review'), rowOf('returnHandling'), false, everyClock)).toMatchObject({
      stops: ['review'],
      resumes: ['handle'],
      starts: [],
    })
  })

  it('asks the place for the limit of this order: its clock, urgency and item', () => {
    const asked: unknown[] = []
    planClocks({ urgency: 'prompt', item: 'lamp', clocks: [] }, rowOf('offerOrder'), false, (...key) => {
      asked.push(key)
      return undefined
    })
    expect(asked).toEqual([['claim', 'prompt', 'lamp']])
  })

  it.each([
    [limit(10, 'day'), 7200],
    [limit(2, 'workHour'), 1440],
    [limit(5, 'minute'), 1440],
    [limit(4321, 'minute'), 2161],
  ])('gives a rework half of %o, rounded up, and at least a day', (original, minutes) => {
    const plan = planClocks(order('followUp'), rowOf('reworkOrder'), false, () => original, {
      share: 0.5,
      atLeastDays: 1,
    })
    const [contact, handle] = plan.starts
    expect(contact).toMatchObject({ clock: 'contact', minutes: minutesOf(original) })
    expect(handle).toMatchObject({
      clock: 'handle',
      minutes,
      limit: { amount: minutes, unit: 'minute', version: 'v1' },
    })
  })

  it('never leaves a clock both running and stopped, and the end stops every clock', () => {
    const kinds = Object.keys(CLOCKS) as ClockKind[] // the vocabulary's own keys
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...kinds)),
        fc.constantFrom(...TRANSITIONS),
        fc.boolean(),
        (clocks, row: Transition, ends) => {
          const { stops, starts, resumes, remain } = planClocks(order(...clocks), row, ends, everyClock)
          const remaining = remain.map(({ clock }) => clock)
          const started = starts.map(({ clock }) => clock)
          expect([...stops, ...remaining].sort()).toEqual([...clocks].sort())
          expect(remaining.filter((clock) => started.includes(clock))).toEqual([])
          if (ends) expect([...remaining, ...started, ...resumes]).toEqual([])
        },
      ),
    )
  })
})
