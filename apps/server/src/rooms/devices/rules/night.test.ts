import { expect, it } from 'vitest'
import { isNight } from './night.ts'

const hours = { nightFrom: '21:00', nightTo: '07:00' }
it.each([
  ['2026-11-20T20:59:59+08:00', false],
  ['2026-11-20T21:00:00+08:00', true],
  ['2026-11-21T00:00:00+08:00', true],
  ['2026-11-21T06:59:59+08:00', true],
  ['2026-11-21T07:00:00+08:00', false],
])('knows at %s whether it is night: %s', (at, night) => {
  expect(isNight(Date.parse(at), hours)).toBe(night)
})

it('takes a night that does not pass midnight', () => {
  const early = { nightFrom: '01:00', nightTo: '05:00' }
  expect(isNight(Date.parse('2026-11-21T00:30:00+08:00'), early)).toBe(false)
  expect(isNight(Date.parse('2026-11-21T04:59:00+08:00'), early)).toBe(true)
})
