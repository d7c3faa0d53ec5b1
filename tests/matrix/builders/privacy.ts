import type { Authz } from '../../../apps/server/src/kernel/http/openapi.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import type { Ground } from '../../kit/houseGround.ts'
import { plantPerson } from '../../kit/houseRows.ts'
import type { World } from '../../kit/houseWorld.ts'
import { type Builders, owned, placed, plain } from './builder.ts'

/** A request of a neighbour's to the office where they live. */
export async function plantRequest(world: World, ground: Ground): Promise<string> {
  const id = newId()
  await world.admin.query(
    `insert into data_requests (region_id, id, person_id, kind, path, words, asked_at, due_on) values ($1, $2, $3, 'explain', $4, '请说明', now(), current_date + 21)`,
    [ground.region, id, await plantPerson(world, ground), ground.path],
  )
  return id
}

/** A copy that is ready, without bytes: fetched only where it is one's own, and then made anew. */
async function plantCopy(world: World, region: number, personId: string): Promise<string> {
  const id = newId()
  await world.admin.query(
    `insert into data_exports (region_id, id, person_id, asked_at, ready_at, storage_key, bytes, expires_at) values ($1, $2, $3, now(), now(), null, 1, now() + interval '7 days')`,
    [region, id, personId],
  )
  return id
}

/** Somebody who asked to be erased and may still take it back; a repeat of the test finds it there. */
async function plantErasure(world: World, region: number, personId: string): Promise<void> {
  await world.admin.query(
    `insert into erasures (region_id, id, person_id, asked_at, due_at) values ($1, $2, $3, now(), now() + interval '7 days') on conflict do nothing`,
    [region, newId(), personId],
  )
}

const mine: Authz = { access: 'roles', rows: [{ role: 'resident', relation: 'own' }] }

export const privacyBuilders: Builders = {
  getMyPrivacy: plain(),
  // One's own orders, name and household's card, numbers masked.
  readMyData: plain(undefined, {
    shows: {
      标题: 'own',
      诉求: 'own',
      地址: 'own',
      称呼: 'own',
      'masked phone': 'own',
      须知: 'own',
      标签: 'own',
      缘由: 'own',
    },
  }),
  listLooksAtMe: plain(),
  setConsent: plain(() => ({ body: { purpose: 'photoPlace', given: true, version: 1 } })),
  askCopy: plain(() => ({ body: {} }), { changesCaller: true }),
  // Nobody has a role over somebody else's copy; one's own without bytes is not ready yet.
  fetchCopy: owned(
    async ({ world, ground, actor, cell }) => ({
      params: {
        id: await plantCopy(
          world,
          ground.region,
          cell === 'own' ? actor.personId : await plantPerson(world, ground),
        ),
      },
    }),
    { decides: mine, answers: [409] },
  ),
  // Who holds a post is told to have it ended first.
  askErasure: plain(() => ({ body: {} }), { changesCaller: true, answers: [409] }),
  cancelErasure: plain(
    async ({ world, ground, actor }) => {
      await plantErasure(world, ground.region, actor.personId)
      return { body: {} }
    },
    { changesCaller: true },
  ),
  askOffice: plain(() => ({ body: { kind: 'other', words: '请看一下' } }), { changesCaller: true }),
  listDataRequests: placed(() => ({ query: {} }), { narrows: true }),
  answerDataRequest: placed(async ({ world, ground }) => ({
    params: { id: await plantRequest(world, ground) },
    body: { outcome: 'done', answer: '已办好' },
  })),
}
