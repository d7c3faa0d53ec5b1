import type { ActivityView } from '@linli/contract/activities/shapes'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ActivitiesHouse,
  openActivities,
  type Problem,
} from '../../../../../tests/kit/activitiesRoom.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { activityFileClock } from './store/photos.ts'

let test: ActivitiesHouse['test']
let rooms: ActivitiesHouse['rooms']
let admin: ActivitiesHouse['admin']
let second: ActivitiesHouse['second']
let published: ActivitiesHouse['published']
let people: ActivitiesHouse['people']
let close: ActivitiesHouse['close']
beforeAll(async () => {
  ;({ test, rooms, admin, second, published, people, close } = await openActivities())
})
afterAll(() => close())

const addPhoto = async (activityId: string, people = 'agreed') => {
  const fileId = newId()
  await test.db.commit(systemScope(1), [
    sql`insert into files (region_id, id, kind, media_type, bytes, sha256, storage_key, uploaded_by, at)
      values (1, ${fileId}, 'photo', 'image/webp', 1, '', ${fileId}, ${admin.personId}, app_now())`,
  ])
  const answer = await rooms.send<Problem>(admin, `/activities/${activityId}/photos`, { fileId, people })
  expect(answer.status).toBe(201)
  return fileId
}

describe('photos', () => {
  it('are shown only after somebody else has looked, and go for good when somebody objects', async () => {
    const { id, slug } = await published()
    const photo = await addPhoto(id)
    const shown = async () =>
      (await rooms.read<ActivityView>(undefined, `/activities/at/${slug}`)).body.photos
    expect(await shown()).toEqual([])
    expect((await rooms.read(undefined, `/activities/at/${slug}/photos/${photo}`)).status).toBe(404)
    const check = (who: Actor, show: boolean) =>
      rooms.send<Problem>(who, `/activity-photos/${photo}/check`, { show })
    expect((await check(admin, true)).body.code).toBe('activities.ownPhoto')
    expect((await check(second, true)).status).toBe(200)
    expect(await shown()).toEqual([photo])
    const counting = async () =>
      test.db.read(
        systemScope(1),
        sql`select t.id from files t where t.region_id = 1 and t.id = ${photo} and ${activityFileClock(sql`t.at`)} is not null`,
      )
    expect(await counting()).toEqual([])
    const [neighbour] = await people(1)
    if (!neighbour) throw new Error('nobody there')
    const object = () => rooms.send(neighbour, `/activities/at/${slug}/photos/${photo}/objection`)
    expect((await object()).status).toBe(200)
    expect((await object()).status).toBe(404)
    expect(await shown()).toEqual([])
    expect((await check(second, true)).status).toBe(404)
    expect(await counting()).toHaveLength(1)
  })
})
