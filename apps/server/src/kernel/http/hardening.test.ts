import { connect } from 'node:net'
import { endpoints } from '@linli/contract'
import { Type } from '@linli/contract/schema'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import type { Actor } from '../auth/actor.ts'
import { newId } from '../ids.ts'
import { createHub } from '../live/hub.ts'
import type { ServeOptions } from './options.ts'
import { type Room, room } from './room.ts'
import { createServer } from './serve.ts'

const doorEndpoints = endpoints({
  enter: {
    kind: 'session',
    method: 'POST',
    path: '/enter',
    summary: { zh: '进门', en: 'Enter' },
    response: Type.Null(),
  },
  leave: {
    kind: 'session',
    method: 'POST',
    path: '/leave',
    summary: { zh: '离开', en: 'Leave' },
    response: Type.Null(),
  },
  look: {
    kind: 'read',
    method: 'GET',
    path: '/look',
    summary: { zh: '看', en: 'Look' },
    response: Type.Unknown(),
  },
})
const door: Room = room({
  name: 'door',
  endpoints: doorEndpoints,
  policy: { operations: { enter: 'public', leave: 'public', look: 'public' } },
  handlers: {
    enter: async ({ setSession, setTicket }) => {
      setSession('token', '2099-01-01T00:00:00Z')
      setTicket('ticket')
      return null
    },
    leave: async ({ clearSession }) => {
      clearSession()
      return null
    },
    look: async ({ address }) => ({ address }),
  },
})
const actor = (accountId: string): Actor => ({
  region: 1,
  accountId,
  personId: newId(),
  sessionId: newId(),
  grants: [],
  units: [],
  teams: [],
})

let kit: TestDatabase
const open: FastifyInstance[] = []
const serve = async (options: Partial<ServeOptions> = {}): Promise<FastifyInstance> => {
  const app = await createServer({
    db: kit.db,
    rooms: [door],
    hub: createHub(),
    resolveSession: async (token) => (token.startsWith('of-') ? actor(token) : undefined),
    defaultRegion: () => 1,
    secureCookies: true,
    frames: false,
    afterCommand: () => undefined,
    log: false,
    ...options,
  })
  open.push(app)
  return app
}
beforeAll(async () => {
  kit = await testDatabase()
})
afterAll(async () => {
  for (const app of open) await app.close()
  await kit.close()
})

describe('every answer', () => {
  it('says what a browser may do with it: its own scripts only, no frames, no sniffing, TLS for a year, no referrer', async () => {
    const app = await serve()
    for (const url of ['/api/look', '/api/openapi.json', '/api/nothing', '/nothing']) {
      const { headers } = await app.inject({ url, headers: { origin: 'https://elsewhere.example' } })
      const policy = new Map(
        String(headers['content-security-policy'])
          .split(';')
          .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
      )
      expect(policy.get('default-src'), url).toBe("'self'")
      expect(policy.get('script-src')).toBe("'self'")
      expect(policy.get('script-src-attr')).toBe("'none'")
      for (const shut of ['object-src', 'base-uri', 'frame-ancestors', 'frame-src'])
        expect(policy.get(shut), shut).toBe("'none'")
      expect(policy.get('form-action')).toBe("'self'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
      expect(headers['content-type']).toMatch(/charset=utf-8/)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(headers['x-powered-by']).toBeUndefined()
    }
  })

  it('with data is kept by nobody', async () => {
    const app = await serve()
    expect((await app.inject('/api/look')).headers['cache-control']).toBe('no-store')
  })

  it('to a method or a file that is not meant is that it is not there', async () => {
    const app = await serve()
    const { port } = await listening(app)
    expect(
      await statusLine(port, 'TRACE /api/look HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
    ).toMatch(/ 40[045] /)
    for (const url of ['/.git/config', '/api/', '/assets/', '/..%2f..%2fpackage.json'])
      expect((await app.inject(url)).statusCode, url).toBe(404)
  })

  it('needs a message that ends in one way only', async () => {
    const app = await serve()
    const { port } = await listening(app)
    const twoLengths =
      'POST /api/enter HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/look HTTP/1.1\r\nHost: x\r\n\r\n'
    expect(await statusLine(port, twoLengths)).toMatch(/ 400 /)
  })
})

describe('cookies', () => {
  it('carry the prefixes that browsers guard, and no script reads them', async () => {
    const app = await serve()
    const { cookies } = await app.inject({ method: 'POST', url: '/api/enter' })
    expect(cookies).toMatchObject([
      { name: '__Host-linli_session', path: '/', httpOnly: true, secure: true, sameSite: 'Lax' },
      { name: '__Host-linli_ticket', path: '/', httpOnly: true, secure: true, sameSite: 'Strict' },
    ])
    expect(cookies.some((cookie) => 'domain' in cookie)).toBe(false)
  })

  it('of a name without its prefix open nothing where TLS is', async () => {
    const app = await serve({ limits: { account: 0, address: 1, region: 0 } })
    const look = (cookie: string) => app.inject({ url: '/api/look', headers: { cookie } })
    expect((await look('__Host-linli_session=of-me')).statusCode).toBe(200) // an account has no share of the address
    expect((await look('__Host-linli_session=of-me')).statusCode).toBe(200)
    expect((await look('linli_session=of-me')).statusCode).toBe(200)
    expect((await look('linli_session=of-me')).statusCode).toBe(429)
  })

  it('are taken back at signing out, and what the browser had kept with them', async () => {
    const app = await serve()
    const { cookies, headers } = await app.inject({ method: 'POST', url: '/api/leave' })
    expect(cookies).toMatchObject([{ name: '__Host-linli_session', value: '', secure: true }])
    expect(headers['clear-site-data']).toBe('"cache"')
  })
})

describe('limits', () => {
  it('an address without a session has its share, and hears when there is more', async () => {
    const app = await serve({ limits: { account: 0, address: 30, region: 0 } })
    const enter = () => app.inject({ method: 'POST', url: '/api/enter' }) // weighs ten
    const answers = [await enter(), await enter(), await enter(), await enter()]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429])
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0)
    expect(answers[3]?.json()).toMatchObject({ code: 'kernel.tooMany' })
  })

  it('an account has its share wherever it comes from, and takes nobody else’s', async () => {
    const app = await serve({ limits: { account: 2, address: 1, region: 0 } })
    const look = (token: string, remoteAddress: string) =>
      app.inject({ url: '/api/look', remoteAddress, headers: { authorization: `Bearer ${token}` } })
    expect((await look('of-one', '10.0.0.1')).statusCode).toBe(200)
    expect((await look('of-one', '10.0.0.2')).statusCode).toBe(200)
    expect((await look('of-one', '10.0.0.3')).statusCode).toBe(429)
    expect((await look('of-two', '10.0.0.3')).statusCode).toBe(200)
  })

  it('a region has its share of all together', async () => {
    const app = await serve({ limits: { account: 0, address: 0, region: 3 } })
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => app.inject({ url: '/api/look', remoteAddress: `10.0.0.${n}` })),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([
      200, 200, 200, 429, 429,
    ])
  })

  it('are not got round by a header that anybody can write', async () => {
    const app = await serve({ limits: { account: 0, address: 1, region: 0 } })
    const look = (from: string) => app.inject({ url: '/api/look', headers: { 'x-forwarded-for': from } })
    expect((await look('1.1.1.1')).statusCode).toBe(200)
    expect((await look('2.2.2.2')).statusCode).toBe(429)
  })

  it('behind a trusted proxy count the address that the proxy saw, not the one that the caller wrote before it', async () => {
    const app = await serve({ trustedProxies: ['127.0.0.1'], limits: { account: 0, address: 1, region: 0 } })
    const look = (from: string, remoteAddress = '127.0.0.1') =>
      app.inject({ url: '/api/look', remoteAddress, headers: { 'x-forwarded-for': from } })
    expect((await look('1.1.1.1')).json()).toEqual({ address: '1.1.1.1' })
    expect((await look('2.2.2.2')).statusCode).toBe(200)
    expect((await look('9.9.9.9, 2.2.2.2')).statusCode).toBe(429)
    expect((await look('3.3.3.3', '10.0.0.9')).json()).toEqual({ address: '10.0.0.9' })
  })
})

async function listening(app: FastifyInstance): Promise<{ port: number }> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address
}

/** The first line that the server answers to these very bytes. */
const statusLine = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (data) => {
      heard += data.toString('latin1')
      if (!heard.includes('\r\n')) return
      resolve(heard.split('\r\n')[0] ?? '')
      socket.destroy()
    })
    socket.on('error', reject)
  })
