import { inflateRawSync } from 'node:zlib'

const MOST_BYTES = 96 * 1024 * 1024
const MOST_PARTS = 500
const END = 0x06054b50
const ENTRY = 0x02014b50

export class ZipError extends Error {}

/** What a zip's parts are refused with; files of another kind have their own words. */
export type ZipWords = { readonly broken: string; readonly tooMany: string; readonly tooLarge: string }
const SPREADSHEET: ZipWords = {
  broken: '文件已损坏，请在表格软件里打开并另存为 .xlsx 后再传。',
  tooMany: '文件里的部件太多，请把表格复制到新建的工作簿里再传。',
  tooLarge: '文件解开后太大，请只保留一张工作表，或分几次导入。',
}

/**
 * Unpacks every part of an .xlsx once to see that it is whole and not a bomb: what the archive says of its own sizes
 * is not believed.
 * @throws ZipError with a sentence
 */
export function assertSaneZip(bytes: Buffer): void {
  for (const _ of partsOf(bytes, SPREADSHEET));
}

/** The parts of an archive one by one, within bounds. @throws ZipError with a sentence */
export function* partsOf(bytes: Buffer, words: ZipWords): Generator<{ name: string; data: Buffer }> {
  try {
    let end = bytes.length - 22
    while (end >= 0 && bytes.readUInt32LE(end) !== END) end -= 1
    if (end < 0) throw new ZipError(words.broken)
    const parts = bytes.readUInt16LE(end + 10)
    if (parts > MOST_PARTS) throw new ZipError(words.tooMany)
    let at = bytes.readUInt32LE(end + 16)
    let left = MOST_BYTES
    for (let part = 0; part < parts; part += 1) {
      if (bytes.readUInt32LE(at) !== ENTRY) throw new ZipError(words.broken)
      const method = bytes.readUInt16LE(at + 10)
      const packed = bytes.readUInt32LE(at + 20)
      const nameLength = bytes.readUInt16LE(at + 28)
      const header = bytes.readUInt32LE(at + 42)
      const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
      const stored = bytes.subarray(start, start + packed)
      if (stored.length !== packed) throw new ZipError(words.broken)
      const data = method === 8 ? inflateRawSync(stored, { maxOutputLength: left }) : stored
      left -= data.length
      if (left < 0) throw new ZipError(words.tooLarge)
      yield { name: bytes.toString('utf8', at + 46, at + 46 + nameLength), data }
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
  } catch (error) {
    if (error instanceof ZipError) throw error
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new ZipError(isTooLarge ? words.tooLarge : words.broken)
  }
}
