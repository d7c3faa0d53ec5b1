import { endpoints } from '@linli/contract'
import { Shape, Type } from '@linli/contract/schema'
import type { FastifyInstance } from 'fastify'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { systemScope } from '../auth/actor.ts'
import { createHub } from '../live/hub.ts'
import { room } from './room.ts'
import { createServer } from './serve.ts'

const NAME = '金丝雀王小明'
const PHONE = '13812345678'
const FORGED = 'x\r\n{"level":60,"msg":"forged"}'

const Words = Shape({ name: Type.String({ maxLength: 200 }) })
const sayEndpoints = endpoints({
  say: {
    kind: 'session',
    method: 'POST',
    path: '/say/:phone',
    summary: { zh: '说', en: 'Say' },
    params: Shape({ phone: Type.String({ maxLength: 200 }) }),
    query: Shape({ q: Type.String({ maxLength: 200 }) }),
    body: Words,
    response: Type.Null(),
  },
  fail: {
    kind: 'session',
    method: 'POST',
    path: '/fail',
    summary: { zh: '错', en: 'Fail' },
    body: Words,
    response: Type.Null(),
  },
  collide: {
    kind: 'session',
    method: 'POST',
    path: '/collide',
    summary: { zh: '撞', en: 'Collide' },
    body: Words,
    response: Type.Null(),
  },
})

let kit: TestDatabase
let app: FastifyInstance
const written: string[] = []
const lines = () => written.join('').split('\n').filter(Boolean)
beforeAll(async () => {
  kit = await testDatabase()
  app = await createServer({
    db: kit.db,
    rooms: [
      room({
        name: 'say',
        endpoints: sayEndpoints,
        policy: { operations: { say: 'public', fail: 'public', collide: 'public' } },
        handlers: {
          say: async () => null,
          fail: async () => {
            throw new TypeError('something of ours is not a function')
          },
          collide: async ({ body }) => {
            await kit.db.transaction(systemScope(1), (tx) => tx.query(sql`select ${body.name}::integer`))
            return null
          },
        },
      }),
    ],
    hub: createHub(),
    resolveSession: async () => undefined,
    defaultRegion: () => 1,
    secureCookies: false,
    frames: false,
    afterCommand: () => undefined,
    log: { level: 'info', stream: { write: (line) => void written.push(line) } },
  })
  const call = (url: string, body: unknown) =>
    app.inject({
      method: 'POST',
      url: `/api${url}`,
      remoteAddress: '203.0.113.77',
      headers: { authorization: 'Bearer a-token-of-somebody', 'user-agent': FORGED.replace(/[\r\n]/g, ' ') },
      payload: body as object,
    })
  await call(`/say/${PHONE}?q=${encodeURIComponent(NAME)}`, { name: FORGED })
  await call(`/say/${PHONE}?q=1`, { name: NAME, more: NAME })
  await call('/fail', { name: NAME })
  await call('/collide', { name: NAME })
  await call(`/nowhere/${PHONE}`, { name: NAME })
})
afterAll(async () => {
  await app.close()
  await kit.close()
})

describe('the log', () => {
  it('is one JSON object a line, with time, route, method, status and milliseconds', () => {
    const answered = lines()
      .map((line) => JSON.parse(line) as { [field: string]: unknown })
      .filter(({ msg }) => msg === 'answered')
    expect(answered.map(({ route, status }) => `${status} ${route ?? ''}`)).toEqual([
      '200 /api/say/:phone',
      '400 /api/say/:phone',
      '500 /api/fail',
      '500 /api/collide',
      '404 ',
    ])
    for (const line of answered)
      expect(line).toMatchObject({
        method: 'POST',
        time: expect.any(Number),
        milliseconds: expect.any(Number),
      })
  })

  it('holds no name, phone, token or network address, whatever went wrong', () => {
    const text = written.join('')
    for (const secret of [NAME, PHONE, 'a-token-of-somebody', '203.0.113.77', encodeURIComponent(NAME)])
      expect(text).not.toContain(secret)
  })

  it('takes no line that somebody wrote into a field', () => {
    expect(lines().filter((line) => line.includes('forged'))).toEqual([])
  })

  it('says of an unexpected error what it was and where, and the answer says neither', async () => {
    const failed = lines()
      .map(
        (line) => JSON.parse(line) as { msg: string; route: string; error: { kind?: string; code?: string } },
      )
      .filter(({ msg }) => msg === 'failed')
    expect(failed).toMatchObject([
      { route: '/api/fail', error: { kind: 'TypeError', message: 'something of ours is not a function' } },
      { route: '/api/collide', error: { code: '22P02' } },
    ])
    const answer = await app.inject({ method: 'POST', url: '/api/fail', payload: { name: NAME } })
    expect(answer.json()).toMatchObject({ code: 'kernel.unexpected' })
    expect(answer.body).not.toMatch(/TypeError|not a function|\.ts/)
  })
})
