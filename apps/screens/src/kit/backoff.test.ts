import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backoff } from './backoff.ts'

it('never waits longer than half a minute nor less than half a second', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
      expect(backoff(tries, random)).toBeGreaterThanOrEqual(500)
      expect(backoff(tries, random)).toBeLessThanOrEqual(30_000)
    }),
  )
})
