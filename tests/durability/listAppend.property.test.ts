import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { say, seed, sized } from './form.ts'
import { anomaliesOf, type Operation, type Transaction } from './listAppend.ts'

// The checker itself: it finds nothing in what was done one after the other, and by its name what is planted there.

const LISTS = ['a', 'b', 'c'] as const
const RUNS = sized(200, 5000)

type Wish = { readonly list: string; readonly append: boolean; readonly asSet: boolean }
const wishes = fc.array(
  fc.array(fc.record({ list: fc.constantFrom(...LISTS), append: fc.boolean(), asSet: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  }),
  { minLength: 3, maxLength: 40 },
)
const overlap = fc.array(fc.nat({ max: 30 }), { minLength: 40, maxLength: 40 })

/**
 * The transactions carried out one after the other, with clients that overlap: each asks up to 30 moments before and
 * hears up to 30 moments after its own moment.
 */
function serial(plan: readonly (readonly Wish[])[], slack: readonly number[]): Transaction[] {
  const lists = new Map<string, string[]>(LISTS.map((list) => [list, []]))
  return plan.map((some, at) => ({
    id: `t${at}`,
    outcome: 'committed',
    begun: 10 * at - (slack[at] ?? 0),
    ended: 10 * at + 1 + (slack[(at + 7) % slack.length] ?? 0),
    operations: some.map(({ list, append, asSet }, n): Operation => {
      const values = lists.get(list) ?? []
      if (!append)
        return asSet
          ? { kind: 'readSet', list, values: [...values].reverse() }
          : { kind: 'read', list, values: [...values] }
      values.push(`${at}.${n}`)
      return { kind: 'append', list, value: `${at}.${n}` }
    }),
  }))
}

const append = (list: string, value: string): Operation => ({ kind: 'append', list, value })
const read = (list: string, ...values: string[]): Operation => ({ kind: 'read', list, values })
const readSet = (list: string, ...values: string[]): Operation => ({ kind: 'readSet', list, values })
const one = (id: string, begun: number, ended: number, ...operations: Operation[]): Transaction => ({
  id,
  outcome: 'committed',
  begun,
  ended,
  operations,
})

/** Each anomaly in lists of its own (x, y), to stand beside a history that has none. All overlap unless time is the point. */
const PLANTED: {
  readonly [name: string]: { readonly names: readonly string[]; readonly history: readonly Transaction[] }
} = {
  'lost update': {
    names: ['G-single', 'lost append'],
    history: [
      one('p1', 0, 100, read('x'), append('x', '1')),
      one('p2', 0, 100, read('x'), append('x', '2')),
      one('p3', 200, 300, read('x', '1', '2')),
    ],
  },
  'overwritten update': {
    names: ['lost append'],
    history: [
      one('p1', 0, 100, append('x', '1')),
      one('p2', 0, 100, append('x', '2')),
      one('p3', 200, 300, read('x', '2')),
    ],
  },
  'write skew': {
    names: ['G2'],
    history: [
      one('p1', 0, 100, read('x'), append('y', '1')),
      one('p2', 0, 100, read('y'), append('x', '2')),
      one('p3', 200, 300, read('x', '2'), read('y', '1')),
    ],
  },
  'dirty read': {
    names: ['G1a'],
    history: [
      { ...one('p1', 0, 100, append('x', '1')), outcome: 'aborted' },
      one('p2', 0, 100, read('x', '1')),
    ],
  },
  'intermediate read': {
    names: ['G1b'],
    history: [
      one('p1', 0, 100, append('x', '1'), append('x', '2')),
      one('p2', 0, 100, read('x', '1')),
      one('p3', 200, 300, read('x', '1', '2')),
    ],
  },
  'stale read in real time': {
    names: ['G-single-realtime'],
    history: [
      one('p1', 0, 10, append('x', '1')),
      one('p2', 20, 30, read('x')),
      one('p3', 40, 50, read('x', '1')),
    ],
  },
  'writes crossed': {
    names: ['G0'],
    history: [
      one('p1', 0, 100, append('x', '1'), append('y', '1')),
      one('p2', 0, 100, append('x', '2'), append('y', '2')),
      one('p3', 200, 300, read('x', '1', '2'), read('y', '2', '1')),
    ],
  },
  'information in a circle': {
    names: ['G1c'],
    history: [
      one('p1', 0, 100, append('x', '1'), read('y', '2')),
      one('p2', 0, 100, append('y', '2'), read('x', '1')),
    ],
  },
  'order changed': {
    names: ['incompatible order'],
    history: [
      one('p1', 0, 100, append('x', '1')),
      one('p2', 0, 100, append('x', '2')),
      one('p3', 0, 100, read('x', '1', '2')),
      one('p4', 0, 100, read('x', '2')),
    ],
  },
  'one version given to two': {
    names: ['written twice'],
    history: [one('p1', 0, 100, append('x', '1')), one('p2', 0, 100, append('x', '1'))],
  },
  'sights of a set that exclude each other': {
    names: ['G2'],
    history: [
      one('p1', 0, 100, append('x', '1')),
      one('p2', 0, 100, append('x', '2')),
      one('p3', 0, 100, readSet('x', '1')),
      one('p4', 0, 100, readSet('x', '2')),
    ],
  },
  'a set that forgot': {
    names: ['G-single-realtime'],
    history: [
      one('p1', 0, 10, append('x', '1')),
      one('p2', 20, 30, readSet('x')),
      one('p3', 40, 50, readSet('x', '1')),
    ],
  },
  'applied twice': {
    names: ['duplicate'],
    history: [one('p1', 0, 100, append('x', '1')), one('p2', 0, 100, read('x', '1', '1'))],
  },
}

const named = (history: readonly Transaction[]): string[] => anomaliesOf(history).map(({ name }) => name)

it('finds nothing where one came after the other, whoever overlapped', () => {
  say(`list-append: seed ${seed}, ${RUNS} histories`)
  fc.assert(
    fc.property(wishes, overlap, (plan, slack) => {
      expect(anomaliesOf(serial(plan, slack))).toEqual([])
    }),
    { seed, numRuns: RUNS },
  )
})

describe('finds by its name what is planted in such a history', () => {
  it.each(Object.entries(PLANTED))('%s', (_, { names, history }) => {
    fc.assert(
      fc.property(wishes, overlap, fc.nat({ max: 400 }), (plan, slack, when) => {
        const moved = history.map((each) => ({ ...each, begun: each.begun + when, ended: each.ended + when }))
        const found = named([...serial(plan, slack), ...moved])
        expect(
          found.some((name) => names.includes(name)),
          found.join(),
        ).toBe(true)
      }),
      { seed, numRuns: RUNS },
    )
  })
})

it('finds that one of any history’s reads was answered from before its last write', () => {
  let planted = 0
  fc.assert(
    fc.property(wishes, fc.nat(), (plan, pick) => {
      const history = serial(plan, [0]) // nobody overlaps: each sees all before it
      const stale = history.flatMap((each, at) =>
        each.operations.every(({ kind }) => kind !== 'append') &&
        each.operations.some((o) => o.kind !== 'append' && o.values.length > 0)
          ? [at]
          : [],
      )
      const at = stale[pick % Math.max(1, stale.length)]
      const chosen = at === undefined ? undefined : history[at]
      if (!chosen) return
      planted += 1
      const operations = chosen.operations.map((operation) =>
        operation.kind === 'append'
          ? operation
          : {
              ...operation,
              values: operation.values.slice(
                operation.kind === 'readSet' ? 1 : 0,
                operation.kind === 'read' ? -1 : undefined,
              ),
            },
      )
      const finals = LISTS.map((list) =>
        read(
          list,
          ...history.flatMap(({ operations: all }) =>
            all.flatMap((o) => (o.kind === 'append' && o.list === list ? [o.value] : [])),
          ),
        ),
      )
      const changed = history.map((each) => (each === chosen ? { ...each, operations } : each))
      expect(named([...changed, one('last', 10_000, 10_001, ...finals)]).length).toBeGreaterThan(0)
    }),
    { seed, numRuns: RUNS },
  )
  expect(planted).toBeGreaterThan(RUNS / 10)
})
