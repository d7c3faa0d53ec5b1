import type { StationCard } from '@linli/contract/stations/shapes'
import { expect, it } from 'vitest'
import { metresBetween, nearestFirst } from './nearby.ts'

const at = (longitude: number, latitude: number) => ({ longitude: longitude * 1e7, latitude: latitude * 1e7 })
const card = (name: string, position: StationCard['position']): StationCard => ({
  slug: 'abcdefghjk',
  kind: 'fixed',
  name,
  area: '',
  address: '',
  position,
  stepFree: true,
  facilities: [],
  open: { state: 'closed', until: null, next: null },
  photo: null,
  from: null,
  to: null,
})

it('measures over the ground', () => {
  // A minute of latitude is a sea mile; a degree of longitude is half as long at 60 degrees.
  expect(metresBetween(at(115.9, 28), at(115.9, 28 + 1 / 60))).toBeCloseTo(1853, -1)
  expect(metresBetween(at(0, 60), at(1, 60)) / metresBetween(at(0, 0), at(1, 0))).toBeCloseTo(0.5, 3)
})

it('puts the nearest first and what lies nowhere last, and changes nothing while nobody says where they are', () => {
  const all = [card('nowhere', null), card('far', at(116, 28)), card('near', at(115.91, 28))]
  expect(nearestFirst(all, at(115.9, 28)).map(({ station }) => station.name)).toEqual([
    'near',
    'far',
    'nowhere',
  ])
  expect(nearestFirst(all, undefined).map(({ station }) => station.name)).toEqual(['nowhere', 'far', 'near'])
})
