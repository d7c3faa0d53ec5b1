import type { Static, TSchema } from 'typebox'
import type { Words } from './words.ts'

/**
 * One operation of the API, written once: the server registers it, OpenAPI describes it, the screens call it.
 * - `read`: GET, no effect.
 * - `command`: changes something; the caller sends `idempotency-key` (UUID), a repeat answers with the first result.
 * - `session`: signing in and out; not replayed, because a token is never stored in clear.
 * - `upload`: a command whose body is multipart/form-data with one `file` part.
 * - `stream`: server-sent events.
 */
export type Endpoint = {
  readonly kind: 'read' | 'command' | 'session' | 'upload' | 'stream'
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: `/${string}`
  readonly summary: Words
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly response: TSchema
  readonly status?: 200 | 201 | 204
  /** The answer is a file, not JSON. */
  readonly file?: string
}

export type Endpoints = { readonly [operationId: string]: Endpoint }

/** Keeps the literal types of a room's endpoint table. */
export function endpoints<const T extends Endpoints>(table: T): T {
  return table
}

type StaticOr<S, Otherwise> = S extends TSchema ? Static<S> : Otherwise
export type ParamsOf<E extends Endpoint> = StaticOr<E['params'], Record<never, never>>
export type QueryOf<E extends Endpoint> = StaticOr<E['query'], Record<never, never>>
export type BodyOf<E extends Endpoint> = StaticOr<E['body'], undefined>
export type ResponseOf<E extends Endpoint> = Static<E['response']>
