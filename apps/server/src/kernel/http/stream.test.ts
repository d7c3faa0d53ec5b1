import { connect, type Socket } from 'node:net'
import { endpoints } from '@linli/contract'
import { Type } from '@linli/contract/schema'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import type { Actor } from '../auth/actor.ts'
import { newId } from '../ids.ts'
import { createHub, type LiveEvent } from '../live/hub.ts'
import { room } from './room.ts'
import { createServer } from './serve.ts'

const liveEndpoints = endpoints({
  live: {
    kind: 'stream',
    method: 'GET',
    path: '/live',
    summary: { zh: '实时', en: 'Live' },
    response: Type.Unknown(),
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
const event = (id: string): LiveEvent => ({
  region: 1,
  topic: 'orders.orderPlaced.1',
  id,
  path: '/c1/',
  people: [],
  units: [],
  teams: [],
})

const hub = createHub()
let kit: TestDatabase
let app: FastifyInstance
let port = 0
beforeAll(async () => {
  kit = await testDatabase()
  app = await createServer({
    db: kit.db,
    rooms: [
      room({
        name: 'live',
        endpoints: liveEndpoints,
        policy: { operations: { live: 'signedIn' } },
        handlers: { live: async () => null },
      }),
    ],
    hub,
    resolveSession: async (token) => (token === 'good' ? actor : undefined),
    defaultRegion: () => 1,
    secureCookies: false,
    frames: false,
    afterCommand: () => undefined,
    log: false,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(async () => {
  await app.close()
  await kit.close()
})

async function open(token = 'good'): Promise<{ socket: Socket; text: () => string }> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.setEncoding('utf8')
  socket.on('data', (data) => {
    text += String(data)
  })
  socket.on('error', (error) => {
    text += error.message
  })
  socket.write(`GET /api/live HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\n\r\n`)
  await vi.waitUntil(() => text.includes('event: ready') || /HTTP\/1.1 4/.test(text))
  return { socket, text: () => text }
}

it('tells a page what concerns it, and forgets the page that went away', async () => {
  const { socket, text } = await open()
  expect(hub.count()).toBe(1)
  hub.publish([event('first'), { ...event('elsewhere'), region: 2 }, event('second')])
  await vi.waitUntil(() => text().includes('second'))
  expect(text()).toContain('event: orders.orderPlaced.1\ndata: {"id":"first"}\n\n')
  expect(text()).not.toContain('elsewhere')
  socket.destroy()
  await vi.waitUntil(() => hub.count() === 0)
})

it('lets a page go that does not read', async () => {
  const { socket } = await open()
  socket.pause()
  const many = Array.from({ length: 500 }, (_, n) => event(`${n}${'x'.repeat(100)}`))
  await vi.waitUntil(
    () => {
      hub.publish(many)
      return hub.count() === 0
    },
    { timeout: 15_000, interval: 5 },
  )
  socket.destroy()
})

it('asks who it is', async () => {
  const { socket, text } = await open('stranger')
  expect(text()).toContain('HTTP/1.1 401')
  expect(hub.count()).toBe(0)
  socket.destroy()
})
