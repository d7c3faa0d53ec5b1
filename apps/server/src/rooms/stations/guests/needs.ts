import type { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Codes } from '../../../kernel/auth/codes.ts'
import type { Sessions } from '../../../kernel/auth/sessions.ts'
import type { CryptoProvider } from '../../../kernel/crypto/provider.ts'
import type { Database } from '../../../kernel/db/database.ts'

/** What the guests' door needs; main wires it. */
export type GuestNeeds = {
  readonly db: Database
  readonly crypto: CryptoProvider
  readonly codes: Pick<Codes, 'request' | 'spend'>
  readonly sessions: Sessions
  /** How often one network address may come. */
  readonly limit: RateLimiterMemory
  /** Whether a code is shown on the screen: the demo, and nowhere else. */
  readonly showCodes: boolean
}
