import { expect, it } from 'vitest'
import { metresBetween, minutesTo, nearestOf } from './reach.ts'

const home = { longitude: 1159000000, latitude: 286800000 }
const walk = { minutes: 15, metresPerMinute: 60, detourHundredths: 130 }
/** So many metres north; a degree of latitude is 111.195 km. */
const north = (metres: number) => ({
  ...home,
  latitude: home.latitude + Math.round((metres / 111_195) * 1e7),
})

it('measures the straight line in metres', () => {
  expect(metresBetween(home, north(500))).toBeCloseTo(500, 0)
  const east = { ...home, longitude: home.longitude + 100_000 } // 0.01 degree at 28.68 degrees north
  expect(metresBetween(home, east)).toBeCloseTo(975.5, 0)
})

it('reckons with the detour and takes what was measured', () => {
  expect(minutesTo(home, north(600), undefined, walk)).toEqual({ minutes: 13, how: 'reckoned' }) // 780 m at 60
  expect(minutesTo(home, north(600), 25, walk)).toEqual({ minutes: 25, how: 'measured' }) // a river lies between
  expect(minutesTo(undefined, north(600), undefined, walk)).toBeUndefined()
  expect(minutesTo(home, home, undefined, walk)).toEqual({ minutes: 1, how: 'reckoned' })
})

it('finds the nearest of each service', () => {
  const shops = [
    { id: 'a', name: '远药店', services: ['pharmacy', 'groceries'], ...north(900) },
    { id: 'b', name: '近药店', services: ['pharmacy'], ...north(300) },
  ]
  const nearest = nearestOf(home, shops, new Map([['a', 6]]), walk)
  expect(nearest.get('pharmacy')).toEqual({ name: '远药店', minutes: 6, how: 'measured' })
  expect(nearest.get('groceries')?.name).toBe('远药店')
  expect(nearest.get('clinic')).toBeUndefined()
})
