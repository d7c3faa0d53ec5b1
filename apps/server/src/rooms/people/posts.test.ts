import type { PostRow } from '@linli/contract/people/shapes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPeople, type ServedPeople } from '../../../../../tests/kit/peopleRoom.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'

let served: ServedPeople
let house: ServedPeople['house']
let admin: ServedPeople['admin']
let intake: ServedPeople['intake']
let far: ServedPeople['far']
let forgotten: ServedPeople['forgotten']
let person: ServedPeople['person']
let behind: ServedPeople['behind']

beforeAll(async () => {
  served = await openPeople()
  ;({ house, admin, intake, far, forgotten, person, behind } = served)
})
afterAll(() => served.close())

describe('posts', () => {
  const grantsOf = (accountId: string) =>
    behind(
      'select role, area_path from grants where account_id = $1 and (to_at is null or to_at > now()) order by role',
      [accountId],
    )

  it('gives the roles of a post with it, and takes them when it ends', async () => {
    const worker = await house.signIn('网格员甲')
    const post = { post: 'communityWorker', areaPath: '/s1/c1/' }
    const assigned = await house.send<{ id: string }>(admin, `/people/${worker.personId}/posts`, post)
    expect(assigned.status).toBe(201)
    expect(await grantsOf(worker.accountId)).toEqual([
      { role: 'dispatcher', area_path: '/s1/c1/' },
      { role: 'intake', area_path: '/s1/c1/' },
    ])
    const again = await house.send<{ code: string }>(admin, `/people/${worker.personId}/posts`, post)
    expect(again.body.code).toBe('people.postHeld')
    const listed = await house.read<{ items: PostRow[] }>(intake, '/posts')
    const onBoard = listed.body.items.find(({ personId }) => personId === worker.personId)
    expect(onBoard).toMatchObject({
      personName: '网格员甲',
      postName: { zh: '社区工作者' },
      placeName: '桃源社区',
    })
    expect(JSON.stringify(listed.body)).not.toMatch(/phone|\d{3}\*{4}\d{4}/)
    // Who answers there, asked from below: as far up as the reader's own areas go.
    const from = async (actor: Actor, above: string) =>
      (await house.read<{ items: PostRow[] }>(actor, `/posts/history?path=${post.areaPath}b1/${above}`)).body
        .items
    expect(await from(intake, '')).toEqual([])
    expect(await from(intake, '&above=true')).toMatchObject([
      { id: assigned.body.id, personName: '网格员甲' },
    ])
    expect((await house.send(far, `/posts/${assigned.body.id}/end`)).status).toBe(403)
    expect((await house.send(admin, `/posts/${assigned.body.id}/end`, { reason: '调岗' })).status).toBe(200)
    expect(await grantsOf(worker.accountId)).toEqual([])
    expect(forgotten).toContain(worker.accountId)
    expect((await house.send(admin, `/posts/${assigned.body.id}/end`)).status).toBe(404)
    const { posts } = (await person(admin, worker.personId)).body
    expect(posts).toMatchObject([{ personName: '网**', postName: { zh: '社区工作者' } }])
  })

  it('leaves the three administrators to the security administrator, and nobody ends their own post', async () => {
    const worker = await house.signIn('想当审计')
    for (const post of ['regionAdmin', 'securityAdmin', 'auditor']) {
      const refused = await house.send<{ code: string }>(admin, `/people/${worker.personId}/posts`, { post })
      expect([refused.status, refused.body.code]).toEqual([403, 'people.administratorPost'])
    }
    const [id, duty] = [newId(), newId()]
    for (const [post, key] of [
      [id, 'regionAdmin'],
      [duty, 'regionDuty'],
    ])
      await behind(
        `insert into posts (region_id, id, person_id, post, area_path, from_on) values (1, $1, $2, $3, '/', '2026-01-01')`,
        [post, admin.personId, key],
      )
    const end = async (post: string) =>
      (await house.send<{ code: string }>(admin, `/posts/${post}/end`)).body.code
    expect([await end(id), await end(duty)]).toEqual(['people.administratorPost', 'people.ownPost'])
    expect(await grantsOf(worker.accountId)).toEqual([])
  })

  it('asks for the right kind of place, and nobody assigns a post to themselves or outside their area', async () => {
    const worker = await house.signIn('承办人')
    const assign = async (body: object, actor = admin, to = worker.personId) =>
      (await house.send<{ code: string }>(actor, `/people/${to}/posts`, body)).body.code
    expect(await assign({ post: 'unitHandler', areaPath: '/s1/' })).toBe('people.postNeedsPlace')
    expect(await assign({ post: 'gridWorker' })).toBe('people.postNeedsPlace')
    expect(await assign({ post: 'nobody', areaPath: '/s1/' })).toBe('people.unknownPost')
    expect(await assign({ post: 'gridWorker', areaPath: '/s9/' })).toBe('people.unknownArea')
    expect(await assign({ post: 'regionDuty' }, admin, admin.personId)).toBe('people.ownPost')
    expect(await assign({ post: 'gridWorker', areaPath: '/s1/c1/g1/' }, far)).toBe('kernel.forbidden')
    const [unit] = (await house.read<{ items: { id: string }[] }>(admin, '/units')).body.items
    expect(await assign({ post: 'unitHandler', unitId: unit?.id })).toBeUndefined()
    expect((await person(admin, worker.personId)).body.posts).toMatchObject([
      { post: 'unitHandler', unitId: unit?.id },
    ])
  })

  it('holds at most four separate areas', async () => {
    const worker = await house.signIn('兼任')
    const codes: (string | undefined)[] = []
    for (const name of ['甲', '乙', '丙', '丁', '戊']) {
      const area = await house.send<{ path: string }>(admin, '/areas', {
        parent: '/s2/',
        name: `${name}社区`,
      })
      const body = { post: 'communityWorker', areaPath: area.body.path }
      codes.push(
        (await house.send<{ code?: string }>(admin, `/people/${worker.personId}/posts`, body)).body.code,
      )
    }
    expect(codes).toEqual([undefined, undefined, undefined, undefined, 'people.tooManyAreas'])
  })
})
