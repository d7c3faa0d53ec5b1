import { expect, test } from 'vitest'
import { dangerNumbers } from './danger.ts'

test('danger to life names the number that helps first; everyday matters name none', () => {
  expect(dangerNumbers('厨房着火了')).toEqual(['119'])
  expect(dangerNumbers('老人昏迷，屋里有煤气味')).toEqual(['119', '120'])
  expect(dangerNumbers('邻居说不想活了')).toEqual(['120', '110'])
  expect(dangerNumbers('孩子走散了，有人打架')).toEqual(['110'])
  expect(dangerNumbers('楼道灯坏了，帮忙换灯泡')).toEqual([])
})
