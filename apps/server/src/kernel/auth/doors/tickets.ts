import { createHash, randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import { CryptoError, type CryptoProvider } from '../../crypto/provider.ts'
import type { Database, Tx } from '../../db/database.ts'
import { wayLost } from './problems.ts'

const LIFE = '10 minutes'

/** What each way through another door remembers until the browser comes back. */
type Kept = {
  wechat: object
  singleSignOn: { readonly nonce: string; readonly verifier: string }
  /** An unknown WeChat waits for its phone. */
  bindWeChat: { readonly subject: string }
  /** Somebody whom the provider named waits for the one-time code. */
  secondFactor: { readonly accountId: string; readonly subject: string; readonly isNew: boolean }
}
export type TicketKind = keyof Kept
/** `id` is the state that travels over the other side; `next` the page to come back to. */
export type Ticket<K extends TicketKind> = {
  readonly id: string
  readonly issuedAt: string
  readonly next: string
} & Kept[K]

/**
 * Tickets lie encrypted in the browser's own cookie, so that whoever begins costs no row and whoever comes back is the
 * same browser. Each is good once and for ten minutes; only used ones are written down.
 */
export type Tickets = ReturnType<typeof openTickets>

export function openTickets({ db, crypto }: { db: Database; crypto: CryptoProvider }) {
  const contextOf = (kind: TicketKind) => `doors.ticket:${kind}`
  return {
    /** @returns the ticket and the text for the cookie */
    issue: async <K extends TicketKind>(kind: K, next: string, kept: Kept[K]) => {
      const [now] = await db.global<{ at: string }>(sql`select app_now() as at`)
      if (!now) throw new Error('the database told no time')
      const ticket = { id: randomBytes(32).toString('hex'), issuedAt: now.at, next, ...kept }
      return { ticket, cookie: crypto.encryptField(JSON.stringify(ticket), contextOf(kind)) }
    },
    /** Reads a ticket of this kind from the cookie. @throws wayLost */
    read: <K extends TicketKind>(kind: K, cookie: string | undefined): Ticket<K> => {
      if (!cookie) throw wayLost()
      try {
        return JSON.parse(crypto.decryptField(cookie, contextOf(kind))) as Ticket<K> // authenticated: only `issue` writes it
      } catch (error) {
        if (error instanceof CryptoError) throw wayLost()
        throw error
      }
    },
    /** Uses a ticket up, once, within its ten minutes. @throws wayLost */
    spend: async (tx: Tx, ticket: { id: string; issuedAt: string }): Promise<void> => {
      const [spent] = await tx.query(sql`insert into door_tickets (ticket_hash, used_at)
        select ${createHash('sha256').update(ticket.id).digest()}, app_now()
        where ${ticket.issuedAt}::timestamptz > app_now() - ${LIFE}::interval
        on conflict do nothing returning 1`)
      if (!spent) throw wayLost()
    },
    /** Deletes tickets that have expired anyway. */
    sweep: async (): Promise<void> => {
      await db.global(sql`delete from door_tickets where used_at < app_now() - interval '1 day'`)
    },
  }
}
