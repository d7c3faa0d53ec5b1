import { expect, test } from 'vitest'
import { factWords } from './factWords.ts'

const zh = (facts: Parameters<typeof factWords>[0]['facts']) => factWords({ facts }).map((words) => words.zh)

test('says what a resident wants to know of a step, and nothing of codes it has no words for', () => {
  expect(zh({ reason: 'litigation' })).toEqual(['已在诉讼、仲裁或复议中'])
  expect(zh({ resolved: 'solved', score: 5 })).toEqual(['解决', '非常满意'])
  expect(zh({ how: 'phone' })).toEqual(['打了电话'])
  expect(zh({ level: 'red' })).toEqual(['红牌督办（挂牌、约谈）'])
  expect(zh({ amount: 3, unit: 'workDay' })).toEqual(['延长 3 工作日'])
  expect(zh({ until: '2026-12-03' })).toEqual(['预计 2026年12月3日 恢复'])
  expect(factWords({ facts: { until: '2026-12-03' } })[0]?.en).toBe('to go on by 3 Dec 2026')
  expect(zh({ amount: 3, unit: null, until: 'soon' })).toEqual([])
  expect(zh({ how: null, wave: 1, reason: 'a text of somebody’s own' })).toEqual([])
})
