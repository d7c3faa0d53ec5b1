import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../auth/actor.ts'
import type { Database } from '../db/database.ts'
import type { LimitSettings } from '../limits/limits.ts'
import type { Hub } from '../live/hub.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Room } from './room.ts'

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
  /** Where the map's tiles come from when that is not here: pages may fetch from there. */
  tilesFrom?: string | undefined
  /** Proxies whose X-Forwarded-* is believed. */
  trustedProxies?: readonly string[]
  /** Points a minute; absent: none. */
  limits?: LimitSettings
  metrics?: Metrics | undefined
  /** The demo's page frames hand and desk; elsewhere nobody may frame them. */
  frames: boolean
  /** Answers an address that is no operation, if it can: a page of the screens. */
  fallback?(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined
  /** Told after each command, so that the relay need not wait for its next round. */
  afterCommand(): void
  log: { level: string; stream?: { write(line: string): void } } | false
}
