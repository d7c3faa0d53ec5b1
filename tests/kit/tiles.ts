import sharp from 'sharp'

/** One colour of the ground as red, green and blue. */
export type Colour = readonly [number, number, number]
const HEAD = 127
const SIDE = 256
/** Tiles to each side of the middle one. */
const AROUND = 2

/**
 * A small map in a PMTiles file, version 3, written by its specification: pictures like a chessboard of two colours around a
 * place, for some zooms.
 * @param zooms the widest and the nearest
 */
export async function chessboard(
  longitude: number,
  latitude: number,
  zooms: readonly [number, number],
  colours: readonly [Colour, Colour],
): Promise<Buffer> {
  const pictures = await Promise.all(colours.map(picture))
  const tiles = tilesAround(longitude, latitude, zooms)
  const directory = directoryOf(tiles, pictures)
  const data = Buffer.concat(pictures)
  const metadata = Buffer.from('{}')
  const head = Buffer.alloc(HEAD)
  head.write('PMTiles', 'latin1')
  head[7] = 3
  const sections = [directory.length, metadata.length, 0, data.length]
  let offset = HEAD
  for (const [at, length] of sections.entries()) {
    head.writeBigUInt64LE(BigInt(offset), 8 + 16 * at)
    head.writeBigUInt64LE(BigInt(length), 16 + 16 * at)
    offset += length
  }
  for (const [at, count] of [tiles.length, tiles.length, pictures.length].entries())
    head.writeBigUInt64LE(BigInt(count), 72 + 8 * at)
  head.set([0, 1, 1, 2, ...zooms], 96) // not clustered, nothing compressed, PNG
  for (const [at, degrees] of [longitude - 1, latitude - 1, longitude + 1, latitude + 1].entries())
    head.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * at)
  return Buffer.concat([head, directory, metadata, data])
}

const picture = ([r, g, b]: Colour): Promise<Buffer> =>
  sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer()

type Tile = { readonly id: number; readonly which: 0 | 1 }

function tilesAround(
  longitude: number,
  latitude: number,
  [widest, nearest]: readonly [number, number],
): Tile[] {
  const angle = (latitude * Math.PI) / 180
  const [east, south] = [(longitude + 180) / 360, (1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2]
  const steps = Array.from({ length: 2 * AROUND + 1 }, (_, step) => step - AROUND)
  return Array.from({ length: nearest - widest + 1 }, (_, at) => widest + at)
    .flatMap((zoom) => {
      const [middleX, middleY] = [Math.floor(east * 2 ** zoom), Math.floor(south * 2 ** zoom)]
      return steps.flatMap((right) =>
        steps.map((down): Tile => {
          const [x, y] = [middleX + right, middleY + down]
          return { id: tileId(zoom, x, y), which: (x + y) % 2 === 0 ? 0 : 1 }
        }),
      )
    })
    .sort((a, b) => a.id - b.id)
}

/** All tiles of wider zooms come first, then those of this one along Hilbert's curve. */
function tileId(zoom: number, column: number, row: number): number {
  let id = (4 ** zoom - 1) / 3
  let [x, y] = [column, row]
  for (let side = 2 ** (zoom - 1); side >= 1; side /= 2) {
    const [right, down] = [(x & side) > 0 ? 1 : 0, (y & side) > 0 ? 1 : 0]
    id += side * side * ((3 * right) ^ down)
    if (down === 1) continue
    if (right === 1) [x, y] = [side - 1 - x, side - 1 - y]
    ;[x, y] = [y, x]
  }
  return id
}

/** Four columns of numbers, each of as many bytes as it takes: ids by their distance, runs, lengths, places. */
function directoryOf(tiles: readonly Tile[], pictures: readonly Buffer[]): Buffer {
  const lengths = pictures.map(({ length }) => length)
  const columns = [
    [tiles.length],
    tiles.map(({ id }, at) => id - (tiles[at - 1]?.id ?? 0)),
    tiles.map(() => 1),
    tiles.map(({ which }) => lengths[which] ?? 0),
    tiles.map(({ which }) => (which === 0 ? 0 : (lengths[0] ?? 0)) + 1),
  ]
  return Buffer.from(columns.flat().flatMap(varint))
}

function varint(number: number): number[] {
  const bytes: number[] = []
  let rest = number
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}

/** How much of a picture is nearly of a colour, from 0 to 1. */
export async function shareOf(image: Buffer, colour: Colour): Promise<number> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let found = 0
  for (let at = 0; at < data.length; at += info.channels)
    if (colour.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) < 12)) found += 1
  return found / (info.width * info.height)
}
