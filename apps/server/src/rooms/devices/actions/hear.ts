import { PRESS_ORDER } from '@linli/contract/devices/words'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { Problem } from '../../../kernel/problem.ts'
import { takingTurnsBy } from '../../../kernel/turns.ts'
import type { Door, Message } from '../doors/message.ts'
import type { DeviceNeeds } from '../needs.ts'
import * as store from '../store/devices.ts'
import { deskOf, pairedWith } from '../store/near.ts'
import { insertPress, joinStatement, stepStatement } from '../store/presses.ts'

/** What became of a message: an order, part of a press that lives, noted on the device, known already, of no device here. */
export type Heard = 'placed' | 'joined' | 'noted' | 'repeated' | 'unknown'

const TRIES = 6
const inTurn = takingTurnsBy<string>()

/**
 * What a device said, by whatever door, and the only way in: when this returns it is committed, so that a door may
 * acknowledge it. A press becomes an order at once, with no form; while it lives every further one joins it, also when
 * both arrive at the same instant at two instances: the database has room for one.
 */
export async function hear(needs: DeviceNeeds, message: Message, door: Door): Promise<Heard> {
  return inTurn(`${message.region}/${message.serial}`, async () => {
    for (let left = TRIES; ; left -= 1) {
      try {
        return await hearOnce(needs, message, door)
      } catch (error) {
        if (violated(error) === 'device_messages_pkey') return 'repeated'
        if (left === 0 || !isOvertaken(error)) throw error
      }
    }
  })
}

/** Another press, or whoever dealt with it, was quicker: it is looked at anew. */
const isOvertaken = (error: unknown): boolean =>
  violated(error) === 'device_presses_live' ||
  (error instanceof Refused && error.code === 'pressEnded') ||
  (error instanceof Problem && error.status === 409)

async function hearOnce(needs: DeviceNeeds, message: Message, door: Door): Promise<Heard> {
  const { db } = needs
  const { region, serial, kind, key, battery } = message
  const device = await store.deviceBySerial(db, region, serial, key)
  if (!device || device.state === 'retired') return 'unknown'
  if (device.isKnown) return 'repeated' // the key of the table decides where two come at once
  const { rule } = await needs.terms(region)
  const isWell = battery === null || battery >= rule.lowBattery
  // In stock a press is a trial: there is nobody to call back.
  const isTest = kind === 'test' || (kind === 'press' && device.personId === null)
  const heard = [
    store.heardStatement(region, device.id, { battery, isTest, isWell }),
    ...(isWell && device.quietOrderId !== null
      ? [
          outboxStatement(region, 'devices.deviceBack.1', {
            id: device.id,
            orderId: device.quietOrderId,
            people: [],
          }),
        ]
      : []),
  ]
  if (kind === 'heartbeat') {
    await db.commit(systemScope(region), heard)
    return 'noted'
  }
  const once = store.messageStatement(region, device.id, { key, kind }, door)
  if (device.personId === null || isTest) {
    await db.commit(systemScope(region), [once, ...heard])
    return 'noted'
  }
  const holder = { id: device.pressId ?? '', personId: device.personId }
  if (kind === 'cancel') {
    await db.commit(systemScope(region), [
      once,
      ...heard,
      ...(device.pressId ? [stepStatement(region, holder, 'cancelled')] : []),
    ])
    return device.pressId ? 'joined' : 'noted'
  }
  if (device.pressId && device.orderId) return join(needs, region, device, holder, [once, ...heard])
  return place(needs, region, device, device.personId, rule.callBackSeconds, once, heard)
}

type Statements = Parameters<DeviceNeeds['db']['commit']>[1]

async function join(
  needs: DeviceNeeds,
  region: number,
  { orderId, path }: store.DeviceFacts,
  holder: { id: string; personId: string },
  before: Statements,
): Promise<Heard> {
  const also = [
    ...before,
    joinStatement(region, holder.id),
    stepStatement(region, holder, 'pressedAgain'),
    outboxStatement(region, 'devices.pressedAgain.1', { id: holder.id, path, people: [] }),
  ]
  try {
    await needs.orders.note(orderId ?? '', { system: region }, '本人又按了一次一键通，请尽快联系。', also)
  } catch (error) {
    // The order takes no note any more, or it was moved on at this instant: the press counts all the same.
    if (!(error instanceof Problem)) throw error
    await needs.db.commit(systemScope(region), also)
  }
  return 'joined'
}

async function place(
  needs: DeviceNeeds,
  region: number,
  device: store.DeviceFacts,
  personId: string,
  seconds: number,
  once: Statements[number],
  heard: Statements,
): Promise<Heard> {
  const { db, crypto } = needs
  const [home, paired, desk] = await Promise.all([
    store.homeOf(db, region, device.id),
    pairedWith(db, region, { householdId: device.householdId, personId }),
    deskOf(db, region, device.path),
  ])
  const phone = home?.phoneCipher
    ? crypto.decryptField(home.phoneCipher, store.phoneContext(region, device.id))
    : await needs.phoneOf(region, personId)
  const press = { id: newId(), personId }
  const orderId = newId()
  const people = [...new Set([...paired, ...desk].map((one) => one.personId))]
  await needs.placeOrder(region, {
    id: orderId,
    path: device.path,
    title: PRESS_ORDER.title.zh,
    detail: PRESS_ORDER.detail.zh,
    address: home ? `${home.areaName} ${home.room ?? ''}`.trim() : null,
    urgency: 'prompt',
    placedBy: personId,
    person: personId,
    phone: phone ?? null,
    name: home?.name ?? null,
    also: () => [
      once,
      ...heard,
      insertPress(region, { ...press, deviceId: device.id, path: device.path, orderId, seconds }),
      stepStatement(region, press, 'pressed'),
      outboxStatement(region, 'devices.pressed.1', { id: press.id, path: device.path, people }),
    ],
  })
  return 'placed'
}
