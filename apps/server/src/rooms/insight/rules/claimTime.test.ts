import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CLAIM_STEPS, medianClaimSeconds } from './claimTime.ts'

it('is unknown without claims', () => {
  expect(medianClaimSeconds(0, [0, 0, 0, 0, 0, 0, 0])).toBeNull()
})

it('lies inside the step that half of the claims reach', () => {
  expect(medianClaimSeconds(4, [4, 4, 4, 4, 4, 4, 4])).toBe(30)
  expect(medianClaimSeconds(4, [0, 4, 4, 4, 4, 4, 4])).toBe(180)
  expect(medianClaimSeconds(10, [2, 5, 10, 10, 10, 10, 10])).toBe(300)
})

it('is the last step when most claims took longer', () => {
  expect(medianClaimSeconds(5, [0, 0, 0, 0, 0, 0, 2])).toBe(86_400)
})

it('never strays from the step that holds the true median', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 86_400 }), { minLength: 1, maxLength: 60 }), (waits) => {
      const sorted = [...waits].sort((a, b) => a - b)
      const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0
      const within = CLAIM_STEPS.map(({ seconds }) => waits.filter((wait) => wait <= seconds).length)
      const answer = medianClaimSeconds(waits.length, within) ?? -1
      const step = CLAIM_STEPS.findIndex(({ seconds }) => median <= seconds)
      expect(answer).toBeGreaterThanOrEqual(CLAIM_STEPS[step - 1]?.seconds ?? 0)
      expect(answer).toBeLessThanOrEqual(CLAIM_STEPS[step]?.seconds ?? 0)
    }),
  )
})
