import { aesSuite } from './aesSuite.ts'
import { CryptoError, type CryptoProvider } from './provider.ts'
import { smSuite } from './smSuite.ts'
import { hmac, type Profile, type Suite } from './suite.ts'

/** A key that no longer encrypts anything: what is left of it checks old seals. */
export type RetiredKey = { readonly keyId: string; readonly proofKey: Buffer }

export type KeyOptions = {
  readonly profile?: Profile
  /** Masters that are known beside the writing one. */
  readonly others?: readonly Buffer[]
  /** Key ids of which the database still holds values. */
  readonly alsoLive?: readonly string[]
  readonly retired?: readonly RetiredKey[]
}

const suiteOf = (profile: Profile, master: Buffer): Suite =>
  profile === 'sm' ? smSuite(master) : aesSuite(master)

/**
 * The provider in software. A field reads `<key id>.<algorithm>.<parts in base64url>`.
 * @param master 32 bytes, writes; see `openSecretKeys`
 */
export function softwareProvider(master: Buffer, options: KeyOptions = {}): CryptoProvider {
  const { profile = 'standard', others = [], alsoLive = [], retired = [] } = options
  const known = new Map<string, Suite>()
  const know = (suite: Suite): Suite => {
    known.set(suite.keyId, suite)
    return suite
  }
  const writing = know(suiteOf(profile, master))
  const beside = others.map((other) => know(suiteOf(profile, other)).keyId)
  // Values of the other algorithms are met after a change of profile only; then the database names their keys.
  if (alsoLive.some((id) => !known.has(id)))
    for (const each of [master, ...others]) know(suiteOf(profile === 'sm' ? 'standard' : 'sm', each))
  const retiredIds = new Set(retired.map(({ keyId }) => keyId))
  const liveKeys = [...new Set([writing.keyId, ...alsoLive, ...beside.filter((id) => !retiredIds.has(id))])]
  const live = liveKeys.flatMap((id) => known.get(id) ?? [])
  const proofs = new Map(retired.map(({ keyId, proofKey }) => [keyId, proofKey]))
  const boundTo = ({ keyId, algorithm }: Suite, context: string) =>
    Buffer.from(`${keyId}.${algorithm}.${context}`)

  return {
    keyId: writing.keyId,
    liveKeys,
    encryptField: (text, context) =>
      [
        writing.keyId,
        writing.algorithm,
        ...writing.encrypt(text, boundTo(writing, context)).map((part) => part.toString('base64url')),
      ].join('.'),
    decryptField: (value, context) => {
      const [madeWith = '', algorithm, ...parts] = value.split('.')
      const suite = known.get(madeWith)
      if (suite?.algorithm !== algorithm || !suite)
        throw new CryptoError('the value was encrypted with another key or algorithm')
      try {
        return suite.decrypt(
          parts.map((part) => Buffer.from(part, 'base64url')),
          boundTo(suite, context),
        )
      } catch {
        throw new CryptoError('the value was changed or belongs to another field')
      }
    },
    lookUp: (value) => writing.lookUp(value),
    lookUps: (value) => live.map((suite) => suite.lookUp(value)),
    mac: (data) => writing.mac(data),
    macs: (data) => live.map((suite) => suite.mac(data)),
    macBy: (keyId, data) => {
      const proofKey = proofs.get(keyId)
      if (proofKey) return hmac(keyId.startsWith('s') ? 'sm3' : 'sha256', proofKey, data)
      return known.get(keyId)?.mac(data)
    },
  }
}

/** What is to be kept of a master's key, so that its seals can be checked when it is gone. */
export function keysOf(master: Buffer, profile: Profile): RetiredKey {
  const { keyId, proofKey } = suiteOf(profile, master)
  return { keyId, proofKey }
}
