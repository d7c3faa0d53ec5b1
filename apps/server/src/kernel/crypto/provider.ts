/**
 * Everything the house keeps secret or proves unchanged passes through here, so that a certified module can take the
 * software's place. Each cipher text and seal names the key it was made with; a key is of one algorithm. While keys
 * change, several are known at once: one writes, all read.
 */
export type CryptoProvider = {
  /** The key that writes, as written into cipher texts and seals. */
  readonly keyId: string
  /** The keys whose values may still be met in the database, the writing one first. */
  readonly liveKeys: readonly string[]
  /** Encrypts one field. `context` (`people.phone:1`) is bound to it: a value moved to another field does not open. */
  encryptField(text: string, context: string): string
  /** @throws CryptoError when the value was changed, moved to another context, or made with a key that is not known here */
  decryptField(cipher: string, context: string): string
  /** A keyed index of a value (a phone number), so that it can be found without being stored in clear. For writing. */
  lookUp(value: string): Buffer
  /** The index of a value by every live key, the writing one first. For finding: `column = any(...)`. */
  lookUps(value: string): Buffer[]
  /** Proves that data was not changed since; seals and one-time codes. For writing. */
  mac(data: Buffer): Buffer
  /** The proof of data by every live key: for values of minutes, which do not name their key. */
  macs(data: Buffer): Buffer[]
  /** The proof of data by a named key, also by one that is retired; undefined for a key nobody here knows. */
  macBy(keyId: string, data: Buffer): Buffer | undefined
}

/** A secret that cannot be read: changed, in the wrong place, or of another key. Never names the value. */
export class CryptoError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'CryptoError'
  }
}

/** The key a cipher text was made with. */
export const keyOf = (cipher: string): string => cipher.slice(0, Math.max(0, cipher.indexOf('.')))
