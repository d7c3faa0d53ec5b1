import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = { readonly name: string; readonly bytes: Buffer }

const DEFLATED = 8
const UTF8_NAMES = 1 << 11

/**
 * A zip archive (PKWARE APPNOTE 6.3) that every system opens: deflated parts, names in UTF-8, no dates.
 * @param parts names with `/` between folders; together below 4 GiB
 */
export function zip(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of parts) {
    const title = Buffer.from(name, 'utf8')
    const packed = deflateRawSync(bytes)
    const shared = Buffer.alloc(26) // what both headers say, from "version needed" on
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(UTF8_NAMES, 2)
    shared.writeUInt16LE(DEFLATED, 4)
    shared.writeUInt16LE(0x21, 8) // 1980-01-01, the format's first day
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(title.length, 22)
    files.push(signature(0x04034b50), shared, title, packed)
    const entry = Buffer.alloc(14) // comment, disk, attributes, and where the file begins
    entry.writeUInt32LE(at, 10)
    directory.push(signature(0x02014b50), version(), shared, entry, title)
    at += 30 + title.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, central, end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Made by version 2.0 of the format. */
function version(): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(20)
  return bytes
}
