import { endpoints } from '../endpoint.ts'
import { Id, Shape, Type } from '../schema.ts'
import {
  BroughtBack,
  Entered,
  MyDoors,
  OpenDoors,
  PhoneToBind,
  Returned,
  SecondFactor,
  StaffSubject,
  WantedWay,
  Way,
} from './shapes.ts'

/**
 * The doors of others: WeChat and single sign-on. The browser goes to the other side and comes back to a page of ours,
 * which sends on what it brought; the server itself redirects nobody anywhere.
 */
export const doorEndpoints = endpoints({
  listDoors: {
    kind: 'read',
    method: 'GET',
    path: '/sign-in/doors',
    summary: { zh: '有哪几种登录方式', en: 'Which ways to sign in are open' },
    response: OpenDoors,
  },
  startWeChat: {
    kind: 'session',
    method: 'POST',
    path: '/sign-in/wechat/start',
    summary: { zh: '去微信登录', en: 'Begin signing in by WeChat' },
    body: WantedWay,
    response: Way,
  },
  finishWeChat: {
    kind: 'session',
    method: 'POST',
    path: '/sign-in/wechat/finish',
    summary: { zh: '从微信回来', en: 'Come back from WeChat' },
    body: BroughtBack,
    response: Returned,
  },
  bindWeChat: {
    kind: 'session',
    method: 'POST',
    path: '/sign-in/wechat/bind',
    summary: { zh: '第一次用微信登录：验证手机号', en: 'The first time by WeChat: prove a phone' },
    body: PhoneToBind,
    response: Entered,
  },
  startSingleSignOn: {
    kind: 'session',
    method: 'POST',
    path: '/sign-in/single-sign-on/start',
    summary: { zh: '去统一认证登录', en: 'Begin single sign-on' },
    body: WantedWay,
    response: Way,
  },
  finishSingleSignOn: {
    kind: 'session',
    method: 'POST',
    path: '/sign-in/single-sign-on/finish',
    summary: { zh: '从统一认证回来', en: 'Come back from single sign-on' },
    body: BroughtBack,
    response: Returned,
  },
  confirmSingleSignOn: {
    kind: 'session',
    method: 'POST',
    path: '/sign-in/single-sign-on/confirm',
    summary: { zh: '统一认证后输入动态码', en: 'The one-time code after single sign-on' },
    body: SecondFactor,
    response: Entered,
  },
  myDoors: {
    kind: 'read',
    method: 'GET',
    path: '/me/doors',
    summary: { zh: '我绑定的登录方式', en: 'Which other doors are bound to me' },
    response: MyDoors,
  },
  unbindWeChat: {
    kind: 'command',
    method: 'POST',
    path: '/me/doors/wechat/unbind',
    summary: { zh: '解除微信绑定', en: 'Unbind my WeChat' },
    response: Type.Null(),
  },
})

/** What an administrator does about the doors of somebody else. */
export const accountDoorEndpoints = endpoints({
  bindSingleSignOn: {
    kind: 'command',
    method: 'POST',
    path: '/staff-accounts/:id/single-sign-on',
    summary: { zh: '为工作账号绑定统一认证', en: 'Bind a staff account to single sign-on' },
    params: Shape({ id: Id() }),
    body: StaffSubject,
    response: Type.Null(),
  },
})
