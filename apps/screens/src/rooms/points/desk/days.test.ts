import { expect, it } from 'vitest'
import { dayOf, endOfDay, lastDayBefore } from './days.ts'

it('knows the day of Beijing, and a day by its end', () => {
  expect(dayOf(new Date('2026-03-04T16:30:00Z'))).toBe('2026-03-05')
  expect(endOfDay('2026-02-28')).toBe('2026-02-28T16:00:00.000Z')
  for (const day of ['2026-01-01', '2026-02-28', '2026-12-31']) expect(lastDayBefore(endOfDay(day))).toBe(day)
})
