import { CodeOf, Id, Instant, Nullable, Optional, Shape, Type } from '../schema.ts'
import { NewPasskeyAnswer, PasskeyAnswer } from './passkeyShapes.ts'
import { bearer, OneTimeCode } from './shapes.ts'

/** How somebody may show once more that it is them. */
export const PROOFS = {
  code: { zh: '短信验证码', en: 'Code by text message' },
  totp: { zh: '动态码', en: 'One-time code' },
  passkey: { zh: '通行密钥', en: 'Passkey' },
} as const
export type Proof = keyof typeof PROOFS

export const ProofWays = Shape({
  ways: Type.Array(CodeOf(PROOFS)),
  /** Where a code goes, masked. */
  phone: Nullable(Type.String()),
})
/** One of the three. */
export const ProofBody = Shape({
  code: Optional(OneTimeCode('验证码')),
  totp: Optional(OneTimeCode('动态码')),
  passkey: Optional(PasskeyAnswer),
  bearer,
})

export const PasskeyParams = Shape({ id: Id() })
export const PasskeyList = Shape({
  items: Type.Array(
    Shape({ id: Id(), name: Type.String(), createdAt: Instant(), usedAt: Nullable(Instant()) }),
  ),
})
export const AddPasskeyBody = Shape({
  name: Type.String({ title: '名字', minLength: 1, maxLength: 40, pattern: '\\S' }),
  answer: NewPasskeyAnswer,
})
export const AddedPasskey = Shape({ id: Id() })
export const PasskeySignIn = Shape({ answer: PasskeyAnswer, bearer })

const ticket = Type.String({ title: '凭条', pattern: '^[A-Za-z0-9_-]{43}$', minLength: 43, maxLength: 43 })
/** A new authenticator: its secret leaves once, as text and as the address of a QR code. */
export const NewTotp = Shape({ ticket: Type.String(), secret: Type.String(), address: Type.String() })
export const NewTotpBody = Shape({ ticket, code: OneTimeCode('动态码'), bearer })
