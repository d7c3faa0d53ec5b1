import { systemScope } from '../../kernel/auth/actor.ts'
import { type Listeners, type OutboxEvent, oneByOne } from '../../kernel/outbox/listeners.ts'
import { Problem } from '../../kernel/problem.ts'
import type { DeviceNeeds } from './needs.ts'
import { deviceById, homeOf } from './store/devices.ts'
import { followDevices } from './store/follow.ts'
import { settleStatement } from './store/presses.ts'

/** A device that fell silent: an order asks somebody to look after it, under the id that the mark chose. */
async function wantOrder(needs: DeviceNeeds, { region, payload }: OutboxEvent): Promise<void> {
  const [id = '', orderId = ''] = [payload['id'], payload['orderId']].map(String)
  const device = await deviceById(needs.db, region, id)
  // Heard again, given back or erased meanwhile.
  if (!device?.personId || device.quietOrderId !== orderId) return
  const home = await homeOf(needs.db, region, id)
  const silent = payload['silent'] === true
  await needs.placeOrder(region, {
    id: orderId,
    path: device.path,
    title: silent ? '一键通没有信号，请去看看' : '一键通快没电了，请去换电池',
    detail: `设备 ${device.serial}：${silent ? '很久没有信号，按了也传不出来' : '电量低'}。请联系本人，看看设备的电源和网络，修好后试按一次。信号恢复会自动撤单。`,
    address: home ? `${home.areaName} ${home.room ?? ''}`.trim() : null,
    urgency: 'ordinary',
    placedBy: device.personId,
    person: device.personId,
    phone: (await needs.phoneOf(region, device.personId)) ?? null,
    name: home?.name ?? null,
  })
}

/** It is heard again: where nobody has begun yet there is nothing to do any more. */
async function dropOrder(needs: DeviceNeeds, { region, payload }: OutboxEvent): Promise<void> {
  try {
    await needs.orders.withdraw(String(payload['orderId']), region, '设备信号已恢复，自动撤单。')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

/** Whoever settles the order at the desk has settled the press that waited for its call. */
const settle =
  (needs: DeviceNeeds) =>
  async ({ region, payload }: OutboxEvent): Promise<void> => {
    await needs.db.commit(systemScope(region), [settleStatement(region, String(payload['id']))])
  }

export const listenersOf = (needs: DeviceNeeds): Listeners => ({
  'devices.deviceQuiet.1': oneByOne((event) => wantOrder(needs, event)),
  'devices.deviceBack.1': oneByOne((event) => dropOrder(needs, event)),
  'orders.orderAnswered.1': oneByOne(settle(needs)),
  'orders.orderRefused.1': oneByOne(settle(needs)),
  'orders.orderCancelled.1': oneByOne(settle(needs)),
  'places.areasRedrawn.1': oneByOne(async ({ region }) => {
    await followDevices(needs.db, region)
  }),
})
