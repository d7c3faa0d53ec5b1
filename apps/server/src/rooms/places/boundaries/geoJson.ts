import type { Position } from '@linli/contract/places/boundaryShapes'
import type { Region } from '../rules/geometry.ts'

/** One thing of a file as it stands there. */
export type Raw = {
  readonly says: { readonly [column: string]: string }
  readonly region?: Region
  readonly position?: Position
}

type Loose = { readonly [name: string]: unknown }
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null

const LONGEST_TEXT = 200

/** What a feature says of itself, as texts: 3 and "3" are the same name. */
export function textsOf(properties: unknown): { [column: string]: string } {
  if (!isLoose(properties)) return {}
  const said = Object.entries(properties).flatMap(([column, value]) =>
    typeof value === 'string' || typeof value === 'number'
      ? [[column.trim(), String(value).normalize('NFKC').toWellFormed().trim().slice(0, LONGEST_TEXT)]]
      : [],
  )
  return Object.fromEntries(said)
}

/** A GeoJSON geometry as a region or a position; neither when it is a line or nothing. A height is passed over. */
export function shapeOf(geometry: unknown): Pick<Raw, 'region' | 'position'> {
  if (!isLoose(geometry)) return {}
  const { type, coordinates } = geometry
  if (type === 'Point') return { position: positionOf(coordinates) }
  if (type === 'Polygon') return { region: [listOf(coordinates).map(ringOf)] }
  if (type === 'MultiPolygon')
    return { region: listOf(coordinates).map((rings) => listOf(rings).map(ringOf)) }
  return {}
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('a geometry holds no list')
  return value
}
const ringOf = (ring: unknown): Position[] => listOf(ring).map(positionOf)

function positionOf(value: unknown): Position {
  const [longitude, latitude] = listOf(value)
  if (typeof longitude !== 'number' || typeof latitude !== 'number')
    throw new TypeError('a position holds no numbers')
  return [longitude, latitude]
}

/** The features of a FeatureCollection, or of one feature alone. @throws when the text is no GeoJSON */
export function geoJson(bytes: Buffer): Raw[] {
  const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  if (!isLoose(parsed)) throw new TypeError('the file holds no object')
  const features = parsed['type'] === 'FeatureCollection' ? listOf(parsed['features']) : [parsed]
  return features.map((feature) => {
    if (!isLoose(feature) || feature['type'] !== 'Feature') throw new TypeError('no feature')
    return { says: textsOf(feature['properties']), ...shapeOf(feature['geometry']) }
  })
}
