import type { Endpoint } from '@linli/contract'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Points a minute; 0 is no limit. */
export type LimitSettings = {
  /** One account, whatever its addresses: somebody who reads the register page by page. */
  readonly account: number
  /** One network address without a session: guessing at the doors. A street may share one, so that sessions do not count here. */
  readonly address: number
  /** All of a region together: a flood from everywhere. */
  readonly region: number
}
export const LIMITS_IN_PRODUCTION: LimitSettings = { account: 600, address: 600, region: 120_000 }
export const NO_LIMITS: LimitSettings = { account: 0, address: 0, region: 0 }

/** Whose share was used up; it goes into the log without the account or the address. */
export type LimitKind = keyof LimitSettings

/** What an operation weighs: a file costs the server what twenty reads do, a try at a door is one of sixty a minute. */
export function weightOf({ kind, file }: Pick<Endpoint, 'kind' | 'file'>): number {
  if (kind === 'session' || kind === 'upload') return 10
  if (kind === 'command') return 3
  return file !== undefined ? 20 : 1
}

export type Caller = {
  readonly accountId: string | undefined
  readonly address: string
  readonly region: number
}
export type Limits = {
  /** Takes the operation's points. @returns whose share is used up and seconds until there is more, or undefined */
  take(caller: Caller, weight: number): Promise<{ kind: LimitKind; seconds: number } | undefined>
}

/** Shares of a minute, kept in this process's memory: no reading of the database stands before a request. Each instance counts its own. */
export function openLimits(settings: LimitSettings): Limits {
  const limiters = (['account', 'address', 'region'] as const).flatMap((kind) =>
    settings[kind] > 0
      ? [{ kind, limiter: new RateLimiterMemory({ keyPrefix: kind, points: settings[kind], duration: 60 }) }]
      : [],
  )
  const keyOf = (kind: LimitKind, { accountId, address, region }: Caller): string | undefined => {
    if (kind === 'account') return accountId
    if (kind === 'region') return String(region)
    return accountId === undefined ? address : undefined
  }
  return {
    take: async (caller, weight) => {
      for (const { kind, limiter } of limiters) {
        const key = keyOf(kind, caller)
        if (key === undefined) continue
        try {
          await limiter.consume(key, weight)
        } catch (refused) {
          if (!(refused instanceof RateLimiterRes)) throw refused
          return { kind, seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) }
        }
      }
      return undefined
    },
  }
}
