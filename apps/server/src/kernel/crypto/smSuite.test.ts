import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  generateKeyPairSync,
  getCiphers,
  getHashes,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CryptoError } from './provider.ts'
import { demandNational, smSuite } from './smSuite.ts'
import { softwareProvider } from './softwareProvider.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const KEY = hex('0123456789abcdeffedcba9876543210')

describe('the algorithms are the standards’', () => {
  test.each([
    // GB/T 32905-2016, annex A.1 and A.2
    ['abc', '66c7f0f4 62eeedd9 d1f2d46b dc10e4e2 4167c487 5cf2f7a2 297da02b 8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff9 2275b8a1 38604889 c18e5a4d 6fdb70e5 387e5765 293dcba3 9c0c5732'],
  ])('SM3 of %s', (text, digest) => {
    expect(createHash('sm3').update(text).digest()).toEqual(hex(digest))
  })

  // GB/T 32907-2016, annex A.1: the key is the plain text
  test('SM4 of one block, there and back', () => {
    const cipher = createCipheriv('sm4-ecb', KEY, null).setAutoPadding(false)
    const block = Buffer.concat([cipher.update(KEY), cipher.final()])
    expect(block).toEqual(hex('681edf34 d206965e 86b3e94f 536e4246'))
    const back = createDecipheriv('sm4-ecb', KEY, null).setAutoPadding(false)
    expect(Buffer.concat([back.update(block), back.final()])).toEqual(KEY)
  })

  // GB/T 32907-2016, annex A.2: a million rounds over the same block
  test('SM4 a million times over', () => {
    let block: Buffer = KEY
    const cipher = createCipheriv('sm4-ecb', KEY, null).setAutoPadding(false)
    for (let round = 0; round < 1_000_000; round += 1) block = cipher.update(block)
    expect(block).toEqual(hex('595298c7 c6fd271f 0402f804 c33d3f66'))
  })

  // draft-ribose-cfrg-sm4, A.2.5.1: CTR over 64 bytes
  test('SM4-CTR', () => {
    const cipher = createCipheriv('sm4-ctr', KEY, hex('000102030405060708090a0b0c0d0e0f'))
    const text = Buffer.from(
      'aabbccddeeffaabb'.replace(/../g, (pair) => (pair[0] === pair[1] ? pair.repeat(8) : pair)),
      'hex',
    )
    expect(cipher.update(text)).toEqual(
      hex(
        'ac3236cb 970cc207 91364c39 5a1342d1 a3cbc187 8c6f30cd 074cce38 5cdd70c7 f234bc0e 24c11980 fd1286310ce37b92 6e02fcd0 faa0baf3 8b293385 1d824514',
      ),
    )
  })

  // RFC 2104 over SM3: key longer than a block is hashed first, shorter is filled with zeros
  test('HMAC-SM3', () => {
    const byHand = (key: Buffer, data: Buffer): Buffer => {
      const sm3 = (...parts: Buffer[]) => createHash('sm3').update(Buffer.concat(parts)).digest()
      const block = Buffer.concat([key.length > 64 ? sm3(key) : key, Buffer.alloc(64)]).subarray(0, 64)
      const pad = (byte: number) => Buffer.from(block.map((each) => each ^ byte))
      return sm3(pad(0x5c), sm3(pad(0x36), data))
    }
    for (const length of [16, 64, 100]) {
      const [key, data] = [randomBytes(length), randomBytes(77)]
      expect(createHmac('sm3', key).update(data).digest()).toEqual(byHand(key, data))
    }
  })
})

describe('the national suite', () => {
  const master = randomBytes(32)
  const crypto = softwareProvider(master, { profile: 'sm' })
  const cipher = crypto.encryptField('13812341234', 'people.phone:1')

  test('a field comes back, names key and algorithm, and looks different each time', () => {
    expect(crypto.decryptField(cipher, 'people.phone:1')).toBe('13812341234')
    expect(cipher.split('.').slice(0, 2)).toEqual([crypto.keyId, 'sm4ctrhmacsm3'])
    expect(crypto.encryptField('13812341234', 'people.phone:1')).not.toBe(cipher)
    expect(crypto.decryptField(crypto.encryptField('', 'x'), 'x')).toBe('')
  })

  // CTR alone would let every bit be turned: the tag is looked at before anything is opened
  test('every changed bit, another field and another key are refused', () => {
    const parts = cipher.split('.')
    for (const at of [2, 3, 4]) {
      const bytes = Buffer.from(parts[at] ?? '', 'base64url')
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const changed = Buffer.from(bytes)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const value = parts.with(at, changed.toString('base64url')).join('.')
        expect(() => crypto.decryptField(value, 'people.phone:1')).toThrow(CryptoError)
      }
    }
    expect(() => crypto.decryptField(cipher, 'people.phone:2')).toThrow(CryptoError)
    expect(() =>
      softwareProvider(randomBytes(32), { profile: 'sm' }).decryptField(cipher, 'people.phone:1'),
    ).toThrow(CryptoError)
  })

  test('no value of one algorithm is taken for one of the other, though both come from one master', () => {
    const standard = softwareProvider(master)
    expect(standard.keyId).not.toBe(crypto.keyId)
    expect(() => standard.decryptField(cipher, 'people.phone:1')).toThrow(CryptoError)
    const renamed = cipher.replace('sm4ctrhmacsm3', 'aes256gcm')
    const both = softwareProvider(master, { profile: 'sm', alsoLive: [standard.keyId] })
    expect(() => both.decryptField(renamed, 'people.phone:1')).toThrow(CryptoError)
    expect(both.lookUps('13812341234')).toEqual([
      crypto.lookUp('13812341234'),
      standard.lookUp('13812341234'),
    ])
  })
})

describe('traps', () => {
  // Were it there one day, nothing would change by itself: the algorithm is named in the source.
  test('this OpenSSL has no SM4-GCM and no SM4-CCM', () => {
    expect(getCiphers().filter((name) => /^sm4-(gcm|ccm)/i.test(name))).toEqual([])
    expect(() => createCipheriv('sm4-gcm', KEY, Buffer.alloc(12))).toThrow(/Unknown cipher/)
  })

  test('a Node without the algorithms is refused with their names, never served with others', () => {
    expect(() => demandNational(getCiphers(), getHashes())).not.toThrow()
    const without = (names: string[], gone: string) => names.filter((name) => name !== gone)
    expect(() => demandNational(without(getCiphers(), 'sm4-ctr'), getHashes())).toThrow(/sm4-ctr/)
    expect(() => demandNational(getCiphers(), without(getHashes(), 'sm3'))).toThrow(/sm3/)
  })

  /**
   * GB/T 32918.2 signs e = SM3(Z || M), where Z binds the signer's id and public key. Node signs SM3(M) alone: the
   * same signature verifies as ECDSA over SM3(M), which no SM2 signature does. So it is not offered.
   */
  test('what Node signs with an SM2 key is plain ECDSA over SM3, not SM2', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' })
    const message = Buffer.from('message digest')
    const signature = sign('sm3', message, { key: privateKey, dsaEncoding: 'ieee-p1363' })
    expect(verify('sm3', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
    const jwk = publicKey.export({ format: 'der', type: 'spki' }).subarray(-64)
    const point = { x: toInteger(jwk.subarray(0, 32)), y: toInteger(jwk.subarray(32)) }
    const digest = toInteger(createHash('sm3').update(message).digest())
    expect(holdsAsEcdsa(point, digest, signature)).toBe(true)
    expect(holdsAsSm2(point, standardDigest(jwk, message), signature)).toBe(false)
    expect(holdsAsSm2(point, digest, signature)).toBe(false)
  })

  test('the example of the standard verifies by our reading of SM2, so that the test above says something', () => {
    // GB/T 32918.5-2017, annex A.2
    const key = hex(
      '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020 ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
    )
    const signature = hex(
      'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3 b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
    )
    const point = { x: toInteger(key.subarray(0, 32)), y: toInteger(key.subarray(32)) }
    const digest = standardDigest(key, Buffer.from('message digest'))
    expect(holdsAsSm2(point, digest, signature)).toBe(true)
    expect(holdsAsEcdsa(point, digest, signature)).toBe(false)
  })

  test('the provider has no signature to offer', () => {
    expect(Object.keys(smSuite(randomBytes(32))).filter((name) => /sign|verify/i.test(name))).toEqual([])
    expect(
      Object.keys(softwareProvider(randomBytes(32), { profile: 'sm' })).filter((name) =>
        /sign|verify/i.test(name),
      ),
    ).toEqual([])
  })
})

// The curve of GB/T 32918.5, written out: small and slow, to look over OpenSSL's shoulder.
const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn
const A = P - 3n
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
const G = {
  x: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  y: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
}
type Point = { readonly x: bigint; readonly y: bigint } | undefined

const toInteger = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const mod = (value: bigint, by: bigint): bigint => ((value % by) + by) % by
function power(base: bigint, exponent: bigint, by: bigint): bigint {
  let result = 1n
  for (let b = mod(base, by), e = exponent; e > 0n; e >>= 1n, b = (b * b) % by)
    if (e & 1n) result = (result * b) % by
  return result
}
const inverse = (value: bigint, by: bigint): bigint => power(value, by - 2n, by)
function add(a: Point, b: Point): Point {
  if (!a || !b) return a ?? b
  if (a.x === b.x && mod(a.y + b.y, P) === 0n) return undefined
  const slope =
    a.x === b.x
      ? mod((3n * a.x * a.x + A) * inverse(2n * a.y, P), P)
      : mod((b.y - a.y) * inverse(b.x - a.x, P), P)
  const x = mod(slope * slope - a.x - b.x, P)
  return { x, y: mod(slope * (a.x - x) - a.y, P) }
}
function times(k: bigint, point: Point): Point {
  let result: Point
  for (let rest = k, each = point; rest > 0n; rest >>= 1n, each = add(each, each))
    if (rest & 1n) result = add(result, each)
  return result
}
const halves = (signature: Buffer) =>
  [toInteger(signature.subarray(0, 32)), toInteger(signature.subarray(32))] as const

function holdsAsSm2(key: Point, digest: bigint, signature: Buffer): boolean {
  const [r, s] = halves(signature)
  const sum = add(times(s, G), times(mod(r + s, N), key))
  return sum !== undefined && mod(digest + sum.x, N) === r
}
function holdsAsEcdsa(key: Point, digest: bigint, signature: Buffer): boolean {
  const [r, s] = halves(signature)
  const w = inverse(s, N)
  const sum = add(times(mod(digest * w, N), G), times(mod(r * w, N), key))
  return sum !== undefined && mod(sum.x, N) === r
}
/** SM3(Z || M) with the default id 1234567812345678. */
function standardDigest(key: Uint8Array, message: Buffer): bigint {
  const id = Buffer.from('1234567812345678')
  const field = (value: bigint) => hex(value.toString(16).padStart(64, '0'))
  const z = createHash('sm3')
    .update(Buffer.concat([hex('0080'), id, field(A), field(B), field(G.x), field(G.y), key]))
    .digest()
  return toInteger(
    createHash('sm3')
      .update(Buffer.concat([z, message]))
      .digest(),
  )
}
