import type { AlibabaSettings } from './senders/alibaba.ts'
import type { MailSettings } from './senders/mail.ts'
import type { TencentSettings } from './senders/tencent.ts'

export type CodeSenderSettings =
  | ({ readonly kind: 'alibaba' } & AlibabaSettings)
  | ({ readonly kind: 'tencent' } & TencentSettings)
  | ({ readonly kind: 'smtp' } & MailSettings)

/** An official account of WeChat. */
export type WeChatSettings = {
  readonly appId: string
  readonly secret: string
  readonly authorizeUrl: string
  readonly apiUrl: string
}

/** A provider of single sign-on (统一认证), by OpenID Connect. */
export type SingleSignOnSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly secret: string
  /** A claim of the ID token that is the staff login; absent: administrators bind each account. */
  readonly loginClaim: string | undefined
  /** What in `acr` or `amr` proves a second factor; empty: our own is always asked. */
  readonly strongAcr: readonly string[]
  readonly strongAmr: readonly string[]
}

export type DoorSettings = {
  readonly codeSender: CodeSenderSettings | undefined
  /** Codes a region may send in 24 hours. */
  readonly codesPerDay: number
  readonly wechat: WeChatSettings | undefined
  readonly singleSignOn: SingleSignOnSettings | undefined
}

type Environment = { readonly [name: string]: string | undefined }
type Reading = {
  /** The variable, or a sentence among the mistakes and an empty text. */
  need(name: string, for_: string): string
  /** An address without a slash at its end: https, or http on this machine. */
  address(name: string, otherwise?: string): string
}

/** Reads what concerns the doors of sign-in, adding one sentence per mistake. */
export function readDoors(env: Environment, mistakes: string[]): DoorSettings {
  const reading = readingOf(env, mistakes)
  const codesPerDay = Number(env['CODES_PER_DAY'] ?? '20000')
  if (!Number.isInteger(codesPerDay) || codesPerDay < 1 || codesPerDay > 10_000_000)
    mistakes.push(
      'CODES_PER_DAY 应是 1 到 10000000 的整数。 CODES_PER_DAY must be a whole number from 1 to 10000000.',
    )
  const wechat = wechatIn(env, reading)
  const singleSignOn = singleSignOnIn(env, reading)
  if ((wechat || singleSignOn) && !env['PUBLIC_URL'])
    mistakes.push(
      '用微信登录或统一认证时必须设置 PUBLIC_URL：对方只会回到登记过的网址。 PUBLIC_URL is needed with WECHAT_APP_ID or OIDC_ISSUER: the other side returns to a registered address only.',
    )
  return { codeSender: senderIn(env, reading, mistakes), codesPerDay, wechat, singleSignOn }
}

function readingOf(env: Environment, mistakes: string[]): Reading {
  const need = (name: string, for_: string): string => {
    const value = env[name]
    if (!value) mistakes.push(`设置了 ${for_} 就必须设置 ${name}。 ${name} is needed with ${for_}.`)
    return value ?? ''
  }
  return {
    need,
    address: (name, otherwise) => {
      const text = (env[name] ?? otherwise ?? '').replace(/\/$/, '')
      const url = URL.parse(text)
      const isSound = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere(url))
      if (!isSound || url?.username || url?.password || url?.search || url?.hash)
        mistakes.push(
          `${name} 应是 https 网址，不带密码和问号后的内容。 ${name} must be an https address without a password or a query.`,
        )
      return text
    },
  }
}

/** An address of this machine, which needs no TLS. */
const isHere = ({ hostname }: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)

function senderIn(
  env: Environment,
  { need, address }: Reading,
  mistakes: string[],
): CodeSenderSettings | undefined {
  const kind = env['CODE_SENDER']
  if (!kind) return undefined
  const of = `CODE_SENDER=${kind}`
  const key = () => ({ id: need('SMS_KEY_ID', of), secret: need('SMS_KEY_SECRET', of) })
  const text = () => ({ signName: need('SMS_SIGN_NAME', of), template: need('SMS_TEMPLATE', of) })
  if (kind === 'alibaba')
    return {
      kind,
      endpoint: address('SMS_ENDPOINT', 'https://dysmsapi.aliyuncs.com'),
      key: key(),
      ...text(),
    }
  if (kind === 'tencent')
    return {
      kind,
      endpoint: address('SMS_ENDPOINT', 'https://sms.tencentcloudapi.com'),
      key: key(),
      ...text(),
      appId: need('SMS_APP_ID', of),
      area: env['SMS_AREA'] ?? 'ap-guangzhou',
    }
  if (kind === 'smtp') return mailIn(need, of, mistakes)
  mistakes.push(
    `CODE_SENDER 没有“${kind}”，可选：alibaba、tencent、smtp。 CODE_SENDER must be one of alibaba, tencent, smtp.`,
  )
  return undefined
}

function mailIn(need: Reading['need'], of: string, mistakes: string[]): CodeSenderSettings {
  const text = need('SMTP_URL', of)
  const url = URL.parse(text)
  if (text && !['smtp:', 'smtps:'].includes(url?.protocol ?? ''))
    mistakes.push('SMTP_URL 应以 smtps:// 或 smtp:// 开头。 SMTP_URL must begin with smtps:// or smtp://.')
  const from = need('MAIL_FROM', of)
  const to = need('CODE_MAIL_TO', of)
  if (to && !/^[^\s@,<>]*\{phone\}[^\s@,<>]*@[^\s@,<>]+$/.test(to))
    mistakes.push(
      'CODE_MAIL_TO 应是一个邮箱地址，其中 {phone} 是手机号，例如 {phone}@139.com。 CODE_MAIL_TO must be a mail address with {phone} in it, such as {phone}@139.com.',
    )
  return { kind: 'smtp', url: url?.href ?? '', from, to, isLocal: url !== null && isHere(url) }
}

function wechatIn(env: Environment, { need, address }: Reading): WeChatSettings | undefined {
  const appId = env['WECHAT_APP_ID']
  if (!appId) return undefined
  return {
    appId,
    secret: need('WECHAT_SECRET', 'WECHAT_APP_ID'),
    authorizeUrl: address('WECHAT_AUTHORIZE_URL', 'https://open.weixin.qq.com/connect/oauth2/authorize'),
    apiUrl: address('WECHAT_API_URL', 'https://api.weixin.qq.com'),
  }
}

const list = (text: string | undefined): string[] =>
  (text ?? '').split(/[\s,]+/).filter((word) => word !== '')

function singleSignOnIn(env: Environment, { need, address }: Reading): SingleSignOnSettings | undefined {
  if (!env['OIDC_ISSUER']) return undefined
  return {
    issuer: address('OIDC_ISSUER') && env['OIDC_ISSUER'], // compared letter by letter, a slash at its end included
    clientId: need('OIDC_CLIENT_ID', 'OIDC_ISSUER'),
    secret: need('OIDC_CLIENT_SECRET', 'OIDC_ISSUER'),
    loginClaim: env['OIDC_LOGIN_CLAIM'],
    strongAcr: list(env['OIDC_STRONG_ACR']),
    strongAmr: list(env['OIDC_STRONG_AMR']),
  }
}
