export type Place = { readonly latitude: number; readonly longitude: number }

const GPS_POINTER = 0x8825
const [ASCII, LONG, RATIONAL] = [2, 4, 5]
const MOST_TAGS = 500

type Reader = { u16(at: number): number; u32(at: number): number; ascii(at: number): string }
type Tag = { id: number; type: number; count: number; at: number }

/**
 * The place a photo was taken at, from its raw EXIF block (Exif 2.32, 4.6.6: TIFF header, IFD0, GPS IFD).
 * @returns millionths of a degree, or undefined when there is none or the block is not as it should be
 */
export function placeOf(exif: Buffer): Place | undefined {
  try {
    return readPlace(exif)
  } catch (error) {
    if (error instanceof RangeError) return undefined // an offset points outside the block
    throw error
  }
}

function readPlace(exif: Buffer): Place | undefined {
  const tiff = exif.subarray(0, 6).equals(Buffer.from('Exif\0\0')) ? exif.subarray(6) : exif
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return undefined
  const little = order === 'II'
  const reader: Reader = {
    u16: (at) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
    u32: (at) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
    ascii: (at) => String.fromCharCode(tiff.readUInt8(at)),
  }
  if (reader.u16(2) !== 42) return undefined
  const pointer = tagsAt(reader, reader.u32(4)).find((tag) => tag.id === GPS_POINTER && tag.type === LONG)
  if (!pointer) return undefined
  const gps = tagsAt(reader, reader.u32(pointer.at))
  const latitude = degrees(reader, gps, 1, 2, 'N', 'S', 90)
  const longitude = degrees(reader, gps, 3, 4, 'E', 'W', 180)
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }
}

/** The entries of one directory; each points at its value, which stands in the entry itself when it fits in four bytes. */
function tagsAt(reader: Reader, offset: number): Tag[] {
  const count = Math.min(reader.u16(offset), MOST_TAGS)
  return Array.from({ length: count }, (_, index) => {
    const entry = offset + 2 + index * 12
    const [id, type, many] = [reader.u16(entry), reader.u16(entry + 2), reader.u32(entry + 4)]
    const fits = (type === ASCII && many <= 4) || (type === LONG && many === 1)
    return { id, type, count: many, at: fits ? entry + 8 : reader.u32(entry + 8) }
  })
}

function degrees(
  reader: Reader,
  gps: readonly Tag[],
  signId: number,
  valueId: number,
  plus: string,
  minus: string,
  limit: number,
): number | undefined {
  const sign = gps.find((tag) => tag.id === signId && tag.type === ASCII)
  const value = gps.find((tag) => tag.id === valueId && tag.type === RATIONAL && tag.count === 3)
  if (!sign || !value) return undefined
  const letter = reader.ascii(sign.at)
  if (letter !== plus && letter !== minus) return undefined
  const [whole, minutes, seconds] = [0, 8, 16].map(
    (step) => reader.u32(value.at + step) / reader.u32(value.at + step + 4),
  )
  const size = (whole ?? Number.NaN) + (minutes ?? Number.NaN) / 60 + (seconds ?? Number.NaN) / 3600
  if (!(size >= 0 && size <= limit)) return undefined // NaN too: a denominator of zero
  return Math.round((letter === minus ? -size : size) * 1e6)
}
