import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { placeOf } from './exifPlace.ts'
import { makePhoto } from './photo.ts'
import { voiceType } from './voice.ts'

const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } })
const GPS = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '28/1 40/1 3000/100',
  GPSLongitudeRef: 'E',
  GPSLongitude: '115/1 51/1 18/1',
}
const withPlace = (gps: Record<string, string> = GPS) =>
  picture()
    .jpeg()
    .withExif({ IFD0: { Make: 'PhoneMaker', Artist: '王小明' }, IFD3: gps })
    .toBuffer()
/** A PNG whose header claims a size; only the header is true. */
function pngClaiming(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const body = Buffer.concat([Buffer.from(name), data])
    const crc = Buffer.alloc(4)
    crc.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, crc])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    start,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('a photo', () => {
  test('keeps the picture and nothing else', async () => {
    const sent = await withPlace()
    expect(sent.includes('PhoneMaker')).toBe(true)
    const photo = await makePhoto(sent, false)
    expect(photo.place).toBeUndefined()
    const kept = await sharp(photo.bytes).metadata()
    expect(kept).toMatchObject({ format: 'webp', width: 40, height: 20 })
    for (const block of [kept.exif, kept.icc, kept.xmp, kept.iptc]) expect(block).toBeUndefined()
    expect(photo.bytes.includes('PhoneMaker')).toBe(false)
  })

  test('tells its place only when asked, and still does not carry it', async () => {
    const photo = await makePhoto(await withPlace(), true)
    expect(photo.place).toEqual({ latitude: 28_675_000, longitude: 115_855_000 })
    expect((await sharp(photo.bytes).metadata()).exif).toBeUndefined()
    const south = await makePhoto(
      await withPlace({ ...GPS, GPSLatitudeRef: 'S', GPSLongitudeRef: 'W' }),
      true,
    )
    expect(south.place).toEqual({ latitude: -28_675_000, longitude: -115_855_000 })
    expect((await makePhoto(await picture().jpeg().toBuffer(), true)).place).toBeUndefined()
  })

  test('is turned upright and made no larger than 1600', async () => {
    const sideways = await picture(4000, 1000).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect(await makePhoto(sideways, false)).toMatchObject({ width: 400, height: 1600 })
  })

  test('is known by its bytes, whatever it calls itself', async () => {
    const fakes = [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      Buffer.from('%PDF-1.7 ...'),
      Buffer.from('just words'),
      await picture().gif().toBuffer(),
      await picture().tiff().toBuffer(),
    ]
    for (const fake of fakes)
      await expect(makePhoto(fake, false)).rejects.toMatchObject({ code: 'files.photoKind', status: 415 })
    await expect(makePhoto(Buffer.alloc(0), false)).rejects.toMatchObject({
      code: 'files.empty',
      status: 422,
    })
  })

  test('over 50 megapixels or 10 MB is refused before it is decoded', async () => {
    await expect(makePhoto(pngClaiming(10_000, 5_001), false)).rejects.toMatchObject({
      code: 'files.tooManyPixels',
      status: 422,
    })
    await expect(makePhoto(pngClaiming(100_000, 100_000), false)).rejects.toMatchObject({
      code: 'files.tooManyPixels',
    })
    await expect(makePhoto(Buffer.alloc(10 * 1024 * 1024 + 1), false)).rejects.toMatchObject({ status: 413 })
    const truly = await picture(8000, 6251).png().toBuffer()
    await expect(makePhoto(truly, false)).rejects.toMatchObject({ code: 'files.tooManyPixels' })
  })

  test('that is cut off or hollow is refused with words', async () => {
    const whole = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: '#123',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer()
    for (const broken of [whole.subarray(0, whole.length / 2), whole.subarray(0, 20), pngClaiming(50, 50)])
      await expect(makePhoto(broken, false)).rejects.toMatchObject({
        code: 'files.photoDamaged',
        status: 422,
      })
  })
})

describe('the reader of places', () => {
  test('never fails on a damaged block, and invents no place', async () => {
    const { exif } = await sharp(await withPlace()).metadata()
    if (!exif) throw new Error('no EXIF block')
    const truth = placeOf(exif)
    expect(truth).toBeDefined()
    for (let at = 0; at < exif.length; at += 1) {
      expect(() => placeOf(exif.subarray(0, at))).not.toThrow()
      for (const value of [0, 0x7f, 0xff]) {
        const changed = Buffer.from(exif)
        changed[at] = value
        const place = placeOf(changed)
        if (place) {
          expect(Math.abs(place.latitude)).toBeLessThanOrEqual(90_000_000)
          expect(Math.abs(place.longitude)).toBeLessThanOrEqual(180_000_000)
        }
      }
    }
    expect(placeOf(Buffer.from('nothing of the kind'))).toBeUndefined()
  })
})

describe('a voice note', () => {
  const ftyp = (brand: string) =>
    Buffer.concat([Buffer.from([0, 0, 0, 20]), Buffer.from(`ftyp${brand}\0\0\0\0${brand}`), Buffer.alloc(64)])

  test('is known by its bytes', async () => {
    expect(await voiceType(ftyp('M4A '))).toBe('audio/mp4')
    expect(await voiceType(ftyp('iso5'))).toBe('audio/mp4')
    expect(await voiceType(Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(64)]))).toBe('audio/amr')
    expect(
      await voiceType(
        Buffer.concat([
          Buffer.from('ID3\x04\0\0\0\0\0\0'),
          Buffer.from([0xff, 0xfb, 0x90, 0x64]),
          Buffer.alloc(417),
        ]),
      ),
    ).toBe('audio/mpeg')
    const opus = Buffer.concat([
      Buffer.from('OggS\0\x02'),
      Buffer.alloc(20),
      Buffer.from([1, 19]),
      Buffer.from('OpusHead'),
      Buffer.alloc(64),
    ])
    expect(await voiceType(opus)).toBe('audio/ogg')
  })

  test('of another kind, empty or over 2 MB is refused', async () => {
    await expect(voiceType(await picture().jpeg().toBuffer())).rejects.toMatchObject({ status: 415 })
    await expect(voiceType(Buffer.from('<html><script>'))).rejects.toMatchObject({ code: 'files.voiceKind' })
    await expect(voiceType(Buffer.alloc(0))).rejects.toMatchObject({ code: 'files.empty' })
    await expect(voiceType(Buffer.alloc(2 * 1024 * 1024 + 1))).rejects.toMatchObject({ status: 413 })
  })
})
