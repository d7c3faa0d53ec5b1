import sql, { type Sql } from 'sql-template-tag'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../ids.ts'
import { hashToken, newToken } from '../tokens.ts'

/** What an answer is for; it is good for nothing else. */
export type Purpose = 'addPasskey' | 'signInWithPasskey' | 'prove'
export type Asked = {
  readonly purpose: Purpose
  /** Who may answer, and in which session; absent where nobody is known yet. */
  readonly accountId?: string | undefined
  readonly sessionId?: string | undefined
}

export const QUESTION_SECONDS = 300

/** Keeps a fresh 256-bit challenge for five minutes. @returns it, base64url, and the statement that keeps it */
export function newQuestion({ purpose, accountId, sessionId }: Asked): { challenge: string; keep: Sql } {
  const challenge = newToken()
  const keep = sql`insert into factor_challenges (id, purpose, nonce_hash, account_id, session_id, created_at, expires_at)
    values (${newId()}, ${purpose}, ${hashToken(challenge)}, ${accountId ?? null}, ${sessionId ?? null}, app_now(),
      app_now() + make_interval(secs => ${QUESTION_SECONDS}))`
  return { challenge, keep }
}

/** Uses a challenge up, right or wrong: it is answered once, by whom it was put to. @returns whether there was one */
export async function takeQuestion(
  tx: Tx,
  challenge: string,
  { purpose, accountId, sessionId }: Asked,
): Promise<boolean> {
  const hash = hashToken(challenge)
  if (!hash) return false
  const taken =
    await tx.query(sql`delete from factor_challenges where nonce_hash = ${hash} and purpose = ${purpose}
    and account_id is not distinct from ${accountId ?? null}::uuid and session_id is not distinct from ${sessionId ?? null}::uuid
    and expires_at > app_now() returning id`)
  return taken.length === 1
}

/** Deletes what nobody answered in time. */
export const sweepQuestions = sql`delete from factor_challenges where expires_at < app_now()`
