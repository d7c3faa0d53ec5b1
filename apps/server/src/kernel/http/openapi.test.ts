import { endpoints } from '@linli/contract'
import { Id, Optional, Shape, Type } from '@linli/contract/schema'
import { describe, expect, test } from 'vitest'
import { who } from '../policy/policy.ts'
import { openApiOf } from './openapi.ts'
import { type Room, room } from './room.ts'

const lampEndpoints = endpoints({
  mendLamp: {
    kind: 'command',
    method: 'POST',
    path: '/lamps/:id/mend',
    summary: { zh: '修灯', en: 'Mend a lamp' },
    params: Shape({ id: Id('路灯') }),
    body: Shape({ reason: Type.String() }),
    response: Shape({ id: Id() }),
    status: 201,
  },
  listLamps: {
    kind: 'read',
    method: 'GET',
    path: '/lamps',
    summary: { zh: '路灯', en: 'Lamps' },
    query: Shape({ state: Optional(Type.Array(Type.String(), { title: '状态' })) }),
    response: Type.Array(Type.String()),
  },
  photographLamp: {
    kind: 'upload',
    method: 'POST',
    path: '/lamps/photos',
    summary: { zh: '拍灯', en: 'Photograph a lamp' },
    response: Type.Null(),
  },
})
const lamps: Room = room({
  name: 'lamps',
  endpoints: lampEndpoints,
  policy: {
    operations: {
      mendLamp: who('inScope', 'gridWorker'),
      listLamps: 'public',
      photographLamp: 'signedIn',
    },
    fields: { owner: { clear: who('own', 'resident') } },
  },
  handlers: {
    mendLamp: async (q) => ({ id: q.params.id }),
    listLamps: async () => [],
    photographLamp: async () => null,
  },
})
const info = { title: 'Lamps', version: '1' }

describe('the description of the API', () => {
  const { paths, tags } = openApiOf([lamps], info)

  test('a command carries its address, its body, the policy row and the idempotency key', () => {
    const mend = paths['/lamps/{id}/mend']?.['post']
    expect(mend).toMatchObject({
      operationId: 'mendLamp',
      'x-authz': { access: 'roles', rows: [{ role: 'gridWorker', relation: 'inScope' }] },
      'x-kind': 'command',
      security: [{ session: [] }, { bearer: [] }],
      requestBody: { content: { 'application/json': { schema: lampEndpoints.mendLamp.body } } },
    })
    expect(mend?.parameters).toEqual([
      expect.objectContaining({ name: 'id', in: 'path', required: true, description: '路灯' }),
      { $ref: '#/components/parameters/IdempotencyKey' },
      { $ref: '#/components/parameters/Language' },
    ])
    expect(Object.keys(mend?.responses ?? {})).toEqual(
      expect.arrayContaining(['201', '400', '401', '403', '404', '409', '422']),
    )
  })

  test('a public read needs neither session nor key; a list travels with commas', () => {
    const list = paths['/lamps']?.['get']
    expect(list).toMatchObject({ 'x-authz': { access: 'public' }, security: [{}] })
    expect(list?.parameters[0]).toMatchObject({ name: 'state', in: 'query', required: false, explode: false })
    expect(list?.parameters).not.toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' })
    expect(list?.responses).not.toHaveProperty('401')
  })

  test('an upload is a form with one file', () => {
    expect(paths['/lamps/photos']?.['post']?.['requestBody']).toMatchObject({
      content: { 'multipart/form-data': { schema: { required: ['file'] } } },
    })
  })

  test('what asks for a fresh proof of the person says so, and nothing else does', () => {
    const guarded = openApiOf([{ ...lamps, policy: { ...lamps.policy, stepUp: ['mendLamp'] } }], info)
    const marked = Object.values(guarded.paths)
      .flatMap((item) => Object.values(item))
      .filter((operation) => operation['x-step-up'])
    expect(marked.map(({ operationId }) => operationId)).toEqual(['mendLamp'])
  })

  test("the field masks stand with the room's tag", () => {
    expect(tags).toEqual([{ name: 'lamps', 'x-fields': lamps.policy.fields }])
  })
})

test('an operation without a policy row, and two of one name, are refused', () => {
  const without = { ...lamps, policy: { operations: {} } }
  expect(() => openApiOf([without], info)).toThrow('mendLamp is missing from the policy of lamps')
  expect(() => openApiOf([lamps, { ...lamps, name: 'copies' }], info)).toThrow('two operations are called')
})
