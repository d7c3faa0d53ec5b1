import { expect, it } from 'vitest'
import { gapOf, helpersFor, type SuppliedItem } from './gap.ts'

const item = (more: Partial<SuppliedItem> = {}): SuppliedItem => ({
  key: 'lamp',
  name: { zh: '换灯泡', en: 'Lamp' },
  list: 'wish',
  skill: null,
  homeEntry: false,
  grabbable: true,
  units: 0,
  ...more,
})
const GROUPS = [
  { skills: ['electrics'], homeEntry: true, helpers: 2 },
  { skills: ['electrics', 'law'], homeEntry: false, helpers: 3 },
  { skills: [], homeEntry: true, helpers: 5 },
]

it.each([
  [{}, 10],
  [{ skill: 'electrics' }, 5],
  [{ skill: 'electrics', homeEntry: true }, 2],
  [{ homeEntry: true }, 7],
  [{ skill: 'nursing' }, 0],
  [{ grabbable: false }, 0],
])('counts the helpers who could take an item with %o: %i', (more, helpers) => {
  expect(helpersFor(item(more), GROUPS)).toBe(helpers)
})

it.each([
  ['enough hands', {}, { placed: 9, open: 6 }, 2, null],
  ['one more open than two helpers may hold', {}, { placed: 9, open: 7 }, 2, 'short'],
  ['nobody at all', {}, { placed: 0, open: 1 }, 0, 'short'],
  ['a unit supplies it', { units: 1 }, { placed: 9, open: 99 }, 0, null],
  ['nobody asked', {}, { placed: 0, open: 0 }, 2, 'idle'],
  ['nobody asked lately, and one still waits', {}, { placed: 0, open: 1 }, 2, null],
  ['what was asked is done', {}, { placed: 1, open: 0 }, 2, null],
  ['nobody asked the unit', { grabbable: false, units: 1 }, { placed: 0, open: 0 }, 0, 'idle'],
  ['nobody asked and nobody could', {}, { placed: 0, open: 0 }, 0, null],
  ['the community does it itself', { grabbable: false }, { placed: 3, open: 3 }, 0, null],
] as const)('%s', (_, more, need, helpers, gap) => {
  expect(gapOf(item(more), need, helpers, 3)).toBe(gap)
})
