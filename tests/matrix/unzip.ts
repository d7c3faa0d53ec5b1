import { inflateRawSync } from 'node:zlib'

const [END, ENTRY] = [0x06054b50, 0x02014b50]

/** Whether bytes begin as an archive does: .xlsx and .zip alike. */
export const isZip = (bytes: Buffer): boolean => bytes.length > 21 && bytes.readUInt32LE(0) === 0x04034b50

/** Every part of an archive by its name, unpacked; an archive within it as `outer/inner`. @throws when it is broken */
export function unzip(bytes: Buffer, within = ''): [name: string, bytes: Buffer][] {
  let end = bytes.length - 22
  while (bytes.readUInt32LE(end) !== END) end -= 1
  let at = bytes.readUInt32LE(end + 16)
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, (): [string, Buffer][] => {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('the archive is broken')
    const [packed, nameBytes] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)]
    const name = within + bytes.toString('utf8', at + 46, at + 46 + nameBytes)
    const header = bytes.readUInt32LE(at + 42)
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
    const data = bytes.subarray(start, start + packed)
    const part = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    return isZip(part) ? unzip(part, `${name}/`) : [[name, part]]
  }).flat()
}
