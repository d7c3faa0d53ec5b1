import fc from 'fast-check'
import { expect, it } from 'vitest'
import { servesAt } from './hours.ts'

it.each([
  ['06:59', false],
  ['07:00', true],
  ['20:59', true],
  ['21:00', false],
  ['00:00', false],
])('asks a helper without hours at %s: %s', (time, expected) => {
  expect(servesAt([], { weekday: 3, time })).toBe(expected)
})

it('keeps to weekday, beginning and end of the hours, the end not included', () => {
  const hours = [
    { weekday: 1, from: '08:00', to: '12:00' },
    { weekday: 1, from: '22:00', to: '24:00' },
  ]
  const on = (weekday: number, time: string) => servesAt(hours, { weekday, time })
  expect([on(1, '07:59'), on(1, '08:00'), on(1, '11:59'), on(1, '12:00')]).toEqual([false, true, true, false])
  expect([on(1, '23:59'), on(2, '09:00'), on(7, '23:00')]).toEqual([true, false, false])
})

it('serves at every minute of a day that is given whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      expect(servesAt([{ weekday: 5, from: '00:00', to: '24:00' }], { weekday: 5, time })).toBe(true)
    }),
  )
})
