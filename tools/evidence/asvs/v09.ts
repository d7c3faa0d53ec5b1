import { type Chapter, met, notApplicable } from '../requirement.ts'

const _oidc = 'apps/server/src/kernel/auth/oidc/oidc.test.ts'
const noServer = 'We are a client of a provider and no authorization server.'
const noResource = 'Our API takes only its own opaque sessions, no access tokens of others.'

export const v09: Chapter = {
  title: 'V9 Self-contained tokens',
  requirements: [
    met(
      'V9.1.1',
      1,
      'Tokens are checked by their signature',
      'Only ID tokens of the configured provider are ever read, by openid-client.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#that nobody signed',
      'apps/server/src/kernel/auth/oidc/door.test.ts#signed with another key',
    ),
    met(
      'V9.1.2',
      1,
      'Only listed algorithms',
      'openid-client takes what the provider registered, never none.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#that nobody signed',
    ),
    met(
      'V9.1.3',
      1,
      'Keys come from where we said',
      "From the configured issuer's own metadata; headers of a token lead nowhere.",
      'apps/server/src/kernel/auth/oidc/door.test.ts#that brings its own key along',
    ),
    met(
      'V9.2.1',
      1,
      'Tokens in their time only',
      'exp and iat must be there and are checked.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#with a token that has expired',
      'apps/server/src/kernel/auth/oidc/door.test.ts#without an end',
    ),
    met(
      'V9.2.2',
      2,
      'Tokens of the right kind',
      'Only an ID token of this very sign-in proves who signs in; access tokens are not used.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#without a nonce',
    ),
    met(
      'V9.2.3',
      2,
      'Tokens for us',
      'aud is our client id.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#for somebody else',
    ),
    notApplicable('V9.2.4', 2, 'Audience of tokens we make', 'We make none: sessions are opaque.'),
  ],
}

export const v10: Chapter = {
  title: 'V10 OAuth and OIDC',
  requirements: [
    met(
      'V10.1.1',
      2,
      'Tokens stay on the server',
      'The house trades the code itself and keeps no token; the browser gets our session only.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#brings staff straight in',
    ),
    met(
      'V10.1.2',
      2,
      'Answers belong to our own request',
      'state, nonce and the key of PKCE are kept by a ticket of this browser, good once.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#with another state, in another browser, or after ten minutes',
      'apps/server/src/kernel/auth/oidc/door.test.ts#flow: its verifier does not fit',
    ),
    met(
      'V10.2.1',
      2,
      'The code flow is protected against forged requests',
      'PKCE and state.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#with another state, in another browser, or after ten minutes',
    ),
    met(
      'V10.2.2',
      2,
      'No mix-up of providers',
      'One provider is configured; iss is compared.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#in the name of another provider',
    ),
    notApplicable('V10.3.1', 2, 'Audience of access tokens', noResource),
    notApplicable('V10.3.2', 2, 'Claims of access tokens', noResource),
    notApplicable('V10.3.3', 2, 'Users from access tokens', noResource),
    notApplicable('V10.3.4', 2, 'Strength from access tokens', noResource),
    notApplicable('V10.4.1', 1, 'Redirect addresses of clients', noServer),
    notApplicable('V10.4.2', 1, 'Codes once', noServer),
    notApplicable('V10.4.3', 1, 'Codes short-lived', noServer),
    notApplicable('V10.4.4', 1, 'Grants of clients', noServer),
    notApplicable('V10.4.5', 1, 'Refresh tokens of public clients', noServer),
    notApplicable('V10.4.6', 2, 'PKCE demanded', noServer),
    notApplicable('V10.4.7', 2, 'Registration of clients', noServer),
    notApplicable('V10.4.8', 2, 'Refresh tokens end', noServer),
    notApplicable('V10.4.9', 2, 'Tokens revoked by the user', noServer),
    notApplicable('V10.4.10', 2, 'Clients authenticated', noServer),
    notApplicable('V10.4.11', 2, 'Scopes of clients', noServer),
    met(
      'V10.5.1',
      2,
      'ID tokens are not replayed',
      'nonce.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#with another nonce, as in a code that was slipped in',
    ),
    met(
      'V10.5.2',
      2,
      'Users by a claim that is not given again',
      'iss and sub.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#and its subject is bound from then on',
    ),
    met(
      'V10.5.3',
      2,
      'No provider poses as another',
      'openid-client compares the issuer of the metadata with the setting, to the letter.',
    ),
    met(
      'V10.5.4',
      2,
      'aud is our client',
      'By openid-client.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#for somebody else',
    ),
    notApplicable('V10.5.5', 2, 'Back-channel logout', 'Not offered: our own limits end the session.'),
    notApplicable('V10.6.1', 2, 'Response modes of a provider', noServer),
    notApplicable('V10.6.2', 2, 'Forced logout at a provider', noServer),
    notApplicable('V10.7.1', 2, 'Consent at the provider', noServer),
    notApplicable('V10.7.2', 2, 'What consent says', noServer),
    notApplicable('V10.7.3', 2, 'Consents reviewed', noServer),
  ],
}
