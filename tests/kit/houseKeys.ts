import type { KeyScope } from '@linli/contract/open311/words'
import { hashToken, newToken } from '../../apps/server/src/kernel/auth/tokens.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'

type Planted = { readonly id: string; readonly key: string }
type More = {
  readonly scopes?: readonly KeyScope[]
  readonly perMinute?: number
  readonly state?: 'open' | 'expired' | 'revoked'
}

/** A key of another system, good for everything unless something else is said. */
export async function plantApiKey(
  { admin }: Pick<TestHouse, 'admin'>,
  region: number,
  { scopes = ['read', 'place', 'update'], perMinute = 600, state = 'open' }: More = {},
): Promise<Planted> {
  const [id, key] = [newId(), newToken()]
  const revoked = state === 'revoked'
  await admin.query(
    `insert into api_keys (region_id, id, name, purpose, scopes, key_hash, tail, per_minute, expires_at, made_by, made_at, revoked_by, revoked_at)
     values ($1, $2, '市民热线平台', '把热线收到的事送到社区', $3, $4, $5, $6, now() + $7::interval, gen_random_uuid(), now() - interval '30 days',
       case when $8 then gen_random_uuid() end, case when $8 then now() end)`,
    [
      region,
      id,
      scopes,
      hashToken(key),
      key.slice(-4),
      perMinute,
      state === 'expired' ? '-1 days' : '90 days',
      revoked,
    ],
  )
  return { id, key }
}
