import { expect, it } from 'vitest'
import { desk } from '../../../kit/routes.ts'
import { firstPage } from './firstPage.ts'

it('leads nobody to a queue that would refuse them', () => {
  expect(firstPage([{ role: 'resident' }, { role: 'leader' }])).toBe(desk.figures.url())
  expect(firstPage([{ role: 'resident' }, { role: 'unitHandler' }])).toBe(desk.tasks.url())
})

it('begins with the desk of a region before the tasks in one’s own hands', () => {
  expect(firstPage([{ role: 'helper' }, { role: 'reviewer' }])).toBe(desk.review.url())
})
