import { createHash, randomBytes } from 'node:crypto'

const SHAPE = /^[A-Za-z0-9_-]{43}$/

/** An opaque 256-bit session token, as the caller keeps it. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What of a token is stored: its SHA-256. Undefined for a text that cannot be a token. */
export function hashToken(token: string): Buffer | undefined {
  return SHAPE.test(token) ? createHash('sha256').update(token).digest() : undefined
}
