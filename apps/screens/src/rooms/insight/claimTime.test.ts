import { expect, test } from 'vitest'
import { lengthOf } from './claimTime.ts'

test.each([
  [0, '0 秒'],
  [45, '45 秒'],
  [119, '119 秒'],
  [120, '2 分钟'],
  [480, '8 分钟'],
  [7199, '120 分钟'],
  [9000, '2.5 小时'],
  [36_000, '10 小时'],
  [172_800, '2 天'],
])('%i seconds are %s', (seconds, said) => {
  const { value, unit } = lengthOf(seconds)
  expect(`${value} ${unit.zh}`).toBe(said)
})
