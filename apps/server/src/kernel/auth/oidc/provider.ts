import * as openid from 'openid-client'
import type { SingleSignOnSettings } from '../doorSettings.ts'
import { providerSilent, wayLost } from '../doors/problems.ts'

const PATIENCE_SECONDS = 8
const SCOPE = 'openid profile'

/** Whom the provider named, in an ID token whose signature, issuer, audience, time and nonce were checked. */
export type Named = {
  readonly subject: string
  /** The configured claim that is our login. */
  readonly login: string | undefined
  /** Whether the provider vouches for a second factor in one of the configured ways. */
  readonly isStrong: boolean
}
/** What one sign-in keeps to itself until the browser is back. */
export type Secrets = { readonly state: string; readonly nonce: string; readonly verifier: string }

export type Provider = {
  /** The address of the provider's own page. @throws providerSilent */
  wayTo(returnTo: string, secrets: Secrets): Promise<string>
  /** Trades what the browser brought back for a name. @throws wayLost, providerSilent */
  nameOf(returnTo: string, secrets: Secrets, back: { code: string; iss?: string }): Promise<Named>
}

export const freshSecrets = (): Omit<Secrets, 'state'> => ({
  nonce: openid.randomNonce(),
  verifier: openid.randomPKCECodeVerifier(),
})

/** An OpenID provider, found by its address: authorization code with PKCE, state and nonce. Found anew until it answers once. */
export function openProvider(
  settings: SingleSignOnSettings,
  warn: (line: { readonly [name: string]: unknown }) => void,
): Provider {
  let found: openid.Configuration | undefined
  const configuration = async (): Promise<openid.Configuration> => {
    found ??= await discover(settings)
    return found
  }
  const silent = (error: unknown) => {
    warn({ message: 'single sign-on does not answer', reason: reasonOf(error) })
    return providerSilent()
  }
  return {
    wayTo: async (returnTo, { state, nonce, verifier }) => {
      const config = await configuration().catch((error: unknown) => {
        throw silent(error)
      })
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: returnTo,
        scope: SCOPE,
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(settings.strongAcr.length > 0 ? { acr_values: settings.strongAcr.join(' ') } : {}),
      })
      return url.href
    },
    nameOf: async (returnTo, { state, nonce, verifier }, { code, iss }) => {
      const back = new URL(returnTo)
      back.search = new URLSearchParams({ code, state, ...(iss ? { iss } : {}) }).toString()
      try {
        const config = await configuration()
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier }
        const tokens = await openid.authorizationCodeGrant(config, back, { ...checks, idTokenExpected: true })
        const claims = tokens.claims()
        if (!claims) throw wayLost()
        return namedBy(claims, settings)
      } catch (error) {
        if (isOutage(error)) throw silent(error)
        warn({ message: 'single sign-on was refused', reason: reasonOf(error) })
        throw wayLost()
      }
    },
  }
}

function discover({ issuer, clientId, secret }: SingleSignOnSettings): Promise<openid.Configuration> {
  const execute = [openid.enableNonRepudiationChecks]
  if (issuer.startsWith('http:')) execute.push(openid.allowInsecureRequests) // this machine only, see the settings
  return openid.discovery(new URL(issuer), clientId, undefined, openid.ClientSecretBasic(secret), {
    execute,
    timeout: PATIENCE_SECONDS,
  })
}

function namedBy(claims: openid.IDToken, { loginClaim, strongAcr, strongAmr }: SingleSignOnSettings): Named {
  const login = loginClaim === undefined ? undefined : claims[loginClaim]
  const acr = claims['acr']
  const amr = claims['amr']
  return {
    subject: claims.sub,
    login: typeof login === 'string' && login !== '' ? login : undefined,
    isStrong:
      (typeof acr === 'string' && strongAcr.includes(acr)) ||
      (Array.isArray(amr) && amr.some((way) => typeof way === 'string' && strongAmr.includes(way))),
  }
}

/** The connection failed or was too slow, as against an answer that was refused. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && error.code === 'OAUTH_TIMEOUT') return true
  return error instanceof TypeError && !('code' in error)
}

/** The library's word for it, which quotes nothing that was sent. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code).slice(0, 80) : 'unreachable'
