import type { Position } from '@linli/contract/places/boundaryShapes'

/** All in 0.0000001 degrees of WGS84, as positions are kept. */
type Place = { readonly longitude: number; readonly latitude: number }
const SOUTH_WEST: Place = { longitude: 1145000000, latitude: 263200000 }
/** About 400 metres from one grid to the next. */
const STEP = 40_000
/** Grids a row. */
export const COLUMNS = 16
const CORNERS_A_SIDE = 15
const DEGREE = 1e7
/** No border of a town is straight: each place is moved by a wave over all of the ground, so that neighbours still meet. */
const WAVE = { height: 4000, length: 150_000 }

function bent({ longitude, latitude }: Place): Place {
  const wave = (along: number): number =>
    Math.round(WAVE.height * Math.sin((2 * Math.PI * along) / WAVE.length))
  return { longitude: longitude + wave(latitude), latitude: latitude + wave(longitude) }
}

const placeIn = (grid: number, east: number, north: number): Place =>
  bent({
    longitude: SOUTH_WEST.longitude + (grid % COLUMNS) * STEP + east,
    latitude: SOUTH_WEST.latitude + Math.floor(grid / COLUMNS) * STEP + north,
  })

/** Where the buildings of a grid stand, four in a row. @param random from 0 to 1: no two rows are alike */
export const buildingPlace = (grid: number, building: number, random: () => number): Place =>
  placeIn(
    grid,
    4000 + (building % 4) * 8000 + Math.floor(random() * 2000),
    4000 + Math.floor(building / 4) * 8000 + Math.floor(random() * 2000),
  )

/** The border of a grid, counter-clockwise and closed, sixty corners; grids beside each other share theirs. */
export function gridRing(grid: number): Position[] {
  const sides = [
    [0, 0, 1, 0],
    [1, 0, 0, 1],
    [1, 1, -1, 0],
    [0, 1, 0, -1],
  ] as const
  const ring = sides.flatMap(([x, y, right, up]) =>
    Array.from({ length: CORNERS_A_SIDE }, (_, step): Position => {
      const share = (STEP * step) / CORNERS_A_SIDE
      const { longitude, latitude } = placeIn(
        grid,
        Math.round(STEP * x + right * share),
        Math.round(STEP * y + up * share),
      )
      return [longitude / DEGREE, latitude / DEGREE]
    }),
  )
  const [first] = ring
  return first ? [...ring, first] : ring
}

/** Inside of a grid, in degrees. */
export function gridMiddle(grid: number): Position {
  const { longitude, latitude } = placeIn(grid, STEP / 2, STEP / 2)
  return [longitude / DEGREE, latitude / DEGREE]
}
