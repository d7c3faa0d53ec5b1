import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { CryptoError, type CryptoProvider } from './provider.ts'

const ALGORITHM = 'aes256gcm'
const IV_BYTES = 12 // NIST SP 800-38D
const TAG_BYTES = 16

/**
 * AES-256-GCM for fields, HMAC-SHA-256 for look-ups and proofs; one key per purpose by HKDF (RFC 5869).
 * A field reads `<key id>.aes256gcm.<iv>.<data>.<tag>`, the parts in base64url.
 * @param master 32 bytes, see `openSecretKey`
 */
export function softwareProvider(master: Buffer): CryptoProvider {
  if (master.length !== 32) throw new CryptoError('the master key must be 32 bytes')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `linli:${purpose}:1`, 32))
  const fieldKey = derive('field')
  const indexKey = derive('index')
  const proofKey = derive('proof')
  const keyId = `k${derive('id').toString('hex').slice(0, 12)}`
  const boundTo = (context: string) => Buffer.from(`${keyId}.${ALGORITHM}.${context}`)
  const hmac = (key: Buffer, data: string | Buffer) => createHmac('sha256', key).update(data).digest()

  return {
    keyId,
    encryptField: (text, context) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', fieldKey, iv).setAAD(boundTo(context))
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [
        keyId,
        ALGORITHM,
        ...[iv, data, cipher.getAuthTag()].map((part) => part.toString('base64url')),
      ].join('.')
    },
    decryptField: (value, context) => {
      const [madeWith, algorithm, ...parts] = value.split('.')
      if (madeWith !== keyId || algorithm !== ALGORITHM)
        throw new CryptoError('the value was encrypted with another key or algorithm')
      const [iv, data, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
      if (iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES || !data)
        throw new CryptoError('the value is not a cipher text')
      try {
        const decipher = createDecipheriv('aes-256-gcm', fieldKey, iv, { authTagLength: TAG_BYTES })
        decipher.setAAD(boundTo(context)).setAuthTag(tag)
        return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8')
      } catch {
        throw new CryptoError('the value was changed or belongs to another field')
      }
    },
    lookUp: (value) => hmac(indexKey, value),
    mac: (data) => hmac(proofKey, data),
  }
}
