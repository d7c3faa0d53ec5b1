import { deviceEndpoints } from '@linli/contract/devices/endpoints'
import { room } from '../../kernel/http/room.ts'
import { notFound } from '../../kernel/problem.ts'
import { cursor, pageOf } from '../places/index.ts'
import { endPress, raisePress, takePress } from './actions/callBack.ts'
import { answerPress, handOverPress, pressFor, revealPress, seePress } from './actions/emergency.ts'
import { addDevice, bindDevice, issueDeviceKey, unbindDevice } from './actions/keep.ts'
import { listenersOf } from './listeners.ts'
import type { DeviceNeeds } from './needs.ts'
import { demandAt, isDesk, policy } from './policy.ts'
import { devicesIn, deviceView } from './views/devices.ts'
import { livePresses, pastPresses, pressesAskedOf, pressView } from './views/presses.ts'

const PAGE = 20
/** More than so many live presses at once no officer reads; the next ones move up. */
const LIVE = 200

export const devicesRoom = (needs: DeviceNeeds) =>
  room({
    name: 'devices',
    endpoints: deviceEndpoints,
    policy,
    listeners: listenersOf(needs),
    handlers: {
      listDevices: async ({ me, query }) => {
        const { rule } = await needs.terms(me.region)
        const limit = query.limit ?? PAGE
        const [after] = cursor(query.after, 1) ?? []
        return pageOf(await devicesIn(needs.db, me, rule, query, limit + 1, after), limit, ({ serial }) => [
          serial,
        ])
      },
      addDevice: (request) => addDevice(needs, request),
      getDevice: async ({ me, params }) => {
        const { rule } = await needs.terms(me.region)
        const device = await deviceView(needs.db, me.region, rule, params.id)
        if (!device) throw notFound()
        demandAt('getDevice', me, device.path)
        return device
      },
      bindDevice: (request) => bindDevice(needs, request),
      unbindDevice: (request) => unbindDevice(needs, request),
      issueDeviceKey: (request) => issueDeviceKey(needs, request),
      listPresses: async ({ me, query }) => {
        if (!query.ended) return { items: await livePresses(needs.db, me, LIVE), next: null }
        const limit = query.limit ?? PAGE
        const rows = await pastPresses(needs.db, me, limit + 1, cursor(query.after, 2))
        return pageOf(rows, limit, ({ pressedAt, id }) => [pressedAt, id])
      },
      myPresses: async ({ me }) => ({ items: await pressesAskedOf(needs.db, me) }),
      getPress: async ({ me, params }) => {
        const press = await pressFor(needs, me, params.id)
        const { items } = await needs.terms(me.region)
        const view = await pressView(needs.db, me, press.id, isDesk(me, press.path), items)
        if (!view) throw notFound()
        return view
      },
      revealPress: (request) => revealPress(needs, request),
      takePress: (request) => takePress(needs, request),
      endPress: (request) => endPress(needs, request),
      raisePress: (request) => raisePress(needs, request),
      answerPress: (request) => answerPress(needs, request),
      seePress: (request) => seePress(needs, request),
      handOverPress: (request) => handOverPress(needs, request),
    },
  })
