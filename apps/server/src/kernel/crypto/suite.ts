import { createHmac, hkdfSync } from 'node:crypto'
import { CryptoError } from './provider.ts'

/** Which algorithms the house writes with: the international ones, or the national ones of China (国密). */
export const PROFILES = ['standard', 'sm'] as const
export type Profile = (typeof PROFILES)[number]

/** One key with its algorithms. */
export type Suite = {
  readonly keyId: string
  readonly algorithm: string
  /** @returns the parts of a cipher text behind key id and algorithm */
  encrypt(text: string, boundTo: Buffer): Buffer[]
  /** @throws whatever the cipher throws, or CryptoError: the caller says one sentence for all */
  decrypt(parts: readonly Buffer[], boundTo: Buffer): string
  lookUp(value: string): Buffer
  mac(data: Buffer): Buffer
  /** What proves data and nothing else: kept when the key is retired, so that old seals can still be checked. */
  readonly proofKey: Buffer
}

export type Hash = 'sha256' | 'sm3'
export const KEY_BYTES = 32

/** Keys derived from a master, one per purpose (RFC 5869). @throws CryptoError when the master is not 32 bytes */
export function deriver(hash: Hash, master: Buffer): (purpose: string, bytes?: number) => Buffer {
  if (master.length !== KEY_BYTES) throw new CryptoError('the master key must be 32 bytes')
  return (purpose, bytes = KEY_BYTES) => Buffer.from(hkdfSync(hash, master, '', `linli:${purpose}:1`, bytes))
}

export const hmac = (hash: Hash, key: Buffer, data: string | Buffer): Buffer =>
  createHmac(hash, key).update(data).digest()
