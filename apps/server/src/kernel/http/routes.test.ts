import { endpoints } from '@linli/contract'
import { Optional, Shape, Type } from '@linli/contract/schema'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import type { Actor } from '../auth/actor.ts'
import { newId } from '../ids.ts'
import { createHub } from '../live/hub.ts'
import { who } from '../policy/policy.ts'
import { cookieNames } from './cookies.ts'
import { type Room, room } from './room.ts'
import { createServer } from './serve.ts'

const deskEndpoints = endpoints({
  ringBell: {
    kind: 'command',
    method: 'POST',
    path: '/bell',
    summary: { zh: '按铃', en: 'Ring' },
    response: Type.Null(),
  },
  readDesk: {
    kind: 'read',
    method: 'GET',
    path: '/desk',
    summary: { zh: '看台', en: 'Read' },
    query: Shape({
      limit: Optional(Type.Integer({ title: '条数', minimum: 1, maximum: 100 })),
      late: Optional(Type.Boolean({ title: '超时' })),
      state: Optional(Type.Array(Type.String(), { title: '状态' })),
    }),
    response: Type.Unknown(),
  },
  whereAmI: {
    kind: 'read',
    method: 'GET',
    path: '/where',
    summary: { zh: '网址', en: 'Where' },
    response: Shape({ address: Type.String() }),
  },
  failDesk: {
    kind: 'read',
    method: 'GET',
    path: '/fail',
    summary: { zh: '出错', en: 'Fail' },
    response: Type.Null(),
  },
})
const desk = room({
  name: 'desk',
  endpoints: deskEndpoints,
  policy: {
    operations: {
      ringBell: 'signedIn',
      readDesk: who('any', 'intake'),
      failDesk: 'public',
      whereAmI: 'public',
    },
  },
  handlers: {
    ringBell: async () => null,
    readDesk: async ({ query }) => query,
    whereAmI: async ({ publicUrl }) => ({ address: publicUrl }),
    failDesk: async () => {
      throw new Error('the password is 123')
    },
  },
})

const actor: Actor = {
  region: 1,
  accountId: newId(),
  personId: newId(),
  sessionId: newId(),
  grants: [{ role: 'intake', areaPath: '/', unitId: null }],
  units: [],
  teams: [],
}
let kit: TestDatabase
let app: FastifyInstance
const serve = (rooms: readonly Room[], options: { publicUrl?: string; secureCookies?: boolean } = {}) =>
  createServer({
    db: kit.db,
    rooms,
    hub: createHub(),
    resolveSession: async (token) =>
      token === 'good' ? actor : token === 'plain' ? { ...actor, grants: [] } : undefined,
    defaultRegion: () => 1,
    secureCookies: false,
    frames: false,
    afterCommand: () => undefined,
    log: false,
    ...options,
  })
beforeAll(async () => {
  kit = await testDatabase()
  app = await serve([desk])
})
afterAll(async () => {
  await app.close()
  await kit.close()
})

const get = (url: string, headers: Record<string, string> = { authorization: 'Bearer good' }) =>
  app.inject({ method: 'GET', url: `/api${url}`, headers })
const ring = (headers: Record<string, string>) =>
  app.inject({ method: 'POST', url: '/api/bell', headers: { 'idempotency-key': newId(), ...headers } })

describe('a room', () => {
  it.each([
    ['a policy row', { ...desk, policy: { operations: { ...desk.policy.operations, ringBell: undefined } } }],
    ['a handler', { ...desk, handlers: {} }],
  ])('with an operation without %s does not open', async (_, broken) => {
    await expect(serve([broken as unknown as Room])).rejects.toThrow('ringBell') // what the types forbid, tried all the same
  })
})

describe('a request', () => {
  it('passes the gates of session and role before it is read', async () => {
    expect((await get('/desk?limit=abc', {})).json().code).toBe('kernel.signInFirst')
    expect((await get('/desk?limit=abc', { authorization: 'Bearer stale' })).statusCode).toBe(401)
    expect((await get('/desk?limit=abc', { authorization: 'Bearer plain' })).json().code).toBe(
      'kernel.forbidden',
    )
    expect((await get('/desk?limit=abc')).json().code).toBe('kernel.invalid')
  })

  it('is answered with whose session it came by, and refused to anybody but the person it names', async () => {
    expect((await get('/desk')).headers['linli-person']).toBe(actor.accountId)
    expect((await get('/desk', {})).headers['linli-person']).toBeUndefined()
    const authorization = 'Bearer good'
    expect((await ring({ authorization, 'linli-person': actor.accountId })).statusCode).toBe(200)
    const answer = await ring({ authorization, 'linli-person': newId() })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'kernel.otherPerson'])
  })

  it('has its query read as numbers, booleans and lists, and nothing guessed', async () => {
    expect((await get('/desk?limit=7&late=true&state=a,b')).json()).toEqual({
      limit: 7,
      late: true,
      state: ['a', 'b'],
    })
    for (const query of ['limit=7.5', 'limit=0', 'limit=1e3', 'late=yes', 'other=1'])
      expect((await get(`/desk?${query}`)).statusCode, query).toBe(400)
  })

  it('with a NUL in its address is refused in words', async () => {
    expect((await get('/desk?state=%00')).json().code).toBe('kernel.malformedText')
    expect((await get('/desk/%zz')).statusCode).toBeLessThan(500)
  })

  it('to nowhere is answered in words', async () => {
    const answer = await get('/nowhere')
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({
      code: 'kernel.notFound',
      type: 'urn:linli:problem:kernel.notFound',
    })
  })

  it('that fails unforeseen says nothing of why, in the reader’s language', async () => {
    const zh = await get('/fail')
    const en = await get('/fail', { 'accept-language': 'en-GB,en;q=0.9' })
    expect([zh.statusCode, en.statusCode]).toEqual([500, 500])
    expect(zh.body + en.body).not.toMatch(/123|Error|at /)
    expect(zh.json().detail).toMatch(/\p{Script=Han}/u)
    expect(en.json().detail).toMatch(/^Something/)
  })
})

describe('a write by cookie', () => {
  const cookie = `${cookieNames(false).session}=good`
  it.each([
    ['our own page', { cookie, 'sec-fetch-site': 'same-origin' }, 200],
    ['the address bar', { cookie, 'sec-fetch-site': 'none' }, 200],
    ['our own origin', { cookie, origin: 'http://localhost:4000', host: 'localhost:4000' }, 200],
    ['another site', { cookie, 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { cookie, 'sec-fetch-site': 'same-site' }, 403],
    ['another origin', { cookie, origin: 'https://evil.example' }, 403],
    ['an origin that is none', { cookie, origin: 'null' }, 403],
  ] as const)('from %s: %o answers %i', async (_, headers, status) => {
    expect((await ring(headers)).statusCode).toBe(status)
  })

  it('with a bearer token is not the browser’s doing', async () => {
    expect((await ring({ authorization: 'Bearer good', origin: 'https://evil.example' })).statusCode).toBe(
      200,
    )
  })
})

describe('the address that links begin with', () => {
  const whereAmI = async (options: { publicUrl?: string; secureCookies?: boolean }) => {
    const server = await serve([desk], options)
    const answer = await server.inject({ url: '/api/where', headers: { host: 'linli.lan:4000' } })
    await server.close()
    return answer.json().address
  }

  it('is the one set, else the one the request came to', async () => {
    expect(await whereAmI({ publicUrl: 'https://linli.example.cn' })).toBe('https://linli.example.cn')
    expect(await whereAmI({})).toBe('http://linli.lan:4000')
  })

  it('begins with https where cookies need TLS', async () => {
    expect(await whereAmI({ secureCookies: true })).toBe('https://linli.lan:4000')
  })
})
