import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CryptoError } from './provider.ts'
import { openSecretKey } from './secretKey.ts'
import { softwareProvider } from './softwareProvider.ts'

describe('software provider', () => {
  const crypto = softwareProvider(randomBytes(32))
  const cipher = crypto.encryptField('13812341234', 'people.phone:1')

  test('a field comes back, and looks different each time', () => {
    expect(crypto.decryptField(cipher, 'people.phone:1')).toBe('13812341234')
    expect(cipher).not.toContain('1381234')
    expect(crypto.encryptField('13812341234', 'people.phone:1')).not.toBe(cipher)
    expect(crypto.decryptField(crypto.encryptField('', 'x'), 'x')).toBe('')
  })

  test('key and algorithm stand in the value', () => {
    expect(cipher.split('.').slice(0, 2)).toEqual([crypto.keyId, 'aes256gcm'])
  })

  test('each changed part, another field and another key are refused', () => {
    for (const at of [0, 1, 2, 3, 4]) {
      const parts = cipher.split('.')
      const part = parts[at] ?? ''
      parts[at] = (part.startsWith('A') ? 'B' : 'A') + part.slice(1)
      expect(() => crypto.decryptField(parts.join('.'), 'people.phone:1')).toThrow(CryptoError)
    }
    expect(() => crypto.decryptField(cipher, 'people.phone:2')).toThrow(CryptoError)
    expect(() => crypto.decryptField(cipher.slice(0, -4), 'people.phone:1')).toThrow(CryptoError)
    expect(() => softwareProvider(randomBytes(32)).decryptField(cipher, 'people.phone:1')).toThrow(
      CryptoError,
    )
  })

  test('look-ups repeat, differ by key, and are not the proof of the same data', () => {
    expect(crypto.lookUp('13812341234')).toEqual(crypto.lookUp('13812341234'))
    expect(crypto.lookUp('13812341234')).not.toEqual(softwareProvider(randomBytes(32)).lookUp('13812341234'))
    expect(crypto.lookUp('a')).not.toEqual(crypto.mac(Buffer.from('a')))
  })
})

describe('the master key', () => {
  let dataDir = ''
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'linli-key-'))
  })
  afterEach(() => rm(dataDir, { recursive: true }))
  const config = () => ({ secretKey: undefined, production: false, dataDir })

  test('is made once, also by many processes at once, and read by nobody else', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => openSecretKey(config())))
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1)
    expect(keys[0]?.length).toBe(32)
    expect(await openSecretKey(config())).toEqual(keys[0])
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600)
  })

  test('is taken from SECRET_KEY, and never made in production', async () => {
    const key = randomBytes(32)
    expect(await openSecretKey({ ...config(), secretKey: key.toString('base64'), production: true })).toEqual(
      key,
    )
    await expect(openSecretKey({ ...config(), production: true })).rejects.toThrow(CryptoError)
  })

  test('is never silently replaced when it is damaged', async () => {
    await writeFile(join(dataDir, 'secret.key'), 'short')
    await expect(openSecretKey(config())).rejects.toThrow('secret.key')
  })
})
