import { createHash, createHmac } from 'node:crypto'
import type { KeyPair } from './acs3.ts'

export type Tc3Request = {
  readonly host: string
  /** The product's short name, such as `sms`. */
  readonly service: string
  readonly body: string
  /** Seconds since 1970, UTC. */
  readonly timestamp: number
}

export const TC3_CONTENT_TYPE = 'application/json; charset=utf-8'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/**
 * Signs a POST of JSON by Tencent Cloud's TC3-HMAC-SHA256, over content type and host.
 * Rule: cloud.tencent.com/document/api/382/52072
 * @returns the headers that prove it
 */
export function signTc3(request: Tc3Request, key: KeyPair): Record<string, string> {
  const day = new Date(request.timestamp * 1000).toISOString().slice(0, 10)
  const scope = `${day}/${request.service}/tc3_request`
  const names = 'content-type;host'
  const canonical = [
    'POST',
    '/',
    '',
    `content-type:${TC3_CONTENT_TYPE}\nhost:${request.host}\n`,
    names,
    sha256(request.body),
  ].join('\n')
  const toSign = `TC3-HMAC-SHA256\n${request.timestamp}\n${scope}\n${sha256(canonical)}`
  const signingKey = hmac(hmac(hmac(`TC3${key.secret}`, day), request.service), 'tc3_request')
  const signature = hmac(signingKey, toSign).toString('hex')
  return {
    'content-type': TC3_CONTENT_TYPE,
    host: request.host,
    'x-tc-timestamp': String(request.timestamp),
    authorization: `TC3-HMAC-SHA256 Credential=${key.id}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  }
}
