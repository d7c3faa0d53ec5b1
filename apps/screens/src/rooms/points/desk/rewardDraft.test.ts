import { expect, it } from 'vitest'
import { EMPTY_DRAFT, faultsOf, termsOf } from './rewardDraft.ts'

const words = { zh: 'z', en: 'e', points: 'p', yuan: 'y', base: 'b', monthlyLimit: 'm' }
const full = { ...EMPTY_DRAFT, zh: ' 毛巾 ', en: 'Towel', points: '40', yuan: '8.5' }

it('names every field that is wrong', () => {
  expect(faultsOf(EMPTY_DRAFT, words).map(({ field }) => field)).toEqual(['zh', 'en', 'points', 'yuan'])
  const wrong = { ...full, points: '0', yuan: '八元', base: '-1', monthlyLimit: '1.5' }
  expect(faultsOf(wrong, words).map(({ message }) => message)).toEqual(['p', 'y', 'b', 'm'])
})

it('says terms in points and fen; what is left empty has no limit and no end', () => {
  expect(faultsOf(full, words)).toEqual([])
  expect(termsOf(full)).toEqual({
    name: { zh: '毛巾', en: 'Towel' },
    points: 40,
    fen: 850,
    base: 0,
    monthlyLimit: null,
    to: null,
  })
  expect(termsOf({ ...full, monthlyLimit: '2', lastDay: '2026-03-31' })).toMatchObject({
    monthlyLimit: 2,
    to: '2026-03-31T16:00:00.000Z',
  })
})
