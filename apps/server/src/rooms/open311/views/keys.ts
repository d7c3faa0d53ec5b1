import type { ApiKey } from '@linli/contract/open311/shapes'
import sql from 'sql-template-tag'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

/** The keys of a region, those in use first, newest first. */
export const keysOf = (db: Database, scope: Scope): Promise<ApiKey[]> =>
  db.read<Row & ApiKey>(
    scope,
    sql`
    select k.id, k.name, k.purpose, k.scopes, k.tail, k.per_minute as "perMinute",
      case when k.revoked_at is not null then 'revoked' when k.expires_at <= app_now() then 'expired' else 'open' end as state,
      k.expires_at as "expiresAt", k.made_at as "madeAt", k.revoked_at as "revokedAt", k.used_at as "usedAt", k.uses
    from api_keys k
    where k.region_id = ${scope.region}
    order by (k.revoked_at is null and k.expires_at > app_now()) desc, k.made_at desc, k.id`,
  )
