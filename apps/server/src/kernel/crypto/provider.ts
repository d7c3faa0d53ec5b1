/**
 * Everything the house keeps secret or proves unchanged passes through here, so that a certified module can take the
 * software's place. Each cipher text names the key and the algorithm it was made with.
 */
export type CryptoProvider = {
  /** The key in use, as written into cipher texts and seals. */
  readonly keyId: string
  /** Encrypts one field. `context` (`people.phone:1`) is bound to it: a value moved to another field does not open. */
  encryptField(text: string, context: string): string
  /** @throws CryptoError when the value was changed, moved to another context, or made with another key */
  decryptField(cipher: string, context: string): string
  /** A keyed index of a value (a phone number), so that it can be found without being stored in clear. */
  lookUp(value: string): Buffer
  /** Proves that data was not changed since; seals and one-time codes. */
  mac(data: Buffer): Buffer
}

/** A secret that cannot be read: changed, in the wrong place, or of another key. Never names the value. */
export class CryptoError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'CryptoError'
  }
}
