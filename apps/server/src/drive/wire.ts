import { Agent, request } from 'node:http'
import type { FastifyInstance } from 'fastify'

export type WireRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path and query below the server's own address, `/api/orders?limit=5`. */
  readonly url: string
  readonly headers: { readonly [name: string]: string }
  readonly body?: string | Buffer
}
export type WireAnswer = { readonly status: number; readonly body: unknown }
/** How requests reach a server: over the network, or inside this process. Both pass the same gates. */
export type Wire = (request: WireRequest) => Promise<WireAnswer>

/**
 * Requests over HTTP to a running server.
 * @param base `http://127.0.0.1:4000`
 */
export function overHttp(base: string): Wire {
  const root = base.replace(/\/$/, '')
  return root.startsWith('http:') ? kept(root) : fetched(root)
}

/** Plain HTTP over connections that are kept: a third of fetch's time, which counts where client and server share a machine. */
function kept(root: string): Wire {
  const agent = new Agent({ keepAlive: true, scheduling: 'lifo' })
  const send = ({ method, url, headers, body }: WireRequest, again: boolean): Promise<WireAnswer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
      const sent = request(root + url, { method, agent, headers: { ...headers, ...length } }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(parts).toString()) }),
        )
        response.on('error', reject)
      })
      sent.on('error', (error) => {
        // The server gave up the idle connection at the very moment it was used again; commands carry their key.
        if (sent.reusedSocket && !again)
          resolve(send({ method, url, headers, ...(body ? { body } : {}) }, true))
        else reject(error)
      })
      sent.end(body)
    })
  return (sending) => send(sending, false)
}

const fetched =
  (root: string): Wire =>
  async ({ method, url, headers, body }) => {
    const response = await fetch(root + url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    })
    return { status: response.status, body: parsed(await response.text()) }
  }

/** Requests handed to the web server of this process, without a socket. */
export function inProcess(app: FastifyInstance): Wire {
  return async ({ method, url, headers, body }) => {
    const response = await app.inject({
      method,
      url,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    })
    return { status: response.statusCode, body: parsed(response.payload) }
  }
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text // a page or a file: the caller looks at the status
  }
}
