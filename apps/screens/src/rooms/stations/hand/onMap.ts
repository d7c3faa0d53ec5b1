import type { Position, StationCard } from '@linli/contract/stations/shapes'
import type { Drawn } from '../../../kit/map/shapes.ts'

const UNIT = 1e7 // positions come in 0.0000001 degrees

const dot = (path: string, name: string, { longitude, latitude }: Position): Drawn => ({
  path,
  name,
  outline: null,
  position: [longitude / UNIT, latitude / UNIT],
})

/** Stations as dots of a map, and where the person stands, which no press chooses. */
export const drawnOf = (
  stations: readonly StationCard[],
  here: Position | undefined,
  hereName: string,
): Drawn[] => [
  ...stations.flatMap(({ slug, name, position }) => (position ? [dot(slug, name, position)] : [])),
  ...(here ? [dot('', hereName, here)] : []),
]
