import { expect, it } from 'vitest'
import { stretchesOf } from './stretches.ts'

const SPRING = { zh: '春节', en: 'Spring Festival' }
const row = (day: string, kind: 'holiday' | 'workday' = 'holiday', isOwn = false) => ({
  day,
  kind,
  name: SPRING,
  isOwn,
})

it('takes days that follow one another and are alike together, also over the end of a month', () => {
  const days = [
    row('2026-02-14', 'workday'),
    row('2026-02-27'),
    row('2026-02-28'),
    row('2026-03-01'),
    row('2026-03-02', 'holiday', true),
    row('2026-03-04'),
  ]
  expect(stretchesOf(days).map(({ from, to, days: count, kind }) => [from, to, count, kind])).toEqual([
    ['2026-02-14', '2026-02-14', 1, 'workday'],
    ['2026-02-27', '2026-03-01', 3, 'holiday'],
    ['2026-03-02', '2026-03-02', 1, 'holiday'],
    ['2026-03-04', '2026-03-04', 1, 'holiday'],
  ])
  expect(stretchesOf([])).toEqual([])
})
