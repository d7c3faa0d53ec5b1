import { timingSafeEqual } from 'node:crypto'
import type { CryptoProvider } from '../../kernel/crypto/provider.ts'

const DIGITS = 6

/**
 * The code a post shows on a day: six digits made by the house's key from region, post and day, so that it is stored
 * nowhere and yesterday's is of no use.
 */
export const gateCode = (crypto: CryptoProvider, region: number, postId: string, day: string): string =>
  digits(crypto.mac(textOf(region, postId, day)))

/** Whether these are the digits of that post and day, by any key in use. */
export function isGateCode(
  crypto: CryptoProvider,
  { region, postId, day }: { region: number; postId: string; day: string },
  code: string,
): boolean {
  const given = Buffer.from(code.padStart(DIGITS))
  return crypto
    .macs(textOf(region, postId, day))
    .some((mac) => given.length === DIGITS && timingSafeEqual(given, Buffer.from(digits(mac))))
}

const textOf = (region: number, postId: string, day: string): Buffer =>
  Buffer.from(`duties.gate:${region}:${postId}:${day}`)

const digits = (mac: Buffer): string => String(mac.readUInt32BE(0) % 10 ** DIGITS).padStart(DIGITS, '0')

/** The day it is at the place, by the database's clock. */
export const today = ({ shift }: { shift(): number }): string =>
  new Date(Date.now() + shift() + 8 * 3600_000).toISOString().slice(0, 10)
