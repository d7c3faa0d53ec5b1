import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { plantMember } from '../../kit/houseCare.ts'
import { plantDevice, plantPress } from '../../kit/houseDevices.ts'
import { type Aim, atPath, type Builder, type Builders, placed, plain } from './builder.ts'

const deviceOf = ({ world, ground }: Aim, inStock = false) => plantDevice(world, ground, { inStock })
/** A press of the cell; the caller is asked to go where the cell says so. */
const pressOf = ({ world, ground, actor, cell }: Aim, emergency: boolean) =>
  plantPress(world, ground, { emergency, ...(cell === 'assigned' ? { asked: actor.personId } : {}) })
const press =
  (emergency: boolean, body?: unknown): Builder['build'] =>
  async (aim) => ({
    params: { id: (await pressOf(aim, emergency)).press },
    ...(body === undefined ? {} : { body }),
  })
/** An operation of whoever answers for the area, and of whoever was asked. */
const asked = (build: Builder['build'], more: Partial<Builder> = {}): Builder => ({
  cells: ['assigned', 'inScope', 'outOfScope', 'otherRegion'],
  build,
  ...more,
})

export const deviceBuilders: Builders = {
  listDevices: placed(
    async (aim) => {
      await deviceOf(aim)
      return { query: { limit: '100' } }
    },
    { narrows: true, shows: { 室: { rowsOf: 'listDevices' } } },
  ),
  addDevice: atPath(({ ground }) => ({
    body: { id: newId(), serial: `N-${newId()}`, kind: 'button', model: 'K-1', path: ground.path },
  })),
  getDevice: placed(async (aim) => ({ params: { id: (await deviceOf(aim)).id } }), {
    shows: { 室: { rowsOf: 'getDevice' }, 'masked phone': { offeredTo: 'getDevice' } },
  }),
  bindDevice: placed(async (aim) => {
    const device = await deviceOf(aim, true)
    const home = await plantMember(aim.world, aim.ground)
    return {
      params: { id: device.id },
      body: {
        version: 1,
        personId: home.person,
        householdId: home.household,
        language: 'mandarin',
        contacts: [],
      },
    }
  }),
  unbindDevice: placed(async (aim) => ({
    params: { id: (await deviceOf(aim)).id },
    body: { version: 1, retire: false },
  })),
  issueDeviceKey: placed(async (aim) => ({ params: { id: (await deviceOf(aim)).id }, body: { version: 1 } })),
  listPresses: placed(
    async (aim) => {
      await pressOf(aim, false)
      return {}
    },
    { narrows: true, shows: { 室: { rowsOf: 'listPresses' } } },
  ),
  myPresses: plain(undefined, { shows: { 室: { rowsOf: 'getPress' } } }),
  getPress: asked(press(true), { shows: { 室: { rowsOf: 'getPress' } } }),
  revealPress: asked(press(true, { reason: '马上回拨' }), {
    reveals: true,
    shows: { 林: { rowsOf: 'revealPress' }, phone: { rowsOf: 'revealPress' } },
  }),
  takePress: placed(press(false, { version: 1 })),
  endPress: placed(press(false, { version: 1, outcome: 'falseAlarm' })),
  raisePress: placed(press(false, { cause: 'danger' })),
  answerPress: {
    cells: ['assigned', 'outOfScope', 'otherRegion'],
    build: press(true, { answer: 'cannot' }),
  },
  seePress: asked(press(true, { how: 'saw' })),
  handOverPress: asked(press(true, { service: 'ambulance' })),
}
