import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { DOOR_CODE, plantActivity, plantActivityPhoto, plantSignup } from '../../kit/houseActivities.ts'
import { canaryPhone, HERE } from '../../kit/houseGround.ts'
import { plantFile, plantPerson } from '../../kit/houseRows.ts'
import { type Aim, atPath, type Builders, owned, placed, plain } from './builder.ts'

const HOUR = 3_600_000
const written = (path: string) => ({
  kind: 'afterSchool',
  theme: null,
  title: '四点半课堂',
  words: '写作业、读书',
  unitId: null,
  path,
  stationId: null,
  place: '桥头 1 号',
  startsAt: new Date(Date.now() + 48 * HOUR).toISOString(),
  endsAt: new Date(Date.now() + 50 * HOUR).toISOString(),
  forWhom: '小学生',
  bring: null,
  phone: null,
  signUp: true,
  seats: 20,
  helpers: 2,
})
const published = async ({ world, ground }: Aim) => ({
  params: { id: (await plantActivity(world, ground)).id },
})
const whoseSignup = async ({ world, actor, cell, ground }: Aim) =>
  cell === 'own' && actor.role !== 'visitor' ? actor.personId : plantPerson(world, ground)

export const activityBuilders: Builders = {
  listActivities: plain(),
  activitiesFeed: plain(),
  getActivity: plain(async ({ world }) => ({ params: { slug: (await plantActivity(world, HERE)).slug } })),
  activityCalendar: plain(async ({ world }) => ({
    params: { slug: (await plantActivity(world, HERE)).slug },
  })),
  activityPhoto: plain(async ({ world }) => {
    const { id, activity } = await plantActivityPhoto(world, HERE, { shown: true })
    return { params: { slug: activity.slug, id } }
  }),
  objectToPhoto: plain(async ({ world }) => {
    const { id, activity } = await plantActivityPhoto(world, HERE, { shown: true })
    return { params: { slug: activity.slug, id } }
  }),
  listCompanions: plain(),
  signUp: plain(async ({ world }) => ({
    body: { id: newId(), activityId: (await plantActivity(world, HERE)).id, part: 'attend', wait: false },
  })),
  signUpSeries: plain(async ({ world }) => ({
    body: { id: newId(), activityId: (await plantActivity(world, HERE)).id, part: 'attend', wait: false },
  })),
  signUpFor: placed(async ({ world, ground }) => ({
    body: {
      id: newId(),
      activityId: (await plantActivity(world, ground)).id,
      part: 'attend',
      wait: false,
      phone: canaryPhone(ground),
    },
  })),
  mySignups: plain(),
  cancelSignup: owned(
    async (aim) => ({
      params: { id: (await plantSignup(aim.world, aim.ground, await whoseSignup(aim))).id },
    }),
    { cells: ['own', 'inScope', 'outOfScope', 'otherRegion'] },
  ),
  // Whoever holds the code is at the door: there is nothing to be refused but having no sign-up.
  arriveAtActivity: plain(async ({ world, actor }) => {
    const who = actor.role === 'visitor' ? newId() : actor.personId
    const { activity } = await plantSignup(world, HERE, who, { begins: 0 })
    return { params: { slug: activity.slug }, body: { code: DOOR_CODE } }
  }),
  checkInSignup: placed(async ({ world, ground }) => ({
    params: { id: (await plantSignup(world, ground, await plantPerson(world, ground), { begins: 0 })).id },
  })),
  planActivity: atPath(({ ground }) => ({
    body: { id: newId(), ...written(ground.community), repeat: null },
  })),
  manageActivities: atPath(() => ({ query: {} }), { narrows: true }),
  manageActivity: placed(async ({ world, ground }) => {
    const { activity } = await plantSignup(world, ground, await plantPerson(world, ground))
    return { params: { id: activity.id } }
    // Name and number come masked.
  }),
  changeActivity: placed(async ({ world, ground }) => ({
    params: { id: (await plantActivity(world, ground)).id },
    body: { version: 1, ...written(ground.community) },
  })),
  publishActivity: placed(async ({ world, ground }) => ({
    params: { id: (await plantActivity(world, ground, { state: 'planned' })).id },
    body: { rest: false },
  })),
  callOffActivity: placed(async (aim) => ({
    ...(await published(aim)),
    body: { rest: false, reason: '下大雨' },
  })),
  addActivityPhoto: placed(async (aim) => ({
    ...(await published(aim)),
    body: {
      fileId: await plantFile(aim.world, aim.ground, aim.world.storageKey, {
        personId: aim.actor.role === 'visitor' ? newId() : aim.actor.personId,
      }),
      people: 'nobody',
    },
  })),
  checkActivityPhoto: placed(async ({ world, ground }) => ({
    params: { id: (await plantActivityPhoto(world, ground)).id },
    body: { show: true },
  })),
  deskActivityPhoto: placed(async ({ world, ground }) => ({
    params: { id: (await plantActivityPhoto(world, ground)).id },
  })),
  sumUpActivity: placed(async ({ world, ground }) => {
    const helper = await plantPerson(world, ground)
    const { id, activity } = await plantSignup(world, ground, helper, { part: 'help', begins: -1 })
    return {
      params: { id: activity.id },
      body: { heads: 12, words: '来了十二个孩子。', helped: [{ signupId: id, minutes: 90 }] },
    }
  }),
}
