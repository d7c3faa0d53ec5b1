import { parseDbf, parseShp } from 'shpjs'
import { type Raw, shapeOf, textsOf } from './geoJson.ts'

/**
 * The features of a shapefile by its parts (shp, dbf, prj, cpg). A projection said in the .prj is undone, so that what
 * comes out are degrees. Chinese programs write the table in GB18030 and often do not say so.
 */
export function shapefile(parts: ReadonlyMap<string, Buffer>): Raw[] {
  const [shp, dbf] = [parts.get('shp'), parts.get('dbf')]
  if (!shp) return []
  const geometries = parseShp(apart(shp), parts.get('prj')?.toString('utf8'))
  const rows = dbf ? parseDbf(apart(dbf), parts.get('cpg')?.toString('latin1') ?? encodingOf(dbf)) : []
  return geometries.map((geometry, at) => ({ says: textsOf(rows[at]), ...shapeOf(geometry) }))
}

/** Bytes in a buffer of their own: the readers cut pieces out of the whole of it. */
const apart = (bytes: Buffer): Uint8Array => Uint8Array.from(bytes)

function encodingOf(dbf: Buffer): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(dbf.subarray(dbf.readUInt16LE(8))) // the rows, behind the head
    return 'utf-8'
  } catch {
    return 'gb18030' // what cannot be UTF-8
  }
}
