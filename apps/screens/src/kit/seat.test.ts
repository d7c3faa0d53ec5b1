import { expect, it } from 'vitest'
import { seatFrom, seatName } from './seat.ts'

it('carries seat and token in a window name and leaves ordinary windows alone', () => {
  expect(seatFrom(seatName('helper', 'abc_-9'))).toEqual({ seat: 'helper', token: 'abc_-9' })
  expect(seatFrom('linli-seat:helper:')).toEqual({ seat: 'helper', token: '' })
  expect(seatFrom('')).toBeUndefined()
})
