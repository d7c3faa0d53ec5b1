import { describe, expect, test } from 'vitest'
import { readDoors } from './doorSettings.ts'

const sms = { SMS_KEY_ID: 'id', SMS_KEY_SECRET: 'secret', SMS_SIGN_NAME: '邻里', SMS_TEMPLATE: 'T1' }
const mail = {
  CODE_SENDER: 'smtp',
  SMTP_URL: 'smtps://me:h1dden@mail.example.cn:465',
  MAIL_FROM: 'codes@example.cn',
  CODE_MAIL_TO: '{phone}@139.com',
}
const home = { PUBLIC_URL: 'https://linli.example.cn' }
const weChat = { ...home, WECHAT_APP_ID: 'wx1', WECHAT_SECRET: 'secret' }
const signOn = {
  ...home,
  OIDC_ISSUER: 'https://login.example.cn/realm/',
  OIDC_CLIENT_ID: 'linli',
  OIDC_CLIENT_SECRET: 'secret',
}
function read(env: Record<string, string>) {
  const mistakes: string[] = []
  return { doors: readDoors(env, mistakes), mistakes }
}

test('nothing is open but what is set', () => {
  expect(read({})).toEqual({
    doors: { codeSender: undefined, codesPerDay: 20_000, wechat: undefined, singleSignOn: undefined },
    mistakes: [],
  })
})

test.each([
  ['Alibaba', { ...sms, CODE_SENDER: 'alibaba' }],
  ['Tencent', { ...sms, CODE_SENDER: 'tencent', SMS_APP_ID: '1400' }],
  ['mail', mail],
  ['WeChat', weChat],
  ['single sign-on', signOn],
])('what %s needs is enough', (_, env) => {
  expect(read(env).mistakes).toEqual([])
})

test('the addresses are the vendors’ own unless set; an issuer stays as it is written', () => {
  expect(read({ ...sms, CODE_SENDER: 'alibaba' }).doors.codeSender).toMatchObject({
    kind: 'alibaba',
    endpoint: 'https://dysmsapi.aliyuncs.com',
  })
  expect(read(weChat).doors.wechat?.apiUrl).toBe('https://api.weixin.qq.com')
  expect(read(signOn).doors.singleSignOn?.issuer).toBe('https://login.example.cn/realm/')
  const lists = read({ ...signOn, OIDC_STRONG_AMR: 'otp, hwk', OIDC_STRONG_ACR: '' }).doors.singleSignOn
  expect(lists).toMatchObject({ strongAmr: ['otp', 'hwk'], strongAcr: [] })
})

describe('one sentence per mistake, in both languages, naming the variable', () => {
  test.each([
    ['CODES_PER_DAY', { CODES_PER_DAY: '0' }],
    ['CODES_PER_DAY', { CODES_PER_DAY: 'many' }],
    ['CODE_SENDER', { CODE_SENDER: 'pigeon' }],
    ['SMS_KEY_SECRET', { ...sms, CODE_SENDER: 'alibaba', SMS_KEY_SECRET: '' }],
    ['SMS_APP_ID', { ...sms, CODE_SENDER: 'tencent' }],
    ['SMS_ENDPOINT', { ...sms, CODE_SENDER: 'alibaba', SMS_ENDPOINT: 'http://sms.example.cn' }],
    ['SMTP_URL', { ...mail, SMTP_URL: 'https://mail.example.cn' }],
    ['SMTP_URL', { ...mail, SMTP_URL: 'mail server' }],
    ['SMTP_URL', { ...mail, SMTP_URL: '' }],
    ['CODE_MAIL_TO', { ...mail, CODE_MAIL_TO: 'someone@139.com' }],
    ['CODE_MAIL_TO', { ...mail, CODE_MAIL_TO: '{phone}@139.com, other@example.org' }],
    ['PUBLIC_URL', { WECHAT_APP_ID: 'wx1', WECHAT_SECRET: 'secret' }],
    ['WECHAT_SECRET', { ...home, WECHAT_APP_ID: 'wx1' }],
    ['WECHAT_API_URL', { ...weChat, WECHAT_API_URL: 'https://name:h1dden@proxy.example.cn' }],
    ['OIDC_ISSUER', { ...signOn, OIDC_ISSUER: 'http://login.example.cn' }],
    ['OIDC_ISSUER', { ...signOn, OIDC_ISSUER: 'login.example.cn' }],
    ['OIDC_CLIENT_SECRET', { ...signOn, OIDC_CLIENT_SECRET: '' }],
  ])('%s in %o', (name, env) => {
    const { mistakes } = read(env)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toContain(name)
    expect(mistakes[0]).toMatch(/\p{Script=Han}.*。 [A-Z].*\.$/u)
    expect(mistakes[0]).not.toContain('h1dden')
  })
})
