import { expect, it } from 'vitest'
import { wayBetween } from './way.ts'

const at = (longitude: number, latitude: number) => ({ longitude: longitude * 1e7, latitude: latitude * 1e7 })

it('measures where both stand on the map, 75 metres a minute', () => {
  const { minutes, measured } = wayBetween(
    { path: '/a/', at: at(116, 28) },
    { path: '/b/', at: at(116.01, 28) },
    75,
  )
  expect(measured).toBe(true)
  expect(minutes).toBeCloseTo(13.07, 1)
})

it('reckons by where their areas meet when one of them is not on the map', () => {
  const here = { path: '/s1/c1/g1/b1/', at: at(116, 28) }
  const minutesTo = (path: string) => wayBetween(here, { path, at: null }, 50).minutes
  expect(minutesTo('/s1/c1/g1/b1/')).toBe(1)
  expect(minutesTo('/s1/c1/g1/b2/')).toBe(6)
  expect(minutesTo('/s1/c1/g2/b1/')).toBe(16)
  expect(minutesTo('/s1/c2/g1/b1/')).toBe(50)
  expect(minutesTo('/s2/c1/g1/b1/')).toBe(120)
})
