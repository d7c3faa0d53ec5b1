import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../auth/actor.ts'
import type { Database } from '../db/database.ts'
import type { Hub } from '../live/hub.ts'
import type { Room } from './room.ts'

export const SESSION_COOKIE = 'linli_session'
/** What a browser keeps while it is at another side's door; sent to the doors only. */
export const TICKET_COOKIE = 'linli_ticket'
export const TICKET_PATH = '/api/sign-in'
export const TICKET_SECONDS = 600

export type ServeOptions = {
  db: Database
  rooms: readonly Room[]
  hub: Hub
  resolveSession(token: string): Promise<Actor | undefined>
  /** The region of a request without a session. */
  defaultRegion(): number
  /** The address people reach this installation at; absent: the one each request came to. */
  publicUrl?: string | undefined
  secureCookies: boolean
  /** The demo's page frames hand and desk; elsewhere nobody may frame them. */
  frames: boolean
  /** Answers an address that is no operation, if it can: a page of the screens. */
  fallback?(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined
  /** Told after each command, so that the relay need not wait for its next round. */
  afterCommand(): void
  log: { level: string; stream?: { write(line: string): void } } | false
}
