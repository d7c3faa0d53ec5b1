import { CLOCKS, type ClockKind, TRANSITIONS, type Transition } from '@linli/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClockRules } from './clockRules.ts'
import { minutesOf, planClocks, recounted, type Timing } from './clocks.ts'
import type { RunningClock } from './facts.ts'
import type { Limit, LimitOf } from './limit.ts'
import { dueByPieces, workCalendar } from './workTime.ts'

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`)
const shown = (instant: number): string =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const office = [
  [510, 720],
  [870, 1050],
] as const
const calendar = workCalendar([office, office, office, office, office, [], []], new Map(), new Set([2026]))
const NOW = at('2026-11-23 09:00')
const limit = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit, version: 'v1' })
const timing = (limitOf: LimitOf = () => limit(2, 'workHour'), now = NOW): Timing => {
  const alert = {
    key: 'ordinary',
    warnShare: 0.5,
    shortestMinutes: 60,
    escalateAfter: { amount: 1, unit: 'workDay' },
    quietAtNight: true,
    source: { document: '', mechanism: '' },
  } as const
  const rules: ClockRules = { limitOf, calendarOf: () => calendar, alertOf: () => alert, policy: 'p' }
  return { rules, unit: null, now }
}
const running = (clock: ClockKind, more: Partial<RunningClock> = {}): RunningClock => ({
  clock,
  amount: 1,
  unit: 'day',
  startedAt: '2026-11-20T01:00:00.000Z',
  dueAt: '2026-11-24T01:00:00.000Z',
  ...more,
})
const order = (...clocks: ClockKind[]) => ({
  urgency: 'ordinary' as const,
  item: null,
  clocks: clocks.map((clock) => running(clock)),
})
const rowOf = (verb: string): Transition => {
  const row: Transition | undefined = TRANSITIONS.find((entry) => entry.verb === verb)
  if (!row) throw new Error(verb)
  return row
}
const quiet = { stops: [], pauses: [], starts: [], resumes: [] }

it.each([
  [limit(15, 'minute'), 15],
  [limit(2, 'workHour'), 120],
  [limit(1, 'workDay'), 1440],
  [limit(7, 'day'), 10_080],
])('compares %o as minutes', (given, minutes) => {
  expect(minutesOf(given)).toBe(minutes)
})

describe('what a step does to the clocks', () => {
  it('ends the old, begins the new and leaves the others alone', () => {
    const plan = planClocks(order('sign', 'handle'), rowOf('signOrder'), false, timing())
    expect(plan.stops).toEqual(['sign'])
    expect(plan.starts.map(({ clock, due }) => [clock, shown(dueByPieces(due, NOW))])).toEqual([
      ['contact', '2026-11-23 11:00'],
    ])
    expect(plan.remain.map(({ clock }) => clock)).toEqual(['handle'])
  })

  it('stops only what runs: stopping what never started is no step', () => {
    expect(planClocks(order(), rowOf('acceptOrder'), false, timing()).stops).toEqual([])
  })

  it('begins nothing for a pair of clock and urgency that the place does not list', () => {
    const plan = planClocks(
      order('accept'),
      rowOf('acceptOrder'),
      false,
      timing(() => undefined),
    )
    expect(plan).toMatchObject({ stops: ['accept'], starts: [], remain: [] })
  })

  it('stops a clock that begins again, once', () => {
    const plan = planClocks(order('claim'), rowOf('widenOffer'), false, timing())
    expect(plan.stops).toEqual(['claim'])
    expect(plan.starts.map(({ clock }) => clock)).toEqual(['claim'])
    expect(plan.remain).toEqual([])
  })

  it('asks the place for the limit of this order: its clock, urgency and item', () => {
    const asked: unknown[] = []
    const asking = timing((...key) => {
      asked.push(key)
      return undefined
    })
    planClocks({ urgency: 'prompt', item: 'lamp', clocks: [] }, rowOf('offerOrder'), false, asking)
    expect(new Set(asked.map(String))).toEqual(new Set(['claim,prompt,lamp']))
  })

  it.each([
    [limit(10, 'day'), { amount: 5, unit: 'day' }],
    [limit(5, 'workDay'), { amount: 3, unit: 'workDay' }],
    [limit(2, 'workHour'), { amount: 1, unit: 'workDay' }],
    [limit(40, 'workHour'), { amount: 20, unit: 'workHour' }],
    [limit(5, 'minute'), { amount: 1440, unit: 'minute' }],
    [limit(4321, 'minute'), { amount: 2161, unit: 'minute' }],
  ])('gives a rework half of %o, rounded up, and at least a day', (original, expected) => {
    const plan = planClocks(
      order('followUp'),
      rowOf('reworkOrder'),
      false,
      timing(() => original),
      { share: 0.5, atLeastDays: 1 },
    )
    const [contact, handle] = plan.starts
    expect(contact).toMatchObject({ clock: 'contact', limit: original })
    expect(handle).toMatchObject({ clock: 'handle', limit: { ...expected, version: 'v1' } })
  })

  it('clocks do not override one another: each is left alone unless the step names it (zammad 5177)', () => {
    const kinds = Object.keys(CLOCKS) as ClockKind[] // the vocabulary's own keys
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...kinds)),
        fc.constantFrom(...TRANSITIONS),
        fc.boolean(),
        (clocks, row: Transition, ends) => {
          const { stops, starts, pauses, moves, remain } = planClocks(order(...clocks), row, ends, timing())
          const remaining = remain.map(({ clock }) => clock)
          const started = starts.map(({ clock }) => clock)
          const moved = moves.filter(({ wasStopped }) => !wasStopped).map(({ clock }) => clock)
          expect([...stops, ...remaining, ...pauses, ...moved].sort()).toEqual([...clocks].sort())
          expect(remaining.filter((clock) => started.includes(clock))).toEqual([])
          if (ends) expect([...remaining, ...started, ...pauses, ...moves]).toEqual([])
        },
      ),
    )
  })
})

describe('what stands still', () => {
  const handle = { ...quiet, pauses: ['handle'] } as const
  const again = { ...quiet, resumes: ['handle'] } as const
  const limited = { amount: 4, unit: 'workHour', startedAt: new Date(NOW).toISOString() }
  const due = new Date(at('2026-11-23 15:30')).toISOString()

  it('pauses once, and only what runs', () => {
    const clocks = [running('handle', { ...limited, dueAt: due })]
    expect(planClocks({ ...order(), clocks }, handle, false, timing()).pauses).toEqual(['handle'])
    const paused = [running('handle', { ...limited, dueAt: due, pausedAt: new Date(NOW).toISOString() })]
    expect(planClocks({ ...order(), clocks: paused }, handle, false, timing()).pauses).toEqual([])
    expect(planClocks(order(), handle, false, timing()).pauses).toEqual([])
  })

  it('goes on with the working time it had left', () => {
    const pausedAt = new Date(at('2026-11-23 10:00')).toISOString()
    const clocks = [running('handle', { ...limited, dueAt: due, pausedAt })]
    const plan = planClocks({ ...order(), clocks }, again, false, timing(undefined, at('2026-11-25 09:00')))
    const [move] = plan.moves
    expect(shown(move?.due ?? 0)).toBe('2026-11-25 12:00')
    expect(move?.changes).toEqual([{ pause: [Date.parse(pausedAt), at('2026-11-25 09:00')] }])
  })

  it('a reopened order does not escalate at once: what was left when it was handed in is left, and what was over counts from now', () => {
    const stoppedAt = new Date(at('2026-11-23 10:00')).toISOString()
    const now = at('2026-11-27 09:00')
    const rested = [running('handle', { ...limited, dueAt: due, stoppedAt })]
    const back = planClocks(
      { ...order('review'), rested },
      rowOf('returnHandling'),
      false,
      timing(undefined, now),
    )
    expect(back.stops).toEqual(['review'])
    expect(back.moves.map((one) => [one.clock, shown(one.due), one.wasStopped])).toEqual([
      ['handle', '2026-11-27 12:00', true],
    ])
    const late = [
      running('handle', {
        ...limited,
        dueAt: due,
        stoppedAt: new Date(at('2026-11-24 10:00')).toISOString(),
      }),
    ]
    const over = planClocks(
      { ...order('review'), rested: late },
      rowOf('returnHandling'),
      false,
      timing(undefined, now),
    )
    expect(over.moves.map((one) => [shown(one.due), shown(one.alerts.escalate ?? 0)])).toEqual([
      ['2026-11-23 15:30', '2026-11-30 17:30'],
    ])
  })

  it('an extension counts from the old limit, which stays known', () => {
    const clocks = [running('handle', { ...limited, dueAt: due })]
    const extend = { clock: 'handle', amount: 2, unit: 'workDay' } as const
    const [move] = planClocks({ ...order(), clocks }, quiet, false, timing(), undefined, extend).moves
    expect(shown(move?.due ?? 0)).toBe('2026-11-25 17:30')
    expect(move?.limit).toMatchObject({ amount: 4, unit: 'workHour' })
  })
})

describe('alerts', () => {
  const alertsOf = (of: Limit, now: number) =>
    planClocks(
      order(),
      rowOf('acceptOrder'),
      false,
      timing(() => of, now),
    ).starts[0]?.alerts

  it('no reminder at midnight: a warning that falls into the night waits for the morning (zammad 4432)', () => {
    const morning = alertsOf(limit(2, 'day'), at('2026-11-23 23:30'))
    expect(shown(morning?.warn ?? 0)).toBe('2026-11-25 07:00')
    const evening = alertsOf(limit(600, 'minute'), at('2026-11-23 20:30'))
    expect(evening?.warn, 'no time for it before the night, and too late in the morning').toBeNull()
  })

  it('warns in working time, of a limit that is long enough, and tells the level above after it', () => {
    const days = alertsOf(limit(2, 'workDay'), at('2026-11-23 09:00'))
    expect(shown(days?.warn ?? 0)).toBe('2026-11-25 08:30')
    expect(shown(days?.escalate ?? 0)).toBe('2026-11-26 17:30')
    expect(alertsOf(limit(30, 'minute'), at('2026-11-23 09:00'))?.warn).toBeNull()
  })
})

describe('counted anew', () => {
  const rework = { share: 0.5, atLeastDays: 1 }
  const clock = {
    ...running('handle', { amount: 3, unit: 'workDay', rule: 'v1', startedAt: new Date(NOW).toISOString() }),
    dueAt: new Date(at('2026-11-26 17:30')).toISOString(),
    round: 1,
  }

  it('stays where it was under the same rules', () => {
    const same = recounted(
      clock,
      order(),
      timing(() => limit(3, 'workDay')),
      rework,
    )
    expect(same).toMatchObject({ isMoved: false, due: at('2026-11-26 17:30') })
  })

  it('takes a new limit, and keeps its pauses and extensions', () => {
    const longer = timing(() => ({ ...limit(5, 'workDay'), version: 'v2' }))
    expect(shown(recounted(clock, order(), longer, rework).due)).toBe('2026-11-30 17:30')
    const changes = [
      { pause: [at('2026-11-24 10:00'), at('2026-11-26 10:00')] as const },
      { extend: { amount: 1, unit: 'workDay' } as const },
    ]
    const moved = recounted({ ...clock, changes }, order(), longer, rework)
    expect([shown(moved.due), moved.changes, moved.isMoved]).toEqual(['2026-12-03 17:30', changes, true])
    expect(shown(recounted({ ...clock, round: 2 }, order(), longer, rework).due)).toBe('2026-11-26 17:30')
  })
})
