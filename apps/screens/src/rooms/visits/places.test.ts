import { describe, expect, it } from 'vitest'
import { nearTo, placesOf, sheetOf } from './places.ts'

const door = (path: string, areaName: string) => ({ path, areaName })
const places = [
  { name: '一栋', longitude: 115.9, latitude: 28.7 },
  { name: '二栋', longitude: 115.901, latitude: 28.7 },
]

describe('places on the phone', () => {
  it('are the placed buildings of the doors, each once', () => {
    const doors = [door('/a/', '一栋'), door('/a/', '一栋'), door('/b/', '二栋'), door('/c/', '三栋')]
    const positions = [
      { path: '/a/', longitude: 1_159_000_000, latitude: 287_000_000 },
      { path: '/b/', longitude: 1_159_010_000, latitude: 287_000_000 },
    ]
    expect(placesOf({ doors, positions })).toEqual(places)
    expect(placesOf({ doors })).toEqual([])
  })

  it('name a point by the nearest building, and not from afar', () => {
    expect(nearTo({ longitude: 115.9009, latitude: 28.7 }, places)?.name).toBe('二栋')
    expect(nearTo({ longitude: 115.95, latitude: 28.7 }, places)).toBeUndefined()
  })

  it('lie on a sheet with a rim, and what is pressed there is where it was', () => {
    for (const all of [places, places.slice(0, 1)]) {
      const sheet = sheetOf(all, 300)
      for (const place of all) {
        const { x, y } = sheet.at(place)
        for (const step of [x, y]) expect(step).toBeGreaterThan(20)
        for (const step of [x, y]) expect(step).toBeLessThan(280)
        const back = sheet.from(x, y)
        expect(back.longitude).toBeCloseTo(place.longitude, 9)
        expect(back.latitude).toBeCloseTo(place.latitude, 9)
      }
    }
  })
})
