import { ROLES } from '../roles.ts'
import { CodeOf, Id, Instant, Nullable, Optional, Phone, Shape, Type, WordsShape } from '../schema.ts'
import { PasskeyAnswer } from './passkeyShapes.ts'

export const OneTimeCode = (title: string) =>
  Type.String({ title, pattern: '^\\d{6}$', description: '6 位数字' })

/** Asked for by a page without cookies (one of several seats side by side): the token comes in the answer too. */
export const bearer = Optional(Type.Boolean({ title: '返回令牌', default: false }))

export const WantedCode = Shape({ phone: Phone('手机号') })
/** The same for known and unknown phones. `demoCode` only where the demo shows codes on the screen. */
export const CodeSent = Shape({
  secondsToLive: Type.Integer(),
  secondsToNext: Type.Integer(),
  demoCode: Optional(Type.String()),
})

export const PhoneSignIn = Shape({ phone: Phone('手机号'), code: OneTimeCode('验证码'), bearer })
export const PasswordSignIn = Shape({
  login: Type.String({ title: '登录名', minLength: 1, maxLength: 60 }),
  password: Type.String({ title: '密码', minLength: 1, maxLength: 128 }),
  /** One of the two: a code of the authenticator, or a passkey in its place. */
  code: Optional(OneTimeCode('动态码')),
  passkey: Optional(PasskeyAnswer),
  bearer,
})
export const SignedIn = Shape({ expiresAt: Instant(), token: Optional(Type.String()) })

/** A role over an area or a unit, never both. */
const HeldRole = Shape({
  role: CodeOf(ROLES, '角色'),
  areaPath: Nullable(Type.String()),
  unitId: Nullable(Id()),
})
export const MyFace = Shape({
  person: Shape({ id: Id(), name: Type.String() }),
  region: Shape({ id: Type.Integer(), name: WordsShape }),
  roles: Type.Array(HeldRole),
  units: Type.Array(Id()),
  teams: Type.Array(Id()),
  /** What must be done before anything else: a password of one's own, a first factor. */
  due: Nullable(Type.Unsafe<'password' | 'factor'>({ type: 'string', enum: ['password', 'factor'] })),
})

export const SessionList = Shape({
  items: Type.Array(
    Shape({
      id: Id(),
      createdAt: Instant(),
      seenAt: Instant(),
      expiresAt: Instant(),
      isThis: Type.Boolean(),
      /** Family words of program and system; null where the house was not told. */
      device: Nullable(WordsShape),
    }),
  ),
})

export const StoredFile = Shape({
  id: Id(),
  kind: Type.Unsafe<'photo' | 'voice'>({ type: 'string', enum: ['photo', 'voice'] }),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
})
