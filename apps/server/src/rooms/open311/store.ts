import type { KeyScope } from '@linli/contract/open311/words'
import sql, { type Sql } from 'sql-template-tag'
import type { Row } from '../../kernel/db/database.ts'

export type NewKey = {
  readonly id: string
  readonly name: string
  readonly purpose: string
  readonly scopes: readonly string[]
  readonly perMinute: number
  readonly days: number
  readonly hash: Buffer
  readonly tail: string
}

/** @returns when it expires */
export const insertKey = (region: number, by: string, key: NewKey): Sql => sql`
  insert into api_keys (region_id, id, name, purpose, scopes, key_hash, tail, per_minute, expires_at, made_by, made_at)
  values (${region}, ${key.id}, ${key.name}, ${key.purpose}, ${[...key.scopes]}::text[], ${key.hash}, ${key.tail}, ${key.perMinute},
    app_now() + make_interval(days => ${key.days}::int), ${by}, app_now())
  returning expires_at as "expiresAt"`

/** Refuses keyEnded where there is nothing to revoke. */
export const revokeKey = (region: number, id: string, by: string): Sql => sql`
  with revoked as (update api_keys set revoked_at = app_now(), revoked_by = ${by}
    where region_id = ${region} and id = ${id}::uuid and revoked_at is null returning 1)
  select refuse('keyEnded') where not exists (select from revoked)`

export type UsedKey = Row & { id: string; scopes: KeyScope[]; perMinute: number }
/** One more use of a key that is good now; no row for any other. */
export const useKey = (region: number, hash: Buffer): Sql => sql`
  update api_keys set uses = uses + 1, used_at = app_now()
  where region_id = ${region} and key_hash = ${hash} and revoked_at is null and expires_at > app_now()
  returning id, scopes, per_minute as "perMinute"`

/** That an order came in by a key. */
export const insertRequest = (region: number, orderId: string, keyId: string): Sql => sql`
  insert into open311_requests (region_id, order_id, key_id, at) values (${region}, ${orderId}, ${keyId}, app_now())`

/** That a key's own number was written as a note; a second one meets `open311_updates_sent`. */
export const insertUpdate = (
  region: number,
  update: { id: string; keyId: string; orderId: string; sentId: string; version: number },
): Sql => sql`
  insert into open311_updates (region_id, id, key_id, order_id, sent_id, version, at)
  values (${region}, ${update.id}, ${update.keyId}, ${update.orderId}, ${update.sentId}, ${update.version}, app_now())`

/** Stands where a file is kept without a request's record: the order's own id says whether it was sent before. */
export const NOTHING: Sql = sql`select 1`
