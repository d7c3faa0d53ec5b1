import type { Actor, Grant } from '../../apps/server/src/kernel/auth/actor.ts'
import type { Database } from '../../apps/server/src/kernel/db/database.ts'
import type { Room } from '../../apps/server/src/kernel/http/room.ts'
import { createServer } from '../../apps/server/src/kernel/http/serve.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { createHub } from '../../apps/server/src/kernel/live/hub.ts'

export type Answer<T = Record<string, unknown>> = { status: number; body: T; bytes: Buffer }
export type Upload = { name: string; bytes: Buffer }
export type ServedRooms = {
  /** Signs somebody in with these grants; the person's row is written too. */
  signIn(name: string, grants?: readonly Grant[], region?: number): Promise<Actor>
  read<T>(actor: Actor | undefined, url: string): Promise<Answer<T>>
  send<T>(actor: Actor | undefined, url: string, body?: object, key?: string): Promise<Answer<T>>
  put<T>(actor: Actor, url: string, body: object, key?: string): Promise<Answer<T>>
  upload<T>(actor: Actor, url: string, file: Upload, key?: string): Promise<Answer<T>>
  close(): Promise<void>
}

/** Rooms behind the real web server: every gate from session to validation and idempotency, without a socket. */
export async function serveRooms(db: Database, rooms: readonly Room[]): Promise<ServedRooms> {
  const sessions = new Map<string, Actor>()
  const app = await createServer({
    db,
    rooms,
    hub: createHub(),
    resolveSession: async (token) => sessions.get(token),
    defaultRegion: () => 1,
    secureCookies: false,
    frames: false,
    afterCommand: () => undefined,
    log: false,
  })
  const ask = async <T>(actor: Actor | undefined, options: object): Promise<Answer<T>> => {
    const { headers, ...rest } = options as { headers?: object } // what the callers below pass
    const authorization = actor ? { authorization: `Bearer ${actor.sessionId}` } : {}
    const answer = await app.inject({ ...rest, headers: { ...headers, ...authorization } })
    const isJson = String(answer.headers['content-type']).includes('json')
    return {
      status: answer.statusCode,
      body: (isJson ? answer.json() : undefined) as T,
      bytes: answer.rawPayload,
    }
  }
  return {
    signIn: async (name, grants = [], region = 1) => {
      const actor = {
        region,
        accountId: newId(),
        personId: newId(),
        sessionId: newId(),
        grants,
        units: grants.flatMap(({ unitId }) => unitId ?? []),
        teams: [],
        isProved: true,
      }
      const { accountId, personId, sessionId } = actor
      const client = await db.pool.connect()
      try {
        await client.query(`begin; set local app.region='${Math.trunc(region)}'`)
        await client.query('insert into accounts (id, created_at) values ($1, app_now())', [accountId])
        await client.query(
          `insert into people (region_id, id, account_id, name, path, created_at) values ($1, $2, $3, $4, '/', app_now())`,
          [region, personId, accountId, name],
        )
        await client.query(
          `insert into sessions (id, token_hash, account_id, region_id, person_id, created_at, seen_at, expires_at)
           values ($1, $2, $3, $4, $5, app_now(), app_now(), app_now() + interval '1 day')`,
          [sessionId, Buffer.from(sessionId), accountId, region, personId],
        )
        await client.query('commit')
      } finally {
        client.release()
      }
      sessions.set(actor.sessionId, actor)
      return actor
    },
    read: (actor, url) => ask(actor, { method: 'GET', url: `/api${url}` }),
    send: (actor, url, body = {}, key = newId()) =>
      ask(actor, { method: 'POST', url: `/api${url}`, payload: body, headers: { 'idempotency-key': key } }),
    put: (actor, url, body, key = newId()) =>
      ask(actor, { method: 'PUT', url: `/api${url}`, payload: body, headers: { 'idempotency-key': key } }),
    upload: (actor, url, file, key = newId()) => {
      const boundary = 'linliboundary'
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
      return ask(actor, {
        method: 'POST',
        url: `/api${url}`,
        payload: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
        headers: { 'idempotency-key': key, 'content-type': `multipart/form-data; boundary=${boundary}` },
      })
    },
    close: () => app.close(),
  }
}
