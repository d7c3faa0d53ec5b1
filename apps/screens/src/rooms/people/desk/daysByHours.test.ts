import { expect, it } from 'vitest'
import { daysByHours } from './daysByHours.ts'

it('names the days that share their hours together, in the order of the week', () => {
  const hours = [
    { weekday: 7, from: '09:00', to: '12:00' },
    { weekday: 2, from: '08:00', to: '20:00' },
    { weekday: 1, from: '08:00', to: '20:00' },
    { weekday: 1, from: '09:00', to: '12:00' },
  ]
  expect(daysByHours(hours).map(({ span, days }) => [span, days.map(({ zh }) => zh)])).toEqual([
    ['09:00–12:00', ['周一', '周日']],
    ['08:00–20:00', ['周一', '周二']],
  ])
})
