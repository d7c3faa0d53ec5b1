import { createHash, createHmac } from 'node:crypto'

export type Acs3Request = {
  readonly host: string
  readonly action: string
  /** The API's version, such as 2017-05-25. */
  readonly version: string
  readonly query: { readonly [name: string]: string }
  /** ISO 8601 in whole seconds, UTC. */
  readonly date: string
  /** A fresh random text for each request. */
  readonly nonce: string
}
export type KeyPair = { readonly id: string; readonly secret: string }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** RFC 3986: what encodeURIComponent leaves alone beyond the unreserved letters is encoded too. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** A query in the order and writing that the signature is made over. */
export const canonicalQuery = (query: Acs3Request['query']): string =>
  Object.entries(query)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&')

/**
 * Signs a POST without a body by Alibaba Cloud's third signature (ACS3-HMAC-SHA256).
 * Rule: help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature
 * @returns the headers to send
 */
export function signAcs3(request: Acs3Request, key: KeyPair): Record<string, string> {
  const bodyHash = sha256('')
  const signed: Record<string, string> = {
    host: request.host,
    'x-acs-action': request.action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': request.date,
    'x-acs-signature-nonce': request.nonce,
    'x-acs-version': request.version,
  }
  const names = Object.keys(signed).join(';') // written above in their order
  const lines = Object.entries(signed).map(([name, value]) => `${name}:${value}\n`)
  const canonical = ['POST', '/', canonicalQuery(request.query), lines.join(''), names, bodyHash].join('\n')
  const signature = createHmac('sha256', key.secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  return {
    ...signed,
    authorization: `ACS3-HMAC-SHA256 Credential=${key.id},SignedHeaders=${names},Signature=${signature}`,
  }
}
