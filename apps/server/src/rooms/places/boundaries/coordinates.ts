import type { Position } from '@linli/contract/places/boundaryShapes'
import type { Coordinates } from '@linli/contract/places/words'
import commonJs from 'gcoord'
import { wayBetween } from '../rules/geometry.ts'

const gcoord = commonJs as unknown as typeof commonJs.default // its types describe the ES module, Node takes the CommonJS one
const FROM = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** A position as WGS84, whatever it was measured in; GCJ-02 comes back to within millimetres. */
export function toWgs84(position: Position, from: Coordinates): Position {
  if (from === 'wgs84') return position
  const [longitude, latitude] = gcoord.transform<[number, number]>(
    [position[0], position[1]],
    FROM[from],
    gcoord.WGS84,
  )
  return [longitude, latitude]
}

/** How far and whereto GCJ-02 moves a place: whole metres, whole degrees of the compass. */
export function offsetAt(position: Position): { metres: number; bearing: number } {
  const [longitude, latitude] = gcoord.transform<[number, number]>(
    [position[0], position[1]],
    gcoord.WGS84,
    gcoord.GCJ02,
  )
  const { metres, bearing } = wayBetween(position, [longitude, latitude])
  return { metres: Math.round(metres), bearing: Math.round(bearing) % 360 }
}
