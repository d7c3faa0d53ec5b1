import { expect, it } from 'vitest'
import { DRAWS, isSampled } from './sample.ts'

it.each([0, 0.2, 0.3, 1])('draws exactly a share of %s', (share) => {
  let sampled = 0
  for (let draw = 0; draw < DRAWS; draw += 1) if (isSampled(share, draw)) sampled += 1
  expect(sampled).toBe(Math.round(share * DRAWS))
})
