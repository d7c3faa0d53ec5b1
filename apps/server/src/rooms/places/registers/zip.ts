import { inflateRawSync } from 'node:zlib'

const MOST_BYTES = 96 * 1024 * 1024
const MOST_PARTS = 500
const END = 0x06054b50
const ENTRY = 0x02014b50

export class ZipError extends Error {}

/**
 * Unpacks every part of an .xlsx once to see that it is whole and not a bomb: what the archive says of its own sizes
 * is not believed.
 * @throws ZipError with a sentence
 */
export function assertSaneZip(bytes: Buffer): void {
  const broken = () => new ZipError('文件已损坏，请在表格软件里打开并另存为 .xlsx 后再传。')
  try {
    let end = bytes.length - 22
    while (end >= 0 && bytes.readUInt32LE(end) !== END) end -= 1
    if (end < 0) throw broken()
    const parts = bytes.readUInt16LE(end + 10)
    if (parts > MOST_PARTS) throw new ZipError('文件里的部件太多，请把表格复制到新建的工作簿里再传。')
    let at = bytes.readUInt32LE(end + 16)
    let left = MOST_BYTES
    for (let part = 0; part < parts; part += 1) {
      if (bytes.readUInt32LE(at) !== ENTRY) throw broken()
      const method = bytes.readUInt16LE(at + 10)
      const packed = bytes.readUInt32LE(at + 20)
      const header = bytes.readUInt32LE(at + 42)
      const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
      const data = bytes.subarray(start, start + packed)
      if (data.length !== packed) throw broken()
      left -= method === 8 ? inflateRawSync(data, { maxOutputLength: left }).length : packed
      if (left < 0) throw tooLarge()
      at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
  } catch (error) {
    if (error instanceof ZipError) throw error
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge()
    throw broken()
  }
}

const tooLarge = () => new ZipError('文件解开后太大，请只保留一张工作表，或分几次导入。')
