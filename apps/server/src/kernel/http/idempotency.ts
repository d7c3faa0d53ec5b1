import { createHash } from 'node:crypto'
import sql, { Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../auth/actor.ts'
import type { Database } from '../db/database.ts'
import { keyReused } from '../problem.ts'

export type Command = {
  readonly operation: string
  readonly key: string
  readonly hash: Buffer
  readonly region: number
  readonly actor: Actor | undefined
}

/** What makes two requests the same: the operation and its whole input. */
export function requestHash(operation: string, ...input: unknown[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([operation, ...input]))
    .digest()
}

/**
 * Keeps key, request and answer; refuses `signedOut` when the session was revoked since it was read.
 * @param response the answer, or the jsonb expression that makes it of what was just written (a time of the database's)
 */
export function rememberStatement(command: Command, response: unknown): Sql {
  const { region, key, actor, operation, hash } = command
  const session = actor?.sessionId ?? null
  return sql`insert into commands (region_id, key, account_id, operation, request_hash, response, at)
    select ${region}::int, ${key}::uuid, ${actor?.accountId ?? null}::uuid,
      case when ${session}::uuid is null or exists (select from sessions where id = ${session}::uuid and revoked_at is null)
        then ${operation} else refuse('signedOut')::text end,
      ${hash}::bytea, ${response instanceof Sql ? response : sql`${JSON.stringify(response ?? null)}::jsonb`}, app_now()`
}

/**
 * The first answer to this key, if there was one: asked only when a command failed, so that the usual case costs nothing.
 * @throws keyReused when the key came with another request or from another account
 */
export async function recall(db: Database, command: Command): Promise<{ response: unknown } | undefined> {
  const [row] = await db.read<{ account_id: string | null; request_hash: Buffer; response: unknown }>(
    systemScope(command.region),
    sql`select account_id, request_hash, response from commands where region_id = ${command.region} and key = ${command.key}::uuid`,
  )
  if (!row) return undefined
  if (row.account_id !== (command.actor?.accountId ?? null) || !row.request_hash.equals(command.hash))
    throw keyReused()
  return { response: row.response }
}
