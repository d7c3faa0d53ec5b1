import { endpoints } from '@linli/contract'
import { Shape, Text, Type } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import type { Actor } from '../auth/actor.ts'
import { newId } from '../ids.ts'
import { outboxStatement } from '../outbox/outbox.ts'
import { notFound } from '../problem.ts'
import { room } from './room.ts'

const noteEndpoints = endpoints({
  writeNote: {
    kind: 'command',
    method: 'POST',
    path: '/notes',
    summary: { zh: '记一条', en: 'Write a note' },
    body: Shape({ text: Text('内容', 100) }),
    response: Shape({ id: Type.String(), text: Type.String() }),
    status: 201,
  },
  refuseNote: {
    kind: 'command',
    method: 'POST',
    path: '/notes/refuse',
    summary: { zh: '不记', en: 'Refuse' },
    response: Type.Null(),
  },
})
type Note = { id: string; text: string; code?: string }

let kit: TestDatabase
let served: ServedRooms
let actor: Actor
beforeAll(async () => {
  kit = await testDatabase()
  const notes = room({
    name: 'notes',
    endpoints: noteEndpoints,
    policy: { operations: { writeNote: 'signedIn', refuseNote: 'signedIn' } },
    handlers: {
      writeNote: async ({ body, region, scope, remember }) => {
        const note = { id: newId(), text: body.text }
        await kit.db.commit(scope, [
          outboxStatement(region, 'notes.written.1', { id: note.id }),
          remember(note),
        ])
        return note
      },
      refuseNote: async () => {
        throw notFound()
      },
    },
  })
  served = await serveRooms(kit.db, [notes])
  actor = await served.signIn('王小明')
})
afterAll(async () => {
  await served.close()
  await kit.close()
})

const write = (who: Actor | undefined, text: string, key?: string) =>
  served.send<Note>(who, '/notes', { text }, key)
const written = async () =>
  (await kit.db.read({ region: 1 }, sql`select 1 from outbox where topic = 'notes.written.1'`)).length

describe('a command sent again', () => {
  it('with the same key and body answers as before and has one effect', async () => {
    const key = newId()
    const before = await written()
    const first = await write(actor, '灯坏了', key)
    const second = await write(actor, '灯坏了', key.toUpperCase())
    expect(first.status).toBe(201)
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect(await written()).toBe(before + 1)
  })

  it('many times at the same moment has one effect and one answer', async () => {
    const key = newId()
    const before = await written()
    const answers = await Promise.all(Array.from({ length: 8 }, () => write(actor, '灯坏了', key)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect(await written()).toBe(before + 1)
  })

  it('with another body is refused', async () => {
    const key = newId()
    await write(actor, '灯坏了', key)
    expect(await write(actor, '水管坏了', key)).toMatchObject({
      status: 422,
      body: { code: 'kernel.keyReused' },
    })
  })

  it('as another operation is refused', async () => {
    const key = newId()
    await write(actor, '灯坏了', key)
    expect((await served.send(actor, '/notes/refuse', {}, key)).body).toMatchObject({
      code: 'kernel.keyReused',
    })
  })

  it('by another account is refused and shows nothing', async () => {
    const key = newId()
    const { body } = await write(actor, '灯坏了', key)
    const other = await write(await served.signIn('路人'), '灯坏了', key)
    expect(other).toMatchObject({ status: 422, body: { code: 'kernel.keyReused' } })
    expect(JSON.stringify(other.body)).not.toContain(body.id)
  })

  it('in another region is a command of its own', async () => {
    const key = newId()
    const here = await write(actor, '灯坏了', key)
    const there = await write(await served.signIn('外区', [], 2), '灯坏了', key)
    expect(there.status).toBe(201)
    expect(there.body.id).not.toBe(here.body.id)
  })

  it('after it was refused may be tried anew under the same key', async () => {
    const key = newId()
    expect((await served.send(actor, '/notes/refuse', {}, key)).status).toBe(404)
    expect((await served.send(actor, '/notes/refuse', {}, key)).status).toBe(404)
  })
})

describe('a command', () => {
  it.each(['', 'abc', '0197c0de'])('with the key %j is refused in words', async (key) => {
    expect(await write(actor, '灯坏了', key)).toMatchObject({
      status: 400,
      body: { code: 'kernel.keyMissing' },
    })
  })

  it('of a session that was signed out meanwhile has no effect', async () => {
    const leaving = await served.signIn('刚退出')
    await kit.db.global(sql`update sessions set revoked_at = now() where id = ${leaving.sessionId}::uuid`)
    const before = await written()
    expect(await write(leaving, '灯坏了')).toMatchObject({
      status: 401,
      body: { code: 'kernel.signInFirst' },
    })
    expect(await written()).toBe(before)
  })

  it('without a session is refused before anything is read', async () => {
    expect((await write(undefined, '灯坏了')).status).toBe(401)
  })
})
