import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An OpenID provider that answers every code with the token it is told to, however wrong. */
export type Forger = {
  readonly issuer: string
  /** What the ID token says and how it is signed; `nonce` is the one that was asked for. */
  token: (nonce: string) => { claims: object; header?: object; key?: KeyObject | 'none' }
  /** Milliseconds before the token comes. */
  delay: number
  close(): Promise<void>
}

/** @param at a port to stand at again; any free one otherwise */
export async function openForger(at = 0): Promise<Forger> {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server has one
  const issuer = `http://127.0.0.1:${port}`
  const forger: Forger = {
    issuer,
    token: () => ({ claims: {} }),
    delay: 0,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = (nonce: string): string => {
    const { claims, header, key = pair.privateKey } = forger.token(nonce)
    const head = header ?? { alg: key === 'none' ? 'none' : 'RS256', kid: 'one' }
    const text = `${part(head)}.${part(claims)}`
    const signature =
      key === 'none'
        ? ''
        : sign(
            'sha256',
            Buffer.from(text),
            createPrivateKey(key.export({ format: 'pem', type: 'pkcs8' })),
          ).toString('base64url')
    return `${text}.${signature}`
  }
  const nonces = new Map<string, string>()
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', issuer)
    const say = (value: object) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    }
    if (url.pathname === '/.well-known/openid-configuration')
      return say({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256', 'none'],
        response_types_supported: ['code'],
      })
    if (url.pathname === '/keys')
      return say({
        keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      })
    if (url.pathname === '/authorize') {
      const code = String(nonces.size + 1)
      nonces.set(code, url.searchParams.get('nonce') ?? '')
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }).toString()
      response.writeHead(302, { location: back.href }).end()
      return
    }
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const nonce = nonces.get(new URLSearchParams(body).get('code') ?? '') ?? ''
    setTimeout(
      () => say({ access_token: 'unused', token_type: 'Bearer', id_token: signed(nonce) }),
      forger.delay,
    )
    return
  }
  server.on('request', (request, response) => void answer(request, response))
  return forger
}
