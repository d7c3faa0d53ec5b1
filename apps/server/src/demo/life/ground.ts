import type { AreaRow } from '@linli/contract/places/shapes'
import type { MeasuredPosition } from '@linli/contract/stations/shapes'
import { chanceOf } from '../../drive/chance.ts'
import { buildingPlace, COLUMNS, gridRing } from '../large/townGround.ts'
import type { Town } from '../stagedTown.ts'

/** The made-up town lies south-west of whatever is laid beside it, four cells a row. */
const FIRST_CELL = -COLUMNS + 1
const WIDE = 4
const cellOf = (n: number): number => FIRST_CELL + (n % WIDE) - COLUMNS * Math.floor(n / WIDE)

type Cell = { readonly area: AreaRow; readonly at: number }

/** The town's own areas that get a cell of the ground each: grids, or communities where the place has no grids. */
export function cellsOf({ map, setting: { layout } }: Town): Cell[] {
  const level = layout.levels.some(({ key }) => key === 'grid') ? 'grid' : 'community'
  const paths = layout.areasOf(level).map((way) => map.pathOf(...way))
  return map.all.filter(({ path }) => paths.includes(path)).map((area, at) => ({ area, at: cellOf(at) }))
}

/** Beside the n-th building of an area, or of the first grid in it. @throws when nothing of the area has a cell */
export function placeIn(town: Town, path: string, building: number): MeasuredPosition {
  const cell = cellsOf(town).find(({ area }) => area.path.startsWith(path))
  if (!cell) throw new Error(`no ground at ${path}`)
  return { ...buildingPlace(cell.at, building, () => 1), system: 'wgs84' }
}

/** Borders of the grids and positions of the buildings, brought as the file of a map program would bring them. */
export async function drawGround(town: Town, admin: string): Promise<void> {
  const feature = (path: string, geometry: object) => ({ type: 'Feature', properties: { path }, geometry })
  const features = cellsOf(town).flatMap(({ area, at }) => {
    const chance = chanceOf('demo ground', area.path)
    const buildings = town.map.all.filter(
      ({ level, path }) => level === 'building' && path.startsWith(area.path),
    )
    return [
      feature(area.path, { type: 'Polygon', coordinates: [gridRing(at)] }),
      ...buildings.map(({ path }, building) => {
        const { longitude, latitude } = buildingPlace(at, building, () => chance.roll(path))
        return feature(path, { type: 'Point', coordinates: [longitude / 1e7, latitude / 1e7] })
      }),
    ]
  })
  const bytes = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
  const file = { name: 'town.geojson', type: 'application/geo+json', bytes }
  const answer = await town.call('importOutlines', { query: { coordinates: 'wgs84' }, file }, admin)
  if (!answer.applied)
    throw new Error(`borders of the demo town: ${JSON.stringify(answer.errors.slice(0, 3))}`)
}
