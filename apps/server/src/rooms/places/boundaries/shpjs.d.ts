/** The two readers of a shapefile's parts; the package brings no types. */
declare module 'shpjs' {
  /** GeoJSON geometries, null for an empty record; with the text of the .prj in longitude and latitude of WGS84. */
  export function parseShp(shp: Uint8Array, prj?: string): unknown[]
  /** A record a row; `cpg` names the encoding. */
  export function parseDbf(dbf: Uint8Array, cpg?: string): Record<string, unknown>[]
}
