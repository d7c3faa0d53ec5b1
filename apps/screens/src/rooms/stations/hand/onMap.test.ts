import type { StationCard } from '@linli/contract/stations/shapes'
import { expect, it } from 'vitest'
import { drawnOf } from './onMap.ts'

const station = (slug: string, position: StationCard['position']): StationCard => ({
  slug,
  kind: 'fixed',
  name: slug,
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

it('draws what has a position, in degrees, and where the person stands', () => {
  const rows = drawnOf(
    [station('a', { longitude: 1159000000, latitude: 286800000 }), station('b', null)],
    { longitude: 1150000000, latitude: 280000000 },
    '您在这里',
  )
  expect(rows.map(({ path, name, position }) => [path, name, position])).toEqual([
    ['a', 'a', [115.9, 28.68]],
    ['', '您在这里', [115, 28]],
  ])
  expect(drawnOf([], undefined, '')).toEqual([])
})
