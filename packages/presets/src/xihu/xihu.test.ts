import { expect, it } from 'vitest'
import { xihu } from './index.ts'

const amountFor = (item: { key: string; list: string }) =>
  (
    xihu.points.find((rule) => rule.appliesTo === item.key) ??
    xihu.points.find((rule) => rule.appliesTo === item.list)
  )?.amount

it('keeps the printed counts: 49 public, 52 social, 9 classes of volunteers, 110 in all', () => {
  expect(xihu.lists.map((list) => [list.key, list.printedCount])).toEqual([
    ['public', 49],
    ['social', 52],
    ['volunteer', 9],
  ])
  expect(xihu.catalogue.length).toBe(110)
  expect(xihu.teams.length).toBe(6)
})

it('stands on the levels of a path such as /s01/c03/g12/b5/e2/', () => {
  expect(xihu.levels.map((level) => level.prefix).join('')).toBe('scgbe')
})

it('pays 99 for a visit to a home, so that 34,245 visits come to 339万余 points', () => {
  const visits = xihu.catalogue.filter((item) => item.homeEntry && item.grabbable)
  expect(visits.length).toBeGreaterThan(20)
  for (const item of visits) expect(amountFor(item), item.key).toBe(99)
  const total = 34_245 * Math.max(...visits.map((item) => amountFor(item) ?? 0))
  expect(total).toBeGreaterThan(3_390_000)
  expect(total).toBeLessThan(3_400_000)
})

it('lets somebody claim every service for elders that a neighbour can do', () => {
  for (const key of [
    'changeBulb',
    'medicineDelivery',
    'haircut',
    'hospitalCompanion',
    'waterRepair',
    'shopping',
  ]) {
    const item = xihu.catalogue.find((row) => row.key === key)
    expect(item, key).toMatchObject({ grabbable: true, automatic: true })
  }
})

it('puts the five orders on the screens in the words of the place', () => {
  const five = ['placeOrder', 'dispatchOrder', 'claimOrder', 'rateOrder', 'redeemPoints']
  expect(five.map((verb) => xihu.labels[`step.${verb}`]?.zh)).toEqual([
    '一键发单',
    '系统派单',
    '手机抢单',
    '回访评单',
    '积分兑单',
  ])
})
