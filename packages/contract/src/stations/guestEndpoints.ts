import { endpoints } from '../endpoint.ts'
import { CodeSent, WantedCode } from '../kernel/shapes.ts'
import { AreaPath, Instant, Nullable, Optional, Phone, Shape, type Static, Type } from '../schema.ts'
import { StationParams } from './shapes.ts'

const Secret = Type.String({ title: '凭证', pattern: '^[A-Za-z0-9_-]{43}$' })
/** A page that keeps the session itself asks for it. */
const Bearer = { bearer: Optional(Type.Boolean({ title: '自行保存登录' })) }
/** `secret` is given once, to whoever is new here; the phone keeps it in the address of the follow-up page. */
export const GuestEntered = Shape({
  expiresAt: Instant(),
  secret: Nullable(Secret),
  token: Optional(Type.String()),
})
export type GuestEntered = Static<typeof GuestEntered>
export const GuestView = Shape({
  station: Shape({ slug: Type.String(), name: Type.String(), address: Type.String(), path: AreaPath() }),
  /** The number that answered a code, masked. */
  phone: Nullable(Type.String()),
})
export type GuestView = Static<typeof GuestView>

/** 访客: somebody who scanned the code of a station and has neither address nor account here. */
export const guestEndpoints = endpoints({
  enterAsGuest: {
    kind: 'session',
    method: 'POST',
    path: '/stations/at/:slug/guests',
    summary: { zh: '扫码求助，不用登录', en: 'Ask for help by the code of a station' },
    params: StationParams,
    body: Shape(Bearer),
    response: GuestEntered,
  },
  returnAsGuest: {
    kind: 'session',
    method: 'POST',
    path: '/guests/return',
    summary: { zh: '用自己的链接再回来', en: "Come back by one's own link" },
    body: Shape({ secret: Secret, ...Bearer }),
    response: GuestEntered,
  },
  getGuest: {
    kind: 'read',
    method: 'GET',
    path: '/me/guest',
    summary: { zh: '我在哪个驿站', en: 'At which station I am' },
    response: GuestView,
  },
  sendGuestCode: {
    kind: 'session',
    method: 'POST',
    path: '/me/guest/phone/codes',
    summary: { zh: '给留的电话发验证码', en: 'Send a code to the number one leaves' },
    body: WantedCode,
    response: CodeSent,
  },
  confirmGuestPhone: {
    kind: 'session',
    method: 'POST',
    path: '/me/guest/phone',
    summary: { zh: '核对留的电话', en: 'Confirm the number one leaves' },
    body: Shape({ phone: Phone(), code: Type.String({ title: '验证码', pattern: '^\\d{6}$' }) }),
    response: GuestView,
  },
})
