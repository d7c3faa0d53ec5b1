import { Optional, Shape, Type } from '../schema.ts'

/** Bytes as a browser hands them on: base64url without padding. */
const Bytes = (title: string, maxLength: number) =>
  Type.String({ title, pattern: '^[A-Za-z0-9_-]+$', minLength: 1, maxLength })
const credentialId = Bytes('密钥编号', 1400)
const clientDataJSON = Bytes('浏览器说明', 4000)

/** A device's answer when a passkey is made (WebAuthn Level 3, attestation `none`). */
export const NewPasskeyAnswer = Shape({
  id: credentialId,
  clientDataJSON,
  attestationObject: Bytes('设备证明', 16_000),
})
/** A device's answer when a passkey is shown. */
export const PasskeyAnswer = Shape({
  id: credentialId,
  clientDataJSON,
  authenticatorData: Bytes('设备数据', 4000),
  signature: Bytes('签名', 4000),
  userHandle: Optional(Bytes('账号', 200)),
})
/** What a browser is asked, as `PublicKeyCredentialCreationOptionsJSON` or `PublicKeyCredentialRequestOptionsJSON`. */
export const PasskeyQuestion = Shape({ options: Type.Object({}, { additionalProperties: true }) })
