import type { PointAnswer, TakenArea } from '@linli/contract/visits/shapes'

/** A building that is on the phone, in degrees. */
export type NamedPlace = { readonly name: string; readonly longitude: number; readonly latitude: number }
type Point = Pick<NamedPlace, 'longitude' | 'latitude'>

const PARTS = 1e7
const METRES_A_DEGREE = 111_320
/** Farther than this nobody calls a place by a building's name. */
const NEAR_METRES = 150

/** The buildings of an area that somebody has placed, each once, in the order of their doors. */
export function placesOf({
  doors,
  positions = [],
}: {
  readonly doors: readonly Pick<TakenArea['households'][number], 'path' | 'areaName'>[]
  readonly positions?: TakenArea['positions'] | undefined
}): NamedPlace[] {
  const names = new Map(doors.map(({ path, areaName }) => [path, areaName]))
  return positions.flatMap(({ path, longitude, latitude }) => {
    const name = names.get(path)
    return name === undefined ? [] : [{ name, longitude: longitude / PARTS, latitude: latitude / PARTS }]
  })
}

const metres = (a: Point, b: Point): number =>
  Math.hypot(
    (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180) * METRES_A_DEGREE,
    (a.latitude - b.latitude) * METRES_A_DEGREE,
  )

/** The building that a point is called by, if one is near. */
export function nearTo(point: Point, places: readonly NamedPlace[]): NamedPlace | undefined {
  const near = places
    .map((place) => ({ place, far: metres(point, place) }))
    .filter(({ far }) => far <= NEAR_METRES)
  return near.sort((a, b) => a.far - b.far)[0]?.place
}

/** A sheet of `size` steps a side that holds all places with a rim, and a step's length in metres. */
export function sheetOf(places: readonly Point[], size: number) {
  const latitude = places.reduce((sum, one) => sum + one.latitude, 0) / Math.max(1, places.length)
  const shrink = Math.cos((latitude * Math.PI) / 180)
  const [xs, ys] = [places.map((one) => one.longitude * shrink), places.map((one) => one.latitude)]
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  // Alone it stands in the middle of two hundred metres.
  const wide = Math.max(east - west, north - south, 200 / METRES_A_DEGREE) * 1.3
  const [left, top] = [(west + east) / 2 - wide / 2, (south + north) / 2 + wide / 2]
  return {
    metres: (wide * METRES_A_DEGREE) / size,
    at: (point: Point) => ({
      x: ((point.longitude * shrink - left) / wide) * size,
      y: ((top - point.latitude) / wide) * size,
    }),
    from: (x: number, y: number): Point => ({
      longitude: (left + (x / size) * wide) / shrink,
      latitude: top - (y / size) * wide,
    }),
  }
}

/** A place in words: what it is called, else that it has no name. */
export const placeName = ({ name }: PointAnswer, unnamed: string): string => name ?? unnamed
