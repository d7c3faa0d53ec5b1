import type { KeyScope } from '@linli/contract/open311/words'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { systemScope } from '../../kernel/auth/actor.ts'
import { hashToken } from '../../kernel/auth/tokens.ts'
import type { Database } from '../../kernel/db/database.ts'
import { noKey, overLimit, wrongScope } from './rules/refusal.ts'
import { type UsedKey, useKey } from './store.ts'

export type Key = Pick<UsedKey, 'id' | 'scopes'>
export type Keys = {
  /**
   * The key of a request, counted as used once more; undefined without one. A share of a minute is taken first: of the
   * key's own, or of the network address where there is none that is good.
   * @throws noKey, overLimit
   */
  take(region: number, written: string | undefined, address: string): Promise<Key | undefined>
}

/** @throws noKey, wrongScope */
export function demandScope(key: Key | undefined, scope: KeyScope): Key {
  if (!key) throw noKey()
  if (!key.scopes.includes(scope)) throw wrongScope()
  return key
}

/** Shares are kept in this process's memory, as the kernel's are. @param perAddress uses a minute without a good key; 0 is no limit */
export function openKeys(db: Database, perAddress: number): Keys {
  const addresses = perAddress > 0 ? new RateLimiterMemory({ points: perAddress, duration: 60 }) : undefined
  const shares = new Map<string, { perMinute: number; limiter: RateLimiterMemory }>()
  return {
    take: async (region, written, address) => {
      const hash = written ? hashToken(written) : undefined
      const known = hash && shares.get(`${region}.${hash.toString('hex')}`)
      await consume(known ? known.limiter : addresses, known ? 'key' : address)
      if (!written) return undefined
      if (!hash) throw noKey()
      const [rows] = await db.commit(systemScope(region), [useKey(region, hash)])
      const [key] = (rows ?? []) as UsedKey[]
      const name = `${region}.${hash.toString('hex')}`
      if (!key) {
        shares.delete(name)
        throw noKey()
      }
      if (known?.perMinute !== key.perMinute) {
        const limiter = new RateLimiterMemory({ points: key.perMinute, duration: 60 })
        shares.set(name, { perMinute: key.perMinute, limiter })
        await consume(limiter, 'key')
      }
      return { id: key.id, scopes: key.scopes }
    },
  }
}

async function consume(limiter: RateLimiterMemory | undefined, name: string): Promise<void> {
  try {
    await limiter?.consume(name)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw overLimit(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)))
  }
}
