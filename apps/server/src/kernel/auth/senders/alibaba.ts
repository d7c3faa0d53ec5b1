import { randomBytes } from 'node:crypto'
import type { CodeSender } from '../codes.ts'
import { askPeer, PeerFailure, textOf } from '../peer.ts'
import { canonicalQuery, type KeyPair, signAcs3 } from './acs3.ts'

export type AlibabaSettings = {
  readonly endpoint: string
  readonly key: KeyPair
  readonly signName: string
  /** A template with the one variable `code`. */
  readonly template: string
  readonly patienceMilliseconds?: number
}

/** Codes by Alibaba Cloud's short messages (Dysmsapi 2017-05-25, SendSms). */
export function alibabaSender(settings: AlibabaSettings): CodeSender {
  const { endpoint, key, signName, template, patienceMilliseconds } = settings
  return {
    send: async (phone, code) => {
      const query = {
        PhoneNumbers: phone,
        SignName: signName,
        TemplateCode: template,
        TemplateParam: JSON.stringify({ code }),
      }
      const headers = signAcs3(
        {
          host: new URL(endpoint).host,
          action: 'SendSms',
          version: '2017-05-25',
          query,
          date: new Date().toISOString().replace(/\.\d{3}Z$/, 'Z'),
          nonce: randomBytes(16).toString('hex'),
        },
        key,
      )
      const url = `${endpoint}/?${canonicalQuery(query)}`
      const { status, answer } = await askPeer({ url, method: 'POST', headers, patienceMilliseconds })
      const said = textOf(answer['Code'])
      if (status !== 200 || said !== 'OK') throw new PeerFailure(said ?? `status.${status}`)
    },
  }
}
