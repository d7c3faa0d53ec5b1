import { expect, it } from 'vitest'
import { leftWords } from './leftWords.ts'

it.each([
  [{ amount: 3, unit: 'workDay' }, '3 个工作日', '3 work days'],
  [{ amount: 150, unit: 'workMinute' }, '2 小时 30 分工作时间', '2 hours 30 minutes of working time'],
  [{ amount: 60, unit: 'minute' }, '1 小时', '1 hour'],
  [{ amount: 0, unit: 'minute' }, '0 分', '0 minutes'],
] as const)('says what is left: %o', (left, zh, en) => {
  expect(leftWords(left)).toEqual({ zh, en })
})
