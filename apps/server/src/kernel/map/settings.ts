import { closeSync, openSync, readSync } from 'node:fs'
import { isAbsolute } from 'node:path'

/** What lies under the map: tiles of a service on the net or of a file here; without either a plain ground. */
export type MapGround = {
  readonly tiles?: { readonly url: string; readonly attribution: string; readonly isFile: boolean }
  /** Where the file lies. */
  readonly file?: string
}

/** The address the file is served at. */
export const TILES_ADDRESS = '/tiles/map.pmtiles'
const HEADER_BYTES = 127
const TILE_TYPE = 99
/** Pictures: PNG, JPEG, WebP, AVIF. Vector tiles (1) need a style made for them. */
const PICTURES = [2, 3, 4, 5]

/** Reads the settings of the map; each mistake is a sentence that is added to `mistakes`. */
export function readMapGround(env: NodeJS.ProcessEnv, mistakes: string[]): MapGround {
  const { TILES_URL: url, TILES_FILE: file, TILES_ATTRIBUTION: attribution } = env
  if (!url && !file) return {}
  if (url && file) mistakes.push('TILES_URL 和 TILES_FILE 只设一个。 Set TILES_URL or TILES_FILE, not both.')
  if (!attribution)
    mistakes.push(
      '设了底图就要设 TILES_ATTRIBUTION：来源和审图号，会显示在地图上。 TILES_ATTRIBUTION is needed: the source of the map, shown on it.',
    )
  if (url && !tilesOrigin(url))
    mistakes.push(
      'TILES_URL 应是带 {z}、{x}、{y} 的 https 网址，例如 https://t0.tianditu.gov.cn/vec_w/wmts?...&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=密钥。 TILES_URL must be an http or https address with {z}, {x} and {y}.',
    )
  if (file) {
    const fault = fileFault(file)
    if (fault) mistakes.push(fault)
    return { tiles: { url: TILES_ADDRESS, attribution: attribution ?? '', isFile: true }, file }
  }
  return { tiles: { url: url ?? '', attribution: attribution ?? '', isFile: false } }
}

/** Scheme, host and port that tiles come from; undefined when the address is none of tiles. */
export function tilesOrigin(url: string): string | undefined {
  const parsed = ['{z}', '{x}', '{y}'].every((part) => url.includes(part)) ? URL.parse(url) : null
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol) || /[{}*;,\s]/.test(parsed.host))
    return undefined
  return parsed.origin
}

function fileFault(file: string): string | undefined {
  if (!isAbsolute(file))
    return 'TILES_FILE 应是 PMTiles 文件的绝对路径。 TILES_FILE must be the absolute path of a PMTiles file.'
  const header = Buffer.alloc(HEADER_BYTES)
  try {
    const opened = openSync(file, 'r')
    readSync(opened, header)
    closeSync(opened)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return `TILES_FILE 读不了（${code}）。 TILES_FILE cannot be read (${code}).`
  }
  if (header.toString('latin1', 0, 7) !== 'PMTiles' || header[7] !== 3)
    return 'TILES_FILE 不是第 3 版的 PMTiles 文件。 TILES_FILE is no PMTiles file of version 3.'
  if (!PICTURES.includes(header[TILE_TYPE] ?? 0))
    return 'TILES_FILE 里应是图片瓦片（PNG、JPEG、WebP），不能是矢量瓦片。 TILES_FILE must hold pictures (PNG, JPEG, WebP), not vector tiles.'
  return undefined
}
