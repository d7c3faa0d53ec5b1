import { Instant, Nullable, Optional, Phone, Shape, Type } from '../schema.ts'

/** A page of this site to come back to: a path, never another address. */
const Next = Type.String({
  title: '回到哪一页',
  pattern: '^/(?![/\\\\])[^\\s\\\\]*$',
  maxLength: 400,
})
const OneTimeCode = (title: string) => Type.String({ title, pattern: '^\\d{6}$', description: '6 位数字' })

/** Which doors stand open here, beside login and password, which staff always have. */
export const OpenDoors = Shape({
  phone: Type.Boolean({ title: '手机验证码' }),
  wechat: Type.Boolean({ title: '微信' }),
  singleSignOn: Type.Boolean({ title: '统一认证' }),
})

export const WantedWay = Shape({ next: Next })
/** Where the browser is to go: the other side's own page. */
export const Way = Shape({ url: Type.String() })

/** What the other side gave the browser to bring back. */
export const BroughtBack = Shape({
  code: Type.String({ title: '授权码', minLength: 1, maxLength: 2000 }),
  state: Type.String({ title: '往返凭据', pattern: '^[0-9a-f]{64}$' }),
  iss: Optional(Type.String({ title: '认证平台', minLength: 1, maxLength: 400 })),
})

/**
 * `signedIn` false: one step is left, which the page asks for. WeChat: a phone and its code; single sign-on: the one-time code.
 */
export const Returned = Shape({ next: Type.String(), signedIn: Type.Boolean() })
export const Entered = Shape({ next: Type.String() })

export const PhoneToBind = Shape({ phone: Phone('手机号'), code: OneTimeCode('验证码') })
export const SecondFactor = Shape({ code: OneTimeCode('动态码') })

export const MyDoors = Shape({
  wechat: Nullable(Shape({ boundAt: Instant() })),
})

/** By whom the account is known at the provider; null takes the binding away. */
export const StaffSubject = Shape({
  subject: Nullable(Type.String({ title: '统一认证编号', minLength: 1, maxLength: 255, pattern: '\\S' })),
})
