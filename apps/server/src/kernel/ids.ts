import { randomBytes } from 'node:crypto'

/** A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random; sorts by creation. */
export function newId(milliseconds: number = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const SLUG = 'abcdefghjkmnpqrstuvwxyz23456789' // no look-alikes

/** A random public address of 14 characters (about 69 bits); UUIDv7 would show the time. */
export function newSlug(length = 14): string {
  let slug = ''
  while (slug.length < length) {
    for (const byte of randomBytes(length * 2)) {
      const letter = byte < 248 ? SLUG[byte % 31] : undefined // 248 = 8 x 31: no letter is favoured
      if (letter && slug.length < length) slug += letter
    }
  }
  return slug
}
