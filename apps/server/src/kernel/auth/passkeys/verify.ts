import type { NewPasskeyAnswer, PasskeyAnswer } from '@linli/contract/kernel/passkeyShapes'
import type { Static } from '@linli/contract/schema'
import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'

export type NewAnswer = Static<typeof NewPasskeyAnswer>
export type Answer = Static<typeof PasskeyAnswer>
/** Where passkeys hold: the address people reach the house at, and its host name, which is their relying party id. */
export type Site = { readonly origin: string; readonly host: string }

/** @param publicUrl what links begin with: PUBLIC_URL, else the address of the request */
export function siteOf(publicUrl: string): Site {
  const { origin, hostname } = new URL(publicUrl)
  return { origin, host: hostname }
}

/** The challenge a browser says it was given; empty when its words cannot be read. */
export function challengeIn(clientDataJSON: string): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    const named = typeof data === 'object' && data !== null && 'challenge' in data ? data.challenge : ''
    return typeof named === 'string' ? named : ''
  } catch {
    return '' // not JSON: no challenge of ours
  }
}

/** EdDSA, ES256 and RS256 (COSE numbers): what phones and security keys sign with today. */
export const ALGORITHMS = [-8, -7, -257]

const envelope = (id: string) => ({ id, rawId: id, type: 'public-key', clientExtensionResults: {} }) as const

/** The package throws at whatever does not fit; for the caller each of it is a wrong answer. */
const orWrong = <T>(checked: Promise<T>): Promise<T | undefined> => checked.catch(() => undefined)

/** The credential of a device's first answer, when origin, host, challenge and the check of its user are right. */
export async function newCredential(
  { origin, host }: Site,
  { id, clientDataJSON, attestationObject }: NewAnswer,
): Promise<WebAuthnCredential | undefined> {
  const checked = await orWrong(
    verifyRegistrationResponse({
      response: { ...envelope(id), response: { clientDataJSON, attestationObject } },
      expectedChallenge: challengeIn(clientDataJSON),
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  return checked?.verified ? checked.registrationInfo.credential : undefined
}

/** The new counter of a device's answer, when its signature and all else are right. */
export async function counterOf(
  { origin, host }: Site,
  { id, clientDataJSON, authenticatorData, signature }: Answer,
  credential: WebAuthnCredential,
): Promise<number | undefined> {
  const checked = await orWrong(
    verifyAuthenticationResponse({
      response: { ...envelope(id), response: { clientDataJSON, authenticatorData, signature } },
      expectedChallenge: challengeIn(clientDataJSON),
      expectedOrigin: origin,
      expectedRPID: host,
      credential,
      requireUserVerification: true,
    }),
  )
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined
}
