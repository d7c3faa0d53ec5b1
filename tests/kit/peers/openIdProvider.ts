import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** A real OpenID provider on 127.0.0.1, whose person signs in without being asked anything. */
export type OpenIdPeer = {
  readonly issuer: string
  readonly clientId: string
  readonly secret: string
  /** Who sits at the browser next, by the provider's own words. */
  person: { sub: string; preferred_username?: string; amr?: readonly string[]; acr?: string }
  /** Seconds an ID token lives from now on; negative: it is expired when it is made. */
  tokenSeconds: number
  close(): Promise<void>
}

/** @param returnTo the one registered address of return */
export async function openIdProvider(returnTo: string): Promise<OpenIdPeer> {
  const clientId = 'linli'
  const secret = randomBytes(24).toString('hex')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server has one
  const issuer = `http://127.0.0.1:${port}`
  const peer: OpenIdPeer = {
    issuer,
    clientId,
    secret,
    person: { sub: 'nobody' },
    tokenSeconds: 300,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: secret,
        redirect_uris: [returnTo],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    acrValues: ['mfa'],
    claims: { openid: ['sub', 'amr', 'acr'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    ttl: { IdToken: () => peer.tokenSeconds, Interaction: 300, Session: 300, Grant: 300, AccessToken: 300 },
    interactions: { url: () => '/person' },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ preferred_username: peer.person.preferred_username, sub: id }),
    }),
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc
      const grant = new context.oidc.provider.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/person')) {
      void answer(request, response)
      return
    }
    const { sub: accountId, acr, amr } = peer.person
    const login = {
      accountId,
      remember: false,
      ...(acr ? { acr } : {}),
      ...(amr ? { amr: [...amr] } : {}),
    }
    provider
      .interactionFinished(request, response, { login })
      .catch((error: Error) => response.writeHead(500).end(error.message))
  })
  return peer
}
