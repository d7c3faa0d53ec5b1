import { t } from '@lingui/core/macro'
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import type { Input } from './endpoints.ts'

type NewAnswer = Input<'addPasskey'>['body']['answer']
type Answer = Input<'signInWithPasskey'>['body']['answer']

/** The device or the person did not go through with it; nothing was sent. */
const orSentence = <T>(asked: Promise<T>): Promise<T> =>
  asked.catch((cause: unknown) => {
    throw new Error(t`这台设备没有完成验证。请再试一次，或者换一种方式。`, { cause })
  })

/** Has the device make a passkey. @param options what the server wants asked */
export async function makePasskey(options: object): Promise<NewAnswer> {
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON // our server's, made by the package's other half
  const { id, response } = await orSentence(startRegistration({ optionsJSON }))
  return { id, clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject }
}

/** Has the device show a passkey. @param options what the server wants asked */
export async function showPasskey(options: object): Promise<Answer> {
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON // as above
  const { id, response } = await orSentence(startAuthentication({ optionsJSON }))
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  return { id, clientDataJSON, authenticatorData, signature, ...(userHandle ? { userHandle } : {}) }
}
