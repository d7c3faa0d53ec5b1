import type { FastifyInstance } from 'fastify'
import { findOrCreateAccount } from '../kernel/auth/accounts.ts'
import { createSession, type NewSession } from '../kernel/auth/sessions.ts'
import type { CryptoProvider } from '../kernel/crypto/provider.ts'
import type { Database } from '../kernel/db/database.ts'
import { accountOfNumber, findOrCreatePerson } from '../rooms/people/index.ts'

/** The one region of a demo town. */
export const REGION = 1

/** What the demo needs of the house it plays in. */
export type Ground = {
  readonly app: FastifyInstance
  readonly db: Database
  readonly crypto: CryptoProvider
  /** Relay and jobs, until nothing is left to do. */
  settle(): Promise<void>
}

/**
 * Opens a session for the owner of a phone number without a code: the operator's own door, never reachable over HTTP
 * outside a demo town. Account and person are made when there are none.
 */
export async function operatorSession(
  { db, crypto }: Pick<Ground, 'db' | 'crypto'>,
  phone: string,
  region = REGION,
): Promise<NewSession & { personId: string; accountId: string }> {
  return db.globalTransaction(async (tx) => {
    const registered = await accountOfNumber(crypto, tx, region, phone)
    const { id: accountId } = await findOrCreateAccount(tx, crypto, phone, registered)
    const personId = await findOrCreatePerson(crypto, tx, region, accountId, phone)
    const session = await createSession(tx, { accountId, region, personId }, 'phone')
    return { ...session, personId, accountId }
  })
}

/** Tokens by phone, each opened when it is first needed. */
export function operatorTokens(ground: Pick<Ground, 'db' | 'crypto'>): (phone: string) => Promise<string> {
  const tokens = new Map<string, Promise<string>>()
  return (phone) => {
    const known = tokens.get(phone)
    if (known) return known
    const opened = operatorSession(ground, phone).then(({ token }) => token)
    tokens.set(phone, opened)
    opened.catch(() => tokens.delete(phone))
    return opened
  }
}

/** Works through a list, some at a time, and answers in the list's order. */
export async function inBatches<T, R>(
  list: readonly T[],
  size: number,
  work: (entry: T, index: number) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = []
  for (let at = 0; at < list.length; at += size)
    answers.push(
      ...(await Promise.all(list.slice(at, at + size).map((entry, index) => work(entry, at + index)))),
    )
  return answers
}
