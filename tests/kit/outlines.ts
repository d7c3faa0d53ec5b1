import type { Position } from '@linli/contract/places/boundaryShapes'
import sql, { type Sql } from 'sql-template-tag'
import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'

type Ring = readonly Position[]
/** A square by its south-west corner and its side in degrees, counter-clockwise and closed. */
export function square(west: number, south: number, side = 0.001): Ring {
  const [east, north] = [rounded(west + side), rounded(south + side)]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

const SIDE = 0.002

/**
 * Grids side by side below a path, each with an outline of sixty corners.
 * @param parent a community's path, whose own row is there or not
 */
export function drawnGrids(parent: string, count: number): Sql[] {
  const columns = Math.ceil(Math.sqrt(count))
  const grids = Array.from({ length: count }, (_, at) => {
    const [west, south] = [115 + (at % columns) * SIDE, 28 + Math.floor(at / columns) * SIDE]
    const ring = square(west, south, SIDE).flatMap(([x, y], corner, all) => {
      const [nextX, nextY] = all[corner + 1] ?? [x, y]
      if (corner === 4) return [[x, y]]
      return Array.from({ length: 15 }, (_, step) => [
        x + ((nextX - x) * step) / 15,
        y + ((nextY - y) * step) / 15,
      ])
    })
    const code = `g${at + 1}`
    return {
      id: newId(),
      outlineId: newId(),
      slug: newSlug(),
      code,
      path: `${parent}${code}/`,
      outline: { type: 'MultiPolygon', coordinates: [[ring]] },
    }
  })
  const rows = JSON.stringify(grids)
  return [
    sql`insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
      select 1, n.id, n.path, ${parent}, 'grid', n.code, n.code || '网格', n.slug, app_now()
      from jsonb_to_recordset(${rows}::jsonb) as n(id uuid, path text, code text, slug text)`,
    sql`insert into area_outlines (region_id, id, path, outline, from_at, by_person)
      select 1, n."outlineId", n.path, n.outline, app_now(), n.id
      from jsonb_to_recordset(${rows}::jsonb) as n(id uuid, "outlineId" uuid, path text, outline jsonb)`,
  ]
}

export type Face = { readonly says: { readonly [column: string]: string }; readonly rings: readonly Ring[] }

/** A file of faces as GeoJSON. */
export const geoJsonFile = (faces: readonly Face[]): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: faces.map(({ says, rings }) => ({
        type: 'Feature',
        properties: says,
        geometry: { type: 'Polygon', coordinates: rings },
      })),
    }),
  )

const shpHead = (bytes: number, kind: number): Buffer => {
  const head = Buffer.alloc(100)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE(bytes / 2, 24)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(kind, 32)
  return head
}

/** The .shp of an ESRI shapefile of polygons. */
export function shp(faces: readonly Face[]): Buffer {
  const records = faces.map(({ rings }, at) => {
    const clockwise = rings.map((ring) => [...ring].reverse())
    const points = clockwise.flat()
    const body = Buffer.alloc(44 + 4 * rings.length + 16 * points.length)
    body.writeInt32LE(5, 0)
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
    for (const [index, value] of box.entries()) body.writeDoubleLE(value, 4 + 8 * index)
    body.writeInt32LE(rings.length, 36)
    body.writeInt32LE(points.length, 40)
    let first = 0
    for (const [index, ring] of clockwise.entries()) {
      body.writeInt32LE(first, 44 + 4 * index)
      first += ring.length
    }
    for (const [index, [x, y]] of points.entries()) {
      body.writeDoubleLE(x, 44 + 4 * rings.length + 16 * index)
      body.writeDoubleLE(y, 52 + 4 * rings.length + 16 * index)
    }
    const head = Buffer.alloc(8)
    head.writeInt32BE(at + 1, 0)
    head.writeInt32BE(body.length / 2, 4)
    return Buffer.concat([head, body])
  })
  const content = Buffer.concat(records)
  return Buffer.concat([shpHead(100 + content.length, 5), content])
}

const WIDTH = 40

/** The .dbf beside it, one column of texts. @param encode how the program that wrote it wrote Chinese */
export function dbf(column: string, values: readonly string[], encode: (text: string) => Uint8Array): Buffer {
  const field = Buffer.alloc(32)
  field.set(encode(column).subarray(0, 10), 0)
  field.write('C', 11, 'latin1')
  field[16] = WIDTH
  const head = Buffer.alloc(32)
  head[0] = 3
  head.writeUInt32LE(values.length, 4)
  head.writeUInt16LE(32 + 32 + 1, 8)
  head.writeUInt16LE(1 + WIDTH, 10)
  const rows = values.map((value) => {
    const row = Buffer.alloc(1 + WIDTH, 32)
    row.set(encode(value).subarray(0, WIDTH), 1)
    return row
  })
  return Buffer.concat([head, field, Buffer.from([13]), ...rows, Buffer.from([26])])
}
