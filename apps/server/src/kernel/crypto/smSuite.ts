import {
  createCipheriv,
  createDecipheriv,
  getCiphers,
  getHashes,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { CryptoError } from './provider.ts'
import { deriver, hmac, type Suite } from './suite.ts'

const CIPHER = 'sm4-ctr'
const KEY_BYTES = 16 // GB/T 32907: SM4 has keys and blocks of 128 bits
const IV_BYTES = 16
const TAG_BYTES = 32 // SM3, GB/T 32905

/**
 * The national algorithms: SM4-CTR with HMAC-SM3 over context, counter and data (encrypt-then-MAC) for fields, HMAC-SM3
 * for look-ups and proofs. Node's OpenSSL has no SM4-GCM, and nothing is put in its place unasked. SM2 signatures are
 * not offered: what `sign('sm3')` makes with an SM2 key is no signature of GB/T 32918 (smSuite.test.ts shows it).
 * @param master 32 bytes
 * @throws CryptoError when this Node lacks one of them: never another algorithm under the same name
 */
export function smSuite(master: Buffer): Suite {
  demandNational(getCiphers(), getHashes())
  const derive = deriver('sm3', master)
  const fieldKey = derive('sm-field', KEY_BYTES)
  const tagKey = derive('sm-field-tag')
  const indexKey = derive('sm-index')
  const proofKey = derive('sm-proof')
  const tagOf = (boundTo: Buffer, iv: Buffer, data: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(boundTo.length) // so that context and data cannot flow into one another
    return hmac('sm3', tagKey, Buffer.concat([length, boundTo, iv, data]))
  }
  return {
    keyId: `s${derive('sm-id').toString('hex').slice(0, 12)}`,
    algorithm: 'sm4ctrhmacsm3',
    proofKey,
    encrypt: (text, boundTo) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, fieldKey, iv)
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [iv, data, tagOf(boundTo, iv, data)]
    },
    decrypt: ([iv, data, tag], boundTo) => {
      if (iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES || !data)
        throw new CryptoError('the value is not a cipher text')
      if (!timingSafeEqual(tag, tagOf(boundTo, iv, data))) throw new CryptoError('the value was changed')
      const decipher = createDecipheriv(CIPHER, fieldKey, iv)
      return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8')
    },
    lookUp: (value) => hmac('sm3', indexKey, value),
    mac: (data) => hmac('sm3', proofKey, data),
  }
}

/** @throws CryptoError naming what is missing */
export function demandNational(ciphers: readonly string[], hashes: readonly string[]): void {
  const missing = [...(ciphers.includes(CIPHER) ? [] : [CIPHER]), ...(hashes.includes('sm3') ? [] : ['sm3'])]
  if (missing.length > 0)
    throw new CryptoError(
      `这个 Node 没有 ${missing.join('、')}，CRYPTO_PROFILE=sm 不能用，也不会改用别的算法。 This Node lacks ${missing.join(', ')}: CRYPTO_PROFILE=sm is refused, and nothing takes its place.`,
    )
}
