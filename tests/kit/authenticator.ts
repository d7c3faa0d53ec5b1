import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Question = {
  readonly challenge: string
  readonly user?: { readonly id: string }
  readonly rp?: { readonly id?: string }
  readonly rpId?: string
}
/** What a test lets the device or the page around it say otherwise. */
export type Lie = {
  readonly origin?: string
  readonly host?: string
  readonly challenge?: string
  readonly counter?: number
  readonly userHandle?: string
  readonly isVerified?: boolean
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()
const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40

/** A device with one passkey (ES256, attestation `none`), made of node's own cryptography: it answers what a browser would ask. */
export function softAuthenticator(origin = 'http://localhost') {
  const id = randomBytes(32)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let counter = 0
  let owner = ''

  const clientData = (type: string, challenge: string, lie: Lie): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge: lie.challenge ?? challenge, origin: lie.origin ?? origin }))
  const head = (host: string, flags: number, lie: Lie): Buffer => {
    const count = Buffer.alloc(4)
    counter += 1
    count.writeUInt32BE(lie.counter ?? counter)
    const seen = lie.isVerified === false ? flags & ~VERIFIED : flags
    return Buffer.concat([sha256(lie.host ?? host), Buffer.from([seen]), count])
  }
  return {
    id: base64url(id),
    /** Answers the question for a new passkey. */
    make({ challenge, user, rp }: Question, lie: Lie = {}) {
      owner = user?.id ?? ''
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([
        head(rp?.id ?? 'localhost', PRESENT | VERIFIED | HAS_KEY, lie),
        Buffer.alloc(16),
        length,
        id,
        coseKey(publicKey),
      ])
      const object = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ])
      return {
        id: base64url(id),
        clientDataJSON: base64url(clientData('webauthn.create', challenge, lie)),
        attestationObject: base64url(encode(object)),
      }
    },
    /** Answers a question with the passkey. */
    show({ challenge, rpId }: Question, lie: Lie = {}) {
      const said = clientData('webauthn.get', challenge, lie)
      const authenticatorData = head(rpId ?? 'localhost', PRESENT | VERIFIED, lie)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(said)]), privateKey)
      return {
        id: base64url(id),
        clientDataJSON: base64url(said),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(signature),
        ...((lie.userHandle ?? owner) ? { userHandle: lie.userHandle ?? owner } : {}),
      }
    },
  }
}
export type SoftAuthenticator = ReturnType<typeof softAuthenticator>

/** CBOR (RFC 8949) of what a passkey needs: whole numbers below 256, texts, bytes, and maps of them. */
function encode(value: unknown): Buffer {
  if (typeof value === 'number') return value < 0 ? headOf(1, -1 - value) : headOf(0, value)
  if (typeof value === 'string')
    return Buffer.concat([headOf(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([headOf(2, value.length), value])
  if (value instanceof Map)
    return Buffer.concat([
      headOf(5, value.size),
      ...[...value].flatMap(([key, entry]) => [encode(key), encode(entry)]),
    ])
  throw new Error(`no passkey holds a ${typeof value}`)
}

/** The first byte says the kind and, up to 23, the size; one or two more say a larger one. */
function headOf(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size])
  if (size < 256) return Buffer.from([(kind << 5) | 24, size])
  return Buffer.from([(kind << 5) | 25, size >> 8, size & 0xff])
}

/** COSE_Key (RFC 9053): EC2, ES256, P-256. */
function coseKey(publicKey: KeyObject): Uint8Array {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return encode(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]),
  )
}
