import { crc32, deflateSync } from 'node:zlib'

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A white picture of any size, one bit a pixel: 50 megapixels are a few kilobytes. */
export function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1 // bit depth
  const row = Buffer.alloc(1 + Math.ceil(width / 8), 255)
  row[0] = 0 // no filter
  const rows = Buffer.concat(Array.from({ length: height }, () => row))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A voice note that says nothing: AMR's own head and one silent frame. */
export const voiceNote = (): Buffer => Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(32, 0x7c)])

/** A map's file with nothing but its head. @param kind 1: vector tiles; 2: PNG */
export function pmtiles(kind: number): Buffer {
  const head = Buffer.alloc(127)
  head.write('PMTiles', 'latin1')
  head[7] = 3 // version
  head[99] = kind
  return head
}
