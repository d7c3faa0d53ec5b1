import type { Position, StationCard } from '@linli/contract/stations/shapes'

const RADIUS = 6_371_000
const UNIT = 1e7 // positions come in 0.0000001 degrees
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two positions, as the crow flies (haversine). */
export function metresBetween(a: Position, b: Position): number {
  const [north, south] = [radians(a.latitude / UNIT), radians(b.latitude / UNIT)]
  const rise = Math.sin((south - north) / 2) ** 2
  const turn = Math.sin(radians((b.longitude - a.longitude) / UNIT) / 2) ** 2
  return 2 * RADIUS * Math.asin(Math.sqrt(rise + Math.cos(north) * Math.cos(south) * turn))
}

export type Near = { readonly station: StationCard; readonly metres: number | undefined }

/** The nearest first, those without a position last; in the order they came where nobody says where they are. */
export function nearestFirst(stations: readonly StationCard[], here: Position | undefined): Near[] {
  const all = stations.map((station) => ({
    station,
    metres: here && station.position ? metresBetween(here, station.position) : undefined,
  }))
  return here ? all.sort((a, b) => (a.metres ?? Number.MAX_VALUE) - (b.metres ?? Number.MAX_VALUE)) : all
}
