import { expect, it } from 'vitest'
import { duchang } from './index.ts'

const itemsOf = (list: string) => duchang.catalogue.filter((item) => item.list === list)

it('stands on town, community, grid and building: a path such as /t01/c03/g12/b5/', () => {
  expect(duchang.levels.map((level) => level.prefix).join('')).toBe('tcgb')
})

it('reads each wish before it is offered, gives it to one, and takes it back when its time is over', () => {
  for (const item of itemsOf('wish'))
    expect(item, item.key).toMatchObject({ grabbable: true, automatic: false, returnsToPool: true })
})

it('lets the grid worker close what is small, with evidence, and nothing else', () => {
  const own = duchang.catalogue.filter(({ selfHandled }) => selfHandled)
  expect(own.length).toBeGreaterThanOrEqual(4)
  for (const item of own) {
    expect(item.list, item.key).toBe('grid')
    expect(item.unit, item.key).toBeNull()
  }
})

it('says the five steps and the days of duty in the words of the place', () => {
  const steps = ['placeOrder', 'dispatchOrder', 'claimOrder', 'showOrder', 'rateOrder']
  expect(steps.map((verb) => duchang.labels[`step.${verb}`]?.zh.slice(-2))).toEqual([
    '点单',
    '派单',
    '接单',
    '晒单',
    '评单',
  ])
  expect(duchang.labels['duty.hours']?.zh).toContain('365天')
})

it('has the post of the sixteen who are sent to the eight branches of companies, over nobody', () => {
  const post = duchang.posts.find(({ key }) => key === 'branchInstructor')
  expect(post?.roles).toEqual(['helper'])
  expect(post?.source.mechanism).toContain('党支部8个')
  expect(post?.source.mechanism).toContain('指导员16名')
})
