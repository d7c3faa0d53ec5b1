import { createTransport } from 'nodemailer'
import type { CodeSender } from '../codes.ts'
import { PeerFailure } from '../peer.ts'

export type MailSettings = {
  /** smtps:// (TLS from the start) or smtp:// (TLS by STARTTLS, demanded), with name and password. */
  readonly url: string
  readonly from: string
  /** An address with `{phone}` in it, such as `{phone}@139.com`: a gateway that turns mail into messages. */
  readonly to: string
  /** A mail server on this machine may speak without TLS. */
  readonly isLocal: boolean
  readonly patienceMilliseconds?: number
}

/** Codes by mail to a gateway that knows a person by the phone number. */
export function mailSender({
  url,
  from,
  to,
  isLocal,
  patienceMilliseconds = 8000,
}: MailSettings): CodeSender {
  const transport = createTransport({
    url,
    requireTLS: !isLocal && url.startsWith('smtp:'),
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (phone, code) => {
      try {
        await transport.sendMail({
          from,
          to: to.replace('{phone}', phone),
          textEncoding: 'base64',
          subject: '邻里登录验证码 Linli sign-in code',
          text: `验证码 ${code}，5 分钟内有效。不要告诉别人，工作人员也不会问您要。\nYour code is ${code}, good for 5 minutes. Tell it to nobody.\n`,
        })
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        throw new PeerFailure(`mail.${code}`)
      }
    },
  }
}
