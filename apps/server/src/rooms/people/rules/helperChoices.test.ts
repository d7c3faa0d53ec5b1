import { expect, it } from 'vitest'
import { hoursFit, quotaFits, skillsKnown } from './helperChoices.ts'

it('lets a helper take up to three times the usual number', () => {
  expect(quotaFits(9, 3)).toBe(true)
  expect(quotaFits(10, 3)).toBe(false)
})

it('knows a skill when the place names it, and asks for every one', () => {
  const known = [{ key: 'electrics' }, { key: 'law' }]
  expect(skillsKnown([], known)).toBe(true)
  expect(skillsKnown(['law', 'electrics'], known)).toBe(true)
  expect(skillsKnown(['law', 'magic'], known)).toBe(false)
  expect(skillsKnown(['law'], [])).toBe(false)
})

it('takes hours that end after they begin', () => {
  expect(hoursFit([])).toBe(true)
  expect(hoursFit([{ from: '08:00', to: '24:00' }])).toBe(true)
  expect(
    hoursFit([
      { from: '08:00', to: '12:00' },
      { from: '22:00', to: '06:00' },
    ]),
  ).toBe(false)
  expect(hoursFit([{ from: '08:00', to: '08:00' }])).toBe(false)
})
