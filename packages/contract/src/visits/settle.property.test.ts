import fc from 'fast-check'
import { expect, it } from 'vitest'
import { conflictsOf, headsOf } from './merge.ts'
import { differing, settledBy, type Version } from './settle.ts'
import type { Question } from './shapes.ts'

const questions: Question[] = [
  { key: 'help', kind: 'choice', label: '要不要帮忙', choices: ['要', '不要'], required: true },
  {
    key: 'what',
    kind: 'text',
    label: '帮什么',
    required: false,
    onlyIf: { question: 'help', is: '要' },
  },
]
const versionsOf = fc
  .array(fc.record({ help: fc.constantFrom('要', '不要'), order: fc.boolean() }), {
    minLength: 2,
    maxLength: 4,
  })
  .map((given) =>
    given.map(
      ({ help, order }, at): Version => ({
        id: `r${at}`,
        visit: 'v',
        form: 'f',
        outcome: 'met',
        answers: { help, ...(help === '要' ? { what: `第${at}份` } : {}) },
        orders: order ? [`o${at}`] : [],
        at: `2026-11-20T0${at}:00:00.000Z`,
      }),
    ),
  )
let made = 0
const newId = () => `n${made++}`

it('whatever way it is settled, no conflict is left, no version and no order is lost', () => {
  fc.assert(
    fc.property(
      versionsOf,
      fc.nat({ max: 3 }),
      fc.constantFrom('one', 'both', 'fields'),
      (versions, pick, way) => {
        const keep = versions[pick % versions.length]?.id ?? ''
        const settled = settledBy(versions, { way, keep }, questions, newId).map((one) => ({
          ...one,
          id: newId(),
        }))
        const all = [...versions.map((one) => ({ ...one, replaces: [] })), ...settled]
        expect(conflictsOf(all)).toEqual([])
        const heads = headsOf(all)
        expect(heads.length).toBe(way === 'both' ? versions.length : 1)
        expect(new Set(heads.flatMap(({ orders }) => orders))).toEqual(
          new Set(versions.flatMap(({ orders }) => orders)),
        )
        if (way === 'both')
          expect(heads.map(({ answers }) => JSON.stringify(answers)).sort()).toEqual(
            versions.map(({ answers }) => JSON.stringify(answers)).sort(),
          )
      },
    ),
  )
})

it('takes answers from where they were chosen, and drops what is then not asked', () => {
  const [one, other] = [
    { id: 'a', answers: { help: '要', what: '扶手' } },
    { id: 'b', answers: { help: '不要' } },
  ].map(
    (given): Version => ({
      ...given,
      visit: 'v',
      form: 'f',
      outcome: 'met',
      orders: [],
      at: '2026-11-20T02:00:00.000Z',
    }),
  )
  const both = [one, other].filter((version) => version !== undefined)
  const settle = (keep: string, take: { [question: string]: string }) =>
    settledBy(both, { way: 'fields', keep, take }, questions, newId)[0]?.answers
  expect(settle('a', { help: 'b' })).toEqual({ help: '不要' })
  expect(settle('b', { help: 'a', what: 'a' })).toEqual({ help: '要', what: '扶手' })
  expect(settle('a', { what: 'b' })).toEqual({ help: '要' })
  expect(differing(both, questions).map(({ key }) => key)).toEqual(['help', 'what'])
  expect(settledBy(both, { way: 'one', keep: 'x' }, questions, newId)).toEqual([])
  expect(settledBy(both.slice(1), { way: 'one', keep: 'b' }, questions, newId)).toEqual([])
})
