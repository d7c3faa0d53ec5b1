import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { takingTurns } from '../turns.ts'
import { type Place, placeOf } from './exifPlace.ts'
import { emptyFile, photoDamaged, photoKind, photoTooLarge, tooManyPixels } from './problems.ts'

const MOST_BYTES = 10 * 1024 * 1024
const MOST_PIXELS = 50_000_000
const LONGEST_SIDE = 1600
const QUALITY = 80
const SECONDS = 20
const KINDS = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif'])

sharp.cache(false) // pictures are decoded once; the memory is better used elsewhere
const inTurn = takingTurns(2) // a decoded picture may take 200 MB

export type Photo = {
  readonly bytes: Buffer
  readonly mediaType: 'image/webp'
  readonly width: number
  readonly height: number
  readonly place: Place | undefined
}

/**
 * Makes a photo of what somebody sent: what it is, is read from its bytes; it is turned upright, made small and written
 * anew, so that nothing but the picture remains. The place is read only when the item needs it.
 * @throws emptyFile, photoTooLarge, photoKind, tooManyPixels, photoDamaged
 */
export async function makePhoto(sent: Buffer, keepPlace: boolean): Promise<Photo> {
  if (sent.length === 0) throw emptyFile()
  if (sent.length > MOST_BYTES) throw photoTooLarge()
  const kind = await fileTypeFromBuffer(sent)
  if (!kind || !KINDS.has(kind.mime)) throw photoKind()
  return inTurn(async () => {
    const header = await sharp(sent, { limitInputPixels: false }).metadata().catch(damaged) // reads the header only
    if (header.width * header.height > MOST_PIXELS) throw tooManyPixels()
    const { data, info } = await sharp(sent, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true })
      .catch(damaged)
    return {
      bytes: data,
      mediaType: 'image/webp',
      width: info.width,
      height: info.height,
      place: keepPlace && header.exif ? placeOf(header.exif) : undefined,
    }
  })
}

function damaged(cause: unknown): never {
  throw Object.assign(photoDamaged(), { cause })
}
