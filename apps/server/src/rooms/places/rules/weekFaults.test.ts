import { expect, it } from 'vitest'
import { weekFaults } from './weekFaults.ts'

const morning = { from: '08:30', to: '12:00' }
const afternoon = { from: '14:30', to: '17:30' }
const week = (...monday: { from: string; to: string }[]) => [monday, [], [], [], [], [], []]

it('takes windows in their order', () => {
  expect(weekFaults(week(morning, afternoon))).toEqual([])
  expect(weekFaults(week(morning, { from: '12:00', to: '13:00' }))).toEqual([])
})

it.each([
  [[afternoon, morning], 'days.0.1'],
  [[morning, { from: '11:00', to: '13:00' }], 'days.0.1'],
  [[{ from: '22:00', to: '06:00' }], 'days.0.0'],
  [[{ from: '09:00', to: '09:00' }], 'days.0.0'],
  [[], 'days'],
])('refuses %o', (windows, field) => {
  expect(weekFaults(week(...windows)).map((fault) => fault.field)).toEqual([field])
})
