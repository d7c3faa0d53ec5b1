import { endpoints } from '../endpoint.ts'
import { Type } from '../schema.ts'
import * as factors from './factorShapes.ts'
import { PasskeyQuestion } from './passkeyShapes.ts'
import { CodeSent, SignedIn } from './shapes.ts'

/** Showing once more that it is oneself, and the passkeys and authenticators one shows it with. */
export const factorEndpoints = endpoints({
  getProofWays: {
    kind: 'read',
    method: 'GET',
    path: '/me/proof',
    summary: { zh: '怎样证明是本人', en: 'How I may show that it is me' },
    response: factors.ProofWays,
  },
  sendProofCode: {
    kind: 'session',
    method: 'POST',
    path: '/me/proof/codes',
    summary: { zh: '发一条证明用的验证码', en: 'Send a code to my phone' },
    response: CodeSent,
  },
  askProofPasskey: {
    kind: 'session',
    method: 'POST',
    path: '/me/proof/passkeys',
    summary: { zh: '用我的通行密钥证明：取问题', en: 'What my passkey is to answer' },
    response: PasskeyQuestion,
  },
  prove: {
    kind: 'session',
    method: 'POST',
    path: '/me/proof',
    summary: { zh: '证明是本人', en: 'Show that it is me' },
    body: factors.ProofBody,
    response: SignedIn,
  },
  listPasskeys: {
    kind: 'read',
    method: 'GET',
    path: '/me/passkeys',
    summary: { zh: '我的通行密钥', en: 'My passkeys' },
    response: factors.PasskeyList,
  },
  askNewPasskey: {
    kind: 'session',
    method: 'POST',
    path: '/me/passkeys/questions',
    summary: { zh: '添加通行密钥：取问题', en: 'What a new passkey is to answer' },
    response: PasskeyQuestion,
  },
  addPasskey: {
    kind: 'session',
    method: 'POST',
    path: '/me/passkeys',
    summary: { zh: '添加通行密钥', en: 'Add a passkey' },
    body: factors.AddPasskeyBody,
    response: factors.AddedPasskey,
    status: 201,
  },
  removePasskey: {
    kind: 'command',
    method: 'POST',
    path: '/me/passkeys/:id/remove',
    summary: { zh: '删除通行密钥', en: 'Remove a passkey' },
    params: factors.PasskeyParams,
    response: Type.Null(),
  },
  askPasskey: {
    kind: 'session',
    method: 'POST',
    path: '/sign-in/passkeys/questions',
    summary: { zh: '用通行密钥登录：取问题', en: 'What a passkey is to answer at sign-in' },
    response: PasskeyQuestion,
  },
  signInWithPasskey: {
    kind: 'session',
    method: 'POST',
    path: '/sign-in/passkeys',
    summary: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
    body: factors.PasskeySignIn,
    response: SignedIn,
  },
  askNewTotp: {
    kind: 'session',
    method: 'POST',
    path: '/me/totp/questions',
    summary: { zh: '绑定验证器：领取', en: 'A new authenticator for my codes' },
    response: factors.NewTotp,
  },
  confirmTotp: {
    kind: 'session',
    method: 'POST',
    path: '/me/totp',
    summary: { zh: '绑定验证器：确认', en: 'Take the new authenticator into use' },
    body: factors.NewTotpBody,
    response: SignedIn,
  },
})
