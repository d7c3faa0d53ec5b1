import { endpoints } from '@linli/contract'
import { Optional, Shape, Text, Type } from '@linli/contract/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import type { Actor } from '../auth/actor.ts'
import { room } from './room.ts'

const formEndpoints = endpoints({
  checkForm: {
    kind: 'command',
    method: 'POST',
    path: '/forms',
    summary: { zh: '填表', en: 'Fill in a form' },
    body: Shape({
      name: Text('称呼', 5, 2),
      phone: Optional(Type.String({ title: '电话', pattern: '^1\\d{10}$', description: '11 位手机号' })),
      floor: Optional(Type.Integer({ title: '楼层', minimum: 1, maximum: 33 })),
      photos: Optional(Type.Array(Type.String(), { title: '照片', maxItems: 1 })),
      contact: Optional(Shape({ street: Text('街道') })),
    }),
    response: Type.Null(),
  },
})

let kit: TestDatabase
let served: ServedRooms
let actor: Actor
beforeAll(async () => {
  kit = await testDatabase()
  const form = room({
    name: 'forms',
    endpoints: formEndpoints,
    policy: { operations: { checkForm: 'signedIn' } },
    handlers: { checkForm: async () => null },
  })
  served = await serveRooms(kit.db, [form])
  actor = await served.signIn('王小明')
})
afterAll(async () => {
  await served.close()
  await kit.close()
})

type Errors = { code: string; errors: { field: string; message: string }[] }
const send = (body: object) => served.send<Errors>(actor, '/forms', body)

describe('a form with mistakes', () => {
  it.each([
    ['a missing field', {}, 'name', '请填写“称呼”。'],
    ['a short text', { name: '王' }, 'name', '“称呼”至少要 2 个字。'],
    ['a long text', { name: '王王王王王王' }, 'name', '“称呼”最多 5 个字，请缩短。'],
    ['an unknown field', { name: '王小明', age: 3 }, 'age', '“age”不是这里能填的内容，请去掉。'],
    ['a wrong type', { name: 12 }, 'name', '“称呼”的格式不对，请检查。'],
    ['a wrong form', { name: '王小明', phone: '12' }, 'phone', '“电话”的格式不对：11 位手机号。'],
    ['a number out of range', { name: '王小明', floor: 34 }, 'floor', '“楼层”超出了允许的范围（<= 33）。'],
    ['too many entries', { name: '王小明', photos: ['a', 'b'] }, 'photos', '“照片”的个数不对（限 1 个）。'],
    ['a field of a field', { name: '王小明', contact: {} }, 'contact.street', '请填写“街道”。'],
  ])('names %s as the screen does', async (_, body, field, message) => {
    const answer = await send(body)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ code: 'kernel.invalid', errors: [{ field, message }] })
  })

  it('tells every field at once, each field once', async () => {
    const { body } = await send({ name: '', floor: 0, phone: 'x' })
    expect(body.errors.map(({ field }) => field).sort()).toEqual(['floor', 'name', 'phone'])
  })

  it('answers a text of a megabyte and broken JSON in words', async () => {
    expect(await send({ name: 'x'.repeat(1024 * 1024) })).toMatchObject({
      status: 413,
      body: { code: 'kernel.tooLarge' },
    })
    expect((await send([])).status).toBe(400)
  })
})
