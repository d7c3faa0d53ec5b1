import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layOut } from './nearby.ts'
import { nearestOf } from './rules/reach.ts'

const walk = { minutes: 15, metresPerMinute: 60, detourHundredths: 130 }
const spot = fc.record({
  longitude: fc.integer({ min: 1158000000, max: 1163000000 }),
  latitude: fc.integer({ min: 284000000, max: 289000000 }),
})
const kinds = ['groceries', 'pharmacy', 'breakfast', 'clinic']
const shops = fc
  .array(fc.tuple(spot, fc.subarray(kinds, { minLength: 1 }), fc.option(fc.integer({ min: 1, max: 90 }))), {
    maxLength: 60,
  })
  .map((drawn) =>
    drawn.map(([where, services, minutes], at) => ({
      ...where,
      services,
      minutes,
      id: `m${at}`,
      name: `${at}号店`,
    })),
  )

it('finds the same minutes as weighing every merchant', () => {
  fc.assert(
    fc.property(fc.option(spot, { nil: undefined }), shops, (from, all) => {
      const measured = new Map(
        all.flatMap(({ id, minutes }) => (minutes === null ? [] : [[id, minutes] as const])),
      )
      const weighed = nearestOf(from, all, measured, walk)
      const found = nearestOf(from, layOut(all)(from, measured), measured, walk)
      const minutes = (nearest: typeof found) => kinds.map((kind) => nearest.get(kind)?.minutes)
      expect(minutes(found)).toEqual(minutes(weighed))
    }),
  )
})

it('answers for a place without merchants', () => {
  expect(layOut([])({ longitude: 1, latitude: 1 }, new Map())).toEqual([])
})
