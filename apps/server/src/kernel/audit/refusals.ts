import { type Actor, scopeOf } from '../auth/actor.ts'
import { proveAgain } from '../auth/stepUp.ts'
import type { Database } from '../db/database.ts'
import { forbidden, notFound, Problem } from '../problem.ts'
import { auditStatement } from './audit.ts'

/** What somebody tried: the operation, what its address is about, and the id that stood there. */
export type Attempt = {
  readonly operation: string
  readonly subjectKind: string
  readonly subjectId: string | undefined
  /** Whether the operation answers in clear what is masked elsewhere: every refusal of it counts. */
  readonly reveals: boolean
}

const WINDOW_MILLISECONDS = 60_000
const MOST_ROWS = 30

/**
 * Which refusals are written down: within a minute each person's first attempt of an operation at a thing, and at most
 * thirty of one person in all, so that asking cannot fill the book.
 * @param now milliseconds of a clock that only runs forward
 */
export function refusalLimit(now: () => number = () => performance.now()) {
  let since = now()
  const seen = new Set<string>()
  const rows = new Map<string, number>()
  return ({ accountId }: Actor, { operation, subjectId }: Attempt): boolean => {
    if (now() - since >= WINDOW_MILLISECONDS) {
      since = now()
      seen.clear()
      rows.clear()
    }
    const written = rows.get(accountId) ?? 0
    const key = `${accountId} ${operation} ${subjectId ?? ''}`
    if (written >= MOST_ROWS || seen.has(key)) return false
    seen.add(key)
    rows.set(accountId, written + 1)
    return true
  }
}

export type RecordRefusal = (actor: Actor, attempt: Attempt, error: unknown) => Promise<void>

/**
 * Records that somebody was kept from a person's data or an order: refused by role or area, or told that there is no such
 * thing, which is what the thing of another area answers. What merely comes too late, is filled in wrongly or asks for a proof of the person first is no refusal.
 */
export function openRefusals(db: Database, isFirst = refusalLimit()): RecordRefusal {
  return async (actor, attempt, error) => {
    if (!(error instanceof Problem) || !isRefusal(error, attempt) || !isFirst(actor, attempt)) return
    const { operation: action, subjectKind, subjectId } = attempt
    const entry = { action, subjectKind, subjectId, facts: { refused: error.code } }
    await db.commit(scopeOf(actor), [auditStatement(actor, entry)])
  }
}

const isRefusal = ({ code, status }: Problem, { subjectId, reveals }: Attempt): boolean =>
  code === forbidden.code ||
  (code === notFound.code && subjectId !== undefined) ||
  (reveals && status === forbidden.status && code !== proveAgain.code)
