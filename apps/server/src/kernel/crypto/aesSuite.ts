import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { CryptoError } from './provider.ts'
import { deriver, hmac, type Suite } from './suite.ts'

const IV_BYTES = 12 // NIST SP 800-38D
const TAG_BYTES = 16

/** AES-256-GCM for fields, HMAC-SHA-256 for look-ups and proofs. @param master 32 bytes */
export function aesSuite(master: Buffer): Suite {
  const derive = deriver('sha256', master)
  const fieldKey = derive('field')
  const indexKey = derive('index')
  const proofKey = derive('proof')
  return {
    keyId: `k${derive('id').toString('hex').slice(0, 12)}`,
    algorithm: 'aes256gcm',
    proofKey,
    encrypt: (text, boundTo) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', fieldKey, iv).setAAD(boundTo)
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [iv, data, cipher.getAuthTag()]
    },
    decrypt: ([iv, data, tag], boundTo) => {
      if (iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES || !data)
        throw new CryptoError('the value is not a cipher text')
      const decipher = createDecipheriv('aes-256-gcm', fieldKey, iv, { authTagLength: TAG_BYTES })
      decipher.setAAD(boundTo).setAuthTag(tag)
      return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8')
    },
    lookUp: (value) => hmac('sha256', indexKey, value),
    mac: (data) => hmac('sha256', proofKey, data),
  }
}
