import { expect, it } from 'vitest'
import { isEnding } from './ending.ts'

it('the end is near in the last days, never on the first day and never afterwards', () => {
  const days = ['2026-11-01', '2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01']
  expect(days.map((today) => isEnding('2026-11-01', '2026-11-30', today))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ])
  expect(isEnding('2026-11-01', '2026-11-03', '2026-11-01')).toBe(false)
  expect(isEnding('2026-11-01', '2026-11-03', '2026-11-02')).toBe(true)
  expect(isEnding('2026-11-25', '2026-11-25', '2026-11-25')).toBe(false)
})
