import { expect, it } from 'vitest'
import { measured } from './measured.ts'

const name = { zh: '一条', en: 'A line' }
const rules = [
  { key: 'ask', party: 'unit', name, measure: 'kept' },
  { key: 'meet', party: 'unit', name, measure: null },
  { key: 'serve', party: 'member', name, measure: 'orders' },
] as const

it('says of each line of the parties asked for what was counted, nought included', () => {
  expect(measured(rules, ['unit'], { kept: 0, orders: 4 })).toEqual([
    { key: 'ask', party: 'unit', name, done: 0 },
    { key: 'meet', party: 'unit', name, done: null },
  ])
  expect(measured(rules, ['unit', 'member'], { orders: 4 }).map(({ done }) => done)).toEqual([null, null, 4])
})
