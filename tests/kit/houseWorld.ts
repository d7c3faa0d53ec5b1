import { PRESETS } from '@linli/presets'
import { png, voiceNote } from './files.ts'
import type { TestHouse } from './house.ts'
import { plantCard } from './houseCards.ts'
import { actorOf } from './houseCast.ts'
import { ABROAD, breakGround, HERE, THERE } from './houseGround.ts'
import { plantOrder } from './houseOrders.ts'
import { plantRedemption } from './houseRewards.ts'
import { plantEntry, plantHousehold, plantNotice, plantPerson } from './houseRows.ts'

/** What the builders of inputs draw on. */
export type World = TestHouse & {
  /** A catalogue item that anybody may claim and that asks for no photo. */
  readonly item: string
  readonly skill: string
  readonly teamKind: string
  readonly photo: Buffer
  readonly voice: Buffer
  /** Where one photo's bytes lie. */
  readonly storageKey: string
}

/** Two regions and two communities, each with neighbours, orders of every state, households, points: all of them canaries. */
export async function buildWorld(test: TestHouse): Promise<World> {
  await breakGround(test)
  const { catalogue, skills, teams } = PRESETS.xihu
  const easy = catalogue.find(
    ({ grabbable, skill, homeEntry, evidence }) =>
      grabbable && !skill && !homeEntry && evidence.every((kind) => kind === 'contact'),
  )
  const [skill, team] = [skills[0], teams[0]]
  if (!easy || !skill || !team) throw new Error('the preset has no item, skill or team for the tests')
  for (const ground of [HERE, THERE, ABROAD]) {
    const neighbour = await plantPerson(test, ground, { phone: true, account: true })
    const helper = await plantPerson(test, ground, { helper: true })
    for (const state of ['submitted', 'offered', 'inProgress', 'handled', 'followUp', 'closed'] as const)
      await plantOrder(test, easy.key, {
        ground,
        state,
        requester: neighbour,
        assignee: state === 'submitted' || state === 'offered' ? undefined : { person: helper },
        shown: state === 'closed',
      })
    await plantHousehold(test, ground)
    await plantCard(test, ground)
    await plantEntry(test, ground, helper)
    for (const collected of [false, true])
      await plantRedemption(test, ground, { personId: neighbour, collected })
    await plantNotice(test, ground.region, neighbour)
  }
  const photo = png(24, 16)
  const world = {
    ...test,
    item: easy.key,
    skill: skill.key,
    teamKind: team.key,
    photo,
    voice: voiceNote(),
  }
  return { ...world, storageKey: await storedPhoto(world) }
}

/** One photo, uploaded once by somebody who is in no test: its bytes serve every file's row. */
async function storedPhoto(world: TestHouse & { photo: Buffer }): Promise<string> {
  const upload = world.operations.find(({ id }) => id === 'uploadPhoto')
  if (!upload) throw new Error('no operation uploadPhoto')
  const { token } = await actorOf(world, 'resident')
  const answer = await world.ask(upload, token, { file: { name: 'lamp.png', bytes: world.photo } })
  const { rows } = await world.admin.query<{ storage_key: string }>(`select storage_key from files limit 1`)
  if (!rows[0]) throw new Error(`the photo was not stored: ${answer.text}`)
  return rows[0].storage_key
}
