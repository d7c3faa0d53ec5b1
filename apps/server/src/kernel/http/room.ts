import type { BodyOf, Endpoint, Endpoints, ParamsOf, QueryOf, ResponseOf } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import type { Actor } from '../auth/actor.ts'
import type { Scope } from '../db/scope.ts'
import type { Fold, Listeners } from '../outbox/listeners.ts'
import type { Policy } from '../policy/policy.ts'

/** A file part of an upload, already read and within the limit. */
export type UploadedFile = { readonly name: string; readonly declaredType: string; readonly bytes: Buffer }
/** A file answered instead of JSON. */
export type FileAnswer = {
  readonly file: NodeJS.ReadableStream | Buffer
  readonly mediaType: string
  readonly name?: string
  readonly cacheSeconds?: number
}

/** What a handler gets: validated input and who asks. Nothing of the web server itself. */
export type HandlerRequest<E extends Endpoint = Endpoint> = {
  readonly operation: string
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  readonly region: number
  /** Who asks; throws signInFirst on a public operation without a session. */
  readonly me: Actor
  readonly visitor: Actor | undefined
  /** The database scope of `me`. */
  readonly scope: Scope
  readonly language: 'zh' | 'en'
  /** The caller's network address; for limits only, never stored with a person. */
  readonly address: string
  /** The caller's browser and system in two family words, as `deviceOf` says; undefined when neither is known. */
  readonly device: string | undefined
  readonly file: UploadedFile | undefined
  /** What every link that leaves the house begins with: the address people reach it at, without a slash at its end. */
  readonly publicUrl: string
  /**
   * The statement that keeps this command's key, request and answer; belongs into the same commit as the effect.
   * It also refuses when the session has been revoked meanwhile.
   */
  remember(response: ResponseOf<E> | Sql): Sql
  setSession(token: string, expiresAt: string): void
  clearSession(): void
  /** What the browser kept while it was at another side's door, as `setTicket` gave it. */
  readonly ticket: string | undefined
  /** Undefined takes it back. */
  setTicket(ticket: string | undefined): void
}

export type Handlers<T extends Endpoints> = {
  readonly [operation in keyof T]: (
    request: HandlerRequest<T[operation]>,
  ) => Promise<ResponseOf<T[operation]> | FileAnswer>
}

/** A room as the server sees it: its operations, who may do them, what they do, and what it listens to. */
export type Room = {
  readonly name: string
  readonly endpoints: Endpoints
  readonly policy: Policy
  readonly handlers: { readonly [operation: string]: (request: HandlerRequest) => Promise<unknown> }
  readonly listeners: Listeners
  readonly fold?: Fold | undefined
}

/** Keeps each handler's own types while it is written, and forgets them for the list of rooms. */
export function room<T extends Endpoints>(definition: {
  name: string
  endpoints: T
  policy: Policy<keyof T & string>
  handlers: Handlers<T>
  listeners?: Listeners
  fold?: Fold
}): Room {
  return { listeners: {}, ...definition, handlers: definition.handlers as unknown as Room['handlers'] } // each handler meets only its own endpoint
}
