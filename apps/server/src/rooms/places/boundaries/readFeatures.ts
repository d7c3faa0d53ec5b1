import type { Position } from '@linli/contract/places/boundaryShapes'
import type { Coordinates } from '@linli/contract/places/words'
import { partsOf, ZipError } from '../../../kernel/uploads/zip.ts'
import { pointsOf, type Region, tidied, wayBetween } from '../rules/geometry.ts'
import { type Fault, faultOf, NOT_DEGREES } from '../rules/outlineFaults.ts'
import { toWgs84 } from './coordinates.ts'
import { geoJson, type Raw } from './geoJson.ts'
import { shapefile } from './shapefile.ts'

/** One thing of a file: what it says of itself, and its outline or position in WGS84, or why it has none. */
export type Feature = {
  /** From 1, as the file has them. */
  readonly number: number
  readonly says: { readonly [column: string]: string }
  readonly region?: Region
  readonly position?: Position
  readonly fault?: Fault
}
/** `movedMetres`: how far the first point moved on its way to WGS84. */
export type Features = { readonly features: readonly Feature[]; readonly movedMetres: number }

/** Why a file could not be read, in words for the one who sent it. */
export class FeaturesError extends Error {}

const MOST_FEATURES = 20_000
const MOST_FILE_POINTS = 600_000
const ARCHIVE = {
  broken: '压缩包已损坏，请重新打包（.shp、.dbf、.prj 一起打成 .zip）后再传。',
  tooMany: '压缩包里的文件太多，请只放一个图层的 .shp、.dbf、.prj、.cpg。',
  tooLarge: '压缩包解开后太大，请简化边界，或分几次导入。',
}
const NO_LAYER = '压缩包里没有 .shp 文件。请把一个图层的 .shp、.dbf、.prj 一起打成 .zip 再传。'
const TWO_LAYERS = '压缩包里有几个图层。请一次只放一个图层的 .shp、.dbf、.prj。'
const NO_JSON = '文件读不出图形。请在制图软件里导出 GeoJSON，或打成 .zip 的 shapefile，再传。'

/** Reads GeoJSON or a zipped shapefile. @throws FeaturesError */
export function readFeatures(bytes: Buffer, from: Coordinates): Features {
  const raw = rawFeatures(bytes)
  if (raw.length === 0) throw new FeaturesError('文件里没有图形，请检查导出的图层。')
  if (raw.length > MOST_FEATURES)
    throw new FeaturesError(`一次最多导入 ${MOST_FEATURES} 个图形，请分几次导入。`)
  const points = raw.reduce((sum, { region }) => sum + (region ? pointsOf(region) : 1), 0)
  if (points > MOST_FILE_POINTS)
    throw new FeaturesError('文件里的点太多，请在制图软件里简化边界，或分几次导入。')
  const features = raw.map((one, at) => ({ number: at + 1, says: one.says, ...placed(one, from) }))
  const first = raw.map(({ region, position }) => position ?? region?.[0]?.[0]?.[0]).find(Boolean)
  const movedMetres = first && isDegrees(first) ? wayBetween(first, toWgs84(first, from)).metres : 0
  return { features, movedMetres: Math.round(movedMetres) }
}

function rawFeatures(bytes: Buffer): Raw[] {
  const isZip = bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))
  try {
    if (!isZip) return geoJson(bytes)
    const parts = [...partsOf(bytes, ARCHIVE)].filter(({ name }) => !name.includes('__MACOSX'))
    const layers = parts.filter(({ name }) => /\.shp$/i.test(name))
    if (layers.length !== 1) throw new FeaturesError(layers.length === 0 ? NO_LAYER : TWO_LAYERS)
    return shapefile(new Map(parts.map(({ name, data }) => [name.slice(-3).toLowerCase(), data])))
  } catch (error) {
    if (error instanceof FeaturesError) throw error
    throw new FeaturesError(error instanceof ZipError ? error.message : isZip ? ARCHIVE.broken : NO_JSON)
  }
}

const isDegrees = ([x, y]: Position): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90

function placed(
  { region, position }: Raw,
  from: Coordinates,
): Pick<Feature, 'region' | 'position' | 'fault'> {
  if (position) return isDegrees(position) ? { position: toWgs84(position, from) } : { fault: NOT_DEGREES }
  if (!region)
    return { fault: { problem: '既不是面，也不是点', remedy: '请只导出面图层（网格）或点图层（楼栋）。' } }
  const moved = region.flat(2).every(isDegrees)
    ? tidied(region.map((rings) => rings.map((ring) => ring.map((point) => toWgs84(point, from)))))
    : region
  const fault = faultOf(moved)
  return fault ? { fault } : { region: moved }
}
