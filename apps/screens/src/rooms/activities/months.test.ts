import { expect, it } from 'vitest'
import { monthAfter, monthWords } from './months.ts'

it('goes on over the end of a year and back', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
  expect(monthAfter('2026-05', 0)).toBe('2026-05')
  expect(monthWords('2026-05').zh).toBe('2026年5月')
})
