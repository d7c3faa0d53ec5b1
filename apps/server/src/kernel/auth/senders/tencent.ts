import type { CodeSender } from '../codes.ts'
import { askPeer, isObject, type PeerAnswer, PeerFailure, textOf } from '../peer.ts'
import type { KeyPair } from './acs3.ts'
import { signTc3 } from './tc3.ts'

export type TencentSettings = {
  readonly endpoint: string
  readonly key: KeyPair
  readonly appId: string
  readonly signName: string
  /** A template with one variable, the code. */
  readonly template: string
  readonly area: string
  readonly patienceMilliseconds?: number
}

/** Codes by Tencent Cloud's short messages (SMS 2021-01-11, SendSms). */
export function tencentSender(settings: TencentSettings): CodeSender {
  const { endpoint, key, appId, signName, template, area, patienceMilliseconds } = settings
  return {
    send: async (phone, code) => {
      const body = JSON.stringify({
        PhoneNumberSet: [`+86${phone.replace(/^0/, '')}`],
        SmsSdkAppId: appId,
        SignName: signName,
        TemplateId: template,
        TemplateParamSet: [code],
      })
      const request = { host: new URL(endpoint).host, service: 'sms', body }
      const headers = {
        ...signTc3({ ...request, timestamp: Math.floor(Date.now() / 1000) }, key),
        'x-tc-action': 'SendSms',
        'x-tc-version': '2021-01-11',
        'x-tc-region': area,
      }
      const sent = await askPeer({ url: `${endpoint}/`, method: 'POST', headers, body, patienceMilliseconds })
      const said = wordOf(sent.answer)
      if (sent.status !== 200 || said !== 'Ok') throw new PeerFailure(said ?? `status.${sent.status}`)
    },
  }
}

/** The answer's own word: the error of the whole request, or how the one message fared. */
function wordOf(answer: PeerAnswer): string | undefined {
  const response = isObject(answer['Response']) ? answer['Response'] : {}
  if (isObject(response['Error'])) return textOf(response['Error']['Code'])
  const statuses = response['SendStatusSet']
  const [first] = Array.isArray(statuses) ? statuses : []
  return isObject(first) ? textOf(first['Code']) : undefined
}
